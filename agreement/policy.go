package agreement

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds what differs between editions of the rules on the customer
// agreement. It is a plain value: copy [Baseline] or the policy of [InForce],
// change a field, and call its methods. The zero Policy is invalid, see
// [Policy.Validate].
type Policy struct {
	// NotifiedFrom is the first day whose attestations are notified to the
	// customer (AGR-22), compared with the UTC day of the attesting. No date, as
	// in the baseline: all are.
	NotifiedFrom calendar.Date `json:"notifiedFrom,omitzero"`

	// InvitedNotNotified takes the letter of the help page: a customer that was
	// invited to accept directly is not notified, even of an attestation. In
	// the baseline the attestation notifies (AGR-21).
	InvitedNotNotified bool `json:"invitedNotNotified,omitzero"`

	// AcceptanceFor holds the kinds of orders that need an acceptance (AGR-41). It
	// always has NewPurchase, and never AutomaticRenewal. In the baseline it has
	// SeatChange and ManualRenewal too.
	AcceptanceFor partnerrules.Set[Purchase] `json:"acceptanceFor"`

	// EnhancedFrom is the first day on which attesting in the portal and by the
	// old API is closed, and the cut-off holds (AGR-45). It is compared with the
	// UTC day judged. No date, as in the baseline: never.
	EnhancedFrom calendar.Date `json:"enhancedFrom,omitzero"`

	// CutOff is the first day whose attestations, from EnhancedFrom on, count
	// for purchases. It is compared with their UTC day. No date: all count.
	CutOff calendar.Date `json:"cutOff,omitzero"`

	// CutOffSparesDirect lets a direct acceptance before the cut-off count.
	CutOffSparesDirect bool `json:"cutOffSparesDirect,omitzero"`
}

// Baseline returns the edition of late 2023, on which the functions of this
// package rest that are not methods of a Policy.
func Baseline() Policy { return Policy{AcceptanceFor: baselinePurchases} }

// baselinePurchases are the kinds of orders that need an acceptance in the
// baseline, which are all that can need one.
const baselinePurchases partnerrules.Set[Purchase] = 1<<NewPurchase | 1<<SeatChange | 1<<ManualRenewal

// InForce returns the policy known to hold on a day, and whether that day is
// one for which the rules are known. It is the baseline with NotifiedFrom,
// EnhancedFrom and CutOff set, on every day: each is compared with the day
// judged.
func InForce(on calendar.Date) (Policy, calendar.Coverage) {
	editions := Editions()
	p := Baseline()
	p.NotifiedFrom, p.EnhancedFrom = editions[1].From, editions[2].From
	p.CutOff = calendar.MustParseDate("2023-04-01")
	return p, editions.Coverage(on)
}

// Editions returns the editions of the rules of this package, oldest first.
func Editions() calendar.EditionList {
	return calendar.EditionList{
		{
			Name:   "baseline",
			From:   calendar.MustParseDate("2020-02-01"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: helpPage,
		},
		{
			Name:   "customers are notified of attestations (AGR-22)",
			From:   calendar.MustParseDate("2023-04-15"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: news,
		},
		{
			Name:   "enhanced attestation, end of the old routes (AGR-45)",
			From:   calendar.MustParseDate("2026-01-05"),
			Seen:   calendar.MustParseDate("2026-01-31"),
			Source: enhanced,
		},
	}
}

// Validate returns a [*partnerrules.InputError] for the first of these faults:
//
//   - AcceptanceFor has an element other than NewPurchase, SeatChange and
//     ManualRenewal, or does not have NewPurchase;
//   - CutOff is set and EnhancedFrom is not, or CutOff comes after EnhancedFrom.
func (p Policy) Validate() error {
	switch wrong := p.AcceptanceFor &^ baselinePurchases; {
	case wrong != 0:
		return check.Input("acceptanceFor", wrong.String()+" never needs an acceptance")
	case !p.AcceptanceFor.Has(NewPurchase):
		return check.Input("acceptanceFor", "want new-purchase, have "+strconv.Quote(p.AcceptanceFor.String()))
	case p.CutOff.IsZero():
		return nil
	case p.EnhancedFrom.IsZero():
		return check.Input("cutOff", "without enhancedFrom it never takes effect")
	case p.CutOff.After(p.EnhancedFrom):
		return check.Input("cutOff", p.CutOff.String()+" comes after enhancedFrom, "+p.EnhancedFrom.String())
	}
	return nil
}

// String names the policy by what sets it apart from the baseline.
func (p Policy) String() string {
	var b strings.Builder
	b.WriteString("baseline")
	add := func(differs bool, text string) {
		if differs {
			b.WriteString("; " + text)
		}
	}
	add(!p.NotifiedFrom.IsZero(), "customers notified from "+p.NotifiedFrom.String())
	add(p.InvitedNotNotified, "invited customers not notified")
	add(!p.AcceptanceFor.Has(NewPurchase), "new purchases are no purchases")
	add(!p.AcceptanceFor.Has(SeatChange), "seat changes are no purchases")
	add(!p.AcceptanceFor.Has(ManualRenewal), "manual renewals are no purchases")
	add(!p.EnhancedFrom.IsZero(), "enhanced attestation from "+p.EnhancedFrom.String())
	add(!p.CutOff.IsZero(), "acceptances before "+p.CutOff.String()+" no longer count")
	add(p.CutOffSparesDirect, "direct ones do")
	return b.String()
}

// check rejects an invalid policy and invalid facts.
func (p *Policy) check(f *Facts) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return f.validate()
}

// isEnhanced says whether the old routes are closed (AGR-45).
func (p *Policy) isEnhanced(now Timestamp) Tri {
	switch {
	case p.EnhancedFrom.IsZero():
		return No
	case !now.IsSet():
		return Unknown
	}
	return partnerrules.TriFromBool(!now.before(p.EnhancedFrom))
}

// isPurchase returns whether an order needs an acceptance (AGR-41).
func (p *Policy) isPurchase(what Purchase) Tri {
	if what == PurchaseUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(p.AcceptanceFor.Has(what))
}

// isTooOld says whether a consent lies before the cut-off (AGR-45).
func (p *Policy) isTooOld(on Timestamp) Tri {
	switch {
	case p.CutOff.IsZero():
		return No
	case !on.IsSet():
		return Unknown
	}
	return partnerrules.TriFromBool(on.before(p.CutOff))
}
