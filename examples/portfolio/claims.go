package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// claims writes the section on association claims, if there are any. Without -all
// it lists only claims that need attention.
func (p *page) claims(r *portfolio.Claims) {
	if r == nil {
		return
	}
	p.title("Association claims")
	p.paragraph("  ", "Policy: "+r.Policy+".")
	listed := r.Attention
	if p.all {
		listed = r.All
	}
	for c := range listed {
		p.claim(c)
	}
}

func (p *page) claim(c portfolio.Claim) {
	p.line("")
	p.paragraph("  ", c.Claim.ID+": "+portfolio.Words(c.Claim.Status.String())+", on "+cmp.Or(c.Customer, c.Claim.Tenant.String()))
	p.field("Claims", p.units(c.Claim.Units))
	if c.Due != nil {
		p.field("Next", dueText(c.Due))
	}
	switch {
	case p.all:
		p.wrongs(c)
	case c.Fault != nil:
		p.field("Fault", string(c.Fault.Rule)+" "+portfolio.Words(c.Fault.Fault.Reason.String())+", "+c.Fault.Fault.On.String())
	}
	if c.Draft != nil && !p.all {
		p.field("Draft", draftText(c))
	}
	if p.all {
		p.answers(c)
	}
}

// answers writes the answers to the further questions about a claim, and the notes.
func (p *page) answers(c portfolio.Claim) {
	if d := c.Due; d != nil && d.Timing == cpor.TimingOpen && d.DecisionBy.After(d.Through) {
		p.field("Decided", "by "+d.DecisionBy.String()+" at the latest, if nothing is late")
	}
	if c.Choice != nil {
		for activity, fit := range c.Choice.All() {
			p.field("Fits", activity.Title()+": "+fit.Fits.String()+"; for payment: "+fit.ForPayment.String())
		}
	}
	for _, option := range c.Locations {
		text := option.Partner.String() + " may be chosen"
		if !option.MayChoose {
			text = option.Partner.String() + " may not be chosen"
		}
		for _, warning := range option.Warnings {
			text += ". " + warning.Message()
		}
		p.field("Location", strings.TrimSuffix(text, "."))
	}
	for _, covered := range c.Covers {
		text := covered.Subscription.ID.String() + ": " + covered.Cover.Covers.String()
		if covered.Cover.HasEnded {
			text += "; it has ended"
		}
		p.field("Covers", text)
	}
	for _, note := range c.Notes {
		p.field("Note", note.Message)
	}
}

// wrongs writes the faults of a claim in full.
func (p *page) wrongs(c portfolio.Claim) {
	if c.Fault != nil {
		p.field("Fault", c.Fault.Fault.Error())
		p.cause(portfolio.CauseOf(c.Fault.Fault.Reason), "")
	}
	if c.Draft != nil {
		p.field("Draft", c.Draft.Verdict.String())
	}
	for _, f := range c.Findings {
		p.field("Why", string(f.Rule)+", "+f.Finding.Severity.String()+" in "+strings.ToLower(f.Finding.Field.Title())+": "+f.Message)
		p.field("To do", f.Remedy)
	}
}

// draftText returns the verdict on a draft, and the rules it breaks by severity.
func draftText(c portfolio.Claim) string {
	var texts []string
	for severity, group := range grouped(c.Findings, func(f portfolio.Finding) string { return f.Finding.Severity.String() }) {
		var rules []partnerrules.RuleID
		for _, f := range group {
			if !slices.Contains(rules, f.Rule) {
				rules = append(rules, f.Rule)
			}
		}
		texts = append(texts, severity+" "+portfolio.RulesText(rules))
	}
	if len(texts) == 0 {
		return c.Draft.Verdict.String()
	}
	return c.Draft.Verdict.String() + ": " + strings.Join(texts, "; ")
}

func dueText(d *cpor.Deadline) string {
	switch {
	case d.Task == 0:
		return "no deadline"
	case d.State.Status == cpor.Approved && d.Through.IsZero():
		return portfolio.DueText(d, calendar.Date.String) + "; nothing to do"
	case d.Through.IsZero():
		return portfolio.DueText(d, calendar.Date.String)
	}
	return portfolio.DueText(d, calendar.Date.String) + " (" + d.Timing.String() + ")"
}

// claimsSummary writes the number of claims of each status, if there are any.
func (p *page) claimsSummary(r *portfolio.Claims, competing []portfolio.Pair) {
	if r == nil {
		return
	}
	var parts []string
	all := 0
	for status := range partnerrules.Values[cpor.Status]() {
		if n := r.Numbers[status]; n > 0 {
			all += n
			parts = append(parts, strconv.Itoa(n)+" "+portfolio.Words(status.String()))
		}
	}
	p.paragraph("  ", portfolio.Count(all, "claim", "claims")+": "+strings.Join(parts, ", ")+"; "+
		portfolio.Count(len(competing), "pair", "pairs")+" that compete, may compete or are duplicates.")
}
