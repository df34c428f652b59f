package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Severity says what a finding does to a claim. The zero value is that of a
// fact that was not given.
type Severity uint8

// The severities.
const (
	SeverityUnknown Severity = iota // a fact is missing: the verdict hangs on it, the submission does not
	Warning                         // worth knowing; bars nothing
	Error                           // the claim cannot be submitted

	lastSeverity = Error
)

// String returns the code of s: "warning", say.
func (s Severity) String() string {
	switch s {
	case SeverityUnknown:
		return "unknown"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return enum.Outside("severity", s)
}

// AppendText implements [encoding.TextAppender].
func (s Severity) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "severity", s, SeverityUnknown, lastSeverity)
}

// MarshalText implements [encoding.TextMarshaler].
func (s Severity) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *Severity) UnmarshalText(text []byte) error {
	return enum.Unmarshal(s, "severity", SeverityUnknown, lastSeverity, text)
}
