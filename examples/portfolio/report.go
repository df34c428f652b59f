package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// report writes a report: first the actions, blocks and competing claims, then the
// details.
func (p *page) report(r *portfolio.Report) {
	p.heading(r)
	p.actions(r.Actions, r.On)
	p.blocked(r.Blocked)
	if r.Claims != nil {
		p.competing(r.Competing)
	}
	for _, c := range r.Companies {
		p.company(c, r.On)
	}
	if !p.all {
		p.notes(notesOf(r.Companies))
	}
	p.agreement(r.Agreement, r.On)
	p.claims(r.Claims)
	p.summary(r)
	p.ending(r.Faults, r.Notes, r.Warnings)
}

func (p *page) heading(r *portfolio.Report) {
	p.paragraph("", "Portfolio on "+r.On.String()+". Policy: "+r.Policy.Text+".")
	p.warning(r.Policy, r.On)
}

// warning writes a warning if no published source shows the rules for the day.
func (p *page) warning(n portfolio.PolicyNote, on calendar.Date) {
	if limits := n.Limits(on); limits != "" {
		p.paragraph("", "Warning: "+limits)
	}
}

func (p *page) company(c portfolio.Company, on calendar.Date) {
	p.title(c.Name)
	if !c.Listed {
		p.paragraph("  ", "The memberships of this company are unknown.")
	}
	for _, a := range slices.Concat(c.Memberships, c.Wanted) {
		p.line("")
		p.line("  " + p.mark(mark(a.Decision.Verdict)) + " " + a.Title + ": " + verdict(a.Decision))
		if p.all {
			p.answer(a, c, on)
		} else {
			p.brief(a, c, on)
		}
	}
	if p.all {
		p.notes(c.Notes)
	}
}

// brief writes the results for an offer in short.
func (p *page) brief(a portfolio.Answer, c portfolio.Company, on calendar.Date) {
	p.field("Held", heldText(a, c.Listed, on))
	if len(a.Reasons) > 0 {
		p.field("Why", reasonsText(a.Reasons))
	}
	p.uncovered(a)
	p.missing(a.Decision)
	p.score(a, c.Scores)
	if when := portfolio.OpeningText(&a, on, calendar.Date.String); when != "" {
		p.field("When", when)
	}
	p.renewal(a)
	if fee := portfolio.FeeText(&a, calendar.Date.String); fee != "" {
		p.field("Fee", fee)
	}
	if len(a.Benefits) > 0 {
		p.field("Benefits", benefitCounts(a.Benefits))
	}
	p.next(a, on)
}

// reasonsText returns the rules and codes of reasons.
func reasonsText(all []portfolio.Reason) string {
	var texts []string
	for _, r := range all {
		texts = append(texts, string(r.Rule)+" "+portfolio.Words(r.Code))
	}
	return strings.Join(texts, "; ")
}

// answer writes the results for an offer in full.
func (p *page) answer(a portfolio.Answer, c portfolio.Company, on calendar.Date) {
	p.field("Held", heldText(a, c.Listed, on))
	if access := portfolio.AccessText(a.Held, calendar.Date.String); access != "" {
		p.field("Access", "to the benefits "+access)
	}
	for _, reason := range a.Reasons {
		p.cause(reason.Cause, reason.See)
	}
	p.uncovered(a)
	p.missing(a.Decision)
	p.score(a, c.Scores)
	if when := portfolio.OpeningText(&a, on, calendar.Date.String); when != "" {
		p.field("When", when)
	}
	p.renewal(a)
	if choice := portfolio.ChoiceText(a.Decision.Benefits); choice != "" {
		p.field("Choice", choice)
	}
	if text := packageText(a); text != "" {
		p.field("Package", text)
	}
	if fee := portfolio.FeeText(&a, calendar.Date.String); fee != "" {
		p.field("Fee", fee)
	}
	p.benefits(a)
	p.next(a, on)
}

func (p *page) uncovered(a portfolio.Answer) {
	if text := portfolio.CoverageText(&a.Decision); text != "" {
		p.field("Warning", text)
	}
}

// renewal writes whether the company is ready to renew a membership, and the areas that
// depend on it.
func (p *page) renewal(a portfolio.Answer) {
	if text := portfolio.RenewalText(a.Renewal, calendar.Date.String); text != "" {
		p.field("Renewal", text)
	}
	if through := portfolio.AreaTitles(a.Decision.RenewThrough); through != "" {
		p.field("Instead", "renew the membership through "+through)
	}
	if lost := portfolio.AreaTitles(a.Decision.Lost); lost != "" {
		p.field("Lost", "at the end of this window, because not qualified: "+lost)
	}
}

// notes writes notes to keep in mind.
func (p *page) notes(all []partnerrules.Note) {
	if len(all) == 0 {
		return
	}
	p.line("")
	p.line("  Keep in mind")
	for _, note := range all {
		p.field(string(note.Rule), note.Message)
	}
}

// notesOf returns the notes of all companies without duplicates.
func notesOf(companies []portfolio.Company) []partnerrules.Note {
	var all []partnerrules.Note
	for _, c := range companies {
		all = append(all, c.Notes...)
	}
	return portfolio.SortNotes(all)
}

// cause writes a reason of any package, and the help page to read unless see is
// empty.
func (p *page) cause(c portfolio.Cause, see string) {
	p.field("Why", string(c.Rule)+": "+c.Message)
	todo := c.Remedy
	if see != "" {
		todo += " Read: " + see + "."
	}
	p.field("To do", todo)
}

func (p *page) missing(d eligibility.Decision) {
	label := "Missing"
	for _, fact := range portfolio.MissingFacts(d.Missing) {
		p.field(label, fact.String())
		label = ""
	}
}

// score writes the points of the area of a designation, if known.
func (p *page) score(a portfolio.Answer, scores []portfolio.Score) {
	if score := portfolio.ScoreText(&a, scores, calendar.Date.String); score != "" {
		p.field("Score", score)
	}
}

func (p *page) summary(r *portfolio.Report) {
	s := r.Summary
	p.title("Summary")
	p.paragraph("  ", fmt.Sprintf("%s of %s: %d enabled, %d disabled, %d undetermined, %d without a published checklist.",
		portfolio.Count(s.Offers, "offer", "offers"), portfolio.Count(s.Companies, "company", "companies"),
		s.Enabled, s.Disabled, s.Undetermined, s.NoPublishedChecklist))
	var due []string
	for _, f := range s.FeesDue {
		due = append(due, f.String())
	}
	if len(due) > 0 {
		p.paragraph("  ", "Fees of the memberships whose renewal window is open: "+strings.Join(due, ", ")+".")
	}
	p.customersSummary(r.Agreement)
	p.claimsSummary(r.Claims, r.Competing)
}

// ending writes what may be wrong in the input, and what is left out of the output.
func (p *page) ending(faults []*portfolio.Fault, notes, warnings []string) {
	if len(warnings) > 0 {
		p.title("Check the input")
	}
	for _, warning := range warnings {
		p.wrap("  ", "    ", warning)
	}
	if len(faults)+len(notes) == 0 {
		return
	}
	p.title("Left out")
	for _, note := range notes {
		p.wrap("  ", "    ", note)
	}
	for _, fault := range faults {
		p.wrap("  ", "    ", fault.Error())
	}
}

// mark returns the mark of a verdict.
func mark(v eligibility.Verdict) string {
	switch v {
	case eligibility.Enabled:
		return "+"
	case eligibility.Disabled:
		return "-"
	case eligibility.Undetermined:
		return "?"
	}
	return "."
}

func verdict(d eligibility.Decision) string {
	if d.Verdict == eligibility.NoPublishedChecklist {
		return "no checklist is published"
	}
	return d.Button.Title() + " is " + d.Verdict.String()
}

// heldText returns the phase and the dates of a membership.
func heldText(a portfolio.Answer, listed bool, on calendar.Date) string {
	h := a.Held
	switch {
	case h == nil && listed:
		return "no"
	case h == nil:
		return "unknown"
	}
	var parts []string
	if h.Active == eligibility.Unknown {
		parts = append(parts, "unknown whether active")
	}
	if !h.Bought.IsZero() {
		parts = append(parts, "bought "+h.Bought.String())
	}
	if h.Anniversary.IsZero() {
		return strings.Join(append(parts, "anniversary date unknown"), "; ")
	}
	parts = append(parts, "anniversary date "+h.Anniversary.String(), windowText(a, on))
	return strings.Join(parts, "; ")
}

func windowText(a portfolio.Answer, on calendar.Date) string {
	h := a.Held
	s := "renewal window " + daysText(h.Window)
	switch h.Phase {
	case eligibility.Lapsed:
		s += " was missed: lapsed on " + h.LastAccess.AddDays(1).String()
		if a.PackageChange != nil {
			s += " (" + string(a.PackageChange.Reason.Rule()) + ")"
		}
	case eligibility.InWindow:
		return s + " is open" + nearby(", last day ", h.Window.Last(), on)
	case eligibility.Running:
		return s + " is not open yet" + nearby(", opens ", h.Window.First(), on)
	}
	return s
}

// daysText returns a period as words.
func daysText(p calendar.Period) string {
	return p.First().String() + " to " + p.Last().String()
}

// nearby returns what and "today" or "tomorrow". It is empty for other days.
func nearby(what string, d, on calendar.Date) string {
	switch days, _ := d.DaysSince(on); days {
	case 0:
		return what + "today"
	case 1:
		return what + "tomorrow"
	}
	return ""
}

// packageText returns until when the package of benefits is fixed. It is empty if
// the package may be changed or the offer is retired.
func packageText(a portfolio.Answer) string {
	if !a.PackageIsFixed() {
		return ""
	}
	change := a.PackageChange
	return string(change.Reason.Rule()) + ": fixed through " + change.HoldsThrough.String() + ". " + change.Reason.Remedy()
}
