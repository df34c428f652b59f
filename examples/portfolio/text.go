package main

import (
	"fmt"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// textOf puts a report in words.
func textOf(r *portfolio.Report) []byte {
	var p page
	p.heading(r)
	for _, c := range r.Companies {
		p.company(c, r.On)
	}
	p.summary(r)
	p.agreement(r.Agreement, r.On)
	p.claims(r.Claims, r.Competing)
	return p.Bytes()
}

func (p *page) heading(r *portfolio.Report) {
	p.paragraph("", "Membership offers on "+r.On.String()+". Policy: "+r.Policy.Text+".")
	if r.Policy.Coverage != calendar.Covered {
		p.paragraph("", fmt.Sprintf("Warning: these rules are known for %s to %s only. On %s the programme may say otherwise.",
			r.Policy.Known.First(), r.Policy.Known.Last(), r.On))
	}
}

func (p *page) company(c portfolio.Company, on calendar.Date) {
	p.title(c.Name)
	if !c.Listed {
		p.paragraph("  ", "The memberships that the company holds are not known.")
	}
	for _, a := range c.Memberships {
		p.answer(a, c, on)
	}
	for _, a := range c.Wanted {
		p.answer(a, c, on)
	}
	if len(c.Advice) > 0 {
		p.line("")
		p.line("  Keep in mind")
	}
	for _, advice := range c.Advice {
		p.field(advice.Rule, advice.Message)
	}
}

func (p *page) answer(a portfolio.Answer, c portfolio.Company, on calendar.Date) {
	p.line("")
	p.line("  " + mark(a.Decision.Verdict) + " " + a.Title + ": " + verdict(a.Decision))
	p.field("Held", standingText(a, c.Listed, on))
	if access := accessText(a.Held); access != "" {
		p.field("Access", access)
	}
	for _, reason := range a.Reasons {
		p.reason(reason)
	}
	p.missing(a.Decision)
	p.score(a, c.Scores)
	if when := whenText(a, on); when != "" {
		p.field("When", when)
	}
	if lost := a.Decision.Lost; lost.IsKnown() && lost != eligibility.AreasOf() {
		p.field("Lost", "with this renewal, as not qualified: "+areaTitles(lost))
	}
	if choice := choiceText(a.Decision.Benefits); choice != "" {
		p.field("Choice", choice)
	}
	if text := packageText(a); text != "" {
		p.field("Package", text)
	}
	if a.Fee != nil {
		p.field("Fee", feeText(a))
	}
	p.benefits(a, on)
}

func (p *page) reason(r portfolio.Reason) {
	p.field("Why", r.Rule+": "+r.Message)
	todo := r.Remedy
	if r.See != "" {
		todo += " Read: " + r.See + "."
	}
	p.field("To do", todo)
	if !r.From.IsZero() {
		p.field("From", r.From.String()+" on this no longer stands in the way.")
	}
}

func (p *page) missing(d eligibility.Decision) {
	label := "Missing"
	for _, text := range missingTexts(d.Missing) {
		p.field(label, text)
		label = ""
	}
}

// score shows the points of the area that a designation is for, if given.
func (p *page) score(a portfolio.Answer, scores []eligibility.Assessment) {
	for _, s := range scores {
		if s.Area == a.Decision.Offer.Area() {
			p.field("Score", scoreText(s))
		}
	}
}

func (p *page) summary(r *portfolio.Report) {
	s := r.Summary
	p.title("Summary")
	p.paragraph("  ", fmt.Sprintf("%s of %s: %d enabled, %d disabled, %d undetermined, %d without a published checklist.",
		count(s.Offers, "offer", "offers"), count(s.Companies, "company", "companies"),
		s.Enabled, s.Disabled, s.Undetermined, s.NoPublishedChecklist))
	var due []string
	for _, f := range s.FeesDue {
		due = append(due, f.String())
	}
	if len(due) > 0 {
		p.paragraph("  ", "Fees of the memberships whose renewal window is open: "+strings.Join(due, ", ")+".")
	}
}
