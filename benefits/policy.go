package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds the differences between editions of the rules about benefits. It
// is a plain value: copy [Baseline], change a field, and call its methods. The zero
// Policy is invalid.
type Policy struct {
	// Dates holds the bounds of the renewal window, and whether paid years start
	// on the day of payment.
	Dates calendar.Policy `json:"dates"`

	// EndsWithYearFrom is the first day on which redeeming a benefit makes it end
	// with its paid year (BEN-15), and redeeming is a purchase (BEN-16). It is
	// compared with the day of redeeming. If it is zero, as in the baseline, each
	// category keeps its term.
	EndsWithYearFrom calendar.Date `json:"endsWithYearFrom,omitzero"`

	// ModernizedRedemption makes a cloud service expire on an anniversary date:
	// the first one on or after the day on which its key was redeemed (BEN-05, an
	// edition of 2025-26). In the baseline a cloud service lasts 12 months. The
	// change has no published date, so InForce never sets this field.
	ModernizedRedemption bool `json:"modernizedRedemption,omitzero"`
}

// Baseline returns the policy of the benefits FAQ of 2023-24, without later changes
// (EDN-02).
func Baseline() Policy { return Policy{Dates: calendar.Baseline()} }

// InForce returns the policy in force on a day, and the coverage of that day. The
// functions of this package that are not methods of a Policy use it (EDN-01). The
// policy is the same on every day.
func InForce(on calendar.Date) (Policy, calendar.Coverage) { return inForce(), known.Coverage(on) }

func inForce() Policy { return Baseline() }

// known is the time for which the rules are known.
var known = Editions().Known()

// Editions returns the editions of the rules of this package, oldest first.
func Editions() calendar.EditionList {
	return calendar.EditionList{{
		Name:   "2022",
		From:   calendar.MustParseDate("2022-10-04"),
		Seen:   calendar.MustParseDate("2024-12-31"),
		Source: "Microsoft AI Cloud Partner Program benefits FAQ; Cloud services benefits; Merge Partner Center accounts",
	}}
}

// Validate returns a [*partnerrules.InputError] for the first invalid field, such
// as "dates.windowCloses".
func (p Policy) Validate() error { return check.Within("dates.", p.Dates.Validate()) }

// String returns the differences between the policy and the baseline, or "baseline".
func (p Policy) String() string {
	s := p.Dates.String()
	if !p.EndsWithYearFrom.IsZero() {
		s += "; benefits redeemed from " + p.EndsWithYearFrom.String() + " end with the paid year"
	}
	if p.ModernizedRedemption {
		s += "; modernized redemption of cloud services"
	}
	return s
}
