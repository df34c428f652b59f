package benefits

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A life is the timeline of a benefit: the days on which it is provided and
// redeemed, the end of its own term, and the days that the membership determines.
// All answers about a benefit are computed from it.
type life struct {
	year

	isRedeemed Tri

	made      redemptions // if the benefit is redeemed
	ahead     redemptions // if the benefit is not redeemed: the redemption to come
	redeeming span        // the day of the one or the other

	// open is the end of the term while the benefit is not redeemed. It never
	// comes if the term runs from redeeming.
	open span
}

// benefitLife returns the life of a benefit, as it is known on a day, or an error for
// an invalid benefit. See lifeIn.
func (t *Timeline) benefitLife(b *Benefit, on calendar.Date) (life, error) {
	if err := t.check(); err != nil {
		return life{}, err
	}
	l, err := t.life(b, on)
	return l, check.Within("benefit.", err)
}

// life is like benefitLife, but requires a valid Timeline. Its errors name a field
// of the benefit without a path.
func (t *Timeline) life(b *Benefit, on calendar.Date) (life, error) {
	if err := b.check(t); err != nil {
		return life{}, err
	}
	y := t.year(b.Year)
	if err := b.checkDays(&y); err != nil {
		return life{}, err
	}
	return t.lifeIn(y, b, on), nil
}

// lifeIn computes the life of a benefit that has been checked, as it is known on a
// day: what is done with the benefit later is ignored. If on is zero, nothing is.
func (t *Timeline) lifeIn(y year, b *Benefit, on calendar.Date) life {
	l := life{year: y, isRedeemed: b.isRedeemed()}
	for _, done := range [...]calendar.Date{b.Unlocked, b.RedeemedOn} {
		if done.Before(l.provided.last) {
			l.provided.last = done
		}
	}
	if l.provided.last.Before(l.opens) { // before a renewal was possible
		l.provided.last = calendar.Min(l.provided.last, l.base.last)
	}
	unlocked := span{l.provided.first, l.lastAccess}
	switch {
	case b.Unlocked.After(on):
		unlocked.first = on.AddDays(1)
	case !b.Unlocked.IsZero():
		unlocked = exactly(b.Unlocked)
	}
	through := l.redeemThrough()
	redeemed := span{unlocked.first, through.last}
	ahead := span{later(redeemed.first, on), redeemed.last}
	switch {
	case redeemed.last.Before(redeemed.first): // unlocked too late
		l.isRedeemed = No
	case b.RedeemedOn.After(on):
		l.isRedeemed = No
	case !b.RedeemedOn.IsZero():
		redeemed = exactly(b.RedeemedOn)
	}
	l.redeeming = redeemed
	if l.isRedeemed == No {
		l.redeeming = ahead
	}
	endsWithYear := t.policy.endsWithYear(b.Category, ahead.last)
	if endsWithYear && !ahead.first.After(l.anniversary) {
		ahead.last = earlier(ahead.last, l.anniversary)
	}
	l.made = t.redemptions(b, &l.year, unlocked, redeemed)
	l.ahead = t.redemptions(b, &l.year, unlocked, ahead)
	switch {
	case endsWithYear:
		l.open = l.ahead.expiry()
	case b.Category.isUnlocked():
		l.open = unlocked.addMonths(term)
	}
	return l
}

// endsWithYear reports whether a benefit that is redeemed on a day ends with its paid
// year (BEN-15). The zero Date stands for a day that never comes.
func (p *Policy) endsWithYear(c Category, redeemed calendar.Date) bool {
	return !p.EndsWithYearFrom.IsZero() && c != OnPremisesSoftware && reaches(redeemed, p.EndsWithYearFrom)
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
	var possible partnerrules.Set[State]
	if l.isRedeemed != No {
		possible = l.made.on(d, l.lastAccess)
	}
	ends := l.open
	switch {
	case l.isRedeemed != Yes:
		ends = l.usefulThrough()
	case !outlasts(l.made.last(), d):
		return only(possible)
	}
	check.Include(&possible, Available, reaches(ends.last, d))
	check.Include(&possible, ExpiredUnredeemed, !reaches(ends.first, d))
	return only(possible)
}

// only returns the state if one is possible, and otherwise StateUnknown.
func only(possible partnerrules.Set[State]) State {
	for s := range possible.All() {
		if possible == partnerrules.SetOf(s) {
			return s
		}
	}
	return StateUnknown
}

// usefulThrough returns the last day on which the benefit can be redeemed and then
// used: the earliest of the end of its term, the activate-by date and the last day of
// access.
func (l *life) usefulThrough() span {
	through := l.redeemThrough()
	return span{earlier(l.open.first, through.first), earlier(l.open.last, through.last)}
}

// redemption returns the redemption that the term depends on.
func (l *life) redemption() *redemptions {
	if l.isRedeemed == No {
		return &l.ahead
	}
	return &l.made
}

// lastUse returns the last day of use, and what ends the use (BEN-13). Unless the
// benefit is known to be redeemed, it assumes that it is redeemed in time. An unknown
// result is zero. A benefit of no use has no last day of use.
func (l *life) lastUse() (calendar.Date, Reason) {
	if !l.isKnown() {
		return calendar.Date{}, noReason
	}
	r := l.redemption()
	over := r.over(l.lastAccess)
	last := r.expiry().until(l.lastAccess).day()
	switch {
	case l.isRedeemed != Yes:
		over &^= partnerrules.SetOf(RedeemedOfNoUse)
	case over.Has(RedeemedOfNoUse):
		last = calendar.Date{}
	}
	switch {
	case over == partnerrules.SetOf(LostWithMembership):
		return last, PastAccess
	case !over.Has(LostWithMembership):
		return last, PastExpiry
	}
	return last, noReason
}

// redeemBy returns the last day on which the benefit can be redeemed, and what ends
// redemption (BEN-03). An unknown result is zero.
func (l *life) redeemBy() (calendar.Date, Reason) {
	if !l.isKnown() {
		return calendar.Date{}, noReason
	}
	return l.redeemThrough().day(), l.firstEnd(span{})
}

// useBy returns the last day on which an unredeemed benefit can be redeemed and then
// used, and what comes first (BEN-10). An unknown result is zero. The life must be
// known.
func (l *life) useBy() (calendar.Date, Reason) {
	return l.usefulThrough().day(), l.firstEnd(l.open)
}

// firstEnd returns the first of three ends: the given end of the term, the
// activate-by date and the last day of access. It is zero if that is unknown.
func (l *life) firstEnd(expiry span) Reason {
	first := l.firstOf(expiry.first, l.activateBy.last)
	if first != l.firstOf(expiry.last, l.activateBy.first) {
		return noReason
	}
	return first
}

// firstOf returns the first of the three ends. If ends fall on the same day, the order
// is activate-by, expiry, access.
func (l *life) firstOf(expiry, activateBy calendar.Date) Reason {
	switch {
	case reaches(expiry, activateBy) && !outlasts(activateBy, l.lastAccess):
		return PastActivateBy
	case outlasts(expiry, l.lastAccess):
		return PastAccess
	}
	return PastExpiry
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

// later returns the later of two days. A zero day is ignored.
func later(d, e calendar.Date) calendar.Date {
	if d.Compare(e) < 0 {
		return e
	}
	return d
}

// latest returns the later of two bounds.
func latest(bound, other calendar.Date) calendar.Date {
	if bound.IsZero() || other.Before(bound) {
		return bound
	}
	return other
}

// reaches reports whether a bound is on or after d.
func reaches(bound, d calendar.Date) bool { return bound.IsZero() || !bound.Before(d) }

// outlasts reports whether a bound is after d.
func outlasts(bound, d calendar.Date) bool { return reaches(bound, d) && bound != d }
