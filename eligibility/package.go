package eligibility

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A PackageChoice holds the benefits packages that a company can choose when it
// buys or renews a Solutions Partner offer (ELG-07). The legacy packages are the
// packages that it held on 2022-09-30. In the zero PackageChoice all are Unknown.
type PackageChoice struct {
	SolutionsPartner Tri `json:"solutionsPartner,omitzero"`
	LegacyGold       Tri `json:"legacyGold,omitzero"`
	LegacySilver     Tri `json:"legacySilver,omitzero"`
}

// choice returns the packages that a company can choose with a Solutions Partner
// offer. A qualified company can choose the Solutions Partner package and, while
// legacy offers are sold, the packages of its status in 2022.
func (p *Policy) choice(qualified Tri, status LegacyStatus, on calendar.Date) PackageChoice {
	legacy := min(qualified, p.sold(on))
	return PackageChoice{
		SolutionsPartner: qualified,
		LegacyGold:       min(legacy, status.gold()),
		LegacySilver:     min(legacy, status.silver()),
	}
}

// A PackageAnswer is the answer to whether the benefits package can be changed on
// a day (ELG-12).
type PackageAnswer struct {
	Allowed Tri    `json:"allowed"`
	Reason  Reason `json:"reason,omitzero"` // set if Allowed is No

	// NotApplicable is true if the offer has only one package. Allowed is then
	// Unknown.
	NotApplicable bool `json:"notApplicable,omitzero"`

	// Window is the renewal window in which the package can be changed.
	Window calendar.Period `json:"window,omitzero"`

	// HoldsThrough is the anniversary date through which the package applies. In
	// the window it is the next anniversary date, and before the window the
	// current one. It is zero if the membership has lapsed, and in the window of an
	// offer that has been retired.
	HoldsThrough calendar.Date `json:"holdsThrough,omitzero"`

	// Coverage is the coverage of the day, and Policy is the policy of the answer.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// CheckPackageChange returns whether the benefits package can be changed on a day,
// under the policy in force. See [Policy.CheckPackageChange].
func CheckPackageChange(o Offer, ad, on calendar.Date) (PackageAnswer, error) {
	return inForce().CheckPackageChange(o, ad, on)
}

// CheckPackageChange returns whether the benefits package of a membership with the
// anniversary date ad can be changed on a day. The membership is for the offer o. The
// package can be changed only together with a renewal, in the renewal window. A
// designation earned before the window does not change this (ELG-12). An offer that
// has been retired cannot be renewed, so its package cannot be changed (ELG-13).
// The answer is Unknown if ad is zero. A pack has only one package, so the question
// does not apply.
//
// CheckPackageChange returns an [*partnerrules.InputError] if:
//   - o or on is zero;
//   - o or the policy is invalid.
func (p Policy) CheckPackageChange(o Offer, ad, on calendar.Date) (PackageAnswer, error) {
	if err := p.Validate(); err != nil {
		return PackageAnswer{}, err
	}
	if err := checkAsked(o, on); err != nil {
		return PackageAnswer{}, err
	}
	answer := PackageAnswer{Coverage: coverage(o, on), Policy: p}
	if o.Family() != FamilySolutionsPartner && o.Family() != FamilyLegacy {
		answer.NotApplicable = true
		return answer, nil
	}
	answer.Window = p.Dates.RenewalWindow(ad)
	at := p.position(Yes, ad, on)
	if at.before == Yes {
		answer.HoldsThrough = ad
	}
	switch {
	case o.Retires() && p.sold(on) == No:
		answer.Allowed, answer.Reason = No, OfferRetired
	case at.before == Yes:
		answer.Allowed, answer.Reason = No, PackageFixed
	case at.lapsed():
		answer.Allowed, answer.Reason = No, WindowPassed
	case at.open == Yes:
		answer.Allowed, answer.HoldsThrough = Yes, p.next(ad, on)
	}
	return answer, nil
}

// A Retention is the answer to whether a company keeps a designation and its
// benefits (ELG-21), with the two requirements for it.
type Retention struct {
	Kept          Tri         `json:"kept"`
	Qualification Requirement `json:"qualification"`
	Payment       Requirement `json:"payment"`

	// Anniversary is the next anniversary date. It is zero unless Kept is Yes.
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Coverage is the coverage of the day of payment, and Policy is the policy of the
	// answer.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// CheckRetention returns whether a company keeps a designation, under the policy in
// force. See [Policy.CheckRetention].
func CheckRetention(ad, paid calendar.Date, qualified Tri) (Retention, error) {
	return inForce().CheckRetention(ad, paid, qualified)
}

// CheckRetention returns whether a company keeps the designation of an area and its
// benefits if it pays the annual fee on the day paid (ELG-21). The anniversary date
// is ad. The company keeps them if the area is qualified on a day of its
// qualification window, through paid, and if paid is in the renewal window. A
// payment before the window is not possible yet. After the window the designation is
// lost, and the payment is a new purchase. An unknown paid or ad is the zero Date.
//
// CheckRetention returns an [*partnerrules.InputError] if qualified or the policy is
// invalid.
func (p Policy) CheckRetention(ad, paid calendar.Date, qualified Tri) (Retention, error) {
	if err := p.Validate(); err != nil {
		return Retention{}, err
	}
	if !qualified.IsValid() {
		return Retention{}, check.Invalid("qualified", qualified)
	}
	at := p.position(Yes, ad, paid)
	late := WindowPassed
	if at.before == Yes {
		late = WindowNotOpen
	}
	r := Retention{Coverage: known.Coverage(paid), Policy: p}
	r.Kept = min(r.Qualification.require(qualified), r.Payment.require(at.open))
	r.Qualification.explain(RequirementsNotMet)
	r.Payment.explain(late)
	r.Payment.From = at.opening(&p, ad)
	if r.Kept == Yes {
		r.Anniversary = p.next(ad, paid)
	}
	return r, nil
}

// next returns the anniversary date after a renewal in the window. AnniversaryAfter
// returns no error for such a renewal.
func (p *Policy) next(ad, paid calendar.Date) calendar.Date {
	next, _ := p.Dates.AnniversaryAfter(ad, paid)
	return next
}
