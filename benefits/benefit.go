package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Benefit is one benefit of a membership, and what is known to have been done
// with it.
type Benefit struct {
	// ID is the caller's own name of the benefit, which identifies its events.
	// It is looked at by Events and Renew only.
	ID string `json:"id,omitzero"`

	// Category decides how long the benefit can be redeemed and used.
	Category Category `json:"category"`

	// Year is the paid year to which the benefit belongs, from 1.
	Year int `json:"year"`

	// Unlocked is the day on which the benefit was unlocked, no date if that is
	// not known or has not been done. It lies between the day on which the
	// benefit was provided and the last day of access (BEN-09).
	Unlocked calendar.Date `json:"unlocked,omitzero"`

	// Redeemed says whether the benefit has been redeemed, and RedeemedOn when;
	// for a cloud service, when its key was redeemed in the admin centre. A day
	// given says that it has.
	Redeemed   eligibility.Tri `json:"redeemed,omitzero"`
	RedeemedOn calendar.Date   `json:"redeemedOn,omitzero"`
}

// isRedeemed says whether the benefit has been redeemed, as a day tells too.
func (b *Benefit) isRedeemed() eligibility.Tri {
	if !b.RedeemedOn.IsZero() {
		return eligibility.Yes
	}
	return b.Redeemed
}

// check refuses what no benefit of the membership can be, whatever its dates.
func (b *Benefit) check(m *Membership) error {
	switch {
	case b.Category == noCategory || b.Category > lastCategory:
		return invalid("category", b.Category)
	case b.Redeemed < eligibility.No || b.Redeemed > eligibility.Yes:
		return invalid("redeemed", b.Redeemed)
	case b.Redeemed == eligibility.No && !b.RedeemedOn.IsZero():
		return &calendar.InputError{Name: "redeemedOn", Reason: "given for a benefit that is not redeemed"}
	}
	return m.checkYear("year", b.Year)
}

// checkDays refuses a day of unlocking or redeeming on which it was not
// possible. What is not known refuses nothing.
func (b *Benefit) checkDays(y *year) error {
	through := y.redeemThrough()
	if b.Category.isUnlocked() && !b.Unlocked.IsZero() {
		through = earlier(b.Unlocked.AddMonths(term), through)
	}
	refuse := func(name string, d calendar.Date, reason string) error {
		return &calendar.InputError{Name: name, Reason: d.String() + " comes " + reason}
	}
	switch {
	case b.Unlocked.Before(y.provided.first):
		return refuse("unlocked", b.Unlocked, "before the benefit was provided, "+y.provided.first.String())
	case b.Unlocked.After(y.lastAccess):
		return refuse("unlocked", b.Unlocked, "after the last day of access, "+y.lastAccess.String())
	case b.RedeemedOn.Before(y.provided.first):
		return refuse("redeemedOn", b.RedeemedOn, "before the benefit was provided, "+y.provided.first.String())
	case b.RedeemedOn.Before(b.Unlocked):
		return refuse("redeemedOn", b.RedeemedOn, "before the benefit was unlocked, "+b.Unlocked.String())
	case b.RedeemedOn.After(through):
		return refuse("redeemedOn", b.RedeemedOn, "after the last day to redeem, "+through.String())
	case b.Redeemed == eligibility.Yes && b.Unlocked.After(through):
		return refuse("unlocked", b.Unlocked, "after the last day to redeem, "+through.String())
	}
	return nil
}
