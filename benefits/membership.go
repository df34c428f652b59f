package benefits

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Membership is a purchase of an offer and the renewals since. It consists of
// paid years, numbered from 1, one more than there are renewals, each with
// benefits of its own (BEN-02).
type Membership struct {
	// Offer is the offer bought. Only questions about licences look at it.
	Offer eligibility.Offer `json:"offer,omitzero"`

	// Start is the day of the purchase.
	Start calendar.Date `json:"start,omitzero"`

	// Renewals are the days of payment, oldest first, each within its renewal
	// window. One that is not known may be given as no date. What was bought
	// after a window has passed is another membership. There cannot be more than
	// 9998.
	Renewals []calendar.Date `json:"renewals,omitempty"`
}

// Years returns the number of paid years, those renewed included.
func (m Membership) Years() int { return len(m.Renewals) + 1 }

// A PaidYear holds the dates of one paid year of a membership. A date is no
// date if it is not known.
type PaidYear struct {
	Number int `json:"number"` // from 1

	// Base is the day from which the 13 months to redeem count: the start of
	// the membership, and in later years the anniversary date before, or under
	// a policy of years from payment the day of payment (BEN-02).
	Base calendar.Date `json:"base,omitzero"`

	// Provided is the day on which the benefits of the year are provided: that
	// of the purchase, in later years that of the renewal (BEN-01, BEN-02).
	Provided calendar.Date `json:"provided,omitzero"`

	// Anniversary is the anniversary date that ends the paid year, and Window
	// the renewal window after it.
	Anniversary calendar.Date   `json:"anniversary,omitzero"`
	Window      calendar.Period `json:"window,omitzero"`

	// ActivateBy is the day 13 months after the base. RedeemThrough is the
	// last day on which benefits of the year can be redeemed: that day, or the
	// last day of access to the whole membership if it comes first (BEN-03).
	ActivateBy    calendar.Date `json:"activateBy,omitzero"`
	RedeemThrough calendar.Date `json:"redeemThrough,omitzero"`

	// LastAccess is the last day of access to the whole membership, if it is
	// not renewed again (CAL-06).
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Year returns the dates of a paid year, under [Baseline]: see [Policy.Year].
func Year(m Membership, number int) (PaidYear, error) { return Baseline().Year(m, number) }

// Year returns the dates of a paid year of a membership (BEN-01 to BEN-03).
//
// A policy that is not valid, a renewal outside of its window and a year that
// the membership does not have give a [*calendar.InputError].
func (p Policy) Year(m Membership, number int) (PaidYear, error) {
	if err := p.check(&m); err != nil {
		return PaidYear{}, err
	}
	if err := m.checkYear("number", number); err != nil {
		return PaidYear{}, err
	}
	return p.paidYear(&m, number), nil
}

// paidYear returns the dates of a paid year of a membership that has been
// checked.
func (p *Policy) paidYear(m *Membership, number int) PaidYear {
	y := p.year(m, number)
	answer := PaidYear{
		Number: number, Base: y.base, Anniversary: y.anniversary, Window: p.Dates.RenewalWindow(y.anniversary),
		ActivateBy: y.activateBy, RedeemThrough: y.redeemThrough(), LastAccess: y.lastAccess, Policy: *p,
	}
	if y.provided.isKnown() {
		answer.Provided = y.provided.first
	}
	return answer
}

// PackageChange says whether the package of benefits may be changed on a day,
// under [Baseline]: see [Policy.PackageChange].
func PackageChange(m Membership, on calendar.Date) (eligibility.PackageAnswer, error) {
	return Baseline().PackageChange(m, on)
}

// PackageChange says whether the package of benefits of a membership may be
// changed on a day: only together with a renewal (BEN-12). It is what
// [eligibility.Policy.PackageChange] answers for the present anniversary date,
// which is that of the last paid year.
//
// A policy that is not valid, a membership that cannot be, and no day give a
// [*calendar.InputError].
func (p Policy) PackageChange(m Membership, on calendar.Date) (eligibility.PackageAnswer, error) {
	if err := p.check(&m); err != nil {
		return eligibility.PackageAnswer{}, err
	}
	return eligibility.Policy{Dates: p.Dates}.PackageChange(p.anniversary(&m, m.Years()), on)
}

// A membership bought on the first day there is can be renewed so many times.
const mostRenewals = 9998

// check refuses what cannot be judged.
func (p *Policy) check(m *Membership) error {
	if err := p.Validate(); err != nil {
		return err
	}
	if m.Offer != 0 && m.Offer.Family() == 0 {
		return invalid("membership.offer", m.Offer)
	}
	if len(m.Renewals) > mostRenewals {
		return &calendar.InputError{Name: "membership.renewals", Reason: "more than there are years"}
	}
	_, err := p.Dates.AnniversaryDate(m.Start, m.Renewals...)
	return within("membership.", err)
}

func (m *Membership) checkYear(name string, number int) error {
	if number < 1 || number > m.Years() {
		return &calendar.InputError{Name: name, Reason: strconv.Itoa(number) + " is not within 1 to " + strconv.Itoa(m.Years())}
	}
	return nil
}

// anniversary returns the anniversary date that ends a paid year of a
// membership that has been checked.
func (p *Policy) anniversary(m *Membership, number int) calendar.Date {
	ad, _ := p.Dates.AnniversaryDate(m.Start, m.Renewals[:number-1]...)
	return ad
}

// A year is what the benefits of a paid year go by.
type year struct {
	base, anniversary, activateBy, lastAccess calendar.Date

	provided span
}

// monthsToRedeem is how long benefits can be redeemed, from the base of their
// paid year on (BEN-03).
const monthsToRedeem = 13

func (p *Policy) year(m *Membership, number int) year {
	y := year{
		base: m.Start, provided: exactly(m.Start),
		anniversary: p.anniversary(m, number), lastAccess: p.Dates.LastAccess(p.anniversary(m, m.Years())),
	}
	if number > 1 {
		y.base = p.anniversary(m, number-1)
		paid, window := m.Renewals[number-2], p.Dates.RenewalWindow(y.base)
		y.provided = span{window.First(), window.Last()}
		if !paid.IsZero() {
			y.provided = exactly(paid)
		}
		if p.Dates.YearFromPayment {
			y.base = paid
		}
	}
	y.activateBy = y.base.AddMonths(monthsToRedeem)
	return y
}

// redeemThrough is the last day on which the year lets benefits be redeemed.
func (y *year) redeemThrough() calendar.Date { return calendar.Min(y.activateBy, y.lastAccess) }
