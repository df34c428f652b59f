package eligibility

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds what differs between editions of the rules on buying and
// renewing. It is a plain value: copy [Baseline] or the policy of [InForce],
// change a field, and call its methods. The zero Policy is invalid.
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
// [Policy.NextOpening], asked before it, knows of it.
func InForce(on calendar.Date) (Policy, calendar.Coverage) {
	p := Baseline()
	p.RetiredFrom = Editions()[1].From
	return p, Editions().Coverage(on)
}

// Editions returns the editions of the rules of this package, oldest first.
func Editions() calendar.EditionList {
	return calendar.EditionList{
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

// Validate returns a *[partnerrules.InputError] for the first invalid field, such
// as "dates.windowCloses".
func (p Policy) Validate() error {
	return check.Within("dates.", p.Dates.Validate())
}

// String names the policy by what sets it apart from the baseline.
func (p Policy) String() string {
	s := p.Dates.String()
	if !p.RetiredFrom.IsZero() {
		s += "; Action Packs and legacy offers retired from " + p.RetiredFrom.String()
	}
	return s
}
