package main

import (
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// mark lets the eye find a verdict.
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
		return "no checklist is published to judge by"
	}
	return portfolio.ButtonText(d.Button) + " is " + d.Verdict.String()
}

// standingText says where a membership stands.
func standingText(a portfolio.Answer, listed bool, on calendar.Date) string {
	h := a.Held
	switch {
	case h == nil && listed:
		return "no"
	case h == nil:
		return "not known"
	case h.Standing == portfolio.Ended:
		return "no longer"
	}
	var parts []string
	if h.Active == eligibility.Unknown && h.Standing != portfolio.Lapsed {
		parts = append(parts, "perhaps, since it is not known to be active")
	}
	if !h.Bought.IsZero() {
		parts = append(parts, "bought "+h.Bought.String())
	}
	if h.Anniversary.IsZero() {
		return strings.Join(append(parts, "anniversary date not known"), "; ")
	}
	parts = append(parts, "anniversary date "+h.Anniversary.String(), windowText(a, on))
	return strings.Join(parts, "; ")
}

func windowText(a portfolio.Answer, on calendar.Date) string {
	h := a.Held
	s := "renewal window " + daysText(h.Window)
	switch h.Standing {
	case portfolio.Lapsed:
		s += " missed: lapsed on " + h.LastAccess.AddDays(1).String()
		if a.PackageChange != nil {
			s += " (" + a.PackageChange.Reason.Rule() + ")"
		}
	case portfolio.Renewable:
		return s + " is open" + nearby(", last day ", h.Window.Last(), on)
	case portfolio.Running:
		return s + " is not open yet" + nearby(", opens ", h.Window.First(), on)
	}
	return s
}

// accessText says how long the benefits last.
func accessText(h *portfolio.Held) string {
	if h == nil || h.Standing != portfolio.Running && h.Standing != portfolio.Renewable {
		return ""
	}
	return "to the benefits through " + h.LastAccess.String() + " unless renewed"
}

// daysText writes a period as people say it.
func daysText(p calendar.Period) string {
	return p.First().String() + " to " + p.Last().String()
}

// nearby says of a day that it is today or tomorrow, and else nothing.
func nearby(what string, d, on calendar.Date) string {
	switch days, _ := d.DaysSince(on); days {
	case 0:
		return what + "today"
	case 1:
		return what + "tomorrow"
	}
	return ""
}

// whenText says when the button is enabled, the facts being as they are.
func whenText(a portfolio.Answer, on calendar.Date) string {
	days := a.Opening.Days
	switch a.Opening.Verdict {
	case eligibility.Disabled:
		return "on no day, unless the facts change: waiting alone does not help"
	case eligibility.Undetermined:
		return "cannot be said while facts are missing"
	case eligibility.NoPublishedChecklist:
		return ""
	}
	s := portfolio.ButtonText(a.Opening.Button)
	if days.First() != on {
		s += " from " + days.First().String()
	} else {
		s += " now"
	}
	if days.IsOpen() {
		return s + ", without a known end"
	}
	return s + " through " + days.Last().String()
}

func areaTitles(set eligibility.AreaSet) string {
	var titles []string
	for area := range set.All() {
		titles = append(titles, area.Title())
	}
	return strings.Join(titles, ", ")
}

// packageText says until when the package of benefits is fixed. There is nothing
// to say of one that may be changed, nor of an offer that is retired.
func packageText(a portfolio.Answer) string {
	if !a.PackageIsFixed() {
		return ""
	}
	change := a.PackageChange
	return change.Reason.Rule() + ": fixed through " + change.HoldsThrough.String() + ". " + change.Reason.Remedy()
}

// scoreText says what an area's score is, and in which category nothing counts.
func scoreText(s eligibility.Assessment) string {
	text := s.Least.String()
	if s.Least != s.Most {
		text += " to " + s.Most.String()
	}
	text += " points of the 100, 70 needed"
	for metric := range s.Unmet() {
		text += "; none in " + metric.String() + " (" + metric.Category().String() + ")"
	}
	return text
}

// missingTexts says what the missing facts are, in the terms of the file. The
// areas share a line.
func missingTexts(missing eligibility.FactSet) []string {
	var texts, areas []string
	for area := eligibility.DataAI; area <= eligibility.Security; area++ {
		if missing.Has(eligibility.FactDataAI + eligibility.Fact(area-eligibility.DataAI)) {
			areas = append(areas, area.Title())
		}
	}
	for fact := range missing.All() {
		switch {
		case fact < eligibility.FactDataAI || fact > eligibility.FactSecurity:
			texts = append(texts, factText(fact))
		case len(areas) > 0:
			texts = append(texts, "whether qualified for "+strings.Join(areas, ", ")+" (qualified or scores)")
			areas = nil
		}
	}
	return texts
}

// factText says what a missing fact is that is not about an area.
func factText(f eligibility.Fact) string {
	switch f {
	case eligibility.FactAccount:
		return "the state of the account's verification (account)"
	case eligibility.FactMembership:
		return "which designation or legacy membership is active, if any (memberships)"
	case eligibility.FactAnniversary:
		return "the anniversary date of that membership (start or anniversary)"
	case eligibility.FactHeld:
		return "the areas of the designations held (memberships)"
	case eligibility.FactStatus2022:
		return "the Gold or Silver status on 2022-09-30 (status2022)"
	case eligibility.FactBilling:
		return "whether a billing profile is linked (billing)"
	case eligibility.FactPack:
		return "whether the pack is active (memberships)"
	case eligibility.FactPackAnniversary:
		return "the pack's anniversary date (start or anniversary)"
	case eligibility.FactLearning:
		return "whether a Learning Action Pack is active (memberships)"
	case eligibility.FactLearningAnniversary:
		return "the Learning Action Pack's anniversary date (start or anniversary)"
	}
	return f.String()
}

func feeText(a portfolio.Answer) string {
	s := a.Fee.String()
	if a.FeeDue() {
		s += ", to be paid by " + a.Held.Window.Last().String()
	}
	return s
}
