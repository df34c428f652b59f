package benefits_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
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
	if err := (Policy{}).Validate(); !errors.As(err, &bad) || bad.Name != "dates.windowCloses" {
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
