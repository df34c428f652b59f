package cpor

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
)

// A Step is an entry in the history of a claim: the status that it came to, and
// when. An edit that moves nothing is no step.
type Step struct {
	Status Status        `json:"status"`
	On     calendar.Date `json:"on"`

	// Cause says why an approved claim left that status.
	Cause Cause `json:"cause,omitzero"`

	// Grounds is the reason that the partner states for ending an approved
	// claim, which the edition of 2023 asks for (CPR-27).
	Grounds string `json:"grounds,omitzero"`

	// Competes says of a claim that comes under review whether it competes with
	// an incumbent, and Told whether its claimant was told so in the comments:
	// then it may stay under review past its due day (CPR-24).
	Competes Tri `json:"competes,omitzero"`
	Told     Tri `json:"told,omitzero"`
}

// A Standing is where a claim stands. The zero value is a claim of which nothing
// is known.
type Standing struct {
	Status Status        `json:"status"`
	Since  calendar.Date `json:"since,omitzero"` // the day on which it came to the status

	// Disputed says that a rejection of it was disputed before (CPR-26).
	Disputed bool `json:"disputed,omitzero"`

	// Competes and Told are those of the step that brought it under review.
	Competes Tri `json:"competes,omitzero"`
	Told     Tri `json:"told,omitzero"`
}

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
	return s + " (" + e.Reason.Rule() + ")"
}

// IsLate reports whether the step is legal, and only came after its due day.
func (e *StepError) IsLate() bool { return e.Reason.isLate() }

// Move returns where a claim stands after a step, under [Baseline]: see
// [Policy.Move].
func Move(from Standing, step Step, days calendar.BusinessCalendar) (Standing, error) {
	return Baseline().Move(from, step, days)
}

// Follow returns where a claim stands after its history, under [Baseline]: see
// [Policy.Follow].
func Follow(history []Step, days calendar.BusinessCalendar) (Standing, error) {
	return Baseline().Follow(history, days)
}

// Check checks the history of a claim, under [Baseline]: see [Policy.Check].
func Check(history []Step, days calendar.BusinessCalendar) error {
	return Baseline().Check(history, days)
}

// Move returns where a claim stands after a step (CPR-20 to CPR-28, CPR-46). A
// step that is not legal is a [*StepError], which names both statuses, and moves
// nothing. One that is late is made.
//
// A policy that is not valid, and a standing or step without a day, without a
// status or with a value that is none of its type, give a
// [*calendar.InputError].
func (p Policy) Move(from Standing, step Step, days calendar.BusinessCalendar) (Standing, error) {
	if err := p.checkStanding(&from); err != nil {
		return from, err
	}
	if field, reason := step.fault(); field != "" {
		return from, &calendar.InputError{Name: "step." + field, Reason: reason}
	}
	if reason, due := p.fault(from, step, days); reason != noReason {
		return from, p.stepError(0, from, step, reason, due)
	}
	return p.after(from, step), nil
}

// Follow returns where a claim stands after its history, which starts at
// Editing. The first step that is not legal is a [*StepError]. Otherwise as
// [Policy.Move]; the InputError names the step: "history[2].on".
func (p Policy) Follow(history []Step, days calendar.BusinessCalendar) (Standing, error) {
	at, err := p.walk(history, days, false)
	if err != nil {
		return Standing{}, err
	}
	return at, nil
}

// Check checks the history of a claim as a whole. It is as [Policy.Follow], but
// a step that was legal and late is a [*StepError] too, and the first of either
// kind is named. A decision past its due day is late only where the step under
// review says that the claim does not compete, or its claimant was not told.
func (p Policy) Check(history []Step, days calendar.BusinessCalendar) error {
	_, err := p.walk(history, days, true)
	return err
}
