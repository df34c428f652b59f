package benefits

import "github.com/partnerrules/partnerrules/calendar"

// A Term says until when a benefit can be redeemed, until when it is of use,
// and what ends that first. A date is no date if it is not known, or if there
// is none.
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

// TermOf returns the term of a benefit, under [Baseline]: see [Policy.TermOf].
func TermOf(m Membership, b Benefit) (Term, error) { return Baseline().TermOf(m, b) }

// TermOf returns the term of a benefit of a membership. It assumes no renewal
// after the last one given, and allocates nothing.
//
// A policy that is not valid, a renewal outside of its window, a benefit
// without category or of a year that the membership does not have, and a day of
// unlocking or redeeming on which that was not possible give a
// [*calendar.InputError]: "membership.renewals[1]", "benefit.redeemedOn".
func (p Policy) TermOf(m Membership, b Benefit) (Term, error) {
	l, err := p.checkedLife(&m, &b)
	if err != nil {
		return Term{}, err
	}
	return p.term(&l), nil
}

// term reads the term of a benefit from its life.
func (p *Policy) term(l *life) Term {
	t := Term{ActivateBy: l.activateBy, LastAccess: l.lastAccess, Policy: *p}
	if l.provided.isKnown() {
		t.Provided = l.provided.first
	}
	if l.expiry.isKnown() {
		t.Expiry = l.expiry.first
	}
	t.RedeemThrough, t.RedeemEnd = l.redeemBy()
	t.LastUse, t.EndedBy = l.lastUse()
	return t
}

// checkedLife returns the life of one benefit, or what is wrong with it.
func (p *Policy) checkedLife(m *Membership, b *Benefit) (life, error) {
	if err := p.check(m); err != nil {
		return life{}, err
	}
	l, err := p.benefitLife(m, b)
	return l, within("benefit.", err)
}

// benefitLife is checkedLife for a membership that has been checked, and names
// fields without their place.
func (p *Policy) benefitLife(m *Membership, b *Benefit) (life, error) {
	if err := b.check(m); err != nil {
		return life{}, err
	}
	y := p.year(m, b.Year)
	if err := b.checkDays(&y); err != nil {
		return life{}, err
	}
	return p.life(m, b), nil
}
