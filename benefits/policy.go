package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds what differs between editions of the rules on benefits. It is
// a plain value: copy [Baseline], change a field, and call its methods. The zero
// Policy is invalid.
type Policy struct {
	// Dates holds the bounds of the renewal window, and whether a paid year
	// starts on the day of payment.
	Dates calendar.Policy `json:"dates"`

	// ModernisedRedemption makes a cloud service expire on the first
	// anniversary date on or after the day on which its key was redeemed
	// (BEN-05, an edition of 2025-26). In the baseline it lasts 12 months. No
	// day is published from which that holds, so InForce does not choose it.
	ModernizedRedemption bool `json:"modernizedRedemption,omitzero"`
}

// Baseline returns the edition of 2023-24, on which the functions of this
// package rest that are not methods of a Policy.
func Baseline() Policy { return Policy{Dates: calendar.Baseline()} }

// InForce returns the policy known to hold on a day, and whether that day is
// one for which the rules are known. No rule of this package has changed on a
// published date, so it is always the baseline.
func InForce(on calendar.Date) (Policy, calendar.Coverage) {
	return Baseline(), Editions().Coverage(on)
}

// Editions returns the editions of the rules of this package.
func Editions() calendar.EditionList {
	return calendar.EditionList{{
		Name:   "baseline",
		From:   calendar.MustParseDate("2022-10-04"),
		Seen:   calendar.MustParseDate("2024-12-31"),
		Source: "Microsoft AI Cloud Partner Program benefits FAQ; Cloud services benefits; Merge Partner Center accounts",
	}}
}

// Validate returns an [*partnerrules.InputError] for the first invalid field, such
// as "dates.windowCloses".
func (p Policy) Validate() error { return check.Within("dates.", p.Dates.Validate()) }

// String names the policy by what sets it apart from the baseline.
func (p Policy) String() string {
	s := p.Dates.String()
	if p.ModernizedRedemption {
		s += "; modernised redemption of cloud services"
	}
	return s
}
