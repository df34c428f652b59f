package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Deadline is what can or must be done next with a claim, by whom, and by when.
type Deadline struct {
	Task    Task          `json:"task,omitzero"`    // zero: nothing
	By      Actor         `json:"by,omitzero"`      // who is to act
	Through calendar.Date `json:"through,omitzero"` // the last day; no date: at any time, or nothing
	Timing  Timing        `json:"timing"`           // how the day judged by stands to it

	On calendar.Date `json:"on"` // the day judged by

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// NextDeadline says what is due next, under [Baseline]: see [Policy.NextDeadline].
func NextDeadline(at ClaimState, on calendar.Date, days calendar.BusinessCalendar) (Deadline, error) {
	return Baseline().NextDeadline(at, on, days)
}

// NextDeadline says what can or must be done next with a claim, by when, and whether it
// is overdue on a day (CPR-21 to CPR-26, CPR-45). The day of the event is day 0;
// business days are those of the calendar given. A day through which something
// may be done is included.
//
// NextDeadline returns a [*partnerrules.InputError] if the policy is invalid, if on is
// zero, or if the standing has no day, no status of the edition or an invalid
// value.
func (p Policy) NextDeadline(at ClaimState, on calendar.Date, days calendar.BusinessCalendar) (Deadline, error) {
	if err := p.checkStanding(&at); err != nil {
		return Deadline{}, err
	}
	switch {
	case on.IsZero():
		return Deadline{}, check.NoDate("on")
	case !p.Edition.has(at.Status):
		return Deadline{}, check.Input("standing.status", at.Status.String()+" is no status of edition "+p.Edition.String())
	}
	task, through := p.due(at, days)
	return Deadline{task, task.By(), through, p.timing(at, task, through, on), on, p}, nil
}

// Notes returns what to know besides the deadline: where the partner finds what
// it is asked for (CPR-44).
func (d Deadline) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(d.Task == TaskPartnerAnswer, answerInComments)
}

// due returns the next task and its last day.
func (p *Policy) due(at ClaimState, days calendar.BusinessCalendar) (Task, calendar.Date) {
	t := p.Edition.terms()
	switch at.Status {
	case Submitted:
		return TaskInitialReview, days.Add(at.Since, t.reviewDays)
	case UnderReview:
		return TaskDecision, days.Add(at.Since, t.decisionDays)
	case PartnerActionRequired:
		return TaskPartnerAnswer, days.Add(at.Since, t.answerDays)
	case Dispute:
		return TaskFinalDecision, days.Add(at.Since, t.finalDays)
	case Approved:
		if t.declineDays == noLimit {
			return TaskCustomerDecline, calendar.Date{}
		}
		return TaskCustomerDecline, at.Since.AddDays(t.declineDays)
	case Rejected:
		if !t.disputeOnce || !at.Disputed {
			return TaskPartnerDispute, at.Since.AddDays(t.disputeDays)
		}
	}
	return noTask, calendar.Date{}
}

// timing says how a day stands to the last day of a task.
func (p *Policy) timing(at ClaimState, task Task, through, on calendar.Date) Timing {
	switch {
	case !on.After(through):
		return TimingOpen
	case task.isChoice():
		return TimingClosed
	case task != TaskDecision:
		return TimingOverdue
	}
	switch at.Competes.And(at.Notified) {
	case Yes:
		return TimingExcused
	case No:
		return TimingOverdue
	}
	return TimingUnknown
}

// A Task is what can or must be done next with a claim. The zero Task stands for
// nothing to do.
type Task uint8

// The tasks.
const (
	TaskInitialReview   Task = iota + 1 // Microsoft takes the claim up (CPR-21): "initial-review"
	TaskDecision                        // Microsoft decides, or asks for more (CPR-22): "decision"
	TaskPartnerAnswer                   // the partner answers what was asked (CPR-23): "partner-answer"
	TaskCustomerDecline                 // the customer may decline (CPR-25): "customer-decline"
	TaskPartnerDispute                  // the partner may dispute a rejection (CPR-26): "partner-dispute"
	TaskFinalDecision                   // Microsoft decides on a dispute (CPR-26): "final-decision"

	noTask Task = 0
)

// Rule returns the ID of the rule that the task comes from, such as "CPR-21".
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

// By returns who does it.
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

// isChoice reports whether the task may be left undone.
func (t Task) isChoice() bool { return t == TaskCustomerDecline || t == TaskPartnerDispute }

// A Timing is how a day relates to a due day. The zero value is unknown.
type Timing uint8

// The timings.
const (
	TimingUnknown Timing = iota // past the due day, and perhaps excused: "unknown"
	TimingOpen                  // not past the due day, or there is none: "open"
	TimingExcused               // past it, as arbitration may be (CPR-24): "excused"
	TimingOverdue               // past it, and what was due is late: "overdue"
	TimingClosed                // past it: what might have been done can no longer be: "closed"
)

// An Actor is who acts on a claim. The zero Actor stands for nobody.
type Actor uint8

// The actors.
const (
	ActorMicrosoft Actor = iota + 1 // "microsoft"
	ActorPartner                    // "partner"
	ActorCustomer                   // "customer"
)
