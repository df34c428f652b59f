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

	// RenewalQualifiesFrom is the first day judged on which the qualification window
	// of a held area includes the renewal window (ELG-25). If it is zero, as in the
	// baseline, it ends with the month of the anniversary date.
	RenewalQualifiesFrom calendar.Date `json:"renewalQualifiesFrom,omitzero"`
}

// Baseline returns the policy of the help page of 2023-24, without later changes
// (EDN-02).
func Baseline() Policy { return Policy{Dates: calendar.Baseline()} }

// InForce returns the policy in force on a day, and the coverage of that day. The
// functions of this package that are not methods of a Policy use it (EDN-01).
//
// The policy is the same on every day: the baseline with Policy.RetiredFrom (ELG-13)
// and Policy.RenewalQualifiesFrom (ELG-25) set. The methods compare these days with
// the day judged, so [Policy.NextOpening] takes a retirement in the future into
// account.
//
// Partner Launch Benefits, Partner Success Core Benefits and Partner Success Expanded
// Benefits are known only from 2024-07-16 on. The coverage of an answer about one of
// them takes that into account.
func InForce(on calendar.Date) (Policy, calendar.Coverage) { return inForce(), known.Coverage(on) }

func inForce() Policy {
	return Policy{Dates: calendar.Baseline(), RetiredFrom: retiredFrom, RenewalQualifiesFrom: renewalQualifiesFrom}
}

// The first days of the changes.
var (
	retiredFrom          = calendar.MustParseDate("2025-01-22") // ELG-13
	renewalQualifiesFrom = calendar.MustParseDate("2026-05-11") // ELG-25
)

// known is the time for which the rules are known.
var known = Editions().Known()

// Editions returns the editions of the rules of this package, oldest first.
func Editions() calendar.EditionList {
	return calendar.EditionList{
		{
			Name:   "2022",
			From:   calendar.MustParseDate("2022-10-04"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: "Solutions Partner FAQ; Silver and gold memberships; Troubleshoot membership purchase: Buy now or Renew button is disabled",
		},
		{
			Name:   "2023-09, qualification window (ELG-25)",
			From:   calendar.MustParseDate("2023-09-19"),
			Seen:   calendar.MustParseDate("2024-11-30"),
			Source: "Announcements, 2023-09; Partner capability score",
		},
		{
			Name:   "2025-01, Action Packs and legacy offers retired (ELG-13)",
			From:   calendar.MustParseDate("2025-01-22"),
			Seen:   calendar.MustParseDate("2025-01-31"),
			Source: "Renew your membership offers",
		},
		{
			Name:   "2026-05, the qualification window includes the renewal window (ELG-25)",
			From:   calendar.MustParseDate("2026-05-11"),
			Seen:   calendar.MustParseDate("2026-06-22"),
			Source: "Partner capability score; Microsoft AI Cloud Partner Program benefits FAQ",
			Quoted: true,
		},
	}
}

// Validate returns an [*partnerrules.InputError] for the first invalid field, such
// as "dates.windowCloses".
func (p Policy) Validate() error {
	return check.Within("dates.", p.Dates.Validate())
}

// String returns "in force" for the policy in force. For other policies it returns
// "baseline" and the differences from it.
func (p Policy) String() string {
	if p == inForce() {
		return "in force"
	}
	s := p.Dates.String()
	if !p.RetiredFrom.IsZero() {
		s += "; Action Packs and legacy offers retired from " + p.RetiredFrom.String()
	}
	if !p.RenewalQualifiesFrom.IsZero() {
		s += "; the renewal window qualifies held areas from " + p.RenewalQualifiesFrom.String()
	}
	return s
}

// coverage returns the coverage of a day for an answer about an offer. Three packs
// are known only from the day on which they were first listed.
func coverage(o Offer, on calendar.Date) calendar.Coverage {
	if on.Before(o.ListedFrom()) {
		return calendar.CoverageBefore
	}
	return known.Coverage(on)
}

// firstListed is the day of the first public listing of Partner Launch Benefits,
// Partner Success Core Benefits and Partner Success Expanded Benefits.
var firstListed = calendar.MustParseDate("2024-07-16")
