package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Submission is how an attestation is to be sent, and what is known of those
// sent before.
type Submission struct {
	// Route is the flow of Partner Center that the attestation goes through:
	// AttestNewCustomer, AttestExistingCustomer or AttestAtOrderPrompt. Unset,
	// the attestation is judged by itself, as the API takes it.
	Route Route `json:"route,omitzero"`

	// Channel is asked for only from the policy's EnhancedFrom on (AGR-45). Unset,
	// a flow of Partner Center is taken to go through the portal.
	Channel Channel `json:"channel,omitzero"`

	// PartnerDomain is the partner's own domain, to warn of its addresses
	// (AGR-04). Empty, it is not looked at.
	PartnerDomain string `json:"partnerDomain,omitzero"`

	// Stored are this partner's attestations of the customer so far, to find a
	// duplicate (AGR-11). Nil is not known; none is an empty list.
	Stored []Attestation `json:"stored"`

	// Form is the form of a new customer. It is asked for only with the route
	// AttestNewCustomer (AGR-14).
	Form Form `json:"form,omitzero"`
}

// channel is that of the submission, or of its flow.
func (s *Submission) channel() Channel {
	if s.Channel == ChannelUnknown && s.Route != RouteUndetermined {
		return Portal
	}
	return s.Channel
}

func (s *Submission) validate() error {
	switch s.Route {
	case RouteUndetermined, AttestNewCustomer, AttestExistingCustomer, AttestAtOrderPrompt:
	default:
		return invalid("submission.route", s.Route)
	}
	if s.Channel > lastChannel {
		return invalid("submission.channel", s.Channel)
	}
	return s.Form.validate("submission.form")
}

// A Form is the form in Partner Center that creates a customer (AGR-14), each
// part of it done, not done or unknown.
type Form struct {
	CompanyInformation Tri `json:"companyInformation,omitzero"` // entered
	PrimaryContact     Tri `json:"primaryContact,omitzero"`     // entered
	Ticked             Tri `json:"ticked,omitzero"`             // the box that the customer accepted
	Reviewed           Tri `json:"reviewed,omitzero"`

	// ContactAccepted: the primary contact is the person who accepted.
	ContactAccepted Tri `json:"contactAccepted,omitzero"`
}

func (f *Form) validate(name string) error {
	for _, answer := range [...]struct {
		name string
		tri  Tri
	}{
		{"companyInformation", f.CompanyInformation},
		{"primaryContact", f.PrimaryContact},
		{"ticked", f.Ticked},
		{"reviewed", f.Reviewed},
		{"contactAccepted", f.ContactAccepted},
	} {
		if !answer.tri.isValid() {
			return invalid(name+"."+answer.name, answer.tri)
		}
	}
	return nil
}

// A Channel is the way by which an attestation reaches the service. The zero
// value is unknown.
type Channel uint8

// The channels (AGR-45).
const (
	ChannelUnknown Channel = iota
	Portal                 // Partner Center
	API                    // the agreements resource of its REST API
	EnhancedAPI            // the enhanced attestation API

	lastChannel = EnhancedAPI
)

// String returns the code of c: "portal", say.
func (c Channel) String() string {
	switch c {
	case ChannelUnknown:
		return "unknown"
	case Portal:
		return "portal"
	case API:
		return "api"
	case EnhancedAPI:
		return "enhanced-api"
	}
	return enum.Outside("channel", c)
}

// AppendText implements [encoding.TextAppender].
func (c Channel) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "channel", c, ChannelUnknown, EnhancedAPI)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Channel) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Channel) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "channel", ChannelUnknown, EnhancedAPI, text)
}
