package cpor_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

func editions() []Policy { return []Policy{{Edition: Edition2020}, {Edition: Edition2023}} }

// legal are the moves that the table lists, by edition.
var legal = map[Edition]map[Status]string{
	Edition2020: {
		Editing: "submitted", Submitted: "under-review", UnderReview: "approved rejected partner-action-required",
		PartnerActionRequired: "submitted rejected", Approved: "rejected", Rejected: "under-review",
	},
	Edition2023: {
		Editing: "submitted", Submitted: "under-review", UnderReview: "approved rejected partner-action-required",
		PartnerActionRequired: "submitted rejected", Approved: "rejected rejected-final", Rejected: "dispute", Dispute: "approved rejected-final",
	},
}

func has(e Edition, s Status) bool { return e == Edition2023 || s != Dispute && s != RejectedFinal }

// An illegal move names both ends, and moves nothing.
func TestMovesAreThoseOfTheTable(t *testing.T) {
	for _, p := range editions() {
		for from := StatusUnknown; from <= RejectedFinal+1; from++ {
			for to := StatusUnknown; to <= RejectedFinal+1; to++ {
				want := strings.Contains(" "+legal[p.Edition][from]+" ", " "+to.String()+" ")
				if p.CanMove(from, to) != want {
					t.Errorf("%v: %v to %v: %v", p, from, to, !want)
				}
				if from == StatusUnknown || to == StatusUnknown || from > RejectedFinal || to > RejectedFinal || want {
					continue
				}
				at := Standing{Status: from, Since: today}
				after, err := p.Move(at, Step{Status: to, On: today}, calendar.BusinessCalendar{})
				var fault *StepError
				if !errors.As(err, &fault) || after != at || fault.From != from || fault.To != to || fault.IsLate() ||
					!strings.Contains(err.Error(), from.String()+" to "+to.String()) {
					t.Fatalf("%v: %v to %v: %v, %v", p, from, to, after, err)
				}
				if wantReason := map[bool]Reason{true: MoveNotLegal, false: StatusNotInEdition}[has(p.Edition, from) && has(p.Edition, to)]; fault.Reason != wantReason {
					t.Errorf("%v: %v to %v: %v", p, from, to, fault.Reason)
				}
			}
		}
	}
}

// movesFrom lists where the rules lead from a status, and one that they do not.
func movesFrom(p Policy, from Status) []Status {
	all := []Status{Editing}
	for to := Editing; to <= RejectedFinal; to++ {
		if p.CanMove(from, to) {
			all = append(all, to, to)
		}
	}
	return all
}

// A random walk of legal moves never comes to a status that the edition has
// not, and walks come to every status.
func TestWalksReachEveryStatus(t *testing.T) {
	for _, p := range editions() {
		reached := map[Status]bool{}
		rapid.Check(t, func(t *rapid.T) {
			history := []Step{{Status: Editing, On: today}}
			at := Standing{Status: Editing, Since: today}
			for range rapid.IntRange(1, 30).Draw(t, "steps") {
				step := Step{
					Status: rapid.SampledFrom(movesFrom(p, at.Status)).Draw(t, "status"), On: at.Since.AddDays(rapid.IntRange(0, 40).Draw(t, "days")),
					Cause: anyOf(t, "cause", CauseUnknown, Displaced), Grounds: rapid.SampledFrom([]string{"", "done"}).Draw(t, "grounds"),
				}
				next, err := p.Move(at, step, calendar.BusinessCalendar{})
				if err != nil {
					continue
				}
				at = next
				history = append(history, step)
				reached[at.Status] = true
				if !has(p.Edition, at.Status) || at.Since != step.On || at.Status != step.Status {
					t.Fatalf("came to %v", at)
				}
				if _, err := p.Due(at, at.Since, calendar.BusinessCalendar{}); err != nil {
					t.Fatal(err)
				}
			}
			if end, err := p.Follow(history, calendar.BusinessCalendar{}); err != nil || end != at {
				t.Fatalf("%v, %v, but step by step %v", end, err, at)
			}
		})
		for s := Submitted; s <= RejectedFinal; s++ {
			if reached[s] != has(p.Edition, s) {
				t.Errorf("%v: %v reached: %v", p, s, reached[s])
			}
		}
	}
}

// Due days are business days where the rule says so, come later the later the
// clock starts, and are what the table says, counted day by day.
func TestClocks(t *testing.T) {
	business := map[Edition]map[Status]int{
		Edition2020: {Submitted: 5, UnderReview: 5, PartnerActionRequired: 5},
		Edition2023: {Submitted: 5, UnderReview: 14, PartnerActionRequired: 14, Dispute: 5},
	}
	rapid.Check(t, func(t *rapid.T) {
		var holidays []calendar.Date
		for range rapid.IntRange(0, 5).Draw(t, "holidays") {
			holidays = append(holidays, today.AddDays(rapid.IntRange(0, 30).Draw(t, "holiday")))
		}
		days, err := calendar.NewBusinessCalendar(calendar.SaturdaySunday, holidays...)
		if err != nil {
			t.Fatal(err)
		}
		since := today.AddDays(rapid.IntRange(0, 30).Draw(t, "since"))
		for _, p := range editions() {
			for status, n := range business[p.Edition] {
				want := since
				for left := n; left > 0; {
					if want = want.AddDays(1); days.IsBusinessDay(want) {
						left--
					}
				}
				at := Standing{Status: status, Since: since, Competes: No}
				due, err := p.Due(at, want, days)
				after, _ := p.Due(at, want.AddDays(1), days)
				at.Since = since.AddDays(1)
				next, _ := p.Due(at, want, days)
				if err != nil || due.Through != want || !days.IsBusinessDay(due.Through) || due.Timing != Open || after.Timing != Overdue || next.Through.Before(due.Through) {
					t.Fatalf("%v: %v from %v: %+v, %v, then %v, then %v; want %v", p, status, since, due, err, after.Timing, next.Through, want)
				}
				if due.By != due.Task.By() || due.Task.Rule() == "" || due.On != want || due.Policy != p {
					t.Fatalf("%+v", due)
				}
			}
			for _, status := range []Status{Editing, RejectedFinal} {
				due, err := p.Due(Standing{Status: status, Since: since}, since, days)
				if !has(p.Edition, status) {
					if err == nil {
						t.Fatalf("%v has a deadline for %v", p, status)
					}
					continue
				}
				if err != nil || due.Task != 0 || due.By != 0 || !due.Through.IsZero() || due.Timing != Open {
					t.Fatalf("%v: %+v, %v", status, due, err)
				}
			}
		}
	})
	due, err := Policy{Edition: Edition2023}.Due(Standing{Status: Rejected, Since: today, Disputed: true}, today, calendar.BusinessCalendar{})
	if err != nil || due.Task != 0 {
		t.Errorf("a second dispute: %+v, %v", due, err)
	}
}

// Check names the first late step, Follow passes it.
func TestHistoryIsChecked(t *testing.T) {
	history := []Step{
		{Status: Editing, On: date("2023-10-10")},
		{Status: Submitted, On: date("2023-10-16")},
		{Status: UnderReview, On: date("2023-10-23"), Competes: No},
		{Status: Rejected, On: date("2023-11-10")},
		{Status: Dispute, On: date("2023-12-10")},
		{Status: Approved, On: date("2023-12-15")},
	}
	p := Policy{Edition: Edition2023}
	var days calendar.BusinessCalendar
	if err := p.Check(history, days); err != nil {
		t.Errorf("all in time: %v", err)
	}
	for _, test := range []struct {
		step   int
		on     string
		reason Reason
		due    string
	}{
		{2, "2023-10-24", ReviewLate, "2023-10-23"},
		{3, "2023-11-11", DecisionLate, "2023-11-10"},
		{4, "2023-12-11", DisputedTooLate, "2023-12-10"},
		{5, "2023-12-16", FinalDecisionLate, "2023-12-15"},
	} {
		late := append([]Step(nil), history[:test.step+1]...)
		late[test.step].On = date(test.on)
		err := p.Check(late, days)
		var fault *StepError
		if !errors.As(err, &fault) || fault.Step != test.step || fault.Reason != test.reason || fault.Due != date(test.due) || !strings.HasPrefix(err.Error(), "history[") {
			t.Errorf("step %d: %v", test.step, err)
			continue
		}
		if _, err := p.Follow(late, days); (err == nil) != fault.IsLate() {
			t.Errorf("step %d: %v, though late: %v", test.step, err, fault.IsLate())
		}
	}
	history[2].Competes = Unknown
	history[3].On = date("2023-11-20")
	if err := p.Check(history[:4], days); err != nil {
		t.Errorf("a decision that may be excused is called late: %v", err)
	}
}

func TestLifeRefuses(t *testing.T) {
	good := Standing{Status: Submitted, Since: today}
	step := Step{Status: UnderReview, On: today}
	var days calendar.BusinessCalendar
	var bad *calendar.InputError
	for name, spoil := range map[string]func(*Policy, *Standing, *Step){
		"edition":           func(p *Policy, _ *Standing, _ *Step) { p.Edition = 9 },
		"standing.status":   func(_ *Policy, s *Standing, _ *Step) { s.Status = 0 },
		"standing.status ":  func(_ *Policy, s *Standing, _ *Step) { s.Status = RejectedFinal + 1 },
		"standing.since":    func(_ *Policy, s *Standing, _ *Step) { s.Since = calendar.Date{} },
		"standing.competes": func(_ *Policy, s *Standing, _ *Step) { s.Competes = Yes + 1 },
		"standing.told":     func(_ *Policy, s *Standing, _ *Step) { s.Told = No - 1 },
		"step.status":       func(_ *Policy, _ *Standing, s *Step) { s.Status = 0 },
		"step.status ":      func(_ *Policy, _ *Standing, s *Step) { s.Status = RejectedFinal + 1 },
		"step.on":           func(_ *Policy, _ *Standing, s *Step) { s.On = calendar.Date{} },
		"step.cause":        func(_ *Policy, _ *Standing, s *Step) { s.Cause = Displaced + 1 },
		"step.competes":     func(_ *Policy, _ *Standing, s *Step) { s.Competes = 9 },
		"step.told":         func(_ *Policy, _ *Standing, s *Step) { s.Told = 9 },
	} {
		field := strings.TrimSpace(name)
		p, at, step := Baseline(), good, step
		spoil(&p, &at, &step)
		if after, err := p.Move(at, step, days); !errors.As(err, &bad) || bad.Name != field || bad.Reason == "" || after != at {
			t.Errorf("%s: %v, %v", name, after, err)
		}
		inStep, isOfStep := strings.CutPrefix(field, "step.")
		if !isOfStep {
			if _, err := p.Due(at, today, days); !errors.As(err, &bad) || bad.Name != field {
				t.Errorf("%s: Due says %v", name, err)
			}
			continue
		}
		_, err := p.Follow([]Step{{Status: Editing, On: today}, step}, days)
		if !errors.As(err, &bad) || bad.Name != "history[1]."+inStep {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (Policy{}).Follow([]Step{{Status: Editing, On: today}}, days); !errors.As(err, &bad) || bad.Name != "edition" {
		t.Errorf("no policy: %v", err)
	}
	if _, err := Follow(nil, days); !errors.As(err, &bad) || bad.Name != "history" {
		t.Errorf("no history: %v", err)
	}
	if err := Check(nil, days); !errors.As(err, &bad) || bad.Name != "history" {
		t.Errorf("no history: %v", err)
	}
	if _, err := Due(good, calendar.Date{}, days); !errors.As(err, &bad) || bad.Name != "on" {
		t.Errorf("no day: %v", err)
	}
	if _, err := Due(Standing{Status: Dispute, Since: today}, today, days); !errors.As(err, &bad) || bad.Name != "standing.status" {
		t.Errorf("a status of another edition: %v", err)
	}
}

func TestDueDoesNotAllocate(t *testing.T) {
	at := Standing{Status: UnderReview, Since: today}
	if n := testing.AllocsPerRun(100, func() {
		if _, err := Due(at, today, calendar.BusinessCalendar{}); err != nil {
			t.Fatal(err)
		}
		if _, err := Move(at, Step{Status: Approved, On: today}, calendar.BusinessCalendar{}); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// The plain functions answer under the baseline.
func TestPlainFunctionsAreTheBaselines(t *testing.T) {
	if Claimable(today) != today || !Editable(Submitted) || BillingAdmin.MayClaim() != Yes {
		t.Error("another edition")
	}
	if _, ok := Arbitrate(Pair{Mark: Competing, SameCompany: No}, calendar.Date{}); ok {
		t.Error("an arbitration without a day")
	}
	if _, ok := Arbitrate(Pair{}, today); ok {
		t.Error("an arbitration without a pair")
	}
	a, ok := Arbitrate(Pair{First: "a", Second: "b", Mark: UndeterminedOverlap, Incumbent: "b"}, today)
	if !ok || a.Challenger != "a" || !a.Questions.Has(OneCompany) || !a.Questions.Has(TimesOverlap) {
		t.Errorf("%+v, %v", a, ok)
	}
	for range a.Steps() {
		break
	}
	for range (Choice{}).All() {
		break
	}
	if u := (Unit{"Sales", subscription(1)}); u.String() != "Sales ("+subscription(1).String()+")" {
		t.Errorf("%v", u)
	}
}
