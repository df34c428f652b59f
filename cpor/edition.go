package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// An Edition is a published reading of the rules. The zero value is none. A
// claim's whole history is judged under one.
type Edition uint8

// The editions.
const (
	Edition2020 Edition = iota + 1 // 2020-21, the baseline
	Edition2023                    // from 2023-10-10

	noEdition   Edition = 0
	lastEdition         = Edition2023
)

// isKnown reports whether e is an edition.
func (e Edition) isKnown() bool { return e != noEdition && e <= lastEdition }

// String returns the code of e: "2023", say, and the empty string for
// no edition.
func (e Edition) String() string {
	switch e {
	case noEdition:
		return ""
	case Edition2020:
		return "2020"
	case Edition2023:
		return "2023"
	}
	return enum.Outside("edition", e)
}

// AppendText implements [encoding.TextAppender].
func (e Edition) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "edition", e, noEdition, lastEdition)
}

// MarshalText implements [encoding.TextMarshaler].
func (e Edition) MarshalText() ([]byte, error) { return e.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (e *Edition) UnmarshalText(text []byte) error {
	return enum.Unmarshal(e, "edition", noEdition, lastEdition, text)
}
