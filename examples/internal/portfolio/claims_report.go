package portfolio

import (
	"errors"
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// judgeClaims adds to a report what there is to say of the claims, if there are
// any.
func (p *Portfolio) judgeClaims(r *Report, e Edition) error {
	if len(p.claims)+len(p.reported) == 0 {
		return nil
	}
	policy := e.claimsPolicy(r.On)
	r.Claims = &Claims{Policy: policy.String(), Claims: []Claim{}}
	all := slices.Clone(p.reported)
	for i := range p.claims {
		all = append(all, p.claims[i].claim)
	}
	for i := range p.claims {
		report, err := p.claims[i].report(e, all, r.On)
		if err != nil {
			return err
		}
		r.Claims.Claims = append(r.Claims.Claims, report)
	}
	for i := range p.reported {
		r.Claims.Claims = append(r.Claims.Claims, Claim{Claim: &p.reported[i]})
	}
	return r.compete(policy, all)
}

// compete adds to a report the claims that compete.
func (r *Report) compete(policy cpor.Policy, all []cpor.Claim) error {
	pairs, err := policy.Detect(all)
	if err != nil {
		return err
	}
	tenants := map[string]cpor.TenantID{}
	for i := range all {
		tenants[all[i].ID] = all[i].Tenant
	}
	for pair := range pairs {
		report := Pair{Tenant: tenants[pair.First], Pair: pair}
		if arbitration, ok := policy.Arbitrate(pair, r.On); ok {
			report.Arbitration = &arbitration
		}
		r.Competing = append(r.Competing, report)
	}
	return nil
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
func (e Edition) claimsPolicy(from calendar.Date) cpor.Policy {
	if e == InForce {
		policy, _ := cpor.InForce(from)
		return policy
	}
	return cpor.Baseline()
}

// report judges a claim, its whole history under one edition. Business days are
// Monday to Friday.
func (c *filedClaim) report(e Edition, all []cpor.Claim, on calendar.Date) (Claim, error) {
	r := Claim{Claim: &c.claim}
	policy := e.claimsPolicy(c.history[0].On)
	var days calendar.BusinessCalendar
	var fault *cpor.StepError
	switch err := policy.Check(c.history, days); {
	case errors.As(err, &fault):
		r.Fault = &StepFault{*fault, fault.Reason.Rule(), fault.Reason.Message(), fault.Reason.Remedy(false)}
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
		r.Findings = append(r.Findings, Finding{f.Reason.Rule(), f, f.Message(), f.Remedy()})
	}
	r.Draft = &validation
	return r, err
}
