package partnerrules_test

import (
	"fmt"
	"reflect"
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
	"agreement.Check":        "a name that is blank is missing (AGR-03)",
	"agreement.Policy.Check": "a name that is blank is missing (AGR-03)",
	"agreement.Editions":     "says what the package knows",
	"agreement.Known":        "says what the package knows",
	"agreement.TriOf":        "false is no",
	"benefits.Editions":      "says what the package knows",
	"benefits.Known":         "says what the package knows",
	"calendar.Editions":      "says what the package knows",
	"calendar.Known":         "says what the package knows",
	"cpor.Claim.Covers":      "a claim covers what it names, and names nothing (CPR-29)",
	"cpor.Editions":          "says what the package knows",
	"cpor.Known":             "says what the package knows",
	"cpor.Outcome":           "false is the decision against the challenger",
	"cpor.TriOf":             "false is no",
	"eligibility.Editions":   "says what the package knows",
	"eligibility.Known":      "says what the package knows",
	"eligibility.NewPoints":  "0 hundredths are zero points",
	"eligibility.TriOf":      "false is no",
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
		var claims []string
		for _, result := range results {
			claims = append(claims, claimsOf(result)...)
		}
		switch _, excused := fromNothing[c.name]; {
		case claims != nil && !excused:
			t.Errorf("told nothing, %s claims %q", c.name, claims)
		case claims == nil && excused:
			t.Errorf("%s claims nothing: it needs no excuse", c.name)
		}
	}
}

// claimsOf returns what a result says that can be known only from facts. The
// policy of an answer is none of it.
func claimsOf(v reflect.Value) []string {
	said := []string{fmt.Sprintf("%v %v", v.Type(), v)}
	switch x := v.Interface().(type) {
	case calendar.Policy, eligibility.Policy, benefits.Policy, agreement.Policy, cpor.Policy:
		return nil
	case calendar.Date, calendar.Period, calendar.Coverage, agreement.Timestamp, eligibility.Points,
		eligibility.Tri, agreement.Tri, cpor.Tri, eligibility.Verdict, agreement.Verdict, cpor.Verdict,
		eligibility.Button, benefits.State, agreement.Route, agreement.Meaning, cpor.Status, cpor.Mark:
		if v.IsZero() {
			return nil
		}
		return said
	case eligibility.State:
		if x != eligibility.Met && x != eligibility.NotMet {
			return nil
		}
		return said
	case bool:
		if !x {
			return nil
		}
		return said
	}
	var claims []string
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				claims = append(claims, claimsOf(v.Field(i))...)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			claims = append(claims, claimsOf(v.Index(i))...)
		}
	case reflect.Func:
		for _, item := range itemsOf(v, 100) {
			claims = append(claims, claimsOf(item)...)
		}
	}
	return claims
}
