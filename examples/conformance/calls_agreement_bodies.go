package main

import (
	"time"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// The results of calls that read bodies and texts of the service.
type (
	resultTimestamp struct {
		Timestamp agreement.Timestamp `json:"timestamp,omitzero"`
		Set       bool                `json:"set"`
		Day       calendar.Date       `json:"day,omitzero"`
		UTCDay    calendar.Date       `json:"utcDay,omitzero"`
		Instant   string              `json:"instant,omitzero"` // RFC 3339 in UTC
		UTC       agreement.Timestamp `json:"utc,omitzero"`
	}
	resultAttestation struct {
		Attestation agreement.Attestation `json:"attestation"`
	}
	resultAttestations struct {
		TotalCount   int                     `json:"totalCount"`
		Attestations []agreement.Attestation `json:"attestations"`
	}
	resultMetadata struct {
		TotalCount int              `json:"totalCount"`
		Metadata   []resultTemplate `json:"metadata"`
	}
	resultTemplate struct {
		Template    agreement.TemplateID `json:"template,omitzero"`
		Type        agreement.Type       `json:"type,omitzero"`
		Link        string               `json:"link,omitzero"`
		VersionRank int                  `json:"versionRank"`
	}
	resultSigned struct {
		Signed agreement.Tri `json:"signed"`
	}
	resultServiceError struct {
		Code        string `json:"code,omitzero"`
		Message     string `json:"message,omitzero"`
		Description string `json:"description,omitzero"`
		Name        string `json:"name,omitzero"`
	}
	resultEmail struct {
		Local  string `json:"local,omitzero"`
		Domain string `json:"domain,omitzero"`
	}
	resultGUID struct {
		GUID string `json:"guid"`
	}
)

func agreementBodyCalls() map[string]call {
	return map[string]call{
		"timestamp.parse": adapt(func(g givenText) (any, error) {
			t, err := agreement.ParseTimestamp(g.Text)
			return timestampResult(t), err
		}),
		"attestation.parse": adapt(func(g givenText) (any, error) {
			a, err := agreement.DecodeAttestation([]byte(g.Text))
			return resultAttestation{a}, err
		}),
		"attestation-list.parse": adapt(func(g givenText) (any, error) {
			l, err := agreement.DecodeAttestations([]byte(g.Text))
			return resultAttestations{l.TotalCount, l.Items}, err
		}),
		"metadata-list.parse": adapt(func(g givenText) (any, error) {
			l, err := agreement.DecodeMetadata([]byte(g.Text))
			result := resultMetadata{l.TotalCount, []resultTemplate{}}
			for _, m := range l.Items {
				result.Metadata = append(result.Metadata, resultTemplate(m))
			}
			return result, err
		}),
		"signed-status.parse": adapt(func(g givenText) (any, error) {
			signed, err := agreement.DecodeDirectStatus([]byte(g.Text))
			return resultSigned{signed}, err
		}),
		"service-error.parse": adapt(func(g givenText) (any, error) {
			e, err := agreement.DecodeError([]byte(g.Text))
			return resultServiceError(e), err
		}),
		"email.parse": adapt(func(g givenText) (any, error) {
			local, domain, err := agreement.ParseEmail(g.Text)
			return resultEmail{local, domain}, err
		}),
		"guid.parse": adapt(func(g givenText) (any, error) {
			id, err := agreement.ParseGUID(g.Text)
			return resultGUID{id.String()}, err
		}),
	}
}

func timestampResult(t agreement.Timestamp) resultTimestamp {
	result := resultTimestamp{Timestamp: t, Set: t.IsSet(), Day: t.Day(), UTCDay: t.UTCDay(), UTC: t.UTC()}
	if instant, ok := t.Instant(); ok {
		result.Instant = instant.Format(time.RFC3339Nano)
	}
	return result
}
