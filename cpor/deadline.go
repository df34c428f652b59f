package cpor

import "github.com/partnerrules/partnerrules/calendar"

// A Deadline says what can or must be done next with a claim, by whom, and by
// when.
type Deadline struct {
	Task    Task          `json:"task,omitzero"`    // zero: nothing
	By      Actor         `json:"by,omitzero"`      // who is to act
	Through calendar.Date `json:"through,omitzero"` // the last day; no date: at any time, or nothing
	Timing  Timing        `json:"timing"`           // how the day judged by stands to it

	On calendar.Date `json:"on"` // the day judged by

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Due says what is due next, under [Baseline]: see [Policy.Due].
func Due(at Standing, on calendar.Date, days calendar.BusinessCalendar) (Deadline, error) {
	return Baseline().Due(at, on, days)
}

// Due says what can or must be done next with a claim, by when, and whether it
// is overdue on a day (CPR-21 to CPR-26, CPR-45). The day of the event is day 0;
// business days are those of the calendar given. A day through which something
// may be done is included.
//
// A policy that is not valid, no day, and a standing without a day, without a
// status of the edition or with a value that is none of its type, give a
// [*calendar.InputError].
func (p Policy) Due(at Standing, on calendar.Date, days calendar.BusinessCalendar) (Deadline, error) {
	if err := p.checkStanding(&at); err != nil {
		return Deadline{}, err
	}
	switch {
	case on.IsZero():
		return Deadline{}, &calendar.InputError{Name: "on", Reason: noDate}
	case !p.Edition.has(at.Status):
		return Deadline{}, &calendar.InputError{Name: "standing.status", Reason: at.Status.String() + " is no status of edition " + p.Edition.String()}
	}
	task, through := p.due(at, days)
	return Deadline{task, task.By(), through, p.timing(at, task, through, on), on, p}, nil
}

// due returns the next task and its last day.
func (p *Policy) due(at Standing, days calendar.BusinessCalendar) (Task, calendar.Date) {
	t := p.Edition.terms()
	switch at.Status {
	case Submitted:
		return InitialReview, days.Add(at.Since, t.reviewDays)
	case UnderReview:
		return Decision, days.Add(at.Since, t.decisionDays)
	case PartnerActionRequired:
		return PartnerAnswer, days.Add(at.Since, t.answerDays)
	case Dispute:
		return FinalDecision, days.Add(at.Since, t.finalDays)
	case Approved:
		if t.declineDays == noLimit {
			return CustomerDecline, calendar.Date{}
		}
		return CustomerDecline, at.Since.AddDays(t.declineDays)
	case Rejected:
		if !t.disputeOnce || !at.Disputed {
			return PartnerDispute, at.Since.AddDays(t.disputeDays)
		}
	}
	return noTask, calendar.Date{}
}

// timing says how a day stands to the last day of a task.
func (p *Policy) timing(at Standing, task Task, through, on calendar.Date) Timing {
	switch {
	case !on.After(through):
		return Open
	case task.isChoice():
		return Closed
	case task != Decision:
		return Overdue
	}
	switch at.Competes.And(at.Told) {
	case Yes:
		return Excused
	case No:
		return Overdue
	}
	return TimingUnknown
}
