package benefits

import (
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Membership is a purchase of an offer, with its renewals. See
// [eligibility.Membership]. It has one paid year more than renewals, and each paid
// year has its own benefits (BEN-02). Paid years are numbered from 1.
type Membership = eligibility.Membership

// A Timeline is a checked membership with the dates of its paid years under a
// policy. It is made once and can answer many questions. A Timeline does not change
// and is safe for concurrent use. The zero Timeline is invalid: methods that return
// an error reject it with a [*partnerrules.InputError].
type Timeline struct {
	policy     Policy
	membership Membership
	ends       []calendar.Date // the anniversary date that ends each paid year
}

// NewTimeline returns the timeline of a membership under the policy in force. See
// [Policy.NewTimeline].
func NewTimeline(m Membership) (Timeline, error) { return inForce().NewTimeline(m) }

// NewTimeline returns the timeline of a membership. It takes time linear in the
// number of renewals. It returns a [*partnerrules.InputError], with a name such
// as "membership.renewals[1]", if:
//   - both the start and the anniversary date are zero;
//   - a renewal is not in its window, or there are more than 9998 renewals;
//   - the start and the anniversary date are both set, and the anniversary date is
//     not one calendar year after the start;
//   - the offer or the policy is invalid.
func (p Policy) NewTimeline(m Membership) (Timeline, error) {
	if err := p.Validate(); err != nil {
		return Timeline{}, err
	}
	ends, err := m.Anniversaries(p.Dates)
	if err != nil {
		return Timeline{}, check.Within("membership.", err)
	}
	m.Renewals = slices.Clone(m.Renewals)
	return Timeline{policy: p, membership: m, ends: ends}, nil
}

// Membership returns the membership that t was made from.
func (t Timeline) Membership() Membership {
	m := t.membership
	m.Renewals = slices.Clone(m.Renewals)
	return m
}

// Policy returns the policy of t. It is invalid for the zero Timeline.
func (t Timeline) Policy() Policy { return t.policy }

// Years returns the number of paid years, which is one more than the number of
// renewals. It is 0 for the zero Timeline.
func (t Timeline) Years() int { return len(t.ends) }

// Anniversary returns the current anniversary date, which ends the last paid year.
// It returns the zero Date if that is unknown. Use it in [eligibility.Facts],
// [eligibility.Pack] and [eligibility.CheckPackageChange] (BEN-12).
func (t Timeline) Anniversary() calendar.Date {
	if len(t.ends) == 0 {
		return calendar.Date{}
	}
	return t.ends[len(t.ends)-1]
}

// A PaidYear holds the dates of one paid year of a membership. An unknown date
// is zero.
type PaidYear struct {
	Number int `json:"number"` // from 1

	// Base is the day from which the 13 months for redeeming are counted. In the
	// first year it is the start of the membership, and in later years the
	// previous anniversary date. It is the day of payment instead if the policy
	// starts years on that day (BEN-02).
	Base calendar.Date `json:"base,omitzero"`

	// Provided is the day on which the benefits of the year are provided: the
	// day of the purchase, or in later years the day of the renewal (BEN-01,
	// BEN-02).
	Provided calendar.Date `json:"provided,omitzero"`

	// Anniversary is the anniversary date that ends the paid year, and Window is
	// the renewal window after it.
	Anniversary calendar.Date   `json:"anniversary,omitzero"`
	Window      calendar.Period `json:"window,omitzero"`

	// ActivateBy is the day 13 months after Base. RedeemThrough is the last day
	// on which benefits of the year can be redeemed: the earlier of ActivateBy
	// and LastAccess (BEN-03).
	ActivateBy    calendar.Date `json:"activateBy,omitzero"`
	RedeemThrough calendar.Date `json:"redeemThrough,omitzero"`

	// LastAccess is the last day of access to the whole membership, assuming
	// that it is not renewed again (CAL-06).
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// Policy is the policy of the timeline. Coverage is the coverage of Base.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// PaidYear returns the dates of a paid year (BEN-01 to BEN-03). It returns a
// [*partnerrules.InputError] if the membership does not have that year. It does
// not allocate.
//
// If only an anniversary date is known, the first year may follow a purchase or a
// renewal. Its base is one calendar year before that date. Provided is zero, unless
// the policy starts years on the day of payment. If the anniversary date is
// 28 February after a leap day, the base is 28 or 29 February. It is zero too.
func (t Timeline) PaidYear(number int) (PaidYear, error) {
	if err := t.check(); err != nil {
		return PaidYear{}, err
	}
	if err := t.checkYear("number", number); err != nil {
		return PaidYear{}, err
	}
	return t.paidYear(number), nil
}

// paidYear is like PaidYear, but requires a valid number.
func (t *Timeline) paidYear(number int) PaidYear {
	y := t.year(number)
	return PaidYear{
		Number: number, Base: y.base.day(), Provided: y.provided.day(),
		Anniversary: y.anniversary, Window: t.policy.Dates.RenewalWindow(y.anniversary),
		ActivateBy: y.activateBy.day(), RedeemThrough: y.redeemThrough().day(), LastAccess: y.lastAccess,
		Policy: t.policy, Coverage: coverage(t.membership.Offer, y.base.day()),
	}
}

// check returns an error for the zero Timeline.
func (t *Timeline) check() error {
	if len(t.ends) == 0 {
		return check.Input("timeline", "the zero Timeline; use NewTimeline")
	}
	return nil
}

// checkYear returns an error if the membership does not have the paid year.
func (t *Timeline) checkYear(name string, number int) error {
	return check.Range(name, number, 1, len(t.ends))
}

// lastAccess returns the last day of access to the whole membership.
func (t *Timeline) lastAccess() calendar.Date {
	return t.policy.Dates.LastAccess(t.ends[len(t.ends)-1])
}

// A year holds the days that the benefits of a paid year depend on.
type year struct {
	base, provided, activateBy span
	anniversary, lastAccess    calendar.Date

	// opens is the first day on which a renewal before the year can have been
	// paid. It is set only if the year may follow a purchase or a renewal.
	opens calendar.Date
}

// monthsToRedeem is the number of months for redeeming benefits, counted from the
// base of their paid year (BEN-03).
const monthsToRedeem = 13

func (t *Timeline) year(number int) year {
	y := year{anniversary: t.ends[number-1], lastAccess: t.lastAccess()}
	switch {
	case number > 1:
		y.base, y.provided = t.renewed(number - 1)
	case t.membership.Start.IsZero():
		y.base, y.provided = t.begun()
		y.opens = t.policy.Dates.RenewalWindow(y.base.first).First()
	default:
		y.base = exactly(t.membership.Start)
		y.provided = y.base
	}
	y.activateBy = y.base.addMonths(monthsToRedeem)
	return y
}

// renewed returns the base of the paid year after n renewals, and the day on
// which its benefits were provided.
func (t *Timeline) renewed(n int) (base, provided span) {
	base = exactly(t.ends[n-1])
	window := t.policy.Dates.RenewalWindow(t.ends[n-1])
	provided = span{window.First(), window.Last()}
	paid := exactly(t.membership.Renewals[n-1])
	if paid.isKnown() {
		provided = paid
	}
	if t.policy.Dates.YearFromPayment {
		base = paid
	}
	return base, provided
}

// begun does the same as renewed for the first paid year of a membership whose start
// is unknown. The year may follow a purchase on its base, or a renewal.
func (t *Timeline) begun() (base, provided span) {
	ad := t.membership.Anniversary
	base = exactly(ad.AddYears(-1))
	if leap := base.last.AddDays(1); leap.AddYears(1) == ad {
		base.last = leap // 28 and 29 February are both a year before ad
	}
	if t.policy.Dates.YearFromPayment {
		return base, base
	}
	return base, span{base.first, t.policy.Dates.LastAccess(base.last)}
}

// isKnown reports whether the days that the membership determines are known, or at
// least their bounds.
func (y *year) isKnown() bool { return !y.activateBy.first.IsZero() && !y.lastAccess.IsZero() }

// redeemThrough returns the last day on which benefits of the year can be redeemed.
func (y *year) redeemThrough() span {
	if !y.isKnown() {
		return span{}
	}
	return y.activateBy.until(y.lastAccess)
}
