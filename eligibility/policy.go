package eligibility

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds the differences between editions of the rules on buying and
// renewing. It is a plain value: copy [Baseline] or the policy of [InForce],
// change a field, and call its methods. The zero Policy is invalid.
type Policy struct {
	// Dates holds the bounds of the renewal window, and the effect of a renewal
	// on the anniversary date.
	Dates calendar.Policy `json:"dates"`

	// RetiredFrom is the first day on which Action Packs and legacy offers are no
	// longer sold or renewed (ELG-13). If it is zero, as in the baseline, they
	// stay on sale.
	RetiredFrom calendar.Date `json:"retiredFrom,omitzero"`
}

// Baseline returns the policy of 2023-24. The functions of this package that are
// not methods of a Policy use it.
func Baseline() Policy { return Policy{Dates: calendar.Baseline()} }

// InForce returns the policy in force on a day, and the coverage of that day. For
// every day it is the baseline with Policy.RetiredFrom set (ELG-13). The methods
// compare RetiredFrom with the day of each decision, so [Policy.NextOpening] takes
// a retirement in the future into account.
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

// Validate returns an [*partnerrules.InputError] for the first invalid field, such
// as "dates.windowCloses".
func (p Policy) Validate() error {
	return check.Within("dates.", p.Dates.Validate())
}

// String returns "baseline" and the differences from it.
func (p Policy) String() string {
	s := p.Dates.String()
	if !p.RetiredFrom.IsZero() {
		s += "; Action Packs and legacy offers retired from " + p.RetiredFrom.String()
	}
	return s
}
