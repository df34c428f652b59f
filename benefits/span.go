package benefits

import "github.com/partnerrules/partnerrules/calendar"

// A span is a day of which the earliest and the latest it can be are known. A
// latest that is no date is no bound: the day may lie beyond every other. If
// both are no date it does.
type span struct{ first, last calendar.Date }

// exactly is the span of a day that is known, or that lies beyond every other.
func exactly(d calendar.Date) span { return span{d, d} }

func (s span) isKnown() bool { return s.first == s.last && !s.first.IsZero() }

// addMonths returns the span of the day that comes so many months later.
func (s span) addMonths(n int) span { return span{s.first.AddMonths(n), s.last.AddMonths(n)} }

// until returns the span of the earlier of a day and d, which is a date.
func (s span) until(d calendar.Date) span { return span{earlier(s.first, d), earlier(s.last, d)} }

// earlier is the earlier of a bound and a date.
func earlier(bound, d calendar.Date) calendar.Date {
	if reaches(bound, d) {
		return d
	}
	return bound
}

// reaches reports whether a bound is d or lies beyond it.
func reaches(bound, d calendar.Date) bool { return bound.IsZero() || !bound.Before(d) }
