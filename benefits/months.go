package benefits

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// Months is an exact number of months, a fraction in lowest terms. The zero
// value is no number of months. It is comparable with ==, and its text is "36"
// or "99/25".
type Months struct {
	numerator, denominator int64
}

// reduced is the fraction of two positive numbers in lowest terms.
func reduced(numerator, denominator int64) Months {
	a, b := numerator, denominator
	for b != 0 {
		a, b = b, a%b
	}
	return Months{numerator / a, denominator / a}
}

// Fraction returns the numerator and the denominator, both 0 for no number.
func (m Months) Fraction() (numerator, denominator int64) { return m.numerator, m.denominator }

// String returns the number as text, and the empty string for no number.
func (m Months) String() string {
	switch m.denominator {
	case 0:
		return ""
	case 1:
		return strconv.FormatInt(m.numerator, 10)
	}
	return strconv.FormatInt(m.numerator, 10) + "/" + strconv.FormatInt(m.denominator, 10)
}

// Equal reports m == n. It is there for go-cmp, which looks for it.
func (m Months) Equal(n Months) bool { return m == n }

// AppendText implements [encoding.TextAppender].
func (m Months) AppendText(b []byte) ([]byte, error) { return append(b, m.String()...), nil }

// MarshalText implements [encoding.TextMarshaler].
func (m Months) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what AppendText
// writes, in lowest terms, and gives a [*calendar.ParseError] for any other
// text.
func (m *Months) UnmarshalText(text []byte) error {
	s := string(text)
	if s == "" {
		*m = Months{}
		return nil
	}
	upper, lower, isFraction := strings.Cut(s, "/")
	read := Months{positive(upper), 1}
	if isFraction {
		read.denominator = positive(lower)
	}
	switch {
	case read.numerator == 0:
		return &calendar.ParseError{Type: "months", Text: s, Reason: "want a number from 1 on"}
	case read.denominator == 0:
		return &calendar.ParseError{Type: "months", Text: s, Offset: len(upper) + 1, Reason: "want a number from 2 on"}
	case reduced(read.numerator, read.denominator) != read || read.String() != s:
		return &calendar.ParseError{Type: "months", Text: s, Reason: "want lowest terms"}
	}
	*m = read
	return nil
}

// positive reads a number from 1 on in its one form, and gives 0 for any other
// text.
func positive(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1 || strconv.FormatInt(n, 10) != s {
		return 0
	}
	return n
}
