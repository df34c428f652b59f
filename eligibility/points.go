package eligibility

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// Points is a number of points of the partner capability score, zero or more,
// exact to the hundredth (ELG-14). The zero value is not zero points: it says
// that the number is not known.
type Points struct {
	// n is the number of hundredths plus one, or zero if it is not known.
	n int32
}

// mostHundredths bounds what is read, far above the 100 points that a score can
// reach.
const mostHundredths = 1_000_000_00

// NewPoints returns a number of points given in hundredths: NewPoints(667) is
// 6.67. A negative number and more than 1,000,000 points are a
// [*calendar.InputError].
func NewPoints(hundredths int) (Points, error) {
	if hundredths < 0 || hundredths > mostHundredths {
		return Points{}, &calendar.InputError{Name: "hundredths", Reason: strconv.Itoa(hundredths) + " is not within 0 to 100000000"}
	}
	return Points{int32(hundredths) + 1}, nil
}

// ParsePoints reads a decimal number without sign and exponent, of at most two
// decimals: "40", "6.7", "6.67". More than 1,000,000 points, and any other fault,
// are a [*calendar.ParseError].
func ParsePoints(s string) (Points, error) {
	fault := func(offset int, reason string) (Points, error) {
		return Points{}, &calendar.ParseError{Type: "points", Text: s, Offset: offset, Reason: reason}
	}
	point := strings.IndexByte(s, '.')
	if point < 0 {
		point = len(s)
	}
	digits, hundredths := 0, 0
	for i := range len(s) {
		decimals := max(i-point, 0)
		switch {
		case i == point && i > 0:
			continue
		case s[i] < '0' || s[i] > '9':
			return fault(i, "want a digit")
		case decimals > 2:
			return fault(i, "more than two decimals")
		}
		digits = digits*10 + int(s[i]-'0')
		hundredths = digits * [...]int{100, 10, 1}[decimals]
		if hundredths > mostHundredths {
			return fault(i, "more than 1000000 points")
		}
	}
	if len(s) == 0 || point == len(s)-1 {
		return fault(len(s), "want a digit")
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
