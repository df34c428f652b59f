// Package texttest has the law for the text forms of all types of the library.
package texttest

import (
	"encoding"
	"encoding/json"
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

// CheckReading checks UnmarshalText of a type with one text. If the type accepts
// the text, it marshals the value to a text that it reads as the same value. If
// not, it returns a *InputError with the offset of the fault, and leaves the value
// unchanged.
func CheckReading[E TextForm, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, text string) {
	t.Helper()
	var e, again E
	if err := P(&e).UnmarshalText([]byte(text)); err != nil {
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) || e != again {
			t.Fatalf("%T: %q gives %v and the error %#v", e, text, e, err)
		}
		return
	}
	written, err := e.MarshalText()
	if err != nil || P(&again).UnmarshalText(written) != nil || again != e {
		t.Fatalf("%T: %q is marshaled to %q, %v, and read as %v", e, text, written, err, again)
	}
}

// CheckJSON checks UnmarshalJSON of a type with one text, as [CheckReading] checks
// UnmarshalText.
func CheckJSON[E comparable, P interface {
	*E
	json.Unmarshaler
}](t *testing.T, text string) {
	t.Helper()
	var e, again E
	if err := P(&e).UnmarshalJSON([]byte(text)); err != nil {
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Offset < 0 || bad.Offset > len(text) || e != again {
			t.Fatalf("%T: %q gives %v and the error %#v", e, text, e, err)
		}
		return
	}
	written, err := json.Marshal(e)
	if err != nil || json.Unmarshal(written, &again) != nil || again != e {
		t.Fatalf("%T: %q is marshaled to %s, %v, and read as %v", e, text, written, err, again)
	}
}
