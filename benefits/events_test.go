package benefits_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

func eventsOf(t fataler, p Policy, m Membership, held []Benefit, from calendar.Date) []Event {
	events, err := timeline(t, p, m).Events(held, from)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(events)
}

// anyHeld draws benefits with different IDs, in any order. Some facts are unknown.
func anyHeld(t *rapid.T, p Policy, m Membership) []Benefit {
	held := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) Benefit { return anyBenefit(t, p, m) }), 0, 6,
		func(b Benefit) string { return b.ID }).Draw(t, "benefits")
	for i := range held {
		if rapid.IntRange(0, 5).Draw(t, "redemption unknown") == 0 {
			held[i].Redeemed, held[i].RedeemedOn = unknown, calendar.Date{}
		}
		if rapid.IntRange(0, 5).Draw(t, "unlocking unknown") == 0 {
			held[i].Unlocked = calendar.Date{}
		}
	}
	return held
}

// Events are sorted, have different IDs and known days, and do not depend on the
// order of the benefits.
func TestTimelineEvents_Sorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		held := anyHeld(t, p, m)
		if len(held) > 1 && rapid.Bool().Draw(t, "one ID in two years") && held[0].Year != held[1].Year {
			held[0].ID, held[0].Category = held[1].ID, held[1].Category
			held[0].Redeemed, held[0].RedeemedOn, held[0].Unlocked = no, calendar.Date{}, calendar.Date{}
		}
		first, last := span(p, m)
		all := eventsOf(t, p, m, held, first)
		seen := map[EventID]bool{}
		for i, e := range all {
			if seen[e.ID()] || e.On.IsZero() {
				t.Errorf("event %v is repeated or has no day", e.ID())
			}
			seen[e.ID()] = true
			if i > 0 && !comesBefore(all[i-1], e) {
				t.Errorf("event %+v precedes %+v", all[i-1], e)
			}
		}
		shuffled := rapid.Permutation(held).Draw(t, "order")
		if diff := cmp.Diff(all, eventsOf(t, p, m, shuffled, first)); diff != "" {
			t.Errorf("in another order (-first +second)\n%s", diff)
		}
		from := pick(t, "from", first, last)
		var later []Event
		for _, e := range all {
			if !e.On.Before(from) {
				later = append(later, e)
			}
		}
		if diff := cmp.Diff(later, eventsOf(t, p, m, held, from)); diff != "" {
			t.Errorf("from %v (-want +got)\n%s", from, diff)
		}
	})
}

// comesBefore is the order of BEN-11, one row after another.
func comesBefore(e, f Event) bool {
	switch {
	case e.On != f.On:
		return e.On.Before(f.On)
	case e.Kind != f.Kind:
		return e.Kind < f.Kind
	case e.Category != f.Category:
		return e.Category < f.Category
	case e.Benefit != f.Benefit:
		return e.Benefit < f.Benefit
	}
	return e.Year < f.Year
}

// The events of a membership agree with a search that checks every single day.
func TestTimelineEvents_Membership(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		first, last := span(p, m)
		got := eventsOf(t, p, m, nil, first)
		var want []Event
		ads := anniversaries(p, m)
		// The second notice can be after the end of a short window.
		for on := first; !on.After(last.AddDays(23)); on = on.AddDays(1) {
			for kind := NoticeBefore; kind <= AccessEnds; kind++ {
				for i, ad := range ads {
					if happens(p, m, kind, i, ad, on) {
						want = append(want, Event{On: on, Kind: kind, Year: i + 1})
					}
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v (-want +got)\n%s", m, diff)
		}
	})
}

// happens reports whether an event of paid year i+1 is on the day.
func happens(p Policy, m Membership, kind EventKind, i int, ad, on calendar.Date) bool {
	days, _ := on.DaysSince(ad)
	renewed := i < len(m.Renewals)
	switch kind {
	case NoticeBefore:
		return days == -15
	case NoticeAfter:
		return days == 23 && !(renewed && !m.Renewals[i].After(on))
	case AnniversaryDate:
		return days == 0
	case WindowOpens:
		return days == int(p.Dates.WindowOpens)
	case WindowCloses:
		return days == int(p.Dates.WindowCloses)
	}
	return days == int(p.Dates.WindowCloses)+1 && !renewed
}

// An unredeemed benefit has an event on its last day to redeem. Every benefit has one
// on the last day before its state changes to expired or lost, unless both are the
// same day. The changes are found by checking every single day.
func TestTimelineEvents_Benefits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b := anyBenefit(t, p, m)
		first, last := span(p, m)
		want := map[EventKind]Event{}
		add := func(kind EventKind, on calendar.Date, ends Reason) {
			want[kind] = Event{On: on, Kind: kind, Year: b.Year, Benefit: b.ID, Category: b.Category, EndedBy: ends}
		}
		s := specify(p, m, b)
		if b.Redeemed == no {
			add(ActivateBy, s.redeemThrough, PastAccess)
			if s.redeemThrough == s.activateBy {
				add(ActivateBy, s.redeemThrough, PastActivateBy)
			}
			// The term that is known on the first day.
			if ends, ok := s.openEnds(p, b, calendar.Date{}); ok && len(ends) == 1 && ends[0].Before(s.redeemThrough) {
				add(LastUse, ends[0], PastExpiry)
			} else if ok && len(ends) > 1 && b.Category == CloudServices || p.ModernizedRedemption {
				t.Skip("the term runs from redeeming")
			}
		}
		for on := first; !on.After(last.AddYears(1)); on = on.AddDays(1) {
			switch before, after := s.state(p, b, on), s.state(p, b, on.AddDays(1)); {
			case before == InUse && after == Expired:
				add(LastUse, on, PastExpiry)
			case before == InUse && after == LostWithMembership:
				add(LastUse, on, PastAccess)
			}
		}
		got := map[EventKind]Event{}
		for _, e := range eventsOf(t, p, m, []Benefit{b}, first) {
			if e.Benefit != "" {
				got[e.Kind] = e
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v of %+v (-want +got)\n%s", b, m, diff)
		}
	})
}

// A renewal moves events, but does not change their IDs.
func TestEventID_Renewal(t *testing.T) {
	m := Membership{Start: day("2024-01-31")}
	held := []Benefit{
		{ID: "credits", Category: AzureCredits, Year: 1, Redeemed: no},
		{ID: "key", Category: CloudServices, Year: 1, RedeemedOn: day("2024-06-01")},
	}
	on := func(m Membership, id string) string {
		for _, e := range eventsOf(t, Baseline(), m, held, m.Start) {
			if e.ID().String() == id {
				return e.On.String() + " " + e.EndedBy.String()
			}
		}
		return ""
	}
	renewed := m
	renewed.Renewals = []calendar.Date{day("2025-02-10")}
	for id, want := range map[string][2]string{
		"last-use/1/key":        {"2025-03-02 past-access", "2025-06-01 past-expiry"},
		"activate-by/1/credits": {"2025-02-28 past-activate-by", "2025-02-28 past-activate-by"},
		"notice-after/1":        {"2025-02-23 ", ""},
		"access-ends/1":         {"2025-03-03 ", ""},
		"access-ends/2":         {"", "2026-03-03 "},
		"window-closes/1":       {"2025-03-02 ", "2025-03-02 "},
		"last-use/1/credits":    {"", ""},
	} {
		if got := [2]string{on(m, id), on(renewed, id)}; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// A sequence of events can be stopped early, and ranged over more than once.
func TestTimelineEvents_Range(t *testing.T) {
	events, err := timeline(t, Baseline(), Membership{Start: day("2024-03-01")}).Events(nil, day("2024-03-01"))
	if err != nil {
		t.Fatal(err)
	}
	count := func(most int) (n int) {
		for range events {
			if n++; n == most {
				break
			}
		}
		return n
	}
	if count(2) != 2 || count(100) != 6 || count(100) != 6 {
		t.Errorf("got %d and %d events, want 2 and 6", count(2), count(100))
	}
}

// An event on an unknown day is left out.
func TestTimelineEvents_UnknownDays(t *testing.T) {
	held := []Benefit{{ID: "a", Category: AzureCredits, Year: 1}, {ID: "b", Category: OnPremisesSoftware, Year: 1}}
	payment := Baseline()
	payment.Dates.YearFromPayment = true
	unpaid := Membership{Start: day("2023-05-01"), Renewals: []calendar.Date{{}}}
	if all := eventsOf(t, payment, unpaid, held, day("2024-06-01")); len(all) != 0 {
		t.Errorf("years from an unknown day of payment: %v", all)
	}
	var ids []string
	for _, e := range eventsOf(t, Baseline(), Membership{Start: day("2024-01-31")}, held, day("2025-02-25")) {
		ids = append(ids, e.On.String()+" "+e.ID().String()+" "+e.EndedBy.String())
	}
	want := []string{
		"2025-02-28 activate-by/1/a past-activate-by", "2025-02-28 activate-by/1/b past-activate-by",
		"2025-03-02 window-closes/1 ", "2025-03-02 last-use/1/b past-access", "2025-03-03 access-ends/1 ",
	}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// If the day of a renewal is unknown, the events of the membership are the events
// that occur for every possible day of payment.
func TestTimelineEvents_UnknownRenewal(t *testing.T) {
	start, from := day("2023-03-01"), day("2023-03-01")
	policy := func(opens, closes int16) Policy {
		return Policy{Dates: calendar.Policy{WindowOpens: opens, WindowCloses: closes}}
	}
	payment := policy(1, 30)
	payment.Dates.YearFromPayment = true
	for _, p := range []Policy{
		Baseline(), policy(0, 30), policy(22, 40), policy(23, 23), policy(23, 40), policy(24, 24), policy(24, 40), policy(1, 22), payment,
	} {
		for _, earlier := range []int{0, 1} {
			m := Membership{Start: start}
			for range earlier {
				m.Renewals = append(m.Renewals, p.Dates.RenewalWindow(anniversaries(p, m)[len(m.Renewals)]).Last())
			}
			window := p.Dates.RenewalWindow(anniversaries(p, m)[earlier])
			on := func(paid calendar.Date) []Event {
				renewed := m
				renewed.Renewals = append(slices.Clip(m.Renewals), paid)
				return eventsOf(t, p, renewed, nil, from)
			}
			want := on(window.First())
			for paid := window.First(); !paid.After(window.Last()); paid = paid.AddDays(1) {
				all := on(paid)
				want = slices.DeleteFunc(want, func(e Event) bool { return !slices.Contains(all, e) })
			}
			if diff := cmp.Diff(want, on(calendar.Date{})); diff != "" {
				t.Errorf("%v, renewed %v (-want +got)\n%s", p, m.Renewals, diff)
			}
		}
	}
}

// A renewal on an unknown day may precede the second notice, even if the window would
// end after 9999-12-31 and is therefore the zero Period.
func TestTimelineEvents_UnknownRenewalInLastYear(t *testing.T) {
	m := Membership{Start: day("9998-12-05"), Renewals: []calendar.Date{{}}}
	for opens, want := range map[int16][]string{
		1:  {"9999-12-05 anniversary-date/1"},
		24: {"9999-12-05 anniversary-date/1", "9999-12-28 notice-after/1"},
	} {
		var got []string
		for _, e := range eventsOf(t, Policy{Dates: calendar.Policy{WindowOpens: opens, WindowCloses: 30}}, m, nil, day("9999-12-01")) {
			got = append(got, e.On.String()+" "+e.ID().String())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("window opens on day %d (-want +got)\n%s", opens, diff)
		}
	}
}

// A membership that starts on 0001-01-01 and is renewed every year has four events in
// each of its 9998 years with an anniversary date.
func TestTimelineEvents_MostRenewals(t *testing.T) {
	m := Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, 9998)}
	kinds := map[EventKind]int{}
	previous := 0
	for _, e := range eventsOf(t, Baseline(), m, nil, m.Start) {
		kinds[e.Kind]++
		if e.Kind == AnniversaryDate {
			if e.Year != previous+1 || e.On != m.Start.AddYears(e.Year) {
				t.Fatalf("got event %+v after year %d", e, previous)
			}
			previous = e.Year
		}
	}
	want := map[EventKind]int{NoticeBefore: 9998, AnniversaryDate: 9998, WindowOpens: 9998, WindowCloses: 9998}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// The number of allocations does not depend on the number of renewals. There is one
// slice of anniversary dates and one slice of events.
func TestTimelineEvents_Allocations(t *testing.T) {
	allocations := func(renewals int) float64 {
		m := Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, renewals)}
		return testing.AllocsPerRun(10, func() {
			tl := timeline(t, Baseline(), m)
			if _, err := tl.Events(nil, m.Start); err != nil {
				t.Error(err)
			}
		})
	}
	if few, many := allocations(1), allocations(9998); few != many {
		t.Errorf("%v allocations with 1 renewal, %v with 9998", few, many)
	}
}
