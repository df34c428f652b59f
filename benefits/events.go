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
// AppendText, and returns a [*partnerrules.InputError] for any other text.
func (id *EventID) UnmarshalText(text []byte) error {
	kind, rest, _ := strings.Cut(string(text), "/")
	number, benefit, hasBenefit := strings.Cut(rest, "/")
	fault := func(offset int, reason string) error {
		return &partnerrules.InputError{Type: "event", Text: string(text), Offset: offset, Reason: reason}
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
// A benefit that may be unredeemed has an ActivateBy event on the last day on which it
// can be redeemed. A benefit that may be redeemed has a LastUse event on its last day of
// use. An unredeemed benefit has one too if its own term ends before its last day to
// redeem. A benefit that was redeemed of no use has none. [Timeline.Term] returns all
// dates of a benefit.
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

// lives returns the lives of all benefits on a day, or the first error. It rejects facts
// that are later, unless on is zero.
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
		case b.Unlocked.After(on):
			err = afterDay("unlocked", b.Unlocked, on)
		case b.RedeemedOn.After(on):
			err = afterDay("redeemedOn", b.RedeemedOn, on)
		}
		if err != nil {
			return nil, check.Within(check.Item("benefits", i)+".", err)
		}
		seen[key{b.Year, b.ID}] = true
		lives[i] = l
	}
	return lives, nil
}
