package agreement

import (
	"cmp"
	"errors"
	"time"

	"github.com/partnerrules/partnerrules"
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

// NewTimestamp returns the timestamp of an instant, written in UTC with at least three
// and as many fractional digits as it takes. The zero instant, and one whose
// year is not within 1 to 9999, give no timestamp.
func NewTimestamp(t time.Time) Timestamp {
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

// DateTimestamp returns the timestamp of a date alone, and none for no date.
func DateTimestamp(d calendar.Date) Timestamp {
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
func (t Timestamp) before(d calendar.Date) bool { return t.unix < DateTimestamp(d).unix }

const (
	dateLen = len("2006-01-02")
	timeLen = len("2006-01-02T15:04:05")
	zoneLen = len("+02:00")
)

// ParseTimestamp reads a date in one of the forms that the service is known to
// write: 2018-06-14T00:00:00.000Z with one to nine fractional digits or none,
// with Z, an offset such as +02:00, or no zone at all; or a date alone. A fault
// is a [*partnerrules.ParseError].
func ParseTimestamp(s string) (Timestamp, error) {
	t, reason, offset := parseTimestamp(s)
	if reason != "" {
		return Timestamp{}, &partnerrules.ParseError{Type: "timestamp", Text: s, Offset: offset, Reason: reason}
	}
	return t, nil
}

// MustParseTimestamp is [ParseTimestamp] for texts that are constants of the
// program: it panics on a fault.
func MustParseTimestamp(s string) Timestamp {
	t, err := ParseTimestamp(s)
	if err != nil {
		panic(err)
	}
	return t
}

// parseTimestamp returns a reason that is not empty if something is wrong at an
// offset.
func parseTimestamp(s string) (t Timestamp, reason string, offset int) {
	day, err := calendar.ParseDate(s[:min(len(s), dateLen)])
	if err != nil {
		var bad *partnerrules.ParseError
		if errors.As(err, &bad) {
			return Timestamp{}, bad.Reason, bad.Offset
		}
		return Timestamp{}, err.Error(), 0
	}
	t = DateTimestamp(day)
	if len(s) == dateLen {
		return t, "", 0
	}
	if reason, offset = t.parseClock(s); reason != "" {
		return Timestamp{}, reason, offset
	}
	rest := timeLen
	if rest < len(s) && s[rest] == '.' {
		if rest, reason = t.parseFraction(s, rest+1); reason != "" {
			return Timestamp{}, reason, rest
		}
	}
	if reason, offset = t.parseZone(s[rest:]); reason != "" {
		return Timestamp{}, reason, rest + offset
	}
	return t, "", 0
}

// parseClock adds the time of the day, from the T to the seconds.
func (t *Timestamp) parseClock(s string) (reason string, offset int) {
	if len(s) < timeLen {
		return "too short for YYYY-MM-DDThh:mm:ss", len(s)
	}
	if s[dateLen] != 'T' {
		return "want a T", dateLen
	}
	for _, part := range [...]struct {
		at, most, seconds int
		after             byte
	}{{11, 23, 60 * 60, ':'}, {14, 59, 60, ':'}, {17, 59, 1, 0}} {
		n, wrong := twoDigits(s, part.at)
		switch {
		case wrong >= 0:
			return "want a digit", wrong
		case n > part.most:
			return "hours end at 23, minutes and seconds at 59", part.at
		case part.after != 0 && s[part.at+2] != part.after:
			return "want a colon", part.at + 2
		}
		t.unix += int64(n * part.seconds)
	}
	return "", 0
}

// parseFraction adds the digits of the fraction from an index on, and returns
// where they end.
func (t *Timestamp) parseFraction(s string, from int) (end int, reason string) {
	unit := int32(100_000_000)
	for end = from; end < len(s) && isDigit(s[end]); end++ {
		t.nanos += int32(s[end]-'0') * unit
		unit /= 10
	}
	switch digits := end - from; {
	case digits == 0:
		return end, "want a digit"
	case digits > mostDigits:
		return from + mostDigits, "more than nine fractional digits"
	default:
		t.digits = uint8(digits)
	}
	return end, ""
}

// parseZone adds the zone, which is all the rest.
func (t *Timestamp) parseZone(s string) (reason string, offset int) {
	switch {
	case s == "":
		t.form = formNoZone
		return "", 0
	case s[0] == 'Z':
		t.form = formUTC
		if len(s) > 1 {
			return "more text after the Z", 1
		}
		return "", 0
	case s[0] != '+' && s[0] != '-':
		return "want a fraction, Z, an offset such as +02:00, or the end", 0
	case len(s) < zoneLen:
		return "too short for an offset such as +02:00", len(s)
	case len(s) > zoneLen:
		return "more text after the offset", zoneLen
	}
	hours, wrong := twoDigits(s, 1)
	if wrong >= 0 {
		return "want a digit", wrong
	}
	minutes, wrong := twoDigits(s, 4)
	switch {
	case wrong >= 0:
		return "want a digit", wrong
	case s[3] != ':':
		return "want a colon", 3
	case hours > 23 || minutes > 59:
		return "an offset ends at 23:59", 1
	}
	t.form, t.offset = formOffset, int16(hours*60+minutes)
	if s[0] == '-' {
		t.offset = -t.offset
		if t.offset == 0 {
			t.form = formMinusZero
		}
	}
	t.unix -= int64(t.offset) * 60
	return "", 0
}

// twoDigits reads the number at an index. If there is none, wrong is the index
// of what is no digit, and else -1.
func twoDigits(s string, at int) (n, wrong int) {
	for i := at; i < at+2; i++ {
		if !isDigit(s[i]) {
			return 0, i
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, -1
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// String returns the timestamp as it is written, and "no timestamp" for none.
func (t Timestamp) String() string {
	if t.IsZero() {
		return "no timestamp"
	}
	text, _ := t.MarshalText()
	return string(text)
}

// AppendText implements [encoding.TextAppender]: it appends t as it was read or
// made, and nothing for no timestamp. It never fails.
func (t Timestamp) AppendText(b []byte) ([]byte, error) {
	b, _ = t.day.AppendText(b)
	if !t.isInstant() {
		return b, nil
	}
	clock := int(t.unix + int64(t.offset)*60 - floorDay(t.unix+int64(t.offset)*60)*secondsPerDay)
	b = append(b, 'T')
	b = append(appendTwo(b, clock/3600), ':')
	b = append(appendTwo(b, clock/60%60), ':')
	b = appendTwo(b, clock%60)
	if t.digits > 0 {
		b = append(b, '.')
	}
	for i, unit := uint8(0), int32(100_000_000); i < t.digits; i, unit = i+1, unit/10 {
		b = append(b, byte('0'+t.nanos/unit%10))
	}
	return t.appendZone(b), nil
}

func (t Timestamp) appendZone(b []byte) []byte {
	switch t.form {
	case formUTC:
		return append(b, 'Z')
	case formMinusZero:
		return append(b, "-00:00"...)
	case formOffset:
		sign, minutes := byte('+'), int(t.offset)
		if minutes < 0 {
			sign, minutes = '-', -minutes
		}
		return appendTwo(append(appendTwo(append(b, sign), minutes/60), ':'), minutes%60)
	}
	return b
}

func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// MarshalText implements [encoding.TextMarshaler]. It never fails.
func (t Timestamp) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParseTimestamp] reads, and the empty text as no timestamp. On a fault t is
// left as it was.
func (t *Timestamp) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = Timestamp{}
		return nil
	}
	parsed, err := ParseTimestamp(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
