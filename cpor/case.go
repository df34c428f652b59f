package cpor

import (
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Case is a claim with its history on a day (CPR-54). Its edition is that of the
// first step's day. The zero Case is invalid: see [NewCase].
type Case struct {
	policy  Policy
	claim   Claim
	history []Step
	on      calendar.Date
	days    calendar.BusinessCalendar
}

// NewCase returns the case of a claim under the policy of [InForce]. See
// [Policy.NewCase].
func NewCase(c Claim, history []Step, on calendar.Date, days calendar.BusinessCalendar) (Case, error) {
	return inForce().NewCase(c, history, on, days)
}

// NewCase returns the case of a claim with its history on a day. The parameter days
// defines the business days. These fields of the claim follow from the history:
//   - Status is the status of the last step,
//   - Begins is the day of the first step,
//   - Submitted is the day of the first step to [Submitted],
//   - Approved is the day of the last step to [Approved], if Status is Approved.
//
// A field that is given must agree. Illegal and late steps are not errors here: see
// [Case.Check].
//
// NewCase returns a [*partnerrules.InputError] if:
//   - a field of the claim contradicts the history,
//   - a step has no day, no status or an invalid value, or is after on (INP-05),
//   - the history is empty,
//   - [Claim.Validate] rejects the claim with the fields that follow,
//   - the policy is invalid, or on is zero.
func (p Policy) NewCase(c Claim, history []Step, on calendar.Date, days calendar.BusinessCalendar) (Case, error) {
	if err := p.Validate(); err != nil {
		return Case{}, err
	}
	if on.IsZero() {
		return Case{}, check.NoDate("on")
	}
	if len(history) == 0 {
		return Case{}, check.Input("history", "empty")
	}
	for i := range history {
		step := &history[i]
		err := step.check()
		if err == nil && step.On.After(on) {
			err = afterDay("on", step.On, on)
		}
		if err != nil {
			return Case{}, check.Within(check.Item("history", i)+".", err)
		}
	}
	if bad := c.follow(history); bad != nil {
		return Case{}, check.Within("claim.", c.named(bad))
	}
	if err := c.validate(); err != nil {
		return Case{}, check.Within("claim.", err)
	}
	return Case{p, c, slices.Clone(history), on, days}, nil
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

// Claim returns the claim, with the fields that follow from its history.
func (c Case) Claim() Claim { return c.claim }

// State returns the state of the claim. See [Policy.Replay].
func (c Case) State() (ClaimState, error) { return c.policy.Replay(c.history, c.days) }

// Check returns a [*StepError] for the first step that is illegal or late. See
// [Policy.CheckHistory].
func (c Case) Check() error { return c.policy.CheckHistory(c.history, c.days) }

// NextDeadline returns the next task on the claim. It returns the error of
// [Case.State] if there is one. See [Policy.NextDeadline].
func (c Case) NextDeadline() (Deadline, error) {
	at, err := c.State()
	if err != nil {
		return Deadline{}, err
	}
	return c.policy.NextDeadline(at, c.on, c.days)
}

// Editable returns whether the claim can be edited. It is Unknown for the zero Case.
// See [Policy.Editable].
func (c Case) Editable() Tri { return c.policy.Editable(c.claim.Status, c.claim.Begins) }
