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

// A Benefit is one benefit of a membership, with what is known of its
// redemption.
type Benefit struct {
	// ID is the caller's own name of the benefit, which identifies its events.
	// Only Events and Renew use it.
	ID string `json:"id,omitzero"`

	// Category decides how long the benefit can be redeemed and used.
	Category Category `json:"category"`

	// Year is the paid year to which the benefit belongs, from 1.
	Year int `json:"year"`

	// Unlocked is the day on which the benefit was unlocked. It is zero if the
	// day is unknown, or if the benefit has not been unlocked. It is between the
	// day on which the benefit was provided and the last day of access (BEN-09).
	Unlocked calendar.Date `json:"unlocked,omitzero"`

	// Redeemed says whether the benefit has been redeemed, and RedeemedOn when;
	// for a cloud service, when its key was redeemed in the admin center. If
	// RedeemedOn is set, the benefit has been redeemed.
	Redeemed   Tri           `json:"redeemed,omitzero"`
	RedeemedOn calendar.Date `json:"redeemedOn,omitzero"`
}

// isRedeemed says whether the benefit has been redeemed, which a day says too.
func (b *Benefit) isRedeemed() Tri {
	if !b.RedeemedOn.IsZero() {
		return Yes
	}
	return b.Redeemed
}

// check rejects a benefit that is invalid whatever the dates of its year.
func (b *Benefit) check(t *Timeline) error {
	switch {
	case b.Category == noCategory || b.Category > lastCategory:
		return check.Invalid("category", b.Category)
	case !b.Redeemed.IsValid():
		return check.Invalid("redeemed", b.Redeemed)
	case b.Redeemed == No && !b.RedeemedOn.IsZero():
		return check.Input("redeemedOn", "given for a benefit that is not redeemed")
	}
	return t.checkYear("year", b.Year)
}

// checkDays rejects a day of unlocking or redeeming on which that was impossible.
// Unknown days reject nothing.
func (b *Benefit) checkDays(y *year) error {
	through := y.redeemThrough().last
	if b.Category.isUnlocked() && !b.Unlocked.IsZero() {
		through = earlier(b.Unlocked.AddMonths(term), through)
	}
	reject := func(name string, d calendar.Date, reason string) error {
		return check.Input(name, d.String()+" comes "+reason)
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

// The categories, in the order in which events of one day come (BEN-11).
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
// "BEN-04". It is empty for an invalid Category.
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

// A Term holds until when a benefit can be redeemed, until when it is of use,
// and what ends that first. A date is zero if it is unknown or does not exist.
type Term struct {
	// Provided is the day on which the benefit was provided (BEN-02).
	Provided calendar.Date `json:"provided,omitzero"`

	// ActivateBy is the day 13 months after the base of its paid year. The last
	// day on which the benefit can be redeemed is RedeemThrough, and RedeemEnd
	// what ends that first: the activate-by date, for benefits that run from
	// unlocking the end of their term, or the last day of access. If they fall
	// on one day it is the first in this order (BEN-03, BEN-09).
	ActivateBy    calendar.Date `json:"activateBy,omitzero"`
	RedeemThrough calendar.Date `json:"redeemThrough,omitzero"`
	RedeemEnd     Reason        `json:"redeemEnd,omitzero"`

	// Expiry is the last day of the benefit's own term (BEN-04 to BEN-09).
	// On-premises software has none.
	Expiry calendar.Date `json:"expiry,omitzero"`

	// LastAccess is the last day of access to the membership, if it is not
	// renewed again.
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// LastUse is the earlier of the two, and EndedBy which came first:
	// PastExpiry, also if both fall on one day, or PastAccess (BEN-13). For a
	// benefit that is not redeemed it holds if it will be.
	LastUse calendar.Date `json:"lastUse,omitzero"`
	EndedBy Reason        `json:"endedBy,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Term returns the term of a benefit. It assumes no renewal after the last one
// given, and does not allocate. It returns an [*partnerrules.InputError], with a
// name such as "benefit.redeemedOn", if:
//   - the benefit could not be unlocked or redeemed on its day;
//   - the membership does not have the benefit's paid year;
//   - the category, or the value of Redeemed, is invalid.
func (t Timeline) Term(b Benefit) (Term, error) {
	l, err := t.benefitLife(&b)
	if err != nil {
		return Term{}, err
	}
	return l.term(&t.policy), nil
}

// term reads the term of a benefit from its life.
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
	StateUnknown       State = iota // missing facts decide: "unknown"
	NotYetProvided                  // the day is before the benefit was provided: "not-yet-provided"
	Available                       // provided, and not redeemed: "available"
	InUse                           // redeemed, and of use: "in-use"
	ExpiredUnredeemed               // it can no longer be redeemed: "expired-unredeemed"
	Expired                         // its own term is over: "expired"
	LostWithMembership              // its term would go on, but access has ended: "lost-with-membership"
)

// A BenefitStatus is the state of a benefit on a day, and until when it lasts.
type BenefitStatus struct {
	State State         `json:"state"`
	On    calendar.Date `json:"on"`

	// Until is the last day on which an available benefit can be redeemed, or
	// on which one in use is of use. It is zero if it is unknown, and in other
	// states.
	Until calendar.Date `json:"until,omitzero"`

	// EndedBy is what ends an available benefit or one in use after that day,
	// or has ended one that is over. It is zero if that is unknown.
	EndedBy Reason `json:"endedBy,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// State returns the state of a benefit on a day (BEN-10). It is StateUnknown
// exactly if missing facts can turn out so that the states differ: facts about
// the benefit, the day of a renewal, or how the first paid year began. It is also
// StateUnknown if an anniversary date that it depends on is unknown.
//
// State returns the errors of [Timeline.Term], and an [*partnerrules.InputError]
// if on is zero. It does not allocate.
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
