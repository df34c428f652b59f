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

	// NotifiesInvited makes Microsoft notify a customer of an attestation although the
	// customer was invited to accept directly. In the baseline, as on the help page, a
	// customer that was invited is never notified (AGR-21).
	NotifiesInvited bool `json:"notifiesInvited,omitzero"`

	// AcceptanceFor holds the kinds of orders that are purchases, and so need an
	// acceptance (AGR-41). It always has NewPurchase, and never AutomaticRenewal. In
	// the baseline it also has SeatIncrease, Upgrade, TermChange and ManualRenewal.
	AcceptanceFor partnerrules.Set[OrderKind] `json:"acceptanceFor"`

	// CutOffFrom is the first day on which acceptances before CutOff no longer count
	// for purchases (AGR-45). It is compared with the UTC day of Facts.Now. If it is
	// zero, as in the baseline, all acceptances count.
	CutOffFrom calendar.Date `json:"cutOffFrom,omitzero"`

	// CutOff is the first day of acceptances that count for purchases, from CutOffFrom
	// on. It is compared with the UTC day of the acceptance. If it is zero, all
	// acceptances count.
	CutOff calendar.Date `json:"cutOff,omitzero"`

	// CutOffSparesDirect exempts direct acceptances from the cut-off.
	CutOffSparesDirect bool `json:"cutOffSparesDirect,omitzero"`

	// ReviewFrom is the first day on which a review of the customer account stops
	// orders (AGR-47). It is compared with the UTC day of Facts.Now. If it is zero, as
	// in the baseline, Facts.UnderReview is ignored.
	ReviewFrom calendar.Date `json:"reviewFrom,omitzero"`

	// PortalClosedFrom is the first day on which the portal and the old API are closed
	// to attestations (AGR-45). It is compared with the UTC day of Facts.Now. If it is
	// zero, as in the baseline, they are always open.
	PortalClosedFrom calendar.Date `json:"portalClosedFrom,omitzero"`
}

// Baseline returns the policy of the help page of late 2023, without later changes
// (EDN-02).
func Baseline() Policy { return Policy{AcceptanceFor: baselinePurchases} }

// baselinePurchases holds the kinds of orders that are purchases in the baseline.
const baselinePurchases partnerrules.Set[OrderKind] = 1<<NewPurchase | 1<<SeatIncrease | 1<<Upgrade | 1<<TermChange | 1<<ManualRenewal

// possiblePurchases holds the kinds of orders that a policy can make purchases.
const possiblePurchases partnerrules.Set[OrderKind] = 1<<(lastOrderKind+1) - 1<<NewPurchase - 1<<AutomaticRenewal

// InForce returns the policy in force on a day, and the coverage of that day. The
// functions of this package that are not methods of a Policy use it (EDN-01).
//
// The policy is the same on every day: the baseline with NotifiedFrom, CutOffFrom,
// CutOff, ReviewFrom and PortalClosedFrom set (AGR-22, AGR-45, AGR-47). Those dates
// take effect by themselves, because they are compared with the day judged.
func InForce(on calendar.Date) (Policy, calendar.Coverage) { return inForce(), known.Coverage(on) }

func inForce() Policy {
	p := Baseline()
	p.NotifiedFrom, p.CutOffFrom, p.CutOff = notifiedFrom, cutOffFrom, cutOff
	p.ReviewFrom, p.PortalClosedFrom = reviewFrom, portalClosedFrom
	return p
}

// The days of the policy in force.
var (
	notifiedFrom     = calendar.MustParseDate("2023-04-15") // AGR-22
	cutOffFrom       = calendar.MustParseDate("2025-10-07") // AGR-45
	cutOff           = calendar.MustParseDate("2023-04-01") // AGR-45
	reviewFrom       = calendar.MustParseDate("2026-01-01") // AGR-47
	portalClosedFrom = calendar.MustParseDate("2026-01-05") // AGR-45
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
			From:   notifiedFrom,
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: news + "; " + helpPage,
		},
		{
			Name:   "2025-10, old acceptances no longer count (AGR-45)",
			From:   cutOffFrom,
			Seen:   calendar.MustParseDate("2025-12-31"),
			Source: oldAcceptances,
			Quoted: true,
		},
		{
			Name:   "2026-review, reviews of customer accounts stop orders (AGR-47)",
			From:   reviewFrom,
			Seen:   calendar.MustParseDate("2026-01-31"),
			Source: review,
		},
		{
			Name:   "2026-01, the portal and the old API are closed to attestations (AGR-45)",
			From:   portalClosedFrom,
			Seen:   calendar.MustParseDate("2026-01-31"),
			Source: enhanced,
		},
	}
}

// Validate returns a [*partnerrules.InputError] if:
//
//   - AcceptanceFor has AutomaticRenewal or an invalid element;
//   - AcceptanceFor lacks NewPurchase;
//   - CutOff is set but CutOffFrom is zero;
//   - CutOff is after CutOffFrom.
func (p Policy) Validate() error {
	switch wrong := p.AcceptanceFor &^ possiblePurchases; {
	case wrong != 0:
		return check.Input("acceptanceFor", wrong.String()+" never needs an acceptance")
	case !p.AcceptanceFor.Has(NewPurchase):
		return check.Input("acceptanceFor", "want new-purchase, got "+strconv.Quote(p.AcceptanceFor.String()))
	case p.CutOff.IsZero():
		return nil
	case p.CutOffFrom.IsZero():
		return check.Input("cutOff", "has no effect without cutOffFrom")
	case p.CutOff.After(p.CutOffFrom):
		return check.Input("cutOff", p.CutOff.String()+" is after cutOffFrom, "+p.CutOffFrom.String())
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
	add(p.NotifiesInvited, "invited customers notified too")
	for kind := range (baselinePurchases &^ p.AcceptanceFor).All() {
		add(true, kind.String()+" needs no acceptance")
	}
	for kind := range (p.AcceptanceFor &^ baselinePurchases).All() {
		add(true, kind.String()+" needs an acceptance")
	}
	add(!p.CutOffFrom.IsZero(), "acceptances before "+p.CutOff.String()+" no longer count from "+p.CutOffFrom.String())
	add(p.CutOffSparesDirect, "direct acceptances always count")
	add(!p.ReviewFrom.IsZero(), "reviews of customer accounts stop orders from "+p.ReviewFrom.String())
	add(!p.PortalClosedFrom.IsZero(), "portal closed from "+p.PortalClosedFrom.String())
	return b.String()
}

// check returns an error if the policy or a fact is invalid.
func (p *Policy) check(f *Facts) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return f.validate()
}

// coverage returns the coverage of the day of now.
func coverage(now Timestamp) calendar.Coverage {
	if !now.IsSet() {
		return calendar.CoverageUnknown
	}
	return known.Coverage(now.UTCDay())
}

// begun reports whether a change has begun. It never begins if its first day is zero.
func begun(first calendar.Date, now Timestamp) Tri {
	switch {
	case first.IsZero():
		return No
	case !now.IsSet():
		return Unknown
	}
	return partnerrules.TriFromBool(!now.before(first))
}

// isPortalClosed reports whether the portal and the old API are closed (AGR-45).
func (p *Policy) isPortalClosed(now Timestamp) Tri { return begun(p.PortalClosedFrom, now) }

// isUnderReview reports whether a review stops orders of the customer (AGR-47).
func (p *Policy) isUnderReview(f *Facts) Tri { return begun(p.ReviewFrom, f.Now).And(f.UnderReview) }

// isTooOld reports whether an acceptance is before the cut-off (AGR-45).
func (p *Policy) isTooOld(on Timestamp) Tri {
	switch {
	case p.CutOff.IsZero():
		return No
	case !on.IsSet():
		return Unknown
	}
	return partnerrules.TriFromBool(on.before(p.CutOff))
}
