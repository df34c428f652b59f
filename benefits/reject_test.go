package benefits_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// rejected checks that an answer is zero, and that the error names the given field.
func rejected[T any](t *testing.T, name string, answer T, err error) {
	t.Helper()
	var bad *partnerrules.InputError
	var zero T
	if !errors.As(err, &bad) || bad.Path != name || bad.Reason == "" {
		t.Errorf("got error %v, want one that names %s", err, name)
	}
	if diff := cmp.Diff(zero, answer); diff != "" {
		t.Errorf("the answer is not zero although %s is rejected:\n%s", name, diff)
	}
}

// twoYears returns a membership with two paid years and access through 2026-03-31, and
// a benefit of its second year.
func twoYears() (Membership, Benefit) {
	m := Membership{Start: day("2024-03-01"), Renewals: []calendar.Date{day("2025-03-20")}}
	return m, Benefit{ID: "b", Category: AzureCredits, Year: 2}
}

// Invalid memberships and policies are rejected.
func TestNewTimeline_InvalidInput(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Policy, *Membership)
	}{
		{"membership.renewals[0]", func(_ *Policy, m *Membership) { m.Renewals[0] = day("2025-04-01") }},
		{"membership.renewals[0]", func(_ *Policy, m *Membership) { m.Renewals[0] = day("2025-03-01") }},
		{"membership.renewals", func(_ *Policy, m *Membership) { m.Renewals = make([]calendar.Date, 9999) }},
		{"membership.renewals", func(_ *Policy, m *Membership) { m.Renewals = make([]calendar.Date, 40_000) }},
		{"membership.offer", func(_ *Policy, m *Membership) { m.Offer = 14 }},
		{"membership.start", func(_ *Policy, m *Membership) { m.Start = calendar.Date{} }},
		{"membership.start", func(_ *Policy, m *Membership) { *m = Membership{} }},
		{"membership.anniversary", func(_ *Policy, m *Membership) { m.Anniversary = day("2025-03-02") }},
		{"membership.anniversary", func(_ *Policy, m *Membership) { m.Anniversary = day("2026-03-01") }},
		{"membership.anniversary", func(_ *Policy, m *Membership) { m.Start, m.Anniversary = day("9999-03-01"), day("9999-03-01") }},
		{"membership.renewals[0]", func(_ *Policy, m *Membership) { m.Start, m.Anniversary = calendar.Date{}, day("2025-03-20") }},
		{"dates.windowCloses", func(p *Policy, _ *Membership) { p.Dates.WindowCloses = 0 }},
		{"dates.windowOpens", func(p *Policy, _ *Membership) { p.Dates.WindowOpens = -1 }},
		{"dates.windowCloses", func(p *Policy, _ *Membership) { *p = Policy{} }},
	} {
		p := Baseline()
		m, _ := twoYears()
		test.change(&p, &m)
		tl, err := p.NewTimeline(m)
		rejected(t, test.name, tl.Years(), err)
		rejected(t, test.name, tl.Membership(), err)
	}
}

// The zero Timeline rejects every question.
func TestTimeline_Zero(t *testing.T) {
	var tl Timeline
	_, b := twoYears()
	on := day("2026-03-10")
	if tl.Years() != 0 || !tl.Anniversary().IsZero() || tl.Policy() != (Policy{}) {
		t.Errorf("%+v", tl)
	}
	year, err := tl.PaidYear(1)
	rejected(t, "timeline", year, err)
	term, err := tl.Term(b)
	rejected(t, "timeline", term, err)
	state, err := tl.State(b, on)
	rejected(t, "timeline", state, err)
	events, err := tl.Events(nil, on)
	rejected(t, "timeline", events != nil, err)
	renewal, err := tl.PreviewRenewal(nil, on)
	rejected(t, "timeline", renewal, err)
	answer, err := tl.CheckRenewal(on)
	rejected(t, "timeline", answer, err)
	licenses, err := tl.Licenses(on)
	rejected(t, "timeline", licenses, err)
}

// Invalid and impossible benefits are rejected by all methods of a Timeline.
func TestTimeline_InvalidBenefits(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Benefit)
	}{
		{"category", func(b *Benefit) { b.Category = 0 }},
		{"category", func(b *Benefit) { b.Category = 7 }},
		{"year", func(b *Benefit) { b.Year = 0 }},
		{"year", func(b *Benefit) { b.Year = 3 }},
		{"redeemed", func(b *Benefit) { b.Redeemed = 2 }},
		{"redeemed", func(b *Benefit) { b.Redeemed = -2 }},
		{"redeemedOn", func(b *Benefit) { b.Redeemed, b.RedeemedOn = no, day("2025-04-01") }},
		{"unlocked", func(b *Benefit) { b.Unlocked = day("2025-03-19") }},
		{"unlocked", func(b *Benefit) { b.Unlocked = day("2026-04-01") }},
		{"redeemedOn", func(b *Benefit) { b.RedeemedOn = day("2025-03-19") }},
		{"redeemedOn", func(b *Benefit) { b.Unlocked, b.RedeemedOn = day("2025-04-02"), day("2025-04-01") }},
		{"redeemedOn", func(b *Benefit) { b.RedeemedOn = day("2026-04-01") }}, // access through 31 March
		{"redeemedOn", func(b *Benefit) { b.Category, b.RedeemedOn = Marketing, day("2026-04-01") }},
		{"credits", func(b *Benefit) { b.Credits = 3 }},
		{"credits", func(b *Benefit) { b.Category, b.Credits = CloudServices, MonthlyCredits }},
		{"redeemedOn", func(b *Benefit) { b.Year, b.RedeemedOn = 1, day("2025-04-02") }}, // activate by 1 April
		{"unlocked", func(b *Benefit) { b.Year, b.Unlocked, b.Redeemed = 1, day("2025-04-02"), yes }},
	} {
		m, b := twoYears()
		test.change(&b)
		on := day("2026-03-10")
		tl := timeline(t, Baseline(), m)
		term, err := tl.Term(b)
		rejected(t, "benefit."+test.name, term, err)
		state, err := tl.State(b, on)
		rejected(t, "benefit."+test.name, state, err)
		_, first := twoYears()
		first.ID = "a"
		events, err := tl.Events([]Benefit{first, b}, on)
		rejected(t, "benefits[1]."+test.name, events != nil, err)
		renewal, err := tl.PreviewRenewal([]Benefit{first, b}, on)
		rejected(t, "benefits[1]."+test.name, renewal, err)
	}
}

// The first and the last possible days are accepted.
func TestTimelineTerm_BoundaryDays(t *testing.T) {
	for _, change := range []func(*Benefit){
		func(b *Benefit) { b.Unlocked = day("2025-03-20") },
		func(b *Benefit) { b.Unlocked = day("2026-03-31") },
		func(b *Benefit) { b.RedeemedOn = day("2025-03-20") },
		func(b *Benefit) { b.Unlocked, b.RedeemedOn = day("2025-04-01"), day("2025-04-01") },
		func(b *Benefit) { b.RedeemedOn = day("2026-03-31") },
		func(b *Benefit) { b.Unlocked, b.RedeemedOn = day("2025-03-25"), day("2026-03-25") },
		func(b *Benefit) { b.Unlocked, b.RedeemedOn = day("2025-03-25"), day("2026-03-26") }, // of no use
		func(b *Benefit) { b.Credits = BulkCredits },
		func(b *Benefit) {
			b.Category, b.Unlocked, b.RedeemedOn = CloudServices, day("2025-03-25"), day("2026-03-26")
		},
		func(b *Benefit) { b.Year, b.RedeemedOn = 1, day("2025-04-01") },
		func(b *Benefit) { b.Year, b.Unlocked, b.Redeemed = 1, day("2025-04-01"), yes },
		func(b *Benefit) { b.Year, b.Unlocked = 1, day("2025-04-02") },
		func(b *Benefit) { b.ID = "" }, // only Events and PreviewRenewal need an ID
		func(b *Benefit) { b.ID = "\xff" },
	} {
		m, b := twoYears()
		change(&b)
		if _, err := timeline(t, Baseline(), m).Term(b); err != nil {
			t.Error(err)
		}
	}
}

// A membership can start on 0001-01-01 and be renewed every year.
func TestNewTimeline_MostRenewals(t *testing.T) {
	m := Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, 9998)}
	last, err := timeline(t, Baseline(), m).PaidYear(years(m) - 1)
	if err != nil || last.Anniversary != day("9999-01-01") {
		t.Errorf("the second to last year ends on %v, %v", last.Anniversary, err)
	}
}

// Days are rejected if and only if they are impossible.
func TestTimelineTerm_ImpossibleDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b := anyBenefit(t, p, m)
		first, last := span(p, m)
		b.Unlocked, b.RedeemedOn = pick(t, "unlocked", first, last), pick(t, "redeemed on", first, last)
		b.Redeemed = yes
		_, err := timeline(t, p, m).Term(b)
		if want := specify(p, m, b).possible(b); want != (err == nil) {
			t.Errorf("%+v of %+v: %v", b, m, err)
		}
	})
}

// Missing IDs, zero days and years out of range are rejected.
func TestTimeline_InvalidArguments(t *testing.T) {
	m, b := twoYears()
	tl := timeline(t, Baseline(), m)
	for _, id := range []string{"", "\u3000", "\u200d", "a\tb", "a\u202e", "\ufffd", "a\xff"} { // INP-06
		named := b
		named.ID = id
		_, err := tl.Events([]Benefit{named}, m.Start)
		rejected(t, "benefits[0].id", 0, err)
		renewal, err := tl.PreviewRenewal([]Benefit{named}, day("2026-03-10"))
		rejected(t, "benefits[0].id", renewal, err)
	}
	_, err := tl.Events([]Benefit{b, b}, m.Start)
	rejected(t, "benefits[1].id", 0, err)
	first := b
	first.Year = 1
	if _, err := tl.Events([]Benefit{b, first}, m.Start); err != nil {
		t.Errorf("the same ID in two years is rejected: %v", err)
	}
	_, err = tl.Events(nil, calendar.Date{})
	rejected(t, "from", 0, err)
	state, err := tl.State(b, calendar.Date{})
	rejected(t, "on", state, err)
	licenses, err := tl.Licenses(calendar.Date{})
	rejected(t, "on", licenses, err)
	renewal, err := tl.PreviewRenewal(nil, calendar.Date{})
	rejected(t, "on", renewal, err)
	answer, err := tl.CheckRenewal(calendar.Date{})
	rejected(t, "on", answer, err)
	for _, number := range []int{-1, 0, 3} {
		year, err := tl.PaidYear(number)
		rejected(t, "number", year, err)
	}
}

// Invalid tokens, keys, seats and Visual Studio subscriptions are rejected.
func TestTokens_InvalidInput(t *testing.T) {
	const most = 1_000_000_000
	for name, uses := range map[string][]int{
		"seats": {0, 0}, "uses": {25}, "uses[0]": {25, 0}, "uses[1]": {25, 25, -1}, "uses[2]": {25, 25, 25, most + 1},
	} {
		a, err := CheckTokenUse(calendar.Date{}, uses[0], uses[1:]...)
		rejected(t, name, a, err)
	}
	a, err := CheckTokenUse(calendar.Date{}, most+1, 1)
	rejected(t, "seats", a, err)
	on := day("2024-03-10")
	for name, token := range map[string]Token{
		"token.cause": {Cause: 4}, "token.isReplacement": {IsReplacement: 2}, "token.replaced": {Replaced: -2}, "token.activated": {Activated: on.AddDays(1)},
	} {
		r, err := CheckReplacement(token, on)
		rejected(t, name, r, err)
	}
	r, err := CheckReplacement(Token{}, calendar.Date{})
	rejected(t, "on", r, err)
	for name, key := range map[string]Key{
		"key.installations.most": {Installations: &Limit{}},
		"key.activations.most":   {Activations: &Limit{Most: -1}},
		"key.seats.most":         {Installations: &Limit{Most: 1, Used: 1}, Seats: &Limit{Most: 0, Used: 3}},
		"key.seats.used":         {Seats: &Limit{Most: 1, Used: -1}},
	} {
		a, err := CheckKey(key, calendar.Date{})
		rejected(t, name, a, err)
	}
	for name, seats := range map[string][2]int{"keySeats": {0, 0}, "activeSeats": {1, 0}} {
		e, err := CheckExtension(seats[0], seats[1], calendar.Date{})
		rejected(t, name, e, err)
	}
	for name, seats := range map[string][2]int{"keySeats": {most + 1, 1}, "activeSeats": {most, most + 1}} {
		e, err := CheckExtension(seats[0], seats[1], calendar.Date{})
		rejected(t, name, e, err)
	}
	for name, v := range map[string]VisualStudio{"assigned": {Assigned: 2}, "activated": {Activated: 2}, "shared": {Shared: -2}} {
		a, err := CheckVisualStudio(v, calendar.Date{})
		rejected(t, name, a, err)
	}
}

// Invalid accounts and policies are rejected.
func TestPreviewMerge_InvalidInput(t *testing.T) {
	for name, account := range map[string]Account{
		"membership": {Membership: 5}, "legacyBenefits": {LegacyBenefits: 2},
		"actionPack.active": {ActionPack: eligibility.Pack{Active: 2}}, "launch.active": {Launch: eligibility.Pack{Active: -2}},
		"successCore.active": {SuccessCore: eligibility.Pack{Active: 2}}, "successExpanded.active": {SuccessExpanded: eligibility.Pack{Active: 2}},
	} {
		m, err := PreviewMerge(account, Account{}, calendar.Date{})
		rejected(t, "inviting."+name, m, err)
		m, err = PreviewMerge(Account{}, account, calendar.Date{})
		rejected(t, "joining."+name, m, err)
	}
	m, err := (Policy{}).PreviewMerge(Account{}, Account{}, calendar.Date{})
	rejected(t, "dates.windowCloses", m, err)
}
