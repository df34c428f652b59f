package calendar

import (
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

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
// no date, or last comes before first, that is an [*partnerrules.InputError].
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

const openMark = ".." // ISO 8601-2: an end that is open

// ParsePeriod reads a period as an ISO 8601 interval: two dates with a slash
// between them, as in 2024-03-01/2024-03-30, or a date and an open end, as in
// 2024-03-01/.. . A fault is a [*partnerrules.ParseError].
func ParsePeriod(s string) (Period, error) {
	fault := func(offset int, reason string) (Period, error) {
		return Period{}, &partnerrules.ParseError{Type: "period", Text: s, Offset: offset, Reason: reason}
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

// MustParsePeriod is [ParsePeriod] for texts that are constants of the
// program: it panics on a fault.
func MustParsePeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// String returns the period as 2024-03-01/2024-03-30 or 2024-03-01/.., and
// "no period" for no period.
func (p Period) String() string {
	if p.IsZero() {
		return "no period"
	}
	text, _ := p.MarshalText()
	return string(text)
}

// AppendText implements [encoding.TextAppender]. It appends nothing for no
// period, and never fails.
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

// MarshalText implements [encoding.TextMarshaler]. It never fails.
func (p Period) MarshalText() ([]byte, error) {
	return p.AppendText(make([]byte, 0, dateLen+1+dateLen))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParsePeriod] reads, and the empty text as no period. On a fault p is left
// as it was.
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
