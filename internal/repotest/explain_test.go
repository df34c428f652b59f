package repotest

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Each answer with reasons and a coverage has a method Explain that returns an
// Explanation.
func TestAnswersExplain(t *testing.T) {
	for name, typ := range answers() {
		if !holdsReasons(typ, nil) || !hasCoverage(typ) {
			continue
		}
		m, ok := typ.MethodByName("Explain")
		if !ok || m.Type.NumOut() != 1 || m.Type.Out(0) != reflect.TypeFor[partnerrules.Explanation]() {
			t.Errorf("%s has reasons and a coverage, but no method Explain that returns an Explanation", name)
		}
	}
}

// answers returns the struct types of the library that its functions and methods
// return, also in lists.
func answers() map[string]reflect.Type {
	names := map[reflect.Type]string{}
	for name, typ := range exportedTypes {
		names[typ] = name
	}
	all := map[string]reflect.Type{}
	add := func(f reflect.Type) {
		for i := range f.NumOut() {
			typ := f.Out(i)
			for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
				typ = typ.Elem()
			}
			if name := names[typ]; name != "" && typ.Kind() == reflect.Struct {
				all[name] = typ
			}
		}
	}
	for _, f := range functions {
		add(reflect.TypeOf(f))
	}
	for _, typ := range exportedTypes {
		for i := range reflect.PointerTo(typ).NumMethod() {
			add(reflect.PointerTo(typ).Method(i).Type)
		}
	}
	return all
}

// holdsReasons reports whether a value of the type can hold reasons of a package, at
// any depth.
func holdsReasons(typ reflect.Type, within []reflect.Type) bool {
	switch {
	case slices.Contains(within, typ):
		return false
	case typ.Implements(reflect.TypeFor[partnerrules.Reason]()) && typ.Kind() == reflect.Uint8, strings.HasPrefix(typ.Name(), "Set[") && strings.HasSuffix(typ.Name(), ".Reason]"):
		return true
	}
	within = append(within, typ)
	switch typ.Kind() {
	case reflect.Slice, reflect.Array, reflect.Pointer:
		return holdsReasons(typ.Elem(), within)
	case reflect.Struct:
		for i := range typ.NumField() {
			if holdsReasons(typ.Field(i).Type, within) {
				return true
			}
		}
	}
	return false
}

// hasCoverage reports whether a struct has a coverage, directly or in an embedded
// struct.
func hasCoverage(typ reflect.Type) bool {
	f, ok := typ.FieldByName("Coverage")
	return ok && f.Type == reflect.TypeFor[calendar.Coverage]()
}

// textless are the enumerations and the values without a text, each with the reason.
var textless = map[string]string{
	"agreement.ErrorKind unknown": "nothing is known about the error",
	"partnerrules.Tri":            "the sentence depends on the question, as in Explanation.Verdict",
	"partnerrules.Severity":       "a program shows it as a color or a heading of its own",
}

// Each value of an enumeration has a text for people, which no other value of the
// enumeration has. It is a Title or a Message, and never both. An invalid value has no
// Message.
func TestEnumerationTexts(t *testing.T) {
	unused := keys(textless)
	fault := func(name, what string) {
		if delete(unused, name); textless[name] == "" {
			t.Errorf("%s %s", name, what)
		}
	}
	for _, e := range allEnumerations(t) {
		title, hasTitle := e.typ.MethodByName("Title")
		text, hasMessage := e.typ.MethodByName("Message")
		if hasTitle {
			text = title
		}
		if hasTitle == hasMessage {
			fault(e.name, "needs a Title or a Message, and not both")
			continue
		}
		seen := map[string]bool{}
		for n := e.first(); n <= e.last(); n++ {
			code := e.codes[n]
			got := text.Func.Call([]reflect.Value{e.value(n)})[0].String()
			switch {
			case code == "":
				if hasMessage && got != "" {
					fault(e.name+" "+e.string(n), "is invalid, but has the message "+got)
				}
			case got == "" || got != strings.TrimSpace(got):
				fault(e.name+" "+code, "has no text, or space around it")
			case seen[got]:
				fault(e.name+" "+code, "has the text of another value: "+got)
			}
			seen[got] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("textless lists %s, which does not exist or has a text", name)
	}
}

// holdsReasons finds reasons in fields, lists and sets.
func TestHoldsReasons(t *testing.T) {
	for _, test := range []struct {
		value any
		want  bool
	}{
		{eligibility.PackageAnswer{}, true},
		{eligibility.Decision{}, true},
		{benefits.Answer{}, true},
		{[]*eligibility.PackageAnswer{}, true},
		{eligibility.Standing{}, false},
		{eligibility.Facts{}, false},
	} {
		if got := holdsReasons(reflect.TypeOf(test.value), nil); got != test.want {
			t.Errorf("%T holds reasons: %v, want %v", test.value, got, test.want)
		}
	}
}
