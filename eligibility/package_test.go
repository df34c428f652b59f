package eligibility_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

var day = calendar.MustParseDate

// The package can be changed only in the renewal window (ELG-12).
func TestCheckPackageChange(t *testing.T) {
	ad := day("2024-03-01") // window from 2 to 31 March
	for _, test := range []struct {
		on, holds string
		allowed   Tri
		reason    Reason
	}{
		{"2024-02-01", "2024-03-01", No, PackageFixed},
		{"2024-03-01", "2024-03-01", No, PackageFixed},
		{"2024-03-02", "2025-03-01", Yes, 0},
		{"2024-03-31", "2025-03-01", Yes, 0},
		{"2024-04-01", "no date", No, WindowPassed},
	} {
		got, err := CheckPackageChange(LegacyGold, ad, day(test.on))
		if err != nil || got.Allowed != test.allowed || got.Reason != test.reason || got.HoldsThrough.String() != test.holds ||
			got.Window.String() != "2024-03-02/2024-03-31" || got.NotApplicable || got.Coverage != calendar.CoveragePublished || got.Policy != inForce() {
			t.Errorf("on %s: %+v, %v, want %v, %v, through %s", test.on, got, err, test.allowed, test.reason, test.holds)
		}
	}
	unknown, err := CheckPackageChange(SolutionsPartnerSecurity, calendar.Date{}, ad)
	if err != nil || unknown.Allowed != Unknown || unknown.Reason != 0 || !unknown.Window.IsZero() || !unknown.HoldsThrough.IsZero() {
		t.Errorf("without an anniversary date: %+v, %v", unknown, err)
	}
	payment := Baseline()
	payment.Dates.YearFromPayment = true
	if got, err := payment.CheckPackageChange(LegacySilver, ad, day("2024-03-20")); err != nil || got.HoldsThrough.String() != "2025-03-20" {
		t.Errorf("with YearFromPayment: %+v, %v", got, err)
	}
	var bad *partnerrules.InputError
	if got, err := CheckPackageChange(LegacyGold, ad, calendar.Date{}); !errors.As(err, &bad) || bad.Path != "on" || got != (PackageAnswer{}) {
		t.Errorf("without a day: %+v, %v", got, err)
	}
	for _, o := range []Offer{0, LearningActionPack + 1} {
		if got, err := CheckPackageChange(o, ad, ad); !errors.As(err, &bad) || bad.Path != "offer" || got != (PackageAnswer{}) {
			t.Errorf("with %v: %+v, %v", o, got, err)
		}
	}
	for o := MicrosoftActionPack; o <= LearningActionPack; o++ { // a pack has one package
		got, err := CheckPackageChange(o, ad, day("2024-03-15"))
		if err != nil || !got.NotApplicable || got.Allowed != Unknown || got.Reason != 0 || !got.Window.IsZero() {
			t.Errorf("%v: %+v, %v", o, got, err)
		}
	}
	if got, err := (Policy{}).CheckPackageChange(LegacyGold, ad, ad); !errors.As(err, &bad) || bad.Path != "dates.windowCloses" || got != (PackageAnswer{}) {
		t.Errorf("with the zero Policy: %+v, %v", got, err)
	}
}

// A designation is kept if it is qualified and paid in the window (ELG-21).
func TestCheckRetention(t *testing.T) {
	ad := "2024-03-01" // window from 2 to 31 March
	for _, test := range []struct {
		ad, paid       string
		qualified      Tri
		kept           Tri
		qualifiedState RequirementState
		paymentState   RequirementState
		next           string
	}{
		{ad, "2024-03-01", Yes, No, Met, NotMet, "no date"},
		{ad, "2024-03-01", No, No, NotMet, NotMet, "no date"},
		{ad, "2024-03-02", Yes, Yes, Met, Met, "2025-03-01"},
		{ad, "2024-03-31", Yes, Yes, Met, Met, "2025-03-01"},
		{ad, "2024-04-01", Yes, No, Met, NotMet, "no date"},
		{ad, "2024-03-15", No, No, NotMet, Met, "no date"},
		{ad, "2024-04-01", No, No, NotMet, NotMet, "no date"},
		{ad, "2024-03-15", Unknown, Unknown, RequirementUnknown, Met, "no date"},
		{ad, "2024-04-01", Unknown, No, RequirementUnknown, NotMet, "no date"},
		{ad, "", Yes, Unknown, Met, RequirementUnknown, "no date"},
		{ad, "", No, No, NotMet, RequirementUnknown, "no date"},
		{"", "2024-03-15", Yes, Unknown, Met, RequirementUnknown, "no date"},
	} {
		var anniversary, paid calendar.Date
		if anniversary.UnmarshalText([]byte(test.ad)) != nil || paid.UnmarshalText([]byte(test.paid)) != nil {
			t.Fatal("the test has an invalid date")
		}
		got, err := CheckRetention(anniversary, paid, test.qualified)
		if err != nil || got.Kept != test.kept || got.Anniversary.String() != test.next ||
			got.Qualification.State != test.qualifiedState || got.Payment.State != test.paymentState || got.Policy != inForce() {
			t.Errorf("paid %q, qualified %v: %+v, %v", test.paid, test.qualified, got, err)
		}
		if paid != anniversary && got.Coverage != calendar.CoveragePublished && !paid.IsZero() {
			t.Errorf("paid %q: coverage %v", test.paid, got.Coverage)
		}
		payment, opens := WindowPassed, ""
		if test.paid == ad {
			payment, opens = WindowNotOpen, "2024-03-02"
		}
		if from, _ := got.Payment.From.MarshalText(); string(from) != opens {
			t.Errorf("paid %q: the window opens on %q, want %q", test.paid, from, opens)
		}
		for row, reason := range map[Requirement]Reason{got.Qualification: RequirementsNotMet, got.Payment: payment} {
			if row.State == NotMet && row.Reason != reason || row.State != NotMet && row.Reason != 0 {
				t.Errorf("paid %q: %+v", test.paid, row)
			}
		}
	}
	for _, test := range []struct {
		policy    Policy
		paid      string
		qualified Tri
		name      string
	}{
		{Baseline(), "2024-03-02", 2, "qualified"}, {Policy{}, "2024-03-02", Yes, "dates.windowCloses"},
	} {
		got, err := test.policy.CheckRetention(day(ad), day(test.paid), test.qualified)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.name || got != (Retention{}) {
			t.Errorf("%+v, %v, want an error for %s", got, err, test.name)
		}
	}
}

// A designation is kept by a payment on a day if and only if it can be renewed on
// that day.
func TestCheckRetention_Evaluate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ad := today.AddDays(rapid.IntRange(-40, 10).Draw(t, "ad"))
		qualified := anyTri(t, "qualified")
		kept, err := CheckRetention(ad, today, qualified)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Evaluate(SolutionsPartnerSecurity, Facts{
			Account: Authorized, Billing: BillingLinked, Membership: HoldsDesignation, Anniversary: ad, Held: AreasOf(Security),
			Qualified: Areas{Security: qualified},
		}, today)
		if err != nil {
			t.Fatal(err)
		}
		if renews := d.Verdict == Enabled && d.Button == Renew; renews != (kept.Kept == Yes) {
			t.Errorf("%v with button %v, but Kept is %v", d, d.Button, kept.Kept)
		}
	})
}
