package eligibility_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/texttest"
	"pgregory.net/rapid"
)

// open returns the codes of the requirements that are unmet, and with a mark those
// that are unknown.
func open(d Decision) (codes []string) {
	for reason, row := range d.All() {
		switch row.State {
		case NotMet:
			codes = append(codes, reason.String())
		case RequirementUnknown:
			codes = append(codes, reason.String()+"?")
		}
	}
	return codes
}

// namesButton checks that the verdict of an explanation names the button.
func namesButton(t *rapid.T, e partnerrules.Explanation, b Button) {
	if !strings.Contains(e.Verdict.Message, "he "+b.Title()+" button ") {
		t.Errorf("%q does not name the button %v", e.Verdict.Message, b)
	}
}

// explainsDecision checks the parts of an explanation that come from a decision.
func explainsDecision(t *rapid.T, e partnerrules.Explanation, d Decision) {
	if diff := cmp.Diff(slices.Collect(d.Notes()), e.Notes); diff != "" {
		t.Errorf("the notes of %v differ: %s", d, diff)
	}
	if len(e.Missing) != count(d.Missing.All()) {
		t.Errorf("missing %v, explained as %v", d.Missing, e.Missing)
	}
	for _, l := range e.Missing {
		var f Fact
		if f.UnmarshalText([]byte(l.Code)) != nil || !d.Missing.Has(f) {
			t.Errorf("%s is not among the missing facts, %v", l.Code, d.Missing)
		}
	}
	var remedies []string
	for reason, row := range d.All() {
		if row.State == NotMet {
			remedies = append(remedies, d.Remedy(reason)+d.See(reason)+row.From.String())
		}
	}
	for _, r := range e.Reasons {
		if r.Severity == partnerrules.SeverityError {
			from := r.From
			if from == "" {
				from = calendar.Date{}.String()
			}
			if !slices.Contains(remedies, r.Remedy+r.See+from) {
				t.Errorf("%v: %q is not the remedy of %s", d, r.Remedy, r.Code)
			}
		}
	}
}

func count[E any](all iter.Seq[E]) int { return len(slices.Collect(all)) }

// Each explanation has the reasons, the missing facts, the notes and the days of its
// answer, and no empty text.
func TestExplain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o, f := anyPolicy(t), anyOffer(t), anyFacts().Draw(t, "facts")
		d, _ := p.Evaluate(o, f, today)
		texttest.CheckExplanation(t, d.Explain(f), d, open(d))
		explainsDecision(t, d.Explain(f), d)
		namesButton(t, d.Explain(f), d.Button)

		opening, _ := p.NextOpening(o, f, today)
		texttest.CheckExplanation(t, opening.Explain(f, today), opening, nil)
		checkDays(t, opening.Explain(f, today), opening.Days)
		if opening.Verdict == Enabled {
			namesButton(t, opening.Explain(f, today), opening.Button)
		}

		r, _ := p.CheckRenewal(o, f, today)
		texttest.CheckExplanation(t, r.Explain(f), r, open(r.Decision))
		explainsDecision(t, r.Explain(f), r.Decision)
		checkDays(t, r.Explain(f), r.Days)
	})
}

// checkDays checks that an explanation has the given periods that are not zero.
func checkDays(t *rapid.T, e partnerrules.Explanation, want ...calendar.Period) {
	var days []partnerrules.ExplainedDays
	for _, p := range want {
		if p.IsZero() {
			continue
		}
		first, _ := p.First().MarshalText()
		last, _ := p.Last().MarshalText()
		days = append(days, partnerrules.ExplainedDays{First: string(first), Last: string(last)})
	}
	got := slices.Clone(e.Days)
	for i, d := range got {
		got[i] = partnerrules.ExplainedDays{First: d.First, Last: d.Last}
	}
	if diff := cmp.Diff(days, got); diff != "" {
		t.Errorf("%s: %s", e.Question, diff)
	}
}

func onlyDay(d calendar.Date) calendar.Period {
	p, _ := calendar.NewPeriod(d, d)
	return p
}

// The answers about packages, payments and memberships are explained too.
func TestExplain_Memberships(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o, ad, qualified := anyPolicy(t), anyOffer(t), anyAD(t, "ad"), anyTri(t, "qualified")
		a, _ := p.CheckPackageChange(o, ad, today)
		var reasons []string
		if a.Allowed == No {
			reasons = []string{a.Reason.String()}
		}
		texttest.CheckExplanation(t, a.Explain(o, ad, today), a, reasons)
		checkDays(t, a.Explain(o, ad, today), a.Window, onlyDay(a.HoldsThrough))

		paid := anyAD(t, "paid")
		r, _ := p.CheckRetention(ad, paid, qualified)
		reasons = nil
		for i, row := range []Requirement{r.Qualification, r.Payment} {
			unknown := []Reason{RequirementsNotMet, WindowPassed}[i]
			switch row.State {
			case NotMet:
				reasons = append(reasons, row.Reason.String())
			case RequirementUnknown:
				reasons = append(reasons, unknown.String()+"?")
			}
		}
		texttest.CheckExplanation(t, r.Explain(ad, paid, qualified), r, reasons)
		checkDays(t, r.Explain(ad, paid, qualified), onlyDay(r.Anniversary))

		m := Membership{Offer: o, Anniversary: ad}
		s, _ := p.StandingOn(m, today)
		texttest.CheckExplanation(t, s.Explain(m), s, nil)
		checkDays(t, s.Explain(m), onlyDay(s.Anniversary), s.Window, onlyDay(s.LastAccess))
	})
}

// An assessment is explained with the metrics that have no points.
func TestAssessment_Explain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		area := areas[rapid.IntRange(0, len(areas)-1).Draw(t, "area")]
		m := metricsOf(anyMetrics(t, area))
		a, _ := Assess(area, m)
		texttest.CheckExplanation(t, a.Explain(m), a, nil)
	})
	points := func(n int) Points {
		p, err := NewPoints(100 * n)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	m := Metrics{NetCustomerAdds: points(0), Intermediate: points(40), UsageGrowth: points(20), Deployments: points(0)}
	a, err := Assess(DataAI, m)
	want := "The score does not qualify the area on the day of the metrics. There are no points for: Net customer adds, Deployments."
	if got := a.Explain(m).Verdict.Message; err != nil || got != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

// A change of the arguments does not change an explanation that was made from them.
func TestExplain_Arguments(t *testing.T) {
	m := Membership{Start: date("2024-03-01"), Renewals: []calendar.Date{date("2025-03-20")}}
	s, err := StandingOn(m, date("2025-04-01"))
	if err != nil {
		t.Fatal(err)
	}
	e := s.Explain(m)
	m.Renewals[0] = date("2020-01-01")
	if got := e.Given["membership"].(Membership).Renewals[0]; got != date("2025-03-20") {
		t.Errorf("the explained renewal is %v", got)
	}
	scores := []Score{score("2025-01-01", "20")}
	r := Renewal{}.Explain(Facts{}, scores...)
	scores[0].Area = Security
	if got := r.Given["scores"].([]Score)[0].Area; got != ModernWork {
		t.Errorf("the explained area is %v", got)
	}
}

// The missing facts of an area name the area.
func TestFact_Message(t *testing.T) {
	for f, area := range map[Fact]Area{FactHeldEarlier: 0, FactDataAI: DataAI, FactSecurity: Security, FactStatus2022: 0, Fact(200): 0} {
		if got := f.Area(); got != area {
			t.Errorf("the area of %v is %v, want %v", f, got, area)
		}
	}
	if got, want := FactModernWork.Message(), "whether the company qualifies for Modern Work"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The title of a standing is the offer. A renewal without scores has none in its input.
func TestExplain_Optional(t *testing.T) {
	for want, o := range map[string]Offer{"Legacy Gold": LegacyGold, "Membership": 0} {
		if got := (Standing{}).Explain(Membership{Offer: o}).Title; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for n, scores := range [][]Score{nil, {{Area: Security}}} {
		if _, got := (Renewal{}).Explain(Facts{}, scores...).Given["scores"]; got != (n > 0) {
			t.Errorf("%d scores: in the input %t", n, got)
		}
	}
}
