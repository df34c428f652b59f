// Package enumtest is the tests that all enumerations, sets and three-valued
// types of the library pass, written once.
package enumtest

import (
	"encoding"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
)

// A TextForm is what every enumeration and set has.
type TextForm interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
	encoding.TextAppender
}

// CheckEnum checks the text forms of an enumeration whose codes are given, from
// the constant first on.
func CheckEnum[E interface {
	TextForm
	~uint8 | ~int8
}, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, first E, codes ...string) {
	t.Helper()
	for i, code := range codes {
		e := first + E(i)
		text, err := e.MarshalText()
		if e.String() != code || err != nil || string(text) != code {
			t.Errorf("%T %d is written %q, %q, %v, want %q", e, i, e, text, err, code)
		}
		if appended, err := e.AppendText([]byte("x ")); err != nil || string(appended) != "x "+code {
			t.Errorf("%T %d is appended as %q, %v", e, i, appended, err)
		}
		again := first + E(len(codes)-1-i)
		if err := P(&again).UnmarshalText([]byte(code)); err != nil || again != e {
			t.Errorf("%T: %q is read as %v, %v", e, code, again, err)
		}
	}
	beyond := first + E(len(codes))
	var input *calendar.InputError
	if _, err := beyond.MarshalText(); !errors.As(err, &input) || !strings.HasSuffix(beyond.String(), fmt.Sprintf("(%d)", int(beyond))) {
		t.Errorf("%T beyond the last is written %q, %v", beyond, beyond, err)
	}
	kept := first
	var bad *calendar.ParseError
	last := codes[len(codes)-1]
	faults := []string{"no such code", last + " "}
	if upper := strings.ToUpper(last); upper != last {
		faults = append(faults, upper)
	}
	for _, text := range faults {
		err := P(&kept).UnmarshalText([]byte(text))
		if !errors.As(err, &bad) || bad.Text != text || !strings.Contains(bad.Reason, last) || kept != first {
			t.Errorf("%T: %q gave %v and left %v", kept, text, err, kept)
		}
	}
}

// CheckReading checks that what a type reads from a text it writes as a text that
// it reads as the same, and that a fault has its place in the text. It is for
// fuzz targets.
func CheckReading[E TextForm, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, text string) {
	var e, again E
	if err := P(&e).UnmarshalText([]byte(text)); err != nil {
		var bad *calendar.ParseError
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

// A Kleene is a type of the values yes, 1, no, -1, and unknown, 0.
type Kleene[T any] interface {
	~int8
	And(T) T
	Or(T) T
	Not() T
}

// CheckKleene checks that an operation is known exactly if all ways to replace
// what is unknown by yes or no agree; what is none of the three is unknown.
func CheckKleene[T Kleene[T]](t *testing.T, of func(bool) T) {
	t.Helper()
	const yes, no, unknown = 1, -1, 0
	if of(true) != yes || of(false) != no {
		t.Errorf("true is %d and false %d", of(true), of(false))
	}
	ways := func(t T) []bool {
		switch t {
		case yes:
			return []bool{true}
		case no:
			return []bool{false}
		}
		return []bool{false, true}
	}
	agreed := func(results map[bool]bool) T {
		if len(results) == 2 {
			return unknown
		}
		return of(results[true])
	}
	values := []T{no, unknown, yes, 2, -2, 127, -128}
	for _, a := range values {
		not := map[bool]bool{}
		for _, x := range ways(a) {
			not[!x] = true
		}
		if a.Not() != agreed(not) {
			t.Errorf("not %d is %d", a, a.Not())
		}
		for _, b := range values {
			and, or := map[bool]bool{}, map[bool]bool{}
			for _, x := range ways(a) {
				for _, y := range ways(b) {
					and[x && y], or[x || y] = true, true
				}
			}
			if a.And(b) != agreed(and) || a.Or(b) != agreed(or) {
				t.Errorf("%d and %d is %d, or is %d", a, b, a.And(b), a.Or(b))
			}
		}
	}
}
