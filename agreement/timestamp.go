package agreement

import (
	"cmp"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

// A Timestamp is a date as the service and its callers write it: an instant,
// with or without a zone, or a date alone. It keeps the day as it is written
// and the instant apart, because the rules on dates in the future look at both
// (AGR-05, AGR-06).
//
// Timestamps are comparable with ==, which compares them as written; Compare
// compares the instants. The zero value is no timestamp, which means that the
// date is not given.
type Timestamp struct {
	day    calendar.Date // as written
	unix   int64         // seconds since 1970 in UTC, of a date alone its midnight
	nanos  int32
	offset int16 // minutes east of UTC
	digits uint8 // of the fraction of the second, as written
	form   form
}

// A form is how a timestamp is written.
type form uint8

const (
	formNone      form = iota
	formDate           // a date alone, which a body writes as midnight in UTC
	formBodyDate       // a date alone that was read from a body
	formNoZone         // no zone, which is UTC
	formUTC            // Z
	formOffset         // +02:00
	formMinusZero      // -00:00, kept apart so that it is written back alike
)

const (
	secondsPerDay = 24 * 60 * 60
	year2         = -62104060800 // the first second of the year 2 in UTC
	leastDigits   = 3            // of a fraction that is not written as it was read
	mostDigits    = 9
)

// At returns the timestamp of an instant, written in UTC with at least three
// and as many fractional digits as it takes. The zero instant, and one whose
// year is not within 1 to 9999, give no timestamp.
func At(t time.Time) Timestamp {
	day := calendar.DateIn(t, time.UTC)
	if day.IsZero() {
		return Timestamp{}
	}
	digits := uint8(mostDigits)
	for n := t.Nanosecond(); digits > leastDigits && n%10 == 0; n /= 10 {
		digits--
	}
	return Timestamp{day: day, unix: t.Unix(), nanos: int32(t.Nanosecond()), digits: digits, form: formUTC}
}

// On returns the timestamp of a date alone, and none for no date.
func On(d calendar.Date) Timestamp {
	days, ok := d.DaysSince(epoch())
	if !ok {
		return Timestamp{}
	}
	return Timestamp{day: d, unix: int64(days) * secondsPerDay, form: formDate}
}

// UTC returns the same instant as the service documents it: in UTC with a Z,
// with at least three and at most the given fractional digits. An instant whose
// year is not within 1 to 9999 in UTC gives no timestamp.
func (t Timestamp) UTC() Timestamp {
	day := t.UTCDay()
	if day.IsZero() {
		return Timestamp{}
	}
	return Timestamp{day: day, unix: t.unix, nanos: t.nanos, digits: max(t.digits, leastDigits), form: formUTC}
}

// IsZero reports whether t is no timestamp.
func (t Timestamp) IsZero() bool { return t.form == formNone }

// IsSet reports whether t tells a date. No timestamp does not, and neither does
// one in the year 1, which is how the service writes that there is none
// (AGR-08).
func (t Timestamp) IsSet() bool { return t.form != formNone && t.unix >= year2 }

// Day returns the day as it is written, or no date for no timestamp.
func (t Timestamp) Day() calendar.Date { return t.day }

// UTCDay returns the day in UTC, a date alone as it is. It is no date for no
// timestamp and beyond the years 1 to 9999.
func (t Timestamp) UTCDay() calendar.Date { return t.dayAt(0) }

// Instant returns the instant. A time without a zone is one in UTC. It is not
// known, and ok is false, for a date alone and for no timestamp.
func (t Timestamp) Instant() (instant time.Time, ok bool) {
	if !t.isInstant() {
		return time.Time{}, false
	}
	return time.Unix(t.unix, int64(t.nanos)).UTC(), true
}

func (t Timestamp) isInstant() bool { return t.form >= formNoZone }

// Compare returns -1, 0 or +1 as t comes before, is, or comes after u. A date
// alone is its midnight in UTC; no timestamp comes first (AGR-12).
func (t Timestamp) Compare(u Timestamp) int {
	switch {
	case t.IsZero() && u.IsZero():
		return 0
	case t.IsZero():
		return -1
	case u.IsZero():
		return +1
	}
	return cmp.Or(cmp.Compare(t.unix, u.unix), cmp.Compare(t.nanos, u.nanos))
}

// Equal reports t == u. It is there for go-cmp, which looks for it.
func (t Timestamp) Equal(u Timestamp) bool { return t == u }

// after reports whether t comes after now: as instants, or as days in UTC where
// either is a date alone (AGR-06).
func (t Timestamp) after(now Timestamp) bool {
	if t.isInstant() && now.isInstant() {
		return t.Compare(now) > 0
	}
	return floorDay(t.unix) > floorDay(now.unix)
}

// dayAt returns the day in a zone the given number of hours east of UTC, a date
// alone as it is.
func (t Timestamp) dayAt(hours int64) calendar.Date {
	if !t.isInstant() {
		return t.day
	}
	return epoch().AddDays(int(floorDay(t.unix + hours*60*60)))
}

// floorDay returns the day number, from 1970 on, of a second.
func floorDay(unix int64) int64 {
	days := unix / secondsPerDay
	if unix%secondsPerDay < 0 {
		days--
	}
	return days
}

func epoch() calendar.Date { return calendar.MustParseDate("1970-01-01") }

// before reports whether the UTC day of t comes before a day.
func (t Timestamp) before(d calendar.Date) bool { return t.unix < On(d).unix }
