package benefits

import "github.com/partnerrules/partnerrules/internal/enum"

// A Kind is what happens in an event (BEN-11). The zero value is no kind.
type Kind uint8

// The kinds, in the order in which events of one day come. The first six are
// of a membership, the others of a benefit.
const (
	NoticeBefore    Kind = iota + 1 // a notice goes out before the anniversary date
	NoticeAfter                     // a notice goes out in the window, if not renewed by then
	AnniversaryDate                 // the last day of the paid year
	WindowOpens                     // the first day of the renewal window
	WindowCloses                    // its last day
	AccessEnds                      // the day after the last day of access
	ActivateBy                      // the last day on which a benefit can be redeemed
	LastUse                         // the last day on which a benefit is of use

	noKind   Kind = 0
	lastKind      = LastUse
)

// ofBenefit reports whether events of the kind belong to a benefit.
func (k Kind) ofBenefit() bool { return k >= ActivateBy }

// String returns the code of k: "notice-before", say, and the empty string for no
// kind.
func (k Kind) String() string {
	switch k {
	case noKind:
		return ""
	case NoticeBefore:
		return "notice-before"
	case NoticeAfter:
		return "notice-after"
	case AnniversaryDate:
		return "anniversary-date"
	case WindowOpens:
		return "window-opens"
	case WindowCloses:
		return "window-closes"
	case AccessEnds:
		return "access-ends"
	case ActivateBy:
		return "activate-by"
	case LastUse:
		return "last-use"
	}
	return enum.Outside("kind", k)
}

// AppendText implements [encoding.TextAppender].
func (k Kind) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "kind", k, noKind, lastKind)
}

// MarshalText implements [encoding.TextMarshaler].
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (k *Kind) UnmarshalText(text []byte) error {
	return enum.Unmarshal(k, "kind", noKind, lastKind, text)
}
