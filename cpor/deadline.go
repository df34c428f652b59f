package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Deadline is the next task on a claim: what can or must be done, by whom, and by
// when.
type Deadline struct {
	Task    Task          `json:"task,omitzero"`    // zero: nothing is due
	By      Actor         `json:"by,omitzero"`      // the actor of the task
	Through calendar.Date `json:"through,omitzero"` // the last day; zero: no limit, or nothing is due
	Timing  Timing        `json:"timing"`           // the relation of On to Through

	// DecisionBy is the last day on which Microsoft decides, if every task before
	// the decision is done on its last day. It is zero if no decision is due, and
	// if the claim is known to compete and its partner was notified, so that it may
	// stay under review longer (CPR-24).
	DecisionBy calendar.Date `json:"decisionBy,omitzero"`

	State ClaimState    `json:"state"` // the state of the claim
	On    calendar.Date `json:"on"`    // the day of the question

	// Coverage reports whether the rules are known for the day on which the
	// history begins. Policy is the policy that the answer was computed under.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// NextDeadline returns the next deadline of a claim under the policy of [InForce].
// See [Policy.NextDeadline].
func NextDeadline(state ClaimState, on calendar.Date, days calendar.BusinessCalendar) (Deadline, error) {
	return inForce().NextDeadline(state, on, days)
}

// NextDeadline returns the next task on a claim, its actor and its last day, and
// whether it is overdue on a day (CPR-21 to CPR-26, CPR-45). The task can still be
// done on its last day. Days are counted from the day after state.Since. The parameter
// days defines the business days.
//
// The edition depends on state.Begins. If that is unknown and the editions have
// different deadlines, Through is zero and Timing is TimingUnknown. Task is zero if
// it differs too.
//
// NextDeadline returns a [*partnerrules.InputError] if:
//   - the policy is invalid,
//   - on or state.Since is zero,
//   - state.Since is after on (INP-05),
//   - state.Begins is after state.Since,
//   - the edition does not have the status,
//   - state has an invalid value.
func (p Policy) NextDeadline(state ClaimState, on calendar.Date, days calendar.BusinessCalendar) (Deadline, error) {
	if err := p.checkState(&state); err != nil {
		return Deadline{}, err
	}
	e := p.editionOf(&state)
	switch {
	case on.IsZero():
		return Deadline{}, check.NoDate("on")
	case state.Since.After(on):
		return Deadline{}, afterDay("state.since", state.Since, on)
	case e != noEdition && !e.has(state.Status):
		return Deadline{}, check.Input("state.status", state.Status.String()+" is not a status of edition "+e.String())
	}
	d := Deadline{State: state, On: on, Coverage: known.Coverage(state.begins()), Policy: p}
	type due struct {
		task    Task
		through calendar.Date
	}
	next, ok := either(&p, e, func(e Edition) due {
		task, through := e.due(state, days)
		return due{task, through}
	})
	if ok {
		d.Task, d.Through, d.Timing = next.task, next.through, state.timing(next.task, next.through, on)
	} else if other, _ := Edition2023.due(state, days); other == next.task {
		d.Task = next.task
	}
	if decision, ok := either(&p, e, func(e Edition) calendar.Date { return e.decision(state, days) }); ok {
		d.DecisionBy = decision
	}
	d.By = d.Task.By()
	return d, nil
}

// Notes returns an iterator over the notes on what to read in the comments of the
// claim (CPR-44), that the decision may take longer (CPR-45), and that an approved
// claim needs nothing more (CPR-25).
func (d Deadline) Notes() iter.Seq[partnerrules.Note] {
	competes := d.State.Status == UnderReview && d.State.Competes == Yes
	isDone := d.State.Status == Approved && (d.Timing == TimingClosed || d.Timing == TimingOpen && d.Through.IsZero())
	return func(yield func(partnerrules.Note) bool) {
		_ = (d.State.Status != PartnerActionRequired && !competes || yield(answerInComments())) &&
			(!competes || yield(reviewMayTakeLonger())) &&
			(!isDone || yield(nothingToDo()))
	}
}

// decision returns the last day of a decision that is not late.
func (e Edition) decision(at ClaimState, days calendar.BusinessCalendar) calendar.Date {
	task, through := e.due(at, days)
	switch {
	case task == TaskFinalDecision:
		return through
	case task == TaskDecision && at.Competes.And(at.Notified) != Yes:
		return through
	case task == TaskPartnerAnswer:
		return e.decision(ClaimState{Status: Submitted, Since: through}, days)
	case task == TaskInitialReview:
		return e.decision(ClaimState{Status: UnderReview, Since: through}, days)
	}
	return calendar.Date{}
}

// due returns the next task and its last day.
func (e Edition) due(at ClaimState, days calendar.BusinessCalendar) (Task, calendar.Date) {
	t := e.terms()
	switch at.Status {
	case Submitted:
		return TaskInitialReview, days.Add(at.Since, t.reviewDays) // CPR-21
	case UnderReview:
		return TaskDecision, days.Add(at.Since, t.decisionDays) // CPR-22
	case PartnerActionRequired:
		return TaskPartnerAnswer, days.Add(at.Since, t.answerDays) // CPR-23
	case Dispute:
		return TaskFinalDecision, days.Add(at.Since, t.finalDays) // CPR-26
	case Approved:
		if t.declineDays == noLimit {
			return TaskCustomerDecline, calendar.Date{}
		}
		return TaskCustomerDecline, at.Since.AddDays(t.declineDays) // CPR-25
	case Rejected:
		if !t.disputeOnce || !at.Disputed {
			return TaskPartnerDispute, at.Since.AddDays(t.disputeDays) // CPR-26
		}
	}
	return noTask, calendar.Date{}
}

// timing returns the relation of a day to the last day of a task.
func (at *ClaimState) timing(task Task, through, on calendar.Date) Timing {
	switch {
	case !on.After(through):
		return TimingOpen
	case task.isChoice():
		return TimingClosed
	case task != TaskDecision:
		return TimingOverdue
	}
	switch at.Competes.And(at.Notified) { // CPR-24
	case Yes:
		return TimingExcused
	case No:
		return TimingOverdue
	}
	return TimingUnknown
}

// A Task is a task that can or must be done next on a claim. The zero Task means
// that nothing is due.
type Task uint8

// The tasks.
const (
	TaskInitialReview   Task = iota + 1 // Microsoft starts the review (CPR-21): "initial-review"
	TaskDecision                        // Microsoft decides or asks for more (CPR-22): "decision"
	TaskPartnerAnswer                   // the partner answers Microsoft (CPR-23): "partner-answer"
	TaskCustomerDecline                 // the customer may decline (CPR-25): "customer-decline"
	TaskPartnerDispute                  // the partner may dispute a rejection (CPR-26): "partner-dispute"
	TaskFinalDecision                   // Microsoft decides on a dispute (CPR-26): "final-decision"

	noTask Task = 0
)

// Rule returns the ID of the task's rule, such as "CPR-21". It returns the empty ID
// if t is zero or invalid.
func (t Task) Rule() partnerrules.RuleID {
	switch t {
	case TaskInitialReview:
		return "CPR-21"
	case TaskDecision:
		return "CPR-22"
	case TaskPartnerAnswer:
		return "CPR-23"
	case TaskCustomerDecline:
		return "CPR-25"
	case TaskPartnerDispute, TaskFinalDecision:
		return "CPR-26"
	}
	return ""
}

// By returns the actor of the task, which is zero if t is zero or invalid.
func (t Task) By() Actor {
	switch t {
	case TaskInitialReview, TaskDecision, TaskFinalDecision:
		return ActorMicrosoft
	case TaskPartnerAnswer, TaskPartnerDispute:
		return ActorPartner
	case TaskCustomerDecline:
		return ActorCustomer
	}
	return 0
}

// isChoice reports whether the task is optional.
func (t Task) isChoice() bool { return t == TaskCustomerDecline || t == TaskPartnerDispute }

// A Timing is the relation of a day to a due day. The zero Timing is unknown.
type Timing uint8

// The timings.
const (
	TimingUnknown Timing = iota // after the due day, but perhaps excused; or the due day is unknown: "unknown"
	TimingOpen                  // not after the due day, or there is no due day: "open"
	TimingExcused               // after it, which is allowed during arbitration (CPR-24): "excused"
	TimingOverdue               // after it, and the task is late: "overdue"
	TimingClosed                // after it: the optional task is no longer possible: "closed"
)

// An Actor is a party that acts on a claim. The zero Actor stands for nobody.
type Actor uint8

// The actors.
const (
	ActorMicrosoft Actor = iota + 1 // "microsoft"
	ActorPartner                    // "partner"
	ActorCustomer                   // "customer"
	ActorSupport                    // the support of Partner Center: "support"
)
