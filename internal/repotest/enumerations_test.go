package repotest

import (
	"encoding"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The errors of all packages.
type (
	inputError = *partnerrules.InputError
	parseError = *partnerrules.InputError
)

// asError finds an error of type E in err. An error of another package with the
// same fields will do.
func asError[E error](err error) (found E, ok bool) {
	if errors.As(err, &found) {
		return found, true
	}
	v := reflect.ValueOf(err)
	if !v.IsValid() || !v.CanConvert(reflect.TypeFor[E]()) {
		return found, false
	}
	return v.Convert(reflect.TypeFor[E]()).Interface().(E), true
}

// An enumeration is an exported type of constants with codes.
type enumeration struct {
	name  string
	typ   reflect.Type
	codes map[int64]string // of all valid values
}

// allEnumerations returns the enumerations of all packages, sorted by name.
func allEnumerations(t testing.TB) (all []enumeration) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(enumerations)) {
		e := enumeration{name, exportedTypes[name], map[int64]string{}}
		for n := e.first(); n <= e.last(); n++ {
			if text, err := e.marshal(n); err == nil {
				e.codes[n] = text
			}
		}
		all = append(all, e)
	}
	return all
}

// first and last return the bounds of the underlying type.
func (e enumeration) first() int64 {
	if e.typ.Kind() == reflect.Int8 {
		return -128
	}
	return 0
}

func (e enumeration) last() int64 { return e.first() + 255 }

// value returns the value of number n.
func (e enumeration) value(n int64) reflect.Value { return reflect.ValueOf(n).Convert(e.typ) }

func (e enumeration) marshal(n int64) (string, error) {
	text, err := e.value(n).Interface().(encoding.TextMarshaler).MarshalText()
	return string(text), err
}

func (e enumeration) string(n int64) string { return e.value(n).Interface().(fmt.Stringer).String() }

// unmarshal returns what UnmarshalText makes of a variable with the value n.
func (e enumeration) unmarshal(n int64, text string) (int64, error) {
	p := reflect.New(e.typ)
	p.Elem().Set(e.value(n))
	err := p.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
	return numberOf(p.Elem()), err
}

func numberOf(v reflect.Value) int64 {
	if v.CanInt() {
		return v.Int()
	}
	return int64(v.Uint())
}

// Each valid value has a code of its own, which is its string and its text, and
// is parsed as the value. Each constant is valid.
func TestEnumerationCodes(t *testing.T) {
	for _, e := range allEnumerations(t) {
		for _, constant := range enumerations[e.name] {
			if _, ok := e.codes[numberOf(reflect.ValueOf(constant))]; !ok {
				t.Errorf("%s: the constant %v is invalid", e.name, constant)
			}
		}
		seen := map[string]bool{}
		for n, code := range e.codes {
			if seen[code] {
				t.Errorf("%s: two values have the code %q", e.name, code)
			}
			seen[code] = true
			if e.string(n) != code {
				t.Errorf("%s: the string of %d is %q, its text %q", e.name, n, e.string(n), code)
			}
			for before := range e.codes {
				if got, err := e.unmarshal(before, code); err != nil || got != n {
					t.Errorf("%s: %q is parsed as %d, %v, want %d", e.name, code, got, err, n)
				}
			}
		}
	}
}

// An unknown text is rejected with a *InputError, and leaves the value unchanged.
func TestEnumerationUnknownTexts(t *testing.T) {
	for _, e := range allEnumerations(t) {
		codes := slices.Sorted(maps.Values(e.codes))
		unknown := []string{"no such code", "\xff"}
		for _, code := range codes {
			unknown = append(unknown, code+" ", " "+code, e.string(e.last()))
			if e.name != "eligibility.Verification" { // ELG-06
				unknown = append(unknown, strings.ToUpper(code))
			}
		}
		for _, text := range unknown {
			if slices.Contains(codes, text) {
				continue // a code without letters is its own upper case
			}
			for n := range e.codes {
				got, err := e.unmarshal(n, text)
				bad, ok := asError[parseError](err)
				if !ok || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) || bad.Type == "" || bad.Reason == "" {
					t.Errorf("%s: %q: error %#v, want a *InputError with the text", e.name, text, err)
				}
				if got != n {
					t.Errorf("%s: %q changes %d to %d", e.name, text, n, got)
				}
			}
		}
	}
}

// An invalid value is rejected with an *InputError. Its string is such as
// "offer(99)".
func TestEnumerationInvalidValues(t *testing.T) {
	form := regexp.MustCompile(`^[a-z][a-z -]*\((-?[0-9]+)\)$`)
	for _, e := range allEnumerations(t) {
		for n := e.first(); n <= e.last(); n++ {
			if _, valid := e.codes[n]; valid {
				continue
			}
			text, err := e.marshal(n)
			if _, ok := asError[inputError](err); !ok || text != "" {
				t.Errorf("%s: the text of %d is %q, %v, want an *InputError", e.name, n, text, err)
			}
			if match := form.FindStringSubmatch(e.string(n)); match == nil || match[1] != fmt.Sprint(n) {
				t.Errorf("%s: the string of %d is %q, want the form kind(%d)", e.name, n, e.string(n), n)
			}
		}
	}
}

// A text that an enumeration accepts is parsed as a valid value. Any other is
// rejected with a *InputError.
func FuzzEnumerations(f *testing.F) {
	all := allEnumerations(f)
	for _, e := range all {
		f.Add(fmt.Sprint(enumerations[e.name][0]))
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, e := range all {
			got, err := e.unmarshal(0, text)
			_, rejected := asError[parseError](err)
			switch {
			case err == nil && e.codes[got] == "" && text != "":
				t.Errorf("%s: %q is parsed as %d, which has no code", e.name, text, got)
			case err != nil && (!rejected || got != 0):
				t.Errorf("%s: %q changes the value to %d: %v", e.name, text, got, err)
			}
		}
	})
}

// A text that a set accepts is written as a text that is parsed as the same set.
// Any other is rejected with a *InputError that has the offset of the fault.
func FuzzSets(f *testing.F) {
	for _, text := range []string{"", "account", "billing,account", "account,account", "presales,", "x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkSet[partnerrules.Set[eligibility.Fact]](t, text)
		checkSet[partnerrules.Set[cpor.Activity]](t, text)
	})
}

func checkSet[S interface {
	comparable
	encoding.TextMarshaler
}, P interface {
	*S
	encoding.TextUnmarshaler
}](t *testing.T, text string) {
	t.Helper()
	var set, again S
	if err := P(&set).UnmarshalText([]byte(text)); err != nil {
		if bad, ok := asError[parseError](err); !ok || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) || set != again {
			t.Errorf("%q is parsed as %v, error %#v", text, set, err)
		}
		return
	}
	written, err := set.MarshalText()
	if err != nil || P(&again).UnmarshalText(written) != nil || again != set {
		t.Errorf("%q is written as %q, %v, and parsed as %v", text, written, err, again)
	}
}
