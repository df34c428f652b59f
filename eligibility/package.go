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

	// Window is the renewal window in which the package can be changed.
	Window calendar.Period `json:"window,omitzero"`

	// HoldsThrough is the anniversary date through which the package applies. In
	// the window it is the next anniversary date, and before the window the
	// current one. It is zero if the membership has lapsed.
	HoldsThrough calendar.Date `json:"holdsThrough,omitzero"`

	// Policy is the policy of the answer.
	Policy Policy `json:"policy"`
}

// CheckPackageChange returns whether the benefits package can be changed on a day,
// under the policy in force. See [Policy.CheckPackageChange].
func CheckPackageChange(ad, on calendar.Date) (PackageAnswer, error) {
	return inForce().CheckPackageChange(ad, on)
}

// CheckPackageChange returns whether the benefits package of a designation or
// legacy membership with the anniversary date ad can be changed on a day. It can
// be changed only together with a renewal, in the renewal window. A designation
// earned before the window does not change this (ELG-12). The answer is Unknown if
// ad is zero.
//
// CheckPackageChange returns an [*partnerrules.InputError] if:
//   - on is zero;
//   - the policy is invalid.
func (p Policy) CheckPackageChange(ad, on calendar.Date) (PackageAnswer, error) {
	if err := p.Validate(); err != nil {
		return PackageAnswer{}, err
	}
	if on.IsZero() {
		return PackageAnswer{}, check.NoDate("on")
	}
	answer := PackageAnswer{Window: p.Dates.RenewalWindow(ad), Policy: p}
	at := p.position(Yes, ad, on)
	switch {
	case at.before == Yes:
		answer.Allowed, answer.Reason, answer.HoldsThrough = No, PackageFixed, ad
	case at.lapsed == Yes:
		answer.Allowed, answer.Reason = No, WindowPassed
	case at.open() == Yes:
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

	// Policy is the policy of the answer.
	Policy Policy `json:"policy"`
}

// CheckRetention returns whether a company keeps a designation, under the policy in
// force. See [Policy.CheckRetention].
func CheckRetention(ad, paid calendar.Date, qualified Tri) (Retention, error) {
	return inForce().CheckRetention(ad, paid, qualified)
}

// CheckRetention returns whether a company keeps a designation and its benefits if
// it pays the annual fee on the day paid (ELG-21). The anniversary date is ad. The
// company keeps them if paid is in the renewal window and it meets the
// requirements on that day. After the window they are lost, and the payment is a
// new purchase. An unknown paid or ad is the zero Date.
//
// CheckRetention returns an [*partnerrules.InputError] if:
//   - paid is before the renewal window, when no renewal is possible yet;
//   - qualified or the policy is invalid.
func (p Policy) CheckRetention(ad, paid calendar.Date, qualified Tri) (Retention, error) {
	if err := p.Validate(); err != nil {
		return Retention{}, err
	}
	if !qualified.IsValid() {
		return Retention{}, check.Invalid("qualified", qualified)
	}
	at := p.position(Yes, ad, paid)
	if at.before == Yes {
		return Retention{}, check.Input("paid",
			paid.String()+" comes before the renewal window, which opens on "+at.opening(&p).String())
	}
	r := Retention{Policy: p}
	r.Kept = min(
		r.Qualification.require(qualified, RequirementsNotMet),
		r.Payment.require(at.open(), WindowPassed),
	)
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
