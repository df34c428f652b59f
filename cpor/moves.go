package cpor

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// CanMove reports whether a rule of the edition leads from one status to
// another at all, whatever the days and the causes. It is false under a policy
// that is not valid.
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

// Editable reports whether a claim can be edited in a status, under [Baseline]:
// see [Policy.Editable].
func Editable(s Status) bool { return Baseline().Editable(s) }

// Editable reports whether a claim can be edited in a status (CPR-28). An edit
// moves nothing and restarts no clock. It is false under a policy that is not
// valid.
func (p Policy) Editable(s Status) bool {
	if !p.Edition.has(s) {
		return false
	}
	switch s {
	case Editing, PartnerActionRequired:
		return true
	case Submitted:
		return p.Edition.terms().submittedIsEditable
	}
	return false
}

// checkStanding refuses what cannot be judged.
func (p *Policy) checkStanding(at *Standing) error {
	if err := p.Validate(); err != nil {
		return err
	}
	if field, reason := at.fault(); field != "" {
		return &calendar.InputError{Name: "standing." + field, Reason: reason}
	}
	return nil
}

func (s *Standing) fault() (field, reason string) {
	switch {
	case !s.Status.isKnown():
		return "status", "none: " + enum.Outside("status", s.Status)
	case s.Since.IsZero():
		return "since", noDate
	}
	return faultOf(answer{"competes", s.Competes}, answer{"told", s.Told})
}

func (s *Step) fault() (field, reason string) {
	switch {
	case !s.Status.isKnown():
		return "status", "none: " + enum.Outside("status", s.Status)
	case s.On.IsZero():
		return "on", noDate
	case s.Cause > lastCause:
		return "cause", noValue(s.Cause)
	}
	return faultOf(answer{"competes", s.Competes}, answer{"told", s.Told})
}

// walk follows a history. With late, a step that comes late ends it too.
func (p *Policy) walk(history []Step, days calendar.BusinessCalendar, late bool) (at Standing, err error) {
	if err := p.Validate(); err != nil {
		return at, err
	}
	if len(history) == 0 {
		return at, &calendar.InputError{Name: "history", Reason: "empty"}
	}
	for i, step := range history {
		if field, reason := step.fault(); field != "" {
			return at, &calendar.InputError{Name: item("history", i) + "." + field, Reason: reason}
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

func (p *Policy) faultAt(i int, at Standing, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	switch {
	case i > 0:
		return p.fault(at, step, days)
	case step.Status != Editing:
		return HistoryStartsElsewhere, calendar.Date{}
	}
	return noReason, calendar.Date{}
}

func (p *Policy) stepError(i int, from Standing, step Step, reason Reason, due calendar.Date) *StepError {
	return &StepError{i, from.Status, step.Status, step.On, reason, due, *p}
}

// fault says why a step is not legal, and which day was missed or not waited
// for.
func (p *Policy) fault(from Standing, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
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
	case isEnd && t.groundsNeeded && isBlank(step.Grounds):
		return GroundsMissing, calendar.Date{}
	}
	return noReason, calendar.Date{}
}

// lateness says that a legal step came after its due day. It does so only if
// that is known.
func (p *Policy) lateness(from Standing, step Step, days calendar.BusinessCalendar) (Reason, calendar.Date) {
	task, due := p.due(from, days)
	if p.timing(from, task, due, step.On) != Overdue {
		return noReason, calendar.Date{}
	}
	switch task {
	case InitialReview:
		return ReviewLate, due
	case FinalDecision:
		return FinalDecisionLate, due
	}
	return DecisionLate, due
}

// after returns where a claim stands after a legal step.
func (p *Policy) after(from Standing, step Step) Standing {
	isDispute := from.Status == Rejected && step.Status == p.Edition.terms().disputeStatus
	return Standing{
		Status: step.Status, Since: step.On, Disputed: from.Disputed || isDispute,
		Competes: step.Competes, Told: step.Told,
	}
}
