package calendar

import "strconv"

// An Edition is a reading of published rules: since when it holds, where it is
// published, and until when that was seen. Each package of the library lists
// its own.
type Edition struct {
	Name   string `json:"name"`
	From   Date   `json:"from"`   // the first day for which it is known to hold
	Seen   Date   `json:"seen"`   // the last day on which a copy of its source shows it
	Source string `json:"source"` // the published document
}

// Coverage says whether the rules are known for a day. The zero value is that
// of no date.
type Coverage uint8

// A day may lie before the first edition known, or after the day on which the
// sources were last seen; then the answer is that of the nearest edition, and
// the programme may have said otherwise. A day after the older of two editions
// was last seen, and before the first of the newer, is covered by the older.
const (
	CoverageUnknown    Coverage = iota // there is no date to tell by
	Covered                            // the rules are known for that day
	BeforeFirstEdition                 // the day lies before the first edition known
	AfterLastSeen                      // the day lies after the sources were last seen
)

// KnownDays returns the days for which rules are known that come in editions,
// oldest first: from the first day of the first through the day on which the
// last was seen. Among them are days after the older of two editions was last
// seen, and before the first of the newer, which count as covered by the older.
// They are no period if there are no editions.
func KnownDays(editions []Edition) Period {
	if len(editions) == 0 {
		return Period{}
	}
	return span(editions[0].From, editions[len(editions)-1].Seen)
}

// CoverageOf places the day on among the days for which rules are known.
func CoverageOf(known Period, on Date) Coverage {
	switch {
	case known.Contains(on):
		return Covered
	case on.Before(known.First()):
		return BeforeFirstEdition
	case on.After(known.Last()):
		return AfterLastSeen
	}
	return CoverageUnknown
}

// String returns the code of c: "covered", say.
func (c Coverage) String() string {
	switch c {
	case CoverageUnknown:
		return "unknown"
	case Covered:
		return "covered"
	case BeforeFirstEdition:
		return "before-first-edition"
	case AfterLastSeen:
		return "after-last-seen"
	}
	return "coverage(" + strconv.Itoa(int(c)) + ")"
}

// AppendText implements [encoding.TextAppender] with the code of c. A value
// that is none of the constants is an [*InputError].
func (c Coverage) AppendText(b []byte) ([]byte, error) {
	if c > AfterLastSeen {
		return b, &InputError{"coverage", c.String()}
	}
	return append(b, c.String()...), nil
}

// MarshalText implements [encoding.TextMarshaler] as [Coverage.AppendText].
func (c Coverage) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]: it reads the codes, and
// gives a [*ParseError] for any other text.
func (c *Coverage) UnmarshalText(text []byte) error {
	for found := CoverageUnknown; found <= AfterLastSeen; found++ {
		if found.String() == string(text) {
			*c = found
			return nil
		}
	}
	return &ParseError{"coverage", string(text), 0, "want unknown, covered, before-first-edition or after-last-seen"}
}
