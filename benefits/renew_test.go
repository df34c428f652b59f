package benefits_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// Renewing in time never shortens anything, moves access on, and prolongs no
// term; what it says is what the renewed membership says.
func TestRenewingInTimeShortensNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		held := anyHeld(t, p, m)
		ads := anniversaries(p, m)
		window := p.Dates.RenewalWindow(ads[len(ads)-1])
		on := pick(t, "on", window.First(), window.Last())
		r, err := p.Renew(m, held, on)
		if err != nil {
			t.Fatal(err)
		}
		if r.InTime != yes || !r.Uncovered.IsZero() || r.On != on || r.Policy != p || r.Year.Number != m.Years()+1 || r.Year.Provided != on {
			t.Errorf("%+v", r)
		}
		renewed := Membership{Start: m.Start, Renewals: append(append([]calendar.Date{}, m.Renewals...), on)}
		year, err := p.Year(renewed, renewed.Years())
		if err != nil || year != r.Year {
			t.Errorf("%+v, want %+v, %v", r.Year, year, err)
		}
		for i, c := range r.Benefits {
			b := held[i]
			before, _ := p.TermOf(m, b)
			after, err := p.TermOf(renewed, b)
			if err != nil || c.ID != b.ID || c.Year != b.Year || c.Before != before || c.After != after {
				t.Errorf("%+v: %+v, want %+v and %+v, %v", b, c, before, after, err)
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
				uncovered := b.Year == m.Years() && b.Redeemed == yes && !after.LastUse.IsZero() && d.After(after.LastUse) && d.Before(on)
				if c.Uncovered.Contains(d) != uncovered {
					t.Fatalf("%v is uncovered: %+v", d, c)
				}
			}
		}
	})
}

// After the window the payment is a new purchase.
func TestRenewingLateIsAPurchase(t *testing.T) {
	m := Membership{Start: day("2024-01-31")} // window to 2025-03-02
	held := []Benefit{
		{ID: "used", Category: OnPremisesSoftware, Year: 1, RedeemedOn: day("2024-03-01")},
		{ID: "unused", Category: OnPremisesSoftware, Year: 1, Redeemed: no},
	}
	for on, uncovered := range map[string]string{
		"2025-03-03": "no period", "2025-03-04": "2025-03-03/2025-03-03", "2026-03-03": "2025-03-03/2026-03-02",
	} {
		r, err := Renew(m, held, day(on))
		if err != nil || r.InTime != no || r.Uncovered.String() != uncovered {
			t.Errorf("paid %s: %+v, %v, want %s uncovered", on, r, err, uncovered)
		}
		want, err := Year(Membership{Start: day(on)}, 1)
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

// What was provided before the last paid year is followed by what that year
// brought.
func TestOnlyTheLastYearIsUncovered(t *testing.T) {
	m := Membership{Start: day("2023-03-01"), Renewals: []calendar.Date{day("2024-03-10")}}
	held := []Benefit{
		{ID: "a", Category: Marketing, Year: 1, Unlocked: day("2023-03-01"), RedeemedOn: day("2023-03-01")},
		{ID: "a", Category: Marketing, Year: 2, Unlocked: day("2024-03-10"), RedeemedOn: day("2024-03-10")},
	}
	r, err := Renew(m, held, day("2025-03-20"))
	if err != nil || !r.Benefits[0].Uncovered.IsZero() || r.Benefits[1].Uncovered.String() != "2025-03-11/2025-03-19" {
		t.Errorf("%+v, %v", r.Benefits, err)
	}
	if len(m.Renewals) != 1 {
		t.Errorf("the renewals given are now %v", m.Renewals)
	}
}

func TestRenewingAnUnknownMembership(t *testing.T) {
	r, err := Renew(Membership{}, []Benefit{{ID: "a", Category: Marketing, Year: 1}}, day("2024-03-01"))
	if err != nil || r.InTime != unknown || r.Year != (PaidYear{}) || !r.Uncovered.IsZero() || len(r.Benefits) != 1 || r.Benefits[0].Before != r.Benefits[0].After {
		t.Errorf("%+v, %v", r, err)
	}
}

// The dates of paid years, worked out by hand.
func TestYears(t *testing.T) {
	payment := Baseline()
	payment.Dates.YearFromPayment = true
	leap := Membership{Start: day("2024-02-29"), Renewals: []calendar.Date{day("2025-03-15"), day("2026-03-30"), {}}}
	for _, test := range []struct {
		policy Policy
		m      Membership
		number int
		want   [7]string // base, provided, anniversary, window, activate by, redeem through, last access
	}{
		{Baseline(), Membership{Start: day("2020-09-01")}, 1, [7]string{"2020-09-01", "2020-09-01", "2021-09-01", "2021-09-02/2021-10-01", "2021-10-01", "2021-10-01", "2021-10-01"}},
		{Baseline(), Membership{Start: day("2023-01-31")}, 1, [7]string{"2023-01-31", "2023-01-31", "2024-01-31", "2024-02-01/2024-03-01", "2024-02-29", "2024-02-29", "2024-03-01"}},
		{Baseline(), Membership{Start: day("2024-01-31")}, 1, [7]string{"2024-01-31", "2024-01-31", "2025-01-31", "2025-02-01/2025-03-02", "2025-02-28", "2025-02-28", "2025-03-02"}},
		{Baseline(), Membership{Start: day("2023-05-20")}, 1, [7]string{"2023-05-20", "2023-05-20", "2024-05-20", "2024-05-21/2024-06-19", "2024-06-20", "2024-06-19", "2024-06-19"}},
		{Baseline(), leap, 1, [7]string{"2024-02-29", "2024-02-29", "2025-02-28", "2025-03-01/2025-03-30", "2025-03-29", "2025-03-29", "2028-03-30"}},
		{Baseline(), leap, 2, [7]string{"2025-02-28", "2025-03-15", "2026-02-28", "2026-03-01/2026-03-30", "2026-03-28", "2026-03-28", "2028-03-30"}},
		{Baseline(), leap, 4, [7]string{"2027-02-28", "no date", "2028-02-29", "2028-03-01/2028-03-30", "2028-03-28", "2028-03-28", "2028-03-30"}},
		{payment, leap, 2, [7]string{"2025-03-15", "2025-03-15", "2026-03-15", "2026-03-16/2026-04-14", "2026-04-15", "no date", "no date"}},
		{payment, leap, 4, [7]string{"no date", "no date", "no date", "no period", "no date", "no date", "no date"}},
		{Baseline(), Membership{}, 1, [7]string{"no date", "no date", "no date", "no period", "no date", "no date", "no date"}},
	} {
		if test.policy == payment {
			test.m.Renewals = []calendar.Date{day("2025-03-15"), day("2026-03-20"), {}}
		}
		y, err := test.policy.Year(test.m, test.number)
		got := [7]string{y.Base.String(), y.Provided.String(), y.Anniversary.String(), y.Window.String(), y.ActivateBy.String(), y.RedeemThrough.String(), y.LastAccess.String()}
		if err != nil || got != test.want || y.Number != test.number || y.Policy != test.policy {
			t.Errorf("%+v under %v: %+v, %v, want %v", test.m, test.policy, y, err, test.want)
		}
	}
}

func TestPackageChange(t *testing.T) {
	m, _ := twoYears()
	for on, want := range map[string]string{
		"2026-03-01": "no package-fixed 2026-03-01", "2026-03-02": "yes  2027-03-01", "2026-03-31": "yes  2027-03-01", "2026-04-01": "no window-passed no date",
	} {
		a, err := PackageChange(m, day(on))
		if got := a.Allowed.String() + " " + a.Reason.String() + " " + a.HoldsThrough.String(); err != nil || got != want {
			t.Errorf("on %s: %s, %v, want %s", on, got, err, want)
		}
	}
}
