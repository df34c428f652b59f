package benefits_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

// codesIn returns the codes of the reasons of an answer.
func codesIn(reasons ...Reason) (codes []string) {
	for _, r := range reasons {
		if r != 0 {
			codes = append(codes, r.String())
		}
	}
	return codes
}

func reasonsOf(a Answer) []string { return codesIn(slices.Collect(a.Reasons.All())...) }

// explainsNotes checks that an explanation has the notes of its answer.
func explainsNotes(t *rapid.T, e partnerrules.Explanation, notes iter.Seq[partnerrules.Note]) {
	if diff := cmp.Diff(slices.Collect(notes), e.Notes); diff != "" {
		t.Errorf("%s: %s", e.Question, diff)
	}
}

// explainsDays checks that an explanation has the given days that are known, in order.
func explainsDays(t *rapid.T, e partnerrules.Explanation, want ...calendar.Date) {
	want = slices.DeleteFunc(want, calendar.Date.IsZero)
	var got []calendar.Date
	for _, d := range e.Days {
		got = append(got, day(d.First))
	}
	if diff := cmp.Diff(want, got); diff != "" && len(want)+len(got) > 0 {
		t.Errorf("%s: %s", e.Question, diff)
	}
}

// Each explanation of an answer about a benefit has its days, notes and reasons. What
// will end a benefit is no reason yet.
func TestExplain_Benefits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		b, tl := anyBenefit(t, p, m), timeline(t, p, m)
		if rapid.Bool().Draw(t, "unknown") {
			b.Redeemed, b.RedeemedOn = Unknown, calendar.Date{}
		}
		term, err := tl.Term(b)
		if err != nil {
			t.Fatal(err)
		}
		e := term.Explain(tl, b)
		texttest.CheckExplanation(t, e, term, nil)
		explainsNotes(t, e, term.Notes())
		explainsDays(t, e, term.Provided, term.ActivateBy, term.RedeemThrough, term.Expiry, term.LastAccess, term.LastUse)

		first, last := span(p, m)
		s := stateOn(t, p, m, b, pick(t, "on", first, last))
		var ended []string
		if s.State >= ExpiredUnredeemed {
			ended = codesIn(s.EndedBy)
		}
		e = s.Explain(tl, b)
		texttest.CheckExplanation(t, e, s, ended)
		explainsNotes(t, e, s.Notes())
		explainsDays(t, e, s.Until, s.RedeemThrough, s.Expiry)
	})
}

// The answers about a membership are explained with their reasons and days.
func TestExplain_Membership(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		held, tl := anyHeld(t, p, m), timeline(t, p, m)
		ads := anniversaries(p, m)
		on := ads[len(ads)-1].AddDays(int(p.Dates.WindowCloses) + rapid.IntRange(-5, 5).Draw(t, "late"))

		y, err := tl.PaidYear(1)
		if err != nil {
			t.Fatal(err)
		}
		texttest.CheckExplanation(t, y.Explain(tl), y, nil)
		explainsDays(t, y.Explain(tl), y.Base, y.Provided, y.Anniversary, y.Window.First(), y.ActivateBy, y.RedeemThrough, y.LastAccess)

		l, err := tl.Licenses(on)
		if err != nil {
			t.Fatal(err)
		}
		texttest.CheckExplanation(t, l.Explain(tl, on), l, codesIn(l.Reason))
		explainsNotes(t, l.Explain(tl, on), l.Notes())
		explainsDays(t, l.Explain(tl, on), l.Through)

		r, err := tl.PreviewRenewal(held, on)
		if err != nil {
			t.Skip("a benefit was redeemed after the day")
		}
		a := r.RenewalAnswer
		texttest.CheckExplanation(t, a.Explain(tl), a, reasonsOf(a.Answer))
		explainsDays(t, a.Explain(tl), a.Window.First())
		texttest.CheckExplanation(t, r.Explain(tl, held), r, reasonsOf(r.Answer))
		days := []calendar.Date{
			r.Window.First(), r.Year.Base, r.Year.Provided, r.Year.Anniversary, r.Year.Window.First(),
			r.Year.ActivateBy, r.Year.RedeemThrough, r.Year.LastAccess, r.Uncovered.First(),
		}
		for _, c := range r.Benefits {
			days = append(days, c.Before.LastUse, c.After.LastUse, c.Uncovered.First())
		}
		explainsDays(t, r.Explain(tl, held), days...)
	})
}

// The answers about tokens, keys, subscriptions and merges are explained with all
// their reasons.
func TestExplain_Others(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tri := func(name string) Tri { return Tri(rapid.IntRange(-1, 1).Draw(t, name)) }
		number := rapid.IntRange(1, 9)
		on := anyDate(t, "on")

		uses := rapid.SliceOfN(number, 1, 3).Draw(t, "uses")
		use, _ := CheckTokenUse(on, uses[0], uses...)
		texttest.CheckExplanation(t, use.Explain(on, uses[0], uses...), use, reasonsOf(use.Answer))

		k := Key{Seats: &Limit{number.Draw(t, "most"), number.Draw(t, "used")}}
		if rapid.Bool().Draw(t, "no limit") {
			k = Key{}
		}
		key, _ := CheckKey(k, on)
		texttest.CheckExplanation(t, key.Explain(k, on), key, reasonsOf(key.Answer))

		v := VisualStudio{Assigned: tri("assigned"), Activated: tri("activated"), Shared: tri("shared")}
		vs, _ := CheckVisualStudio(v, on)
		texttest.CheckExplanation(t, vs.Explain(v, on), vs, reasonsOf(vs.Answer))

		activeSeats, keySeats := number.Draw(t, "active"), number.Draw(t, "key")
		x, _ := CheckExtension(keySeats, activeSeats, on)
		texttest.CheckExplanation(t, x.Explain(keySeats, activeSeats, on), x, reasonsOf(x.Answer))

		token := Token{Cause: Cause(rapid.IntRange(0, int(OtherCause)).Draw(t, "cause")), Activated: day("2024-08-20"), IsReplacement: tri("is"), Replaced: tri("was")}
		r, err := CheckReplacement(token, day("2024-09-19"))
		if err != nil {
			t.Fatal(err)
		}
		texttest.CheckExplanation(t, r.Explain(token, day("2024-09-19")), r, reasonsOf(r.Answer))
		explainsDays(t, r.Explain(token, day("2024-09-19")), day("2024-09-19"))

		a, b := anyAccount(t, "inviting", false), anyAccount(t, "joining", false)
		m, _ := PreviewMerge(a, b, on)
		e := m.Explain(a, b, on)
		texttest.CheckExplanation(t, e, m, nil)
		explainsNotes(t, e, m.Notes())
		var days []calendar.Date
		for _, one := range []MergedMembership{m.Membership, m.ActionPack, m.Launch, m.SuccessCore, m.SuccessExpanded} {
			days = append(days, one.Anniversary, one.Inviting.LastAccess, one.Inviting.Gap.First(), one.Joining.LastAccess, one.Joining.Gap.First())
		}
		explainsDays(t, e, days...)
	})
}

// The rule of a last day is the rule of what ends the benefit.
func TestTermExplain_Rules(t *testing.T) {
	m := Membership{Start: day("2023-09-01")}
	tl := timeline(t, Baseline(), m)
	for _, test := range []struct {
		benefit Benefit
		rule    partnerrules.RuleID // of the last day of use
		verdict string
	}{
		{Benefit{Category: AzureCredits, Year: 1, Unlocked: day("2023-09-01"), RedeemedOn: day("2024-01-01")}, "BEN-09", "past-expiry"},
		{Benefit{Category: CloudServices, Year: 1, RedeemedOn: day("2024-08-01")}, "BEN-13", "past-access"},
	} {
		term, err := tl.Term(test.benefit)
		if err != nil {
			t.Fatal(err)
		}
		e := term.Explain(tl, test.benefit)
		if last := e.Days[len(e.Days)-1]; last.Code != "last-use" || last.Rule != test.rule || e.Verdict.Code != test.verdict {
			t.Errorf("%+v: %+v, verdict %v, want rule %s, verdict %s", test.benefit, last, e.Verdict, test.rule, test.verdict)
		}
	}
}

// An offer that has been retired has its rule in package eligibility. Its title is found.
func TestRenewalAnswerExplain_Retired(t *testing.T) {
	tl, err := NewTimeline(Membership{Offer: eligibility.LegacyGold, Start: day("2024-03-01")})
	if err != nil {
		t.Fatal(err)
	}
	a, err := tl.CheckRenewal(day("2025-03-10"))
	if err != nil {
		t.Fatal(err)
	}
	want := partnerrules.ExplainedReason{Code: "offer-retired", Rule: "ELG-13", Title: "Retired offers"}
	e := a.Explain(tl)
	if got := e.Reasons[0]; got.Code != want.Code || got.Rule != want.Rule || got.Title != want.Title || e.Title != "Legacy Gold" {
		t.Errorf("%s: %+v, want %+v", e.Title, got, want)
	}
}

// A change of the arguments does not change an explanation that was made from them.
func TestExplain_Arguments(t *testing.T) {
	held, uses, k := []Benefit{{ID: "a"}}, []int{1}, Key{Seats: &Limit{2, 1}}
	renewal := Renewal{}.Explain(Timeline{}, held).Given["benefits"]
	use := TokenUse{}.Explain(calendar.Date{}, 1, uses...).Given["uses"]
	key := KeyUse{}.Explain(k, calendar.Date{}).Given["key"]
	held[0].ID, uses[0], k.Seats.Used = "b", 2, 2
	if renewal.([]Benefit)[0].ID != "a" || use.([]int)[0] != 1 || key.(Key).Seats.Used != 1 {
		t.Errorf("%v, %v, %v", renewal, use, key.(Key).Seats)
	}
}

// A paid year is unknown if one of the dates from which the others follow is missing.
func TestPaidYearExplain_Verdict(t *testing.T) {
	day := calendar.MustParseDate("2024-03-01")
	tl, err := NewTimeline(Membership{Start: day})
	if err != nil {
		t.Fatal(err)
	}
	for want, years := range map[string][]PaidYear{
		"known": {{Base: day, Provided: day, RedeemThrough: day}},
		"unknown": {
			{Provided: day, RedeemThrough: day}, {Base: day, RedeemThrough: day}, {Base: day, Provided: day}, {},
		},
	} {
		for _, y := range years {
			if got := y.Explain(tl).Verdict.Code; got != want {
				t.Errorf("%+v: %s, want %s", y, got, want)
			}
		}
	}
}

// A renewal without benefits has none in its input.
func TestRenewalExplain_NoBenefits(t *testing.T) {
	tl, err := NewTimeline(Membership{Start: calendar.MustParseDate("2024-03-01")})
	if err != nil {
		t.Fatal(err)
	}
	for n, benefits := range [][]Benefit{nil, {{ID: "a"}}} {
		if _, got := (Renewal{}).Explain(tl, benefits).Given["benefits"]; got != (n > 0) {
			t.Errorf("%d benefits: in the input %t", n, got)
		}
	}
}
