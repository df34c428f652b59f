package benefits_test

import (
	"slices"
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
			if want := s.state(p, b, on); got.State != want || got.On != on || got.Policy != p {
				t.Fatalf("state of %+v of %+v on %v is %v, want %v", b, m, on, got.State, want)
			}
			through := s.redeemThrough
			if through.Before(on) {
				through = calendar.Date{}
			}
			switch got.State {
			case Available, ExpiredUnredeemed:
				until, ended := s.firstEnd(p, b, on)
				if got.State == ExpiredUnredeemed {
					until = calendar.Date{}
				}
				if b.Unlocked.After(on) { // the term has not begun
					until, ended = got.Until, got.EndedBy
				}
				if got.Until != until || got.EndedBy != ended || got.RedeemThrough != through || until.Before(on) {
					t.Fatalf("%v on %v: %+v, want %v %v", got.State, on, got, until, ended)
				}
			case InUse:
				if got.Until != term.LastUse || got.EndedBy != term.EndedBy || on.After(term.LastUse) || on.After(term.LastAccess) {
					t.Fatalf("in use on %v: %+v, %+v", on, got, term)
				}
			case Expired, LostWithMembership:
				if !got.Until.IsZero() || got.EndedBy != term.EndedBy || !on.After(term.LastUse) || (got.State == Expired) != (got.EndedBy == PastExpiry) {
					t.Fatalf("over on %v: %+v, %+v", on, got, term)
				}
			case RedeemedOfNoUse:
				if !got.Until.IsZero() || got.EndedBy != PastExpiry || !term.LastUse.IsZero() || term.EndedBy != PastExpiry || !b.RedeemedOn.After(term.Expiry) {
					t.Fatalf("of no use on %v: %+v, %+v", on, got, term)
				}
			}
			if got.State != Available && got.State != ExpiredUnredeemed && !got.RedeemThrough.IsZero() {
				t.Fatalf("%v on %v: %+v", got.State, on, got)
			}
			if redeemed := b.Redeemed == yes && on.Compare(b.RedeemedOn) >= 0; redeemed && got.Expiry != term.Expiry || got.State == NotYetProvided && !got.Expiry.IsZero() {
				t.Fatalf("%v on %v: %+v, want expiry %v", got.State, on, got, term.Expiry)
			}
		}
	})
}

// firstEnd returns the first end of a benefit that is not redeemed by the day. It is
// zero if it depends on the day of redeeming.
func (s spec) firstEnd(p Policy, b Benefit, on calendar.Date) (last calendar.Date, ended Reason) {
	ends, ok := s.openEnds(p, b, on)
	if !ok {
		return calendar.Date{}, 0
	}
	for i, own := range ends {
		d, end := s.redeemThrough, PastAccess
		if d == s.activateBy {
			end = PastActivateBy
		}
		if !own.IsZero() && own.Compare(d) <= 0 && (own != d || end == PastAccess) {
			d, end = own, PastExpiry
		}
		if i > 0 && d != last {
			last = calendar.Date{}
		} else {
			last = d
		}
		if i > 0 && end != ended {
			return calendar.Date{}, 0
		}
		ended = end
	}
	return last, ended
}

// What is done with a benefit after the day judged does not change its state.
func TestTimelineState_LaterFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b := anyBenefit(t, p, m)
		first, last := span(p, m)
		on := pick(t, "on", first, last)
		want := stateOn(t, p, m, b, on)
		later := b
		if b.RedeemedOn.After(on) {
			later.Redeemed, later.RedeemedOn = no, calendar.Date{}
		}
		if from := calendar.Max(on.AddDays(1), specify(p, m, b).provided); b.Unlocked.After(on) && later.Redeemed == no {
			later.Unlocked = pick(t, "unlocked later", from, specify(p, m, b).access)
		}
		if got := stateOn(t, p, m, later, on); got != want {
			t.Errorf("%+v and %+v of %+v on %v: %+v and %+v", b, later, m, on, want, got)
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
		end := PastAccess
		if s.redeemThrough == s.activateBy {
			end = PastActivateBy
		}
		if term.RedeemEnd != end {
			t.Errorf("%+v of %+v: redemption ends by %v, want %v", b, m, term.RedeemEnd, end)
		}
		own, ok := s.own(b.Unlocked, b.RedeemedOn)
		if b.Redeemed == no {
			var ends []calendar.Date
			ends, ok = s.openEnds(p, b, calendar.Date{})
			ok = ok && len(ends) == 1 && (b.Category == OnPremisesSoftware || !ends[0].IsZero())
			own = slices.Concat(ends, []calendar.Date{{}})[0]
		}
		if !ok && b.Category == CloudServices && b.Redeemed == no {
			return // the term runs from redeeming
		}
		lastUse, ended := s.access, PastAccess
		switch {
		case !ok:
			own, lastUse, ended = calendar.Date{}, calendar.Date{}, 0
		case b.Redeemed == yes && s.ofNoUse(b):
			lastUse, ended = calendar.Date{}, PastExpiry
		case !own.IsZero() && own.Compare(s.access) <= 0:
			lastUse, ended = own, PastExpiry
		}
		if !ok && b.Redeemed == no {
			// Both possible terms can end before access.
			lastUse, ended = term.LastUse, term.EndedBy
		}
		if term.Expiry != own && !(p.ModernizedRedemption && p.Dates.YearFromPayment) || term.LastUse != lastUse || term.EndedBy != ended {
			t.Errorf("%+v of %+v: %+v, want %v %v %v", b, m, term, own, lastUse, ended)
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
		days := append(around(on, s.access, b.RedeemedOn, b.Unlocked, p.EndsWithYearFrom, s.anniversary), s.provided, s.access, s.redeemThrough, s.activateBy)
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

// single returns the only possible state, or StateUnknown.
func single(possible map[State]bool) State {
	for s := range possible {
		if len(possible) == 1 {
			return s
		}
	}
	return StateUnknown
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
		own, _ := s.own(b.Unlocked, b.RedeemedOn)
		edges := []calendar.Date{
			s.provided, s.access, s.redeemThrough, s.activateBy, own, b.Unlocked, b.RedeemedOn, s.provided.AddMonths(12), s.anniversary, p.EndsWithYearFrom,
		}
		on := rapid.SampledFrom(edges).Draw(t, "edge").AddDays(rapid.IntRange(-1, 1).Draw(t, "beside"))
		if on.IsZero() || rapid.Bool().Draw(t, "any day") {
			on = pick(t, "on", first, last)
		}
		possible := map[State]bool{}
		uses, ends := map[calendar.Date]bool{}, map[Reason]bool{}
		expiries, redeemable := map[calendar.Date]bool{}, map[calendar.Date]bool{}
		completions(p, m, b, on, func(full Membership, whole Benefit) {
			s := specify(p, full, whole)
			possible[s.state(p, whole, on)] = true
			term, err := timeline(t, p, full).Term(whole)
			if err != nil {
				t.Fatalf("%+v of %+v: %v", whole, full, err)
			}
			if whole.Redeemed == yes && (b.Redeemed == yes || !s.ofNoUse(whole)) {
				uses[term.LastUse], ends[term.EndedBy], expiries[term.Expiry] = true, true, true
			}
			redeemable[term.RedeemThrough] = true
		})
		got := stateOn(t, p, m, b, on).State
		if len(possible) == 0 {
			t.Fatalf("no possible facts for %+v of %+v", b, m)
		}
		if want := single(possible); got != want {
			t.Errorf("state of %+v of %+v on %v under %v is %v, possible are %v", b, m, on, p, got, possible)
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

// The day of redeeming limits an unknown day of unlocking from above only: the benefit
// may have been unlocked so early that it is of no use.
func TestTimelineState_UnlockedUnknown(t *testing.T) {
	m := Membership{Start: day("2024-03-01"), Renewals: []calendar.Date{day("2025-03-05")}}
	for _, test := range []struct {
		redeemed, on string
		want         State
	}{
		{"2025-03-01", "2025-03-01", InUse}, // unlocked on or after 2024-03-01
		{"2025-03-01", "2025-03-02", StateUnknown},
		{"2025-03-02", "2025-03-02", StateUnknown},
		{"2025-03-02", "2026-03-02", StateUnknown},
		{"2025-03-02", "2026-03-03", StateUnknown}, // expired or of no use
		{"2024-06-01", "2025-03-01", InUse},
		{"2024-06-01", "2025-03-02", StateUnknown},
		{"2024-06-01", "2025-06-01", StateUnknown},
		{"2024-06-01", "2025-06-02", Expired}, // unlocked on or before 2024-06-01
	} {
		b := Benefit{Category: AzureCredits, Year: 1, RedeemedOn: day(test.redeemed)}
		if got := stateOn(t, Baseline(), m, b, day(test.on)); got.State != test.want {
			t.Errorf("redeemed %s: state on %s is %v, want %v", test.redeemed, test.on, got.State, test.want)
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

// From 2026-11-01 on a benefit ends with its paid year. The anniversary date is
// 2027-03-10. The expected days were computed by hand.
func TestTimelineTerm_EndsWithYear(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	m := Membership{Start: day("2026-03-10")}
	late := Membership{Start: day("2025-10-20")} // the anniversary date is before the change
	for _, test := range []struct {
		m               Membership
		b               Benefit
		expiry, lastUse string
		ended           Reason
		byPurchase      Tri
	}{
		{m, Benefit{Category: Marketing, Unlocked: day("2026-03-20"), RedeemedOn: day("2026-10-31")}, "2027-03-20", "2027-03-20", PastExpiry, no},
		{m, Benefit{Category: Marketing, Unlocked: day("2026-03-20"), RedeemedOn: day("2026-11-01")}, "2027-03-10", "2027-03-10", PastExpiry, yes},
		{m, Benefit{Category: Marketing, RedeemedOn: day("2026-11-01")}, "2027-03-10", "2027-03-10", PastExpiry, yes},
		// The day of redeeming is unknown, or still to come.
		{m, Benefit{Category: Marketing, Unlocked: day("2026-03-20"), Redeemed: no}, "no date", "no date", PastExpiry, unknown},
		{m, Benefit{Category: Marketing, Unlocked: day("2026-03-20"), Redeemed: yes}, "no date", "no date", 0, unknown},
		{m, Benefit{Category: Marketing, Unlocked: day("2026-11-01"), Redeemed: no}, "2027-03-10", "2027-03-10", PastExpiry, yes},
		{m, Benefit{Category: Marketing, Unlocked: day("2026-11-01"), Redeemed: yes}, "no date", "no date", 0, yes},
		{m, Benefit{Category: Marketing, Unlocked: day("2027-03-11"), Redeemed: no}, "no date", "no date", 0, yes},
		{m, Benefit{Category: Marketing, Redeemed: no}, "no date", "no date", 0, unknown}, // unlocked on 2026-03-10 or later
		{m, Benefit{Category: CloudServices, Redeemed: no}, "no date", "no date", 0, unknown},
		{m, Benefit{Category: OnPremisesSoftware, Redeemed: no}, "no date", "2027-04-09", PastAccess, no},
		// The last day to redeem is after the change, and the anniversary date before it.
		{late, Benefit{Category: Marketing, Unlocked: day("2025-11-10"), Redeemed: no}, "2026-11-10", "2026-11-10", PastExpiry, unknown},
		{late, Benefit{Category: Marketing, Unlocked: day("2025-11-10"), RedeemedOn: day("2026-10-31")}, "2026-11-10", "2026-11-10", PastExpiry, no},
		{late, Benefit{Category: Marketing, Unlocked: day("2025-11-10"), RedeemedOn: day("2026-11-01")}, "no date", "no date", 0, yes},
	} {
		test.b.Year = 1
		term, err := timeline(t, inForce, test.m).Term(test.b)
		if err != nil || term.Expiry.String() != test.expiry || term.LastUse.String() != test.lastUse || term.EndedBy != test.ended || term.ByPurchase != test.byPurchase {
			t.Errorf("%+v of %+v: %+v, %v, want %s %s %v %v", test.b, test.m, term, err, test.expiry, test.lastUse, test.ended, test.byPurchase)
		}
	}
}

// The state of an unredeemed benefit tells how it would be redeemed on that day.
func TestTimelineState_ByPurchase(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	m := Membership{Start: day("2026-03-10")}
	open := Benefit{Category: CloudServices, Year: 1, Redeemed: no}
	unsure, redeemed, software := open, open, open
	unsure.Redeemed = unknown
	redeemed.Redeemed, redeemed.RedeemedOn = yes, day("2026-11-05")
	software.Category = OnPremisesSoftware
	for _, test := range []struct {
		b    Benefit
		on   string
		want Tri
	}{
		{open, "2026-10-31", no},
		{open, "2026-11-01", yes},
		{open, "2027-04-09", yes},
		{open, "2027-04-10", no},
		{unsure, "2026-10-31", no},
		{unsure, "2026-11-01", unknown},
		{unsure, "2027-04-10", unknown},
		{redeemed, "2026-11-04", yes},
		{redeemed, "2026-11-05", yes},
		{redeemed, "2027-06-01", yes},
		{software, "2026-11-01", no},
	} {
		if got := stateOn(t, inForce, m, test.b, day(test.on)); got.ByPurchase != test.want {
			t.Errorf("%+v on %s: by purchase %v, want %v", test.b, test.on, got.ByPurchase, test.want)
		}
	}
}

// The own expiry of an unredeemed benefit is known if every day of redeeming that is
// left gives the same.
func TestTimelineState_Expiry(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	early, late := Membership{Start: day("2024-01-31")}, Membership{Start: day("2025-10-20")}
	key := Benefit{Category: CloudServices, Year: 1, Redeemed: no}
	tools := Benefit{Category: DeveloperTools, Year: 1, Unlocked: day("2025-11-10"), Redeemed: no}
	for _, test := range []struct {
		m      Membership
		b      Benefit
		on     string
		state  State
		expiry string
	}{
		{early, key, "2025-01-31", Available, "no date"}, // the anniversary date
		{early, key, "2025-02-27", Available, "no date"},
		{early, key, "2025-02-28", Available, "2026-02-28"}, // the last day to redeem
		{late, tools, "2025-11-10", Available, "2026-11-10"},
		{late, tools, "2026-10-20", Available, "2026-11-10"}, // the anniversary date
		{late, tools, "2026-10-21", StateUnknown, "no date"},
		{late, tools, "2026-11-19", StateUnknown, "no date"}, // the last day to redeem
		{late, tools, "2026-11-20", ExpiredUnredeemed, "no date"},
	} {
		if got := stateOn(t, inForce, test.m, test.b, day(test.on)); got.State != test.state || got.Expiry.String() != test.expiry {
			t.Errorf("%+v on %s: %+v, want %v %s", test.b, test.on, got, test.state, test.expiry)
		}
	}
}
