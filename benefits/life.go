package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// term is the term of a benefit in months (BEN-04 to BEN-08).
const term = 12

// A life is the timeline of a benefit: the days on which it is provided and
// redeemed, its own expiry, and the days that the membership determines. All
// answers about a benefit are computed from it.
type life struct {
	year

	isRedeemed Tri

	redeemed span // the day of redeeming, if it is redeemed
	expiry   span // the last day of its own term, if it is redeemed

	redeemable span // the last day to redeem it, if it is not redeemed
	unlockEnd  span // the end of a term that runs from unlocking
}

// benefitLife returns the life of a benefit, or an error for an invalid one.
func (t *Timeline) benefitLife(b *Benefit) (life, error) {
	if err := t.check(); err != nil {
		return life{}, err
	}
	l, err := t.life(b)
	return l, check.Within("benefit.", err)
}

// life is like benefitLife, but requires a valid Timeline. Its errors name a field
// of the benefit without a path.
func (t *Timeline) life(b *Benefit) (life, error) {
	if err := b.check(t); err != nil {
		return life{}, err
	}
	y := t.year(b.Year)
	if err := b.checkDays(&y); err != nil {
		return life{}, err
	}
	return t.lifeIn(y, b), nil
}

// lifeIn computes the life of a benefit that has been checked.
func (t *Timeline) lifeIn(y year, b *Benefit) life {
	l := life{year: y, isRedeemed: b.isRedeemed()}
	for _, done := range [...]calendar.Date{b.Unlocked, b.RedeemedOn} {
		if done.Before(l.provided.last) {
			l.provided.last = done
		}
	}
	if l.provided.last.Before(l.opens) { // before a renewal was possible
		l.provided.last = calendar.Min(l.provided.last, l.base.last)
	}
	unlocked := b.unlocked(&l.year)
	if b.Category.isUnlocked() {
		l.unlockEnd = unlocked.addMonths(term)
	}
	through := l.redeemThrough()
	l.redeemable = span{earlier(l.unlockEnd.first, through.first), earlier(l.unlockEnd.last, through.last)}
	l.redeemed = span{unlocked.first, l.redeemable.last}
	if l.redeemed.last.Before(l.redeemed.first) {
		l.isRedeemed = No // unlocked too late
	}
	if !b.RedeemedOn.IsZero() {
		l.redeemed = exactly(b.RedeemedOn)
	}
	l.expiry = t.expiry(b, l.redeemed, unlocked)
	return l
}

// unlocked returns the day on which the benefit was or can be unlocked (BEN-09).
func (b *Benefit) unlocked(y *year) span {
	if !b.Unlocked.IsZero() {
		return exactly(b.Unlocked)
	}
	return span{y.provided.first, y.lastAccess}
}

// expiry returns the last day of a benefit's own term (BEN-04 to BEN-09), given the
// days on which it was or can have been redeemed and unlocked.
func (t *Timeline) expiry(b *Benefit, redeemed, unlocked span) span {
	switch {
	case b.Category == OnPremisesSoftware:
		return span{}
	case b.Category != CloudServices:
		return unlocked.redeemedIn(redeemed).addMonths(term)
	case t.policy.ModernizedRedemption:
		return span{t.anniversaryFrom(b.Year, redeemed.first).first, t.anniversaryFrom(b.Year, redeemed.last).last}
	}
	return redeemed.addMonths(term)
}

// redeemedIn narrows the span of the day of unlocking. The benefit is redeemed on or
// after that day, and at most a term later.
func (s span) redeemedIn(redeemed span) span {
	if s.isKnown() {
		return s
	}
	s.last = calendar.Min(s.last, redeemed.last)
	least := redeemed.first.AddMonths(-term)
	if least.AddMonths(term).Before(redeemed.first) { // redeemed.first is a 29 February
		least = least.AddDays(1)
	}
	if least.After(s.first) {
		s.first = least
	}
	return s
}

// anniversaryFrom returns the first anniversary date on or after d, which is not
// before the benefits of the paid year were provided. After the last known
// anniversary date it assumes one more renewal. If years start on the day of
// payment, the next anniversary date depends on that payment.
func (t *Timeline) anniversaryFrom(number int, d calendar.Date) span {
	if d.IsZero() {
		return span{}
	}
	dates := &t.policy.Dates
	if number == 1 && t.membership.Start.IsZero() && dates.WindowOpens == 0 && !d.AddYears(1).After(t.ends[0]) {
		return span{d, t.ends[0]} // d may be the previous anniversary date and the day of a renewal
	}
	for _, ad := range t.ends[max(0, number-2):] { // a renewal can be paid on the anniversary date itself
		if ad.IsZero() {
			return span{first: d}
		}
		if !ad.Before(d) {
			return exactly(ad)
		}
	}
	if dates.YearFromPayment {
		window := dates.RenewalWindow(t.Anniversary())
		return span{window.First().AddYears(1), window.Last().AddYears(1)}
	}
	return exactly(t.nextAnniversary())
}

// nextAnniversary returns the anniversary date after the current one, counting
// years from the first anniversary date (CAL-03).
func (t *Timeline) nextAnniversary() calendar.Date {
	if t.membership.Start.IsZero() {
		return t.membership.Anniversary.AddYears(len(t.ends))
	}
	return t.membership.Start.AddYears(len(t.ends) + 1)
}

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
	case l.isRedeemed == Yes || redeemed == unredeemed:
		return redeemed
	case l.isRedeemed == No:
		return unredeemed
	}
	return StateUnknown
}

// unredeemedOn returns the state on a day if the benefit is never redeemed.
func (l *life) unredeemedOn(d calendar.Date) State {
	switch {
	case reaches(l.redeemable.first, d):
		return Available
	case reaches(l.redeemable.last, d):
		return StateUnknown
	}
	return ExpiredUnredeemed
}

// redeemedOn returns the state on a day if the benefit is redeemed at some time.
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

// over returns the state after the last day of use. It is Expired if both ends fall
// on the same day (BEN-13).
func (l *life) over() State {
	switch {
	case outlasts(l.expiry.first, l.lastAccess):
		return LostWithMembership
	case outlasts(l.expiry.last, l.lastAccess):
		return StateUnknown
	}
	return Expired
}

// lastUse returns the last day of use of a redeemed benefit, and what ends its use
// (BEN-13). An unknown result is zero.
func (l *life) lastUse() (calendar.Date, Reason) {
	if !l.isKnown() {
		return calendar.Date{}, noReason
	}
	last := l.expiry.until(l.lastAccess).day()
	switch l.over() {
	case LostWithMembership:
		return last, PastAccess
	case Expired:
		return last, PastExpiry
	}
	return last, noReason
}

// redeemBy returns the last day on which the benefit can be redeemed, and what ends
// redemption (BEN-03, BEN-09). An unknown result is zero.
func (l *life) redeemBy() (calendar.Date, Reason) {
	if !l.isKnown() {
		return calendar.Date{}, noReason
	}
	end := l.redeemEnd(l.unlockEnd.first, l.activateBy.last)
	if end != l.redeemEnd(l.unlockEnd.last, l.activateBy.first) {
		end = noReason
	}
	return l.redeemable.day(), end
}

// redeemEnd returns the first of the three ends of redemption. If ends fall on the
// same day, the order is activate-by, expiry, access.
func (l *life) redeemEnd(unlockEnd, activateBy calendar.Date) Reason {
	switch {
	case reaches(unlockEnd, activateBy) && !outlasts(activateBy, l.lastAccess):
		return PastActivateBy
	case outlasts(unlockEnd, l.lastAccess):
		return PastAccess
	}
	return PastExpiry
}

// latestToRedeem returns the last day on which the benefit can be redeemed. If only
// the day of unlocking is unknown, it returns the latest possible day.
func (l *life) latestToRedeem() calendar.Date {
	if through := l.redeemThrough(); !through.isKnown() {
		return l.redeemable.day()
	}
	return l.redeemable.last
}

// A span holds the earliest and the latest day on which something can happen. A zero
// last means that there is no upper bound. In the zero span the day never comes.
type span struct{ first, last calendar.Date }

// exactly returns the span of a known day, or of a day that never comes.
func exactly(d calendar.Date) span { return span{d, d} }

func (s span) isKnown() bool { return s.first == s.last && !s.first.IsZero() }

// day returns the day if it is known, and otherwise the zero Date.
func (s span) day() calendar.Date {
	if !s.isKnown() {
		return calendar.Date{}
	}
	return s.first
}

// addMonths returns the span of the day n months later.
func (s span) addMonths(n int) span { return span{s.first.AddMonths(n), s.last.AddMonths(n)} }

// until returns the span of the earlier of s and d. The day d must not be zero.
func (s span) until(d calendar.Date) span { return span{earlier(s.first, d), earlier(s.last, d)} }

// earlier returns the earlier of a bound and d.
func earlier(bound, d calendar.Date) calendar.Date {
	if reaches(bound, d) {
		return d
	}
	return bound
}

// reaches reports whether a bound is on or after d.
func reaches(bound, d calendar.Date) bool { return bound.IsZero() || !bound.Before(d) }

// outlasts reports whether a bound is after d.
func outlasts(bound, d calendar.Date) bool { return reaches(bound, d) && bound != d }
