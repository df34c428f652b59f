// Package texttest holds the law that every text form of the library obeys.
package texttest

import (
	"encoding"
	"errors"
	"fmt"
	"testing"

	"github.com/partnerrules/partnerrules"
)

// A TextForm is a type with a text form.
type TextForm interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
}

// CheckReading checks that a type writes what it reads from a text as a text that
// it reads as the same value, and that a fault has its place in the text and
// leaves the value unchanged.
func CheckReading[E TextForm, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, text string) {
	t.Helper()
	var e, again E
	if err := P(&e).UnmarshalText([]byte(text)); err != nil {
		var bad *partnerrules.ParseError
		if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) || e != again {
			t.Fatalf("%T %q: %#v", e, text, err)
		}
		return
	}
	written, err := e.MarshalText()
	if err != nil || P(&again).UnmarshalText(written) != nil || again != e {
		t.Fatalf("%T %q is written %q, %v, and read as %v", e, text, written, err, again)
	}
}
