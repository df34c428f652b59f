package benefits_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// refused checks that an answer is zero, and the error names what it should.
func refused[T any](t *testing.T, name string, answer T, err error) {
	t.Helper()
	var bad *calendar.InputError
	var zero T
	if !errors.As(err, &bad) || bad.Name != name || bad.Reason == "" {
		t.Errorf("%v, want %s to be refused", err, name)
	}
	if diff := cmp.Diff(zero, answer); diff != "" {
		t.Errorf("%s is refused with an answer:\n%s", name, diff)
	}
}

// A membership of two years, access through 2026-03-31, and a benefit of it.
func twoYears() (Membership, Benefit) {
	m := Membership{Start: day("2024-03-01"), Renewals: []calendar.Date{day("2025-03-20")}}
	return m, Benefit{ID: "b", Category: AzureCredits, Year: 2}
}

func TestBadMembershipsAreRefused(t *testing.T) {
	for name, change := range map[string]func(*Policy, *Membership){
		"membership.renewals[0]": func(_ *Policy, m *Membership) { m.Renewals[0] = day("2025-04-01") },
		"membership.renewals":    func(_ *Policy, m *Membership) { m.Renewals = make([]calendar.Date, 9999) },
		"membership.offer":       func(_ *Policy, m *Membership) { m.Offer = 14 },
		"dates.windowCloses":     func(p *Policy, _ *Membership) { p.Dates.WindowCloses = 0 },
		"dates.windowOpens":      func(p *Policy, _ *Membership) { p.Dates.WindowOpens = -1 },
	} {
		p := Baseline()
		m, b := twoYears()
		change(&p, &m)
		on := day("2026-03-10")
		year, err := p.Year(m, 1)
		refused(t, name, year, err)
		term, err := p.TermOf(m, b)
		refused(t, name, term, err)
		state, err := p.StateOn(m, b, on)
		refused(t, name, state, err)
		events, err := p.Events(m, nil, on)
		if events != nil {
			t.Errorf("%s is refused with events", name)
		}
		refused(t, name, 0, err)
		renewal, err := p.Renew(m, nil, on)
		refused(t, name, renewal, err)
		licences, err := p.LicencesOf(m, on)
		refused(t, name, licences, err)
		change, err := p.PackageChange(m, on)
		refused(t, name, change, err)
	}
}

func TestBadBenefitsAreRefused(t *testing.T) {
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
		{"redeemedOn", func(b *Benefit) { b.Unlocked, b.RedeemedOn = day("2025-03-25"), day("2026-03-26") }},
		{"redeemedOn", func(b *Benefit) { b.Year, b.RedeemedOn = 1, day("2025-04-02") }}, // activate by 1 April
		{"unlocked", func(b *Benefit) { b.Year, b.Unlocked, b.Redeemed = 1, day("2025-04-02"), yes }},
	} {
		m, b := twoYears()
		test.change(&b)
		on := day("2026-03-10")
		term, err := TermOf(m, b)
		refused(t, "benefit."+test.name, term, err)
		state, err := StateOn(m, b, on)
		refused(t, "benefit."+test.name, state, err)
		_, first := twoYears()
		first.ID = "a"
		_, err = Events(m, []Benefit{first, b}, on)
		refused(t, "benefits[1]."+test.name, 0, err)
		renewal, err := Renew(m, []Benefit{first, b}, on)
		refused(t, "benefits[1]."+test.name, renewal, err)
	}
}

// On the borders of what is refused stands what is not.
func TestBorderDaysAreNotRefused(t *testing.T) {
	for _, change := range []func(*Benefit){
		func(b *Benefit) { b.Unlocked = day("2025-03-20") },
		func(b *Benefit) { b.Unlocked = day("2026-03-31") },
		func(b *Benefit) { b.RedeemedOn = day("2025-03-20") },
		func(b *Benefit) { b.Unlocked, b.RedeemedOn = day("2025-04-01"), day("2025-04-01") },
		func(b *Benefit) { b.RedeemedOn = day("2026-03-31") },
		func(b *Benefit) { b.Unlocked, b.RedeemedOn = day("2025-03-25"), day("2026-03-25") },
		func(b *Benefit) {
			b.Category, b.Unlocked, b.RedeemedOn = CloudServices, day("2025-03-25"), day("2026-03-26")
		},
		func(b *Benefit) { b.Year, b.RedeemedOn = 1, day("2025-04-01") },
		func(b *Benefit) { b.Year, b.Unlocked, b.Redeemed = 1, day("2025-04-01"), yes },
		func(b *Benefit) { b.Year, b.Unlocked = 1, day("2025-04-02") },
		func(b *Benefit) { b.ID = "" }, // no events are asked for
	} {
		m, b := twoYears()
		change(&b)
		if _, err := TermOf(m, b); err != nil {
			t.Error(err)
		}
	}
}

// Bought on the first day there is, and renewed in every year.
func TestTheLongestMembershipIsNotRefused(t *testing.T) {
	m := Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, 9998)}
	last, err := Year(m, m.Years()-1)
	if err != nil || last.Anniversary != day("9999-01-01") {
		t.Errorf("the year before the last ends on %v, %v", last.Anniversary, err)
	}
}

// The package refuses just what cannot be.
func TestImpossibleDaysAreRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b := anyBenefit(t, p, m)
		first, last := span(p, m)
		b.Unlocked, b.RedeemedOn = pick(t, "unlocked", first, last), pick(t, "redeemed on", first, last)
		b.Redeemed = yes
		_, err := p.TermOf(m, b)
		if want := specify(p, m, b).possible(b); want != (err == nil) {
			t.Errorf("%+v of %+v: %v", b, m, err)
		}
	})
}

func TestBadListsAreRefused(t *testing.T) {
	m, b := twoYears()
	nameless := b
	nameless.ID = ""
	_, err := Events(m, []Benefit{nameless}, m.Start)
	refused(t, "benefits[0].id", 0, err)
	_, err = Events(m, []Benefit{b, b}, m.Start)
	refused(t, "benefits[1].id", 0, err)
	first := b
	first.Year = 1
	if _, err := Events(m, []Benefit{b, first}, m.Start); err != nil {
		t.Errorf("one ID in two years: %v", err)
	}
	_, err = Events(m, nil, calendar.Date{})
	refused(t, "from", 0, err)
	state, err := StateOn(m, b, calendar.Date{})
	refused(t, "on", state, err)
	licences, err := LicencesOf(m, calendar.Date{})
	refused(t, "on", licences, err)
	renewal, err := Renew(m, nil, calendar.Date{})
	refused(t, "on", renewal, err)
	renewal, err = Renew(m, nil, day("2026-03-01"))
	refused(t, "on", renewal, err)
	change, err := PackageChange(m, calendar.Date{})
	refused(t, "on", change, err)
	for _, number := range []int{-1, 0, 3} {
		year, err := Year(m, number)
		refused(t, "number", year, err)
	}
}

func TestBadTokensKeysAndSeatsAreRefused(t *testing.T) {
	const most = 1_000_000_000
	for name, uses := range map[string][]int{
		"seats": {0, 0}, "uses": {25}, "uses[0]": {25, 0}, "uses[1]": {25, 25, -1}, "uses[2]": {25, 25, 25, most + 1},
	} {
		a, err := UseToken(uses[0], uses[1:]...)
		refused(t, name, a, err)
	}
	a, err := UseToken(most+1, 1)
	refused(t, "seats", a, err)
	on := day("2024-03-10")
	for name, token := range map[string]Token{
		"token.cause": {Cause: 4}, "token.isReplacement": {IsReplacement: 2}, "token.replaced": {Replaced: -2}, "on": {Activated: on.AddDays(1)},
	} {
		r, err := ReplaceToken(token, on)
		refused(t, name, r, err)
	}
	r, err := ReplaceToken(Token{}, calendar.Date{})
	refused(t, "on", r, err)
	for name, key := range map[string]Key{
		"key.installations.most": {Installations: &Limit{}},
		"key.activations.most":   {Activations: &Limit{Most: -1}},
		"key.seats.most":         {Installations: &Limit{Most: 1, Used: 1}, Seats: &Limit{Most: 0, Used: 3}},
		"key.seats.used":         {Seats: &Limit{Most: 1, Used: -1}},
	} {
		a, err := KeyWorks(key)
		refused(t, name, a, err)
	}
	for name, seats := range map[string][2]int{"keySeats": {0, 0}, "activeSeats": {1, 0}} {
		e, err := Extend(seats[0], seats[1])
		refused(t, name, e, err)
	}
	for name, seats := range map[string][2]int{"keySeats": {most + 1, 1}, "activeSeats": {most, most + 1}} {
		e, err := Extend(seats[0], seats[1])
		refused(t, name, e, err)
	}
	for name, v := range map[string]VisualStudio{"assigned": {Assigned: 2}, "activated": {Activated: 2}, "shared": {Shared: -2}} {
		a, err := VisualStudioUse(v)
		refused(t, name, a, err)
	}
}

func TestBadSidesAreRefused(t *testing.T) {
	for name, side := range map[string]Side{
		"membership": {Membership: 5}, "legacyBenefits": {LegacyBenefits: 2},
		"actionPack.active": {ActionPack: eligibility.Pack{Active: 2}}, "launch.active": {Launch: eligibility.Pack{Active: -2}},
		"successCore.active": {SuccessCore: eligibility.Pack{Active: 2}}, "successExpanded.active": {SuccessExpanded: eligibility.Pack{Active: 2}},
	} {
		m, err := MergeAccounts(side, Side{})
		refused(t, "inviting."+name, m, err)
		m, err = MergeAccounts(Side{}, side)
		refused(t, "joining."+name, m, err)
	}
	m, err := (Policy{}).MergeAccounts(Side{}, Side{})
	refused(t, "dates.windowCloses", m, err)
}
