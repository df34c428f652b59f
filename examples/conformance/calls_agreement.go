package main

import (
	"slices"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// An AgreementPolicy is the policy of a call about the customer agreement, in
// the way of [OffersPolicy].
type AgreementPolicy struct{ agreement.Policy }

// UnmarshalJSON implements [json.Unmarshaler].
func (p *AgreementPolicy) UnmarshalJSON(data []byte) error {
	inForce, _ := agreement.InForce(calendar.Date{})
	return readPolicy(data, &p.Policy, agreement.Baseline(), inForce)
}

func (p *AgreementPolicy) orBaseline() agreement.Policy {
	if p == nil {
		return agreement.Baseline()
	}
	return p.Policy
}

// The inputs of calls about attesting, accepting and ordering.
type (
	givenCheck struct {
		Attestation agreement.Attestation `json:"attestation"`
		Submission  agreement.Submission  `json:"submission"`
		Facts       agreement.Facts       `json:"facts"`
		Policy      *AgreementPolicy      `json:"policy"`
	}
	givenInvitation struct {
		Invitation agreement.Invitation `json:"invitation"`
		Facts      agreement.Facts      `json:"facts"`
		Policy     *AgreementPolicy     `json:"policy"`
	}
	givenOrder struct {
		Purchase agreement.Purchase `json:"purchase"`
		Facts    agreement.Facts    `json:"facts"`
		Policy   *AgreementPolicy   `json:"policy"`
	}
	givenAgreementFacts struct {
		Facts  agreement.Facts  `json:"facts"`
		Policy *AgreementPolicy `json:"policy"`
	}
	givenEvent struct {
		Event  agreement.Event  `json:"event"`
		Facts  agreement.Facts  `json:"facts"`
		Policy *AgreementPolicy `json:"policy"`
	}
	givenPlan struct {
		Means       agreement.Means       `json:"means"`
		Attestation agreement.Attestation `json:"attestation"`
		Form        agreement.Form        `json:"form"`
		Facts       agreement.Facts       `json:"facts"`
		Policy      *AgreementPolicy      `json:"policy"`
	}
	givenAttestations struct {
		Attestations []agreement.Attestation `json:"attestations"`
	}
	givenLatest struct {
		Attestations []agreement.Attestation `json:"attestations"`
		Type         agreement.Type          `json:"type"`
	}
)

// The results: answers with what their methods tell of them.
type (
	resultReport struct {
		agreement.Report
		Errors   []agreement.Reason `json:"errors"`
		Warnings []agreement.Reason `json:"warnings"`
		Open     []agreement.Reason `json:"open"`  // those of severity unknown
		Rules    []string           `json:"rules"` // of all findings, in order
	}
	resultDirect struct {
		agreement.DirectAnswer
		Advice agreement.Advice `json:"advice,omitzero"`
		Remedy bool             `json:"remedy"`
	}
	resultNotice struct {
		agreement.Notice
		To     bool             `json:"to"`
		Advice agreement.Advice `json:"advice,omitzero"`
	}
	resultCourse struct {
		agreement.Course
		Steps []agreement.Step `json:"steps"`
	}
	resultIndex struct {
		Index *int `json:"index,omitempty"`
	}
	resultAgreementInForce struct {
		Coverage calendar.Coverage `json:"coverage"`
		Policy   agreement.Policy  `json:"policy"`
	}
)

func agreementCalls() map[string]call {
	return map[string]call{
		"agreement.check": adapt(func(g givenCheck) (any, error) {
			r, err := g.Policy.orBaseline().Check(g.Attestation, g.Submission, g.Facts)
			return reportResult(r), err
		}),
		"agreement.check-invitation": adapt(func(g givenInvitation) (any, error) {
			r, err := g.Policy.orBaseline().CheckInvitation(g.Invitation, g.Facts)
			return reportResult(r), err
		}),
		"agreement.may-order": adapt(func(g givenOrder) (any, error) {
			return g.Policy.orBaseline().MayOrder(g.Purchase, g.Facts)
		}),
		"agreement.confirm": adapt(func(g givenAgreementFacts) (any, error) {
			return g.Policy.orBaseline().Confirm(g.Facts)
		}),
		"agreement.may-accept-directly": adapt(func(g givenAgreementFacts) (any, error) {
			d, err := g.Policy.orBaseline().MayAcceptDirectly(g.Facts)
			return resultDirect{d, d.Advice(), d.Remedy() != ""}, err
		}),
		"agreement.notify": adapt(func(g givenEvent) (any, error) {
			n, err := g.Policy.orBaseline().Notify(g.Event, g.Facts)
			return resultNotice{n, n.To() != "", n.Advice()}, err
		}),
		"agreement.plan": adapt(func(g givenPlan) (any, error) {
			c, err := g.Policy.orBaseline().Plan(g.Means, g.Attestation, g.Form, g.Facts)
			return resultCourse{c, append([]agreement.Step{}, slices.Collect(c.Steps())...)}, err
		}),
		"agreement.attested": always(func(g givenAttestations) any { return agreement.Attested(g.Attestations) }),
		"agreement.latest": always(func(g givenLatest) any {
			i := agreement.Latest(g.Attestations, g.Type)
			return resultIndex{known(i, i >= 0)}
		}),
		"agreement.in-force": always(func(g givenOn) any {
			policy, coverage := agreement.InForce(g.On)
			return resultAgreementInForce{coverage, policy}
		}),
	}
}

func reportResult(r agreement.Report) resultReport {
	result := resultReport{
		Report: r, Errors: []agreement.Reason{}, Warnings: []agreement.Reason{}, Open: []agreement.Reason{}, Rules: []string{},
	}
	for f := range r.All() {
		list := &result.Open
		switch f.Severity {
		case agreement.SeverityError:
			list = &result.Errors
		case agreement.SeverityWarning:
			list = &result.Warnings
		}
		*list = append(*list, f.Reason)
		result.Rules = append(result.Rules, f.Reason.Rule())
	}
	return result
}
