package main

import (
	"errors"
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A claimsReport is what there is to say of the association claims.
type claimsReport struct {
	Policy string        `json:"policy"` // that of competition; each claim has its own
	Claims []claimReport `json:"claims"`
	Pairs  []pairReport  `json:"pairs"`
}

type claimReport struct {
	Claim    cpor.Claim       `json:"claim"`
	Standing cpor.Standing    `json:"standing,omitzero"` // absent if the history is not legal
	Due      *cpor.Deadline   `json:"due,omitempty"`
	Fault    *stepReport      `json:"fault,omitempty"` // the first step that is late or not legal
	Draft    *cpor.Validation `json:"draft,omitempty"`
	Findings []findingReport  `json:"findings,omitempty"`
}

type stepReport struct {
	Fault   cpor.StepError `json:"fault"`
	Rule    string         `json:"rule"`
	Message string         `json:"message"`
	Remedy  string         `json:"remedy"`
}

type findingReport struct {
	Rule    string       `json:"rule"`
	Finding cpor.Finding `json:"finding"`
	Message string       `json:"message"`
	Remedy  string       `json:"remedy"`
}

type pairReport struct {
	Pair        cpor.Pair         `json:"pair"`
	Arbitration *cpor.Arbitration `json:"arbitration,omitempty"`
}

// judgeClaims makes the report on the claims of a file and those that a usage
// report tells; nil if there are none.
func judgeClaims(filed []filedClaim, reported []cpor.Claim, e edition, on calendar.Date) (*claimsReport, error) {
	if len(filed)+len(reported) == 0 {
		return nil, nil
	}
	policy := e.claimsPolicy(on)
	r := &claimsReport{Policy: policy.String(), Claims: []claimReport{}, Pairs: []pairReport{}}
	all := slices.Clone(reported)
	for i := range filed {
		all = append(all, filed[i].claim)
	}
	for _, c := range filed {
		report, err := c.report(e, all, on)
		if err != nil {
			return nil, err
		}
		r.Claims = append(r.Claims, report)
	}
	for _, c := range reported {
		r.Claims = append(r.Claims, claimReport{Claim: c})
	}
	pairs, err := policy.Detect(all)
	if err != nil {
		return nil, err
	}
	for pair := range pairs {
		report := pairReport{Pair: pair}
		if arbitration, ok := policy.Arbitrate(pair, on); ok {
			report.Arbitration = &arbitration
		}
		r.Pairs = append(r.Pairs, report)
	}
	return r, nil
}

// checkDays refuses a history that goes on after the day to judge by.
func (c *filedClaim) checkDays(on calendar.Date) {
	for _, step := range c.history {
		if step.On.After(on) {
			c.node.Fault("its history has a step on " + step.On.String() + ", after the day judged by, " + on.String())
			return
		}
	}
}

// claimsPolicy returns the policy for a claim whose history begins on a day.
func (e edition) claimsPolicy(from calendar.Date) cpor.Policy {
	if e == inForce {
		policy, _ := cpor.InForce(from)
		return policy
	}
	return cpor.Baseline()
}

// report judges a claim, its whole history under one edition. Business days are
// Monday to Friday.
func (c *filedClaim) report(e edition, all []cpor.Claim, on calendar.Date) (claimReport, error) {
	r := claimReport{Claim: c.claim}
	policy := e.claimsPolicy(c.history[0].On)
	var days calendar.BusinessCalendar
	var fault *cpor.StepError
	switch err := policy.Check(c.history, days); {
	case errors.As(err, &fault):
		r.Fault = &stepReport{*fault, fault.Reason.Rule(), fault.Reason.Message(), fault.Reason.Remedy(false)}
	case err != nil:
		return r, err
	}
	if at, err := policy.Follow(c.history, days); err == nil {
		due, err := policy.Due(at, on, days)
		if err != nil {
			return r, err
		}
		r.Standing, r.Due = at, &due
	}
	if c.draft == nil {
		return r, nil
	}
	facts := c.draft.facts
	facts.Claims, facts.ClaimsComplete = all, true
	validation, err := policy.Validation(c.draft.draft, facts, on)
	for _, f := range validation.Findings {
		r.Findings = append(r.Findings, findingReport{f.Reason.Rule(), f, f.Message(), f.Remedy()})
	}
	r.Draft = &validation
	return r, err
}
