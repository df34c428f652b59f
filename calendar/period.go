package calendar

import (
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Period is a run of days from a first day through a last day, or with an open
// end. Periods are comparable with ==. The zero Period contains no day and
// overlaps no period.
type Period struct {
	// Both are zero in the zero Period. An open end has the day number openEnd,
	// one more than lastDay, so that comparisons need no special case.
	first, last Date
}

const openEnd = lastDay + 1

// NewPeriod returns the period from first through last. It returns an
// [*partnerrules.InputError] if either date is zero, or if last comes before
// first.
func NewPeriod(first, last Date) (Period, error) {
	switch {
	case first.IsZero():
		return Period{}, check.NoDate("first")
	case last.IsZero():
		return Period{}, check.NoDate("last")
	case last.Before(first):
		return Period{}, check.Input("last", last.String()+" comes before "+first.String())
	}
	return Period{first, last}, nil
}

// OpenPeriod returns the period that begins on first and has an open end. It
// returns the zero Period if first is zero.
func OpenPeriod(first Date) Period {
	if first.IsZero() {
		return Period{}
	}
	return Period{first, Date{openEnd}}
}

// span returns the period from first through last. It returns the zero Period if
// first is zero or last comes before first.
func span(first, last Date) Period {
	if first.IsZero() || last.n < first.n {
		return Period{}
	}
	return Period{first, last}
}

// IsZero reports whether p is the zero Period.
func (p Period) IsZero() bool { return p.first.IsZero() }

// IsOpen reports whether p has an open end.
func (p Period) IsOpen() bool { return p.last.n == openEnd }

// First returns the first day of p, or the zero Date if p is zero.
func (p Period) First() Date { return p.first }

// Last returns the last day of p, or the zero Date if p is open or zero.
func (p Period) Last() Date { return dateOf(int64(p.last.n)) }

// Days returns the number of days in p. The result ok is false if p is open or
// zero.
func (p Period) Days() (n int, ok bool) {
	n, ok = p.Last().DaysSince(p.first)
	if !ok {
		return 0, false
	}
	return n + 1, true
}

// Contains reports whether d is a day of p. It is false for the zero Date.
func (p Period) Contains(d Date) bool {
	return !d.IsZero() && p.first.n <= d.n && d.n <= p.last.n
}

// Overlaps reports whether p and q have a day in common.
func (p Period) Overlaps(q Period) bool { return !p.Intersect(q).IsZero() }

// Intersect returns the days that p and q have in common, or the zero Period if
// they have no day in common.
func (p Period) Intersect(q Period) Period {
	return span(Max(p.first, q.first), Min(p.last, q.last))
}

// Equal reports whether p == q. It lets go-cmp compare periods.
func (p Period) Equal(q Period) bool { return p == q }

const openMark = ".." // an open end in ISO 8601-2

// ParsePeriod parses an ISO 8601 interval: two dates with a slash between them,
// such as "2024-03-01/2024-03-30". In a period with an open end, two dots replace
// the last date, as in "2024-03-01/..". It returns a [*partnerrules.InputError] if
// s is invalid.
func ParsePeriod(s string) (Period, error) {
	fault := func(offset int, reason string) (Period, error) {
		return Period{}, &partnerrules.InputError{Type: "period", Text: s, Offset: offset, Reason: reason}
	}
	head, tail, found := strings.Cut(s, "/")
	first, reason, offset := parseDate(head)
	if reason != "" {
		return fault(offset, reason)
	}
	if !found {
		return fault(len(s), "want a slash")
	}
	if tail == openMark {
		return OpenPeriod(first), nil
	}
	last, reason, offset := parseDate(tail)
	switch {
	case reason != "":
		return fault(len(head)+1+offset, reason)
	case last.Before(first):
		return fault(len(head)+1, "the last day comes before the first")
	}
	return Period{first, last}, nil
}

// MustParsePeriod is like [ParsePeriod] but panics if s is invalid. Use it for
// constants.
func MustParsePeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// String returns the period in the form "2024-03-01/2024-03-30" or
// "2024-03-01/..". It returns "no period" for the zero Period.
func (p Period) String() string {
	if p.IsZero() {
		return "no period"
	}
	text, _ := p.MarshalText()
	return string(text)
}

// AppendText implements [encoding.TextAppender]. It appends nothing for the zero
// Period. The error is always nil.
func (p Period) AppendText(b []byte) ([]byte, error) {
	if p.IsZero() {
		return b, nil
	}
	b = append(p.first.append(b), '/')
	if p.IsOpen() {
		return append(b, openMark...), nil
	}
	return p.last.append(b), nil
}

// MarshalText implements [encoding.TextMarshaler]. The text of the zero Period is
// empty. The error is always nil.
func (p Period) MarshalText() ([]byte, error) {
	return p.AppendText(make([]byte, 0, dateLen+1+dateLen))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It parses a text as
// [ParsePeriod] does. An empty text is the zero Period. An error leaves p
// unchanged.
func (p *Period) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Period{}
		return nil
	}
	parsed, err := ParsePeriod(string(text))
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}
