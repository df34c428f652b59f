package eligibility_test

import (
	"fmt"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
)

// A dimension is a fact with its possible values. In a choice, 0 leaves the fact
// unknown, and i stands for values[i-1].
type dimension struct {
	fact   Fact
	values []func(*Facts)
}

// A grid holds the facts that an offer depends on. The tests check all completions
// of all partial facts of a grid.
type grid []dimension

var today = calendar.MustParseDate("2024-09-15")

// phases are anniversary dates whose window is not open yet, is open, or has passed
// today.
var phases = []calendar.Date{today.AddDays(100), today, today.AddDays(-1), today.AddDays(-30), today.AddDays(-31)}

func each[T any](set func(*Facts, T), values ...T) []func(*Facts) {
	var setters []func(*Facts)
	for _, v := range values {
		setters = append(setters, func(f *Facts) { set(f, v) })
	}
	return setters
}

func common() grid {
	return grid{
		{FactAccount, each(func(f *Facts, v Verification) { f.Account = v }, Pending, Authorized)},
		{FactBilling, each(func(f *Facts, v Billing) { f.Billing = v }, BillingLinked, BillingNotLinked)},
	}
}

func membership(phases []calendar.Date) grid {
	return grid{
		{FactMembership, each(func(f *Facts, v Holding) { f.Membership = v }, HoldsNothing, HoldsDesignation, HoldsGold, HoldsSilver)},
		{FactAnniversary, each(func(f *Facts, v calendar.Date) { f.Anniversary = v }, phases...)},
	}
}

// qualified returns the grid of the qualification of some areas.
func qualified(some []Area) grid {
	var g grid
	for _, a := range some {
		g = append(g, dimension{FactDataAI + Fact(a-DataAI), each(func(f *Facts, v Tri) { f.Qualified = f.Qualified.With(a, v) }, No, Yes)})
	}
	return g
}

// neverMissing stands for the held areas, on which no verdict depends.
const neverMissing = FactLearningAnniversary + 1

func held(some []Area) grid {
	var sets []AreaSet
	for bits := range 1 << len(some) {
		var in []Area
		for i, a := range some {
			if bits>>i&1 == 1 {
				in = append(in, a)
			}
		}
		sets = append(sets, AreasOf(in...))
	}
	return grid{{neverMissing, each(func(f *Facts, v AreaSet) { f.Held = v }, sets...)}}
}

func pack(active, anniversary Fact, phases []calendar.Date, of func(*Facts) *Pack) grid {
	return grid{
		{active, each(func(f *Facts, v Tri) { of(f).Active = v }, No, Yes)},
		{anniversary, each(func(f *Facts, v calendar.Date) { of(f).Anniversary = v }, phases...)},
	}
}

// gridOf returns the grid of an offer, and the facts that are the same for all of
// its points. Two areas vary: the offer's own area and another one. For Modern
// Work and for other families three areas vary. The other areas are unqualified.
func gridOf(o Offer) (grid, Facts) {
	none := Areas{No, No, No, No, No, No}
	some := []Area{DataAI, ModernWork, Security}
	few := []calendar.Date{phases[0], phases[2], phases[4]}
	status := grid{{FactStatus2022, each(func(f *Facts, v LegacyStatus) { f.Status2022 = v },
		StatusNone, StatusGold, StatusSilver, StatusGoldAndSilver)}}
	switch o.Family() {
	case FamilySolutionsPartner:
		if a := o.Area(); a != ModernWork {
			some = []Area{a, areas[int(a)%len(areas)]}
		}
		return join(common(), membership(few), held(some), qualified(some), status), Facts{Qualified: without(none, some)}
	case FamilyLegacy:
		earlier := grid{{FactHeldEarlier, each(func(f *Facts, v Tri) { f.HeldEarlier = v }, No, Yes)}}
		return join(common(), membership(few), held(some[:1]), earlier, qualified(some[:2]), status), Facts{Qualified: without(none, some[:2])}
	}
	own := pack(FactPack, FactPackAnniversary, phases, func(f *Facts) *Pack {
		switch o {
		case PartnerLaunchBenefits:
			return &f.Launch
		case PartnerSuccessCore:
			return &f.SuccessCore
		case PartnerSuccessExpanded:
			return &f.SuccessExpanded
		}
		return &f.ActionPack
	})
	if o != MicrosoftActionPack {
		return join(common(), own), Facts{}
	}
	// The window of the Learning Action Pack can also open after the window of the
	// pack that is evaluated.
	later := append([]calendar.Date{today.AddDays(150)}, phases...)
	return join(common(), own, pack(FactLearning, FactLearningAnniversary, later, func(f *Facts) *Pack { return &f.Learning })), Facts{}
}

func without(q Areas, some []Area) Areas {
	for _, a := range some {
		q = q.With(a, Unknown)
	}
	return q
}

func join(grids ...grid) grid {
	var g grid
	for _, part := range grids {
		g = append(g, part...)
	}
	return g
}

// points calls f for every choice of one number for each dimension i, from first(i)
// through last(i).
func (g grid) points(first func(i int) int, last func(i int) int, f func(choice []int)) {
	choice := make([]int, len(g))
	var at func(i int)
	at = func(i int) {
		if i == len(g) {
			f(choice)
			return
		}
		for v := first(i); v <= last(i); v++ {
			choice[i] = v
			at(i + 1)
		}
	}
	at(0)
}

func (g grid) facts(start Facts, choice []int) Facts {
	for i, v := range choice {
		if v > 0 {
			g[i].values[v-1](&start)
		}
	}
	return start
}

// index returns the number of a choice in which all facts are known.
func (g grid) index(choice []int) int {
	n := 0
	for i, v := range choice {
		n = n*len(g[i].values) + v - 1
	}
	return n
}

// The central law holds for every offer and every combination of known and unknown
// facts. A result is known if and only if it is the same for all completions of
// the facts. Results are the states, the label, the choice of benefits and the
// verdict. The missing facts are the facts that can decide alone (ELG-15).
//
// Known held areas must agree with the membership. Unknown ones follow it.
func TestEvaluate_Completions(t *testing.T) {
	policy, _ := InForce(today)
	for _, on := range []calendar.Date{today, retirement.AddDays(-1), retirement} {
		for o := range partnerrules.Values[Offer]() {
			if o == LearningActionPack || on != today && o != MicrosoftActionPack && o.Family() != FamilyLegacy && o != SolutionsPartnerSecurity {
				continue
			}
			t.Run(fmt.Sprint(o, " on ", on), func(t *testing.T) {
				g, start := gridOf(o)
				checkGrid(t, policy, o, shift(g, on), start, on)
			})
		}
	}
}

// shift moves the anniversary dates of a grid by the distance from today to on.
func shift(g grid, on calendar.Date) grid {
	days, _ := on.DaysSince(today)
	var shifted grid
	for _, dim := range g {
		moved := dimension{fact: dim.fact}
		for _, set := range dim.values {
			moved.values = append(moved.values, func(f *Facts) {
				set(f)
				switch dim.fact {
				case FactAnniversary:
					f.Anniversary = f.Anniversary.AddDays(days)
				case FactPackAnniversary:
					for _, p := range []*Pack{&f.ActionPack, &f.Launch, &f.SuccessCore, &f.SuccessExpanded} {
						p.Anniversary = p.Anniversary.AddDays(days)
					}
				case FactLearningAnniversary:
					f.Learning.Anniversary = f.Learning.Anniversary.AddDays(days)
				}
			})
		}
		shifted = append(shifted, moved)
	}
	return shifted
}

func checkGrid(t *testing.T, policy Policy, o Offer, g grid, start Facts, on calendar.Date) {
	size := func(i int) int { return len(g[i].values) }
	constant := func(n int) func(int) int { return func(int) int { return n } }

	var worlds []verdictSpec
	g.points(constant(1), size, func(choice []int) {
		worlds = append(worlds, specify(o, g.facts(start, choice), on, true))
	})
	g.points(constant(0), size, func(partial []int) {
		f := g.facts(start, partial)
		got, err := policy.Evaluate(o, f, on)
		if contradicts(f.Membership, f.Held) {
			if err == nil {
				t.Fatalf("facts with membership %v and held areas %v are accepted", f.Membership, f.Held)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		possible := func(world *verdictSpec) bool { return !contradicts(world.membership, f.Held) }
		want := consensus{}
		var missing partnerrules.Set[Fact]
		from := func(i int) int { return max(partial[i], 1) }
		to := func(i int) int {
			if partial[i] > 0 {
				return partial[i]
			}
			return size(i)
		}
		g.points(from, to, func(choice []int) {
			world := &worlds[g.index(choice)]
			if !possible(world) {
				return
			}
			want.add(world)
			for i, v := range partial {
				if v > 0 || missing.Has(g[i].fact) {
					continue
				}
				kept := choice[i]
				for other := 1; other <= size(i); other++ {
					choice[i] = other
					if w := &worlds[g.index(choice)]; w.enabled != world.enabled && possible(w) {
						missing |= 1 << g[i].fact
						break
					}
				}
				choice[i] = kept
			}
		})
		want.check(t, got, missing)
		want.checkAreas(t, got, f)
		if t.Failed() {
			t.Fatalf("with facts %+v", f)
		}
	})
}

// contradicts reports whether a known membership and known held areas contradict each
// other.
func contradicts(m Holding, held AreaSet) bool {
	return m != HoldingUnknown && held.IsKnown() && (m == HoldsDesignation) == (held == AreasOf())
}

// A consensus collects the results on which all completions agree.
type consensus struct {
	n              int
	met            [7]int
	asked          [7]bool
	enabled, renew int
	choice         [3]int

	// The areas that are named in all completions. They are unknown if a completion
	// names none.
	lost, through AreaSet
}

func (c *consensus) add(s *verdictSpec) {
	if c.n == 0 {
		c.asked, c.lost, c.through = s.asked, s.lost, s.through
	}
	c.n++
	for i := range s.met {
		c.met[i] += one(s.met[i])
	}
	for i := range s.choice {
		c.choice[i] += one(s.choice[i])
	}
	c.enabled += one(s.enabled)
	c.renew += one(s.button == Renew)
	c.lost &= s.lost
	c.through &= s.through
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// of returns Yes if n is all of the completions, No if n is zero, and otherwise
// Unknown.
func (c *consensus) of(n int) Tri {
	switch n {
	case 0:
		return No
	case c.n:
		return Yes
	}
	return Unknown
}

func (c *consensus) check(t *testing.T, got Decision, missing partnerrules.Set[Fact]) {
	t.Helper()
	for i, row := range rows(got) {
		want := NotAsked
		if c.asked[i] {
			want = map[Tri]RequirementState{Yes: Met, No: NotMet, Unknown: RequirementUnknown}[c.of(c.met[i])]
		}
		if row.State != want || (row.State == NotMet) != (row.Reason != 0) {
			t.Errorf("%v: requirement %d is %v with reason %q, want %v", got, i, row.State, row.Reason, want)
		}
	}
	verdict := map[Tri]Verdict{Yes: Enabled, No: Disabled, Unknown: Undetermined}[c.of(c.enabled)]
	button := map[Tri]Button{Yes: Renew, No: Buy, Unknown: ButtonUnknown}[c.of(c.renew)]
	choice := PackageChoice{c.of(c.choice[0]), c.of(c.choice[1]), c.of(c.choice[2])}
	if got.Offer.Family() != FamilySolutionsPartner {
		choice = PackageChoice{}
	}
	if got.Verdict != verdict || got.Button != button || got.Missing != missing || got.Benefits != choice {
		t.Errorf("%v: button %v, missing %q, benefits %+v; want %v, %v, %q, %+v",
			got, got.Button, got.Missing, got.Benefits, verdict, button, missing, choice)
	}
}

// checkAreas checks the areas that a decision names (ELG-03). It names areas only if
// the qualification of the offer's own area is known. With an unknown anniversary
// date the membership may have lapsed, and the decision still names areas.
func (c *consensus) checkAreas(t *testing.T, got Decision, f Facts) {
	t.Helper()
	lost, through := c.lost, c.through
	if f.Qualified.Get(got.Offer.Area()) == Unknown {
		lost, through = 0, 0
	}
	if got.Lost != lost || !f.Anniversary.IsZero() && got.RenewThrough != through {
		t.Errorf("%v: lost %v, want %v; renewed through %v, want %v", got, got.Lost, lost, got.RenewThrough, through)
	}
}
