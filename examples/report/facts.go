package main

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A fact is something that is known, under a label.
type fact struct{ Label, Text string }

// factsOf lists what is known of an offer, but for what is empty.
func factsOf(a *portfolio.Answer, c *portfolio.Company, on calendar.Date) []fact {
	all := []fact{
		{"Held", standingText(a, c.Listed, on)},
		{"Bought", boughtText(a.Held)},
		{"Renewal window", windowText(a.Held)},
		{"Benefits", portfolio.AccessText(a.Held, dayText)},
		{"When", portfolio.OpeningText(a, on, dayText)},
		{"Missing", missingText(a.Decision.Missing)},
		{"Score", portfolio.ScoreText(a, c.Scores)},
		{"Lost by renewing", lostText(a.Decision.Lost)},
		{"Choice", portfolio.ChoiceText(a.Decision.Benefits)},
		{"Package", packageText(a)},
		{"Fee", portfolio.FeeText(a, dayText)},
	}
	var known []fact
	for _, f := range all {
		if f.Text != "" {
			known = append(known, f)
		}
	}
	return known
}

func standingText(a *portfolio.Answer, listed bool, on calendar.Date) string {
	h := a.Held
	switch {
	case h == nil && listed:
		return "no"
	case h == nil:
		return "not known"
	}
	switch h.Standing {
	case portfolio.Ended:
		return "no longer"
	case portfolio.Lapsed:
		return "lapsed on " + dayText(h.LastAccess.AddDays(1)) + ", the renewal window was missed"
	case portfolio.Renewable:
		return "yes, the renewal window is open; last day " + dayText(h.Window.Last()) + ", " + distance(h.Window.Last(), on)
	case portfolio.Running:
		return "yes, the renewal window opens on " + dayText(h.Window.First()) + ", " + distance(h.Window.First(), on)
	}
	if h.Anniversary.IsZero() {
		return "anniversary date not known"
	}
	return "perhaps, since it is not known to be active"
}

func boughtText(h *portfolio.Held) string {
	if h == nil || h.Bought.IsZero() {
		return ""
	}
	s := dayText(h.Bought)
	if n := len(h.Years); n > 0 {
		s += "; in paid year " + strconv.Itoa(n)
	}
	return s
}

func windowText(h *portfolio.Held) string {
	if h == nil || h.Window.IsZero() {
		return ""
	}
	return daysText(h.Window) + ", after the anniversary date " + dayText(h.Anniversary)
}

// packageText says until when the package of benefits is fixed.
func packageText(a *portfolio.Answer) string {
	if !a.PackageIsFixed() {
		return ""
	}
	change := a.PackageChange
	return "fixed to " + dayText(change.HoldsThrough) + " (" + change.Reason.Rule() + ")"
}

// lostText names the designations that are lost by renewing.
func lostText(lost eligibility.AreaSet) string {
	if titles := portfolio.AreaTitles(lost); titles != "" {
		return titles + ", as not qualified"
	}
	return ""
}

// missingText names the facts that are missing.
func missingText(missing eligibility.FactSet) string {
	var texts []string
	for _, fact := range portfolio.MissingFacts(missing) {
		texts = append(texts, fact.Text)
	}
	return strings.Join(texts, "; ")
}
