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
		{"Benefits", accessText(a.Held)},
		{"Button", openingText(a, on)},
		{"Missing", missingText(a.Decision)},
		{"Score", scoreText(a, c.Scores)},
		{"Lost by renewing", lostText(a.Decision.Lost)},
		{"Choice", portfolio.ChoiceText(a.Decision.Benefits)},
		{"Package", packageText(a)},
		{"Fee", feeText(a)},
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

func accessText(h *portfolio.Held) string {
	if h == nil || h.Standing != portfolio.Running && h.Standing != portfolio.Renewable {
		return ""
	}
	return "to " + dayText(h.LastAccess) + " unless renewed"
}

// openingText says when the button will be enabled, the facts being as they are.
func openingText(a *portfolio.Answer, on calendar.Date) string {
	o := a.Opening
	switch o.Verdict {
	case eligibility.Disabled:
		return "enabled on no day unless the facts change: waiting alone does not help"
	case eligibility.Undetermined:
		return "cannot be said while facts are missing"
	case eligibility.NoPublishedChecklist:
		return ""
	}
	s := portfolio.ButtonText(o.Button) + " from " + dayText(o.Days.First())
	if o.Days.First() == on {
		s = portfolio.ButtonText(o.Button) + " now"
	}
	if o.Days.IsOpen() {
		return s + ", without a known end"
	}
	return s + " to " + dayText(o.Days.Last())
}

// scoreText says what the area of a designation has scored, if that is given.
func scoreText(a *portfolio.Answer, scores []eligibility.Assessment) string {
	for _, s := range scores {
		if s.Area != a.Decision.Offer.Area() {
			continue
		}
		text := s.Least.String()
		if s.Least != s.Most {
			text += " to " + s.Most.String()
		}
		text += " of 100 points, 70 needed"
		for metric := range s.Unmet() {
			text += "; none in " + portfolio.Words(metric.String())
		}
		return text
	}
	return ""
}

func lostText(lost eligibility.AreaSet) string {
	if !lost.IsKnown() {
		return ""
	}
	var titles []string
	for area := range lost.All() {
		titles = append(titles, area.Title())
	}
	if len(titles) == 0 {
		return ""
	}
	return strings.Join(titles, ", ") + ", as not qualified"
}

// packageText says until when the package of benefits is fixed.
func packageText(a *portfolio.Answer) string {
	if !a.PackageIsFixed() {
		return ""
	}
	change := a.PackageChange
	return "fixed to " + dayText(change.HoldsThrough) + " (" + change.Reason.Rule() + ")"
}

func feeText(a *portfolio.Answer) string {
	if a.Fee == nil {
		return ""
	}
	s := a.Fee.String()
	if a.FeeDue() {
		s += ", to be paid by " + dayText(a.Held.Window.Last())
	}
	return s
}
