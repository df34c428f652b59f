package main

import (
	"strings"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// claims writes the section on association claims, if there are any.
func (p *page) claims(r *portfolio.Claims, competing []portfolio.Pair) {
	if r == nil {
		return
	}
	p.title("Association claims")
	p.paragraph("  ", "Policy: "+r.Policy+".")
	for _, c := range r.Claims {
		p.claim(c)
	}
	for _, pair := range competing {
		p.pair(pair)
	}
}

func (p *page) claim(c portfolio.Claim) {
	p.line("")
	p.line("  " + c.Claim.ID + ": " + c.Claim.Status.String())
	p.field("Claims", unitsText(c.Claim.Units)+" on "+c.Claim.Tenant.String())
	if c.Due != nil {
		p.field("Next", dueText(c.Due))
	}
	if c.Fault != nil {
		p.field("Fault", c.Fault.Fault.Error())
		p.field("Why", c.Fault.Rule+": "+c.Fault.Message)
		p.field("To do", c.Fault.Remedy)
	}
	if c.Draft != nil {
		p.field("Draft", c.Draft.Verdict.String())
	}
	for _, f := range c.Findings {
		p.field("Why", f.Rule+", "+f.Finding.Severity.String()+" of "+f.Finding.Field.String()+": "+f.Message)
		p.field("To do", f.Remedy)
	}
}

func dueText(d *cpor.Deadline) string {
	switch {
	case d.Task == 0:
		return "nothing is due"
	case d.Through.IsZero():
		return d.By.String() + ": " + d.Task.String() + ", at any time"
	}
	return d.By.String() + ": " + d.Task.String() + " through " + d.Through.String() + " (" + d.Timing.String() + ")"
}

func (p *page) pair(r portfolio.Pair) {
	p.line("")
	p.line("  " + r.Pair.First + " and " + r.Pair.Second + ": " + r.Pair.Mark.String())
	p.field("Share", unitsText(r.Pair.Units))
	switch {
	case r.Pair.BothApproved:
		p.field("Holds", "both are approved, which cannot be")
	case r.Pair.Incumbent != "":
		p.field("Holds", r.Pair.Incumbent)
	}
	if r.Arbitration == nil {
		return
	}
	for question := range r.Arbitration.Questions.All() {
		p.field("Open", question.Message())
	}
}

func unitsText(units []cpor.Unit) string {
	var all []string
	for _, u := range units {
		all = append(all, u.String())
	}
	return strings.Join(all, ", ")
}
