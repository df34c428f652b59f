package benefits

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An EventKind is a kind of event (BEN-11). The zero Kind is invalid.
type EventKind uint8

// The kinds, in the order in which events of one day come. The first six are
// of a membership, the others of a benefit.
const (
	NoticeBefore    EventKind = iota + 1 // a notice goes out before the anniversary date: "notice-before"
	NoticeAfter                          // a notice goes out in the window, if not renewed by then: "notice-after"
	AnniversaryDate                      // the last day of the paid year: "anniversary-date"
	WindowOpens                          // the first day of the renewal window: "window-opens"
	WindowCloses                         // its last day: "window-closes"
	AccessEnds                           // the day after the last day of access: "access-ends"
	ActivateBy                           // the last day on which a benefit can be redeemed: "activate-by"
	LastUse                              // the last day on which a benefit is of use: "last-use"

	noKind   EventKind = 0
	lastKind           = LastUse
)

// ofBenefit reports whether events of the kind belong to a benefit.
func (k EventKind) ofBenefit() bool { return k >= ActivateBy }

// An Event is a day on which something happens to a membership or to one of its
// benefits (BEN-11).
type Event struct {
	On   calendar.Date `json:"on"`
	Kind EventKind     `json:"kind"`
	Year int           `json:"year"` // the paid year, from 1

	// Benefit and Category are the ID and category of the benefit, for
	// ActivateBy and LastUse.
	Benefit  string   `json:"benefit,omitzero"`
	Category Category `json:"category,omitzero"`

	// EndedBy is, for these two kinds, what ends the benefit after that day. It
	// is zero if that is unknown.
	EndedBy Reason `json:"endedBy,omitzero"`
}

// An EventID identifies an event. It does not hold its day, so that an event
// which a renewal moves keeps its identity, and an entry in a calendar can be
// updated. Its text is "activate-by/1/credits", or "window-opens/2" for an
// event of the membership.
type EventID struct {
	Kind    EventKind
	Year    int
	Benefit string
}

// ID returns the identity of the event among the events of its membership.
func (e Event) ID() EventID { return EventID{e.Kind, e.Year, e.Benefit} }

// compare orders events by day, kind, category and benefit ID. Benefits of two
// years may have the same ID: then the earlier year comes first.
func (e Event) compare(f Event) int {
	return cmp.Or(
		e.On.Compare(f.On),
		cmp.Compare(e.Kind, f.Kind),
		cmp.Compare(e.Category, f.Category),
		cmp.Compare(e.Benefit, f.Benefit),
		cmp.Compare(e.Year, f.Year),
	)
}

// String returns the text of the identity.
func (id EventID) String() string {
	s := id.Kind.String() + "/" + strconv.Itoa(id.Year)
	if id.Kind.ofBenefit() {
		s += "/" + id.Benefit
	}
	return s
}

// validate returns an error for an identity that no event has.
func (id EventID) validate() error {
	switch {
	case id.Kind == noKind || id.Kind > lastKind:
		return check.Invalid("kind", id.Kind)
	case id.Year < 1:
		return check.Input("year", strconv.Itoa(id.Year)+" is below 1")
	case id.Kind.ofBenefit() && id.Benefit == "":
		return check.Input("benefit", "empty, in an event of a benefit")
	case !id.Kind.ofBenefit() && id.Benefit != "":
		return check.Input("benefit", "given, in an event of the membership")
	}
	return nil
}

// AppendText implements [encoding.TextAppender]. It returns an
// [*partnerrules.InputError] if no event has this identity.
func (id EventID) AppendText(b []byte) ([]byte, error) {
	if err := id.validate(); err != nil {
		return b, err
	}
	return append(b, id.String()...), nil
}

// MarshalText implements [encoding.TextMarshaler].
func (id EventID) MarshalText() ([]byte, error) { return id.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what AppendText
// writes, and returns a [*partnerrules.ParseError] for any other text.
func (id *EventID) UnmarshalText(text []byte) error {
	kind, rest, _ := strings.Cut(string(text), "/")
	number, benefit, hasBenefit := strings.Cut(rest, "/")
	fault := func(offset int, reason string) error {
		return &partnerrules.ParseError{Type: "event", Text: string(text), Offset: offset, Reason: reason}
	}
	var read EventID
	if read.Kind.UnmarshalText([]byte(kind)) != nil || read.Kind == noKind {
		return fault(0, "want a kind of event")
	}
	year, err := strconv.Atoi(number)
	if err != nil || year < 1 || strconv.Itoa(year) != number {
		return fault(min(len(kind)+1, len(text)), "want the number of a paid year")
	}
	if hasBenefit != read.Kind.ofBenefit() || hasBenefit && benefit == "" {
		return fault(len(kind)+1+len(number), "want the ID of a benefit for activate-by and last-use, and for them only")
	}
	read.Year, read.Benefit = year, benefit
	*id = read
	return nil
}

// Events returns what will happen to the membership and the given benefits of it,
// on the day from and after it, in order (BEN-11). It assumes no renewal after the
// last one given. Each benefit needs an ID, which no other benefit of its paid
// year has. The order in which the benefits are given does not matter.
//
// A benefit that is not known to be redeemed has an event on the last day on
// which it can be: if the day of unlocking is unknown, the latest day that the
// membership allows. One that is or may be redeemed has an event on its last day
// of use. [Timeline.Term] returns what else is known of a benefit.
//
// An event on an unknown day is left out. So is NoticeAfter in a year that was
// renewed on an unknown day, if it may have been renewed by then.
//
// Events returns an [*partnerrules.InputError] if from is zero or a benefit has no
// ID of its own, and the errors of [Timeline.Term] with the benefit's place, as in
// "benefits[2].redeemedOn". The sequence may be ranged over more than once.
func (t Timeline) Events(benefits []Benefit, from calendar.Date) (iter.Seq[Event], error) {
	if from.IsZero() {
		return nil, check.NoDate("from")
	}
	lives, err := t.lives(benefits)
	if err != nil {
		return nil, err
	}
	events := make([]Event, 0, mostEventsOfYear*len(t.ends)+2*len(benefits))
	add := func(e Event) {
		if e.On.Compare(from) >= 0 {
			events = append(events, e)
		}
	}
	for number := range t.ends {
		t.addEvents(number+1, add)
	}
	for i := range lives {
		lives[i].addEvents(&benefits[i], add)
	}
	slices.SortFunc(events, Event.compare)
	return slices.Values(events), nil
}

// mostEventsOfYear is the number of kinds of events that a paid year has.
const mostEventsOfYear = int(AccessEnds)

// addEvents adds the events of a paid year. Those on an unknown day have the zero
// Date.
func (t *Timeline) addEvents(number int, add func(Event)) {
	ad := t.ends[number-1]
	window := t.policy.Dates.RenewalWindow(ad)
	isLast := number == len(t.ends)
	var renewed calendar.Date
	if !isLast {
		renewed = t.membership.Renewals[number-1]
		if renewed.IsZero() { // it may have come on the first day of the window
			renewed = ad.AddDays(int(t.policy.Dates.WindowOpens))
		}
	}
	before, after := calendar.RenewalNotices(ad, renewed)
	add(Event{On: before, Kind: NoticeBefore, Year: number})
	add(Event{On: after, Kind: NoticeAfter, Year: number})
	add(Event{On: ad, Kind: AnniversaryDate, Year: number})
	add(Event{On: window.First(), Kind: WindowOpens, Year: number})
	add(Event{On: window.Last(), Kind: WindowCloses, Year: number})
	if isLast {
		add(Event{On: window.Last().AddDays(1), Kind: AccessEnds, Year: number})
	}
}

// addEvents adds the events of a benefit. Those on an unknown day have the zero
// Date.
func (l *life) addEvents(b *Benefit, add func(Event)) {
	event := func(kind EventKind, on calendar.Date, ends Reason) {
		add(Event{On: on, Kind: kind, Year: b.Year, Benefit: b.ID, Category: b.Category, EndedBy: ends})
	}
	if l.isRedeemed != Yes {
		_, ends := l.redeemBy()
		event(ActivateBy, l.latestToRedeem(), ends)
	}
	if l.isRedeemed != No {
		last, ends := l.lastUse()
		event(LastUse, last, ends)
	}
}

// lives returns the lives of all benefits, or the first thing that is wrong.
func (t *Timeline) lives(benefits []Benefit) ([]life, error) {
	if err := t.check(); err != nil {
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
		l, err := t.life(b)
		switch {
		case err != nil:
		case b.ID == "":
			err = check.Input("id", "empty")
		case seen[key{b.Year, b.ID}]:
			err = check.Input("id", strconv.Quote(b.ID)+" comes twice in paid year "+strconv.Itoa(b.Year))
		}
		if err != nil {
			return nil, check.Within(check.Item("benefits", i)+".", err)
		}
		seen[key{b.Year, b.ID}] = true
		lives[i] = l
	}
	return lives, nil
}

// A Renewal holds what paying on a day changes.
type Renewal struct {
	On calendar.Date `json:"on"`

	// InTime says whether the day is in the renewal window, so that the
	// membership goes on. Later the payment is a new purchase (BEN-02).
	InTime Tri `json:"inTime"`

	// Year is the paid year that begins: the next one of the membership, or the
	// first of a new one. It is unset if InTime is unknown.
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
	// provided. It is zero if there are no such days, or if they are unknown.
	Uncovered calendar.Period `json:"uncovered,omitzero"`
}

// PreviewRenewal returns what paying for a further year on a day changes, benefit by
// benefit, and which days are left uncovered. In the renewal window the last day
// of access moves on by a year, and with it the ends that it had set; a benefit's
// own term is not prolonged. After the window no end moves: what was left of the
// benefits is lost, and a new membership starts.
//
// PreviewRenewal returns an [*partnerrules.InputError] if on is zero or before the renewal
// window, and the errors of [Timeline.Events] about benefits.
func (t Timeline) PreviewRenewal(benefits []Benefit, on calendar.Date) (Renewal, error) {
	lives, err := t.lives(benefits)
	if err != nil {
		return Renewal{}, err
	}
	window := t.policy.Dates.RenewalWindow(t.Anniversary())
	switch {
	case on.IsZero():
		return Renewal{}, check.NoDate("on")
	case on.Before(window.First()):
		return Renewal{}, check.Input("on", on.String()+" comes before the window "+window.String())
	}
	r := Renewal{On: on, Policy: t.policy}
	next := t
	switch {
	case window.Contains(on):
		r.InTime = Yes
		m := t.Membership()
		m.Renewals = append(m.Renewals, on)
		if next, err = t.policy.NewTimeline(m); err != nil {
			return Renewal{}, err
		}
		r.Year = next.paidYear(next.Years())
	case !window.IsZero():
		r.InTime = No
		purchase, err := t.policy.NewTimeline(Membership{Start: on})
		if err != nil {
			return Renewal{}, err
		}
		r.Year = purchase.paidYear(1)
		r.Uncovered = between(window.Last(), on)
	}
	for i := range benefits {
		r.Benefits = append(r.Benefits, lives[i].change(&next, &benefits[i], on))
		if benefits[i].Year != t.Years() {
			r.Benefits[i].Uncovered = calendar.Period{}
		}
	}
	return r, nil
}

// change returns what becomes of a benefit when its membership goes on as next.
func (l *life) change(next *Timeline, b *Benefit, on calendar.Date) Change {
	after := next.lifeIn(next.year(b.Year), b)
	c := Change{ID: b.ID, Year: b.Year, Before: l.term(&next.policy), After: after.term(&next.policy)}
	if l.isRedeemed == Yes {
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
