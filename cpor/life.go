package cpor

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A StepError is the error of a step of a claim that is illegal or late, with the
// reason.
type StepError struct {
	Step   int           `json:"step"` // the index in the history; 0 for a single step
	From   Status        `json:"from"`
	To     Status        `json:"to"`
	On     calendar.Date `json:"on"` // the day of the step
	Reason Reason        `json:"reason"`
	Due    calendar.Date `json:"due,omitzero"` // the deadline that was missed, or that has not passed yet
	Policy Policy        `json:"policy"`
}

// Error returns a text such as "history[4]: partner-action-required to submitted
// on 2020-07-16: answered-too-late, due 2020-07-15 (CPR-23)". The text for a
// single step has no index.
func (e *StepError) Error() string {
	s := e.From.String()
	if e.Step > 0 {
		s = "history[" + strconv.Itoa(e.Step) + "]: " + s
	}
	s += " to " + e.To.String() + " on " + e.On.String() + ": " + e.Reason.String()
	if !e.Due.IsZero() {
		s += ", due " + e.Due.String()
	}
	return s + " (" + string(e.Reason.Rule()) + ")"
}

// IsLate reports whether the step is legal but late.
func (e *StepError) IsLate() bool { return e.Reason.isLate() }

// Apply returns the state of a claim after a step under [Baseline]. See
// [Policy.Apply].
func Apply(from ClaimState, step Step, days calendar.BusinessCalendar) (ClaimState, error) {
	return Baseline().Apply(from, step, days)
}

// Replay returns the state of a claim after its history under [Baseline]. See
// [Policy.Replay].
func Replay(history []Step, days calendar.BusinessCalendar) (ClaimState, error) {
	return Baseline().Replay(history, days)
}

// CheckHistory checks the history of a claim under [Baseline]. See
// [Policy.CheckHistory].
func CheckHistory(history []Step, days calendar.BusinessCalendar) error {
	return Baseline().CheckHistory(history, days)
}

// Apply returns the state of a claim after a step (CPR-20 to CPR-28, CPR-46). It
// accepts a legal step that is late.
//
// Apply returns a [*StepError] that names both statuses if the step is illegal.
// It returns a [*partnerrules.InputError] if the policy is invalid, or if the
// state or the step has no day, no status or an invalid value. If it returns an
// error, the state is from.
func (p Policy) Apply(from ClaimState, step Step, days calendar.BusinessCalendar) (ClaimState, error) {
	if err := p.checkState(&from); err != nil {
		return from, err
	}
	if err := step.check(); err != nil {
		return from, check.Within("step.", err)
	}
	if reason, due := p.fault(from, step, days); reason != noReason {
		return from, p.stepError(0, from, step, reason, due)
	}
	return p.after(from, step), nil
}

// Replay returns the state of a claim after its history, which must start at
// [Editing] (CPR-20). It accepts legal steps that are late.
//
// Replay returns a [*StepError] for the first illegal step. It returns a
// [*partnerrules.InputError] if the policy is invalid, the history is empty, or a
// step has no day, no status or an invalid value. The error has the path of the
// step, such as "history[2].on".
func (p Policy) Replay(history []Step, days calendar.BusinessCalendar) (ClaimState, error) {
	at, err := p.walk(history, days, false)
	if err != nil {
		return ClaimState{}, err
	}
	return at, nil
}

// CheckHistory checks the history of a claim. It returns a [*StepError] for the
// first step that is illegal or late. Otherwise it returns the same
// errors as [Policy.Replay].
//
// A decision after its due day is late only if the step to [UnderReview] records
// that the claim does not compete, or that the partner of the claim was not
// notified (CPR-24).
func (p Policy) CheckHistory(history []Step, days calendar.BusinessCalendar) error {
	_, err := p.walk(history, days, true)
	return err
}

// CanMove reports whether the edition has a transition from one status to another,
// regardless of days and causes (CPR-20). It is false under an invalid policy.
func (p Policy) CanMove(from, to Status) bool {
	t := p.Edition.terms()
	if !p.Edition.has(from) || !p.Edition.has(to) {
		return false
	}
	switch from {
	case Editing:
		return to == Submitted
	case Submitted:
		return to == UnderReview
	case UnderReview:
		return to == Approved || to == Rejected || to == PartnerActionRequired
	case PartnerActionRequired:
		return to == Submitted || to == Rejected
	case Approved:
		return to == Rejected || to == t.endedStatus
	case Rejected:
		return to == t.disputeStatus
	case Dispute:
		return to == Approved || to == RejectedFinal
	}
	return false
}

// checkState returns an error if the policy or the state is invalid.
func (p *Policy) checkState(at *ClaimState) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return check.Within("state.", at.check())
}

// walk replays a history up to the first illegal step. If late is true, it also
// stops at the first late step.
func (p *Policy) walk(history []Step, days calendar.BusinessCalendar, late bool) (at ClaimState, err error) {
	if err := p.Validate(); err != nil {
		return at, err
	}
	if len(history) == 0 {
		return at, check.Input("history", "empty")
	}
	for i, step := range history {
		if err := step.check(); err != nil {
			return at, check.Within(check.Item("history", i)+".", err)
		}
		reason, due := p.faultAt(i, at, step, days)
		if reason == noReason && late {
			reason, due = p.lateness(at, step, days)
		}
		if reason != noReason {
			return at, p.stepError(i, at, step, reason, due)
		}
		at = p.after(at, step)
	}
	return at, nil
}

// faultAt is like fault, but also checks that the history starts at Editing.
func (p *Policy) faultAt(i int, at ClaimState, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	switch {
	case i > 0:
		return p.fault(at, step, days)
	case step.Status != Editing:
		return HistoryStartsElsewhere, calendar.Date{}
	}
	return noReason, calendar.Date{}
}

// stepError returns the error of step i.
func (p *Policy) stepError(i int, from ClaimState, step Step, reason Reason, due calendar.Date) *StepError {
	return &StepError{i, from.Status, step.Status, step.On, reason, due, *p}
}

// fault returns the reason for which a step is illegal, and the deadline that was
// missed or has not passed yet.
func (p *Policy) fault(from ClaimState, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	switch {
	case !p.Edition.has(from.Status) || !p.Edition.has(step.Status):
		return StatusNotInEdition, calendar.Date{}
	case step.On.Before(from.Since):
		return DaysGoBack, calendar.Date{}
	case !p.CanMove(from.Status, step.Status):
		return MoveNotLegal, calendar.Date{}
	}
	_, due := p.due(from, days)
	isPast := step.On.After(due)
	switch from.Status {
	case PartnerActionRequired: // CPR-23
		if step.Status == Submitted && isPast {
			return AnsweredTooLate, due
		}
		if step.Status == Rejected && !isPast {
			return RejectedTooEarly, due
		}
	case Approved: // CPR-25, CPR-27, CPR-46
		return p.endFault(step, due)
	case Rejected: // CPR-26
		if p.Edition.terms().disputeOnce && from.Disputed {
			return DisputedTwice, calendar.Date{}
		}
		if isPast {
			return DisputedTooLate, due
		}
	}
	return noReason, calendar.Date{}
}

// endFault returns the reason for which a step from Approved is illegal. Without a
// cause, a step is legal if it is legal for some cause.
func (p *Policy) endFault(step Step, declineDue calendar.Date) (Reason, calendar.Date) {
	t := p.Edition.terms()
	isEnd := step.Status == t.endedStatus
	switch {
	case step.Cause == CustomerDeclined && step.Status == Rejected && step.On.After(declineDue):
		return DeclinedTooLate, declineDue
	case step.Cause == PartnerEnded && !isEnd, step.Status == RejectedFinal && step.Cause != PartnerEnded && step.Cause != CauseUnknown:
		return MoveNotLegal, calendar.Date{}
	case isEnd && t.justificationNeeded && check.IsBlank(step.Justification):
		return JustificationMissing, calendar.Date{}
	}
	return noReason, calendar.Date{}
}

// lateness returns the reason for which a legal step is late, and its deadline. It
// returns no reason if it is unknown whether the step is late.
func (p *Policy) lateness(from ClaimState, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	task, due := p.due(from, days)
	if p.timing(from, task, due, step.On) != TimingOverdue {
		return noReason, calendar.Date{}
	}
	switch task {
	case TaskInitialReview:
		return ReviewLate, due
	case TaskFinalDecision:
		return FinalDecisionLate, due
	}
	return DecisionLate, due
}

// after returns the state of a claim after a legal step.
func (p *Policy) after(from ClaimState, step Step) ClaimState {
	isDispute := from.Status == Rejected && step.Status == p.Edition.terms().disputeStatus
	return ClaimState{
		Status: step.Status, Since: step.On, Disputed: from.Disputed || isDispute,
		Competes: step.Competes, Notified: step.Notified,
	}
}
