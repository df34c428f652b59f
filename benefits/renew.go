package benefits

import (
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Renewal says what paying on a day changes.
type Renewal struct {
	On calendar.Date `json:"on"`

	// InTime says whether the day lies in the renewal window, so that the
	// membership goes on. Later the payment is a new purchase (BEN-02).
	InTime eligibility.Tri `json:"inTime"`

	// Year is the paid year that begins: the next one of the membership, or the
	// first of a new one. It is unset if InTime is not known.
	Year PaidYear `json:"year,omitzero"`

	// Uncovered are the days without access before a new purchase.
	Uncovered calendar.Period `json:"uncovered,omitzero"`

	// Benefits are the benefits given, in their order.
	Benefits []Change `json:"benefits,omitempty"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// A Change is what a renewal does to a benefit: its term without and with it.
type Change struct {
	ID     string `json:"id"`     // the benefit's
	Year   int    `json:"year"`   // its paid year, from 1
	Before Term   `json:"before"` // without the renewal
	After  Term   `json:"after"`  // with it

	// Uncovered are the days from the end of a redeemed benefit of the last
	// paid year to the renewal, on which the benefits that follow it are
	// provided. It is no period if there are none, or if they are not known.
	Uncovered calendar.Period `json:"uncovered,omitzero"`
}

// Renew returns what paying for a further year on a day changes, under
// [Baseline]: see [Policy.Renew].
func Renew(m Membership, benefits []Benefit, on calendar.Date) (Renewal, error) {
	return Baseline().Renew(m, benefits, on)
}

// Renew returns what paying for a further year on a day changes, benefit by
// benefit, and which days are left uncovered. In the renewal window the last day
// of access moves on by a year, and with it the ends that it had set; a benefit's
// own term is not prolonged. After the window no end moves: what was left of the
// benefits is lost, and a new membership starts.
//
// A day before the renewal window gives a [*calendar.InputError], as do no day
// and what [Policy.Events] refuses.
func (p Policy) Renew(m Membership, benefits []Benefit, on calendar.Date) (Renewal, error) {
	lives, err := p.lives(&m, benefits)
	if err != nil {
		return Renewal{}, err
	}
	window := p.Dates.RenewalWindow(p.anniversary(&m, m.Years()))
	switch {
	case on.IsZero():
		return Renewal{}, noDate("on")
	case on.Before(window.First()):
		return Renewal{}, &calendar.InputError{Name: "on", Reason: on.String() + " comes before the window " + window.String()}
	}
	r := Renewal{On: on, Policy: p}
	next := m
	switch {
	case window.Contains(on):
		r.InTime = eligibility.Yes
		next.Renewals = append(slices.Clip(slices.Clone(m.Renewals)), on)
		r.Year = p.paidYear(&next, next.Years())
	case !window.IsZero():
		r.InTime = eligibility.No
		r.Year = p.paidYear(&Membership{Start: on}, 1)
		r.Uncovered = between(window.Last(), on)
	}
	for i := range benefits {
		r.Benefits = append(r.Benefits, p.change(&lives[i], &next, &benefits[i], on))
		if benefits[i].Year != m.Years() {
			r.Benefits[i].Uncovered = calendar.Period{}
		}
	}
	return r, nil
}

// change returns what becomes of a benefit when its membership goes on as next.
func (p *Policy) change(before *life, next *Membership, b *Benefit, on calendar.Date) Change {
	after := p.life(next, b)
	c := Change{ID: b.ID, Year: b.Year, Before: p.term(before), After: p.term(&after)}
	if before.isRedeemed == eligibility.Yes {
		c.Uncovered = between(c.After.LastUse, on)
	}
	return c
}

// between returns the days after last and before next, if there are any.
func between(last, next calendar.Date) calendar.Period {
	first, end := last.AddDays(1), next.AddDays(-1)
	if first.IsZero() || end.Compare(first) < 0 {
		return calendar.Period{}
	}
	days, _ := calendar.NewPeriod(first, end)
	return days
}
