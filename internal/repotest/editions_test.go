package repotest

import (
	"reflect"
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
)

// Each edition has a name, a document and a first day, oldest first. Its source was
// seen in the time of the edition, unless it only announces it (EDN-06, EDN-07).
func TestEditions_Complete(t *testing.T) {
	for _, dir := range packages {
		editions, ok := functions[packageName(dir)+".Editions"].(func() calendar.EditionList)
		if !ok {
			continue
		}
		list := editions()
		if !slices.IsSortedFunc(list, func(a, b calendar.Edition) int { return a.From.Compare(b.From) }) {
			t.Errorf("%s: the editions are not in the order of their first days", dir)
		}
		for _, e := range list {
			announced := e.Quoted && e.Seen.Before(e.From)
			if e.Name == "" || e.Source == "" || e.From.IsZero() || e.Seen.Before(e.From) && !announced {
				t.Errorf("%s: an edition is incomplete: %+v", dir, e)
			}
		}
	}
}

// An answer that has the policy under which it was given has a coverage too (EDN-04).
func TestAnswers_HaveCoverage(t *testing.T) {
	answers := 0
	for name, f := range functions {
		typ := reflect.TypeOf(f)
		for i := range typ.NumOut() {
			answer := typ.Out(i)
			if answer.Kind() == reflect.Slice {
				answer = answer.Elem()
			}
			if answer.Kind() != reflect.Struct {
				continue
			}
			policy, ok := answer.FieldByName("Policy")
			if !ok || policy.Type.Name() != "Policy" {
				continue
			}
			answers++
			coverage, ok := answer.FieldByName("Coverage")
			if !ok || coverage.Type != reflect.TypeFor[calendar.Coverage]() {
				t.Errorf("%s returns a %v without a coverage", name, answer)
			}
		}
	}
	if answers < 20 {
		t.Errorf("only %d answers with a policy were found", answers)
	}
}
