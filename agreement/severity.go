package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Severity is how much a finding weighs. The zero value is none.
type Severity uint8

// The severities.
const (
	SeverityError   Severity = iota + 1 // it cannot be sent like this
	SeverityWarning                     // it can be sent, but may be refused, or looks wrong
	SeverityUnknown                     // a fact that is not given decides

	noSeverity Severity = 0
)

// String returns the code of s: "error", say.
func (s Severity) String() string {
	switch s {
	case noSeverity:
		return ""
	case SeverityError:
		return "error"
	case SeverityWarning:
		return "warning"
	case SeverityUnknown:
		return "unknown"
	}
	return enum.Outside("severity", s)
}

// AppendText implements [encoding.TextAppender].
func (s Severity) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "severity", s, noSeverity, SeverityUnknown)
}

// MarshalText implements [encoding.TextMarshaler].
func (s Severity) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *Severity) UnmarshalText(text []byte) error {
	return enum.Unmarshal(s, "severity", noSeverity, SeverityUnknown, text)
}
