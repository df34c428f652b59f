package strict_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	. "github.com/partnerrules/partnerrules/internal/strict"
)

// A text that AppendString writes is read as the same text.
func TestAppendString(t *testing.T) {
	for _, s := range []string{"", "a", `"`, `\`, " ", "\x1f", "\x00\n", `a"b\c`, "é\u2028"} {
		text := AppendString([]byte("x"), s)
		var got string
		if err := Decode(text[1:], &got); text[0] != 'x' || err != nil || got != s {
			t.Errorf("%q: written as %s, read as %q, %v", s, text, got, err)
		}
	}
	if got := string(AppendString(nil, "a b")); got != `"a b"` {
		t.Errorf("a space is written as %s", got)
	}
}

func TestName(t *testing.T) {
	type (
		PartnerID struct{}
		Facts     struct{}
	)
	for want, v := range map[string]any{"facts": new(Facts), "partner id": new(PartnerID), "JSON": new([]int), "at": new(At[int])} {
		if got := Name(v); got != want {
			t.Errorf("%T: %s, want %s", v, got, want)
		}
	}
}

// A name of 40 bytes without unusual characters is as it is, and others are quoted.
func TestQuoted(t *testing.T) {
	x := strings.Repeat("x", 40)
	for name, want := range map[string]string{x: x, x + "x": `…"` + x + `"`, "a\n": `"a\n"`, "é": "é", `"`: `"\""`} {
		if got := Quoted(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// IsEmpty reports true only for white space after at most one byte-order mark.
func TestIsEmpty(t *testing.T) {
	for text, want := range map[string]bool{"": true, "\ufeff \n": true, "x": false, "\ufeff\ufeff": false, "\v": false} {
		if got := IsEmpty([]byte(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// A loud value has an error that quotes its text.
type loud struct{}

var errLoud = errors.New("loud")

func (loud) UnmarshalText(text []byte) error { return errors.Join(errLoud, errors.New(string(text))) }

// An unknown error of a type is quoted if its text has at most 40 bytes. Locate knows
// some errors.
func TestDecode_OwnErrors(t *testing.T) {
	for n, quoted := range map[int]bool{38: true, 39: false} { // and two quotation marks
		var bad *Error
		err := Decode([]byte(`"`+strings.Repeat("x", n)+`"`), new(loud))
		if !errors.As(err, &bad) || strings.Contains(bad.Reason, "xxx") != quoted || !errors.Is(err, errLoud) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	for _, found := range []*Error{nil, {Path: "a", Reason: "found"}} {
		var bad *Error
		err := Options{Locate: func(error) *Error { return found }}.Decode([]byte(`{"m": "x"}`), new(map[string]loud))
		if !errors.As(err, &bad) || (bad.Path == "m.a") != (found != nil) || !errors.Is(err, errLoud) {
			t.Errorf("located as %v: %v", found, err)
		}
	}
}

// A tree is an object of trees.
type tree map[string]tree

// A path of 200 bytes is whole. Of a longer one the error has the end, which begins with
// a whole character.
func TestError_LongPath(t *testing.T) {
	for n := 1; n < 30; n++ {
		const name = "ééééééééé" // 18 bytes, and a dot
		last := strings.Repeat("x", n)
		text := strings.Repeat(`{"`+name+`":`, 10) + `{"` + last + `":7` + strings.Repeat("}", 11)
		var bad *Error
		if err := Decode([]byte(text), new(tree)); !errors.As(err, &bad) {
			t.Fatal(err)
		}
		whole := strings.Repeat(name+".", 10) + last // of 191 to 219 bytes
		end, isCut := strings.CutPrefix(bad.Path, "…")
		switch {
		case isCut != (len(whole) > 200), !strings.HasSuffix(whole, end), isCut && (len(end) < 199 || len(end) > 200), !utf8.ValidString(end):
			t.Errorf("a path of %d bytes is %s", len(whole), bad.Path)
		}
	}
}

// A text in UTF-16 is found by its first bytes, in both orders, with and without a mark.
func TestDecode_UTF16(t *testing.T) {
	for _, text := range []string{"\xff\xfe{\x00}\x00", "\xfe\xff\x00{\x00}", "{\x00}\x00", "\x00{\x00}"} {
		var bad *Error
		var v any
		if err := Decode([]byte(text), &v); !errors.As(err, &bad) || !strings.Contains(bad.Reason, "UTF-16") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// The offset of a syntax error is where the first wrong byte is, also at the start.
func TestDecode_SyntaxOffset(t *testing.T) {
	for text, want := range map[string]int{"x": 0, "[1 2]": 3, `{"a" 1}`: 5, "\xff": 0, `["\ud800"]`: 2, `"\ud800"`: 1} {
		var bad *Error
		var v any
		if err := Decode([]byte(text), &v); !errors.As(err, &bad) || bad.Offset != want {
			t.Errorf("%q: %v, want offset %d", text, err, want)
		}
	}
}
