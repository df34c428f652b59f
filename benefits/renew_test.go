package benefits_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A renewal in time moves the last day of access, shortens nothing and does not extend
// a term. The preview agrees with the timeline of the renewed membership.
func TestTimelinePreviewRenewal_InTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		held := anyHeld(t, p, m)
		ads := anniversaries(p, m)
		window := p.Dates.RenewalWindow(ads[len(ads)-1])
		on := pick(t, "on", window.First(), window.Last())
		held = slices.DeleteFunc(held, func(b Benefit) bool { return b.Unlocked.After(on) || b.RedeemedOn.After(on) })
		r, err := timeline(t, p, m).PreviewRenewal(held, on)
		if err != nil {
			t.Fatal(err)
		}
		if r.Allowed != yes || !r.Uncovered.IsZero() || r.On != on || r.Policy != p || r.Year.Number != years(m)+1 || r.Year.Provided != on {
			t.Errorf("%+v", r)
		}
		renewed := Membership{Start: m.Start, Renewals: append(append([]calendar.Date{}, m.Renewals...), on)}
		year, err := timeline(t, p, renewed).PaidYear(years(renewed))
		if err != nil || year != r.Year {
			t.Errorf("the next year is %+v, want %+v, %v", r.Year, year, err)
		}
		for i, c := range r.Benefits {
			b := held[i]
			before, _ := timeline(t, p, m).Term(b)
			after, err := timeline(t, p, renewed).Term(b)
			for _, term := range []*Term{&before, &after} {
				term.Coverage = r.Coverage // the coverage of the day of the renewal
			}
			if b.Redeemed != yes { // the days of redeeming left depend on the day of the renewal
				for _, term := range []*Term{&before, &after, &c.Before, &c.After} {
					term.Expiry, term.LastUse, term.EndedBy, term.ByPurchase = calendar.Date{}, calendar.Date{}, 0, unknown
				}
			}
			if err != nil || c.ID != b.ID || c.Year != b.Year || c.Before != before || c.After != after {
				t.Errorf("the change of %+v is %+v, want %+v and %+v, %v", b, c, before, after, err)
			}
			for name, dates := range map[string][2]calendar.Date{
				"redeem through": {before.RedeemThrough, after.RedeemThrough}, "last use": {before.LastUse, after.LastUse},
				"last access": {before.LastAccess, after.LastAccess},
			} {
				if dates[1].Before(dates[0]) {
					t.Errorf("%s of %+v is shortened: %v", name, b, dates)
				}
			}
			if before.ActivateBy != after.ActivateBy || b.Redeemed == yes && !before.Expiry.IsZero() && before.Expiry != after.Expiry || !after.LastAccess.After(before.LastAccess) {
				t.Errorf("%+v: %+v", b, c)
			}
			for d := m.Start; !d.After(after.LastAccess); d = d.AddDays(1) {
				uncovered := b.Year == years(m) && b.Redeemed == yes && !after.LastUse.IsZero() && d.After(after.LastUse) && d.Before(on)
				if c.Uncovered.Contains(d) != uncovered {
					t.Fatalf("%v is uncovered: %+v", d, c)
				}
			}
		}
	})
}

// A payment after the window is a new purchase.
func TestTimelinePreviewRenewal_Late(t *testing.T) {
	m := Membership{Start: day("2024-01-31")} // window to 2025-03-02
	held := []Benefit{
		{ID: "used", Category: OnPremisesSoftware, Year: 1, RedeemedOn: day("2024-03-01")},
		{ID: "unused", Category: OnPremisesSoftware, Year: 1, Redeemed: no},
	}
	for on, uncovered := range map[string]string{
		"2025-03-03": "no period", "2025-03-04": "2025-03-03/2025-03-03", "2026-03-03": "2025-03-03/2026-03-02",
	} {
		r, err := timeline(t, Baseline(), m).PreviewRenewal(held, day(on))
		if err != nil || r.Allowed != no || r.Uncovered.String() != uncovered {
			t.Errorf("paid %s: %+v, %v, want %s uncovered", on, r, err, uncovered)
		}
		want, err := timeline(t, Baseline(), Membership{Start: day(on)}).PaidYear(1)
		if diff := cmp.Diff(want, r.Year); diff != "" || err != nil {
			t.Errorf("paid %s: %v (-want +got)\n%s", on, err, diff)
		}
		for i, b := range r.Benefits {
			if b.Before != b.After || i == 0 && b.Uncovered.String() != uncovered || i == 1 && !b.Uncovered.IsZero() {
				t.Errorf("paid %s: %+v", on, b)
			}
		}
	}
}

// Benefits of an earlier year have no uncovered days, because the last paid year
// provided the next ones.
func TestTimelinePreviewRenewal_EarlierYear(t *testing.T) {
	m := Membership{Start: day("2023-03-01"), Renewals: []calendar.Date{day("2024-03-10")}}
	held := []Benefit{
		{ID: "a", Category: Marketing, Year: 1, Unlocked: day("2023-03-01"), RedeemedOn: day("2023-03-01")},
		{ID: "a", Category: Marketing, Year: 2, Unlocked: day("2024-03-10"), RedeemedOn: day("2024-03-10")},
	}
	r, err := timeline(t, Baseline(), m).PreviewRenewal(held, day("2025-03-20"))
	if err != nil || !r.Benefits[0].Uncovered.IsZero() || r.Benefits[1].Uncovered.String() != "2025-03-11/2025-03-19" {
		t.Errorf("%+v, %v", r.Benefits, err)
	}
	if len(m.Renewals) != 1 {
		t.Errorf("PreviewRenewal changed the given renewals to %v", m.Renewals)
	}
}

// If years start on the day of payment and the last payment is unknown, it is unknown
// whether the next payment is in time.
func TestTimelinePreviewRenewal_UnknownWindow(t *testing.T) {
	p := Baseline()
	p.Dates.YearFromPayment = true
	m := Membership{Start: day("2022-03-01"), Renewals: []calendar.Date{{}}}
	r, err := timeline(t, p, m).PreviewRenewal([]Benefit{{ID: "a", Category: Marketing, Year: 1}}, day("2024-03-01"))
	if err != nil || r.Allowed != unknown || r.Year != (PaidYear{}) || !r.Uncovered.IsZero() || len(r.Benefits) != 1 || r.Benefits[0].Before != r.Benefits[0].After {
		t.Errorf("%+v, %v", r, err)
	}
}

// A membership can be renewed on the days of its window, until its offer is retired.
// The package of benefits can be changed on the same days.
func TestTimelineCheckRenewal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		m.Offer = eligibility.Offer(rapid.IntRange(0, int(eligibility.LearningActionPack)).Draw(t, "offer"))
		ads := anniversaries(p, m)
		ad := ads[len(ads)-1]
		if rapid.Bool().Draw(t, "offers are retired") {
			p.RetiredFrom = ad.AddDays(rapid.IntRange(-3, int(p.Dates.WindowCloses)+3).Draw(t, "retired from"))
		}
		first := append([]calendar.Date{m.Start}, m.Renewals...)[len(m.Renewals)]
		for on := calendar.Max(first, ad.AddDays(-5)); !on.After(ad.AddDays(int(p.Dates.WindowCloses) + 5)); on = on.AddDays(1) {
			days, _ := on.DaysSince(ad)
			retired := !p.RetiredFrom.IsZero() && !on.Before(p.RetiredFrom)
			allowed, reasons := yes, ""
			switch family := m.Offer.Family(); {
			case retired && (family == eligibility.FamilyLegacy || m.Offer == eligibility.MicrosoftActionPack || m.Offer == eligibility.LearningActionPack):
				allowed, reasons = no, "offer-retired"
			case days < int(p.Dates.WindowOpens):
				allowed, reasons = no, "before-window"
			case days > int(p.Dates.WindowCloses):
				allowed, reasons = no, "after-window"
			case retired && m.Offer == 0:
				allowed = unknown
			}
			tl := timeline(t, p, m)
			got, err := tl.CheckRenewal(on)
			if err != nil || got.Allowed != allowed || got.Reasons.String() != reasons || got.On != on || got.Policy != p || got.Window != p.Dates.RenewalWindow(ad) {
				t.Fatalf("%+v on %v under %v: %+v, %v, want %v %s", m, on, p, got, err, allowed, reasons)
			}
			preview, err := tl.PreviewRenewal(nil, on)
			if err != nil || preview.RenewalAnswer != got {
				t.Fatalf("the preview has %+v, want %+v, %v", preview.RenewalAnswer, got, err)
			}
			number := 0
			switch {
			case allowed != no:
				number = years(m) + 1
			case reasons == "after-window":
				number = 1
			}
			if preview.Year.Number != number {
				t.Fatalf("the payment of %v begins year %d, want %d", on, preview.Year.Number, number)
			}
			switch m.Offer.Family() {
			case eligibility.FamilySolutionsPartner, eligibility.FamilyLegacy: // which have a choice of packages
				offers := eligibility.Policy{Dates: p.Dates, RetiredFrom: p.RetiredFrom}
				if change, err := offers.CheckPackageChange(m.Offer, ad, on); err != nil || change.Allowed != allowed {
					t.Fatalf("the package of %v can be changed on %v: %+v, want %v, %v", m.Offer, on, change, allowed, err)
				}
			}
		}
	})
}

// A renewal is not judged on a day before the purchase, before a renewal, or before
// something was done with a benefit (INP-05).
func TestTimelineCheckRenewal_LaterFacts(t *testing.T) {
	m := Membership{Start: day("2024-03-01"), Renewals: []calendar.Date{day("2025-03-20"), {}}}
	for on, name := range map[string]string{
		"2024-02-29": "membership.start", "2024-03-01": "membership.renewals[0]", "2025-03-19": "membership.renewals[0]",
		"2025-03-20": "membership.renewals[1]", "2026-03-01": "membership.renewals[1]",
	} {
		answer, err := timeline(t, Baseline(), m).CheckRenewal(day(on))
		rejected(t, name, answer, err)
		preview, err := timeline(t, Baseline(), m).PreviewRenewal(nil, day(on))
		rejected(t, name, preview, err)
	}
	if _, err := timeline(t, Baseline(), m).CheckRenewal(day("2026-03-02")); err != nil { // may be renewed by then
		t.Error(err)
	}
	m.Renewals = nil
	for name, b := range map[string]Benefit{
		"benefits[0].unlocked":   {ID: "b", Category: Marketing, Year: 1, Unlocked: day("2025-03-11")},
		"benefits[0].redeemedOn": {ID: "b", Category: Marketing, Year: 1, Unlocked: day("2025-03-10"), RedeemedOn: day("2025-03-11")},
	} {
		tl := timeline(t, Baseline(), m)
		preview, err := tl.PreviewRenewal([]Benefit{b}, day("2025-03-10"))
		rejected(t, name, preview, err)
		if _, err := tl.PreviewRenewal([]Benefit{b}, day("2025-03-11")); err != nil {
			t.Error(err)
		}
		if _, err := tl.Events([]Benefit{b}, day("2024-03-01")); err != nil {
			t.Error(err)
		}
	}
}

// If a membership cannot be renewed, its benefits do not change.
func TestTimelinePreviewRenewal_NotAllowed(t *testing.T) {
	p := Baseline()
	p.RetiredFrom = day("2025-03-10")
	m := Membership{Offer: eligibility.LegacyGold, Start: day("2024-03-01")}
	for on, reason := range map[string]Reason{
		"2025-03-01": BeforeWindow, "2025-03-10": OfferRetired, "2025-03-31": OfferRetired, "2025-04-20": OfferRetired,
	} {
		r, err := timeline(t, p, m).PreviewRenewal([]Benefit{{ID: "a", Category: CloudServices, Year: 1, RedeemedOn: day("2024-05-01")}}, day(on))
		if err != nil || r.Allowed != no || r.Reasons != partnerrules.SetOf(reason) || r.Year != (PaidYear{}) || !r.Uncovered.IsZero() || r.Benefits[0].Before != r.Benefits[0].After {
			t.Errorf("paid %s: %+v, %v", on, r, err)
		}
	}
}
