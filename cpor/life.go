package cpor

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A StepError says that a step of a claim's life is not legal, or late, and
// why.
type StepError struct {
	Step   int           `json:"step"` // the index in the history; 0 for a single move
	From   Status        `json:"from"`
	To     Status        `json:"to"`
	On     calendar.Date `json:"on"` // the day of the step
	Reason Reason        `json:"reason"`
	Due    calendar.Date `json:"due,omitzero"` // the day that was missed, or not waited for
	Policy Policy        `json:"policy"`
}

// Error returns, for example, "history[4]: partner-action-required to submitted
// on 2020-07-16: answered-too-late, due 2020-07-15 (CPR-23)", and for a single
// move the same without its place.
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

// IsLate reports whether the step is legal, and only came after its due day.
func (e *StepError) IsLate() bool { return e.Reason.isLate() }

// Apply returns where a claim stands after a step, under [Baseline]: see
// [Policy.Apply].
func Apply(from ClaimState, step Step, days calendar.BusinessCalendar) (ClaimState, error) {
	return Baseline().Apply(from, step, days)
}

// Replay returns where a claim stands after its history, under [Baseline]: see
// [Policy.Replay].
func Replay(history []Step, days calendar.BusinessCalendar) (ClaimState, error) {
	return Baseline().Replay(history, days)
}

// CheckHistory checks the history of a claim, under [Baseline]: see [Policy.CheckHistory].
func CheckHistory(history []Step, days calendar.BusinessCalendar) error {
	return Baseline().CheckHistory(history, days)
}

// Apply returns where a claim stands after a step (CPR-20 to CPR-28, CPR-46). A
// step that is not legal is a [*StepError], which names both statuses, and moves
// nothing. One that is late is made.
//
// Apply returns a [*partnerrules.InputError] if the policy is invalid, or if the
// standing or the step has no day, no status or an invalid value.
func (p Policy) Apply(from ClaimState, step Step, days calendar.BusinessCalendar) (ClaimState, error) {
	if err := p.checkStanding(&from); err != nil {
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

// Replay returns where a claim stands after its history, which starts at
// Editing. The first step that is not legal is a [*StepError]. Otherwise as
// [Policy.Apply]; the InputError names the step: "history[2].on".
func (p Policy) Replay(history []Step, days calendar.BusinessCalendar) (ClaimState, error) {
	at, err := p.walk(history, days, false)
	if err != nil {
		return ClaimState{}, err
	}
	return at, nil
}

// CheckHistory checks the history of a claim as a whole. It is as [Policy.Replay], but
// a step that was legal and late is a [*StepError] too, and the first of either
// kind is named. A decision past its due day is late only where the step under
// review says that the claim does not compete, or its claimant was not told.
func (p Policy) CheckHistory(history []Step, days calendar.BusinessCalendar) error {
	_, err := p.walk(history, days, true)
	return err
}

// CanMove reports whether a rule of the edition leads from one status to
// another at all, whatever the days and the causes. It is false under an invalid
// policy.
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

// checkStanding returns the error of an invalid policy or standing.
func (p *Policy) checkStanding(at *ClaimState) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return check.Within("standing.", at.check())
}

// walk follows a history. With late, a step that comes late ends it too.
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

func (p *Policy) faultAt(i int, at ClaimState, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	switch {
	case i > 0:
		return p.fault(at, step, days)
	case step.Status != Editing:
		return HistoryStartsElsewhere, calendar.Date{}
	}
	return noReason, calendar.Date{}
}

func (p *Policy) stepError(i int, from ClaimState, step Step, reason Reason, due calendar.Date) *StepError {
	return &StepError{i, from.Status, step.Status, step.On, reason, due, *p}
}

// fault says why a step is not legal, and which day was missed or not waited
// for.
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
	case PartnerActionRequired:
		if step.Status == Submitted && isPast {
			return AnsweredTooLate, due
		}
		if step.Status == Rejected && !isPast {
			return RejectedTooEarly, due
		}
	case Approved:
		return p.endFault(step, due)
	case Rejected:
		if p.Edition.terms().disputeOnce && from.Disputed {
			return DisputedTwice, calendar.Date{}
		}
		if isPast {
			return DisputedTooLate, due
		}
	}
	return noReason, calendar.Date{}
}

// endFault says why an approved claim does not end so. Without a cause it is
// legal if some cause makes it so.
func (p *Policy) endFault(step Step, declineDue calendar.Date) (Reason, calendar.Date) {
	t := p.Edition.terms()
	isEnd := step.Status == t.endedStatus
	switch {
	case step.Cause == CustomerDeclined && step.Status == Rejected && step.On.After(declineDue):
		return DeclinedTooLate, declineDue
	case step.Cause == PartnerEnded && !isEnd, step.Status == RejectedFinal && step.Cause != PartnerEnded && step.Cause != CauseUnknown:
		return MoveNotLegal, calendar.Date{}
	case isEnd && t.groundsNeeded && isBlank(step.Justification):
		return JustificationMissing, calendar.Date{}
	}
	return noReason, calendar.Date{}
}

// lateness says that a legal step came after its due day. It does so only if
// that is known.
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

// after returns where a claim stands after a legal step.
func (p *Policy) after(from ClaimState, step Step) ClaimState {
	isDispute := from.Status == Rejected && step.Status == p.Edition.terms().disputeStatus
	return ClaimState{
		Status: step.Status, Since: step.On, Disputed: from.Disputed || isDispute,
		Competes: step.Competes, Notified: step.Notified,
	}
}
