package benefits_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The policy in force sets every switch. The coverage depends on the day.
func TestInForce(t *testing.T) {
	want := Baseline()
	want.RetiredFrom, want.EndsWithYearFrom = day("2025-01-22"), day("2026-11-01")
	for on, coverage := range map[string]calendar.Coverage{
		"": calendar.CoverageUnknown, "2022-10-03": calendar.CoverageBefore, "2022-10-04": calendar.CoveragePublished,
		"2024-12-31": calendar.CoveragePublished, "2025-01-01": calendar.CoverageQuoted, "2026-08-05": calendar.CoverageQuoted,
		"2026-08-06": calendar.CoverageAfter, "2026-11-15": calendar.CoverageAfter,
	} {
		p, got := InForce(maybe(on))
		if got != coverage || p != want || p.Validate() != nil {
			t.Errorf("InForce(%q) = %v, %v, want %v, %v", on, p, got, want, coverage)
		}
	}
}

// In the time of the help pages, the baseline and the policy in force give the same
// answers, apart from the policy named in them (EDN-03).
func TestInForce_AgreesWithBaseline(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	first, last := day("2023-09-25"), day("2024-12-31")
	rapid.Check(t, func(t *rapid.T) {
		m := Membership{Offer: eligibility.Offer(rapid.IntRange(0, int(eligibility.LearningActionPack)).Draw(t, "offer"))}
		m.Start = pick(t, "start", first.AddYears(-1), last)
		for range rapid.IntRange(0, 1).Draw(t, "renewals") {
			window := Baseline().Dates.RenewalWindow(anniversaries(Baseline(), m)[0])
			if paid := pick(t, "renewal", window.First(), window.Last()); !paid.After(last) {
				m.Renewals = append(m.Renewals, paid)
			}
		}
		b := anyBenefit(t, Baseline(), m)
		if rapid.Bool().Draw(t, "unlocking unknown") {
			b.Unlocked = calendar.Date{}
		}
		if rapid.Bool().Draw(t, "redeeming unknown") {
			b.Redeemed, b.RedeemedOn = unknown, calendar.Date{}
		}
		on := pick(t, "on", calendar.Max(first, m.Start), last)
		before, after := timeline(t, Baseline(), m), timeline(t, inForce, m)
		same := func(name string, one, other any, err, otherErr error) {
			ignore := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().Type() == reflect.TypeFor[Policy]() }, cmp.Ignore())
			if diff := cmp.Diff(one, other, ignore); diff != "" || (err == nil) != (otherErr == nil) {
				t.Errorf("%s of %+v in %+v on %v (-baseline +in force)\n%s%v, %v", name, b, m, on, diff, err, otherErr)
			}
		}
		if year, _ := before.PaidYear(b.Year); !year.Base.After(last) {
			one, err := before.Term(b)
			other, otherErr := after.Term(b)
			same("the term", one, other, err, otherErr)
			yearAfter, _ := after.PaidYear(b.Year)
			same("the year", year, yearAfter, nil, nil)
		}
		one, err := before.State(b, on)
		other, otherErr := after.State(b, on)
		same("the state", one, other, err, otherErr)
		renewal, err := before.PreviewRenewal([]Benefit{b}, on)
		renewalAfter, otherErr := after.PreviewRenewal([]Benefit{b}, on)
		same("the renewal", renewal, renewalAfter, err, otherErr)
		licenses, err := before.Licenses(on)
		licensesAfter, otherErr := after.Licenses(on)
		same("the licenses", licenses, licensesAfter, err, otherErr)
	})
}

// The coverage of an answer is the coverage of the day judged. Some offers are known
// later than others.
func TestCoverage(t *testing.T) {
	const published, quoted, before, after = calendar.CoveragePublished, calendar.CoverageQuoted, calendar.CoverageBefore, calendar.CoverageAfter
	core := Membership{Offer: eligibility.PartnerSuccessCore, Start: day("2024-06-01")}
	pack := Membership{Offer: eligibility.MicrosoftActionPack, Start: day("2024-06-01"), Renewals: []calendar.Date{day("2025-06-10")}}
	b := Benefit{ID: "b", Category: Marketing, Year: 1}
	unlocked, redeemed := b, b
	unlocked.Unlocked = day("2025-01-01")
	redeemed.Unlocked, redeemed.RedeemedOn = day("2024-12-31"), day("2025-01-01")
	year2, late := b, Benefit{Category: CloudServices, Year: 2, RedeemedOn: day("2026-06-30")}
	year2.Year = 2
	for _, test := range []struct {
		m    Membership
		b    Benefit
		want calendar.Coverage
	}{
		{core, b, before},
		{pack, b, published},
		{pack, unlocked, quoted},
		{pack, redeemed, quoted},
		{pack, year2, quoted},
		{pack, late, quoted},
		{Membership{Anniversary: day("2025-06-01")}, b, calendar.CoverageUnknown}, // the day of provision is unknown
	} {
		if term, err := timeline(t, Baseline(), test.m).Term(test.b); err != nil || term.Coverage != test.want {
			t.Errorf("the term of %+v of %+v has coverage %v, %v, want %v", test.b, test.m, term.Coverage, err, test.want)
		}
	}
	for on, want := range map[string][2]calendar.Coverage{
		"2024-07-15": {before, published}, "2024-07-16": {published, published}, "2025-01-01": {quoted, quoted}, "2026-08-06": {after, after},
	} {
		for i, m := range []Membership{core, {Offer: eligibility.LegacyGold, Start: core.Start}} {
			tl := timeline(t, Baseline(), m)
			state, err := tl.State(b, day(on))
			licenses, err2 := tl.Licenses(day(on))
			renewal, err3 := tl.PreviewRenewal([]Benefit{b}, day(on))
			if err := errors.Join(err, err2, err3); err != nil {
				t.Fatal(err)
			}
			for _, got := range []calendar.Coverage{state.Coverage, licenses.Coverage, renewal.Coverage, renewal.Benefits[0].Before.Coverage} {
				if got != want[i] {
					t.Errorf("%v on %s: coverage %v, want %v", m.Offer, on, got, want[i])
				}
			}
		}
	}
	for start, want := range map[string]calendar.Coverage{"2024-07-15": before, "2024-07-16": published} {
		year, err := timeline(t, Baseline(), Membership{Offer: eligibility.PartnerLaunchBenefits, Start: day(start)}).PaidYear(1)
		if err != nil || year.Coverage != want {
			t.Errorf("a year from %s: coverage %v, %v, want %v", start, year.Coverage, err, want)
		}
	}
}

// The rules on tokens and keys of cloud services end on 2026-11-01. The rules on other
// keys and on subscriptions do not.
func TestCoverage_Tokens(t *testing.T) {
	for on, want := range map[string]calendar.Coverage{
		"": calendar.CoverageUnknown, "2022-10-03": calendar.CoverageBefore, "2024-12-31": calendar.CoveragePublished,
		"2026-08-05": calendar.CoverageQuoted, "2026-08-06": calendar.CoverageAfter, "2026-11-01": calendar.CoverageAfter,
	} {
		use, err := CheckTokenUse(maybe(on), 25, 25)
		extension, err2 := CheckExtension(25, 100, maybe(on))
		key, err3 := CheckKey(Key{Seats: &Limit{Most: 1}}, maybe(on))
		visualStudio, err4 := CheckVisualStudio(VisualStudio{}, maybe(on))
		if err := errors.Join(err, err2, err3, err4); err != nil {
			t.Fatal(err)
		}
		all := []calendar.Coverage{use.Coverage, extension.Coverage, key.Coverage, visualStudio.Coverage}
		if on != "" {
			token, err := CheckReplacement(Token{}, day(on))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, token.Coverage)
		}
		for i, got := range all {
			if got != want {
				t.Errorf("answer %d on %q has coverage %v, want %v", i, on, got, want)
			}
		}
	}
}

// The text of a policy lists its differences from the baseline.
func TestPolicyString(t *testing.T) {
	modernized := Baseline()
	modernized.ModernizedRedemption = true
	both := modernized
	both.Dates.YearFromPayment = true
	inForce, _ := InForce(calendar.Date{})
	later := inForce
	later.RetiredFrom = day("2025-02-01")
	for want, p := range map[string]Policy{
		"in force": inForce,
		"baseline; Action Packs and legacy offers retired from 2025-02-01; benefits redeemed from 2026-11-01 end with the paid year": later,
		"baseline": Baseline(), "baseline; modernized redemption of cloud services": modernized,
		"baseline with years from the day of payment; modernized redemption of cloud services": both,
	} {
		if p.String() != want || p.Validate() != nil {
			t.Errorf("String() = %q, want %q", p, want)
		}
	}
	var bad *partnerrules.InputError
	if err := (Policy{}).Validate(); !errors.As(err, &bad) || bad.Path != "dates.windowCloses" {
		t.Errorf("the zero policy: %v", err)
	}
}

// A cloud services key is redeemed before, on and after an anniversary date.
func TestTimelineTerm_ModernizedRedemption(t *testing.T) {
	modernized := Baseline()
	modernized.ModernizedRedemption = true
	payment := modernized
	payment.Dates.YearFromPayment = true
	one := Membership{Start: day("2024-02-29")} // 2025-02-28, window to 2025-03-30
	two := Membership{Start: day("2024-02-29"), Renewals: []calendar.Date{day("2025-03-20")}}
	for _, test := range []struct {
		policy   Policy
		m        Membership
		redeemed string
		expiry   string
		lastUse  string
		ended    Reason
	}{
		{modernized, one, "2024-02-29", "2025-02-28", "2025-02-28", PastExpiry},
		{modernized, one, "2025-02-28", "2025-02-28", "2025-02-28", PastExpiry},
		{modernized, one, "2025-03-01", "2026-02-28", "2025-03-30", PastAccess},
		{modernized, two, "2025-03-01", "2026-02-28", "2026-02-28", PastExpiry},
		{modernized, two, "2025-03-29", "2026-02-28", "2026-02-28", PastExpiry},
		{payment, two, "2025-03-01", "2026-03-20", "2026-03-20", PastExpiry},
		{payment, one, "2025-03-01", "no date", "2025-03-30", PastAccess},
		{Baseline(), one, "2024-02-29", "2025-02-28", "2025-02-28", PastExpiry},
		{Baseline(), two, "2025-03-01", "2026-03-01", "2026-03-01", PastExpiry},
	} {
		b := Benefit{Category: CloudServices, Year: 1, RedeemedOn: day(test.redeemed)}
		term, err := timeline(t, test.policy, test.m).Term(b)
		if err != nil || term.Expiry.String() != test.expiry || term.LastUse.String() != test.lastUse || term.EndedBy != test.ended {
			t.Errorf("redeemed %s under %v: %+v, %v, want %+v", test.redeemed, test.policy, term, err, test)
		}
	}
	// If an anniversary date in between is unknown, the expiry is unknown too. The
	// last day of access is known from the payment after that date.
	gap := Membership{Start: day("2023-05-01"), Renewals: []calendar.Date{{}, day("2025-05-20")}}
	b := Benefit{Category: CloudServices, Year: 1, RedeemedOn: day("2024-05-20")}
	if term, err := timeline(t, payment, gap).Term(b); err != nil || !term.Expiry.IsZero() || !term.LastUse.IsZero() || term.EndedBy != 0 || term.LastAccess != day("2026-06-19") {
		t.Errorf("%+v, %v", term, err)
	}
	// If the last day of access is unknown, all dates of a redemption on an unknown
	// day are unknown.
	open := Membership{Start: day("2023-05-01"), Renewals: []calendar.Date{{}}}
	b = Benefit{Category: CloudServices, Year: 1, Redeemed: yes}
	if term, err := timeline(t, payment, open).Term(b); err != nil || !term.Expiry.IsZero() || !term.LastUse.IsZero() {
		t.Errorf("%+v, %v", term, err)
	}
	b = Benefit{Category: DeveloperTools, Year: 1, Unlocked: day("2024-03-10"), RedeemedOn: day("2024-06-01")}
	if term, err := timeline(t, modernized, two).Term(b); err != nil || term.Expiry != day("2025-03-10") {
		t.Errorf("a benefit of another category: %+v, %v", term, err)
	}
}

// Only an anniversary date is known. A year earlier may have been an anniversary date
// too. If the window opens on that date, the renewal may have been paid on it.
func TestTimelineTerm_ModernizedAnniversaryOnly(t *testing.T) {
	modernized := Baseline()
	modernized.ModernizedRedemption = true
	early := modernized
	early.Dates.WindowOpens = 0
	m := Membership{Anniversary: day("2025-03-01")}
	for _, test := range []struct {
		policy   Policy
		redeemed string
		expiry   string
	}{
		{modernized, "2024-03-01", "2025-03-01"},
		{modernized, "2024-03-02", "2025-03-01"},
		{modernized, "2025-03-01", "2025-03-01"},
		{modernized, "2025-03-02", "2026-03-01"},
		{early, "2024-03-01", "no date"},
		{early, "2024-03-02", "2025-03-01"},
	} {
		term, err := timeline(t, test.policy, m).Term(Benefit{Category: CloudServices, Year: 1, RedeemedOn: day(test.redeemed)})
		if err != nil || term.Expiry.String() != test.expiry {
			t.Errorf("redeemed %s under %v: %+v, %v, want %s", test.redeemed, test.policy, term, err, test.expiry)
		}
	}
}
