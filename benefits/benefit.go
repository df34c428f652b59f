package benefits

import (
	"iter"

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

	// Credits is the kind of Azure credits. It must be CreditsUnknown for other
	// categories. Both kinds have the term of BEN-04.
	Credits CreditKind `json:"credits,omitzero"`

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
	case b.Credits > lastCredits:
		return check.Invalid("credits", b.Credits)
	case b.Credits != CreditsUnknown && b.Category != AzureCredits:
		return check.Input("credits", "set, although the benefit is not Azure credits")
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

// A CreditKind is a kind of Azure credits (BEN-04). The zero CreditKind is
// CreditsUnknown.
type CreditKind uint8

// The kinds.
const (
	CreditsUnknown CreditKind = iota // "unknown"
	MonthlyCredits                   // an amount for each month, which lapses at its end: "monthly"
	BulkCredits                      // one amount for the whole term: "bulk"

	lastCredits = BulkCredits
)

// A Term holds the last day on which a benefit can be redeemed, its last day of
// use, and what ends each. A date is zero if it is unknown or does not exist.
type Term struct {
	// Provided is the day on which the benefit was provided (BEN-02).
	Provided calendar.Date `json:"provided,omitzero"`

	// ActivateBy is the day 13 months after the base of the paid year (BEN-03).
	ActivateBy calendar.Date `json:"activateBy,omitzero"`

	// RedeemThrough is the last day on which the benefit can be redeemed, and
	// RedeemEnd is the reason: PastActivateBy or PastAccess, whichever comes
	// first, and PastActivateBy if both fall on the same day (BEN-03).
	RedeemThrough calendar.Date `json:"redeemThrough,omitzero"`
	RedeemEnd     Reason        `json:"redeemEnd,omitzero"`

	// Expiry is the last day of the benefit's own term (BEN-04 to BEN-09,
	// BEN-15). It is zero for on-premises software, which has no term.
	Expiry calendar.Date `json:"expiry,omitzero"`

	// LastAccess is the last day of access to the membership, assuming that it
	// is not renewed again.
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// LastUse is the earlier of Expiry and LastAccess. EndedBy is PastExpiry or
	// PastAccess, whichever comes first, and PastExpiry if both fall on the same
	// day (BEN-13). If the benefit was redeemed after its Expiry, it is of no
	// use: LastUse is zero and EndedBy is PastExpiry (BEN-09). Unless
	// the benefit is known to be redeemed, LastUse and EndedBy are the values that
	// it has if it is redeemed in time.
	LastUse calendar.Date `json:"lastUse,omitzero"`
	EndedBy Reason        `json:"endedBy,omitzero"`

	// ByPurchase is whether the benefit is redeemed by a purchase for 0 in the
	// admin center, and not with a key (BEN-16). It is Unknown if that depends
	// on the day of redeeming.
	ByPurchase Tri `json:"byPurchase,omitzero"`

	// Credits is the kind of Azure credits, as given in the Benefit.
	Credits CreditKind `json:"credits,omitzero"`

	// Policy is the policy of the timeline. Coverage is the coverage of the day of
	// redeeming, or else of unlocking, or else of provision. In a [Change]
	// it is the coverage of the day of the renewal.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// Term returns the term of a benefit. It assumes that the membership is not
// renewed again. It does not allocate. It returns a [*partnerrules.InputError],
// with a name such as "benefit.redeemedOn", if:
//   - the benefit cannot have been unlocked or redeemed on the given day;
//   - the membership does not have the benefit's paid year;
//   - the category, or the value of Redeemed or Credits, is invalid.
//
// If the benefit is not redeemed, Expiry is known if it is the same for every day on
// which the benefit can still be redeemed, through the anniversary date of its year
// (BEN-15). These days begin with the day of unlocking, or else of provision. With
// [Timeline.State] they begin with the day judged.
func (t Timeline) Term(b Benefit) (Term, error) {
	l, err := t.benefitLife(&b, calendar.Date{})
	if err != nil {
		return Term{}, err
	}
	return l.term(&t, &b, calendar.Date{}), nil
}

// term returns the term of a benefit, given its life on a day. See lifeIn.
func (l *life) term(t *Timeline, b *Benefit, on calendar.Date) Term {
	term := Term{
		Provided: l.provided.day(), ActivateBy: l.activateBy.day(), Expiry: l.redemption().expiry().day(), LastAccess: l.lastAccess,
		ByPurchase: t.policy.byPurchase(b.Category, l.redeeming), Credits: b.Credits, Policy: t.policy,
	}
	term.RedeemThrough, term.RedeemEnd = l.redeemBy()
	term.LastUse, term.EndedBy = l.lastUse()
	for _, judged := range [...]calendar.Date{on, b.RedeemedOn, b.Unlocked, term.Provided} {
		if !judged.IsZero() {
			term.Coverage = coverage(t.membership.Offer, judged)
			break
		}
	}
	return term
}

// Notes returns further advice about a term, in a fixed order: how to redeem the
// benefit (BEN-16), and when monthly Azure credits lapse (BEN-04).
func (t Term) Notes() iter.Seq[partnerrules.Note] { return redeemingNotes(t.ByPurchase, t.Credits) }

// redeemingNotes returns the advice about redeeming and using a benefit.
func redeemingNotes(byPurchase Tri, credits CreditKind) iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		_ = (byPurchase == No || yield(redeemByPurchase())) && (credits != MonthlyCredits || yield(monthlyCreditsLapse()))
	}
}

func redeemByPurchase() partnerrules.Note {
	return partnerrules.Note{
		Code: "redeem-by-purchase", Rule: "BEN-16",
		Message: "When redeeming is a purchase, buy the benefit for 0 in the admin center, on a tenant under the billing account that bought the offer. " +
			"There are no keys, and other tenants cannot be used. Azure credits go to a billing profile: you need no assignment, activation link or new subscription.",
	}
}

func monthlyCreditsLapse() partnerrules.Note {
	return partnerrules.Note{
		Code: "monthly-credits-lapse", Rule: "BEN-04", See: useAzureCredits,
		Message: "Use monthly Azure credits by the end of each month: what is left then is lost. No more are added after the membership ends.",
	}
}

// useAzureCredits is the help page about Azure credits.
const useAzureCredits = "Use your Azure credits"

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
	RedeemedOfNoUse                 // redeemed after its own term was over: "redeemed-of-no-use"
)

// A BenefitStatus is the state of a benefit on a day, and what ends the benefit.
type BenefitStatus struct {
	State State         `json:"state"`
	On    calendar.Date `json:"on"`

	// Until is the last day on which an available benefit can be redeemed and
	// then used, or a benefit in use can be used. It is zero if it is unknown,
	// and in other states.
	Until calendar.Date `json:"until,omitzero"`

	// EndedBy is what ends the benefit after Until, or what has ended it. It is
	// zero if it is unknown, and before the benefit is provided.
	EndedBy Reason `json:"endedBy,omitzero"`

	// RedeemThrough is the last day on which a benefit can be redeemed that is
	// Available or ExpiredUnredeemed. It is zero if it is unknown, if it is
	// before On, and in other states. If EndedBy is PastExpiry, it can be after
	// Until. The benefit is then redeemed of no use.
	RedeemThrough calendar.Date `json:"redeemThrough,omitzero"`

	// Expiry is the last day of the benefit's own term, as it is known on the
	// day. It is zero before the benefit is provided. See Term.Expiry.
	Expiry calendar.Date `json:"expiry,omitzero"`

	// ByPurchase and Credits are as in Term. ByPurchase is No on days before
	// redeeming became a purchase, and when the benefit can no longer be redeemed.
	ByPurchase Tri        `json:"byPurchase,omitzero"`
	Credits    CreditKind `json:"credits,omitzero"`

	// Policy is the policy of the timeline. Coverage is the coverage of On.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// State returns the state of a benefit on a day (BEN-10). What is done with the
// benefit after that day is ignored, so that a whole record can be asked about any
// of its days. The state is StateUnknown if and only if different values of the
// missing facts lead to different states. A missing fact can be about the benefit,
// the day of a renewal, or the beginning of the first paid year. The state is also
// StateUnknown if it depends on an unknown anniversary date, or on a term that no
// source settles (BEN-15).
//
// State returns a [*partnerrules.InputError] if on is zero, and in the cases
// documented for [Timeline.Term]. It does not allocate.
func (t Timeline) State(b Benefit, on calendar.Date) (BenefitStatus, error) {
	l, err := t.benefitLife(&b, on)
	if err != nil {
		return BenefitStatus{}, err
	}
	if on.IsZero() {
		return BenefitStatus{}, check.NoDate("on")
	}
	s := BenefitStatus{State: l.on(on), On: on, ByPurchase: No, Credits: b.Credits, Policy: t.policy, Coverage: coverage(t.membership.Offer, on)}
	if s.State != NotYetProvided {
		s.Expiry = l.redemption().expiry().day()
	}
	if l.isRedeemed != No || reaches(l.redeemThrough().last, on) {
		s.ByPurchase = t.policy.byPurchase(b.Category, l.redeeming.until(on))
	}
	switch s.State {
	case Available, ExpiredUnredeemed:
		s.Until, s.EndedBy = l.useBy()
		if s.State == ExpiredUnredeemed {
			s.Until = calendar.Date{}
		}
		if through := l.redeemThrough().day(); !through.Before(on) {
			s.RedeemThrough = through
		}
	case InUse:
		s.Until, s.EndedBy = l.lastUse()
	case Expired, RedeemedOfNoUse:
		s.EndedBy = PastExpiry
	case LostWithMembership:
		s.EndedBy = PastAccess
	}
	return s, nil
}

// Notes returns further advice about a benefit. See [Term.Notes].
func (s BenefitStatus) Notes() iter.Seq[partnerrules.Note] {
	return redeemingNotes(s.ByPurchase, s.Credits)
}

// byPurchase reports whether a benefit is redeemed by a purchase, if it is redeemed on
// one of the given days (BEN-16).
func (p *Policy) byPurchase(c Category, on span) Tri {
	switch {
	case !p.endsWithYear(c, on.last):
		return No
	case !on.first.IsZero() && p.endsWithYear(c, on.first):
		return Yes
	}
	return Unknown
}
