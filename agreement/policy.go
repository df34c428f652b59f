package agreement

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds the differences between editions of the rules on the customer
// agreement. It is a plain value: copy [Baseline] or the policy of [InForce],
// change a field, and call its methods. The zero Policy is invalid.
type Policy struct {
	// NotifiedFrom is the first day on which Microsoft notifies the customer of an
	// attestation (AGR-22). It is compared with the UTC day on which the partner
	// attests. If it is zero, as in the baseline, customers are notified of all
	// attestations.
	NotifiedFrom calendar.Date `json:"notifiedFrom,omitzero"`

	// InvitedNotNotified follows the exact wording of the help page: a customer that
	// was invited to accept directly is never notified. In the baseline it is
	// notified of an attestation (AGR-21).
	InvitedNotNotified bool `json:"invitedNotNotified,omitzero"`

	// AcceptanceFor holds the kinds of orders that need an acceptance (AGR-41). It
	// always has NewPurchase, and never AutomaticRenewal. In the baseline it has
	// SeatChange and ManualRenewal too.
	AcceptanceFor partnerrules.Set[Purchase] `json:"acceptanceFor"`

	// EnhancedFrom is the first day on which the portal and the old API are closed
	// to attestations, and on which the cut-off applies (AGR-45). It is compared
	// with the UTC day of Facts.Now. If it is zero, as in the baseline, there is no
	// such day.
	EnhancedFrom calendar.Date `json:"enhancedFrom,omitzero"`

	// CutOff is the first day of acceptances that count for purchases, from
	// EnhancedFrom on. It is compared with the UTC day of the acceptance. If it is
	// zero, all acceptances count.
	CutOff calendar.Date `json:"cutOff,omitzero"`

	// CutOffSparesDirect exempts direct acceptances from the cut-off.
	CutOffSparesDirect bool `json:"cutOffSparesDirect,omitzero"`
}

// Baseline returns the policy of the help page of late 2023, without later changes
// (EDN-02).
func Baseline() Policy { return Policy{AcceptanceFor: baselinePurchases} }

// baselinePurchases holds the kinds of orders that need an acceptance in the
// baseline. No other kind can need one.
const baselinePurchases partnerrules.Set[Purchase] = 1<<NewPurchase | 1<<SeatChange | 1<<ManualRenewal

// InForce returns the policy in force on a day, and the coverage of that day. The
// functions of this package that are not methods of a Policy use it (EDN-01).
//
// The policy is the same on every day: the baseline with NotifiedFrom, EnhancedFrom
// and CutOff set (AGR-22, AGR-45). Those dates take effect by themselves, because
// they are compared with the day judged.
func InForce(on calendar.Date) (Policy, calendar.Coverage) { return inForce(), known.Coverage(on) }

func inForce() Policy {
	p := Baseline()
	p.NotifiedFrom, p.EnhancedFrom, p.CutOff = notifiedFrom, enhancedFrom, cutOff
	return p
}

// The days of the policy in force.
var (
	notifiedFrom = calendar.MustParseDate("2023-04-15") // AGR-22
	enhancedFrom = calendar.MustParseDate("2026-01-05") // AGR-45
	cutOff       = calendar.MustParseDate("2023-04-01") // AGR-45
)

// known is the time for which the rules are known.
var known = Editions().Known()

// Editions returns the editions of the rules of this package, oldest first.
func Editions() calendar.EditionList {
	return calendar.EditionList{
		{
			Name:   "2020",
			From:   calendar.MustParseDate("2020-02-01"),
			Seen:   calendar.MustParseDate("2023-04-14"),
			Source: news,
		},
		{
			Name:   "2023-04, customers are notified of attestations (AGR-22)",
			From:   calendar.MustParseDate("2023-04-15"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: news + "; " + helpPage,
		},
		{
			Name:   "2025-10, old acceptances no longer count (AGR-45)",
			From:   calendar.MustParseDate("2025-10-07"),
			Seen:   calendar.MustParseDate("2025-12-31"),
			Source: "Announcement of 2025-08, as distributors and vendors quote it",
			Quoted: true,
		},
		{
			Name:   "2026-01, enhanced attestation, end of the old routes (AGR-45)",
			From:   calendar.MustParseDate("2026-01-05"),
			Seen:   calendar.MustParseDate("2026-01-31"),
			Source: enhanced,
		},
	}
}

// Validate returns a [*partnerrules.InputError] if:
//
//   - AcceptanceFor has an element other than NewPurchase, SeatChange and
//     ManualRenewal;
//   - AcceptanceFor lacks NewPurchase;
//   - CutOff is set but EnhancedFrom is zero;
//   - CutOff is after EnhancedFrom.
func (p Policy) Validate() error {
	switch wrong := p.AcceptanceFor &^ baselinePurchases; {
	case wrong != 0:
		return check.Input("acceptanceFor", wrong.String()+" never needs an acceptance")
	case !p.AcceptanceFor.Has(NewPurchase):
		return check.Input("acceptanceFor", "want new-purchase, got "+strconv.Quote(p.AcceptanceFor.String()))
	case p.CutOff.IsZero():
		return nil
	case p.EnhancedFrom.IsZero():
		return check.Input("cutOff", "has no effect without enhancedFrom")
	case p.CutOff.After(p.EnhancedFrom):
		return check.Input("cutOff", p.CutOff.String()+" is after enhancedFrom, "+p.EnhancedFrom.String())
	}
	return nil
}

// String returns "in force" for the policy in force. For other policies it returns
// "baseline" and the differences from it, such as "baseline; customers notified from
// 2023-04-15".
func (p Policy) String() string {
	if p == inForce() {
		return "in force"
	}
	var b strings.Builder
	b.WriteString("baseline")
	add := func(differs bool, text string) {
		if differs {
			b.WriteString("; " + text)
		}
	}
	add(!p.NotifiedFrom.IsZero(), "customers notified from "+p.NotifiedFrom.String())
	add(p.InvitedNotNotified, "invited customers not notified")
	add(!p.AcceptanceFor.Has(NewPurchase), "new purchases need no acceptance")
	add(!p.AcceptanceFor.Has(SeatChange), "seat changes need no acceptance")
	add(!p.AcceptanceFor.Has(ManualRenewal), "manual renewals need no acceptance")
	add(!p.EnhancedFrom.IsZero(), "enhanced attestation from "+p.EnhancedFrom.String())
	add(!p.CutOff.IsZero(), "acceptances before "+p.CutOff.String()+" no longer count")
	add(p.CutOffSparesDirect, "direct acceptances always count")
	return b.String()
}

// check returns an error if the policy or a fact is invalid.
func (p *Policy) check(f *Facts) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return f.validate()
}

// isEnhanced reports whether the old routes are closed (AGR-45).
func (p *Policy) isEnhanced(now Timestamp) Tri {
	switch {
	case p.EnhancedFrom.IsZero():
		return No
	case !now.IsSet():
		return Unknown
	}
	return partnerrules.TriFromBool(!now.before(p.EnhancedFrom))
}

// isPurchase reports whether an order needs an acceptance (AGR-41).
func (p *Policy) isPurchase(what Purchase) Tri {
	if what == PurchaseUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(p.AcceptanceFor.Has(what))
}

// isTooOld reports whether a consent is before the cut-off (AGR-45).
func (p *Policy) isTooOld(on Timestamp) Tri {
	switch {
	case p.CutOff.IsZero():
		return No
	case !on.IsSet():
		return Unknown
	}
	return partnerrules.TriFromBool(on.before(p.CutOff))
}
