package cpor

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Case is a claim with its history (CPR-54). To learn what is due next, pass the
// history to [Replay] and the state to [NextDeadline].
type Case struct {
	// Claim is the claim. The fields that follow from the history may be zero: see
	// [Case.Resolve].
	Claim Claim `json:"claim"`

	History []Step `json:"history"` // all steps, in their order
}

// Resolve returns the claim on a day, with the fields that follow from its history:
//   - Status is the status of the last step,
//   - Begins is the day of the first step, which determines the edition,
//   - Submitted is the day of the first step to [Submitted],
//   - Approved is the day of the last step to [Approved], if Status is Approved.
//
// A field that is given must agree. Illegal and late steps are not errors here: see
// [CheckHistory].
//
// Resolve returns a [*partnerrules.InputError] if:
//   - a field of the claim contradicts the history,
//   - a step has no day, no status or an invalid value, or is after on (INP-05),
//   - the history is empty, or on is zero,
//   - [Claim.Validate] rejects the resulting claim.
func (c Case) Resolve(on calendar.Date) (Claim, error) {
	if on.IsZero() {
		return Claim{}, check.NoDate("on")
	}
	if len(c.History) == 0 {
		return Claim{}, check.Input("history", "empty")
	}
	for i := range c.History {
		step := &c.History[i]
		err := step.check()
		if err == nil && step.On.After(on) {
			err = afterDay("on", step.On, on)
		}
		if err != nil {
			return Claim{}, check.Within(check.Item("history", i)+".", err)
		}
	}
	claim := c.Claim
	if bad := claim.follow(c.History); bad != nil {
		return Claim{}, check.Within("claim.", claim.named(bad))
	}
	if err := claim.validate(); err != nil {
		return Claim{}, check.Within("claim.", err)
	}
	return claim, nil
}

// follow sets the fields of the claim that follow from its history. It returns the
// error of a field that contradicts the history, or nil.
func (c *Claim) follow(history []Step) *partnerrules.InputError {
	status := history[len(history)-1].Status
	var submitted, approved calendar.Date
	for _, step := range history {
		switch {
		case step.Status == Submitted && submitted.IsZero():
			submitted = step.On
		case step.Status == Approved && status == Approved:
			approved = step.On
		}
	}
	if c.Status != StatusUnknown && c.Status != status {
		return check.Input("status", c.Status.String()+", but the history ends with "+status.String())
	}
	for _, day := range []struct {
		name   string
		field  *calendar.Date
		follow calendar.Date
	}{{"begins", &c.Begins, history[0].On}, {"submitted", &c.Submitted, submitted}, {"approved", &c.Approved, approved}} {
		if !day.field.IsZero() && *day.field != day.follow {
			return check.Input(day.name, day.field.String()+", but "+day.follow.String()+" by the history")
		}
		*day.field = day.follow
	}
	c.Status = status
	return nil
}
