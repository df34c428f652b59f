package calendar_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/calendar"
)

// anyPolicy draws valid policies.
func anyPolicy() *rapid.Generator[Policy] {
	return rapid.Custom(func(t *rapid.T) Policy {
		if rapid.Bool().Draw(t, "baseline") {
			return Baseline()
		}
		closes := rapid.Int16Range(1, 60).Draw(t, "closes")
		return Policy{
			WindowOpens:     rapid.Int16Range(0, closes).Draw(t, "opens"),
			WindowCloses:    closes,
			YearFromPayment: rapid.Bool().Draw(t, "from payment"),
		}
	})
}

// recent draws dates far from the ends of the range.
func recent() *rapid.Generator[Date] {
	return rapid.Map(rapid.IntRange(0, 40*365), MustParseDate("2000-01-01").AddDays)
}

// The renewal window has the bounds of the policy (CAL-05), and a renewal on its
// last day leads to a later anniversary date.
func TestPolicy_RenewalWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, ad := anyPolicy().Draw(t, "policy"), recent().Draw(t, "ad")
		window := p.RenewalWindow(ad)
		opens, _ := window.First().DaysSince(ad)
		closes, _ := window.Last().DaysSince(ad)
		if opens != int(p.WindowOpens) || closes != int(p.WindowCloses) {
			t.Errorf("under %v RenewalWindow(%v) = %v", p, ad, window)
		}
		if p.LastAccess(ad) != window.Last() {
			t.Errorf("LastAccess(%v) = %v, but the window is %v", ad, p.LastAccess(ad), window)
		}
		next, err := p.AnniversaryAfter(ad, window.Last())
		if err != nil || !next.After(window.Last()) {
			t.Errorf("AnniversaryAfter(%v, %v) = %v, %v", ad, window.Last(), next, err)
		}
	})
}

// Under the baseline only the number of renewals counts, from the start. The days
// of payment are ignored (CAL-07).
func TestAnniversaryDate_CountsRenewals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := recent().Draw(t, "start")
		var renewals []Date
		for k := range rapid.IntRange(0, 6).Draw(t, "renewals") {
			window := RenewalWindow(start.AddYears(k + 1))
			paid := window.First().AddDays(rapid.IntRange(0, 29).Draw(t, "paid"))
			if rapid.IntRange(0, 3).Draw(t, "known") == 0 {
				paid = Date{}
			}
			renewals = append(renewals, paid)
		}
		ad, err := AnniversaryDate(start, renewals...)
		if want := start.AddYears(len(renewals) + 1); err != nil || ad != want {
			t.Errorf("AnniversaryDate(%v, %v) = %v, %v, want %v", start, renewals, ad, err, want)
		}
		first := start.AddYears(1)
		next, err := AnniversaryAfter(first, renewals...)
		if want := first.AddYears(len(renewals)); start.Day() != 29 && (err != nil || next != want) {
			t.Errorf("AnniversaryAfter(%v, %v) = %v, %v, want %v", first, renewals, next, err, want)
		}
	})
}

// With YearFromPayment the last payment alone decides (CAL-07).
func TestPolicy_YearFromPayment(t *testing.T) {
	p := Baseline()
	p.YearFromPayment = true
	start := MustParseDate("2020-09-01")
	first, second := MustParseDate("2021-09-20"), MustParseDate("2022-10-20")
	for _, test := range []struct {
		renewals []Date
		want     string
	}{
		{nil, "2021-09-01"},
		{[]Date{first}, "2022-09-20"},
		{[]Date{first, second}, "2023-10-20"},
		{[]Date{{}}, "no date"},            // paid on an unknown day
		{[]Date{{}, second}, "2023-10-20"}, // the last payment alone decides
	} {
		got, err := p.AnniversaryDate(start, test.renewals...)
		if err != nil || got.String() != test.want {
			t.Errorf("AnniversaryDate(%v, %v) = %v, %v, want %s", start, test.renewals, got, err, test.want)
		}
	}
	if got, err := p.AnniversaryAfter(MustParseDate("2021-09-01"), first); err != nil || got.String() != "2022-09-20" {
		t.Errorf("AnniversaryAfter a known anniversary date = %v, %v", got, err)
	}
}

// A renewal outside of its window is rejected (CAL-07).
func TestAnniversaryDate_OutsideWindow(t *testing.T) {
	start := MustParseDate("2020-09-01") // windows from 2 September to 1 October
	day := MustParseDate
	for _, test := range []struct {
		renewals []Date
		name     string // the rejected renewal, or empty
	}{
		{[]Date{day("2021-09-01")}, "renewals[0]"},
		{[]Date{day("2021-09-02")}, ""},
		{[]Date{day("2021-10-01")}, ""},
		{[]Date{day("2021-10-02")}, "renewals[0]"},
		{[]Date{day("2021-09-02"), day("2022-09-01")}, "renewals[1]"},
		{[]Date{day("2021-09-02"), day("2022-10-02")}, "renewals[1]"},
		{[]Date{{}, day("2022-09-02")}, ""},
		{[]Date{{}, day("2021-09-02")}, "renewals[1]"},
	} {
		got, err := AnniversaryDate(start, test.renewals...)
		var bad *partnerrules.InputError
		switch {
		case test.name == "" && err != nil:
			t.Errorf("renewals %v: %v", test.renewals, err)
		case test.name != "" && (!errors.As(err, &bad) || bad.Path != test.name || !got.IsZero()):
			t.Errorf("renewals %v: %v, %v, want an error for %s", test.renewals, got, err, test.name)
		}
	}
	p := Baseline()
	p.WindowOpens = 0
	if _, err := p.AnniversaryDate(start, day("2021-09-01")); err != nil {
		t.Errorf("a window that opens on the anniversary date: %v", err)
	}
}

func TestRenewalNotices(t *testing.T) {
	ad := MustParseDate("2024-03-01") // notices on 15 February and 24 March
	for _, test := range []struct{ renewed, after string }{
		{"", "2024-03-24"}, {"2024-03-02", "no date"}, {"2024-03-24", "no date"}, {"2024-03-25", "2024-03-24"},
	} {
		var renewed Date
		if err := renewed.UnmarshalText([]byte(test.renewed)); err != nil {
			t.Fatal(err)
		}
		before, after := RenewalNotices(ad, renewed)
		if before.String() != "2024-02-15" || after.String() != test.after {
			t.Errorf("renewed on %q: notices on %v and %v, want the second notice on %s", test.renewed, before, after, test.after)
		}
	}
	if before, after := RenewalNotices(Date{}, ad); !before.IsZero() || !after.IsZero() {
		t.Errorf("without an anniversary date: notices on %v and %v", before, after)
	}
}

// The zero Date, and dates near the end of the range, return zero values.
func TestMembershipDates_Zero(t *testing.T) {
	if ad, err := AnniversaryDate(Date{}); err != nil || !ad.IsZero() {
		t.Errorf("AnniversaryDate of the zero Date = %v, %v", ad, err)
	}
	if ad, err := AnniversaryDate(maxDate); err != nil || !ad.IsZero() {
		t.Errorf("AnniversaryDate(%v) = %v, %v", maxDate, ad, err)
	}
	for _, ad := range []Date{{}, maxDate, maxDate.AddDays(-29)} {
		if window := RenewalWindow(ad); !window.IsZero() || !LastAccess(ad).IsZero() {
			t.Errorf("RenewalWindow(%v) = %v", ad, window)
		}
	}
	if window := RenewalWindow(maxDate.AddDays(-30)); window.Last() != maxDate {
		t.Errorf("the last window in the range is %v", window)
	}
}

// All methods reject an invalid policy.
func TestPolicy_Validate(t *testing.T) {
	for _, test := range []struct {
		policy Policy
		name   string
	}{
		{Baseline(), ""},
		{Policy{WindowOpens: 0, WindowCloses: 30}, ""},
		{Policy{WindowOpens: 30, WindowCloses: 30}, ""},
		{Policy{WindowOpens: 1, WindowCloses: 364}, ""},
		{Policy{WindowOpens: 0, WindowCloses: 1}, ""},
		{Policy{}, "windowCloses"},
		{Policy{WindowOpens: 1, WindowCloses: 365}, "windowCloses"},
		{Policy{WindowOpens: -1, WindowCloses: 30}, "windowOpens"},
		{Policy{WindowOpens: 31, WindowCloses: 30}, "windowOpens"},
	} {
		err := test.policy.Validate()
		var bad *partnerrules.InputError
		if test.name == "" && err != nil || test.name != "" && (!errors.As(err, &bad) || bad.Path != test.name) {
			t.Errorf("%+v: %v, want an error for %q", test.policy, err, test.name)
		}
		if test.name == "" {
			continue
		}
		day := MustParseDate("2024-03-01")
		if ad, err := test.policy.AnniversaryDate(day); err == nil || !ad.IsZero() {
			t.Errorf("with an invalid policy AnniversaryDate(%v) = %v, %v", day, ad, err)
		}
		if ad, err := test.policy.AnniversaryAfter(day); err == nil || !ad.IsZero() {
			t.Errorf("with an invalid policy AnniversaryAfter(%v) = %v, %v", day, ad, err)
		}
		if window := test.policy.RenewalWindow(day); !window.IsZero() || !test.policy.LastAccess(day).IsZero() {
			t.Errorf("with an invalid policy RenewalWindow(%v) = %v", day, window)
		}
	}
}

func TestPolicy_String(t *testing.T) {
	for want, p := range map[string]Policy{
		"baseline":                                    Baseline(),
		"baseline with window AD+0 to AD+30":          {WindowOpens: 0, WindowCloses: 30},
		"baseline with window AD+1 to AD+20":          {WindowOpens: 1, WindowCloses: 20},
		"baseline with years from the day of payment": {WindowOpens: 1, WindowCloses: 30, YearFromPayment: true},
		"baseline with window AD+0 to AD+30 and years from the day of payment": {WindowCloses: 30, YearFromPayment: true},
	} {
		if got := p.String(); got != want {
			t.Errorf("String of %+v is %q, want %q", p, got, want)
		}
	}
}

// InForce returns the baseline for every day, with the coverage of the day.
func TestInForce(t *testing.T) {
	for on, want := range map[string]Coverage{
		"": CoverageUnknown, "2018-07-23": CoverageBefore, "2018-07-24": CoveragePublished, "2024-12-31": CoveragePublished, "2025-01-01": CoverageQuoted, "2026-06-22": CoverageQuoted, "2026-06-23": CoverageAfter,
	} {
		var day Date
		if err := day.UnmarshalText([]byte(on)); err != nil {
			t.Fatal(err)
		}
		if p, got := InForce(day); got != want || p != Baseline() {
			t.Errorf("InForce(%v) = %v, %v, want %v", day, p, got, want)
		}
	}
}
