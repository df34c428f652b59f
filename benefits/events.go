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

// An EventKind is a kind of event (BEN-11). The zero EventKind is invalid.
type EventKind uint8

// The kinds, in the order of events on the same day. The first six belong to the
// membership, the others to a benefit.
const (
	NoticeBefore    EventKind = iota + 1 // a renewal notice goes out before the anniversary date: "notice-before"
	NoticeAfter                          // a second notice goes out, unless renewed by then: "notice-after"
	AnniversaryDate                      // the last day of the paid year: "anniversary-date"
	WindowOpens                          // the first day of the renewal window: "window-opens"
	WindowCloses                         // the last day of the renewal window: "window-closes"
	AccessEnds                           // the day after the last day of access: "access-ends"
	ActivateBy                           // the last day on which a benefit can be redeemed: "activate-by"
	LastUse                              // the last day on which a benefit can be used: "last-use"

	noKind   EventKind = 0
	lastKind           = LastUse
)

// ofBenefit reports whether events of this kind belong to a benefit.
func (k EventKind) ofBenefit() bool { return k >= ActivateBy }

// An Event is a change to a membership or to one of its benefits on a known day
// (BEN-11).
type Event struct {
	On   calendar.Date `json:"on"`
	Kind EventKind     `json:"kind"`
	Year int           `json:"year"` // the paid year, from 1

	// Benefit and Category are the ID and category of the benefit. They are set
	// only for ActivateBy and LastUse.
	Benefit  string   `json:"benefit,omitzero"`
	Category Category `json:"category,omitzero"`

	// EndedBy is what ends the benefit after the day, for the same two kinds. It
	// is zero if it is unknown.
	EndedBy Reason `json:"endedBy,omitzero"`
}

// An EventID identifies an event among the events of a membership (BEN-11). It
// does not contain the day: an event that a renewal moves keeps its ID, so a
// calendar entry can be updated. Its text is "activate-by/1/credits", or
// "window-opens/2" for an event of the membership. The zero EventID is invalid.
type EventID struct {
	Kind    EventKind
	Year    int
	Benefit string
}

// ID returns the ID of the event among the events of its membership.
func (e Event) ID() EventID { return EventID{e.Kind, e.Year, e.Benefit} }

// compare orders events by day, kind, category, benefit ID and year. Benefits of
// different years may have the same ID.
func (e Event) compare(f Event) int {
	return cmp.Or(
		e.On.Compare(f.On),
		cmp.Compare(e.Kind, f.Kind),
		cmp.Compare(e.Category, f.Category),
		cmp.Compare(e.Benefit, f.Benefit),
		cmp.Compare(e.Year, f.Year),
	)
}

// String returns the text of the ID. It does not check that the ID is valid.
func (id EventID) String() string {
	s := id.Kind.String() + "/" + strconv.Itoa(id.Year)
	if id.Kind.ofBenefit() {
		s += "/" + id.Benefit
	}
	return s
}

// validate returns an error if no event can have the ID.
func (id EventID) validate() error {
	switch {
	case id.Kind == noKind || id.Kind > lastKind:
		return check.Invalid("kind", id.Kind)
	case id.Year < 1:
		return check.Input("year", strconv.Itoa(id.Year)+" is below 1")
	case id.Kind.ofBenefit() && id.Benefit == "":
		return check.Input("benefit", "empty, although the event belongs to a benefit")
	case !id.Kind.ofBenefit() && id.Benefit != "":
		return check.Input("benefit", "set, although the event belongs to the membership")
	case !id.Kind.ofBenefit():
		return nil
	}
	if bad := check.Name("benefit", id.Benefit); bad != nil {
		return bad
	}
	return nil
}

// AppendText implements [encoding.TextAppender]. It returns a
// [*partnerrules.InputError] if no event can have the ID.
func (id EventID) AppendText(b []byte) ([]byte, error) {
	if err := id.validate(); err != nil {
		return b, err
	}
	return append(b, id.String()...), nil
}

// MarshalText implements [encoding.TextMarshaler].
func (id EventID) MarshalText() ([]byte, error) { return id.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the output of
// AppendText, and returns a [*partnerrules.ParseError] for any other text.
func (id *EventID) UnmarshalText(text []byte) error {
	kind, rest, _ := strings.Cut(string(text), "/")
	number, benefit, hasBenefit := strings.Cut(rest, "/")
	fault := func(offset int, reason string) error {
		return &partnerrules.ParseError{Type: "event", Text: string(text), Offset: offset, Reason: reason}
	}
	var read EventID
	if read.Kind.UnmarshalText([]byte(kind)) != nil || read.Kind == noKind {
		return fault(0, "want an event kind, such as window-opens")
	}
	year, err := strconv.Atoi(number)
	if err != nil || year < 1 || strconv.Itoa(year) != number {
		return fault(min(len(kind)+1, len(text)), "want the number of a paid year, such as 1")
	}
	if hasBenefit != read.Kind.ofBenefit() || hasBenefit && benefit == "" {
		return fault(len(kind)+1+len(number), "want a benefit ID after activate-by and last-use, and nothing after other kinds")
	}
	if offset, subject, reason := check.NameFault(benefit); hasBenefit && reason != "" {
		return fault(len(text)-len(benefit)+offset, strings.TrimSpace(subject+" "+reason))
	}
	read.Year, read.Benefit = year, benefit
	*id = read
	return nil
}

// Events returns the events of the membership and of the given benefits, on or
// after the day from, in order (BEN-11). It assumes that the membership is not
// renewed again. Each benefit needs an ID that is unique in its paid year. The
// order of the benefits does not matter. The sequence can be ranged over more than
// once.
//
// A benefit that may be unredeemed has an ActivateBy event on the last day on
// which it can be redeemed. If the day of unlocking is unknown, that is the latest
// day that the membership allows. A benefit that may be redeemed has a LastUse
// event on its last day of use. [Timeline.Term] returns all dates of a benefit.
//
// An event on an unknown day is left out. NoticeAfter is also left out if the year
// was renewed on an unknown day that may precede the notice.
//
// Events returns a [*partnerrules.InputError] if:
//   - from is zero;
//   - the ID of a benefit is empty or not unique in its paid year;
//   - the ID of a benefit is invalid UTF-8, has nothing visible, or has characters
//     other than letters, marks, numbers, punctuation, symbols, spaces, U+200C and
//     U+200D (INP-06);
//   - [Timeline.Term] rejects a benefit.
//
// The error contains the index of the benefit, as in "benefits[2].redeemedOn".
func (t Timeline) Events(benefits []Benefit, from calendar.Date) (iter.Seq[Event], error) {
	if from.IsZero() {
		return nil, check.NoDate("from")
	}
	lives, err := t.lives(benefits, calendar.Date{})
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

// mostEventsOfYear is the number of event kinds that belong to a paid year.
const mostEventsOfYear = int(AccessEnds)

// addEvents adds the events of a paid year. An event on an unknown day has the
// zero Date.
func (t *Timeline) addEvents(number int, add func(Event)) {
	ad := t.ends[number-1]
	window := t.policy.Dates.RenewalWindow(ad)
	isLast := number == len(t.ends)
	var renewed calendar.Date
	if !isLast {
		renewed = t.membership.Renewals[number-1]
		if renewed.IsZero() { // possibly paid on the first day of the window
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

// addEvents adds the events of a benefit. An event on an unknown day has the zero
// Date.
func (l *life) addEvents(b *Benefit, add func(Event)) {
	event := func(kind EventKind, on calendar.Date, ends Reason) {
		add(Event{On: on, Kind: kind, Year: b.Year, Benefit: b.ID, Category: b.Category, EndedBy: ends})
	}
	through, ends := l.redeemBy()
	if l.isRedeemed != Yes {
		event(ActivateBy, through, ends)
	}
	last, ends := l.lastUse()
	if l.isRedeemed != No || last.Before(through) {
		event(LastUse, last, ends)
	}
}

// lives returns the lives of all benefits, as they are known on a day, or the first
// error.
func (t *Timeline) lives(benefits []Benefit, on calendar.Date) ([]life, error) {
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
		l, err := t.life(b, on)
		switch {
		case err != nil:
		case check.Name("id", b.ID) != nil:
			err = check.Name("id", b.ID)
		case seen[key{b.Year, b.ID}]:
			err = check.Input("id", check.Quote(b.ID)+" is used twice in paid year "+strconv.Itoa(b.Year))
		}
		if err != nil {
			return nil, check.Within(check.Item("benefits", i)+".", err)
		}
		seen[key{b.Year, b.ID}] = true
		lives[i] = l
	}
	return lives, nil
}

// A Renewal holds the effects of paying for a further year on a day.
type Renewal struct {
	On calendar.Date `json:"on"`

	// InTime is whether the day is in the renewal window. If it is, the
	// membership continues. A later payment is a new purchase (BEN-02).
	InTime Tri `json:"inTime"`

	// Year is the paid year that begins with the payment: the next year of this
	// membership, or the first year of a new one. It is zero if InTime is
	// unknown.
	Year PaidYear `json:"year,omitzero"`

	// Uncovered is the period without access before a new purchase. It is zero
	// if there is no such period, or if it is unknown.
	Uncovered calendar.Period `json:"uncovered,omitzero"`

	// Benefits holds a change for each given benefit, in the same order.
	Benefits []Change `json:"benefits,omitempty"`

	// Policy is the policy of the timeline.
	Policy Policy `json:"policy"`
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
// no end: the remaining benefits are lost, and a new membership starts.
//
// PreviewRenewal returns a [*partnerrules.InputError] if on is zero or before the
// renewal window, or if [Timeline.Events] would reject the benefits.
func (t Timeline) PreviewRenewal(benefits []Benefit, on calendar.Date) (Renewal, error) {
	lives, err := t.lives(benefits, on)
	if err != nil {
		return Renewal{}, err
	}
	window := t.policy.Dates.RenewalWindow(t.Anniversary())
	switch {
	case on.IsZero():
		return Renewal{}, check.NoDate("on")
	case on.Before(window.First()):
		return Renewal{}, check.Input("on", on.String()+" is before the renewal window, "+window.String())
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

// change returns the change of a benefit whose membership continues as next.
func (l *life) change(next *Timeline, b *Benefit, on calendar.Date) Change {
	after := next.lifeIn(next.year(b.Year), b, on)
	c := Change{ID: b.ID, Year: b.Year, Before: l.term(next.policy, b), After: after.term(next.policy, b)}
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
