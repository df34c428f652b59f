package main

import (
	"cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A claim is a row in a table of claims.
type claim struct {
	ID       string
	Customer string
	Status   string
	Units    string
	Next     string
	Timing   *badge
	Findings []finding
}

// A finding is a fault in the history or the draft of a claim.
type finding struct {
	portfolio.Cause
	Where string
	State badge
}

// busy reports whether a claim has a deadline or a fault.
func busy(c *portfolio.Claim) bool {
	return timingBadge(c.Due) != nil || c.Fault != nil || len(c.Findings) > 0
}

func claimOf(c *portfolio.Claim) claim {
	v := claim{
		ID: c.Claim.ID, Customer: cmp.Or(c.Customer, c.Claim.Tenant.String()),
		Status: c.Claim.Status.Title(), Units: unitsText(c.Claim.Units),
	}
	v.Next, v.Timing = dueText(c.Due), timingBadge(c.Due)
	if f := c.Fault; f != nil {
		v.Findings = append(v.Findings, finding{portfolio.CauseOf(f.Fault.Reason), "history, " + dayText(f.Fault.On), badge{bad, portfolio.Words(f.Fault.Reason.String())}})
	}
	for _, f := range c.Findings {
		state := badge{notice, f.Finding.Severity.String()}
		if f.Finding.Severity == partnerrules.SeverityError {
			state.Tone = bad
		}
		v.Findings = append(v.Findings, finding{f.Cause(), f.Finding.Field.Title(), state})
	}
	return v
}

// dueText returns the next deadline, or "" if there is none.
func dueText(d *cpor.Deadline) string {
	if d == nil || d.Task == 0 || d.Timing == cpor.TimingClosed {
		return ""
	}
	return sentence(portfolio.DueText(d, dayText))
}

func timingBadge(d *cpor.Deadline) *badge {
	switch {
	case d == nil || d.Task == 0 || d.Timing == cpor.TimingClosed:
		return nil
	case d.Timing == cpor.TimingOverdue:
		return &badge{bad, "overdue"}
	case d.Timing == cpor.TimingUnknown:
		return &badge{notice, "perhaps overdue"}
	}
	return &badge{neutral, portfolio.Words(d.Timing.String())}
}

// A pair is two competing or duplicate claims, in words.
type pair struct {
	First, Second string
	Relation      badge
	Customer      string
	Units         string
	Holds         string
	Questions     []string
}

func pairsOf(all []portfolio.Pair) []pair {
	var pairs []pair
	for _, p := range all {
		pairs = append(pairs, pairOf(p))
	}
	return pairs
}

func pairOf(p portfolio.Pair) pair {
	v := pair{
		First: p.Pair.First, Second: p.Pair.Second, Relation: relationBadge(p.Pair.Relation),
		Customer: cmp.Or(p.Customer, p.Pair.Tenant.String()),
		Units:    unitsText(p.Pair.Units), Holds: holdsText(p.Pair),
	}
	if p.Arbitration != nil {
		for question := range p.Arbitration.Questions.All() {
			v.Questions = append(v.Questions, question.Message())
		}
	}
	return v
}

func relationBadge(r cpor.Relation) badge {
	switch r {
	case cpor.Competing:
		return badge{bad, "competing"}
	case cpor.Duplicate:
		return badge{neutral, "duplicate"}
	}
	return badge{notice, portfolio.Words(r.String())}
}

func holdsText(p cpor.Pair) string {
	switch {
	case p.BothApproved:
		return "both are approved, which the rules exclude"
	case p.Incumbent != "":
		return p.Incumbent + " is approved"
	}
	return "neither is approved"
}

// fewUnits is the number of units that are named before the rest is counted.
const fewUnits = 12

func unitsText(units []cpor.Unit) string {
	return portfolio.Some(portfolio.Texts(units), fewUnits)
}
