package repotest

import (
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/internal/strict"
)

// notRead are the types whose String cannot be parsed, each with the reason.
var notRead = map[string]string{
	"agreement.Policy":           "the text names the edition and what differs; JSON has the fields",
	"benefits.Policy":            "the text names the edition and what differs; JSON has the fields",
	"calendar.Policy":            "the text names the edition and what differs; JSON has the fields",
	"cpor.Policy":                "the text names the edition and what differs; JSON has the fields",
	"eligibility.Policy":         "the text names the edition and what differs; JSON has the fields",
	"agreement.Report":           "a line for logs",
	"agreement.InvitationReport": "a line for logs",
	"cpor.Unit":                  "a line for logs",
	"cpor.Validation":            "a line for logs",
	"eligibility.Assessment":     "a line for logs",
	"eligibility.Decision":       "a line for logs",
}

// What String writes, parsing reads as the same value: UnmarshalText, the function
// Parse of the type, and UnmarshalJSON. A zero value may have a text for people, such
// as "no date", if it marshals to the empty text.
func TestStringsAreRead(t *testing.T) {
	g := newGenerator()
	for _, name := range slices.Sorted(maps.Keys(exportedTypes)) {
		typ := exportedTypes[name]
		if !typ.Implements(reflect.TypeFor[fmt.Stringer]()) {
			continue
		}
		_, isRead := reflect.New(typ).Interface().(encoding.TextUnmarshaler)
		if _, excepted := notRead[name]; excepted == isRead {
			t.Errorf("%s: read %v, in the list of exceptions %v", name, isRead, excepted)
		}
		if !isRead {
			continue
		}
		values := append(slices.Clone(g.parsed(typ)), g.codesOf(typ)...)
		nonzero := 0
		for _, v := range values {
			if v.IsZero() && isMissing(t, v) {
				continue
			}
			nonzero++
			checkString(t, name, v)
		}
		if nonzero == 0 {
			t.Errorf("%s: no values are checked", name)
		}
	}
}

// isMissing reports whether a zero value marshals to the empty text.
func isMissing(t *testing.T, v reflect.Value) bool {
	t.Helper()
	text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	return err == nil && len(text) == 0
}

// checkString checks that the text of a value is read as the same value.
func checkString(t *testing.T, name string, v reflect.Value) {
	t.Helper()
	text := v.Interface().(fmt.Stringer).String()
	again := reflect.New(v.Type())
	if err := again.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err != nil || !again.Elem().Equal(v) {
		t.Errorf("%s: UnmarshalText reads %q as %v, %v", name, text, again.Elem(), err)
	}
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	again = reflect.New(v.Type())
	if err := json.Unmarshal(quoted, again.Interface()); err != nil || !again.Elem().Equal(v) {
		t.Errorf("%s: package json reads %s as %v, %v", name, quoted, again.Elem(), err)
	}
	pkg, short, _ := strings.Cut(name, ".")
	parse, ok := functions[pkg+".Parse"+short]
	if !ok {
		return
	}
	results := reflect.ValueOf(parse).Call([]reflect.Value{reflect.ValueOf(text)})
	if !results[0].Equal(v) || !results[1].IsNil() {
		t.Errorf("%s: Parse reads %q as %v, %v", name, text, results[0], results[1])
	}
}

// What a struct marshals to, package strict reads as the same value.
func TestStructsAreDecoded(t *testing.T) {
	g := newGenerator()
	g.calm = true
	for _, name := range slices.Sorted(maps.Keys(exportedTypes)) {
		typ := exportedTypes[name]
		if typ.Kind() != reflect.Struct {
			continue
		}
		checked := 0
		for range 50 {
			v := g.value(typ)
			text, err := json.Marshal(v.Interface())
			if err != nil || strings.Contains(string(text), `\ufffd`) || strings.ContainsRune(string(text), '\ufffd') {
				continue // invalid UTF-8, which releases of package json write differently
			}
			if name == "partnerrules.Explanation" && strings.Contains(string(text), "null") {
				continue // a member of a map that is null is absent
			}
			checked++
			again := reflect.New(typ)
			if err := strict.Decode(text, again.Interface()); err != nil {
				t.Errorf("%s: %s: %v", name, text, err)
				break
			}
			if written, err := json.Marshal(again.Interface()); err != nil || string(written) != string(text) {
				t.Errorf("%s: %s is decoded, and marshaled to %s, %v", name, text, written, err)
				break
			}
		}
		if checked == 0 {
			t.Errorf("%s: no values are checked", name)
		}
	}
}
