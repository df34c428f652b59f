package portfolio

import (
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// isPlaceholder reports whether d is a date that services write in place of a missing
// one (INP-04).
func isPlaceholder(d calendar.Date) bool {
	switch d.Year() {
	case 1:
		return true
	case 1900:
		return d.YearDay() == 1
	case 9999:
		return d.YearDay() == 365
	}
	return false
}

// isPlaceholderTime reports whether the day of t in UTC is a placeholder. So is an
// instant outside of the years 1 to 9999 in UTC, since its written day is at their
// end.
func isPlaceholderTime(t agreement.Timestamp) bool {
	return !t.IsZero() && (t.UTCDay().IsZero() || isPlaceholder(t.UTCDay()))
}

const placeholderReason = "is a placeholder for a missing date: leave the member out"

// readDate reads a date of a file that the user writes.
func readDate(node *strictjson.Node) calendar.Date {
	d := strictjson.Read[calendar.Date](node)
	if isPlaceholder(d) {
		node.Fault(placeholderReason)
		return calendar.Date{}
	}
	return d
}

// A pastDay is the day of something that has happened. It must not be after the day
// of the report (INP-05).
type pastDay struct {
	on calendar.Date
	at *strictjson.Error // its place, without a reason
}

// fault returns a fault if the day is after the day of the report, or nil.
func (d pastDay) fault(on calendar.Date) *Fault {
	if !d.on.After(on) {
		return nil
	}
	f := Fault(*d.at)
	f.Reason = afterReason(on)
	return &f
}

func afterReason(on calendar.Date) string { return "is after the day of the report, " + on.String() }
