package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Cause is why an approved claim leaves that status. The zero value is not
// known.
type Cause uint8

// The causes.
const (
	CauseUnknown     Cause = iota
	CustomerDeclined       // the customer does not consent (CPR-25)
	PartnerEnded           // the partner wishes it (CPR-27)
	Displaced              // a challenger was approved (CPR-46)

	lastCause = Displaced
)

// String returns the code of c: "displaced", say.
func (c Cause) String() string {
	switch c {
	case CauseUnknown:
		return "unknown"
	case CustomerDeclined:
		return "customer-declined"
	case PartnerEnded:
		return "partner-ended"
	case Displaced:
		return "displaced"
	}
	return enum.Outside("cause", c)
}

// AppendText implements [encoding.TextAppender].
func (c Cause) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "cause", c, CauseUnknown, lastCause)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Cause) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Cause) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "cause", CauseUnknown, lastCause, text)
}
