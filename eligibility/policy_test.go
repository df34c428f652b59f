package eligibility_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

// InForce returns the same policy for every day, with the coverage of the day.
func TestInForce(t *testing.T) {
	for on, want := range map[string]calendar.Coverage{
		"": calendar.CoverageUnknown, "2022-10-03": calendar.CoverageBefore, "2022-10-04": calendar.CoveragePublished,
		"2025-01-31": calendar.CoveragePublished, "2025-02-01": calendar.CoverageQuoted,
		"2026-06-22": calendar.CoverageQuoted, "2026-06-23": calendar.CoverageAfter,
	} {
		var asked calendar.Date
		if err := asked.UnmarshalText([]byte(on)); err != nil {
			t.Fatal(err)
		}
		p, coverage := InForce(asked)
		changed := Baseline()
		changed.RetiredFrom = retirement
		if coverage != want || p != changed {
			t.Errorf("InForce(%v) = %v, %v, want %v", asked, p, coverage, want)
		}
	}
	inForce, _ := InForce(today)
	if Baseline().String() != "baseline" || inForce.String() != "in force" {
		t.Errorf("the texts of the policies are %q and %q", Baseline(), inForce)
	}
}

// The plain functions use the policy in force (EDN-01).
func TestInForce_Functions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, o := anyFacts().Draw(t, "facts"), anyOffer(t)
		p, _ := InForce(today)
		ad, paid := anyAD(t, "ad"), today.AddDays(rapid.IntRange(0, 60).Draw(t, "paid"))
		one, err := Evaluate(o, f, today)
		want, wantErr := p.Evaluate(o, f, today)
		same(t, "Evaluate", one, want, err, wantErr)
		all, err := EvaluateAll(f, today)
		wantAll, wantErr := p.EvaluateAll(f, today)
		same(t, "EvaluateAll", all, wantAll, err, wantErr)
		when, err := NextOpening(o, f, today)
		wantWhen, wantErr := p.NextOpening(o, f, today)
		same(t, "NextOpening", when, wantWhen, err, wantErr)
		change, err := CheckPackageChange(ad, today)
		wantChange, wantErr := p.CheckPackageChange(ad, today)
		same(t, "CheckPackageChange", change, wantChange, err, wantErr)
		kept, err := CheckRetention(ad, paid, Yes)
		wantKept, wantErr := p.CheckRetention(ad, paid, Yes)
		same(t, "CheckRetention", kept, wantKept, err, wantErr)
	})
}

func same(t *rapid.T, name string, got, want any, err, wantErr error) {
	if diff := cmp.Diff(want, got); diff != "" || (err == nil) != (wantErr == nil) {
		t.Errorf("%s: %v, %v: %s", name, err, wantErr, diff)
	}
}
