// Package enum gives enumerations and sets of them their text forms. An
// enumeration is a run of constants from a first to a last one; its text is
// what its String method returns.
package enum

import (
	"fmt"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// An Enum is a type of enumerated constants.
type Enum interface {
	~uint8 | ~int8
	fmt.Stringer
}

// Append appends the text of e. A value outside of first to last is a
// [*calendar.InputError] that names the kind of enumeration.
func Append[E Enum](b []byte, kind string, e, first, last E) ([]byte, error) {
	if e < first || e > last {
		return b, &calendar.InputError{Name: kind, Reason: e.String()}
	}
	return append(b, e.String()...), nil
}

// Unmarshal sets e to the value whose text is the given one. If there is none,
// that is a [*calendar.ParseError] that lists what is wanted.
func Unmarshal[E Enum](e *E, kind string, first, last E, text []byte) error {
	found, ok := find(text, first, last)
	if !ok {
		return &calendar.ParseError{Type: kind, Text: string(text), Reason: want(first, last)}
	}
	*e = found
	return nil
}

// Outside words a value that is none of the constants: "offer(99)".
func Outside[E Enum](kind string, e E) string { return fmt.Sprintf("%s(%d)", kind, int(e)) }

func find[E Enum](text []byte, first, last E) (E, bool) {
	for e := first; e <= last; e++ {
		if e.String() == string(text) {
			return e, true
		}
	}
	return 0, false
}

// want lists the texts that find finds, but for the empty one.
func want[E Enum](first, last E) string {
	if first.String() == "" {
		first++
	}
	var b strings.Builder
	b.WriteString("want " + first.String())
	for e := first + 1; e < last; e++ {
		b.WriteString(", " + e.String())
	}
	if first != last {
		b.WriteString(" or " + last.String())
	}
	return b.String()
}
