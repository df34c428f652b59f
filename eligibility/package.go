package eligibility

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A PackageChoice says which packages of benefits a Solutions Partner offer lets the
// company choose from when it buys or renews (ELG-07). A legacy package is that
// which the company held on 2022-09-30.
type PackageChoice struct {
	SolutionsPartner Tri `json:"solutionsPartner,omitzero"`
	LegacyGold       Tri `json:"legacyGold,omitzero"`
	LegacySilver     Tri `json:"legacySilver,omitzero"`
}

// choice returns the packages that the offer of a designation gives: those of
// the status of 2022 besides its own, as long as legacy offers are sold, to a
// company that meets the requirements.
func (p *Policy) choice(qualified Tri, status LegacyStatus, on calendar.Date) PackageChoice {
	legacy := min(qualified, p.sold(on))
	return PackageChoice{
		SolutionsPartner: qualified,
		LegacyGold:       min(legacy, status.gold()),
		LegacySilver:     min(legacy, status.silver()),
	}
}

// A PackageAnswer says whether the package of benefits may be changed on a day,
// and until when a package holds (ELG-12).
type PackageAnswer struct {
	Allowed Tri    `json:"allowed"`
	Reason  Reason `json:"reason,omitzero"` // why not

	// Window is the renewal window in which it may be changed.
	Window calendar.Period `json:"window,omitzero"`

	// HoldsThrough is the anniversary date through which the package holds: the
	// new one if it may be changed on the day, the present one before the
	// window. It is no date where the membership has lapsed.
	HoldsThrough calendar.Date `json:"holdsThrough,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// CheckPackageChange says whether the package may be changed on a day, under
// [Baseline]: see [Policy.CheckPackageChange].
func CheckPackageChange(ad, on calendar.Date) (PackageAnswer, error) {
	return Baseline().CheckPackageChange(ad, on)
}

// CheckPackageChange says whether the package of benefits of a designation or legacy
// membership with the anniversary date ad may be changed on a day: only
// together with a renewal, in the renewal window. A designation earned in
// between changes nothing until then (ELG-12). No anniversary date: Unknown.
//
// It returns a *[partnerrules.InputError] if the policy is invalid or on is zero.
func (p Policy) CheckPackageChange(ad, on calendar.Date) (PackageAnswer, error) {
	if err := p.Validate(); err != nil {
		return PackageAnswer{}, err
	}
	if on.IsZero() {
		return PackageAnswer{}, check.NoDate("on")
	}
	answer := PackageAnswer{Window: p.Dates.RenewalWindow(ad), Policy: p}
	at := p.standing(Yes, ad, on)
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

// A Retention says whether a designation and its benefits are kept (ELG-21),
// with the two requirements that this rests on.
type Retention struct {
	Kept          Tri         `json:"kept"`
	Qualification Requirement `json:"qualification"`
	Payment       Requirement `json:"payment"`

	// Anniversary is the next anniversary date, if they are kept.
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// CheckRetention says whether a designation is kept, under [Baseline]: see
// [Policy.CheckRetention].
func CheckRetention(ad, paid calendar.Date, qualified Tri) (Retention, error) {
	return Baseline().CheckRetention(ad, paid, qualified)
}

// CheckRetention says whether a designation with the anniversary date ad, and its
// benefits, are kept by a payment of the annual fee on the day paid. They are
// if that day lies in the renewal window and the requirements were met on it;
// paid later they are lost, and the payment is a new purchase (ELG-21). No date
// for paid or ad: the day is not known.
//
// It returns a *[partnerrules.InputError] if paid comes before the renewal window,
// when nothing can be renewed, or if the policy or qualified is invalid.
func (p Policy) CheckRetention(ad, paid calendar.Date, qualified Tri) (Retention, error) {
	if err := p.Validate(); err != nil {
		return Retention{}, err
	}
	if !qualified.IsValid() {
		return Retention{}, check.Invalid("qualified", qualified)
	}
	at := p.standing(Yes, ad, paid)
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

// next is the anniversary date after a renewal in the window, which
// NextAnniversary has no reason to reject.
func (p *Policy) next(ad, paid calendar.Date) calendar.Date {
	next, _ := p.Dates.AnniversaryAfter(ad, paid)
	return next
}
