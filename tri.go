package partnerrules

// A Tri is yes, no or unknown in Kleene's three-valued logic: an operation has
// a known result if and only if every way to replace unknown operands by yes or
// no gives that result. The zero Tri is [Unknown].
//
// Packages with facts have an alias of this type and constants of their own:
// eligibility.Yes is partnerrules.Yes.
type Tri int8

// The three answers. Their order makes And the minimum, Or the maximum, and Not a
// change of sign.
const (
	No      Tri = -1 // "no"
	Unknown Tri = 0  // "unknown"
	Yes     Tri = +1 // "yes"
)

// TriFromBool returns Yes for true and No for false.
func TriFromBool(b bool) Tri {
	var t Tri
	if b {
		t = 1
	}
	return 2*t - 1 // compiles without a branch
}

// And returns Yes if both are Yes, No if either is No, and Unknown otherwise. An
// invalid Tri counts as Unknown.
func (t Tri) And(u Tri) Tri { return min(t.known(), u.known()) }

// Or returns Yes if either is Yes, No if both are No, and Unknown otherwise. An
// invalid Tri counts as Unknown.
func (t Tri) Or(u Tri) Tri { return max(t.known(), u.known()) }

// Not returns No for Yes, Yes for No, and Unknown otherwise.
func (t Tri) Not() Tri { return -t.known() }

// IsValid reports whether t is one of the three answers.
func (t Tri) IsValid() bool { return t >= No && t <= Yes }

// known returns Unknown if t is invalid, and otherwise t.
func (t Tri) known() Tri {
	if !t.IsValid() {
		return Unknown
	}
	return t
}
