package partnerrules

import (
	"encoding"
	"fmt"
	"iter"
)

// An Enum is an enumeration of the library: a type whose constants follow one
// another, each with a code. String returns the code, and so do the text form
// and JSON.
type Enum interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}

// Values returns the constants of an enumeration in their order, as in
//
//	for offer := range partnerrules.Values[eligibility.Offer]() {
//		...
//	}
//
// A zero value that has no code, such as the zero Offer, is not among them.
func Values[E Enum]() iter.Seq[E] {
	return func(yield func(E) bool) {
		for n := range 256 {
			text, err := E(n).MarshalText()
			if err != nil || len(text) > 0 && !yield(E(n)) {
				return
			}
		}
	}
}
