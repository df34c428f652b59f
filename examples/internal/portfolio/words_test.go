package portfolio

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Every fact that can be missing has a text of its own, not only its code.
func TestMissingFact_Texts(t *testing.T) {
	seen := map[string]bool{}
	check := func(code string, f MissingFact) {
		t.Helper()
		if f.Text == "" || f.Member == "" || f.Text == Words(code) || seen[f.Text] {
			t.Errorf("%s: %+v", code, f)
		}
		seen[f.Text] = true
	}
	for fact := range partnerrules.Values[eligibility.Fact]() {
		for _, f := range MissingFacts(partnerrules.SetOf(fact)) {
			check(fact.String(), f)
		}
	}
	for fact := range partnerrules.Values[agreement.Fact]() {
		if fact != agreement.FactNow {
			check(fact.String(), customerFact(fact))
		}
	}
}

// The areas share one element.
func TestMissingFacts_Areas(t *testing.T) {
	r := judged(t, map[string]string{"companies.json": `{"companies": [{"name": "A", "wanted": ["legacy-gold"]}]}`})
	var areas int
	facts := MissingFacts(r.Companies[0].Wanted[0].Decision.Missing)
	for _, f := range facts {
		if f.Member == "qualified or scores" {
			areas++
		}
	}
	if areas != 1 || len(facts) < 3 {
		t.Errorf("%v", facts)
	}
}

func TestSome(t *testing.T) {
	names := []string{"a", "b", "c", "d"}
	for few, want := range map[int]string{1: "a and 3 more", 2: "a, b and 2 more", 3: "a, b, c, d", 4: "a, b, c, d", 5: "a, b, c, d"} {
		if got := Some(names, few); got != want {
			t.Errorf("%d: %q, want %q", few, got, want)
		}
	}
}

// Equal causes with different days are one obstacle. The rules on offers come before
// the rules on customers and on claims.
func TestObstacles(t *testing.T) {
	draft, offer := Reason{Cause: Cause{Rule: "CPR-08"}}, Reason{Cause: Cause{Rule: "ELG-05"}}
	waiting := Reason{Cause: Cause{Rule: "ELG-02"}, From: theDay}
	later := Reason{Cause: Cause{Rule: "ELG-02"}, From: theDay.AddDays(7)}
	var got []string
	for _, o := range Obstacles([]Blocked{{Company: "A", Why: []Reason{draft, offer, waiting}}, {Company: "B", Why: []Reason{later, offer}}}) {
		line := string(o.Rule)
		for _, b := range o.Blocks {
			line += " " + b.Company
		}
		got = append(got, line)
	}
	want := []string{"ELG-02 A B", "ELG-05 A B", "CPR-08 A"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// An offer that is younger than the day of the report has a warning (EDN-05).
func TestCoverageText(t *testing.T) {
	for on, want := range map[string]bool{"2024-07-15": true, "2024-07-16": false} {
		r := judgedOn(t, member(`"wanted": ["partner-success-core-benefits", "microsoft-action-pack"]`), on, InForce)
		for i, warned := range []bool{want, false} {
			if got := CoverageText(&r.Companies[0].Wanted[i].Decision) != ""; got != warned {
				t.Errorf("on %s, offer %d: a warning %v, want %v", on, i, got, warned)
			}
		}
	}
}
