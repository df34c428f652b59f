package eligibility_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

// A start or an anniversary date alone is enough.
func TestMembershipAnniversaries(t *testing.T) {
	day := calendar.MustParseDate
	renewals := []calendar.Date{day("2024-03-02"), {}}
	want := []calendar.Date{day("2024-03-01"), day("2025-03-01"), day("2026-03-01")}
	for _, m := range []Membership{
		{Start: day("2023-03-01"), Renewals: renewals},
		{Anniversary: day("2024-03-01"), Renewals: renewals},
		{Start: day("2023-03-01"), Anniversary: day("2024-03-01"), Renewals: renewals},
		{Offer: LearningActionPack, Start: day("2023-03-01"), Renewals: renewals},
	} {
		if got, err := m.Anniversaries(calendar.Baseline()); err != nil || !slices.Equal(got, want) {
			t.Errorf("%+v has the anniversary dates %v, %v, want %v", m, got, err, want)
		}
	}
}

func TestMembershipAnniversaries_Errors(t *testing.T) {
	day := calendar.MustParseDate
	for _, test := range []struct {
		m    Membership
		name string
	}{
		{Membership{}, "start"},
		{Membership{Offer: LearningActionPack + 1, Start: day("2023-03-01")}, "offer"},
		{Membership{Start: day("2023-03-01"), Anniversary: day("2024-03-02")}, "anniversary"},
		{Membership{Anniversary: day("2024-03-01"), Renewals: []calendar.Date{day("2024-03-01")}}, "renewals[0]"},
		{Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, 9999)}, "renewals"},
		{Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, 9998)}, ""},
	} {
		got, err := test.m.Anniversaries(calendar.Baseline())
		var bad *partnerrules.InputError
		switch {
		case test.name == "" && (err != nil || len(got) != 9999):
			t.Errorf("a membership with 9998 renewals has %d anniversary dates, %v", len(got), err)
		case test.name != "" && (!errors.As(err, &bad) || bad.Path != test.name || got != nil):
			t.Errorf("%+v: %v, want an error about %s", test.m, err, test.name)
		}
	}
}

// The worked examples and borders of ELG-26.
func TestStandingOn(t *testing.T) {
	bought := Membership{Start: date("2024-03-01")}
	renewed := Membership{Start: date("2024-03-01"), Renewals: []calendar.Date{date("2025-03-20")}}
	undated := Membership{Start: date("2024-03-01"), Renewals: []calendar.Date{{}}}
	alone := Membership{Anniversary: date("2025-03-01")}
	for _, test := range []struct {
		name   string
		m      Membership
		on     string
		phase  Phase
		active Tri
		ad     string
		left   int
	}{
		{"before the purchase", bought, "2024-02-29", NotStarted, No, "2025-03-01", 0},
		{"on the purchase", bought, "2024-03-01", Running, Yes, "2025-03-01", 365},
		{"on the anniversary date", bought, "2025-03-01", Running, Yes, "2025-03-01", 0},
		{"on the first day of the window", bought, "2025-03-02", InWindow, Yes, "2025-03-01", 29},
		{"on its last day", bought, "2025-03-31", InWindow, Yes, "2025-03-01", 0},
		{"after it", bought, "2025-04-01", Lapsed, No, "2025-03-01", 0},
		{"before the renewal", renewed, "2025-03-19", InWindow, Yes, "2025-03-01", 12},
		{"on the renewal", renewed, "2025-03-20", Running, Yes, "2026-03-01", 346},
		{"long before the renewal", renewed, "2024-02-29", NotStarted, No, "2025-03-01", 0},
		{"before the window of an undated renewal", undated, "2025-03-01", Running, Yes, "2025-03-01", 0},
		{"on its first day", undated, "2025-03-02", PhaseUnknown, Yes, "", 0},
		{"on its last day", undated, "2025-03-31", PhaseUnknown, Yes, "", 0},
		{"after it", undated, "2025-04-01", Running, Yes, "2026-03-01", 334},
		{"an anniversary date, twelve months before", alone, "2024-03-01", Running, Yes, "2025-03-01", 365},
		{"an anniversary date, earlier", alone, "2024-02-29", PhaseUnknown, Unknown, "", 0},
		{"an anniversary date, lapsed", alone, "2025-04-01", Lapsed, No, "2025-03-01", 0},
		{"no dates", Membership{Renewals: []calendar.Date{date("2024-03-01")}}, "2024-09-15", PhaseUnknown, Unknown, "", 0},
		{"no day", bought, "", PhaseUnknown, Unknown, "", 0},
	} {
		got, err := StandingOn(test.m, date(test.on))
		window := inForce().Dates.RenewalWindow(date(test.ad))
		want := Standing{
			On: date(test.on), Phase: test.phase, Active: test.active, Anniversary: date(test.ad), Window: window, LastAccess: window.Last(),
			DaysLeft: test.left, Coverage: got.Coverage, Policy: inForce(),
		}
		if err != nil || got != want {
			t.Errorf("%s: %+v, %v, want %+v", test.name, got, err, want)
		}
	}
	opensOnAD := inForce()
	opensOnAD.Dates.WindowOpens = 0
	if got, err := opensOnAD.StandingOn(bought, date("2025-03-01")); err != nil || got.Phase != InWindow || got.DaysLeft != 30 {
		t.Errorf("on an anniversary date in the window: %+v, %v", got, err)
	}
	late := inForce()
	late.Dates.WindowOpens = 5
	if got, err := late.StandingOn(bought, date("2025-03-04")); err != nil || got.Phase != Running || got.DaysLeft != 0 {
		t.Errorf("between the anniversary date and the window: %+v, %v", got, err)
	}
	paid := inForce()
	paid.Dates.YearFromPayment = true
	if got, err := paid.StandingOn(undated, date("2025-06-01")); err != nil || got.Phase != PhaseUnknown || got.Active != Unknown || !got.Anniversary.IsZero() {
		t.Errorf("with years from an unknown payment: %+v, %v", got, err)
	}
}

func TestStandingOn_Errors(t *testing.T) {
	for _, test := range []struct {
		policy Policy
		m      Membership
		on     string
		name   string
	}{
		{inForce(), Membership{Offer: 14}, "2024-09-15", "offer"},
		{inForce(), Membership{Offer: 14, Start: date("2024-03-01")}, "2024-09-15", "offer"},
		{inForce(), Membership{Start: date("2024-03-01"), Anniversary: date("2025-03-02")}, "2024-09-15", "anniversary"},
		{inForce(), Membership{Start: date("2024-03-01"), Renewals: []calendar.Date{date("2025-03-01")}}, "2025-03-01", "renewals[0]"},
		{inForce(), Membership{Start: date("2024-03-01"), Renewals: []calendar.Date{date("2025-03-01")}}, "2025-02-28", ""}, // later
		{Policy{}, Membership{Start: date("2024-03-01")}, "2024-09-15", "dates.windowCloses"},
	} {
		got, err := test.policy.StandingOn(test.m, date(test.on))
		var bad *partnerrules.InputError
		if found := errors.As(err, &bad); found != (test.name != "") || found && (bad.Path != test.name || got != (Standing{})) {
			t.Errorf("%+v: %+v, %v, want an error for %q", test.m, got, err, test.name)
		}
	}
}

// With known days, the standing agrees with a plain reading of ELG-26.
func TestStandingOn_Specification(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Membership{Start: today.AddDays(rapid.IntRange(-1500, 300).Draw(t, "start"))}
		p := inForce()
		for ad := m.Start.AddYears(1); rapid.IntRange(0, 3).Draw(t, "renewed") > 0 && len(m.Renewals) < 6; {
			m.Renewals = append(m.Renewals, ad.AddDays(rapid.IntRange(1, 30).Draw(t, "paid")))
			ad = m.Start.AddYears(len(m.Renewals) + 1)
		}
		on := today.AddDays(rapid.IntRange(-100, 800).Draw(t, "on"))
		got, err := p.StandingOn(m, on)
		if err != nil {
			t.Fatal(err)
		}
		years := 1
		for _, paid := range m.Renewals {
			if !paid.After(on) {
				years++
			}
		}
		ad := m.Start.AddYears(years)
		want := Running
		switch {
		case on.Before(m.Start):
			want = NotStarted
		case hasLapsed(ad, on):
			want = Lapsed
		case isOpen(ad, on):
			want = InWindow
		}
		if got.Phase != want || got.Anniversary != ad || got.Active != partnerrules.TriFromBool(want == Running || want == InWindow) {
			t.Errorf("%+v on %v: %+v, want %v, anniversary date %v", m, on, got, want, ad)
		}
	})
}

// The worked examples and borders of ELG-27.
func TestFactsFrom(t *testing.T) {
	security := Membership{Offer: SolutionsPartnerSecurity, Start: date("2024-03-01")}
	no := Pack{Active: No}
	nothing := Facts{Membership: HoldsNothing, Held: AreasOf(), HeldEarlier: No, ActionPack: no, Launch: no, SuccessCore: no, SuccessExpanded: no, Learning: no}
	with := func(change func(*Facts)) Facts {
		f := nothing
		change(&f)
		return f
	}
	for _, test := range []struct {
		name     string
		list     []Membership
		complete bool
		on       string
		want     Facts
	}{
		{"an empty complete list", nil, true, "2024-09-15", nothing},
		{"an empty incomplete list", nil, false, "2024-09-15", Facts{}},
		{"a designation", []Membership{security}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Anniversary, f.Held, f.HeldEarlier = HoldsDesignation, date("2025-03-01"), AreasOf(Security), Yes
		})},
		{"a lapsed designation", []Membership{security}, true, "2025-04-01", with(func(f *Facts) { f.HeldEarlier = Yes })},
		{"a later designation", []Membership{security}, true, "2024-02-29", nothing},
		{"a designation, incomplete list", []Membership{security}, false, "2024-09-15", Facts{
			Membership: HoldsDesignation, Anniversary: date("2025-03-01"), HeldEarlier: Yes,
		}},
		{"a lapsed designation, incomplete list", []Membership{security}, false, "2025-04-01", Facts{HeldEarlier: Yes}},
		{"a shared anniversary date", []Membership{security, {Offer: SolutionsPartnerModernWork, Anniversary: date("2025-03-01")}}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Anniversary, f.Held, f.HeldEarlier = HoldsDesignation, date("2025-03-01"), AreasOf(ModernWork, Security), Yes
		})},
		{"Gold is replaced", []Membership{{Offer: LegacyGold, Start: date("2023-03-01")}, {Offer: SolutionsPartnerSecurity, Start: date("2024-03-10")}}, true, "2024-03-20", with(func(f *Facts) {
			f.Membership, f.Anniversary, f.Held, f.HeldEarlier = HoldsDesignation, date("2025-03-10"), AreasOf(Security), Yes
		})},
		{"Silver after a lapsed Gold", []Membership{{Offer: LegacySilver, Start: date("2024-03-10")}, {Offer: LegacyGold, Start: date("2022-03-01")}}, true, "2024-03-20", with(func(f *Facts) {
			f.Membership, f.Anniversary = HoldsSilver, date("2025-03-10")
		})},
		{"Gold, incomplete list", []Membership{{Offer: LegacyGold, Start: date("2024-03-10")}}, false, "2024-03-20", Facts{
			Membership: HoldsGold, Anniversary: date("2025-03-10"),
		}},
		{"a designation without dates", []Membership{{Offer: SolutionsPartnerSecurity}}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Held, f.HeldEarlier = HoldingUnknown, 0, Unknown
		})},
		{"a designation without dates beside another", []Membership{security, {Offer: SolutionsPartnerModernWork}}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Anniversary, f.Held, f.HeldEarlier = HoldsDesignation, date("2025-03-01"), 0, Yes
		})},
		{"two designations without dates, and one that settles one of them", []Membership{
			security, {Offer: SolutionsPartnerModernWork}, {Offer: SolutionsPartnerSecurity},
		}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Anniversary, f.Held, f.HeldEarlier = HoldsDesignation, date("2025-03-01"), 0, Yes
		})},
		{"a designation without dates that another one settles", []Membership{{Offer: SolutionsPartnerSecurity}, security}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Anniversary, f.Held, f.HeldEarlier = HoldsDesignation, date("2025-03-01"), AreasOf(Security), Yes
		})},
		{"a designation without dates beside Gold", []Membership{{Offer: SolutionsPartnerSecurity}, {Offer: LegacyGold, Start: date("2024-03-10")}}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Held, f.HeldEarlier = HoldingUnknown, 0, Unknown
		})},
		{"Gold without dates", []Membership{{Offer: LegacyGold}}, true, "2024-09-15", with(func(f *Facts) { f.Membership = HoldingUnknown })},
		{"Gold without dates beside a designation", []Membership{{Offer: LegacyGold}, security}, true, "2024-09-15", with(func(f *Facts) {
			f.Membership, f.Anniversary, f.Held, f.HeldEarlier = HoldsDesignation, date("2025-03-01"), AreasOf(Security), Yes
		})},
		{"a renewal without a day", []Membership{{Offer: SolutionsPartnerSecurity, Start: date("2023-03-01"), Renewals: []calendar.Date{{}}}}, true, "2024-03-15", with(func(f *Facts) {
			f.Membership, f.Held, f.HeldEarlier = HoldsDesignation, AreasOf(Security), Yes
		})},
		{"packs", []Membership{
			{Offer: MicrosoftActionPack, Start: date("2024-03-01")},
			{Offer: PartnerLaunchBenefits, Start: date("2022-03-01")},
			{Offer: PartnerSuccessCore},
			{Offer: LearningActionPack, Anniversary: date("2024-09-01")},
		}, true, "2024-09-15", with(func(f *Facts) {
			f.ActionPack, f.SuccessCore, f.Learning = Pack{Yes, date("2025-03-01")}, Pack{}, Pack{Yes, date("2024-09-01")}
		})},
		{"packs, incomplete list", []Membership{
			{Offer: MicrosoftActionPack, Start: date("2024-03-01")}, {Offer: PartnerLaunchBenefits, Start: date("2022-03-01")},
		}, false, "2024-09-15", Facts{ActionPack: Pack{Yes, date("2025-03-01")}}},
		{"a pack that lapsed and was bought again", []Membership{
			{Offer: PartnerSuccessCore, Start: date("2024-04-01")}, {Offer: PartnerSuccessCore, Start: date("2023-03-01")},
		}, true, "2024-09-15", with(func(f *Facts) { f.SuccessCore = Pack{Yes, date("2025-04-01")} })},
	} {
		got, err := FactsFrom(test.list, test.complete, date(test.on))
		if err != nil || got != test.want {
			t.Errorf("%s: %+v, %v, want %+v", test.name, got, err, test.want)
		}
	}
}

// What contradicts itself in a list is rejected (ELG-29).
func TestFactsFrom_Errors(t *testing.T) {
	security := Membership{Offer: SolutionsPartnerSecurity, Start: date("2024-03-01")}
	for _, test := range []struct {
		list []Membership
		on   string
		name string
	}{
		{[]Membership{security, {Offer: SolutionsPartnerModernWork, Start: date("2024-06-01")}}, "2024-09-15", "memberships[1]"},
		{[]Membership{security, {Offer: SolutionsPartnerModernWork, Start: date("2024-06-01")}}, "2024-05-31", ""}, // not yet
		{[]Membership{security, {Offer: LegacyGold, Anniversary: date("2025-02-01")}}, "2024-09-15", "memberships[1]"},
		{[]Membership{{Offer: LegacyGold, Anniversary: date("2025-02-01")}, security}, "2024-09-15", "memberships[1]"},
		{[]Membership{security, {Offer: LegacyGold, Anniversary: date("2025-03-01")}}, "2024-09-15", ""}, // same date
		{[]Membership{{Offer: LegacyGold, Anniversary: date("2024-03-01")}, {Offer: LegacySilver, Start: date("2024-03-31")}}, "2024-03-31", "memberships[1]"},
		{[]Membership{{Offer: LegacyGold, Anniversary: date("2024-03-01")}, {Offer: LegacySilver, Start: date("2024-04-01")}}, "2024-04-01", ""},
		{[]Membership{{Offer: LegacyGold, Start: date("2023-03-01")}, {Offer: LegacyGold, Start: date("2024-03-31")}}, "2024-09-15", "memberships[1]"},
		{[]Membership{{Offer: LegacyGold, Start: date("2023-03-01")}, {Offer: LegacyGold, Start: date("2024-04-01")}}, "2024-09-15", ""},
		{[]Membership{{Offer: LegacyGold, Start: date("2023-03-01")}, {Offer: LegacyGold, Start: date("2024-03-31")}}, "2024-03-30", ""}, // not yet
		{[]Membership{{Offer: LegacyGold, Start: date("2024-03-31")}, {Offer: LegacyGold, Start: date("2023-03-01")}}, "2024-03-30", ""},
		{[]Membership{{Offer: LegacyGold, Start: date("2023-03-01")}, {Offer: LegacyGold, Anniversary: date("2025-03-31")}}, "2025-04-15", "memberships[1]"},
		{[]Membership{{Offer: LegacyGold, Start: date("2023-03-01")}, {Offer: LegacyGold, Anniversary: date("2025-04-01")}}, "2025-04-15", ""},
		{[]Membership{{Offer: LegacyGold, Start: date("2023-03-01"), Anniversary: date("2024-03-02")}}, "2023-09-15", "memberships[0].anniversary"},
		{[]Membership{security, {Offer: LegacyGold, Start: date("2022-03-01"), Renewals: []calendar.Date{date("2023-03-01")}}}, "2024-09-15", "memberships[1].renewals[0]"},
		{[]Membership{{Start: date("2024-03-01")}}, "2024-09-15", "memberships[0].offer"},
		{[]Membership{{Offer: 14}}, "2024-09-15", "memberships[0].offer"},
		{nil, "", "on"},
	} {
		got, err := FactsFrom(test.list, true, date(test.on))
		var bad *partnerrules.InputError
		if found := errors.As(err, &bad); found != (test.name != "") || found && (bad.Path != test.name || got != (Facts{})) {
			t.Errorf("%+v on %s: %v, want an error for %q", test.list, test.on, err, test.name)
		}
	}
	var bad *partnerrules.InputError
	if got, err := (Policy{}).FactsFrom(nil, true, today); !errors.As(err, &bad) || bad.Path != "dates.windowCloses" || got != (Facts{}) {
		t.Errorf("with the zero Policy: %v", err)
	}
}

// The order of a list does not matter. The facts are valid, and agree with the facts of
// an incomplete list as far as those are known (ELG-27).
func TestFactsFrom_Laws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Membership
		for range rapid.IntRange(0, 4).Draw(t, "memberships") {
			m := Membership{Offer: anyOffer(t)}
			switch days := rapid.IntRange(-800, 100).Draw(t, "days"); rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
			case 1:
				m.Anniversary = today.AddDays(days + 400)
			default:
				m.Start = today.AddDays(days)
				if rapid.Bool().Draw(t, "renewed") {
					m.Renewals = []calendar.Date{{}}
				}
			}
			list = append(list, m)
		}
		complete, err := FactsFrom(list, true, today)
		incomplete, err2 := FactsFrom(list, false, today)
		slices.Reverse(list)
		reversed, err3 := FactsFrom(list, true, today)
		if (err == nil) != (err2 == nil) || (err == nil) != (err3 == nil) || complete != reversed {
			t.Fatalf("%+v: %+v, %v; reversed %+v, %v; incomplete %v", list, complete, err, reversed, err3, err2)
		}
		if err := complete.Validate(); err != nil {
			t.Error(err)
		}
		if err := incomplete.Validate(); err != nil {
			t.Error(err)
		}
		agrees := func(known, with any, zero any) bool { return known == zero || known == with }
		if !agrees(incomplete.Membership, complete.Membership, HoldingUnknown) || !agrees(incomplete.Anniversary, complete.Anniversary, calendar.Date{}) ||
			!agrees(incomplete.HeldEarlier, complete.HeldEarlier, Unknown) || incomplete.Held != 0 ||
			!agrees(incomplete.ActionPack, complete.ActionPack, Pack{}) || !agrees(incomplete.Launch, complete.Launch, Pack{}) ||
			!agrees(incomplete.SuccessCore, complete.SuccessCore, Pack{}) || !agrees(incomplete.SuccessExpanded, complete.SuccessExpanded, Pack{}) ||
			!agrees(incomplete.Learning, complete.Learning, Pack{}) {
			t.Errorf("%+v: complete %+v, incomplete %+v", list, complete, incomplete)
		}
	})
}

// A renewal that comes after a later one in the list is rejected, whatever the day is.
func TestStandingOn_RenewalsOutOfOrder(t *testing.T) {
	m := Membership{
		Offer: SolutionsPartnerSecurity, Start: date("2024-03-01"),
		Renewals: []calendar.Date{date("2026-03-10"), {}, date("2025-03-10")},
	}
	for on, name := range map[string]string{"2025-06-01": "renewals[2]", "2026-04-01": "renewals[0]"} {
		var bad *partnerrules.InputError
		if got, err := StandingOn(m, date(on)); !errors.As(err, &bad) || bad.Path != name || got != (Standing{}) {
			t.Errorf("on %s: %+v, %v, want an error for %s", on, got, err, name)
		}
	}
	if got, err := StandingOn(m, date("2025-03-09")); err != nil || got.Phase != InWindow {
		t.Errorf("before all renewals: %+v, %v", got, err)
	}
	m.Renewals = []calendar.Date{date("2025-03-10"), date("2026-03-10"), date("2027-03-10")}
	if got, err := StandingOn(m, date("2025-06-01")); err != nil || got.Anniversary != date("2026-03-01") {
		t.Errorf("in order: %+v, %v", got, err)
	}
}
