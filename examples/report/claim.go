package main

import (
	"cmp"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A claim is a row of the tables of claims.
type claim struct {
	ID       string
	Customer string
	Status   string
	Units    string
	Next     string
	Timing   *badge
	Findings []finding
}

// A finding is something wrong with a claim, be it in its history or its draft.
type finding struct {
	Rule, Where, Message, Remedy string
	State                        badge
}

// busy reports whether something is due on a claim, or something wrong with it.
func busy(c *portfolio.Claim) bool {
	return timingBadge(c.Due) != nil || c.Fault != nil || len(c.Findings) > 0
}

func claimOf(c *portfolio.Claim) claim {
	v := claim{
		ID: c.Claim.ID, Customer: cmp.Or(c.Customer, c.Claim.Tenant.String()),
		Status: portfolio.Words(c.Claim.Status.String()), Units: unitsText(c.Claim.Units),
	}
	v.Next, v.Timing = dueText(c.Due), timingBadge(c.Due)
	if f := c.Fault; f != nil {
		v.Findings = append(v.Findings, finding{f.Rule, "history, " + dayText(f.Fault.On), f.Message, f.Remedy, badge{bad, portfolio.Words(f.Fault.Reason.String())}})
	}
	for _, f := range c.Findings {
		state := badge{notice, f.Finding.Severity.String()}
		if f.Finding.Severity == cpor.Error {
			state.Tone = bad
		}
		v.Findings = append(v.Findings, finding{f.Rule, portfolio.Words(f.Finding.Field.String()), f.Message, f.Remedy, state})
	}
	return v
}

// dueText says what is due next. It is empty where nothing is, or not any more.
func dueText(d *cpor.Deadline) string {
	switch {
	case d == nil || d.Task == 0 || d.Timing == cpor.Closed:
		return ""
	case d.Through.IsZero():
		return sentence(d.By.String()) + ": " + portfolio.Words(d.Task.String()) + ", at any time"
	}
	return sentence(d.By.String()) + ": " + portfolio.Words(d.Task.String()) + " by " + dayText(d.Through)
}

func timingBadge(d *cpor.Deadline) *badge {
	switch {
	case d == nil || d.Task == 0 || d.Timing == cpor.Closed:
		return nil
	case d.Timing == cpor.Overdue:
		return &badge{bad, "overdue"}
	case d.Timing == cpor.TimingUnknown:
		return &badge{notice, "perhaps overdue"}
	}
	return &badge{neutral, portfolio.Words(d.Timing.String())}
}
