package eligibility

import "github.com/partnerrules/partnerrules/calendar"

// A standing is where a membership or a pack stands on a day (ELG-09). It has
// no more fields than the compiler keeps in registers.
type standing struct {
	active Tri // as the facts say, a lapse apart

	// The day lies before the renewal window, or after it. One of the two is
	// No at least, or both are Unknown.
	before, lapsed Tri

	anniversary calendar.Date
}

// standing returns that of a membership with the given anniversary date.
func (p *Policy) standing(active Tri, ad, on calendar.Date) standing {
	s := standing{active: active, anniversary: ad}
	if days, ok := on.DaysSince(ad); ok {
		s.before = TriOf(days < p.Dates.WindowOpens)
		s.lapsed = TriOf(days > p.Dates.WindowCloses)
	}
	return s
}

// membership returns the standing of the designation-or-legacy membership.
func (p *Policy) membership(f *Facts, on calendar.Date) standing {
	return p.standing(f.Membership.is(HoldsNothing).not(), f.Anniversary, on)
}

// open says whether the day lies in the window.
func (s standing) open() Tri { return s.before.or(s.lapsed).not() }

// runs says whether the membership is active and its window not yet open.
func (s standing) runs() Tri { return s.active.and(s.before) }

// opening returns the first day of the window if the membership runs, and else
// no date.
func (s standing) opening(p *Policy) calendar.Date {
	if s.runs() != Yes {
		return calendar.Date{}
	}
	return s.anniversary.AddDays(p.Dates.WindowOpens)
}
