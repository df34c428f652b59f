package portfolio

import (
	"errors"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// An Edition is the choice of a policy on the command line.
type Edition string

// The editions.
const (
	Baseline Edition = "baseline" // the rules of 2023-24
	InForce  Edition = "in-force" // with the changes that have a published date
)

// UnmarshalText lets package flag read an edition.
func (e *Edition) UnmarshalText(text []byte) error {
	switch given := Edition(text); given {
	case Baseline, InForce:
		*e = given
		return nil
	}
	return errors.New("want baseline or in-force")
}

// MarshalText lets package flag show the default.
func (e Edition) MarshalText() ([]byte, error) { return []byte(e), nil }

// policy returns the policy for a day, and the days for which it is known to
// hold. The baseline is known only as long as a copy of its source shows it.
func (e Edition) policy(on calendar.Date) (eligibility.Policy, calendar.Period) {
	if e == InForce {
		policy, _ := eligibility.InForce(on)
		return policy, eligibility.Known()
	}
	first := eligibility.Editions()[0]
	known, _ := calendar.NewPeriod(first.From, first.Seen)
	return eligibility.Baseline(), known
}
