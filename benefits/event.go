package benefits

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// An Event is a day on which something happens to a membership or to one of its
// benefits (BEN-11).
type Event struct {
	On   calendar.Date `json:"on"`
	Kind Kind          `json:"kind"`
	Year int           `json:"year"` // the paid year, from 1

	// Benefit and Category are those of the benefit, for ActivateBy and LastUse.
	Benefit  string   `json:"benefit,omitzero"`
	Category Category `json:"category,omitzero"`

	// EndedBy is for these two what ends the benefit after that day. It is no
	// reason if that is not known.
	EndedBy Reason `json:"endedBy,omitzero"`
}

// An EventID identifies an event. It does not hold its day, so that an event
// which a renewal moves keeps its identity, and an entry in a calendar can be
// updated. Its text is "activate-by/1/credits", or "window-opens/2" for an
// event of the membership.
type EventID struct {
	Kind    Kind
	Year    int
	Benefit string
}

// ID returns what identifies the event among those of its membership.
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

// validate says what is wrong with an identity, or nothing.
func (id EventID) validate() (name, reason string) {
	switch {
	case id.Kind == noKind || id.Kind > lastKind:
		return "kind", id.Kind.String() + " is no kind of event"
	case id.Year < 1:
		return "year", strconv.Itoa(id.Year) + " is below 1"
	case id.Kind.ofBenefit() && id.Benefit == "":
		return "benefit", "empty, in an event of a benefit"
	case !id.Kind.ofBenefit() && id.Benefit != "":
		return "benefit", "given, in an event of the membership"
	}
	return "", ""
}

// AppendText implements [encoding.TextAppender]. What identifies no event is a
// [*calendar.InputError].
func (id EventID) AppendText(b []byte) ([]byte, error) {
	if name, reason := id.validate(); name != "" {
		return b, &calendar.InputError{Name: name, Reason: reason}
	}
	return append(b, id.String()...), nil
}

// MarshalText implements [encoding.TextMarshaler].
func (id EventID) MarshalText() ([]byte, error) { return id.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what AppendText
// writes, and gives a [*calendar.ParseError] for any other text.
func (id *EventID) UnmarshalText(text []byte) error {
	kind, rest, _ := strings.Cut(string(text), "/")
	number, benefit, hasBenefit := strings.Cut(rest, "/")
	fault := func(offset int, reason string) error {
		return &calendar.ParseError{Type: "event", Text: string(text), Offset: offset, Reason: reason}
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
