package benefits

import (
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Membership is a purchase of an offer and the renewals since: see
// [eligibility.Membership]. It consists of paid years, numbered from 1, one more
// than there are renewals, each with benefits of its own (BEN-02).
type Membership = eligibility.Membership

// A Timeline is a membership that has been checked, with the dates of its paid
// years under a policy. It is made once and asked many times. A Timeline does not
// change and is safe for concurrent use. The zero Timeline is invalid: its
// methods return an [*partnerrules.InputError].
type Timeline struct {
	policy     Policy
	membership Membership
	ends       []calendar.Date // the anniversary date that ends each paid year
}

// NewTimeline returns the timeline of a membership under [Baseline]. See
// [Policy.NewTimeline].
func NewTimeline(m Membership) (Timeline, error) { return Baseline().NewTimeline(m) }

// NewTimeline returns the timeline of a membership. It takes time linear in the
// number of renewals. It returns an [*partnerrules.InputError], with a name such
// as "membership.renewals[1]", if:
//   - m has neither a start nor an anniversary date;
//   - a renewal is not in its window, or there are more than 9998;
//   - the anniversary date does not follow from the start;
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

// Membership returns the membership that t was made of.
func (t Timeline) Membership() Membership {
	m := t.membership
	m.Renewals = slices.Clone(m.Renewals)
	return m
}

// Policy returns the policy that t was made under.
func (t Timeline) Policy() Policy { return t.policy }

// Years returns the number of paid years, which is one more than the number of
// renewals. It is 0 for the zero Timeline.
func (t Timeline) Years() int { return len(t.ends) }

// Anniversary returns the current anniversary date, which ends the last paid
// year. It is the date that [eligibility.Facts], [eligibility.Pack] and
// [eligibility.CheckPackageChange] take (BEN-12). It is zero if it is unknown.
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

	// Base is the day from which the 13 months to redeem count: the start of
	// the membership, and in later years the anniversary date before, or under
	// a policy of years from payment the day of payment (BEN-02).
	Base calendar.Date `json:"base,omitzero"`

	// Provided is the day on which the benefits of the year are provided: the
	// day of the purchase, in later years the day of the renewal (BEN-01,
	// BEN-02).
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

// PaidYear returns the dates of a paid year (BEN-01 to BEN-03). It returns an
// [*partnerrules.InputError] if the membership does not have that year. It does
// not allocate.
//
// If only an anniversary date is known, the first year is one calendar year long
// but may follow a purchase or a renewal: its base is known and the day on which
// its benefits were provided is not. If that anniversary date is the 28 February
// after a leap day, the base is unknown too.
func (t Timeline) PaidYear(number int) (PaidYear, error) {
	if err := t.check(); err != nil {
		return PaidYear{}, err
	}
	if err := t.checkYear("number", number); err != nil {
		return PaidYear{}, err
	}
	return t.paidYear(number), nil
}

func (t *Timeline) paidYear(number int) PaidYear {
	y := t.year(number)
	return PaidYear{
		Number: number, Base: y.base.day(), Provided: y.provided.day(),
		Anniversary: y.anniversary, Window: t.policy.Dates.RenewalWindow(y.anniversary),
		ActivateBy: y.activateBy.day(), RedeemThrough: y.redeemThrough().day(), LastAccess: y.lastAccess, Policy: t.policy,
	}
}

// check returns an error for the zero Timeline.
func (t *Timeline) check() error {
	if len(t.ends) == 0 {
		return check.Input("timeline", "the zero Timeline: make one with NewTimeline")
	}
	return nil
}

func (t *Timeline) checkYear(name string, number int) error {
	return check.Range(name, number, 1, len(t.ends))
}

// lastAccess returns the last day of access to the whole membership.
func (t *Timeline) lastAccess() calendar.Date {
	return t.policy.Dates.LastAccess(t.ends[len(t.ends)-1])
}

// A year holds the days that decide on the benefits of a paid year.
type year struct {
	base, provided, activateBy span
	anniversary, lastAccess    calendar.Date

	// opens is, for a year that may follow a purchase or a renewal, the first day
	// on which the renewal can have been paid.
	opens calendar.Date
}

// monthsToRedeem is how long benefits can be redeemed, from the base of their
// paid year on (BEN-03).
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

// begun is renewed for the first paid year of a membership whose start is
// unknown. The year may follow a purchase on its base or a renewal.
func (t *Timeline) begun() (base, provided span) {
	ad := t.membership.Anniversary
	base = exactly(ad.AddYears(-1))
	if leap := base.last.AddDays(1); leap.AddYears(1) == ad {
		base.last = leap // 29 February, like 28 February a year before ad
	}
	if t.policy.Dates.YearFromPayment {
		return base, base
	}
	return base, span{base.first, t.policy.Dates.LastAccess(base.last)}
}

// isKnown reports whether the days that the membership sets are known, at least
// by their bounds.
func (y *year) isKnown() bool { return !y.activateBy.first.IsZero() && !y.lastAccess.IsZero() }

// redeemThrough returns the last day on which the year lets benefits be redeemed.
func (y *year) redeemThrough() span {
	if !y.isKnown() {
		return span{}
	}
	return y.activateBy.until(y.lastAccess)
}
