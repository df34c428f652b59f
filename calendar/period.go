package calendar

// A Period is a run of days from a first to a last, both included, or without
// an end. Periods are comparable with ==. The zero value is no period, which
// contains no day and overlaps nothing.
type Period struct {
	// Both are zero in no period. An open end is the day number openEnd, one
	// past the last day there is, so that comparisons need no special case.
	first, last Date
}

const openEnd = lastDay + 1

// NewPeriod returns the period from first to last, both included. If either is
// no date, or last comes before first, that is an [*InputError].
func NewPeriod(first, last Date) (Period, error) {
	switch {
	case first.IsZero():
		return Period{}, &InputError{"first", "no date"}
	case last.IsZero():
		return Period{}, &InputError{"last", "no date"}
	case last.Before(first):
		return Period{}, &InputError{"last", last.String() + " comes before " + first.String()}
	}
	return Period{first, last}, nil
}

// OpenPeriod returns the period that begins on first and has no end, or no
// period if first is no date.
func OpenPeriod(first Date) Period {
	if first.IsZero() {
		return Period{}
	}
	return Period{first, Date{openEnd}}
}

// span is the period from first to last, or no period if they do not make one.
func span(first, last Date) Period {
	if first.IsZero() || last.n < first.n {
		return Period{}
	}
	return Period{first, last}
}

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p.first.IsZero() }

// IsOpen reports whether p has no end.
func (p Period) IsOpen() bool { return p.last.n == openEnd }

// First returns the first day of p, or no date for no period.
func (p Period) First() Date { return p.first }

// Last returns the last day of p, or no date if p is open or no period.
func (p Period) Last() Date { return dateOf(int64(p.last.n)) }

// Days returns the number of days in p. It is not known, and ok is false, if p
// is open or no period.
func (p Period) Days() (n int, ok bool) {
	n, ok = p.Last().DaysSince(p.first)
	if !ok {
		return 0, false
	}
	return n + 1, true
}

// Contains reports whether d is a day of p. No date is in no period.
func (p Period) Contains(d Date) bool {
	return !d.IsZero() && p.first.n <= d.n && d.n <= p.last.n
}

// Overlaps reports whether p and q have a day in common.
func (p Period) Overlaps(q Period) bool { return !p.Intersect(q).IsZero() }

// Intersect returns the days that p and q have in common, or no period if
// there are none.
func (p Period) Intersect(q Period) Period {
	return span(Max(p.first, q.first), Min(p.last, q.last))
}

// Equal reports p == q. It is there for go-cmp, which looks for it.
func (p Period) Equal(q Period) bool { return p == q }
