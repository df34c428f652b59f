package benefits_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"pgregory.net/rapid"
)

// The expected dates of paid years were computed by hand.
func TestTimelinePaidYear(t *testing.T) {
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
	} {
		if test.policy == payment {
			test.m.Renewals = []calendar.Date{day("2025-03-15"), day("2026-03-20"), {}}
		}
		y, err := timeline(t, test.policy, test.m).PaidYear(test.number)
		got := [7]string{y.Base.String(), y.Provided.String(), y.Anniversary.String(), y.Window.String(), y.ActivateBy.String(), y.RedeemThrough.String(), y.LastAccess.String()}
		if err != nil || got != test.want || y.Number != test.number || y.Policy != test.policy {
			t.Errorf("%+v under %v: %+v, %v, want %v", test.m, test.policy, y, err, test.want)
		}
	}
}

// Only an anniversary date is known. The expected dates of paid years were computed
// by hand.
func TestTimelinePaidYear_AnniversaryOnly(t *testing.T) {
	payment := Baseline()
	payment.Dates.YearFromPayment = true
	renewed := Membership{Anniversary: day("2025-02-28"), Renewals: []calendar.Date{day("2025-03-15"), day("2026-03-30"), {}}}
	for _, test := range []struct {
		policy Policy
		m      Membership
		number int
		want   [7]string // base, provided, anniversary, window, activate by, redeem through, last access
	}{
		{Baseline(), Membership{Anniversary: day("2021-09-01")}, 1, [7]string{"2020-09-01", "no date", "2021-09-01", "2021-09-02/2021-10-01", "2021-10-01", "2021-10-01", "2021-10-01"}},
		{Baseline(), Membership{Anniversary: day("2024-05-20")}, 1, [7]string{"2023-05-20", "no date", "2024-05-20", "2024-05-21/2024-06-19", "2024-06-20", "2024-06-19", "2024-06-19"}},
		// The base is 28 or 29 February 2024, and the last day to redeem is 28 or 29 March 2025.
		{Baseline(), Membership{Anniversary: day("2025-02-28")}, 1, [7]string{"no date", "no date", "2025-02-28", "2025-03-01/2025-03-30", "no date", "no date", "2025-03-30"}},
		// The membership started on a leap day. The previous year ended on 28 February.
		{Baseline(), Membership{Anniversary: day("2024-02-29")}, 1, [7]string{"2023-02-28", "no date", "2024-02-29", "2024-03-01/2024-03-30", "2024-03-28", "2024-03-28", "2024-03-30"}},
		{Baseline(), renewed, 2, [7]string{"2025-02-28", "2025-03-15", "2026-02-28", "2026-03-01/2026-03-30", "2026-03-28", "2026-03-28", "2028-03-29"}},
		{Baseline(), renewed, 4, [7]string{"2027-02-28", "no date", "2028-02-28", "2028-02-29/2028-03-29", "2028-03-28", "2028-03-28", "2028-03-29"}},
		{payment, Membership{Anniversary: day("2021-09-01")}, 1, [7]string{"2020-09-01", "2020-09-01", "2021-09-01", "2021-09-02/2021-10-01", "2021-10-01", "2021-10-01", "2021-10-01"}},
		{payment, Membership{Anniversary: day("2025-03-01"), Renewals: []calendar.Date{day("2025-03-15")}}, 2, [7]string{"2025-03-15", "2025-03-15", "2026-03-15", "2026-03-16/2026-04-14", "2026-04-15", "2026-04-14", "2026-04-14"}},
		{Baseline(), Membership{Anniversary: day("0001-09-01")}, 1, [7]string{"no date", "no date", "0001-09-01", "0001-09-02/0001-10-01", "no date", "no date", "0001-10-01"}},
	} {
		y, err := timeline(t, test.policy, test.m).PaidYear(test.number)
		got := [7]string{y.Base.String(), y.Provided.String(), y.Anniversary.String(), y.Window.String(), y.ActivateBy.String(), y.RedeemThrough.String(), y.LastAccess.String()}
		if err != nil || got != test.want || y.Number != test.number || y.Policy != test.policy {
			t.Errorf("%+v under %v: %+v, %v, want %v", test.m, test.policy, got, err, test.want)
		}
	}
}

// Each anniversary date equals the date that package calendar returns for the
// renewals before it, whether their days are known or unknown.
func TestTimelineAnniversary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		for i := range m.Renewals {
			if rapid.IntRange(0, 3).Draw(t, "a renewal unknown") == 0 {
				m.Renewals[i] = calendar.Date{}
			}
		}
		byDate := rapid.Bool().Draw(t, "by anniversary date")
		if byDate {
			m.Start, m.Anniversary = calendar.Date{}, m.Start.AddYears(1)
		}
		tl := timeline(t, p, m)
		for n := 0; n <= len(m.Renewals); n++ {
			want, err := p.Dates.AnniversaryDate(m.Start, m.Renewals[:n]...)
			if byDate {
				want, err = p.Dates.AnniversaryAfter(m.Anniversary, m.Renewals[:n]...)
			}
			y, yearErr := tl.PaidYear(n + 1)
			if err != nil || yearErr != nil || y.Anniversary != want {
				t.Errorf("year %d of %+v ends on %v, want %v, %v, %v", n+1, m, y.Anniversary, want, err, yearErr)
			}
			if n == len(m.Renewals) && tl.Anniversary() != want {
				t.Errorf("Anniversary() of %+v = %v, want %v", m, tl.Anniversary(), want)
			}
		}
		if tl.Years() != years(m) || tl.Policy() != p {
			t.Errorf("%+v has %d years under %v", m, tl.Years(), tl.Policy())
		}
	})
}

// Adding the anniversary date that follows from the start does not change the
// timeline.
func TestNewTimeline_StartAndAnniversary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		both := m
		both.Anniversary = m.Start.AddYears(1)
		tl, other := timeline(t, p, m), timeline(t, p, both)
		for n := 1; n <= years(m); n++ {
			y, err := tl.PaidYear(n)
			z, otherErr := other.PaidYear(n)
			if err != nil || otherErr != nil || y != z {
				t.Errorf("got %+v and %+v, %v, %v", y, z, err, otherErr)
			}
		}
	})
}

// A Timeline does not change if the caller modifies the membership that it was made
// from, or the membership that it returns.
func TestTimeline_Immutable(t *testing.T) {
	m, b := twoYears()
	given := Membership{Start: m.Start, Renewals: slices.Clone(m.Renewals)}
	tl := timeline(t, Baseline(), given)
	want, err := tl.PaidYear(2)
	if err != nil {
		t.Fatal(err)
	}
	given.Renewals[0] = day("2025-03-31")
	if diff := cmp.Diff(m, tl.Membership()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	tl.Membership().Renewals[0] = day("2025-03-31")
	for range 2 {
		if _, err := tl.PreviewRenewal([]Benefit{b}, day("2026-03-10")); err != nil {
			t.Error(err)
		}
	}
	if got, err := tl.PaidYear(2); err != nil || got != want || tl.Years() != 2 {
		t.Errorf("PaidYear(2) = %+v, %v, want %+v", got, err, want)
	}
}

// forget returns the membership without its start, known by the anniversary date that
// ends the given paid year.
func forget(p Policy, m Membership, number int) Membership {
	return Membership{Offer: m.Offer, Anniversary: anniversaries(p, m)[number-1], Renewals: m.Renewals[number-1:]}
}

// isLeapDay reports whether d is the 28 or 29 February.
func isLeapDay(d calendar.Date) bool { return d.Month() == time.February && d.Day() >= 28 }

// If the start is replaced by an anniversary date, years get new numbers, but known
// results stay the same. Only results for the first year can become unknown.
func TestTimeline_StartForgotten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		if isLeapDay(m.Start) {
			m.Start = m.Start.AddDays(5)
			m.Renewals = nil
		}
		if slices.ContainsFunc(m.Renewals, isLeapDay) {
			m.Renewals = nil
		}
		number := rapid.IntRange(1, years(m)).Draw(t, "known by the end of year")
		b := anyBenefit(t, p, m)
		b.Year = max(b.Year, number)
		full, less := timeline(t, p, m), timeline(t, p, forget(p, m, number))
		for n := number; n <= years(m); n++ {
			want, err := full.PaidYear(n)
			got, lessErr := less.PaidYear(n - number + 1)
			want.Number -= number - 1
			if n == number && got.Provided.IsZero() {
				want.Provided = got.Provided
			}
			if err != nil || lessErr != nil || got != want {
				t.Errorf("year %d of %+v: %+v, want %+v, %v, %v", n, m, got, want, err, lessErr)
			}
		}
		renumbered := b
		renumbered.Year -= number - 1
		want, err := full.Term(b)
		if err != nil {
			t.Skip("the benefit is impossible in that year")
		}
		got, err := less.Term(renumbered)
		if err != nil {
			t.Fatalf("%+v of %+v: %v", b, m, err)
		}
		if renumbered.Year > 1 && got != want {
			t.Errorf("%+v of %+v: %+v, want %+v", b, m, got, want)
		}
		for name, dates := range map[string][2]calendar.Date{
			"provided": {got.Provided, want.Provided}, "activate by": {got.ActivateBy, want.ActivateBy}, "redeem through": {got.RedeemThrough, want.RedeemThrough},
			"expiry": {got.Expiry, want.Expiry}, "last access": {got.LastAccess, want.LastAccess}, "last use": {got.LastUse, want.LastUse},
		} {
			if !dates[0].IsZero() && dates[0] != dates[1] {
				t.Errorf("%+v of %+v: %s %v, want %v", b, m, name, dates[0], dates[1])
			}
		}
		if got.EndedBy != 0 && got.EndedBy != want.EndedBy || got.RedeemEnd != 0 && got.RedeemEnd != want.RedeemEnd {
			t.Errorf("%+v of %+v: %+v, want %+v", b, m, got, want)
		}
		first, last := span(p, m)
		for on := first; !on.After(last); on = on.AddDays(1) {
			want, got := stateOn(t, p, m, b, on), stateOn(t, p, forget(p, m, number), renumbered, on)
			if got.State != want.State && (got.State != StateUnknown || renumbered.Year > 1) {
				t.Fatalf("%+v of %+v on %v: %v, want %v", b, m, on, got.State, want.State)
			}
		}
		var later []Event
		for _, e := range eventsOf(t, p, m, nil, first) {
			if e.Year >= number {
				e.Year -= number - 1
				later = append(later, e)
			}
		}
		if diff := cmp.Diff(later, eventsOf(t, p, forget(p, m, number), nil, first)); diff != "" {
			t.Errorf("%+v (-want +got)\n%s", m, diff)
		}
	})
}

// worlds calls f for each membership that is possible if only the anniversary date is
// known: bought on the base of the first year, or bought a year earlier and renewed
// on a day of the window.
func worlds(p Policy, m Membership, b Benefit, f func(Membership, Benefit)) {
	base := m.Anniversary.AddYears(-1)
	f(Membership{Start: base, Renewals: m.Renewals}, b)
	b.Year++
	if p.Dates.YearFromPayment {
		for days := int(p.Dates.WindowOpens); days <= int(p.Dates.WindowCloses); days++ {
			f(Membership{Start: base.AddDays(-days).AddYears(-1), Renewals: append([]calendar.Date{base}, m.Renewals...)}, b)
		}
		return
	}
	window := p.Dates.RenewalWindow(base)
	for on := window.First(); !on.After(window.Last()); on = on.AddDays(1) {
		f(Membership{Start: base.AddYears(-1), Renewals: append([]calendar.Date{on}, m.Renewals...)}, b)
	}
}

// If only an anniversary date is known, a state in the first year is known if and
// only if it is the same for every possible beginning of the year.
func TestTimelineState_AnniversaryOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		for _, d := range append([]calendar.Date{m.Start}, m.Renewals...) {
			if isLeapDay(d) || isLeapDay(d.AddDays(-int(p.Dates.WindowOpens))) {
				t.Skip("the base can be either of two days")
			}
		}
		m = forget(p, m, 1)
		b := anyBenefitOfYear(t, p, Membership{Start: m.Anniversary.AddYears(-1), Renewals: m.Renewals}, 1)
		first, last := span(p, Membership{Start: m.Anniversary.AddYears(-1), Renewals: m.Renewals})
		days := []calendar.Date{first, last, pick(t, "on", first, last)}
		for _, d := range []calendar.Date{b.Unlocked, b.RedeemedOn, m.Anniversary.AddYears(-1), m.Anniversary.AddYears(-1).AddDays(int(p.Dates.WindowCloses)), m.Anniversary} {
			days = append(days, d.AddDays(-1), d, d.AddDays(1))
		}
		for _, on := range days {
			if on.IsZero() {
				continue
			}
			possible := map[State]bool{}
			worlds(p, m, b, func(m Membership, b Benefit) {
				tl, err := p.NewTimeline(m)
				if err != nil {
					return // the payment is not in the window for this start
				}
				if s, err := tl.State(b, on); err == nil {
					possible[s.State] = true
				}
			})
			got := stateOn(t, p, m, b, on).State
			if got != single(possible) {
				t.Errorf("state of %+v of %+v on %v under %v is %v, possible are %v", b, m, on, p, got, possible)
			}
		}
	})
}

// The base of a year that ends on 2025-02-28 is 28 or 29 February 2024. The last day to
// redeem is therefore 28 or 29 March 2025. Access ends on 30 March.
func TestTimelineState_LeapAnniversary(t *testing.T) {
	m := Membership{Anniversary: day("2025-02-28")}
	tl := timeline(t, Baseline(), m)
	b := Benefit{ID: "key", Category: CloudServices, Year: 1, Redeemed: no}
	for on, want := range map[string]State{
		"2024-02-27": NotYetProvided, "2024-02-28": StateUnknown, "2024-03-29": StateUnknown, "2024-03-30": Available,
		"2025-03-28": Available, "2025-03-29": StateUnknown, "2025-03-30": ExpiredUnredeemed,
	} {
		if got := stateOn(t, Baseline(), m, b, day(on)); got.State != want {
			t.Errorf("state on %s is %v, want %v", on, got.State, want)
		}
	}
	for _, e := range eventsOf(t, Baseline(), m, []Benefit{b}, day("2024-01-01")) {
		if e.Kind == ActivateBy {
			t.Errorf("got an event on an unknown day: %+v", e)
		}
	}
	for redeemed, possible := range map[string]bool{"2024-02-27": false, "2024-02-28": true, "2025-03-29": true, "2025-03-30": false} {
		b := Benefit{Category: CloudServices, Year: 1, RedeemedOn: day(redeemed)}
		term, err := tl.Term(b)
		if possible != (err == nil) {
			t.Errorf("redeemed on %s: %v", redeemed, err)
		}
		if possible && (term.LastUse.IsZero() || !term.RedeemThrough.IsZero() || term.RedeemEnd != PastActivateBy || !term.ActivateBy.IsZero()) {
			t.Errorf("redeemed on %s: %+v", redeemed, term)
		}
	}
}
