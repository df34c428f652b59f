package benefits_test

import (
	"slices"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// This file implements the rules about benefits a second time. It requires all facts
// to be known, and decides for single days. It shares only types with the package.
// The property tests compare the package with it.

// years returns the number of paid years.
func years(m Membership) int { return len(m.Renewals) + 1 }

// anniversaries returns the anniversary date that ends each paid year.
func anniversaries(p Policy, m Membership) []calendar.Date {
	first := m.Anniversary
	if first.IsZero() {
		first = m.Start.AddYears(1)
	}
	all := []calendar.Date{first}
	for i, paid := range m.Renewals {
		ad := m.Start.AddYears(i + 2)
		if m.Start.IsZero() {
			ad = m.Anniversary.AddYears(i + 1)
		}
		if p.Dates.YearFromPayment {
			ad = paid.AddYears(1)
		}
		all = append(all, ad)
	}
	return all
}

// A spec holds the dates of a benefit according to the rules.
type spec struct {
	provided, anniversary, activateBy, access calendar.Date

	// redeemThrough is the last day to redeem the benefit.
	redeemThrough calendar.Date

	// own returns the end of the benefit's own term if it is unlocked and redeemed
	// on the given days. It is zero if there is no term. If no source settles it, ok
	// is false.
	own func(unlocked, redeemedOn calendar.Date) (end calendar.Date, ok bool)
}

// specify returns the dates of a benefit.
func specify(p Policy, m Membership, b Benefit) spec {
	ads := anniversaries(p, m)
	base, provided := m.Start, m.Start
	if b.Year > 1 {
		base, provided = ads[b.Year-2], m.Renewals[b.Year-2]
		if p.Dates.YearFromPayment {
			base = provided
		}
	}
	s := spec{
		provided: provided, anniversary: ads[b.Year-1], activateBy: base.AddMonths(13), access: ads[len(ads)-1].AddDays(int(p.Dates.WindowCloses)),
	}
	s.redeemThrough = s.activateBy
	if s.access.Before(s.redeemThrough) {
		s.redeemThrough = s.access
	}
	s.own = func(unlocked, redeemedOn calendar.Date) (calendar.Date, bool) {
		switch {
		case b.Category == OnPremisesSoftware:
			return calendar.Date{}, true
		case endsWithYear(p, redeemedOn):
			return s.anniversary, !redeemedOn.After(s.anniversary)
		case b.Category != CloudServices:
			return unlocked.AddMonths(12), true
		case !p.ModernizedRedemption:
			return redeemedOn.AddMonths(12), true
		}
		for _, ad := range ads {
			if ad.Compare(redeemedOn) >= 0 {
				return ad, true
			}
		}
		// The next renewal is paid by the last day of its window. A year after that
		// day is later than every day of access.
		if p.Dates.YearFromPayment {
			return s.access.AddYears(1), true
		}
		return m.Start.AddYears(len(ads) + 1), true
	}
	return s
}

// endsWithYear reports whether a benefit redeemed on the day ends with its paid year.
func endsWithYear(p Policy, redeemedOn calendar.Date) bool {
	return !p.EndsWithYearFrom.IsZero() && redeemedOn.Compare(p.EndsWithYearFrom) >= 0
}

// openEnds returns the possible ends of the own term of a benefit that is not redeemed
// before a day: a zero end never comes. If no source settles the end, ok is false.
func (s spec) openEnds(p Policy, b Benefit, on calendar.Date) (ends []calendar.Date, ok bool) {
	switch {
	case b.Category != OnPremisesSoftware && endsWithYear(p, s.redeemThrough):
	case b.Category == CloudServices || b.Category == OnPremisesSoftware:
		return []calendar.Date{{}}, true
	default:
		return []calendar.Date{b.Unlocked.AddMonths(12)}, true
	}
	first := latest(s.provided, on)
	if !b.Unlocked.After(on) {
		first = latest(first, b.Unlocked)
	}
	for _, d := range []calendar.Date{first, p.EndsWithYearFrom.AddDays(-1), p.EndsWithYearFrom, s.anniversary} {
		if end, _ := s.own(b.Unlocked, d); !d.Before(first) && !d.After(s.anniversary) && !slices.Contains(ends, end) {
			ends = append(ends, end)
		}
	}
	return ends, len(ends) > 0
}

// latest returns the later of two days. A zero day is ignored.
func latest(d, e calendar.Date) calendar.Date {
	if d.Compare(e) < 0 {
		return e
	}
	return d
}

// possible reports whether the days of unlocking and redeeming are possible.
func (s spec) possible(b Benefit) bool {
	for _, d := range []calendar.Date{b.Unlocked, b.RedeemedOn} {
		if !d.IsZero() && (d.Compare(s.provided) < 0 || d.Compare(s.access) > 0) {
			return false
		}
	}
	if b.RedeemedOn.IsZero() {
		return true
	}
	return b.RedeemedOn.Compare(s.redeemThrough) <= 0 && b.RedeemedOn.Compare(b.Unlocked) >= 0
}

// ofNoUse reports whether the benefit was redeemed after its own term was over.
func (s spec) ofNoUse(b Benefit) bool {
	own, ok := s.own(b.Unlocked, b.RedeemedOn)
	return ok && own.Before(b.RedeemedOn)
}

// state returns the state of the benefit on a day. It is StateUnknown if no source
// settles it.
func (s spec) state(p Policy, b Benefit, on calendar.Date) State {
	if on.Compare(s.provided) < 0 {
		return NotYetProvided
	}
	if b.Redeemed != yes || on.Compare(b.RedeemedOn) < 0 {
		return s.unredeemedState(p, b, on)
	}
	own, ok := s.own(b.Unlocked, b.RedeemedOn)
	switch {
	case !ok:
		return StateUnknown
	case s.ofNoUse(b):
		return RedeemedOfNoUse
	case !own.IsZero() && own.Compare(s.access) <= 0 && on.Compare(own) > 0:
		return Expired
	case on.Compare(s.access) > 0:
		return LostWithMembership
	}
	return InUse
}

// unredeemedState returns the state of a provided benefit that is not redeemed by the
// day.
func (s spec) unredeemedState(p Policy, b Benefit, on calendar.Date) State {
	if on.Compare(s.redeemThrough) > 0 {
		return ExpiredUnredeemed
	}
	ends, ok := s.openEnds(p, b, on)
	if !ok {
		return StateUnknown
	}
	over := 0
	for _, end := range ends {
		if end.Before(on) {
			over++
		}
	}
	switch over {
	case 0:
		return Available
	case len(ends):
		return ExpiredUnredeemed
	}
	return StateUnknown
}
