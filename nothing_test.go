package partnerrules_test

import (
	"encoding"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// fromNothing are the functions that may claim something although they are told
// nothing, each with the reason.
var fromNothing = map[string]string{
	"agreement.Check":              "a name that is blank is missing (AGR-03)",
	"agreement.Policy.Check":       "a name that is blank is missing (AGR-03)",
	"agreement.Editions":           "says what the package knows",
	"agreement.Known":              "says what the package knows",
	"agreement.Latest":             "-1 is none of the list",
	"agreement.TriOf":              "false is no",
	"benefits.Editions":            "says what the package knows",
	"benefits.Known":               "says what the package knows",
	"benefits.Licences.Advice":     "holds for any licences (BEN-32 to BEN-35)",
	"benefits.Membership.Years":    "a membership that is has a first year",
	"benefits.Merge.Advice":        "holds for any merge (BEN-43)",
	"calendar.Editions":            "says what the package knows",
	"calendar.Date.Weekday":        "-1 is no day of the week",
	"calendar.Known":               "says what the package knows",
	"calendar.NewBusinessCalendar": "a calendar without weekend",
	"cpor.Arbitration.Steps":       "holds for any arbitration (CPR-36)",
	"cpor.Choice.All":              "lists the activities, each with its answer",
	"cpor.Claim.Covers":            "a claim covers what it names, and names nothing (CPR-29)",
	"cpor.Editions":                "says what the package knows",
	"cpor.Known":                   "says what the package knows",
	"cpor.Outcome":                 "false is the decision against the challenger",
	"cpor.TriOf":                   "false is no",
	"eligibility.AreasOf":          "no areas are none",
	"eligibility.Decision.Advice":  "the role is not given (ELG-18)",
	"eligibility.Editions":         "says what the package knows",
	"eligibility.Known":            "says what the package knows",
	"eligibility.NewPoints":        "0 hundredths are zero points",
	"eligibility.Offers":           "lists the offers",
	"eligibility.TriOf":            "false is no",
	"agreement.Rules":              "lists the rules",
	"benefits.Rules":               "lists the rules",
	"calendar.Rules":               "lists the rules",
	"cpor.Rules":                   "lists the rules",
	"eligibility.Rules":            "lists the rules",
}

// Who is told nothing knows nothing: with zero values throughout no function
// and no method answers with a yes or no, a day, a verdict or a state, but for
// those whose reason is given.
func TestNothingIsClaimedOfNothing(t *testing.T) {
	for _, c := range callees() {
		if strings.HasSuffix(c.name, ".IsZero") || strings.HasSuffix(c.name, ".Equal") {
			continue
		}
		_, results := call(c.bind(reflect.Zero), reflect.Zero)
		claims := claimsAmong(results)
		switch _, excused := fromNothing[c.name]; {
		case claims != nil && !excused:
			t.Errorf("told nothing, %s claims %q", c.name, claims)
		case claims == nil && excused:
			t.Errorf("%s claims nothing: it needs no excuse", c.name)
		}
	}
}

// fromNoValue are the functions that may tell something of what is no value of
// its type, each with the reason.
var fromNoValue = map[string]string{
	"cpor.ActivitySet.All":        "lists those of its bits that are activities",
	"cpor.Choose":                 "what the partner does not do it does not claim in any area",
	"cpor.QuestionSet.All":        "lists its bits",
	"eligibility.AreaSet.All":     "lists those of its bits that are areas",
	"eligibility.AreaSet.Has":     "tells of its bits",
	"eligibility.AreaSet.IsKnown": "tells of its bits",
	"eligibility.Areas.With":      "changes nothing in the areas",
}

// Of what is no value of its type, and under what is no policy, nothing is known
// either: a function answers with its zero value or an error, whatever else it is
// told.
func TestNothingIsClaimedOfWhatIsNoValue(t *testing.T) {
	g := &generator{Rand: rand.New(rand.NewPCG(1, 2)), calm: true, codes: map[reflect.Type][]reflect.Value{}}
	for _, c := range callees() {
		if strings.HasSuffix(c.name, ".IsZero") || strings.HasSuffix(c.name, ".Equal") || strings.HasSuffix(c.name, ".UnmarshalText") {
			continue
		}
		claimed := false
		for range 50 {
			bad := 0
			value := func(typ reflect.Type) reflect.Value {
				if v, ok := noValue(g, typ); ok {
					bad++
					return v
				}
				return g.value(typ)
			}
			args, results := call(c.bind(value), value)
			if bad == 0 {
				break
			}
			if claims := claimsAmong(results, args...); len(claims) > 0 {
				if claimed = true; fromNoValue[c.name] == "" {
					t.Errorf("told what is no value, %s claims %q", c.name, claims)
					break
				}
			}
		}
		if !claimed && fromNoValue[c.name] != "" {
			t.Errorf("%s claims nothing of what is no value: it needs no excuse", c.name)
		}
	}
}

// noValue returns a value of an enumeration, a set or a policy that is none.
func noValue(g *generator, typ reflect.Type) (v reflect.Value, ok bool) {
	v = reflect.New(typ).Elem()
	switch x := v.Interface().(type) {
	case interface{ Validate() error }:
		if typ.Name() == "Policy" {
			return v, x.Validate() != nil
		}
	case encoding.TextMarshaler:
		switch v.Kind() {
		case reflect.Uint8:
			v.SetUint(255)
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

// claimsAmong returns what results say that is none of the arguments. A text shows
// the value that it is of.
func claimsAmong(results []reflect.Value, args ...reflect.Value) []string {
	if errorOf(results) != nil {
		return nil
	}
	given := map[string]bool{}
	for _, arg := range args {
		given[said(arg)] = true
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

func said(v reflect.Value) string { return fmt.Sprintf("%v %v", v.Type(), v) }

// claimsOf returns what a result says: whatever is not zero in it, but for its
// error, its policy, and what it says is missing or not known.
func claimsOf(v reflect.Value) []string {
	switch x := v.Interface().(type) {
	case error, calendar.Policy, eligibility.Policy, benefits.Policy, agreement.Policy, cpor.Policy, eligibility.FactSet, agreement.FactSet:
		return nil
	case eligibility.State:
		if x == eligibility.StateUnknown {
			return nil
		}
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
			if !v.Type().Field(i).IsExported() { // it can only be looked at as a whole
				if !v.IsZero() {
					claims = append(claims, said(v))
				}
				break
			}
			claims = append(claims, claimsOf(v.Field(i))...)
		}
	default:
		if !v.IsZero() {
			claims = append(claims, said(v))
		}
	}
	return claims
}
