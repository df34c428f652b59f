package main

import (
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// The inputs of calls about the benefits of a membership.
type (
	givenPaidYear struct {
		Membership benefits.Membership `json:"membership"`
		Number     int                 `json:"number"`
		Policy     *BenefitsPolicy     `json:"policy"`
	}
	givenTerm struct {
		Membership benefits.Membership `json:"membership"`
		Benefit    benefits.Benefit    `json:"benefit"`
		Policy     *BenefitsPolicy     `json:"policy"`
	}
	givenState struct {
		Membership benefits.Membership `json:"membership"`
		Benefit    benefits.Benefit    `json:"benefit"`
		On         calendar.Date       `json:"on"`
		Policy     *BenefitsPolicy     `json:"policy"`
	}
	givenEvents struct {
		Membership benefits.Membership `json:"membership"`
		Benefits   []benefits.Benefit  `json:"benefits"`
		From       calendar.Date       `json:"from"`
		Policy     *BenefitsPolicy     `json:"policy"`
	}
	givenRenew struct {
		Membership benefits.Membership `json:"membership"`
		Benefits   []benefits.Benefit  `json:"benefits"`
		On         calendar.Date       `json:"on"`
		Policy     *BenefitsPolicy     `json:"policy"`
	}
	givenMembershipOn struct {
		Membership benefits.Membership `json:"membership"`
		On         calendar.Date       `json:"on"`
		Policy     *BenefitsPolicy     `json:"policy"`
	}
	givenCategory struct {
		Category benefits.Category `json:"category"`
	}
)

// The results of calls about the benefits of a membership.
type (
	// A resultEvents has the day and the identity of each event as a text, in
	// order, and by identity what ends the benefit.
	resultEvents struct {
		Events  []string                             `json:"events"`
		EndedBy map[benefits.EventID]benefits.Reason `json:"endedBy"`
	}

	// A resultRenewal is a renewal with the changes by the ID of the benefit.
	resultRenewal struct {
		benefits.Renewal
		Changes map[string]benefits.Change `json:"changes"`
	}

	resultBenefitsInForce struct {
		Coverage calendar.Coverage `json:"coverage"`
		Policy   benefits.Policy   `json:"policy"`
	}
	resultRule struct {
		Rule string `json:"rule,omitzero"`
	}
)

func benefitCalls() map[string]call {
	return map[string]call{
		"benefits.in-force": always(func(g givenOn) any {
			policy, coverage := benefits.InForce(g.On)
			return resultBenefitsInForce{coverage, policy}
		}),
		"benefits.year": adapt(func(g givenPaidYear) (any, error) {
			return g.Policy.orBaseline().Year(g.Membership, g.Number)
		}),
		"benefits.term": adapt(func(g givenTerm) (any, error) {
			return g.Policy.orBaseline().TermOf(g.Membership, g.Benefit)
		}),
		"benefits.state": adapt(func(g givenState) (any, error) {
			return g.Policy.orBaseline().StateOn(g.Membership, g.Benefit, g.On)
		}),
		"benefits.events": adapt(eventsResult),
		"benefits.renew":  adapt(renewalResult),
		"benefits.package-change": adapt(func(g givenMembershipOn) (any, error) {
			return g.Policy.orBaseline().PackageChange(g.Membership, g.On)
		}),
		"benefits.category-rule": always(func(g givenCategory) any { return resultRule{g.Category.Rule()} }),
	}
}

func eventsResult(g givenEvents) (any, error) {
	events, err := g.Policy.orBaseline().Events(g.Membership, g.Benefits, g.From)
	if err != nil {
		return nil, err
	}
	result := resultEvents{Events: []string{}, EndedBy: map[benefits.EventID]benefits.Reason{}}
	for e := range events {
		result.Events = append(result.Events, e.On.String()+" "+e.ID().String())
		if e.EndedBy != 0 {
			result.EndedBy[e.ID()] = e.EndedBy
		}
	}
	return result, nil
}

func renewalResult(g givenRenew) (any, error) {
	r, err := g.Policy.orBaseline().Renew(g.Membership, g.Benefits, g.On)
	result := resultRenewal{r, map[string]benefits.Change{}}
	for _, change := range r.Benefits {
		result.Changes[change.ID] = change
	}
	return result, err
}

// A BenefitsPolicy is the policy of a call about benefits. If the vector gives
// none, the pointer to it is nil, which is the baseline.
type BenefitsPolicy struct{ benefits.Policy }

// UnmarshalJSON implements [json.Unmarshaler].
func (p *BenefitsPolicy) UnmarshalJSON(data []byte) error {
	inForce, _ := benefits.InForce(calendar.Date{})
	return readPolicy(data, &p.Policy, benefits.Baseline(), inForce)
}

func (p *BenefitsPolicy) orBaseline() benefits.Policy {
	if p == nil {
		return benefits.Baseline()
	}
	return p.Policy
}
