package cpor

import (
	"strconv"

	"github.com/partnerrules/partnerrules"
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

	// Coverage reports whether the rules are known for the day on which the
	// history begins. Policy is the policy that the answer was computed under.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
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

// Apply returns the state of a claim after a step under the policy of
// [InForce]. See [Policy.Apply].
func Apply(from ClaimState, step Step, days calendar.BusinessCalendar) (ClaimState, error) {
	return inForce().Apply(from, step, days)
}

// Replay returns the state of a claim after its history under the policy of
// [InForce]. See [Policy.Replay].
func Replay(history []Step, days calendar.BusinessCalendar) (ClaimState, error) {
	return inForce().Replay(history, days)
}

// CheckHistory checks the history of a claim under the policy of
// [InForce]. See [Policy.CheckHistory].
func CheckHistory(history []Step, days calendar.BusinessCalendar) error {
	return inForce().CheckHistory(history, days)
}

// Apply returns the state of a claim after a step (CPR-20 to CPR-28, CPR-46). It
// accepts a legal step that is late. The edition depends on from.Begins.
//
// Apply returns a [*StepError] that names both statuses if the step is illegal. If
// it returns an error, the state is from. It returns a [*partnerrules.InputError]
// if:
//   - the policy is invalid,
//   - the state or the step has no day, no status or an invalid value,
//   - from.Begins is after from.Since,
//   - from.Begins is zero, and the answer depends on it.
func (p Policy) Apply(from ClaimState, step Step, days calendar.BusinessCalendar) (ClaimState, error) {
	if err := p.checkState(&from); err != nil {
		return from, err
	}
	if err := step.check(); err != nil {
		return from, check.Within("step.", err)
	}
	type outcome struct {
		reason Reason
		due    calendar.Date
		after  ClaimState
	}
	got, ok := either(&p, p.editionOf(&from), func(e Edition) outcome {
		if reason, due := e.fault(from, step, days); reason != noReason {
			return outcome{reason: reason, due: due}
		}
		return outcome{after: e.after(from, step)}
	})
	switch {
	case !ok:
		return from, check.NoDate("state.begins")
	case got.reason != noReason:
		return from, p.stepError(0, from, step, got.reason, got.due)
	}
	return got.after, nil
}

// Replay returns the state of a claim after its history, which must start at
// [Editing] (CPR-20). It accepts legal steps that are late. The edition depends
// on the day of the first step.
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

// CanMove returns whether a claim whose history begins on a day can have a
// transition from one status to another, regardless of days and causes (CPR-20). It
// is Unknown if a status is unknown or invalid, if the answer depends on a begins
// that is zero, and under an invalid policy.
func (p Policy) CanMove(from, to Status, begins calendar.Date) Tri {
	if !p.Edition.isKnown() || !from.isKnown() || !to.isKnown() {
		return Unknown
	}
	can, ok := either(&p, p.EditionOn(begins), func(e Edition) bool { return e.canMove(from, to) })
	if !ok {
		return Unknown
	}
	return partnerrules.TriFromBool(can)
}

// canMove reports whether the edition has a transition.
func (e Edition) canMove(from, to Status) bool {
	t := e.terms()
	if !e.has(from) || !e.has(to) {
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

// editionOf returns the edition of a claim with a valid state, which is zero if it
// is unknown. A claim that came to its status before the edition of 2023 began
// before it too.
func (p *Policy) editionOf(at *ClaimState) Edition {
	begins := at.begins()
	if begins.IsZero() && at.Since.Before(p.Edition2023From) {
		begins = at.Since
	}
	e := p.EditionOn(begins)
	if e == noEdition && !p.Edition.has(at.Status) {
		return Edition2023
	}
	return e
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
	at.Begins = history[0].On
	e := p.EditionOn(at.Begins)
	for i, step := range history {
		if err := step.check(); err != nil {
			return at, check.Within(check.Item("history", i)+".", err)
		}
		reason, due := e.faultAt(i, at, step, days)
		if reason == noReason && late {
			reason, due = e.lateness(at, step, days)
		}
		if reason != noReason {
			return at, p.stepError(i, at, step, reason, due)
		}
		at = e.after(at, step)
	}
	return at, nil
}

// faultAt is like fault, but also checks that the history starts at Editing.
func (e Edition) faultAt(i int, at ClaimState, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	switch {
	case i > 0:
		return e.fault(at, step, days)
	case step.Status != Editing:
		return HistoryStartsElsewhere, calendar.Date{}
	}
	return noReason, calendar.Date{}
}

// stepError returns the error of step i.
func (p *Policy) stepError(i int, from ClaimState, step Step, reason Reason, due calendar.Date) *StepError {
	return &StepError{i, from.Status, step.Status, step.On, reason, due, known.Coverage(from.begins()), *p}
}

// fault returns the reason for which a step is illegal, and the deadline that was
// missed or has not passed yet.
func (e Edition) fault(from ClaimState, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	switch {
	case !e.has(from.Status) || !e.has(step.Status):
		return StatusNotInEdition, calendar.Date{}
	case step.On.Before(from.Since):
		return DaysGoBack, calendar.Date{}
	case !e.canMove(from.Status, step.Status):
		return MoveNotLegal, calendar.Date{}
	}
	_, due := e.due(from, days)
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
		return e.endFault(step, due)
	case Rejected: // CPR-26
		if e.terms().disputeOnce && from.Disputed {
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
func (e Edition) endFault(step Step, declineDue calendar.Date) (Reason, calendar.Date) {
	t := e.terms()
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
func (e Edition) lateness(from ClaimState, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	task, due := e.due(from, days)
	if from.timing(task, due, step.On) != TimingOverdue {
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
func (e Edition) after(from ClaimState, step Step) ClaimState {
	isDispute := from.Status == Rejected && step.Status == e.terms().disputeStatus
	return ClaimState{
		Status: step.Status, Since: step.On, Begins: from.begins(), Disputed: from.Disputed || isDispute,
		Competes: step.Competes, Notified: step.Notified,
	}
}
