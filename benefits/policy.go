package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds the differences between editions of the rules about benefits. It
// is a plain value: copy [Baseline], change a field, and call its methods. The zero
// Policy is invalid.
type Policy struct {
	// Dates holds the bounds of the renewal window, and whether paid years start
	// on the day of payment.
	Dates calendar.Policy `json:"dates"`

	// RetiredFrom is the first day on which Action Packs and legacy offers are no
	// longer renewed, as in [eligibility.Policy] (ELG-13). It is compared with the
	// day of the renewal. If it is zero, as in the baseline, they can be renewed.
	RetiredFrom calendar.Date `json:"retiredFrom,omitzero"`

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
// functions of this package that are not methods of a Policy use it (EDN-01).
//
// The policy is the same on every day: the baseline with RetiredFrom (ELG-13) and
// EndsWithYearFrom (BEN-15) set. The methods compare these days with the day of a
// renewal or of redeeming.
func InForce(on calendar.Date) (Policy, calendar.Coverage) { return inForce(), known.Coverage(on) }

func inForce() Policy {
	offers, _ := eligibility.InForce(calendar.Date{})
	return Policy{Dates: offers.Dates, RetiredFrom: offers.RetiredFrom, EndsWithYearFrom: endsWithYearFrom}
}

// endsWithYearFrom is the first day of the edition in which benefits end with the paid
// year and redeeming is a purchase (BEN-15, BEN-16).
var endsWithYearFrom = calendar.MustParseDate("2026-11-01")

// known is the time for which the rules are known.
var known = Editions().Known()

// coverage returns the coverage of a day for an answer about an offer (EDN-05).
func coverage(o eligibility.Offer, on calendar.Date) calendar.Coverage {
	k := known
	k.First = later(k.First, o.ListedFrom())
	return k.Coverage(on)
}

// tokenCoverage returns the coverage of a day for the rules on tokens and keys of
// cloud services. Redeeming as a purchase ends them (BEN-16).
func tokenCoverage(on calendar.Date) calendar.Coverage {
	k := known
	k.Last = calendar.Min(k.Last, endsWithYearFrom.AddDays(-1))
	return k.Coverage(on)
}

// Editions returns the editions of the rules of this package, oldest first. The last
// one was announced: it begins after its source was last seen.
func Editions() calendar.EditionList {
	return calendar.EditionList{
		{
			Name:   "2022",
			From:   calendar.MustParseDate("2022-10-04"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: "Microsoft AI Cloud Partner Program benefits FAQ; Cloud services benefits; Merge Partner Center accounts",
		},
		{
			Name:   "2026-11, benefits end with the paid year (BEN-15)",
			From:   calendar.MustParseDate("2026-11-01"),
			Seen:   calendar.MustParseDate("2026-08-05"),
			Source: "Announcements, 2026-08-03",
			Quoted: true,
		},
	}
}

// Validate returns a [*partnerrules.InputError] for the first invalid field, such
// as "dates.windowCloses".
func (p Policy) Validate() error { return check.Within("dates.", p.Dates.Validate()) }

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
	if !p.EndsWithYearFrom.IsZero() {
		s += "; benefits redeemed from " + p.EndsWithYearFrom.String() + " end with the paid year"
	}
	if p.ModernizedRedemption {
		s += "; modernized redemption of cloud services"
	}
	return s
}
