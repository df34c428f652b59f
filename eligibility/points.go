package eligibility

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
)

// Points is a number of points of the partner capability score, zero or more,
// exact to the hundredth (ELG-14). The zero value is not zero points: it says
// that the number is not known.
type Points struct {
	// n is the number of hundredths plus one, or zero if it is not known.
	n int32
}

// mostPoints bounds what is read, far above the 100 that a score can reach.
const mostPoints = 1_000_000

// NewPoints returns a number of points given in hundredths: NewPoints(667) is
// 6.67. A negative number and more than 1,000,000 points are a
// [*calendar.InputError].
func NewPoints(hundredths int) (Points, error) {
	if hundredths < 0 || hundredths > mostPoints*100 {
		return Points{}, &calendar.InputError{Name: "hundredths", Reason: strconv.Itoa(hundredths) + " is not within 0 to 100000000"}
	}
	return Points{int32(hundredths) + 1}, nil
}

// ParsePoints reads a decimal number without sign and exponent, of at most two
// decimals: "40", "6.7", "6.67". A fault is a [*calendar.ParseError].
func ParsePoints(s string) (Points, error) {
	hundredths, decimals := 0, -1 // -1 before the point
	fault := func(offset int, reason string) (Points, error) {
		return Points{}, &calendar.ParseError{Type: "points", Text: s, Offset: offset, Reason: reason}
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' && decimals < 0 && i > 0:
			decimals = 0
		case c < '0' || c > '9':
			return fault(i, "want a digit")
		case decimals == 2:
			return fault(i, "more than two decimals")
		default:
			hundredths = hundredths*10 + int(c-'0')
			if decimals >= 0 {
				decimals++
			}
			if hundredths > mostPoints*100 {
				return fault(i, "more than 1000000 points")
			}
		}
	}
	if len(s) == 0 || decimals == 0 {
		return fault(len(s), "want a digit")
	}
	for ; decimals < 2; decimals++ {
		if decimals >= 0 {
			hundredths *= 10
		}
	}
	return NewPoints(hundredths)
}

// IsZero reports whether the number is not known. Zero points are known.
func (p Points) IsZero() bool { return p.n == 0 }

// Hundredths returns the number in hundredths. It is not known, and ok is
// false, for the zero value.
func (p Points) Hundredths() (n int, ok bool) {
	if p.n == 0 {
		return 0, false
	}
	return int(p.n - 1), true
}

// Equal reports p == q. It is there for go-cmp, which looks for it.
func (p Points) Equal(q Points) bool { return p == q }

// String returns the number with two decimals: "6.67", and "unknown" if it is
// not known.
func (p Points) String() string {
	n, ok := p.Hundredths()
	if !ok {
		return Unknown.String()
	}
	return strconv.Itoa(n/100) + "." + string([]byte{byte('0' + n/10%10), byte('0' + n%10)})
}

// AppendText implements [encoding.TextAppender]. It appends nothing for a
// number that is not known, and never fails.
func (p Points) AppendText(b []byte) ([]byte, error) {
	if p.IsZero() {
		return b, nil
	}
	return append(b, p.String()...), nil
}

// MarshalText implements [encoding.TextMarshaler]. It never fails.
func (p Points) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParsePoints] reads, and the empty text as a number that is not known.
func (p *Points) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Points{}
		return nil
	}
	parsed, err := ParsePoints(string(text))
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}
