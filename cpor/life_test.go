package cpor_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

func editions() []Policy { return []Policy{{Edition: Edition2020}, {Edition: Edition2023}} }

// legal lists the transitions of each edition.
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

// has reports whether an edition has a status.
func has(e Edition, s Status) bool { return e == Edition2023 || s != Dispute && s != RejectedFinal }

// The error of an illegal step names both statuses, and the state is unchanged.
func TestApply_Table(t *testing.T) {
	for _, p := range editions() {
		for from := StatusUnknown; from <= RejectedFinal+1; from++ {
			for to := StatusUnknown; to <= RejectedFinal+1; to++ {
				want := strings.Contains(" "+legal[p.Edition][from]+" ", " "+to.String()+" ")
				can := p.CanMove(from, to, today)
				if isInvalid := from == StatusUnknown || to == StatusUnknown || from > RejectedFinal || to > RejectedFinal; isInvalid {
					if can != Unknown {
						t.Errorf("%v: %v to %v: %v", p, from, to, can)
					}
				} else if can != partnerrules.TriFromBool(want) {
					t.Errorf("%v: %v to %v: %v", p, from, to, can)
				}
				if from == StatusUnknown || to == StatusUnknown || from > RejectedFinal || to > RejectedFinal || want {
					continue
				}
				at := ClaimState{Status: from, Since: today}
				after, err := p.Apply(at, Step{Status: to, On: today}, calendar.BusinessCalendar{})
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

// movesFrom returns the statuses after legal transitions, and Editing, which is
// always illegal.
func movesFrom(p Policy, from Status) []Status {
	all := []Status{Editing}
	for to := Editing; to <= RejectedFinal; to++ {
		if p.CanMove(from, to, today) == Yes {
			all = append(all, to, to)
		}
	}
	return all
}

// Random histories reach every status of the edition and no other.
func TestApply_ReachesEveryStatus(t *testing.T) {
	for _, p := range editions() {
		reached := map[Status]bool{}
		rapid.Check(t, func(t *rapid.T) {
			history := []Step{{Status: Editing, On: today}}
			at := ClaimState{Status: Editing, Since: today, Begins: today}
			for range rapid.IntRange(1, 30).Draw(t, "steps") {
				step := Step{
					Status: rapid.SampledFrom(movesFrom(p, at.Status)).Draw(t, "status"), On: at.Since.AddDays(rapid.IntRange(0, 40).Draw(t, "days")),
					Cause: anyOf(t, "cause", CauseUnknown, Displaced), Justification: rapid.SampledFrom([]string{"", "done"}).Draw(t, "justification"),
				}
				next, err := p.Apply(at, step, calendar.BusinessCalendar{})
				if err != nil {
					continue
				}
				at = next
				history = append(history, step)
				reached[at.Status] = true
				if !has(p.Edition, at.Status) || at.Since != step.On || at.Status != step.Status {
					t.Fatalf("reached %v", at)
				}
				if _, err := p.NextDeadline(at, at.Since, calendar.BusinessCalendar{}); err != nil {
					t.Fatal(err)
				}
			}
			if end, err := p.Replay(history, calendar.BusinessCalendar{}); err != nil || end != at {
				t.Fatalf("Replay returns %v, %v, but Apply %v", end, err, at)
			}
		})
		for s := Submitted; s <= RejectedFinal; s++ {
			if reached[s] != has(p.Edition, s) {
				t.Errorf("%v: %v is reached: %v", p, s, reached[s])
			}
		}
	}
}

// The boundaries of each transition that depends on a day, a cause, or an earlier
// step. A transition is legal if reason is 0.
func TestApply_Boundaries(t *testing.T) {
	in2020, in2023 := editions()[0], editions()[1]
	for _, test := range []struct {
		p      Policy
		from   ClaimState
		step   Step
		reason Reason
		due    string
	}{
		// CPR-20: days do not decrease.
		{in2020, ClaimState{Status: Editing, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-06")}, 0, ""},
		{in2020, ClaimState{Status: Editing, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-05")}, DaysGoBack, ""},

		// CPR-23: the partner may answer through the fifth business day, or the
		// fourteenth in 2023. A rejection is legal only after that day.
		{in2020, ClaimState{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-13")}, 0, ""},
		{in2020, ClaimState{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-14")}, AnsweredTooLate, "2020-07-13"},
		{in2020, ClaimState{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Rejected, On: date("2020-07-13")}, RejectedTooEarly, "2020-07-13"},
		{in2020, ClaimState{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Rejected, On: date("2020-07-14")}, 0, ""},
		{in2023, ClaimState{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Submitted, On: date("2023-11-03")}, 0, ""},
		{in2023, ClaimState{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Submitted, On: date("2023-11-04")}, AnsweredTooLate, "2023-11-03"},
		{in2023, ClaimState{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Rejected, On: date("2023-11-03")}, RejectedTooEarly, "2023-11-03"},
		{in2023, ClaimState{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Rejected, On: date("2023-11-04")}, 0, ""},

		// CPR-22: a late decision is legal.
		{in2020, ClaimState{Status: UnderReview, Since: date("2020-07-06")}, Step{Status: Rejected, On: date("2021-07-06")}, 0, ""},

		// CPR-25: the customer may decline within seven days, or at any time in
		// 2023. An unknown cause may be a different one.
		{in2020, ClaimState{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2020-07-17"), Cause: CustomerDeclined}, 0, ""},
		{in2020, ClaimState{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2020-07-18"), Cause: CustomerDeclined}, DeclinedTooLate, "2020-07-17"},
		{in2020, ClaimState{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2020-07-18")}, 0, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: Rejected, On: date("2024-10-20"), Cause: CustomerDeclined}, 0, ""},

		// CPR-46: a claim can be displaced at any time.
		{in2020, ClaimState{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2021-07-10"), Cause: Displaced}, 0, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: Rejected, On: date("2024-10-20"), Cause: Displaced}, 0, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: Displaced, Justification: "won"}, MoveNotLegal, ""},

		// CPR-27: the partner may end the claim. In 2023 this has its own status
		// and needs a reason.
		{in2020, ClaimState{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2021-07-10"), Cause: PartnerEnded}, 0, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: Rejected, On: date("2024-10-20"), Cause: PartnerEnded, Justification: "sold"}, MoveNotLegal, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: PartnerEnded, Justification: "sold"}, 0, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: PartnerEnded, Justification: " \u2003"}, JustificationMissing, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Justification: "sold"}, 0, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20")}, JustificationMissing, ""},
		{in2023, ClaimState{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: CustomerDeclined, Justification: "no"}, MoveNotLegal, ""},

		// CPR-26: the partner may dispute within 30 days, and only once in 2023.
		{in2020, ClaimState{Status: Rejected, Since: date("2020-07-10")}, Step{Status: UnderReview, On: date("2020-08-09")}, 0, ""},
		{in2020, ClaimState{Status: Rejected, Since: date("2020-07-10")}, Step{Status: UnderReview, On: date("2020-08-10")}, DisputedTooLate, "2020-08-09"},
		{in2020, ClaimState{Status: Rejected, Since: date("2020-07-10"), Disputed: true}, Step{Status: UnderReview, On: date("2020-08-09")}, 0, ""},
		{in2023, ClaimState{Status: Rejected, Since: date("2023-11-10")}, Step{Status: Dispute, On: date("2023-12-10")}, 0, ""},
		{in2023, ClaimState{Status: Rejected, Since: date("2023-11-10")}, Step{Status: Dispute, On: date("2023-12-11")}, DisputedTooLate, "2023-12-10"},
		{in2023, ClaimState{Status: Rejected, Since: date("2023-11-10"), Disputed: true}, Step{Status: Dispute, On: date("2023-12-10")}, DisputedTwice, ""},
	} {
		after, err := test.p.Apply(test.from, test.step, calendar.BusinessCalendar{})
		var fault *StepError
		switch {
		case test.reason == 0 && (err != nil || after.Status != test.step.Status):
			t.Errorf("%v: %+v, %+v: %v, %v", test.p, test.from, test.step, after, err)
		case test.reason == 0:
		case !errors.As(err, &fault) || fault.Reason != test.reason || after != test.from:
			t.Errorf("%v: %+v, %+v: %v, %v, want %v", test.p, test.from, test.step, after, err, test.reason)
		case test.due == "" && !fault.Due.IsZero(), test.due != "" && fault.Due != date(test.due):
			t.Errorf("%v: %+v, %+v: due %v, want %q", test.p, test.from, test.step, fault.Due, test.due)
		}
	}
}

// Apply returns the status and the facts of the step. Disputed becomes true with a
// dispute, and stays true.
func TestApply_State(t *testing.T) {
	in2020, in2023 := editions()[0], editions()[1]
	for _, test := range []struct {
		p        Policy
		from, to Status
		was, is  bool
	}{
		{in2020, Submitted, UnderReview, false, false},
		{in2020, Submitted, UnderReview, true, true},
		{in2020, Rejected, UnderReview, false, true},
		{in2020, Approved, Rejected, false, false},
		{in2020, Approved, Rejected, true, true},
		{in2023, Submitted, UnderReview, false, false},
		{in2023, Rejected, Dispute, false, true},
		{in2023, Dispute, Approved, true, true},
	} {
		for _, notified := range []Tri{No, Unknown, Yes} {
			step := Step{Status: test.to, On: today, Competes: notified.Not(), Notified: notified}
			after, err := test.p.Apply(ClaimState{Status: test.from, Since: today, Begins: today.AddDays(-1), Disputed: test.was, Competes: Yes, Notified: Yes}, step, calendar.BusinessCalendar{})
			if want := (ClaimState{Status: test.to, Since: today, Begins: today.AddDays(-1), Disputed: test.is, Competes: notified.Not(), Notified: notified}); err != nil || after != want {
				t.Errorf("%v: %v to %v: %+v, %v, want %+v", test.p, test.from, test.to, after, err, want)
			}
		}
	}
}

// CheckHistory returns an error for the first late step. Replay accepts it.
func TestCheckHistory_Late(t *testing.T) {
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
	if err := p.CheckHistory(history, days); err != nil {
		t.Errorf("no step is late: %v", err)
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
		err := p.CheckHistory(late, days)
		var fault *StepError
		if !errors.As(err, &fault) || fault.Step != test.step || fault.Reason != test.reason || fault.Due != date(test.due) || !strings.HasPrefix(err.Error(), "history[") {
			t.Errorf("step %d: %v", test.step, err)
			continue
		}
		if _, err := p.Replay(late, days); (err == nil) != fault.IsLate() {
			t.Errorf("step %d: Replay returns %v, but late is %v", test.step, err, fault.IsLate())
		}
	}
	history[2].Competes = Unknown
	history[3].On = date("2023-11-20")
	if err := p.CheckHistory(history[:4], days); err != nil {
		t.Errorf("a decision that may be excused is reported as late: %v", err)
	}
}

func TestApply_Errors(t *testing.T) {
	good := ClaimState{Status: Submitted, Since: today}
	step := Step{Status: UnderReview, On: today}
	var days calendar.BusinessCalendar
	var bad *partnerrules.InputError
	for name, spoil := range map[string]func(*Policy, *ClaimState, *Step){
		"edition":        func(p *Policy, _ *ClaimState, _ *Step) { p.Edition = 9 },
		"state.status":   func(_ *Policy, s *ClaimState, _ *Step) { s.Status = 0 },
		"state.status ":  func(_ *Policy, s *ClaimState, _ *Step) { s.Status = RejectedFinal + 1 },
		"state.since":    func(_ *Policy, s *ClaimState, _ *Step) { s.Since = calendar.Date{} },
		"state.begins":   func(_ *Policy, s *ClaimState, _ *Step) { s.Begins = s.Since.AddDays(1) },
		"state.competes": func(_ *Policy, s *ClaimState, _ *Step) { s.Competes = Yes + 1 },
		"state.notified": func(_ *Policy, s *ClaimState, _ *Step) { s.Notified = No - 1 },
		"step.status":    func(_ *Policy, _ *ClaimState, s *Step) { s.Status = 0 },
		"step.status ":   func(_ *Policy, _ *ClaimState, s *Step) { s.Status = RejectedFinal + 1 },
		"step.on":        func(_ *Policy, _ *ClaimState, s *Step) { s.On = calendar.Date{} },
		"step.cause":     func(_ *Policy, _ *ClaimState, s *Step) { s.Cause = Displaced + 1 },
		"step.competes":  func(_ *Policy, _ *ClaimState, s *Step) { s.Competes = 9 },
		"step.notified":  func(_ *Policy, _ *ClaimState, s *Step) { s.Notified = 9 },
	} {
		field := strings.TrimSpace(name)
		p, at, step := Baseline(), good, step
		spoil(&p, &at, &step)
		if after, err := p.Apply(at, step, days); !errors.As(err, &bad) || bad.Path != field || bad.Reason == "" || after != at {
			t.Errorf("%s: %v, %v", name, after, err)
		}
		inStep, isOfStep := strings.CutPrefix(field, "step.")
		if !isOfStep {
			if _, err := p.NextDeadline(at, today, days); !errors.As(err, &bad) || bad.Path != field {
				t.Errorf("%s: NextDeadline returns %v", name, err)
			}
			continue
		}
		_, err := p.Replay([]Step{{Status: Editing, On: today}, step}, days)
		if !errors.As(err, &bad) || bad.Path != "history[1]."+inStep {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (Policy{}).Replay([]Step{{Status: Editing, On: today}}, days); !errors.As(err, &bad) || bad.Path != "edition" {
		t.Errorf("the zero Policy: %v", err)
	}
	if _, err := Replay(nil, days); !errors.As(err, &bad) || bad.Path != "history" {
		t.Errorf("an empty history: %v", err)
	}
	if err := CheckHistory(nil, days); !errors.As(err, &bad) || bad.Path != "history" {
		t.Errorf("an empty history: %v", err)
	}
	if _, err := NextDeadline(good, calendar.Date{}, days); !errors.As(err, &bad) || bad.Path != "on" {
		t.Errorf("the zero Date: %v", err)
	}
	if _, err := NextDeadline(good, good.Since.AddDays(-1), days); !errors.As(err, &bad) || bad.Path != "state.since" {
		t.Errorf("a state after the day judged: %v", err)
	}
	if _, err := NextDeadline(ClaimState{Status: Dispute, Since: today, Begins: today}, today, days); !errors.As(err, &bad) || bad.Path != "state.status" {
		t.Errorf("a status that the edition does not have: %v", err)
	}
}

// CPR-28: the day on which the history begins matters only for Submitted.
func TestEditable_Table(t *testing.T) {
	last2020, first2023 := date("2023-10-09"), date("2023-10-10")
	for s := Editing; s <= RejectedFinal; s++ {
		always := partnerrules.TriFromBool(s == Editing || s == PartnerActionRequired)
		want := map[calendar.Date]Tri{last2020: always, first2023: always, {}: always}
		if s == Submitted {
			want = map[calendar.Date]Tri{last2020: Yes, first2023: No, {}: Unknown}
		}
		for begins, want := range want {
			if got := Editable(s, begins); got != want {
				t.Errorf("%v, begun on %v: %v, want %v", s, begins, got, want)
			}
			if got := Baseline().Editable(s, begins); s != Submitted && got != always || s == Submitted && got != Yes {
				t.Errorf("%v, begun on %v, under the baseline: %v", s, begins, got)
			}
		}
	}
}

// Of an unknown or invalid status nothing is known. It is not live.
func TestStatus_Invalid(t *testing.T) {
	for _, s := range []Status{StatusUnknown, RejectedFinal + 1, 255} {
		p := Baseline()
		if s.IsLive() || Editable(s, today) != Unknown || p.CanMove(s, Submitted, today) != Unknown || p.CanMove(Editing, s, today) != Unknown {
			t.Errorf("%v is live, is editable or has a transition", s)
		}
	}
}

// Without the day on which the history begins, an answer is given if the editions
// agree, and if the day of the status shows the edition.
func TestClaimState_BeginsUnknown(t *testing.T) {
	last2020, first2023 := date("2023-10-09"), date("2023-10-10")
	var days calendar.BusinessCalendar
	for _, test := range []struct {
		at      ClaimState
		task    Task
		through string // "": unknown or no limit
		timing  Timing
	}{
		{ClaimState{Status: UnderReview, Since: last2020}, TaskDecision, "2023-10-16", TimingOpen},
		{ClaimState{Status: UnderReview, Since: first2023}, TaskDecision, "", TimingUnknown},
		{ClaimState{Status: PartnerActionRequired, Since: first2023}, TaskPartnerAnswer, "", TimingUnknown},
		{ClaimState{Status: Submitted, Since: first2023}, TaskInitialReview, "2023-10-17", TimingOpen},
		{ClaimState{Status: Approved, Since: first2023}, TaskCustomerDecline, "", TimingUnknown},
		{ClaimState{Status: Rejected, Since: first2023}, TaskPartnerDispute, "2023-11-09", TimingOpen},
		{ClaimState{Status: Rejected, Since: first2023, Disputed: true}, 0, "", TimingUnknown},
		{ClaimState{Status: Dispute, Since: first2023}, TaskFinalDecision, "2023-10-17", TimingOpen}, // only in 2023
		{ClaimState{Status: RejectedFinal, Since: first2023}, 0, "", TimingOpen},
		{ClaimState{Status: Editing, Since: first2023}, 0, "", TimingOpen},
	} {
		due, err := NextDeadline(test.at, test.at.Since, days)
		through := due.Through.String()
		if due.Through.IsZero() {
			through = ""
		}
		if err != nil || due.Task != test.task || due.By != test.task.By() || through != test.through || due.Timing != test.timing {
			t.Errorf("%+v: %+v, %v", test.at, due, err)
		}
		if covered := test.at.Status == Editing; (due.Coverage != calendar.CoverageUnknown) != covered {
			t.Errorf("%+v: coverage %v", test.at, due.Coverage)
		}
	}
	var bad *partnerrules.InputError
	at := ClaimState{Status: PartnerActionRequired, Since: first2023}
	if _, err := Apply(at, Step{Status: Submitted, On: first2023.AddDays(10)}, days); !errors.As(err, &bad) || bad.Path != "state.begins" {
		t.Errorf("the answer depends on the edition: %v", err)
	}
	if after, err := Apply(at, Step{Status: Submitted, On: first2023}, days); err != nil || after.Status != Submitted || !after.Begins.IsZero() {
		t.Errorf("the answer does not depend on the edition: %+v, %v", after, err)
	}
	if can := inForce().CanMove(Rejected, UnderReview, calendar.Date{}); can != Unknown {
		t.Errorf("the transition depends on the edition: %v", can)
	}
	if can := inForce().CanMove(Submitted, UnderReview, calendar.Date{}); can != Yes {
		t.Errorf("the transition does not depend on the edition: %v", can)
	}
}

// The edition of the first day applies to the whole history.
func TestReplay_Edition(t *testing.T) {
	var days calendar.BusinessCalendar
	for begins, want := range map[string]string{"2023-10-09": "2023-10-17", "2023-10-10": "2023-10-30"} {
		at, err := Replay([]Step{
			{Status: Editing, On: date(begins)}, {Status: Submitted, On: date("2023-10-10")}, {Status: UnderReview, On: date("2023-10-10")},
		}, days)
		if err != nil || at.Begins != date(begins) {
			t.Fatalf("%+v, %v", at, err)
		}
		due, err := NextDeadline(at, date("2023-10-10"), days)
		if err != nil || due.Through != date(want) {
			t.Errorf("a history that begins on %s: %+v, %v", begins, due, err)
		}
	}
}

func TestReplay_HistoryStartsElsewhere(t *testing.T) {
	if _, err := Replay([]Step{{Status: Submitted, On: today}}, calendar.BusinessCalendar{}); err == nil || err.(*StepError).Reason != HistoryStartsElsewhere {
		t.Errorf("a history that starts at Submitted: %v", err)
	}
}

func TestApply_DaysGoBack(t *testing.T) {
	if _, err := Apply(ClaimState{Status: Editing, Since: today}, Step{Status: Submitted, On: today.AddDays(-1)}, calendar.BusinessCalendar{}); err == nil || err.(*StepError).Reason != DaysGoBack {
		t.Errorf("a step before the previous one: %v", err)
	}
}
