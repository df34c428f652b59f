package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Timing says how a day stands to a due day. The zero value is not known.
type Timing uint8

// The timings.
const (
	TimingUnknown Timing = iota // past the due day, and perhaps excused
	Open                        // not past the due day, or there is none
	Excused                     // past it, as arbitration may be (CPR-24)
	Overdue                     // past it, and what was due is late
	Closed                      // past it: what might have been done can no longer be

	lastTiming = Closed
)

// String returns the code of t: "overdue", say.
func (t Timing) String() string {
	switch t {
	case TimingUnknown:
		return "unknown"
	case Open:
		return "open"
	case Excused:
		return "excused"
	case Overdue:
		return "overdue"
	case Closed:
		return "closed"
	}
	return enum.Outside("timing", t)
}

// AppendText implements [encoding.TextAppender].
func (t Timing) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "timing", t, TimingUnknown, lastTiming)
}

// MarshalText implements [encoding.TextMarshaler].
func (t Timing) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (t *Timing) UnmarshalText(text []byte) error {
	return enum.Unmarshal(t, "timing", TimingUnknown, lastTiming, text)
}
