package calendar

import "strings"

const openMark = ".." // ISO 8601-2: an end that is open

// ParsePeriod reads a period as an ISO 8601 interval: two dates with a slash
// between them, as in 2024-03-01/2024-03-30, or a date and an open end, as in
// 2024-03-01/.. . A fault is a [*ParseError].
func ParsePeriod(s string) (Period, error) {
	fault := func(offset int, reason string) (Period, error) {
		return Period{}, &ParseError{"period", s, offset, reason}
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
