package eligibility

import "github.com/partnerrules/partnerrules/calendar"

// A standing is where a membership or a pack stands on a day (ELG-09).
//
// It is filled in and passed by pointer: a struct of bytes that is copied right
// after its bytes were written makes the processor wait, which would double the
// cost of a decision.
type standing struct {
	active Tri // as the facts say, a lapse apart

	// The day lies before the renewal window, in it, or after it. One of the
	// three is Yes, or all are Unknown.
	before, open, lapsed Tri

	anniversary calendar.Date
}

// place fills in the standing of a membership with the given anniversary date.
func (s *standing) place(p *Policy, active Tri, ad, on calendar.Date) {
	s.active, s.anniversary = active, ad
	if days, ok := on.DaysSince(ad); ok {
		s.before = TriOf(days < p.Dates.WindowOpens)
		s.lapsed = TriOf(days > p.Dates.WindowCloses)
		s.open = s.before.or(s.lapsed).not()
	}
}

// placeMembership fills in that of the designation-or-legacy membership.
func (s *standing) placeMembership(p *Policy, f *Facts, on calendar.Date) {
	s.place(p, f.Membership.is(HoldsNothing).not(), f.Anniversary, on)
}

// runs says whether the membership is active and its window not yet open.
func (s *standing) runs() Tri { return s.active.and(s.before) }

// opening returns the first day of the window if the membership runs, and else
// no date.
func (s *standing) opening(p *Policy) calendar.Date {
	if s.runs() != Yes {
		return calendar.Date{}
	}
	return s.anniversary.AddDays(p.Dates.WindowOpens)
}
