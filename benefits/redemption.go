package benefits

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// term is the term of a benefit in months (BEN-04 to BEN-08).
const term = 12

// A redemption is a range of days on which a benefit was or can have been redeemed.
// One rule determines the end of its term.
type redemption struct {
	on     span // the day of redeeming; a later range can begin before its last day
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

// last returns the last day on which the benefit was or can have been redeemed.
func (r *redemptions) last() calendar.Date { return r.list[r.n-1].on.last }

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
		all.add(redemption{on: on, expiry: exactly(y.anniversary)})
	}
	if all.n == 0 || outlasts(on.last, y.anniversary) { // no source settles the term
		all.add(redemption{on: on, expiry: span{first: y.anniversary}})
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

// over returns the possible states after the last day of use. A benefit whose term and
// access end on the same day is Expired (BEN-13).
func (r *redemptions) over(lastAccess calendar.Date) (s partnerrules.Set[State]) {
	for _, one := range r.all() {
		check.Include(&s, RedeemedOfNoUse, one.early && one.expiry.first.Before(one.on.last))
		check.Include(&s, LostWithMembership, outlasts(one.expiry.last, lastAccess))
		check.Include(&s, Expired, one.canBeOfUse() && !outlasts(one.expiry.first, lastAccess))
	}
	return s
}

// canBeOfUse reports whether the benefit can have been redeemed before its term was
// over.
func (r *redemption) canBeOfUse() bool { return reaches(r.expiry.last, r.on.first) }

// on returns the possible states on a day if the benefit is redeemed by that day.
func (r *redemptions) on(d, lastAccess calendar.Date) (s partnerrules.Set[State]) {
	access := !d.After(lastAccess)
	for _, one := range r.all() {
		if d.Before(one.on.first) {
			continue
		}
		check.Include(&s, RedeemedOfNoUse, one.early && one.expiry.first.Before(earlier(one.on.last, d)))
		check.Include(&s, InUse, access && reaches(one.expiry.last, d))
		check.Include(&s, LostWithMembership, !access && outlasts(one.expiry.last, lastAccess))
		check.Include(&s, Expired, one.canBeOfUse() && one.expiry.first.Before(d) && !outlasts(one.expiry.first, lastAccess))
	}
	return s
}
