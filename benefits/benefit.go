package benefits

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Tri is yes, no or unknown. See [partnerrules.Tri].
type Tri = partnerrules.Tri

// The three values of a [Tri].
const (
	No      = partnerrules.No
	Unknown = partnerrules.Unknown
	Yes     = partnerrules.Yes
)

// A Benefit is one benefit of a membership, with the known facts about its
// redemption.
type Benefit struct {
	// ID is the caller's name for the benefit. It identifies the events of the
	// benefit. IDs are compared byte by byte (INP-10). Only Events and
	// PreviewRenewal use and check it.
	ID string `json:"id,omitzero"`

	// Category decides how long the benefit can be redeemed and used.
	Category Category `json:"category"`

	// Year is the paid year to which the benefit belongs, from 1.
	Year int `json:"year"`

	// Unlocked is the day on which the benefit was unlocked. It is zero if the
	// day is unknown or if the benefit has not been unlocked. The day must be
	// between the provision of the benefit and the last day of access (BEN-09).
	Unlocked calendar.Date `json:"unlocked,omitzero"`

	// Redeemed is whether the benefit has been redeemed, and RedeemedOn is the
	// day. For a cloud service, that is the day on which its key was redeemed in
	// the admin center. If RedeemedOn is set, the benefit counts as redeemed.
	Redeemed   Tri           `json:"redeemed,omitzero"`
	RedeemedOn calendar.Date `json:"redeemedOn,omitzero"`
}

// isRedeemed reports whether the benefit has been redeemed. It is Yes if
// RedeemedOn is set.
func (b *Benefit) isRedeemed() Tri {
	if !b.RedeemedOn.IsZero() {
		return Yes
	}
	return b.Redeemed
}

// check rejects a benefit that is invalid regardless of the dates of its year.
func (b *Benefit) check(t *Timeline) error {
	switch {
	case b.Category == noCategory || b.Category > lastCategory:
		return check.Invalid("category", b.Category)
	case !b.Redeemed.IsValid():
		return check.Invalid("redeemed", b.Redeemed)
	case b.Redeemed == No && !b.RedeemedOn.IsZero():
		return check.Input("redeemedOn", "set, although the benefit is not redeemed")
	}
	return t.checkYear("year", b.Year)
}

// checkDays rejects a day on which the benefit cannot have been unlocked or
// redeemed. It accepts unknown days.
func (b *Benefit) checkDays(y *year) error {
	through := y.redeemThrough().last
	if b.Category.isUnlocked() && !b.Unlocked.IsZero() {
		through = earlier(b.Unlocked.AddMonths(term), through)
	}
	reject := func(name string, d calendar.Date, reason string) error {
		return check.Input(name, d.String()+" is "+reason)
	}
	switch {
	case b.Unlocked.Before(y.provided.first):
		return reject("unlocked", b.Unlocked, "before the benefit was provided, "+y.provided.first.String())
	case b.Unlocked.After(y.lastAccess):
		return reject("unlocked", b.Unlocked, "after the last day of access, "+y.lastAccess.String())
	case b.RedeemedOn.Before(y.provided.first):
		return reject("redeemedOn", b.RedeemedOn, "before the benefit was provided, "+y.provided.first.String())
	case b.RedeemedOn.Before(b.Unlocked):
		return reject("redeemedOn", b.RedeemedOn, "before the benefit was unlocked, "+b.Unlocked.String())
	case b.RedeemedOn.After(through):
		return reject("redeemedOn", b.RedeemedOn, "after the last day to redeem, "+through.String())
	case b.Redeemed == Yes && b.Unlocked.After(through):
		return reject("unlocked", b.Unlocked, "after the last day to redeem, "+through.String())
	}
	return nil
}

// A Category is a kind of benefit. It decides when the benefit expires. The
// zero Category is invalid.
type Category uint8

// The categories, in the order of their events on the same day (BEN-11).
const (
	AzureCredits       Category = iota + 1 // 12 months from unlocking (BEN-04): "azure-credits"
	CloudServices                          // 12 months from redeeming the key (BEN-05): "cloud-services"
	DeveloperTools                         // 12 months from unlocking (BEN-06): "developer-tools"
	SupportAndAdvisory                     // 12 months from unlocking (BEN-07): "support-and-advisory"
	Marketing                              // 12 months from unlocking (BEN-08): "marketing"
	OnPremisesSoftware                     // no term of its own (BEN-31): "on-premises-software"

	noCategory   Category = 0
	lastCategory          = OnPremisesSoftware
)

// Rule returns the ID of the rule that sets the term of the category, such as
// "BEN-04". It returns "" for an invalid Category.
func (c Category) Rule() partnerrules.RuleID {
	switch c {
	case AzureCredits:
		return "BEN-04"
	case CloudServices:
		return "BEN-05"
	case DeveloperTools:
		return "BEN-06"
	case SupportAndAdvisory:
		return "BEN-07"
	case Marketing:
		return "BEN-08"
	case OnPremisesSoftware:
		return "BEN-31"
	}
	return ""
}

// isUnlocked reports whether the term runs from the day of unlocking.
func (c Category) isUnlocked() bool { return c != CloudServices && c != OnPremisesSoftware }

// A Term holds the last day on which a benefit can be redeemed, its last day of
// use, and what ends each. A date is zero if it is unknown or does not exist.
type Term struct {
	// Provided is the day on which the benefit was provided (BEN-02).
	Provided calendar.Date `json:"provided,omitzero"`

	// ActivateBy is the day 13 months after the base of the paid year (BEN-03).
	ActivateBy calendar.Date `json:"activateBy,omitzero"`

	// RedeemThrough is the last day on which the benefit can be redeemed, and
	// RedeemEnd is the reason: PastActivateBy, PastExpiry or PastAccess. Only a
	// term that runs from unlocking can give PastExpiry. If several ends fall on
	// the same day, RedeemEnd is the first in this order (BEN-03, BEN-09).
	RedeemThrough calendar.Date `json:"redeemThrough,omitzero"`
	RedeemEnd     Reason        `json:"redeemEnd,omitzero"`

	// Expiry is the last day of the benefit's own term (BEN-04 to BEN-09). It is
	// zero for on-premises software, which has no term.
	Expiry calendar.Date `json:"expiry,omitzero"`

	// LastAccess is the last day of access to the membership, assuming that it
	// is not renewed again.
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// LastUse is the earlier of Expiry and LastAccess. EndedBy is PastExpiry or
	// PastAccess, whichever comes first, and PastExpiry if both fall on the same
	// day (BEN-13). If the benefit is not redeemed, LastUse and EndedBy are the
	// values that it would have if it were redeemed.
	LastUse calendar.Date `json:"lastUse,omitzero"`
	EndedBy Reason        `json:"endedBy,omitzero"`

	// Policy is the policy of the timeline.
	Policy Policy `json:"policy"`
}

// Term returns the term of a benefit. It assumes that the membership is not
// renewed again. It does not allocate. It returns a [*partnerrules.InputError],
// with a name such as "benefit.redeemedOn", if:
//   - the benefit cannot have been unlocked or redeemed on the given day;
//   - the membership does not have the benefit's paid year;
//   - the category, or the value of Redeemed, is invalid.
func (t Timeline) Term(b Benefit) (Term, error) {
	l, err := t.benefitLife(&b)
	if err != nil {
		return Term{}, err
	}
	return l.term(&t.policy), nil
}

// term returns the term of a benefit, given its life.
func (l *life) term(p *Policy) Term {
	t := Term{
		Provided: l.provided.day(), ActivateBy: l.activateBy.day(), Expiry: l.expiry.day(),
		LastAccess: l.lastAccess, Policy: *p,
	}
	t.RedeemThrough, t.RedeemEnd = l.redeemBy()
	t.LastUse, t.EndedBy = l.lastUse()
	return t
}

// A State is the state of a benefit on a day (BEN-10). The zero State is
// StateUnknown.
type State uint8

// The states.
const (
	StateUnknown       State = iota // the state depends on missing facts: "unknown"
	NotYetProvided                  // the day is before the benefit was provided: "not-yet-provided"
	Available                       // provided, and not redeemed: "available"
	InUse                           // redeemed, and usable: "in-use"
	ExpiredUnredeemed               // it can no longer be redeemed: "expired-unredeemed"
	Expired                         // its own term is over: "expired"
	LostWithMembership              // its term would go on, but access has ended: "lost-with-membership"
)

// A BenefitStatus is the state of a benefit on a day, and what ends the benefit.
type BenefitStatus struct {
	State State         `json:"state"`
	On    calendar.Date `json:"on"`

	// Until is the last day on which an available benefit can be redeemed, or a
	// benefit in use can be used. It is zero if it is unknown, and in other
	// states.
	Until calendar.Date `json:"until,omitzero"`

	// EndedBy is what ends the benefit after Until, or what has ended it. It is
	// zero if it is unknown, and before the benefit is provided.
	EndedBy Reason `json:"endedBy,omitzero"`

	// Policy is the policy of the timeline.
	Policy Policy `json:"policy"`
}

// State returns the state of a benefit on a day (BEN-10). It is StateUnknown if
// and only if different values of the missing facts lead to different states. A
// missing fact can be about the benefit, the day of a renewal, or the beginning of
// the first paid year. The state is also StateUnknown if it depends on an unknown
// anniversary date.
//
// State returns a [*partnerrules.InputError] if on is zero, and in the cases
// documented for [Timeline.Term]. It does not allocate.
func (t Timeline) State(b Benefit, on calendar.Date) (BenefitStatus, error) {
	l, err := t.benefitLife(&b)
	if err != nil {
		return BenefitStatus{}, err
	}
	if on.IsZero() {
		return BenefitStatus{}, check.NoDate("on")
	}
	s := BenefitStatus{State: l.on(on), On: on, Policy: t.policy}
	switch s.State {
	case Available:
		s.Until, s.EndedBy = l.redeemBy()
	case InUse:
		s.Until, s.EndedBy = l.lastUse()
	case ExpiredUnredeemed:
		_, s.EndedBy = l.redeemBy()
	case Expired:
		s.EndedBy = PastExpiry
	case LostWithMembership:
		s.EndedBy = PastAccess
	}
	return s, nil
}
