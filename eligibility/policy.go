package eligibility

import (
	"errors"

	"github.com/partnerrules/partnerrules/calendar"
)

// A Policy holds what differs between editions of the rules on buying and
// renewing. It is a plain value: copy [Baseline] or the policy of [InForce],
// change a field, and call its methods. The zero value is no policy: it is
// refused.
type Policy struct {
	// Dates holds the bounds of the renewal window and what a renewal does to
	// the anniversary date.
	Dates calendar.Policy `json:"dates"`

	// RetiredFrom is the first day on which Action Packs and legacy offers are
	// neither sold nor renewed (ELG-13). It is compared with the day judged. No
	// date, as in the baseline: they are sold without an end.
	RetiredFrom calendar.Date `json:"retiredFrom,omitzero"`
}

// Baseline returns the edition of 2023-24, on which the functions of this
// package rest that are not methods of a Policy.
func Baseline() Policy { return Policy{Dates: calendar.Baseline()} }

// InForce returns the policy known to hold on a day, and whether that day is
// one for which the rules are known. It is the baseline with Policy.RetiredFrom
// set, on every day: the switch is compared with the day judged, so that
// [Policy.When], asked before it, knows of it.
func InForce(on calendar.Date) (Policy, calendar.Coverage) {
	p := Baseline()
	p.RetiredFrom = Editions()[1].From
	return p, calendar.CoverageOf(Known(), on)
}

// Known returns the days for which the rules of this package are known.
func Known() calendar.Period { return calendar.KnownDays(Editions()) }

// Editions returns the editions of the rules of this package, oldest first.
func Editions() []calendar.Edition {
	return []calendar.Edition{
		{
			Name:   "baseline",
			From:   calendar.MustParseDate("2022-10-04"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: "Troubleshoot membership purchase: Buy now or Renew button is disabled; Microsoft AI Cloud Partner Program benefits FAQ",
		},
		{
			Name:   "Action Packs and legacy offers retired (ELG-13)",
			From:   calendar.MustParseDate("2025-01-22"),
			Seen:   calendar.MustParseDate("2025-01-31"),
			Source: "Renew your membership offers, end of 2024",
		},
	}
}

// Validate returns a [*calendar.InputError] for the first field that makes no
// sense: "dates.windowCloses", say.
func (p Policy) Validate() error {
	err := p.Dates.Validate()
	if err == nil {
		return nil
	}
	var bad *calendar.InputError
	if errors.As(err, &bad) {
		return &calendar.InputError{Name: "dates." + bad.Name, Reason: bad.Reason}
	}
	return err
}

// String names the policy by what sets it apart from the baseline.
func (p Policy) String() string {
	s := p.Dates.String()
	if !p.RetiredFrom.IsZero() {
		s += "; Action Packs and legacy offers retired from " + p.RetiredFrom.String()
	}
	return s
}
