package partnerrules_test

import (
	"encoding"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"time"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A generator makes values of any type: extremes among them, or, while it is
// calm, mostly such as pass the checks of the packages.
type generator struct {
	*rand.Rand
	calm  bool
	codes map[reflect.Type][]reflect.Value // see codesOf
}

func (g *generator) value(t reflect.Type) reflect.Value { return g.within(t, 0) }

// within makes a value that is nested so deep.
func (g *generator) within(t reflect.Type, depth int) reflect.Value {
	v := reflect.New(t).Elem()
	// The zero value of an index is none, and is not to be called.
	if g.IntN(5) == 0 && (!g.calm || g.IntN(4) == 0) && t != reflect.TypeFor[cpor.Index]() {
		return v
	}
	if made, ok := g.special(t); ok {
		return reflect.ValueOf(made)
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
	case reflect.Interface:
		if t.NumMethod() == 0 {
			v.Set([]reflect.Value{
				reflect.ValueOf("2024-02-29"), reflect.ValueOf(7), reflect.ValueOf([]byte("x")), reflect.ValueOf(time.Time{}), reflect.ValueOf(time.Unix(0, 0).UTC()),
			}[g.IntN(5)])
		}
	default:
		panic(fmt.Sprint("no value for ", t))
	}
	return v
}

// texts are what is parsed, some of it by one type alone.
var texts = []string{
	"x", "2024-02-29", "2024-02-29/..", "6.67", "legacy-gold", "data-ai,security", "\xff", strings.Repeat("9", 99),
	"4567001", "f0e1d2c3-0000-4000-8000-000000000001", "ada@northlight.example", "2023-05-01T00:00:00Z", "contoso", "{}",
}

// codesOf returns the values of an enumeration, or of a set the sets of one
// element: those of few bits that come back from their texts.
func (g *generator) codesOf(t reflect.Type) []reflect.Value {
	codes, done := g.codes[t]
	if _, ok := reflect.New(t).Interface().(encoding.TextUnmarshaler); done || !ok {
		return codes
	}
	try := func(v reflect.Value) {
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
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
	case reflect.Uint16, reflect.Uint32:
		for i := range 32 {
			try(reflect.ValueOf(uint32(1) << i).Convert(t))
		}
	}
	g.codes[t] = codes
	return codes
}

// special makes what cannot be made of its exported fields.
func (g *generator) special(t reflect.Type) (any, bool) {
	switch t {
	case reflect.TypeFor[calendar.Date]():
		return g.date(), true
	case reflect.TypeFor[calendar.Period]():
		p, err := calendar.NewPeriod(g.date(), g.date())
		if err != nil {
			p = calendar.OpenPeriod(g.date())
		}
		return p, true
	case reflect.TypeFor[calendar.BusinessCalendar]():
		c, err := calendar.NewBusinessCalendar(calendar.Weekend(g.IntN(127)), g.date(), g.date())
		return c, err == nil
	case reflect.TypeFor[eligibility.Points]():
		p, err := eligibility.NewPoints(g.IntN(10001))
		return p, err == nil
	case reflect.TypeFor[calendar.Policy]():
		return calendar.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[benefits.Policy]():
		return benefits.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[agreement.Policy]():
		return agreement.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[cpor.Policy]():
		return cpor.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[agreement.Timestamp]():
		return agreement.On(g.date()), true
	case reflect.TypeFor[cpor.TenantID]():
		return cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"), true
	case reflect.TypeFor[cpor.SubscriptionID]():
		return cpor.MustParseSubscriptionID("a0000000-0000-4000-8000-000000000001"), true
	case reflect.TypeFor[cpor.PartnerID]():
		return []cpor.PartnerID{cpor.MustParsePartnerID("4567001"), cpor.MustParsePartnerID("4567002")}[g.IntN(2)], true
	case reflect.TypeFor[cpor.Domain]():
		return cpor.MustParseDomain("contoso"), true
	case reflect.TypeFor[cpor.Index]():
		index, err := cpor.NewIndex(cpor.Baseline())
		return *index, err == nil
	case reflect.TypeFor[time.Time]():
		return time.Unix(g.Int64(), 0), true
	case reflect.TypeFor[*time.Location]():
		return time.UTC, true
	}
	return nil, false
}

func (g *generator) date() calendar.Date {
	return []calendar.Date{
		{},
		calendar.MustParseDate("0001-01-01"), calendar.MustParseDate("9999-12-31"),
		calendar.MustParseDate("2024-02-29"), calendar.MustParseDate("2024-03-15"), calendar.MustParseDate("2025-02-28"),
	}[g.IntN(6)]
}
