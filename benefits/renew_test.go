package benefits_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
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
		if r.InTime != yes || !r.Uncovered.IsZero() || r.On != on || r.Policy != p || r.Year.Number != years(m)+1 || r.Year.Provided != on {
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
		if err != nil || r.InTime != no || r.Uncovered.String() != uncovered {
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
	if err != nil || r.InTime != unknown || r.Year != (PaidYear{}) || !r.Uncovered.IsZero() || len(r.Benefits) != 1 || r.Benefits[0].Before != r.Benefits[0].After {
		t.Errorf("%+v, %v", r, err)
	}
}
