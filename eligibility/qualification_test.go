package eligibility_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
)

func date(text string) calendar.Date {
	var d calendar.Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

// The worked examples and borders of ELG-25.
func TestQualificationWindow(t *testing.T) {
	for _, test := range []struct {
		held         Tri
		ad, on, want string
	}{
		{No, "", "2024-08-15", "2024-03-01/2024-08-15"},
		{No, "2024-01-01", "2024-08-15", "2024-03-01/2024-08-15"}, // the anniversary date is ignored
		{No, "", "2024-03-01", "2023-10-01/2024-03-01"},
		{No, "", "2024-05-31", "2023-12-01/2024-05-31"},
		{Yes, "2024-08-15", "2024-08-20", "2024-03-01/2024-08-31"},
		{Yes, "2024-08-15", "2024-02-10", "2024-03-01/2024-08-31"}, // begins after the day
		{Yes, "2024-02-29", "2024-02-29", "2023-09-01/2024-02-29"},
		{Yes, "2026-04-20", "2026-05-10", "2025-11-01/2026-04-30"},
		{Yes, "2026-04-20", "2026-05-11", "2025-11-01/2026-05-20"},
		{Yes, "2026-05-01", "2026-05-20", "2025-12-01/2026-05-31"},
		{Yes, "2026-05-20", "2026-06-10", "2025-12-01/2026-06-19"},
		{Yes, "2024-03-01", "2024-03-31", "2023-10-01/2024-03-31"},
		{Yes, "2024-03-01", "2024-04-01", "2023-11-01/2024-04-01"}, // lapsed
		{No, "", "2023-09-18", ""},
		{No, "", "2023-09-19", "2023-04-01/2023-09-19"},
		{Yes, "2023-10-01", "2023-09-18", ""},
		{Yes, "2023-10-01", "2023-09-19", "2023-05-01/2023-10-31"},
		{Unknown, "2024-08-15", "2024-08-15", ""},
		{Yes, "", "2024-08-15", ""},
		{No, "", "", ""},
		{Yes, "2024-08-15", "", ""},
		{2, "2024-08-15", "2024-08-15", ""},
		{Yes, "9999-12-20", "9999-12-20", ""}, // the window would end after the last date
	} {
		got, err := QualificationWindow(test.held, date(test.ad), date(test.on)).MarshalText()
		if err != nil || string(got) != test.want {
			t.Errorf("held %v, ad %q, on %q: %s, %v, want %s", test.held, test.ad, test.on, got, err, test.want)
		}
	}
	if got := (Policy{}).QualificationWindow(No, calendar.Date{}, today); !got.IsZero() {
		t.Errorf("the zero Policy has the window %v", got)
	}
	if got := Baseline().QualificationWindow(Yes, date("2026-05-20"), date("2026-06-10")); got.String() != "2025-12-01/2026-05-31" {
		t.Errorf("under the baseline the window is %v", got)
	}
}

// inWindow is a specification: it reports whether a day is in the qualification window
// of an area on the day on, by counting months.
func inWindow(p Policy, d calendar.Date, held bool, ad, on calendar.Date) bool {
	month := func(d calendar.Date) int { return 12*d.Year() + int(d.Month()) }
	close := ad.AddDays(int(p.Dates.WindowCloses))
	if !held || on.After(close) {
		return month(on)-month(d) <= 5 && !d.After(on)
	}
	late := !p.RenewalQualifiesFrom.IsZero() && !on.Before(p.RenewalQualifiesFrom) && !d.After(close)
	return month(ad)-month(d) <= 5 && (month(d) <= month(ad) || late)
}

// A day is in the window if and only if the specification says so (ELG-25).
func TestQualificationWindow_Specification(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		on := today.AddDays(rapid.IntRange(-300, 900).Draw(t, "on"))
		ad := on.AddDays(rapid.IntRange(-60, 380).Draw(t, "ad"))
		d := on.AddDays(rapid.IntRange(-250, 420).Draw(t, "d"))
		held := rapid.Bool().Draw(t, "held")
		window := p.QualificationWindow(partnerrules.TriFromBool(held), ad, on)
		if got, want := window.Contains(d), inWindow(p, d, held, ad, on); got != want {
			t.Errorf("held %v, ad %v, on %v: window %v contains %v: %v, want %v", held, ad, on, window, d, got, want)
		}
	})
}

// score returns a score of Modern Work with the given points for usage growth.
// It qualifies with 25 points, and has 65 points with 20.
func score(on string, usage string) Score {
	points := func(s string) Points {
		p, err := ParsePoints(s)
		if err != nil {
			panic(err)
		}
		return p
	}
	return Score{ModernWork, date(on), Metrics{points("20"), points("10"), points("14"), points(usage), points("1")}}
}

// The worked examples and borders of ELG-28.
func TestQualify(t *testing.T) {
	open := Facts{Membership: HoldsNothing}
	holds := func(ad string) Facts {
		return Facts{Membership: HoldsDesignation, Held: AreasOf(ModernWork), Anniversary: date(ad)}
	}
	stated := func(f Facts, t Tri) Facts {
		f.Qualified.ModernWork = t
		return f
	}
	for _, test := range []struct {
		name  string
		facts Facts
		on    string
		score Score
		want  Tri
	}{
		{"in the window", open, "2024-08-15", score("2024-04-10", "25"), Yes},
		{"on its first day", open, "2024-08-15", score("2024-03-01", "25"), Yes},
		{"the day before it", open, "2024-08-15", score("2024-02-29", "25"), Unknown},
		{"stated yes, a low score", stated(open, Yes), "2024-08-15", score("2024-08-15", "20"), Yes},
		{"a low score", open, "2024-08-15", score("2024-08-15", "20"), Unknown},
		{"stated no, a low score", stated(open, No), "2024-08-15", score("2024-08-15", "20"), No},
		{"stated no, a score before the window", stated(open, No), "2024-08-15", score("2024-02-29", "25"), No},
		{"a score without a day", open, "2024-08-15", score("", "25"), Yes},
		{"held, after the month of the anniversary date", holds("2024-08-15"), "2024-09-10", score("2024-09-10", "25"), Unknown},
		{"held, in the renewal window of 2026", holds("2026-05-20"), "2026-06-10", score("2026-06-10", "25"), Yes},
		{"held, before the window", holds("2024-08-15"), "2024-02-10", score("2024-02-10", "25"), Unknown},
		{"held, lapsed", holds("2024-03-01"), "2024-04-01", score("2023-11-01", "25"), Yes},
		{"no windows yet", open, "2023-09-18", score("2023-09-18", "25"), Unknown},
		{"held unknown, in both windows", Facts{Anniversary: date("2024-08-15")}, "2024-08-20", score("2024-04-10", "25"), Yes},
		{"held unknown, in one window", Facts{Anniversary: date("2024-10-15")}, "2024-08-20", score("2024-04-10", "25"), Unknown},
		{"held unknown, anniversary date too", Facts{}, "2024-08-20", score("2024-08-20", "25"), Unknown},
		{"held, anniversary date unknown", holds(""), "2024-08-20", score("2024-08-20", "25"), Unknown},
		{"a metric is missing", open, "2024-08-15", Score{Area: ModernWork, Metrics: Metrics{Advanced: score("", "25").Metrics.Advanced}}, Unknown},
	} {
		got, err := Qualify(test.facts, date(test.on), test.score)
		if want := stated(test.facts, test.want); err != nil || got != want {
			t.Errorf("%s: qualified %v, %v, want %v", test.name, got.Qualified.ModernWork, err, test.want)
		}
	}
}

func TestQualify_Errors(t *testing.T) {
	no := Facts{Membership: HoldsNothing, Qualified: Areas{ModernWork: No}}
	for _, test := range []struct {
		policy Policy
		facts  Facts
		on     string
		scores []Score
		name   string
	}{
		{inForce(), Facts{}, "2024-08-15", []Score{score("", "25"), score("2024-08-16", "20")}, "scores[1].on"},
		{inForce(), Facts{}, "2024-08-15", []Score{{}}, "scores[0].area"},
		{inForce(), Facts{}, "2024-08-15", []Score{{Area: Security, Metrics: score("", "25").Metrics}}, "scores[0].metrics.advanced"},
		{inForce(), no, "2024-08-15", []Score{score("", "20"), score("2024-04-10", "25")}, "scores[1]"},
		{inForce(), Facts{}, "", nil, "on"},
		{inForce(), Facts{Account: 99}, "2024-08-15", nil, "facts.account"},
		{Policy{}, Facts{}, "2024-08-15", nil, "dates.windowCloses"},
	} {
		got, err := test.policy.Qualify(test.facts, date(test.on), test.scores...)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.name || got != (Facts{}) {
			t.Errorf("%+v, %v, want an error for %s", got, err, test.name)
		}
	}
}

// A score settles an area if and only if it qualifies on a day that is in the window
// for every completion of the facts (ELG-28).
func TestQualify_Completions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts().Draw(t, "facts")
		f.Qualified.ModernWork = Unknown
		s := score("", "25")
		s.On = today.AddDays(-rapid.IntRange(0, 250).Draw(t, "age"))
		got, err := p.Qualify(f, today, s)
		if err != nil {
			t.Fatal(err)
		}
		held := Unknown
		switch {
		case f.Held.Has(ModernWork) == No, f.Membership != HoldingUnknown && f.Membership != HoldsDesignation:
			held = No
		case f.Held.Has(ModernWork) == Yes:
			held = Yes
		}
		want := Yes
		if held != Yes && !inWindow(p, s.On, false, f.Anniversary, today) {
			want = Unknown
		}
		if held != No && (f.Anniversary.IsZero() || !inWindow(p, s.On, true, f.Anniversary, today)) {
			want = Unknown
		}
		if got.Qualified.ModernWork != want {
			t.Errorf("held %v, ad %v, score of %v: %v, want %v", held, f.Anniversary, s.On, got.Qualified.ModernWork, want)
		}
	})
}
