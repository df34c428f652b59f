// Package kleene is Kleene's three-valued logic for types that are yes, no or
// unknown. Each rule package has such a type of its own, so that its
// documentation stands where its users look.
//
// The values are -1 for no, 0 for unknown and 1 for yes, so that and is the
// minimum, or the maximum, and not the change of sign. What is none of the
// three counts as unknown.
package kleene

// A Value is a type whose values are yes, no or unknown.
type Value interface{ ~int8 }

// Of returns yes for true and no for false.
func Of[T Value](b bool) T {
	var t T
	if b {
		t = 1
	}
	return 2*t - 1 // compiles without a branch
}

// Known returns t, or unknown if t is none of the three.
func Known[T Value](t T) T {
	if t < -1 || t > 1 {
		return 0
	}
	return t
}

// And returns yes if both are yes, no if either is no, and else unknown.
func And[T Value](t, u T) T { return min(Known(t), Known(u)) }

// Or returns yes if either is yes, no if both are no, and else unknown.
func Or[T Value](t, u T) T { return max(Known(t), Known(u)) }

// Not returns no for yes, yes for no, and unknown for unknown.
func Not[T Value](t T) T { return -Known(t) }

// String returns "yes", "no" or "unknown", and the empty string for what is
// none of the three.
func String[T Value](t T) string {
	switch t {
	case -1:
		return "no"
	case 0:
		return "unknown"
	case 1:
		return "yes"
	}
	return ""
}
