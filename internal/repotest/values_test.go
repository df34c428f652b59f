package repotest

import (
	"encoding"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"path"
	"reflect"
	"slices"
	"strings"
	"time"
)

// A generator makes random values of any type. In calm mode most of them are
// valid; otherwise many are extreme.
type generator struct {
	*rand.Rand
	calm  bool
	codes map[reflect.Type][]reflect.Value // cache of codesOf
	texts map[reflect.Type][]reflect.Value // cache of parsed
}

func newGenerator() *generator {
	return &generator{rand.New(rand.NewPCG(1, 2)), false, map[reflect.Type][]reflect.Value{}, map[reflect.Type][]reflect.Value{}}
}

func (g *generator) value(t reflect.Type) reflect.Value { return g.within(t, 0) }

// within makes a value at a depth of nesting.
func (g *generator) within(t reflect.Type, depth int) reflect.Value {
	v := zero(t)
	if g.IntN(5) == 0 && (!g.calm || g.IntN(4) == 0) && !madeByPointer(t) {
		return v
	}
	if made, ok := g.special(t, depth); ok {
		return made
	}
	if codes := g.codesOf(t); g.calm && len(codes) > 0 {
		return codes[g.IntN(len(codes))]
	}
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(g.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt([]int64{-1, 1, 2, 31, math.MaxInt64, math.MinInt64, math.MaxInt8, math.MinInt8, g.Int64()}[g.IntN(9)])
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint([]uint64{1, 2, 3, 13, 127, 128, 255, math.MaxUint64, g.Uint64()}[g.IntN(9)])
	case reflect.Float32, reflect.Float64:
		v.SetFloat([]float64{-1, 0.5, 1, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64}[g.IntN(7)])
	case reflect.String:
		v.SetString(texts[g.IntN(len(texts))])
	case reflect.Slice:
		if t == reflect.TypeFor[[]byte]() {
			return reflect.ValueOf([]byte(texts[g.IntN(len(texts))]))
		}
		for n := g.IntN(4); n >= 0; n-- {
			v = reflect.Append(v, g.within(t.Elem(), depth+1))
		}
	case reflect.Array:
		for i := range t.Len() {
			v.Index(i).Set(g.within(t.Elem(), depth+1))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		for n := g.IntN(3); n > 0; n-- {
			v.SetMapIndex(g.within(t.Key(), depth+1), g.within(t.Elem(), depth+1))
		}
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				v.Field(i).Set(g.within(t.Field(i).Type, depth+1))
			}
		}
	case reflect.Pointer:
		if depth < 3 {
			v.Set(reflect.New(t.Elem()))
			v.Elem().Set(g.within(t.Elem(), depth+1))
		}
	case reflect.Func:
		v.Set(reflect.MakeFunc(t, func([]reflect.Value) (results []reflect.Value) {
			for i := range t.NumOut() {
				results = append(results, reflect.Zero(t.Out(i)))
			}
			return results
		}))
	case reflect.Interface:
		g.setInterface(v, depth)
	default:
		panic(fmt.Sprint("no value for ", t))
	}
	return v
}

// setInterface sets v to a value of an exported type that implements its type,
// if there is one.
func (g *generator) setInterface(v reflect.Value, depth int) {
	if v.Type().NumMethod() == 0 {
		v.Set(reflect.ValueOf([]any{"2024-02-29", 7, []byte("x"), time.Time{}, time.Unix(0, 0).UTC()}[g.IntN(5)]))
		return
	}
	var fitting []reflect.Type
	for _, name := range slices.Sorted(maps.Keys(exportedTypes)) {
		if t := exportedTypes[name]; t.Implements(v.Type()) {
			fitting = append(fitting, t)
		}
	}
	if len(fitting) > 0 {
		v.Set(g.within(fitting[g.IntN(len(fitting))], depth+1))
	}
}

// zero returns the zero value of t. For a reader or a writer it returns an empty
// one, because functions need it.
func zero(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t {
	case reflect.TypeFor[io.Reader]():
		v.Set(reflect.ValueOf(strings.NewReader("")))
	case reflect.TypeFor[io.Writer]():
		v.Set(reflect.ValueOf(io.Discard))
	}
	return v
}

// texts are inputs for parsers. Some of them are valid for one type only.
var texts = []string{
	"x", "2024-02-29", "2024-02-29/..", "6.67", "legacy-gold", "data-ai,security", "\xff", strings.Repeat("9", 99),
	"4567001", "[]", "f0e1d2c3-0000-4000-8000-000000000001", "ada@northlight.example", "2023-05-01T00:00:00Z", "contoso", "{}", `{"items":[]}`,
}

// moreTexts are inputs from which special makes values.
var moreTexts = []string{
	"0001-01-01", "9999-12-31", "2024-03-15", "2025-02-28", "2024-03-01/2024-03-30", "0001-01-01/9999-12-31", "100", "4567002", "window-opens/2", "last-use/1/a",
}

// codesOf returns the values of an enumeration, or the sets with one element:
// the small numbers whose text is parsed as the same value.
func (g *generator) codesOf(t reflect.Type) []reflect.Value {
	codes, done := g.codes[t]
	if _, ok := reflect.New(t).Interface().(encoding.TextUnmarshaler); done || !ok {
		return codes
	}
	try := func(v reflect.Value) {
		m, ok := v.Interface().(encoding.TextMarshaler)
		if !ok {
			return
		}
		text, err := m.MarshalText()
		again := reflect.New(t)
		if err == nil && again.Interface().(encoding.TextUnmarshaler).UnmarshalText(text) == nil && again.Elem().Equal(v) {
			codes = append(codes, v)
		}
	}
	switch t.Kind() {
	case reflect.Int8:
		for i := range 3 {
			try(reflect.ValueOf(i - 1).Convert(t))
		}
	case reflect.Uint8:
		for i := range 64 {
			try(reflect.ValueOf(i).Convert(t))
		}
	case reflect.Uint16, reflect.Uint32, reflect.Uint64:
		for i := range t.Bits() {
			try(reflect.ValueOf(uint64(1) << i).Convert(t))
		}
	}
	g.codes[t] = codes
	return codes
}

// special makes the values that cannot be set field by field: the baseline policy,
// and values with unexported fields, which are parsed or constructed.
func (g *generator) special(t reflect.Type, depth int) (v reflect.Value, ok bool) {
	switch t {
	case reflect.TypeFor[time.Time]():
		return reflect.ValueOf(time.Unix(g.Int64(), 0)), true
	case reflect.TypeFor[*time.Location]():
		return reflect.ValueOf(time.UTC), true
	case reflect.TypeFor[io.Reader]():
		v := zero(t)
		v.Set(reflect.ValueOf(strings.NewReader(texts[g.IntN(len(texts))])))
		return v, true
	}
	if !strings.HasPrefix(t.PkgPath(), module) {
		return v, false
	}
	if baseline, ok := functions[path.Base(t.PkgPath())+".Baseline"]; ok && t.Name() == "Policy" {
		return reflect.ValueOf(baseline).Call(nil)[0], g.IntN(2) == 0
	}
	if !isOpaque(t) {
		return v, false
	}
	if parsed := g.parsed(t); len(parsed) > 0 {
		return parsed[g.IntN(len(parsed))], true
	}
	return g.construct(t, depth)
}

// isOpaque reports whether t is a struct or an array whose content cannot be set
// from outside of its package.
func isOpaque(t reflect.Type) bool {
	if t.Kind() == reflect.Array {
		return true
	}
	if t.Kind() != reflect.Struct {
		return false
	}
	for i := range t.NumField() {
		if !t.Field(i).IsExported() {
			return true
		}
	}
	return false
}

// parsed returns the values of t that its UnmarshalText makes of the texts and of
// the codes of all enumerations.
func (g *generator) parsed(t reflect.Type) []reflect.Value {
	values, done := g.texts[t]
	if _, ok := reflect.New(t).Interface().(encoding.TextUnmarshaler); done || !ok {
		return values
	}
	candidates := append(slices.Clone(texts), moreTexts...)
	for _, name := range slices.Sorted(maps.Keys(enumerations)) {
		for _, constant := range enumerations[name] {
			candidates = append(candidates, fmt.Sprint(constant))
		}
	}
	for _, text := range candidates {
		p := reflect.New(t)
		if p.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)) == nil {
			values = append(values, p.Elem())
		}
	}
	g.texts[t] = values
	return values
}

// constructor returns the function New<name of t>, if there is one.
func constructor(t reflect.Type) (f reflect.Value, ok bool) {
	if t.Name() == "" || !strings.HasPrefix(t.PkgPath(), module) {
		return f, false
	}
	f = reflect.ValueOf(functions[path.Base(t.PkgPath())+".New"+t.Name()])
	return f, f.IsValid() && f.Type().NumOut() > 0 && (f.Type().Out(0) == t || f.Type().Out(0) == reflect.PointerTo(t))
}

// madeByPointer reports whether the constructor of t returns a pointer. Functions
// are not called with the zero value of such a type.
func madeByPointer(t reflect.Type) bool {
	f, ok := constructor(t)
	return ok && f.Type().Out(0) == reflect.PointerTo(t)
}

// construct calls the constructor of t until it succeeds.
func (g *generator) construct(t reflect.Type, depth int) (v reflect.Value, ok bool) {
	f, ok := constructor(t)
	if !ok || depth > 3 {
		return v, false
	}
	defer func(calm bool) { g.calm = calm }(g.calm)
	g.calm = true
	for range 50 {
		_, results := call(f, func(typ reflect.Type) reflect.Value { return g.within(typ, depth+1) })
		if errorOf(results) == nil {
			return reflect.Indirect(results[0]), true
		}
	}
	return v, false
}
