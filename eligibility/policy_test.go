package eligibility_test

import (
	"errors"
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
		changed.RetiredFrom, changed.RenewalQualifiesFrom = retirement, date("2026-05-11")
		if coverage != want || p != changed {
			t.Errorf("InForce(%v) = %v, %v, want %v", asked, p, coverage, want)
		}
	}
	changed := inForce()
	changed.Dates.WindowOpens = 0
	if got, want := changed.String(), "baseline with window AD+0 to AD+30; Action Packs and legacy offers retired from 2025-01-22; "+
		"the renewal window qualifies held areas from 2026-05-11"; got != want {
		t.Errorf("the text of a changed policy is %q, want %q", got, want)
	}
	if Baseline().String() != "baseline" || inForce().String() != "in force" {
		t.Errorf("the texts of the policies are %q and %q", Baseline(), inForce())
	}
}

func inForce() Policy {
	p, _ := InForce(today)
	return p
}

// The plain functions use the policy in force (EDN-01).
func TestInForce_Functions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, o := anyFacts().Draw(t, "facts"), anyOffer(t)
		p := inForce()
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
		change, err := CheckPackageChange(o, ad, today)
		wantChange, wantErr := p.CheckPackageChange(o, ad, today)
		same(t, "CheckPackageChange", change, wantChange, err, wantErr)
		renewal, err := CheckRenewal(o, f, today, Score{Area: Security})
		wantRenewal, wantErr := p.CheckRenewal(o, f, today, Score{Area: Security})
		same(t, "CheckRenewal", renewal, wantRenewal, err, wantErr)
		m := Membership{Offer: o, Anniversary: ad}
		standing, err := StandingOn(m, today)
		wantStanding, wantErr := p.StandingOn(m, today)
		same(t, "StandingOn", standing, wantStanding, err, wantErr)
		from, err := FactsFrom([]Membership{m}, true, today)
		wantFrom, wantErr := p.FactsFrom([]Membership{m}, true, today)
		same(t, "FactsFrom", from, wantFrom, err, wantErr)
		qualified, err := Qualify(f, today, Score{Area: Security})
		wantQualified, wantErr := p.Qualify(f, today, Score{Area: Security})
		same(t, "Qualify", qualified, wantQualified, err, wantErr)
		same(t, "QualificationWindow", QualificationWindow(Yes, ad, today), p.QualificationWindow(Yes, ad, today), nil, nil)
		kept, err := CheckRetention(ad, paid, Yes)
		wantKept, wantErr := p.CheckRetention(ad, paid, Yes)
		same(t, "CheckRetention", kept, wantKept, err, wantErr)
	})
}

// On every day of the seeds' own time the baseline and the policy in force give the same
// answers, apart from the policy that they hold (EDN-03). NextOpening looks at later days
// (ELG-16), as does CheckRenewal before the renewal window.
func TestBaseline_SeedsTime(t *testing.T) {
	first, last := date("2023-09-25"), date("2024-12-31")
	days, _ := last.DaysSince(first)
	rapid.Check(t, func(t *rapid.T) {
		on := first.AddDays(rapid.IntRange(0, days).Draw(t, "on"))
		f, o := anyFacts().Draw(t, "facts"), anyOffer(t)
		ad := on.AddDays(rapid.IntRange(-60, 400).Draw(t, "ad"))
		held := anyTri(t, "held")
		base, later := Baseline(), inForce()

		d, err := base.Evaluate(o, f, on)
		e, err2 := later.Evaluate(o, f, on)
		d.Policy = later
		same(t, "Evaluate", d, e, err, err2)

		change, err := base.CheckPackageChange(o, ad, on)
		change2, err2 := later.CheckPackageChange(o, ad, on)
		change.Policy = later
		same(t, "CheckPackageChange", change, change2, err, err2)

		kept, err := base.CheckRetention(ad, on, held)
		kept2, err2 := later.CheckRetention(ad, on, held)
		kept.Policy = later
		same(t, "CheckRetention", kept, kept2, err, err2)

		m := Membership{Offer: o, Start: ad.AddYears(-1), Renewals: []calendar.Date{{}}}
		standing, err := base.StandingOn(m, on)
		standing2, err2 := later.StandingOn(m, on)
		standing.Policy = later
		same(t, "StandingOn", standing, standing2, err, err2)

		from, err := base.FactsFrom([]Membership{m}, held == Yes, on)
		from2, err2 := later.FactsFrom([]Membership{m}, held == Yes, on)
		same(t, "FactsFrom", from, from2, err, err2)

		same(t, "QualificationWindow", base.QualificationWindow(held, ad, on), later.QualificationWindow(held, ad, on), nil, nil)

		s := score("", "25")
		s.On = on.AddDays(-rapid.IntRange(0, 250).Draw(t, "age"))
		f.Qualified.ModernWork = Unknown
		qualified, err := base.Qualify(f, on, s)
		qualified2, err2 := later.Qualify(f, on, s)
		same(t, "Qualify", qualified, qualified2, err, err2)
	})
}

// Every answer holds the coverage of the day asked about. Three packs are known from a
// later day on (EDN-05).
func TestCoverage(t *testing.T) {
	for _, test := range []struct {
		offer Offer
		on    string
		want  calendar.Coverage
	}{
		{LegacyGold, "2022-10-03", calendar.CoverageBefore},
		{LegacyGold, "2022-10-04", calendar.CoveragePublished},
		{LegacyGold, "2025-02-01", calendar.CoverageQuoted},
		{LegacyGold, "2026-06-23", calendar.CoverageAfter},
		{MicrosoftActionPack, "2024-07-15", calendar.CoveragePublished},
		{PartnerLaunchBenefits, "2024-07-15", calendar.CoverageBefore},
		{PartnerSuccessCore, "2024-07-15", calendar.CoverageBefore},
		{PartnerSuccessCore, "2024-07-16", calendar.CoveragePublished},
		{PartnerSuccessExpanded, "2024-07-15", calendar.CoverageBefore},
		{PartnerSuccessExpanded, "2026-06-22", calendar.CoverageQuoted},
		{LearningActionPack, "2024-07-15", calendar.CoveragePublished},
	} {
		on := date(test.on)
		d, err := Evaluate(test.offer, Facts{}, on)
		opening, err2 := NextOpening(test.offer, Facts{}, on)
		change, err3 := CheckPackageChange(test.offer, on, on)
		renewal, err4 := CheckRenewal(test.offer, Facts{}, on)
		standing, err5 := StandingOn(Membership{Offer: test.offer}, on)
		if err := errors.Join(err, err2, err3, err4, err5); err != nil {
			t.Fatal(err)
		}
		for name, got := range map[string]calendar.Coverage{
			"Evaluate": d.Coverage, "NextOpening": opening.Coverage, "CheckPackageChange": change.Coverage,
			"CheckRenewal": renewal.Coverage, "StandingOn": standing.Coverage,
		} {
			if got != test.want {
				t.Errorf("%s: %v on %s has coverage %v, want %v", name, test.offer, test.on, got, test.want)
			}
		}
	}
	for paid, want := range map[string]calendar.Coverage{
		"": calendar.CoverageUnknown, "2022-10-03": calendar.CoverageBefore, "2024-07-15": calendar.CoveragePublished, "2025-02-01": calendar.CoverageQuoted,
	} {
		if r, err := CheckRetention(date("2024-03-01"), date(paid), Yes); err != nil || r.Coverage != want {
			t.Errorf("CheckRetention: paid %q has coverage %v, %v, want %v", paid, r.Coverage, err, want)
		}
	}
}

func same(t *rapid.T, name string, got, want any, err, wantErr error) {
	if diff := cmp.Diff(want, got); diff != "" || (err == nil) != (wantErr == nil) {
		t.Errorf("%s: %v, %v: %s", name, err, wantErr, diff)
	}
}
