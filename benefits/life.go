package benefits

import (
	"math/bits"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// term is the term of a benefit in months (BEN-04 to BEN-08).
const term = 12

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
	switch endsWithYear := t.policy.endsWithYear(b.Category, ahead.last); {
	case endsWithYear && !ahead.first.After(l.anniversary):
		ahead.last = earlier(ahead.last, l.anniversary)
		fallthrough
	case endsWithYear:
		l.ahead = t.redemptions(b, &l.year, unlocked, ahead)
		l.open = l.ahead.expiry()
	default:
		l.ahead = t.redemptions(b, &l.year, unlocked, ahead)
		if b.Category.isUnlocked() {
			l.open = unlocked.addMonths(term)
		}
	}
	l.made = t.redemptions(b, &l.year, unlocked, redeemed)
	return l
}

// endsWithYear reports whether a benefit that is redeemed on a day ends with its paid
// year (BEN-15). The zero Date stands for a day that never comes.
func (p *Policy) endsWithYear(c Category, redeemed calendar.Date) bool {
	return !p.EndsWithYearFrom.IsZero() && c != OnPremisesSoftware && reaches(redeemed, p.EndsWithYearFrom)
}

// A redemption is a range of days on which a benefit was or can have been redeemed.
// One rule determines the end of its term for all of them.
type redemption struct {
	on     span // the day of redeeming
	expiry span // the end of the term

	// early is set if the term can be over before the day of redeeming, because
	// it does not run from that day.
	early bool
}

// redemptions are the ranges of days on which a benefit was or can have been
// redeemed, in order: before benefits ended with the paid year, since then through
// the anniversary date, and after it (BEN-15).
type redemptions struct {
	list [3]redemption
	n    int
}

func (r *redemptions) add(one redemption) {
	r.list[r.n] = one
	r.n++
}

func (r *redemptions) all() []redemption { return r.list[:r.n] }

// redemptions returns the redemptions of a benefit on the given days.
func (t *Timeline) redemptions(b *Benefit, y *year, unlocked, on span) (all redemptions) {
	if !t.policy.endsWithYear(b.Category, on.last) {
		all.add(t.ownTerm(b, unlocked, on))
		return all
	}
	from := t.policy.EndsWithYearFrom
	if on.first.Before(from) {
		all.add(t.ownTerm(b, unlocked, span{on.first, from.AddDays(-1)}))
		on.first = from
	}
	if !on.first.After(y.anniversary) {
		all.add(redemption{on: span{on.first, earlier(on.last, y.anniversary)}, expiry: exactly(y.anniversary)})
	}
	if all.n == 0 || outlasts(on.last, y.anniversary) { // no source settles the term
		on.first = later(on.first, y.anniversary.AddDays(1))
		all.add(redemption{on: on, expiry: span{first: y.anniversary}, early: true})
	}
	return all
}

// ownTerm returns the redemption of a benefit on the given days, with the term of its
// category (BEN-04 to BEN-08).
func (t *Timeline) ownTerm(b *Benefit, unlocked, on span) redemption {
	r := redemption{on: on}
	switch {
	case b.Category == OnPremisesSoftware:
	case b.Category != CloudServices:
		if !unlocked.isKnown() {
			unlocked.last = calendar.Min(unlocked.last, on.last)
		}
		r.expiry, r.early = unlocked.addMonths(term), true
	case t.policy.ModernizedRedemption:
		r.expiry = span{t.anniversaryFrom(b.Year, on.first).first, t.anniversaryFrom(b.Year, on.last).last}
	default:
		r.expiry = on.addMonths(term)
	}
	return r
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

// expiry returns the end of the term.
func (r *redemptions) expiry() span {
	s := r.list[0].expiry
	for _, one := range r.all()[1:] {
		s = span{earlier(s.first, one.expiry.first), latest(s.last, one.expiry.last)}
	}
	return s
}

// states is a set of possible states.
type states uint16

func (s *states) add(state State, isPossible bool) {
	if isPossible {
		*s |= 1 << state
	}
}

func (s states) has(state State) bool { return s&(1<<state) != 0 }

// only returns the state if one is possible, and otherwise StateUnknown.
func (s states) only() State {
	if s == 0 || s&(s-1) != 0 {
		return StateUnknown
	}
	return State(bits.TrailingZeros16(uint16(s)))
}

// over returns the possible states after the last day of use. A benefit whose term and
// access end on the same day is Expired (BEN-13).
func (r *redemptions) over(lastAccess calendar.Date) (s states) {
	for _, one := range r.all() {
		s.add(RedeemedOfNoUse, one.early && one.expiry.first.Before(one.on.last))
		s.add(LostWithMembership, outlasts(one.expiry.last, lastAccess))
		s.add(Expired, one.canBeOfUse() && !outlasts(one.expiry.first, lastAccess))
	}
	return s
}

// canBeOfUse reports whether the benefit can have been redeemed before its term was
// over.
func (r *redemption) canBeOfUse() bool { return reaches(r.expiry.last, r.on.first) }

// on returns the possible states on a day if the benefit is redeemed by that day.
func (r *redemptions) on(d, lastAccess calendar.Date) (s states) {
	access := !d.After(lastAccess)
	for _, one := range r.all() {
		if d.Before(one.on.first) {
			continue
		}
		s.add(RedeemedOfNoUse, one.early && one.expiry.first.Before(earlier(one.on.last, d)))
		s.add(InUse, access && reaches(one.expiry.last, d))
		s.add(LostWithMembership, !access && outlasts(one.expiry.last, lastAccess))
		s.add(Expired, one.canBeOfUse() && one.expiry.first.Before(d) && !outlasts(one.expiry.first, lastAccess))
	}
	return s
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
	var s states
	if l.isRedeemed != No {
		s = l.made.on(d, l.lastAccess)
	}
	ends := l.open
	switch {
	case l.isRedeemed != Yes:
		ends = l.usefulThrough()
	case !outlasts(l.made.list[l.made.n-1].on.last, d):
		return s.only() // redeemed by that day
	}
	s.add(Available, reaches(ends.last, d))
	s.add(ExpiredUnredeemed, !reaches(ends.first, d))
	return s.only()
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

// lastUse returns the last day of use, and what ends the use (BEN-13). Unless
// the benefit is known to be redeemed, it assumes that it is redeemed in time. An unknown result
// is zero. A benefit of no use has no last day of use.
func (l *life) lastUse() (calendar.Date, Reason) {
	if !l.isKnown() {
		return calendar.Date{}, noReason
	}
	r := l.redemption()
	over := r.over(l.lastAccess)
	last := r.expiry().until(l.lastAccess).day()
	switch {
	case l.isRedeemed != Yes:
		over &^= 1 << RedeemedOfNoUse
	case over.has(RedeemedOfNoUse):
		last = calendar.Date{}
	}
	switch {
	case over == 1<<LostWithMembership:
		return last, PastAccess
	case !over.has(LostWithMembership):
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
