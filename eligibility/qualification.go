package eligibility

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// QualificationWindow returns the qualification window of an area, under the policy
// in force. See [Policy.QualificationWindow].
func QualificationWindow(held Tri, ad, on calendar.Date) calendar.Period {
	return inForce().QualificationWindow(held, ad, on)
}

// QualificationWindow returns the qualification window of an area on the day on. The
// area is qualified if it is qualified on at least one day of the window, through
// on (ELG-25). The anniversary date of the membership is ad.
//
// The window of an area that is not held runs from the first day of the fifth
// calendar month before on through on. The window of a held area runs from the first
// day of the fifth month before ad through the last day of the month of ad. If
// p.RenewalQualifiesFrom is set, it includes the renewal window from that day on. A
// membership that has lapsed on the day holds no area.
//
// QualificationWindow returns the zero Period if held is Unknown, if ad is zero and
// the area is held, if on is zero or before 2023-09-19, or if an argument or the
// policy is invalid.
func (p Policy) QualificationWindow(held Tri, ad, on calendar.Date) calendar.Period {
	if p.Validate() != nil || on.IsZero() || on.Before(windowsFrom) {
		return calendar.Period{}
	}
	first, last := ad, monthStart(ad).AddMonths(1).AddDays(-1)
	switch {
	case held == No || held == Yes && p.position(Yes, ad, on).lapsed():
		first, last = on, on
	case held != Yes:
		return calendar.Period{}
	case !p.RenewalQualifiesFrom.IsZero() && !on.Before(p.RenewalQualifiesFrom):
		last = later(last, p.Dates.LastAccess(ad))
	}
	window, _ := calendar.NewPeriod(monthStart(first).AddMonths(-5), last)
	return window
}

// windowsFrom is the first day with qualification windows (ELG-25).
var windowsFrom = calendar.MustParseDate("2023-09-19")

func monthStart(d calendar.Date) calendar.Date { return d.AddDays(1 - d.Day()) }

// A Score is the partner capability score of an area on a day.
type Score struct {
	Area Area `json:"area"`

	// On is the day of the score. The zero Date is the day judged.
	On calendar.Date `json:"on,omitzero"`

	Metrics Metrics `json:"metrics"` // the points on that day
}

// Qualify adds scores to facts, under the policy in force. See [Policy.Qualify].
func Qualify(f Facts, on calendar.Date, scores ...Score) (Facts, error) {
	return inForce().Qualify(f, on, scores...)
}

// Qualify returns a copy of f in which the areas are qualified that have a qualifying
// score on a day of their qualification window (ELG-28). The facts are judged on the
// day on. A score that does not qualify, or that is outside the window, changes
// nothing, because the area may have been qualified on another day.
//
// If it is unknown whether the area is held, the day of the score must be in both
// possible windows.
//
// Qualify returns an [*partnerrules.InputError] if:
//   - a score is after on, or its metrics are invalid;
//   - an area is known to be unqualified, but a score qualifies it;
//   - on is zero, or a fact or the policy is invalid.
func (p Policy) Qualify(f Facts, on calendar.Date, scores ...Score) (Facts, error) {
	if err := p.Validate(); err != nil {
		return Facts{}, err
	}
	if on.IsZero() {
		return Facts{}, check.NoDate("on")
	}
	if err := f.validate(); err != nil {
		return Facts{}, err
	}
	for i, s := range scores {
		path := check.Item("scores", i)
		if s.On.After(on) {
			return Facts{}, check.Input(path+".on", s.On.String()+" is after the day judged, "+on.String())
		}
		if s.On.IsZero() {
			s.On = on
		}
		assessment, err := Assess(s.Area, s.Metrics)
		switch {
		case err != nil:
			return Facts{}, check.Within(path+".", err)
		case assessment.Qualified != Yes || !p.mayQualify(&f, s, on):
		case f.Qualified.Get(s.Area) == No:
			return Facts{}, check.Input(path, s.Area.Title()+" is qualified on "+s.On.String()+", but the facts say that it is not")
		default:
			f.Qualified = f.Qualified.With(s.Area, Yes)
		}
	}
	return f, nil
}

// mayQualify reports whether the day of a score is in the qualification window of its
// area, or in both possible windows.
func (p *Policy) mayQualify(f *Facts, s Score, on calendar.Date) bool {
	held := min(f.holds(HoldsDesignation), f.Held.Has(s.Area))
	for _, is := range [...]Tri{Yes, No} {
		if held == -is {
			continue
		}
		if !p.QualificationWindow(is, f.Anniversary, on).Contains(s.On) {
			return false
		}
	}
	return true
}
