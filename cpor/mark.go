package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Mark says what two claims are to one another. The zero value is nothing.
type Mark uint8

// The marks.
const (
	Competing           Mark = iota + 1 // different companies (CPR-30)
	PossiblyCompeting                   // perhaps of one company (CPR-30)
	Duplicate                           // one company, an activity in common (CPR-34)
	UndeterminedOverlap                 // one of these, if their times overlap, which is not known (CPR-37)

	noMark   Mark = 0
	lastMark      = UndeterminedOverlap
)

// String returns the code of m: "competing", say, and the empty string for
// nothing.
func (m Mark) String() string {
	switch m {
	case noMark:
		return ""
	case Competing:
		return "competing"
	case PossiblyCompeting:
		return "possibly-competing"
	case Duplicate:
		return "duplicate"
	case UndeterminedOverlap:
		return "undetermined"
	}
	return enum.Outside("mark", m)
}

// AppendText implements [encoding.TextAppender].
func (m Mark) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "mark", m, noMark, lastMark)
}

// MarshalText implements [encoding.TextMarshaler].
func (m Mark) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (m *Mark) UnmarshalText(text []byte) error {
	return enum.Unmarshal(m, "mark", noMark, lastMark, text)
}
