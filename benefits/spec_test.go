package benefits_test

import (
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// This file implements the rules about benefits a second time. It requires all facts
// to be known, and decides for single days. It shares only types with the package.
// The property tests compare the package with it.

// years returns the number of paid years.
func years(m Membership) int { return len(m.Renewals) + 1 }

// anniversaries returns the anniversary date that ends each paid year.
func anniversaries(p Policy, m Membership) []calendar.Date {
	first := m.Anniversary
	if first.IsZero() {
		first = m.Start.AddYears(1)
	}
	all := []calendar.Date{first}
	for i, paid := range m.Renewals {
		ad := m.Start.AddYears(i + 2)
		if m.Start.IsZero() {
			ad = m.Anniversary.AddYears(i + 1)
		}
		if p.Dates.YearFromPayment {
			ad = paid.AddYears(1)
		}
		all = append(all, ad)
	}
	return all
}

// A spec holds the dates of a benefit according to the rules.
type spec struct {
	provided, activateBy, access calendar.Date

	// redeemThrough is the last day to redeem the benefit. own is its expiry if it
	// is redeemed, and zero if it has no term.
	redeemThrough, own calendar.Date
}

// specify returns the dates of a benefit.
func specify(p Policy, m Membership, b Benefit) spec {
	ads := anniversaries(p, m)
	base, provided := m.Start, m.Start
	if b.Year > 1 {
		base, provided = ads[b.Year-2], m.Renewals[b.Year-2]
		if p.Dates.YearFromPayment {
			base = provided
		}
	}
	s := spec{provided: provided, activateBy: base.AddMonths(13), access: ads[len(ads)-1].AddDays(int(p.Dates.WindowCloses))}
	s.redeemThrough = s.activateBy
	if s.access.Before(s.redeemThrough) {
		s.redeemThrough = s.access
	}
	switch b.Category {
	case AzureCredits, DeveloperTools, SupportAndAdvisory, Marketing:
		s.own = b.Unlocked.AddMonths(12)
		if s.own.Before(s.redeemThrough) && !s.own.IsZero() {
			s.redeemThrough = s.own
		}
	case CloudServices:
		s.own = b.RedeemedOn.AddMonths(12)
		if p.ModernizedRedemption {
			s.own = calendar.Date{}
			// The next renewal is paid by the last day of its window. A year
			// after that day is later than every day of access.
			next := m.Start.AddYears(len(ads) + 1)
			if p.Dates.YearFromPayment {
				next = s.access.AddYears(1)
			}
			for _, ad := range append(ads, next) {
				if s.own.IsZero() && ad.Compare(b.RedeemedOn) >= 0 {
					s.own = ad
				}
			}
		}
	}
	return s
}

// possible reports whether the days of unlocking and redeeming are possible.
func (s spec) possible(b Benefit) bool {
	for _, d := range []calendar.Date{b.Unlocked, b.RedeemedOn} {
		if !d.IsZero() && (d.Compare(s.provided) < 0 || d.Compare(s.access) > 0) {
			return false
		}
	}
	if b.RedeemedOn.IsZero() {
		return true
	}
	return b.RedeemedOn.Compare(s.redeemThrough) <= 0 && b.RedeemedOn.Compare(b.Unlocked) >= 0
}

// state returns the state of the benefit on a day.
func (s spec) state(b Benefit, on calendar.Date) State {
	redeemed := b.Redeemed == yes
	ownOver := !s.own.IsZero() && on.Compare(s.own) > 0
	switch {
	case on.Compare(s.provided) < 0:
		return NotYetProvided
	case !redeemed && on.Compare(s.redeemThrough) <= 0, redeemed && on.Compare(b.RedeemedOn) < 0:
		return Available
	case !redeemed:
		return ExpiredUnredeemed
	case on.Compare(s.access) <= 0 && !ownOver:
		return InUse
	case !s.own.IsZero() && s.own.Compare(s.access) <= 0:
		return Expired
	}
	return LostWithMembership
}
