package benefits

import (
	"iter"
	"slices"
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Events returns what will happen to a membership, under [Baseline]: see
// [Policy.Events].
func Events(m Membership, benefits []Benefit, from calendar.Date) (iter.Seq[Event], error) {
	return Baseline().Events(m, benefits, from)
}

// Events returns what will happen to a membership and its benefits, on the day
// from and after it, in order (BEN-11). No renewal after the last one given is
// assumed. The order in which the benefits are given plays no part; each needs
// an ID, which no other of its paid year has.
//
// A benefit that is not known to be redeemed has an event on the last day on
// which it can be: if the day of unlocking is not known, the latest day that the
// membership allows. One that is or may be redeemed has an event on its last day
// of use. [Policy.TermOf] says what else is known of a benefit.
//
// An event whose day is not known is left out. So is NoticeAfter in a year that
// was renewed on a day that is not known, if it may have been renewed by then.
//
// Errors are those of [Policy.TermOf], with the benefit's place, as in
// "benefits[2].redeemedOn". The sequence may be ranged over more than once. The
// time is quadratic in the renewals, of which there are few.
func (p Policy) Events(m Membership, benefits []Benefit, from calendar.Date) (iter.Seq[Event], error) {
	if from.IsZero() {
		return nil, noDate("from")
	}
	lives, err := p.lives(&m, benefits)
	if err != nil {
		return nil, err
	}
	events := p.membershipEvents(&m)
	for i := range benefits {
		events = append(events, lives[i].events(&benefits[i])...)
	}
	events = slices.DeleteFunc(events, func(e Event) bool { return e.On.Compare(from) < 0 })
	slices.SortFunc(events, Event.compare)
	return slices.Values(events), nil
}

// membershipEvents returns the events of the paid years, in no order. Those
// without a day are among them.
func (p *Policy) membershipEvents(m *Membership) []Event {
	var events []Event
	for number := 1; number <= m.Years(); number++ {
		add := func(kind Kind, on calendar.Date) { events = append(events, Event{On: on, Kind: kind, Year: number}) }
		ad := p.anniversary(m, number)
		window := p.Dates.RenewalWindow(ad)
		isLast := number == m.Years()
		var renewed calendar.Date
		if !isLast {
			renewed = m.Renewals[number-1]
			if renewed.IsZero() { // it may have come as soon as it was possible
				renewed = ad.AddDays(p.Dates.WindowOpens)
			}
		}
		before, after := calendar.RenewalNotices(ad, renewed)
		add(NoticeBefore, before)
		add(NoticeAfter, after)
		add(AnniversaryDate, ad)
		add(WindowOpens, window.First())
		add(WindowCloses, window.Last())
		if isLast {
			add(AccessEnds, window.Last().AddDays(1))
		}
	}
	return events
}

// events returns the events of a benefit.
func (l *life) events(b *Benefit) []Event {
	var events []Event
	add := func(kind Kind, on calendar.Date, ends Reason) {
		events = append(events, Event{On: on, Kind: kind, Year: b.Year, Benefit: b.ID, Category: b.Category, EndedBy: ends})
	}
	if l.isRedeemed != eligibility.Yes {
		_, ends := l.redeemBy()
		add(ActivateBy, l.latestToRedeem(), ends)
	}
	if l.isRedeemed != eligibility.No {
		last, ends := l.lastUse()
		add(LastUse, last, ends)
	}
	return events
}

// latestToRedeem is the last day on which the benefit can be redeemed, or can be
// at the latest.
func (l *life) latestToRedeem() calendar.Date {
	if !l.isKnown() {
		return calendar.Date{}
	}
	return l.redeemable.last
}

// lives returns the lives of all benefits, or the first thing that is wrong.
func (p *Policy) lives(m *Membership, benefits []Benefit) ([]life, error) {
	if err := p.check(m); err != nil {
		return nil, err
	}
	type key struct {
		year int
		id   string
	}
	seen := make(map[key]bool, len(benefits))
	lives := make([]life, len(benefits))
	for i := range benefits {
		b := &benefits[i]
		l, err := p.benefitLife(m, b)
		switch {
		case err != nil:
		case b.ID == "":
			err = &calendar.InputError{Name: "id", Reason: "empty"}
		case seen[key{b.Year, b.ID}]:
			err = &calendar.InputError{Name: "id", Reason: strconv.Quote(b.ID) + " comes twice in paid year " + strconv.Itoa(b.Year)}
		}
		if err != nil {
			return nil, within("benefits["+strconv.Itoa(i)+"].", err)
		}
		seen[key{b.Year, b.ID}] = true
		lives[i] = l
	}
	return lives, nil
}
