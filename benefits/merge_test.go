package benefits_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

func anyDate(t *rapid.T, name string) calendar.Date {
	return maybe(rapid.SampledFrom([]string{"2024-03-01", "2024-03-30", "2024-03-31", "2024-04-01", "2024-09-15", "2024-09-15", ""}).Draw(t, name))
}

// anyAccount draws an account. If known is set, all facts except dates are known.
func anyAccount(t *rapid.T, name string, known bool) Account {
	tri := func(what string) Tri {
		if known {
			return partnerrules.TriFromBool(rapid.Bool().Draw(t, name+what))
		}
		return Tri(rapid.IntRange(-1, 1).Draw(t, name+what))
	}
	pack := func(what string) eligibility.Pack {
		return eligibility.Pack{Active: tri(what), Anniversary: anyDate(t, name+what+" date")}
	}
	least := 0
	if known {
		least = 1
	}
	return Account{
		Membership:     eligibility.Holding(rapid.IntRange(least, int(eligibility.HoldsSilver)).Draw(t, name+" membership")),
		Anniversary:    anyDate(t, name+" anniversary"),
		LegacyBenefits: tri(" legacy benefits"),
		ActionPack:     pack(" action pack"), Launch: pack(" launch"), SuccessCore: pack(" core"), SuccessExpanded: pack(" expanded"),
	}
}

// mergedSpec restates BEN-41 and BEN-42 for accounts whose holdings are known.
func mergedSpec(a, b Account) (c MergeChoice, membership, actionPack, launch calendar.Date) {
	designation := func(s Account) bool { return s.Membership == eligibility.HoldsDesignation }
	legacy := func(s Account) bool {
		return s.Membership == eligibility.HoldsGold || s.Membership == eligibility.HoldsSilver
	}
	full := func(s Account) bool { return designation(s) && s.LegacyBenefits == no }
	switch {
	case full(a), full(b):
		c = SolutionsPartnerOnly
	case designation(a), designation(b):
		c = EitherBenefits
	case legacy(a), legacy(b):
		c = LegacyOnly
	default:
		c = NoChoice
	}
	later := func(d, e calendar.Date) calendar.Date {
		if d.IsZero() || e.IsZero() {
			return calendar.Date{}
		}
		if d.Before(e) {
			return e
		}
		return d
	}
	switch {
	case designation(a) && designation(b):
		membership = later(a.Anniversary, b.Anniversary)
	case designation(a) || !designation(b) && legacy(a):
		membership = a.Anniversary
	case designation(b) || legacy(b):
		membership = b.Anniversary
	}
	pack := func(d, e eligibility.Pack, both calendar.Date) calendar.Date {
		switch {
		case d.Active == yes && e.Active == yes:
			return both
		case d.Active == yes:
			return d.Anniversary
		case e.Active == yes:
			return e.Anniversary
		}
		return calendar.Date{}
	}
	actionPack = pack(a.ActionPack, b.ActionPack, later(a.ActionPack.Anniversary, b.ActionPack.Anniversary))
	launch = pack(a.Launch, b.Launch, calendar.Date{})
	return c, membership, actionPack, launch
}

// fill calls f for every possible value of the unknown holdings of an account.
func fill(s Account, f func(Account)) {
	holdings := []eligibility.Holding{s.Membership}
	if s.Membership == eligibility.HoldingUnknown {
		holdings = []eligibility.Holding{eligibility.HoldsNothing, eligibility.HoldsDesignation, eligibility.HoldsGold, eligibility.HoldsSilver}
	}
	ways := func(t Tri) []Tri {
		if t == unknown {
			return []Tri{no, yes}
		}
		return []Tri{t}
	}
	given := s
	for _, s.Membership = range holdings {
		for _, s.LegacyBenefits = range ways(given.LegacyBenefits) {
			for _, s.ActionPack.Active = range ways(given.ActionPack.Active) {
				for _, s.Launch.Active = range ways(given.Launch.Active) {
					f(s)
				}
			}
		}
	}
}

// The choice and the merged dates are known only if they are the same for all possible
// values of the unknown holdings.
func TestPreviewMerge_Table(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyAccount(t, "inviting", false), anyAccount(t, "joining", false)
		on := pick(t, "on", day("2022-10-01"), day("2026-12-01"))
		m, err := PreviewMerge(a, b, on)
		if policy, coverage := InForce(on); err != nil || m.Policy != policy || m.Coverage != coverage {
			t.Fatal(m.Policy, m.Coverage, err)
		}
		choices := map[MergeChoice]bool{}
		dates := [3]map[calendar.Date]bool{{}, {}, {}}
		fill(a, func(a Account) {
			fill(b, func(b Account) {
				c, membership, actionPack, launch := mergedSpec(a, b)
				choices[c], dates[0][membership], dates[1][actionPack], dates[2][launch] = true, true, true, true
			})
		})
		if len(choices) == 1 && !choices[m.Choice] || len(choices) > 1 && m.Choice != ChoiceUnknown {
			t.Errorf("%+v and %+v: choice is %v, want one of %v", a, b, m.Choice, choices)
		}
		for i, got := range []calendar.Date{m.Membership.Anniversary, m.ActionPack.Anniversary, m.Launch.Anniversary} {
			if len(dates[i]) == 1 && !dates[i][got] || len(dates[i]) > 1 && !got.IsZero() {
				t.Errorf("%+v and %+v: date %d is %v, want one of %v", a, b, i, got, dates[i])
			}
		}
	})
}

// The order of the accounts matters only if both have legacy benefits and neither has
// a designation.
func TestPreviewMerge_Symmetric(t *testing.T) {
	mirrored := func(m MergedMembership) MergedMembership {
		return MergedMembership{m.Anniversary, m.Joining, m.Inviting}
	}
	rapid.Check(t, func(t *rapid.T) {
		known := rapid.Bool().Draw(t, "known")
		a, b := anyAccount(t, "inviting", known), anyAccount(t, "joining", known)
		one, err := PreviewMerge(a, b, calendar.Date{})
		if err != nil {
			t.Fatal(err)
		}
		other, err := PreviewMerge(b, a, calendar.Date{})
		if err != nil {
			t.Fatal(err)
		}
		other.Membership, other.ActionPack, other.Launch = mirrored(other.Membership), mirrored(other.ActionPack), mirrored(other.Launch)
		other.SuccessCore, other.SuccessExpanded = mirrored(other.SuccessCore), mirrored(other.SuccessExpanded)
		legacy := func(s Account) bool {
			return s.Membership != eligibility.HoldsNothing && s.Membership != eligibility.HoldsDesignation
		}
		if legacy(a) && legacy(b) {
			if known && (one.Membership.Anniversary != a.Anniversary || other.Membership.Anniversary != b.Anniversary) {
				t.Errorf("the inviting account does not determine the date: %+v, %+v", one, other)
			}
			one.Membership, other.Membership = MergedMembership{}, MergedMembership{}
		}
		if diff := cmp.Diff(one, other); diff != "" {
			t.Errorf("(-one way +other)\n%s", diff)
		}
	})
}

// Each account keeps its benefits until its own last day of access, regardless of the
// other account. The days from there through the merged date are the gap.
func TestPreviewMerge_RetainedBenefits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		a, b := anyAccount(t, "inviting", false), anyAccount(t, "joining", false)
		m, err := p.PreviewMerge(a, b, calendar.Date{})
		if err != nil || m.Policy != p {
			t.Fatal(err)
		}
		membership := func(s Account) eligibility.Pack {
			switch s.Membership {
			case eligibility.HoldingUnknown:
				return eligibility.Pack{Anniversary: s.Anniversary}
			case eligibility.HoldsNothing:
				return eligibility.Pack{Active: no}
			}
			return eligibility.Pack{Active: yes, Anniversary: s.Anniversary}
		}
		for _, test := range []struct {
			merged   MergedMembership
			retained RetainedBenefits
			own      eligibility.Pack
		}{
			{m.Membership, m.Membership.Inviting, membership(a)},
			{m.Membership, m.Membership.Joining, membership(b)},
			{m.ActionPack, m.ActionPack.Inviting, a.ActionPack},
			{m.ActionPack, m.ActionPack.Joining, b.ActionPack},
			{m.Launch, m.Launch.Inviting, a.Launch},
			{m.Launch, m.Launch.Joining, b.Launch},
			{m.SuccessCore, m.SuccessCore.Inviting, a.SuccessCore},
			{m.SuccessCore, m.SuccessCore.Joining, b.SuccessCore},
			{m.SuccessExpanded, m.SuccessExpanded.Inviting, a.SuccessExpanded},
			{m.SuccessExpanded, m.SuccessExpanded.Joining, b.SuccessExpanded},
		} {
			var want RetainedBenefits
			want.Held = test.own.Active
			if test.own.Active != no {
				want.LastAccess = test.own.Anniversary.AddDays(int(p.Dates.WindowCloses))
			}
			if test.own.Active == yes && want.LastAccess.Before(test.merged.Anniversary) && !want.LastAccess.IsZero() {
				want.Gap = calendar.MustParsePeriod(want.LastAccess.AddDays(1).String() + "/" + test.merged.Anniversary.String())
			}
			if test.retained != want {
				t.Errorf("%+v retains %+v, want %+v", test.own, test.retained, want)
			}
		}
	})
}
