package eligibility_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
)

// horizon is the number of days after which decisions no longer change, because
// anniversary dates are at most 400 days ahead.
const horizon = 600

// scan is the definition of NextOpening for facts that are all known. It evaluates
// one day after another.
func scan(t *rapid.T, p Policy, o Offer, f Facts, from calendar.Date) Opening {
	answer := Opening{Offer: o, Verdict: Disabled, Coverage: calendar.CoveragePublished, Policy: p}
	var first, last calendar.Date
	for day, n := from, 0; n < horizon; day, n = day.AddDays(1), n+1 {
		d, err := p.Evaluate(o, f, day)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case first.IsZero() && d.Verdict == Enabled:
			first, answer.Verdict, answer.Button = day, Enabled, d.Button
		case !first.IsZero() && (d.Verdict != Enabled || d.Button != answer.Button):
			last = day.AddDays(-1)
		}
		if !last.IsZero() {
			break
		}
	}
	switch {
	case first.IsZero():
	case last.IsZero():
		answer.Days = calendar.OpenPeriod(first)
	default:
		answer.Days = calendar.MustParsePeriod(first.String() + "/" + last.String())
	}
	return answer
}

// With known facts, NextOpening returns the run that scan finds (ELG-16).
func TestNextOpening_Scan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o, f := anyPolicy(t), anyOffer(t), anyKnownFacts().Draw(t, "facts")
		if rapid.Bool().Draw(t, "all else in order") {
			f.Account, f.Billing = Authorized, BillingLinked
			f.Qualified = f.Qualified.With(o.Area(), Yes)
		}
		got, err := p.NextOpening(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		want := scan(t, p, o, f, today)
		if o == LearningActionPack {
			want.Verdict = NoPublishedChecklist
		}
		if got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	})
}

// With missing facts, the opening is known if and only if it is the same for all
// completions of the facts (ELG-16).
func TestNextOpening_Completions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o := anyPolicy(t), 1+anyOf(t, "offer", PartnerSuccessExpanded-1)
		g, start := gridOf(o)
		partial := make([]int, len(g))
		for i := range g {
			// Most facts are known, so that few of them decide.
			if rapid.IntRange(0, 2).Draw(t, "known") > 0 {
				partial[i] = rapid.IntRange(1, len(g[i].values)).Draw(t, "value")
			}
		}
		// An unknown anniversary date can be any day. The completions use the
		// days of the grid.
		f := g.facts(start, partial)
		if contradicts(f.Membership, f.Held) {
			return
		}
		got, err := p.NextOpening(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		answers := map[Opening]bool{}
		g.points(
			func(i int) int { return max(partial[i], 1) },
			func(i int) int {
				if partial[i] > 0 {
					return partial[i]
				}
				return len(g[i].values)
			},
			func(choice []int) {
				world := g.facts(start, choice)
				if contradicts(world.Membership, f.Held) {
					return
				}
				if contradicts(world.Membership, world.Held) { // held areas that are unknown follow the membership
					world.Held = 0
				}
				answer, err := p.NextOpening(o, world, today)
				if err != nil {
					t.Fatal(err)
				}
				answers[answer] = true
			})
		if agreed := len(answers) == 1; agreed != (got.Verdict != Undetermined) || agreed && !answers[got] {
			t.Errorf("%+v with facts %+v, but the completions return %v", got, f, answers)
		}
		if (got.Missing != 0) != (got.Verdict == Undetermined) {
			t.Errorf("%s with missing facts %s", got.Verdict, got.Missing)
		}
	})
}

// If only the label is open, what the company holds is missing: the pack of a pack, and
// the membership of other offers.
func TestNextOpening_MissingLabel(t *testing.T) {
	ad := calendar.MustParseDate("2024-09-01")
	f := Facts{
		Account: Authorized, Billing: BillingLinked, Qualified: Areas{Security: Yes},
		Anniversary: ad, Launch: Pack{Anniversary: ad},
	}
	for o, want := range map[Offer]Fact{SolutionsPartnerSecurity: FactMembership, PartnerLaunchBenefits: FactPack} {
		got, err := NextOpening(o, f, ad.AddDays(14))
		if err != nil || got.Verdict != Undetermined || got.Missing != partnerrules.SetOf(want) {
			t.Errorf("%s: %s with missing facts %s, %v, want %s", o, got.Verdict, got.Missing, err, want)
		}
		e := got.Explain(f, ad.AddDays(14))
		if len(e.Missing) != 1 || want == FactPack && !strings.Contains(e.Missing[0].Message, o.Title()) {
			t.Errorf("%s: missing %v", o, e.Missing)
		}
	}
}
