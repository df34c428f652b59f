package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// term is the number of months for which a benefit lasts (BEN-04 to BEN-08).
const term = 12

// A life is what becomes of a benefit: the days on which it is provided and
// redeemed, its own end as far as it can be told, and those that the membership
// sets. All answers about one benefit are read from it.
type life struct {
	year

	isRedeemed eligibility.Tri

	redeemed span // if it is redeemed
	expiry   span // its own last day, if it is redeemed

	// redeemable is the last day on which it can be redeemed, if it is not.
	redeemable span
	unlockEnd  span // of which this is the end that unlocking sets
}

// life works out the life of a benefit, all of which has been checked.
func (p *Policy) life(m *Membership, b *Benefit) life {
	l := life{year: p.year(m, b.Year), isRedeemed: b.isRedeemed()}
	for _, done := range [...]calendar.Date{b.Unlocked, b.RedeemedOn} {
		if done.Before(l.provided.last) {
			l.provided.last = done
		}
	}
	unlocked := b.unlocked(&l.year)
	if b.Category.isUnlocked() {
		l.unlockEnd = unlocked.addMonths(term)
	}
	l.redeemable = l.unlockEnd.until(l.redeemThrough())
	l.redeemed = span{unlocked.first, l.redeemable.last}
	if l.redeemed.last.Before(l.redeemed.first) {
		l.isRedeemed = eligibility.No // unlocked too late
	}
	if !b.RedeemedOn.IsZero() {
		l.redeemed = exactly(b.RedeemedOn)
	}
	l.expiry = p.expiry(m, b, l.redeemed, unlocked)
	return l
}

// unlocked returns when the benefit was or can be unlocked (BEN-09).
func (b *Benefit) unlocked(y *year) span {
	if !b.Unlocked.IsZero() {
		return exactly(b.Unlocked)
	}
	return span{y.provided.first, y.lastAccess}
}

// expiry returns a benefit's own last day (BEN-04 to BEN-09), given when it was
// or can have been redeemed and unlocked.
func (p *Policy) expiry(m *Membership, b *Benefit, redeemed, unlocked span) span {
	switch {
	case b.Category == OnPremisesSoftware:
		return span{}
	case b.Category != CloudServices:
		return unlocked.redeemedIn(redeemed).addMonths(term)
	case p.ModernisedRedemption:
		return span{p.anniversaryFrom(m, redeemed.first).first, p.anniversaryFrom(m, redeemed.last).last}
	}
	return redeemed.addMonths(term)
}

// redeemedIn narrows the day of unlocking by what redemption tells of it: it
// comes after unlocking, and at most a term after it.
func (s span) redeemedIn(redeemed span) span {
	if s.isKnown() {
		return s
	}
	s.last = calendar.Min(s.last, redeemed.last)
	least := redeemed.first.AddMonths(-term)
	if least.AddMonths(term).Before(redeemed.first) { // from a 29 February
		least = least.AddDays(1)
	}
	if least.After(s.first) {
		s.first = least
	}
	return s
}

// anniversaryFrom returns the first anniversary date on or after a day of the
// membership. After the last one known comes that of the next renewal, which
// under a policy of years from payment hangs on the day of payment.
func (p *Policy) anniversaryFrom(m *Membership, d calendar.Date) span {
	if d.IsZero() {
		return span{}
	}
	var ad calendar.Date
	for number := 1; number <= m.Years(); number++ {
		ad = p.anniversary(m, number)
		if ad.IsZero() {
			return span{first: d}
		}
		if !ad.Before(d) {
			return exactly(ad)
		}
	}
	if p.Dates.YearFromPayment {
		window := p.Dates.RenewalWindow(ad)
		return span{window.First().AddYears(1), window.Last().AddYears(1)}
	}
	return exactly(m.Start.AddYears(m.Years() + 1))
}

// isKnown reports whether the days that the membership sets are known.
func (l *life) isKnown() bool { return !l.redeemThrough().IsZero() }

// on returns the state on a day (BEN-10).
func (l *life) on(d calendar.Date) State {
	switch {
	case !l.isKnown():
		return StateUnknown
	case d.Before(l.provided.first):
		return NotYetProvided
	case d.Before(l.provided.last):
		return StateUnknown
	}
	redeemed, unredeemed := l.redeemedOn(d), l.unredeemedOn(d)
	switch {
	case l.isRedeemed == eligibility.Yes || redeemed == unredeemed:
		return redeemed
	case l.isRedeemed == eligibility.No:
		return unredeemed
	}
	return StateUnknown
}

func (l *life) unredeemedOn(d calendar.Date) State {
	switch {
	case reaches(l.redeemable.first, d):
		return Available
	case reaches(l.redeemable.last, d):
		return StateUnknown
	}
	return ExpiredUnredeemed
}

func (l *life) redeemedOn(d calendar.Date) State {
	access := !d.After(l.lastAccess)
	switch {
	case d.Before(l.redeemed.first):
		return Available
	case d.Before(l.redeemed.last):
		return StateUnknown
	case access && reaches(l.expiry.first, d):
		return InUse
	case access && reaches(l.expiry.last, d):
		return StateUnknown
	}
	return l.over()
}

// over returns the state after the last day of use: a tie is expired (BEN-13).
func (l *life) over() State {
	switch {
	case outlasts(l.expiry.first, l.lastAccess):
		return LostWithMembership
	case outlasts(l.expiry.last, l.lastAccess):
		return StateUnknown
	}
	return Expired
}

// outlasts reports whether a bound lies beyond d.
func outlasts(bound, d calendar.Date) bool { return reaches(bound, d) && bound != d }

// lastUse returns the last day of use of a benefit that is redeemed, and what
// ends it, both unset if not known (BEN-13).
func (l *life) lastUse() (calendar.Date, Reason) {
	if !l.isKnown() {
		return calendar.Date{}, noReason
	}
	var last calendar.Date
	if use := l.expiry.until(l.lastAccess); use.isKnown() {
		last = use.first
	}
	switch l.over() {
	case LostWithMembership:
		return last, PastAccess
	case Expired:
		return last, PastExpiry
	}
	return last, noReason
}

// redeemBy returns the last day on which the benefit can be redeemed, and what
// ends that, both unset if not known (BEN-03, BEN-09).
func (l *life) redeemBy() (calendar.Date, Reason) {
	if !l.isKnown() {
		return calendar.Date{}, noReason
	}
	var last calendar.Date
	if l.redeemable.isKnown() {
		last = l.redeemable.first
	}
	end := l.redeemEnd(l.unlockEnd.first)
	if end != l.redeemEnd(l.unlockEnd.last) {
		end = noReason
	}
	return last, end
}

// redeemEnd returns what comes first of the three ends of redemption, in the
// order activate-by, expiry, access if they fall on one day.
func (l *life) redeemEnd(unlockEnd calendar.Date) Reason {
	switch {
	case reaches(unlockEnd, l.activateBy) && !l.activateBy.After(l.lastAccess):
		return PastActivateBy
	case reaches(unlockEnd, l.lastAccess) && unlockEnd != l.lastAccess:
		return PastAccess
	}
	return PastExpiry
}
