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

// packageText says until when the package of benefits is fixed. There is nothing
// to say of one that may be changed, nor of an offer that is retired.
func packageText(a portfolio.Answer) string {
	if !a.PackageIsFixed() {
		return ""
	}
	change := a.PackageChange
	return change.Reason.Rule() + ": fixed through " + change.HoldsThrough.String() + ". " + change.Reason.Remedy()
}
