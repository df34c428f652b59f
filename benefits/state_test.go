package benefits_test

import (
	"testing"

	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// span returns the days from 2 days before the membership to 2 days after it.
func span(p Policy, m Membership) (first, last calendar.Date) {
	ads := anniversaries(p, m)
	return m.Start.AddDays(-2), ads[len(ads)-1].AddDays(int(p.Dates.WindowCloses) + 2)
}

// stateOn returns the state of a valid benefit on a day.
func stateOn(t fataler, p Policy, m Membership, b Benefit, on calendar.Date) BenefitStatus {
	s, err := timeline(t, p, m).State(b, on)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// If all facts are known, the state on every day agrees with the specification and
// with the term.
func TestTimelineState_Table(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b := anyBenefit(t, p, m)
		s := specify(p, m, b)
		term, err := timeline(t, p, m).Term(b)
		if err != nil {
			t.Fatal(err)
		}
		if term.Provided != s.provided || term.ActivateBy != s.activateBy || term.LastAccess != s.access || term.RedeemThrough != s.redeemThrough || term.Policy != p {
			t.Errorf("%+v of %+v: %+v, want %+v", b, m, term, s)
		}
		first, last := span(p, m)
		for on := first; !on.After(last); on = on.AddDays(1) {
			got := stateOn(t, p, m, b, on)
			if want := s.state(b, on); got.State != want || got.On != on || got.Policy != p {
				t.Fatalf("state of %+v of %+v on %v is %v, want %v", b, m, on, got.State, want)
			}
			switch got.State {
			case Available:
				if got.Until != term.RedeemThrough || got.EndedBy != term.RedeemEnd || on.After(term.RedeemThrough) {
					t.Fatalf("available on %v: %+v, %+v", on, got, term)
				}
			case InUse:
				if got.Until != term.LastUse || got.EndedBy != term.EndedBy || on.After(term.LastUse) || on.After(term.LastAccess) {
					t.Fatalf("in use on %v: %+v, %+v", on, got, term)
				}
			case ExpiredUnredeemed:
				if !got.Until.IsZero() || got.EndedBy != term.RedeemEnd || !on.After(term.RedeemThrough) {
					t.Fatalf("expired unredeemed on %v: %+v, %+v", on, got, term)
				}
			case Expired, LostWithMembership:
				if !got.Until.IsZero() || got.EndedBy != term.EndedBy || !on.After(term.LastUse) || (got.State == Expired) != (got.EndedBy == PastExpiry) {
					t.Fatalf("over on %v: %+v, %+v", on, got, term)
				}
			}
		}
	})
}

// The last day of use, the last day to redeem and the reasons agree with the
// specification.
func TestTimelineTerm_FirstEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b := anyBenefit(t, p, m)
		s := specify(p, m, b)
		term, err := timeline(t, p, m).Term(b)
		if err != nil {
			t.Fatal(err)
		}
		if b.Redeemed == yes || b.Category != CloudServices {
			lastUse, ended := s.access, PastAccess
			if !s.own.IsZero() && s.own.Compare(s.access) <= 0 {
				lastUse, ended = s.own, PastExpiry
			}
			if term.LastUse != lastUse || term.EndedBy != ended {
				t.Errorf("%+v of %+v: %+v, want %v %v", b, m, term, lastUse, ended)
			}
		}
		var end Reason
		ownEnds := b.Category != CloudServices && s.redeemThrough == s.own
		switch {
		case s.redeemThrough == s.activateBy:
			end = PastActivateBy
		case ownEnds:
			end = PastExpiry
		default:
			end = PastAccess
		}
		if term.RedeemEnd != end {
			t.Errorf("%+v of %+v: redemption ends by %v, want %v", b, m, term.RedeemEnd, end)
		}
		if b.Category == OnPremisesSoftware && !term.Expiry.IsZero() || b.Category != OnPremisesSoftware && b.Redeemed == yes && !term.Expiry.IsZero() && term.Expiry != s.own {
			t.Errorf("%+v of %+v: expiry %v, want %v", b, m, term.Expiry, s.own)
		}
	})
}

// completions calls f for possible values of the missing facts about a benefit and the
// renewals. It chooses values at the boundaries that can matter on the day.
func completions(p Policy, m Membership, b Benefit, on calendar.Date, f func(Membership, Benefit)) {
	unknownRenewal := -1
	for i, paid := range m.Renewals {
		if paid.IsZero() {
			unknownRenewal = i
		}
	}
	around := func(days ...calendar.Date) []calendar.Date {
		var all []calendar.Date
		for _, d := range days {
			for n := -1; n <= 1; n++ {
				all = append(all, d.AddDays(n), d.AddMonths(-12).AddDays(n))
			}
		}
		return all
	}
	renewals := []calendar.Date{{}}
	if unknownRenewal >= 0 {
		window := p.Dates.RenewalWindow(anniversaries(p, m)[unknownRenewal])
		renewals = []calendar.Date{window.First(), window.Last()}
		for _, d := range around(on, b.Unlocked, b.RedeemedOn) {
			if window.Contains(d) {
				renewals = append(renewals, d)
			}
		}
	}
	for _, paid := range renewals {
		full := m
		if unknownRenewal >= 0 {
			full.Renewals = append([]calendar.Date(nil), m.Renewals...)
			full.Renewals[unknownRenewal] = paid
		}
		s := specify(p, full, b)
		days := append(around(on, s.access, b.RedeemedOn, b.Unlocked), s.provided, s.access, s.redeemThrough, s.activateBy)
		unlocked, redeemed := []calendar.Date{b.Unlocked}, []calendar.Date{b.RedeemedOn}
		if b.Unlocked.IsZero() {
			unlocked = days
		}
		if b.RedeemedOn.IsZero() && b.Redeemed != no {
			redeemed = days
			if b.Redeemed == unknown {
				redeemed = append(redeemed, calendar.Date{})
			}
		}
		for _, u := range unlocked {
			for _, r := range redeemed {
				if r.IsZero() && b.Redeemed == yes {
					continue
				}
				whole := b
				whole.Unlocked, whole.RedeemedOn, whole.Redeemed = u, r, no
				if !r.IsZero() {
					whole.Redeemed = yes
				}
				if !u.IsZero() && specify(p, full, whole).possible(whole) {
					f(full, whole)
				}
			}
		}
	}
}

// If facts are missing, the state is known if and only if it is the same for all
// possible values of these facts.
func TestTimelineState_UnknownExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b := anyBenefit(t, p, m)
		s := specify(p, m, b)
		if rapid.Bool().Draw(t, "unlocking unknown") {
			b.Unlocked = calendar.Date{}
		}
		switch rapid.IntRange(0, 3).Draw(t, "redemption") {
		case 0:
			b.Redeemed, b.RedeemedOn = unknown, calendar.Date{}
		case 1:
			b.RedeemedOn = calendar.Date{}
		}
		if len(m.Renewals) > 0 && !p.Dates.YearFromPayment && rapid.Bool().Draw(t, "a renewal unknown") {
			m.Renewals[rapid.IntRange(0, len(m.Renewals)-1).Draw(t, "renewal")] = calendar.Date{}
		}
		first, last := span(p, m)
		edges := []calendar.Date{s.provided, s.access, s.redeemThrough, s.activateBy, s.own, b.Unlocked, b.RedeemedOn, s.provided.AddMonths(12)}
		on := rapid.SampledFrom(edges).Draw(t, "edge").AddDays(rapid.IntRange(-1, 1).Draw(t, "beside"))
		if on.IsZero() || rapid.Bool().Draw(t, "any day") {
			on = pick(t, "on", first, last)
		}
		possible := map[State]bool{}
		uses, ends := map[calendar.Date]bool{}, map[Reason]bool{}
		expiries, redeemable := map[calendar.Date]bool{}, map[calendar.Date]bool{}
		completions(p, m, b, on, func(full Membership, whole Benefit) {
			possible[specify(p, full, whole).state(whole, on)] = true
			term, err := timeline(t, p, full).Term(whole)
			if err != nil {
				t.Fatalf("%+v of %+v: %v", whole, full, err)
			}
			if whole.Redeemed == yes {
				uses[term.LastUse], ends[term.EndedBy], expiries[term.Expiry] = true, true, true
			}
			redeemable[term.RedeemThrough] = true
		})
		got := stateOn(t, p, m, b, on).State
		if len(possible) == 0 {
			t.Fatalf("no possible facts for %+v of %+v", b, m)
		}
		if (len(possible) == 1) != (got != StateUnknown) || len(possible) == 1 && !possible[got] {
			t.Errorf("state of %+v of %+v on %v is %v, possible are %v", b, m, on, got, possible)
		}
		term, err := timeline(t, p, m).Term(b)
		if err != nil {
			t.Fatal(err)
		}
		for name, d := range map[string]struct {
			got      calendar.Date
			possible map[calendar.Date]bool
		}{
			"last use": {term.LastUse, uses}, "expiry": {term.Expiry, expiries}, "redeem through": {term.RedeemThrough, redeemable},
		} {
			if len(d.possible) > 0 && !d.got.IsZero() && (len(d.possible) > 1 || !d.possible[d.got]) {
				t.Errorf("%+v of %+v: %s is %v, possible are %v", b, m, name, d.got, d.possible)
			}
		}
		if len(ends) > 0 && term.EndedBy != 0 && (len(ends) > 1 || !ends[term.EndedBy]) {
			t.Errorf("%+v of %+v: ended by %v, possible are %v", b, m, term.EndedBy, ends)
		}
	})
}

// If the dates of the membership are unknown, so is the state.
func TestTimelineState_UnknownMembership(t *testing.T) {
	payment := Baseline()
	payment.Dates.YearFromPayment = true
	b := Benefit{Category: CloudServices, Year: 1, RedeemedOn: day("2024-05-01")}
	for name, test := range map[string]struct {
		policy Policy
		m      Membership
	}{
		"years from an unknown payment":        {payment, Membership{Start: day("2023-05-01"), Renewals: []calendar.Date{{}}}},
		"a window beyond the last year":        {Baseline(), Membership{Start: day("9998-12-15")}},
		"an anniversary after 9999-12-31":      {Baseline(), Membership{Start: day("9999-05-01")}},
		"an activate-by date after 9999-12-31": {Baseline(), Membership{Start: day("9998-12-01")}},
	} {
		if !test.m.Start.IsZero() && test.m.Start.After(day("9000-01-01")) {
			b.RedeemedOn, b.Redeemed = calendar.Date{}, yes
		}
		for _, on := range []string{"0001-01-01", "2024-05-01", "2024-07-01", "9999-12-31"} {
			s := stateOn(t, test.policy, test.m, b, day(on))
			if s.State != StateUnknown || !s.Until.IsZero() || s.EndedBy != 0 {
				t.Errorf("%s: status on %s is %+v", name, on, s)
			}
		}
		term, err := timeline(t, test.policy, test.m).Term(b)
		if err != nil || !term.LastUse.IsZero() || !term.RedeemThrough.IsZero() || term.EndedBy != 0 || term.RedeemEnd != 0 {
			t.Errorf("%s: %+v, %v", name, term, err)
		}
	}
}

// A term that would end after 9999-12-31 is lost with the membership, if access ends by
// then.
func TestTimelineTerm_BeyondCalendar(t *testing.T) {
	m := Membership{Start: day("9998-11-15")} // access through 9999-12-15
	b := Benefit{Category: CloudServices, Year: 1, RedeemedOn: day("9999-03-01")}
	term, err := timeline(t, Baseline(), m).Term(b)
	if err != nil || term.LastUse != day("9999-12-15") || term.EndedBy != PastAccess || !term.Expiry.IsZero() {
		t.Errorf("%+v, %v", term, err)
	}
	if s := stateOn(t, Baseline(), m, b, day("9999-12-16")); s.State != LostWithMembership {
		t.Errorf("%+v", s)
	}
}

// A benefit that was redeemed on 2024-02-29 was unlocked on 2023-03-01 at the earliest.
// If it had been unlocked on 2023-02-28, its term would have ended on 2024-02-28.
func TestTimelineState_LeapDay(t *testing.T) {
	m := Membership{Start: day("2023-02-01")}
	b := Benefit{Category: AzureCredits, Year: 1, RedeemedOn: day("2024-02-29")}
	for on, want := range map[string]State{"2024-02-29": InUse, "2024-03-01": InUse, "2024-03-02": StateUnknown, "2024-03-03": StateUnknown} {
		if got := stateOn(t, Baseline(), m, b, day(on)); got.State != want {
			t.Errorf("state on %s is %v, want %v", on, got.State, want)
		}
	}
}

// A benefit that was unlocked after the last day to redeem cannot have been redeemed.
func TestTimelineState_UnlockedTooLate(t *testing.T) {
	m := Membership{Start: day("2024-01-31")} // activate by 2025-02-28, access through 2025-03-02
	b := Benefit{Category: Marketing, Year: 1, Unlocked: day("2025-03-01")}
	for on, want := range map[string]State{"2025-02-28": Available, "2025-03-01": ExpiredUnredeemed} {
		if got := stateOn(t, Baseline(), m, b, day(on)); got.State != want || got.EndedBy != PastActivateBy {
			t.Errorf("status on %s is %+v, want %v", on, got, want)
		}
	}
}

// If the day of a renewal is unknown, the benefits of the year were provided on some
// day of the window, but not after the day of unlocking.
func TestTimelineState_ProvidedUnknown(t *testing.T) {
	m := Membership{Start: day("2023-03-01"), Renewals: []calendar.Date{{}}} // renewed from 2 to 31 March 2024
	b := Benefit{Category: CloudServices, Year: 2, Redeemed: no}
	unlocked := b
	unlocked.Unlocked = day("2024-03-10")
	for _, test := range []struct {
		b    Benefit
		on   string
		want State
	}{
		{b, "2024-03-01", NotYetProvided},
		{b, "2024-03-02", StateUnknown},
		{b, "2024-03-30", StateUnknown},
		{b, "2024-03-31", Available},
		{unlocked, "2024-03-09", StateUnknown},
		{unlocked, "2024-03-10", Available},
	} {
		if got := stateOn(t, Baseline(), m, test.b, day(test.on)); got.State != test.want {
			t.Errorf("state of %+v on %s is %v, want %v", test.b, test.on, got.State, test.want)
		}
	}
	term, err := timeline(t, Baseline(), m).Term(b)
	if err != nil || !term.Provided.IsZero() || term.ActivateBy != day("2025-04-01") || term.RedeemThrough != day("2025-03-31") || term.RedeemEnd != PastAccess {
		t.Errorf("%+v, %v", term, err)
	}
}

// A cloud service redeemed on the day of the purchase ends on the first anniversary
// date, also where the renewal window opens on the anniversary date itself. If only
// the anniversary date is known, that day may be the day of a renewal on the previous
// anniversary date, which would end the benefit at once.
func TestTimelineTerm_ModernizedOnFirstDay(t *testing.T) {
	p := Baseline()
	p.Dates.WindowOpens = 0
	p.ModernizedRedemption = true
	b := Benefit{Category: CloudServices, Year: 1, RedeemedOn: day("2024-03-01")}
	for _, test := range []struct {
		m    Membership
		want calendar.Date
	}{
		{Membership{Start: day("2024-03-01")}, day("2025-03-01")},
		{Membership{Anniversary: day("2025-03-01")}, calendar.Date{}},
	} {
		if term, err := timeline(t, p, test.m).Term(b); err != nil || term.Expiry != test.want {
			t.Errorf("%+v: expiry %v, %v, want %v", test.m, term.Expiry, err, test.want)
		}
	}
}
