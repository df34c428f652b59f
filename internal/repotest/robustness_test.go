package repotest

import (
	"encoding"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A callee is a function, or a method without its receiver.
type callee struct {
	name string
	bind func(receiver func(reflect.Type) reflect.Value) reflect.Value
}

// callees returns all exported functions and methods, sorted by name.
func callees() []callee {
	var all []callee
	for name, f := range functions {
		all = append(all, callee{name, func(func(reflect.Type) reflect.Value) reflect.Value { return reflect.ValueOf(f) }})
	}
	for name, typ := range exportedTypes {
		for i := range reflect.PointerTo(typ).NumMethod() {
			all = append(all, callee{name + "." + reflect.PointerTo(typ).Method(i).Name, func(value func(reflect.Type) reflect.Value) reflect.Value {
				receiver := reflect.New(typ)
				receiver.Elem().Set(value(typ))
				return receiver.Method(i)
			}})
		}
	}
	slices.SortFunc(all, func(a, b callee) int { return strings.Compare(a.name, b.name) })
	return all
}

// call calls f with arguments from value.
func call(f reflect.Value, value func(reflect.Type) reflect.Value) (args, results []reflect.Value) {
	for i := range f.Type().NumIn() {
		args = append(args, value(f.Type().In(i)))
	}
	if f.Type().IsVariadic() {
		return args, f.CallSlice(args)
	}
	return args, f.Call(args)
}

// No function panics, and all results beside an error are zero. Each function is
// called with extreme and with mostly valid arguments, and succeeds at least
// once.
func TestRandomArguments(t *testing.T) {
	g := newGenerator()
	for _, c := range callees() {
		callOften(t, g, c)
	}
}

const callsEach = 300

// neverSucceeds are the functions that reject practically all random arguments, each
// with the reason.
var neverSucceeds = map[string]string{
	"cpor.Case.Resolve": "the days of the claim must agree with its history (CPR-54)",
}

// callOften calls c callsEach times, or more often until it succeeds once.
func callOften(t *testing.T, g *generator, c callee) {
	t.Helper()
	var args []reflect.Value
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("%s(%v) panics: %v", c.name, args, fault)
		}
	}()
	succeeded := false
	for i := 0; i < callsEach || !succeeded && i < 10*callsEach; i++ {
		g.calm = i%2 == 0 || i >= callsEach
		var receiver reflect.Value
		f := c.bind(func(typ reflect.Type) reflect.Value {
			receiver = g.value(typ)
			return receiver
		})
		args = nil
		_, results := call(f, func(typ reflect.Type) reflect.Value {
			arg := g.value(typ)
			if text, ok := textOf(receiver); ok && g.calm && typ == reflect.TypeFor[[]byte]() {
				arg = reflect.ValueOf(text)
			}
			args = append(args, arg)
			return arg
		})
		succeeded = succeeded || errorOf(results) == nil
		checkErrorResults(t, c.name, args, results)
		for _, result := range results {
			itemsOf(result, 3)
		}
	}
	if !succeeded && neverSucceeds[c.name] == "" {
		t.Errorf("%s returns an error for all of %d random arguments", c.name, 10*callsEach)
	}
}

// textOf returns the text form of a method's receiver, if it has one.
func textOf(receiver reflect.Value) (text []byte, ok bool) {
	if !receiver.IsValid() {
		return nil, false
	}
	m, ok := receiver.Interface().(encoding.TextMarshaler)
	if !ok {
		return nil, false
	}
	text, err := m.MarshalText()
	return text, err == nil
}

// errorOf returns the error among results, which comes last.
func errorOf(results []reflect.Value) error {
	if len(results) == 0 {
		return nil
	}
	err, _ := results[len(results)-1].Interface().(error)
	return err
}

// checkErrorResults fails if a result beside an error is neither zero nor one of
// the arguments. AppendText returns its argument, for example.
func checkErrorResults(t *testing.T, name string, args, results []reflect.Value) {
	t.Helper()
	if errorOf(results) == nil {
		return
	}
	last := len(results) - 1
	for _, result := range results[:last] {
		isArgument := func(arg reflect.Value) bool { return reflect.DeepEqual(arg.Interface(), result.Interface()) }
		if !result.IsZero() && !slices.ContainsFunc(args, isArgument) {
			t.Errorf("%s(%v) returns %v with the error %v", name, args, result, results[last])
		}
	}
}

// itemsOf returns the first items of an iterator. It returns nil if v is not an
// iterator.
func itemsOf(v reflect.Value, most int) []reflect.Value {
	if v.Kind() != reflect.Func || v.IsNil() || v.Type().NumIn() != 1 || v.Type().In(0).Kind() != reflect.Func {
		return nil
	}
	var items []reflect.Value
	yields := 0
	v.Call([]reflect.Value{reflect.MakeFunc(v.Type().In(0), func(yielded []reflect.Value) []reflect.Value {
		items = append(items, yielded...)
		yields++
		return []reflect.Value{reflect.ValueOf(yields < most)}
	})})
	return items
}

// zeroExceptions are the functions that return more than unknown for zero
// arguments, each with the reason.
var zeroExceptions = map[string]string{
	"agreement.Check":                   "a blank name is missing (AGR-03)",
	"agreement.Editions":                "lists the editions",
	"agreement.LatestIndex":             "returns -1 for an empty list",
	"benefits.Editions":                 "lists the editions",
	"calendar.BusinessCalendar.Weekend": "is Saturday and Sunday for the zero calendar (CAL-09)",
	"calendar.Date.Weekday":             "returns -1 for the zero Date",
	"calendar.Editions":                 "lists the editions",
	"calendar.NewBusinessCalendar":      "returns a calendar without a weekend",
	"cpor.Arbitration.Steps":            "the steps are the same for all arbitrations (CPR-36)",
	"cpor.ActivityChoice.All":           "lists the activities, each with its answer",
	"cpor.Claim.Covers":                 "a claim without units covers nothing (CPR-29)",
	"cpor.Editions":                     "lists the editions",
	"eligibility.AreasOf":               "the set of no areas is empty, not unknown",
	"eligibility.Editions":              "lists the editions",
	"eligibility.NewPoints":             "returns zero points, which are not unknown",
	"partnerrules.TriFromBool":          "false is No",
	"partnerrules.Values":               "lists the constants of the enumeration",
}

// With zero arguments no function reports more than unknown: no yes or no, no
// day, no verdict and no state.
func TestZeroArguments(t *testing.T) {
	unused := keys(zeroExceptions)
	for _, c := range callees() {
		if strings.HasSuffix(c.name, ".IsZero") || strings.HasSuffix(c.name, ".IsValid") || strings.HasSuffix(c.name, ".Equal") {
			continue
		}
		_, results := call(c.bind(zero), zero)
		claims := claimsAmong(results)
		if len(claims) == 0 {
			continue
		}
		if delete(unused, c.name); zeroExceptions[c.name] == "" {
			t.Errorf("with zero arguments %s returns %.200q", c.name, claims)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("zeroExceptions lists %s, which does not exist or returns unknown only", name)
	}
}

// invalidExceptions are the functions that return more than unknown for invalid
// arguments, each with the reason.
var invalidExceptions = map[string]string{
	"eligibility.AreaSet.IsKnown": "an invalid set has elements too",
	"eligibility.Areas.With":      "returns its receiver unchanged for an invalid area",
}

// notInvalid are the endings of methods that may return anything for an invalid
// receiver. A set has its elements, valid or not.
var notInvalid = []string{".IsZero", ".Equal", ".UnmarshalText", "Set.All", "Set.Has"}

// With an invalid value or an invalid policy among its arguments a function
// returns an error, or reports no more than unknown.
func TestInvalidArguments(t *testing.T) {
	g := newGenerator()
	g.calm = true
	unused := keys(invalidExceptions)
	for _, c := range callees() {
		if slices.ContainsFunc(notInvalid, func(suffix string) bool { return strings.HasSuffix(c.name, suffix) }) {
			continue
		}
		for range 50 {
			invalid := 0
			value := func(typ reflect.Type) reflect.Value {
				if v, ok := invalidValue(typ); ok {
					invalid++
					return v
				}
				return g.value(typ)
			}
			args, results := call(c.bind(value), value)
			if invalid == 0 {
				break
			}
			claims := claimsAmong(results, args...)
			if len(claims) == 0 {
				continue
			}
			if delete(unused, c.name); invalidExceptions[c.name] == "" {
				t.Errorf("with an invalid argument %s returns %q", c.name, claims)
				break
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("invalidExceptions lists %s, which does not exist or returns unknown only", name)
	}
}

func keys(exceptions map[string]string) map[string]bool {
	names := map[string]bool{}
	for name := range exceptions {
		names[name] = true
	}
	return names
}

// invalidValue returns an invalid value of an enumeration or set, or the zero
// value of a policy if it is invalid.
func invalidValue(typ reflect.Type) (v reflect.Value, ok bool) {
	v = reflect.New(typ).Elem()
	switch x := v.Interface().(type) {
	case interface{ Validate() error }:
		if typ.Name() == "Policy" {
			return v, x.Validate() != nil
		}
	case encoding.TextMarshaler:
		switch v.Kind() {
		case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
			v.SetUint(1<<typ.Bits() - 1)
		case reflect.Int8:
			v.SetInt(127)
		default:
			return v, false
		}
		_, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		return v, err != nil
	}
	return v, false
}

// claimsAmong returns the claims in results that are not arguments. Texts are
// ignored: a text shows the value that it was made from.
func claimsAmong(results []reflect.Value, args ...reflect.Value) []string {
	if errorOf(results) != nil {
		return nil
	}
	given := map[string]bool{}
	for _, arg := range args {
		given[describe(arg)] = true
	}
	var claims []string
	for _, result := range results {
		switch result.Interface().(type) {
		case string, []byte:
		default:
			claims = append(claims, claimsOf(result)...)
		}
	}
	return slices.DeleteFunc(claims, func(claim string) bool { return given[claim] })
}

func describe(v reflect.Value) string { return fmt.Sprintf("%v %v", v.Type(), v) }

// claimsNothing reports whether a value is not a claim: an error, a policy, a note,
// a set of missing facts, an answer in words, or a value that is unknown.
func claimsNothing(v reflect.Value) bool {
	if !v.CanInterface() {
		return false
	}
	name := strings.TrimSuffix(v.Type().Name(), "]") // of a generic type, with its argument
	if _, isError := v.Interface().(error); isError || name == "Policy" || name == "Note" || name == "Rulebook" || name == "Explanation" || strings.HasSuffix(name, "FactSet") || strings.HasPrefix(name, "Set[") && strings.HasSuffix(name, ".Fact") {
		return true
	}
	s, isStringer := v.Interface().(fmt.Stringer)
	return isStringer && v.Kind() != reflect.Pointer && v.Kind() != reflect.Interface && s.String() == "unknown"
}

// claimsOf returns the claims in a result: its nonzero parts, except the values for
// which claimsNothing is true.
func claimsOf(v reflect.Value) []string {
	if claimsNothing(v) {
		return nil
	}
	var claims []string
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			claims = claimsOf(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			claims = append(claims, claimsOf(v.Index(i))...)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			claims = append(claims, claimsOf(v.MapIndex(key))...)
		}
	case reflect.Func:
		for _, item := range itemsOf(v, 100) {
			claims = append(claims, claimsOf(item)...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() { // only the whole can be inspected
				if !v.IsZero() {
					claims = append(claims, describe(v))
				}
				break
			}
			claims = append(claims, claimsOf(v.Field(i))...)
		}
	default:
		if !v.IsZero() {
			claims = append(claims, describe(v))
		}
	}
	return claims
}
