package eligibility_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

func TestCheckRenewal(t *testing.T) {
	held := Facts{
		Account: Authorized, Billing: BillingLinked, Membership: HoldsDesignation, Anniversary: date("2024-03-01"),
		Held: AreasOf(ModernWork), Qualified: Areas{ModernWork: Yes},
	}
	gold := Facts{
		Account: Authorized, Billing: BillingLinked, Membership: HoldsGold, Anniversary: date("2025-01-10"), HeldEarlier: No,
		Status2022: StatusGold, Qualified: Areas{No, No, No, No, No, No},
	}
	change := func(f Facts, change func(*Facts)) Facts {
		change(&f)
		return f
	}
	zero := score("2024-01-10", "0")
	two := zero // no points in two categories
	two.Metrics.NetCustomerAdds = zero.Metrics.UsageGrowth
	for _, test := range []struct {
		name    string
		offer   Offer
		facts   Facts
		on      string
		scores  []Score
		ready   Tri
		days    string
		judged  string
		lacking partnerrules.Set[Category]
	}{
		{"before the window", SolutionsPartnerModernWork, held, "2024-02-01", nil, Yes, "2024-03-02/2024-03-31", "2024-03-02", 0},
		{"in the window", SolutionsPartnerModernWork, held, "2024-03-15", nil, Yes, "2024-03-15/2024-03-31", "2024-03-15", 0},
		{"lapsed", SolutionsPartnerModernWork, held, "2024-04-01", nil, No, "", "2024-04-01", 0},
		{"another area", SolutionsPartnerSecurity, held, "2024-03-15", nil, No, "", "2024-03-15", 0},
		{
			"not qualified", SolutionsPartnerModernWork, change(held, func(f *Facts) { f.Qualified.ModernWork = No }), "2024-02-01",
			[]Score{zero},
			No, "2024-03-02/2024-03-31", "2024-03-02", partnerrules.SetOf(CustomerSuccess),
		},
		{
			"not qualified in two categories", SolutionsPartnerModernWork, change(held, func(f *Facts) { f.Qualified.ModernWork = No }), "2024-02-01",
			[]Score{two},
			No, "2024-03-02/2024-03-31", "2024-03-02", partnerrules.SetOf(Performance, CustomerSuccess),
		},
		{
			"perhaps not qualified", SolutionsPartnerModernWork, change(held, func(f *Facts) { f.Qualified.ModernWork = Unknown }), "2024-02-01",
			[]Score{score("2024-01-20", "20"), zero},
			Unknown, "2024-03-02/2024-03-31", "2024-03-02", 0, // the latest score counts
		},
		{
			"qualified by a score", SolutionsPartnerModernWork, change(held, func(f *Facts) { f.Qualified.ModernWork = Unknown }), "2024-02-01",
			[]Score{score("2024-01-05", "25"), zero},
			Yes, "2024-03-02/2024-03-31", "2024-03-02", 0,
		},
		{"no billing profile", SolutionsPartnerModernWork, change(held, func(f *Facts) { f.Billing = BillingNotLinked }), "2024-02-01", nil, No, "2024-03-02/2024-03-31", "2024-03-02", 0},
		{"anniversary date unknown", SolutionsPartnerModernWork, change(held, func(f *Facts) { f.Anniversary = calendar.Date{} }), "2024-02-01", nil, Unknown, "", "2024-02-01", 0},
		{"held areas unknown", SolutionsPartnerModernWork, change(held, func(f *Facts) { f.Held = 0 }), "2024-02-01", nil, Unknown, "", "2024-03-02", 0},
		{"Gold before it retires", LegacyGold, gold, "2025-01-10", nil, Yes, "2025-01-11/2025-01-21", "2025-01-11", 0},
		{"Gold on its last day", LegacyGold, gold, "2025-01-21", nil, Yes, "2025-01-21/2025-01-21", "2025-01-21", 0},
		{"Gold after it retired", LegacyGold, gold, "2025-01-22", nil, No, "", "2025-01-22", 0},
		{"Silver instead of Gold", LegacySilver, gold, "2025-01-15", nil, No, "", "2025-01-15", 0},
		{"a pack", PartnerSuccessCore, Facts{Account: Authorized, Billing: BillingSetUp, SuccessCore: Pack{Yes, date("2025-03-01")}}, "2025-01-15", nil, Yes, "2025-03-02/2025-03-31", "2025-03-02", 0},
		{
			"an Action Pack before it retires", MicrosoftActionPack,
			Facts{Account: Authorized, Billing: BillingLinked, ActionPack: Pack{Yes, date("2025-01-10")}, Learning: Pack{Active: No}},
			"2025-01-15", nil,
			Yes, "2025-01-15/2025-01-21", "2025-01-15", 0,
		},
		{
			"the Learning Action Pack before it retires", LearningActionPack,
			Facts{Learning: Pack{Yes, date("2025-01-10")}},
			"2025-01-15", nil,
			Unknown, "2025-01-15/2025-01-21", "2025-01-15", 0,
		},
		{"no Learning Action Pack", LearningActionPack, Facts{Learning: Pack{Active: No}}, "2024-09-15", nil, No, "", "2024-09-15", 0},
		{"the Learning Action Pack", LearningActionPack, Facts{Learning: Pack{Yes, date("2024-03-01")}}, "2024-01-15", nil, Unknown, "2024-03-02/2024-03-31", "2024-03-02", 0},
	} {
		got, err := CheckRenewal(test.offer, test.facts, date(test.on), test.scores...)
		days, _ := got.Days.MarshalText()
		if err != nil || got.Ready != test.ready || string(days) != test.days || got.Decision.On != date(test.judged) || got.Lacking != test.lacking ||
			got.Offer != test.offer || got.Decision.Offer != test.offer || got.On != date(test.on) || got.Policy != inForce() {
			t.Errorf("%s: %+v, %v, want ready %v within %q, lacking %v", test.name, got, err, test.ready, test.days, test.lacking)
		}
	}
	for name, ask := range map[string]func() (Renewal, error){
		"offer":              func() (Renewal, error) { return CheckRenewal(14, held, today) },
		"on":                 func() (Renewal, error) { return CheckRenewal(LegacyGold, held, calendar.Date{}) },
		"scores[0].on":       func() (Renewal, error) { return CheckRenewal(LegacyGold, held, today, score("2025-01-01", "0")) },
		"dates.windowCloses": func() (Renewal, error) { return Policy{}.CheckRenewal(LegacyGold, held, today) },
	} {
		got, err := ask()
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != name || got != (Renewal{}) {
			t.Errorf("%+v, %v, want an error for %s", got, err, name)
		}
	}
}

// A company is ready if and only if the next opening is a renewal, on the same days.
func TestCheckRenewal_NextOpening(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o, f := anyPolicy(t), anyOffer(t), anyKnownFacts().Draw(t, "facts")
		if o == LearningActionPack {
			return
		}
		f.Learning = Pack{Active: No} // its window could open within the days of the renewal
		if rapid.Bool().Draw(t, "qualified") {
			f.Qualified = f.Qualified.With(o.Area(), Yes)
		}
		got, err := p.CheckRenewal(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		opening, err := p.NextOpening(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		renews := opening.Verdict == Enabled && opening.Button == Renew
		if got.Ready != partnerrules.TriFromBool(renews) || renews && got.Days != opening.Days {
			t.Errorf("%+v, but the next opening is %+v", got, opening)
		}
	})
}
