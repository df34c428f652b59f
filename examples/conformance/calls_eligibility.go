package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The inputs of calls about buying and renewing.
type (
	givenEvaluate struct {
		Offer  eligibility.Offer `json:"offer"`
		Facts  eligibility.Facts `json:"facts"`
		On     calendar.Date     `json:"on"`
		Policy *OffersPolicy     `json:"policy"`
	}
	givenEvaluateAll struct {
		Facts  eligibility.Facts `json:"facts"`
		On     calendar.Date     `json:"on"`
		Policy *OffersPolicy     `json:"policy"`
	}
	givenWhen struct {
		Offer  eligibility.Offer `json:"offer"`
		Facts  eligibility.Facts `json:"facts"`
		From   calendar.Date     `json:"from"`
		Policy *OffersPolicy     `json:"policy"`
	}
	givenPackageChange struct {
		Anniversary calendar.Date `json:"anniversary"`
		On          calendar.Date `json:"on"`
		Policy      *OffersPolicy `json:"policy"`
	}
	givenRetain struct {
		Anniversary calendar.Date   `json:"anniversary"`
		Paid        calendar.Date   `json:"paid"`
		Qualified   eligibility.Tri `json:"qualified"`
		Policy      *OffersPolicy   `json:"policy"`
	}
)

// A resultDecision is a decision with what its methods tell of it, as lists.
type resultDecision struct {
	eligibility.Decision
	Asked   []string             `json:"asked"`   // the rules of the rows, in order
	Unmet   []string             `json:"unmet"`   // the rules of the rows that are not met
	Reasons []eligibility.Reason `json:"reasons"` // the reasons of those
	Advice  []eligibility.Advice `json:"advice"`
}

// A resultAll is the decision for each offer by its code, and their order.
type resultAll struct {
	Offers    []eligibility.Offer       `json:"offers"`
	Decisions map[string]resultDecision `json:"decisions"`
}

func eligibilityCalls() map[string]call {
	return map[string]call{
		"eligibility.evaluate": adapt(func(g givenEvaluate) (any, error) {
			d, err := g.Policy.orBaseline().Evaluate(g.Offer, g.Facts, g.On)
			return decisionResult(d), err
		}),
		"eligibility.evaluate-all": adapt(func(g givenEvaluateAll) (any, error) {
			all, err := g.Policy.orBaseline().EvaluateAll(g.Facts, g.On)
			result := resultAll{Decisions: map[string]resultDecision{}}
			for _, d := range all {
				result.Offers = append(result.Offers, d.Offer)
				result.Decisions[d.Offer.String()] = decisionResult(d)
			}
			return result, err
		}),
		"eligibility.when": adapt(func(g givenWhen) (any, error) {
			return g.Policy.orBaseline().When(g.Offer, g.Facts, g.From)
		}),
		"eligibility.package-change": adapt(func(g givenPackageChange) (any, error) {
			return g.Policy.orBaseline().PackageChange(g.Anniversary, g.On)
		}),
		"eligibility.retain": adapt(func(g givenRetain) (any, error) {
			return g.Policy.orBaseline().Retain(g.Anniversary, g.Paid, g.Qualified)
		}),
	}
}

func decisionResult(d eligibility.Decision) resultDecision {
	// Lists without elements are written as such, not left out.
	result := resultDecision{
		Decision: d, Asked: []string{}, Unmet: []string{},
		Reasons: []eligibility.Reason{}, Advice: []eligibility.Advice{},
	}
	for reason := range d.All() {
		result.Asked = append(result.Asked, reason.Rule())
	}
	for reason := range d.Reasons() {
		result.Unmet = append(result.Unmet, reason.Rule())
		result.Reasons = append(result.Reasons, reason)
	}
	for advice := range d.Advice() {
		result.Advice = append(result.Advice, advice)
	}
	return result
}
