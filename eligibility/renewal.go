package eligibility

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// A Renewal is the answer to whether a company is ready to renew an offer that it
// holds.
type Renewal struct {
	Offer Offer         `json:"offer"`
	On    calendar.Date `json:"on"`

	// Ready is Yes if Decision shows an enabled Renew button. It is No if a
	// requirement is not met, or if the company does not hold the offer.
	Ready Tri `json:"ready"`

	// Days are the days on which the renewal can be paid, from On. The fee is due on
	// the last of them. It is the zero Period if they are unknown or there are none:
	// the offer is not held, it has lapsed, or it retires before its window opens.
	Days calendar.Period `json:"days,omitzero"`

	// Decision is the decision on the first day of the renewal window from On, or on
	// On if that day is unknown or does not exist. Its requirements are what the
	// renewal depends on, and its notes include the review of the business
	// information (ELG-10) and the fee (ELG-17).
	Decision Decision `json:"decision"`

	// Lacking holds the categories of the metrics without points in the latest score
	// of the offer's area (ELG-22). It is empty if the area is qualified.
	Lacking partnerrules.Set[Category] `json:"lacking,omitzero"`

	// Coverage is the coverage of the day, and Policy is the policy of the answer.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// CheckRenewal returns whether a company is ready to renew an offer, under the policy
// in force. See [Policy.CheckRenewal].
func CheckRenewal(o Offer, f Facts, on calendar.Date, scores ...Score) (Renewal, error) {
	return inForce().CheckRenewal(o, f, on, scores...)
}

// CheckRenewal returns whether a company is ready to renew an offer that it holds on
// the day on, and by when. Before the renewal window it looks ahead to the first day
// of the window, and assumes that the facts do not change. The scores add to the
// facts, as in [Policy.Qualify].
//
// CheckRenewal returns the errors of [Policy.Evaluate] and [Policy.Qualify].
func (p Policy) CheckRenewal(o Offer, f Facts, on calendar.Date, scores ...Score) (Renewal, error) {
	f, err := p.Qualify(f, on, scores...)
	if err == nil {
		err = checkAsked(o, on)
	}
	if err != nil {
		return Renewal{}, err
	}
	r := Renewal{Offer: o, On: on, Coverage: coverage(o, on), Policy: p}
	held, _, ad := f.holdsOffer(o)
	at := p.position(held, ad, on)
	judged := on
	if at.active != No {
		judged = later(on, p.Dates.RenewalWindow(ad).First())
	}
	if at.active == Yes {
		r.Days = p.renewalDays(o, ad, judged)
	}
	r.Decision.Policy = p
	r.Decision.decide(o, &f, judged)
	r.Ready = min(held, r.Decision.Verdict.isEnabled(), r.Decision.Button.isRenew())
	if r.Decision.Rows.Qualification.State != Met {
		r.Lacking = lacking(o.Area(), on, scores)
	}
	return r, nil
}

// renewalDays returns the days of the renewal window from first on, before the offer
// retires.
func (p *Policy) renewalDays(o Offer, ad, first calendar.Date) calendar.Period {
	last := p.Dates.LastAccess(ad)
	if o.Retires() && !p.RetiredFrom.IsZero() {
		last = calendar.Min(last, p.RetiredFrom.AddDays(-1))
	}
	days, _ := calendar.NewPeriod(first, last)
	return days
}

// holdsOffer returns whether the company holds the offer, according to the facts. It
// also returns whether it holds any membership or pack that the offer would renew or
// replace, and its anniversary date.
func (f *Facts) holdsOffer(o Offer) (held, active Tri, ad calendar.Date) {
	if o > LegacySilver {
		pack := f.pack(o)
		return pack.Active, pack.Active, pack.Anniversary
	}
	switch o {
	case LegacyGold:
		held = f.holds(HoldsGold)
	case LegacySilver:
		held = f.holds(HoldsSilver)
	default:
		held = min(f.holds(HoldsDesignation), f.Held.Has(o.Area()))
	}
	return held, -f.holds(HoldsNothing), f.Anniversary
}

// isEnabled returns whether the button is enabled.
func (v Verdict) isEnabled() Tri {
	switch v {
	case Enabled:
		return Yes
	case Disabled:
		return No
	}
	return Unknown
}

// isRenew returns whether the label is Renew.
func (b Button) isRenew() Tri {
	switch b {
	case Renew:
		return Yes
	case Buy:
		return No
	}
	return Unknown
}

// lacking returns the categories of the metrics that are zero in the latest score of
// an area.
func lacking(a Area, on calendar.Date, scores []Score) partnerrules.Set[Category] {
	var latest Score
	for _, s := range scores {
		if s.On.IsZero() {
			s.On = on
		}
		if s.Area == a && !s.On.Before(latest.On) {
			latest = s
		}
	}
	var categories partnerrules.Set[Category]
	assessment, _ := Assess(a, latest.Metrics)
	for metric := range assessment.Unmet() {
		categories |= 1 << metric.Category()
	}
	return categories
}
