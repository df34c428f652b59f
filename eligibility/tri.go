package eligibility

import "github.com/partnerrules/partnerrules/internal/enum"

// A Tri is yes, no, or unknown, in Kleene's three-valued logic: an operation
// has a known result if and only if every way to replace unknown operands by
// yes or no gives that same result. The zero value is [Unknown].
type Tri int8

// The order of the values makes And the minimum, Or the maximum, and Not the
// change of sign.
const (
	No      Tri = -1
	Unknown Tri = 0
	Yes     Tri = +1
)

// TriOf returns Yes for true and No for false.
func TriOf(b bool) Tri {
	var t Tri
	if b {
		t = 1
	}
	return 2*t - 1 // compiles without a branch
}

// And returns Yes if both are Yes, No if either is No, and else Unknown.
func (t Tri) And(u Tri) Tri { return t.known().and(u.known()) }

// Or returns Yes if either is Yes, No if both are No, and else Unknown.
func (t Tri) Or(u Tri) Tri { return t.known().or(u.known()) }

// Not returns No for Yes, Yes for No, and Unknown for Unknown.
func (t Tri) Not() Tri { return t.known().not() }

// known takes a value that is none of the constants for Unknown.
func (t Tri) known() Tri {
	if t < No || t > Yes {
		return Unknown
	}
	return t
}

// The operations below are those above for values that are known to be one of
// the constants, as all are behind Facts.Validate.

func (t Tri) and(u Tri) Tri { return min(t, u) }
func (t Tri) or(u Tri) Tri  { return max(t, u) }
func (t Tri) not() Tri      { return -t }

// String returns "yes", "no" or "unknown".
func (t Tri) String() string {
	switch t {
	case No:
		return "no"
	case Unknown:
		return "unknown"
	case Yes:
		return "yes"
	}
	return enum.Outside("tri", t)
}

// AppendText implements [encoding.TextAppender].
func (t Tri) AppendText(b []byte) ([]byte, error) { return enum.Append(b, "tri", t, No, Yes) }

// MarshalText implements [encoding.TextMarshaler].
func (t Tri) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (t *Tri) UnmarshalText(text []byte) error { return enum.Unmarshal(t, "tri", No, Yes, text) }
