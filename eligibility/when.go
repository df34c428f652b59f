package eligibility

import "github.com/partnerrules/partnerrules/calendar"

// An Opening is the answer to when a button will be enabled (ELG-16).
type Opening struct {
	Offer Offer `json:"offer"`

	// Verdict is Enabled if there is such a day, Disabled if there is none, and
	// Undetermined if missing facts can change the first day, the label or the
	// last day.
	Verdict Verdict `json:"verdict"`

	// Button is what the button says, and Days the days on which it does, from
	// the first until label or verdict changes. Days has an open end where
	// nothing known ends it. Both are unset unless the verdict is Enabled.
	Button Button          `json:"button,omitzero"`
	Days   calendar.Period `json:"days,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// When returns the first run of days, from a day on, on which the button of an
// offer is enabled, under [Baseline]: see [Policy.When].
func When(o Offer, f Facts, from calendar.Date) (Opening, error) {
	return Baseline().When(o, f, from)
}

// When returns the first run of days, from a day on, on which the button of an
// offer is enabled, the facts being as they are. It judges the first day and
// those on which something can change, of which there are at most thirteen, and
// does not allocate. Errors are those of [Policy.Evaluate].
func (p Policy) When(o Offer, f Facts, from calendar.Date) (Opening, error) {
	first, err := p.Evaluate(o, f, from)
	if err != nil {
		return Opening{}, err
	}
	for first.Verdict == Disabled {
		next := p.nextChange(&f, first.On)
		if next.IsZero() {
			return Opening{Offer: o, Verdict: Disabled, Policy: p}, nil
		}
		first = Decision{Policy: p}
		first.decide(o, &f, next)
	}
	if first.Verdict == NoPublishedChecklist {
		return Opening{Offer: o, Verdict: NoPublishedChecklist, Policy: p}, nil
	}
	days, ok := p.run(first, &f)
	if !ok {
		return Opening{Offer: o, Verdict: Undetermined, Policy: p}, nil
	}
	return Opening{Offer: o, Verdict: Enabled, Button: first.Button, Days: days, Policy: p}, nil
}

// run returns the days from first on with the same label and verdict. It is not
// ok if first is not enabled, or missing facts can change its label. Otherwise
// the run ends on a day that missing facts do not change: they could do so only
// through an anniversary date that is not known, or before a window, and either
// leaves a button undetermined from the start.
func (p *Policy) run(first Decision, f *Facts) (days calendar.Period, ok bool) {
	if first.Verdict != Enabled || first.Button == ButtonUnknown {
		return calendar.Period{}, false
	}
	for on := first.On; ; {
		next := p.nextChange(f, on)
		if next.IsZero() {
			return calendar.OpenPeriod(first.On), true
		}
		d := Decision{Policy: *p}
		d.decide(first.Offer, f, next)
		if d.Verdict != Enabled || d.Button != first.Button {
			days, err := calendar.NewPeriod(first.On, next.AddDays(-1))
			return days, err == nil
		}
		on = next
	}
}

// nextChange returns the first day after a day on which a decision can differ
// from that on the day before: a window opens or has passed, or offers retire.
// It is no date if there is none.
func (p *Policy) nextChange(f *Facts, after calendar.Date) calendar.Date {
	var next calendar.Date
	consider := func(d calendar.Date) {
		if d.After(after) && (next.IsZero() || d.Before(next)) {
			next = d
		}
	}
	consider(p.RetiredFrom)
	for _, ad := range [...]calendar.Date{
		f.Anniversary, f.ActionPack.Anniversary, f.Launch.Anniversary,
		f.SuccessCore.Anniversary, f.SuccessExpanded.Anniversary, f.Learning.Anniversary,
	} {
		consider(ad.AddDays(p.Dates.WindowOpens))
		consider(ad.AddDays(p.Dates.WindowCloses + 1))
	}
	return next
}
