package benefits

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A RenewalAnswer is the answer of [Timeline.CheckRenewal]: whether a membership can be
// renewed on a day, and when its renewal window opens and closes.
type RenewalAnswer struct {
	// Answer is Yes in the renewal window. The reasons for a No are BeforeWindow,
	// AfterWindow and OfferRetired. It is Unknown if the window is unknown, or if
	// the membership has no Offer and some offers are no longer renewed.
	Answer

	// On is the day of the renewal.
	On calendar.Date `json:"on"`

	// Window is the renewal window of the last paid year. A membership that
	// cannot be renewed yet can be renewed from its first day on.
	Window calendar.Period `json:"window,omitzero"`

	// Policy is the policy of the timeline.
	Policy Policy `json:"policy"`
}

// CheckRenewal reports whether the membership can be renewed on a day (BEN-02). It can
// be renewed on the days of its renewal window. A later payment is a new purchase. An
// Action Pack or a legacy offer cannot be renewed from Policy.RetiredFrom on (ELG-13),
// which is then the only reason. The package of benefits can be changed on the same
// days (BEN-12). [eligibility.CheckRenewal] answers whether the company meets the
// requirements for the renewal.
//
// CheckRenewal does not allocate. It returns a [*partnerrules.InputError] if on is
// zero, or if the purchase or a renewal is after on (INP-05).
func (t Timeline) CheckRenewal(on calendar.Date) (RenewalAnswer, error) {
	if err := t.checkRenewal(on); err != nil {
		return RenewalAnswer{}, err
	}
	return t.renewal(on), nil
}

// checkRenewal rejects a day on which a renewal cannot be judged.
func (t *Timeline) checkRenewal(on calendar.Date) error {
	if err := t.check(); err != nil {
		return err
	}
	if on.IsZero() {
		return check.NoDate("on")
	}
	if t.membership.Start.After(on) {
		return afterDay("membership.start", t.membership.Start, on)
	}
	for i, paid := range t.membership.Renewals {
		if paid.IsZero() { // at the earliest
			paid = t.policy.Dates.RenewalWindow(t.ends[i]).First()
		}
		if paid.After(on) {
			return afterDay("membership."+check.Item("renewals", i), paid, on)
		}
	}
	return nil
}

// afterDay rejects a fact of the past that is after the day judged (INP-05).
func afterDay(name string, d, on calendar.Date) error {
	return check.Input(name, d.String()+" is after the day judged, "+on.String())
}

// renewal is like CheckRenewal, but requires a valid day.
func (t *Timeline) renewal(on calendar.Date) RenewalAnswer {
	offer := t.membership.Offer
	r := RenewalAnswer{
		Answer: Answer{Allowed: Yes, Coverage: coverage(offer, on)},
		On:     on, Window: t.policy.Dates.RenewalWindow(t.Anniversary()), Policy: t.policy,
	}
	renewed := t.policy.renews(offer, on)
	switch {
	case renewed == No:
		r.require(No, OfferRetired)
	case r.Window.IsZero():
		r.Allowed = Unknown
	case on.Before(r.Window.First()):
		r.require(No, BeforeWindow)
	case on.After(r.Window.Last()):
		r.require(No, AfterWindow)
	default:
		r.Allowed = renewed
	}
	return r
}

// renews returns whether memberships of an offer are still renewed on a day (ELG-13).
func (p *Policy) renews(o eligibility.Offer, on calendar.Date) Tri {
	switch {
	case p.RetiredFrom.IsZero() || on.Before(p.RetiredFrom):
		return Yes
	case o == 0:
		return Unknown
	}
	return partnerrules.TriFromBool(!o.Retires())
}

// A Renewal holds the effects of paying for a further year on a day.
type Renewal struct {
	// RenewalAnswer holds whether the membership can be renewed on the day. If it
	// can, the membership continues. A payment after the window is a new purchase
	// (BEN-02).
	RenewalAnswer

	// Year is the paid year that begins with the payment: the next year of this
	// membership, or the first year of a new one. It is zero if the payment
	// begins none, or if the window is unknown.
	Year PaidYear `json:"year,omitzero"`

	// Uncovered is the period without access before a new purchase. It is zero
	// if there is no such period, or if it is unknown.
	Uncovered calendar.Period `json:"uncovered,omitzero"`

	// Benefits holds a change for each given benefit, in the same order.
	Benefits []Change `json:"benefits,omitempty"`
}

// A Change is the effect of a renewal on a benefit: its term without the renewal
// and with it.
type Change struct {
	ID     string `json:"id"`     // the ID of the benefit
	Year   int    `json:"year"`   // the paid year of the benefit, from 1
	Before Term   `json:"before"` // the term without the renewal
	After  Term   `json:"after"`  // the term with the renewal

	// Uncovered is the period between the end of a redeemed benefit of the last
	// paid year and the renewal, which provides the next benefits. It is zero if
	// there is no such period, or if it is unknown.
	Uncovered calendar.Period `json:"uncovered,omitzero"`
}

// PreviewRenewal returns the effects of paying for a further year on a day: the
// change of each benefit, and the days without cover. A payment in the renewal
// window moves the last day of access by a year, and each end that it determined.
// It does not extend a benefit's own term (BEN-13). A payment after the window moves
// no end: the remaining benefits are lost, and a new membership starts. If the
// membership cannot be renewed yet, or its offer is retired, nothing changes. If it
// is unknown whether the offer is retired, the result assumes that it is not.
//
// PreviewRenewal judges the benefits on that day, as [Timeline.State] does. It returns
// a [*partnerrules.InputError] if:
//   - [Timeline.CheckRenewal] rejects the day;
//   - [Timeline.Events] rejects the benefits;
//   - a benefit was unlocked or redeemed after the day (INP-05).
func (t Timeline) PreviewRenewal(benefits []Benefit, on calendar.Date) (Renewal, error) {
	if err := t.checkRenewal(on); err != nil {
		return Renewal{}, err
	}
	lives, err := t.lives(benefits, on)
	if err != nil {
		return Renewal{}, err
	}
	r := Renewal{RenewalAnswer: t.renewal(on)}
	next := t
	switch {
	case r.Reasons.Has(AfterWindow):
		purchase, err := t.policy.NewTimeline(Membership{Offer: t.membership.Offer, Start: on})
		if err != nil {
			return Renewal{}, err
		}
		r.Year = purchase.paidYear(1)
		r.Uncovered = between(r.Window.Last(), on)
	case r.Allowed != No && r.Window.Contains(on):
		m := t.Membership()
		m.Renewals = append(m.Renewals, on)
		if next, err = t.policy.NewTimeline(m); err != nil {
			return Renewal{}, err
		}
		r.Year = next.paidYear(next.Years())
	}
	for i := range benefits {
		r.Benefits = append(r.Benefits, lives[i].change(&next, &benefits[i], on))
		if benefits[i].Year != t.Years() {
			r.Benefits[i].Uncovered = calendar.Period{}
		}
	}
	return r, nil
}

// change returns the change of a benefit whose membership continues as next.
func (l *life) change(next *Timeline, b *Benefit, on calendar.Date) Change {
	after := next.lifeIn(next.year(b.Year), b, on)
	c := Change{ID: b.ID, Year: b.Year, Before: l.term(next, b, on), After: after.term(next, b, on)}
	if l.isRedeemed == Yes {
		c.Uncovered = between(c.After.LastUse, on)
	}
	return c
}

// between returns the days after last and before next, or the zero Period.
func between(last, next calendar.Date) calendar.Period {
	first, end := last.AddDays(1), next.AddDays(-1)
	if first.IsZero() || end.Compare(first) < 0 {
		return calendar.Period{}
	}
	days, _ := calendar.NewPeriod(first, end)
	return days
}
