package agreement

import (
	"cmp"
	"errors"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// A Timestamp is a date as the service and its callers write it: an instant with or
// without a zone, or a date alone. It keeps both the day as written and the instant,
// because the rules on future dates use both (AGR-05, AGR-06).
//
// Timestamps are comparable with ==, which compares them as written. Compare
// compares the instants. The zero Timestamp means that the date is not given.
type Timestamp struct {
	day    calendar.Date // as written
	unix   int64         // seconds since 1970 in UTC; for a date alone, its midnight
	nanos  int32
	offset int16 // minutes east of UTC
	digits uint8 // of the fraction of the second, as written
	form   form
}

// A form is how a timestamp is written.
type form uint8

const (
	formNone      form = iota
	formDate           // a date alone, written as midnight in UTC in a body
	formBodyDate       // a date alone that was read from a body
	formNoZone         // an instant without a zone, which is in UTC
	formUTC            // Z
	formOffset         // +02:00
	formMinusZero      // -00:00, distinct from +00:00 so that it is written back unchanged
)

const (
	secondsPerDay = 24 * 60 * 60
	year2         = -62104060800 // the first second of the year 2 in UTC
	day1900       = -25567       // 1900-01-01, in days since 1970
	day9999       = 2932896      // 9999-12-31
	leastDigits   = 3            // of a fraction, unless it is written as it was read
	mostDigits    = 9
)

// NewTimestamp returns the timestamp of an instant. It is written in UTC with at least
// three fractional digits, and with more if the instant needs them. If the instant is
// zero, or its year is not within 1 to 9999, NewTimestamp returns the zero Timestamp.
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

// DateTimestamp returns the timestamp of a date alone. For the zero Date it returns
// the zero Timestamp.
func DateTimestamp(d calendar.Date) Timestamp {
	days, ok := d.DaysSince(epoch)
	if !ok {
		return Timestamp{}
	}
	return Timestamp{day: d, unix: int64(days) * secondsPerDay, form: formDate}
}

// UTC returns the same instant in the documented form of the service: in UTC with a Z
// and at least three fractional digits. It keeps the fractional digits of t. If the
// year in UTC is not within 1 to 9999, UTC returns the zero Timestamp.
func (t Timestamp) UTC() Timestamp {
	day := t.UTCDay()
	if day.IsZero() {
		return Timestamp{}
	}
	return Timestamp{day: day, unix: t.unix, nanos: t.nanos, digits: max(t.digits, leastDigits), form: formUTC}
}

// IsZero reports whether t is the zero Timestamp.
func (t Timestamp) IsZero() bool { return t.form == formNone }

// IsSet reports whether t is a date. It is false for the zero Timestamp and for a
// placeholder date (AGR-08, INP-04): a UTC day in the year 1, 1900-01-01 or 9999-12-31.
func (t Timestamp) IsSet() bool {
	day := floorDay(t.unix)
	return t.form != formNone && t.unix >= year2 && day != day1900 && day != day9999
}

// Day returns the day as written. It is zero for the zero Timestamp.
func (t Timestamp) Day() calendar.Date { return t.day }

// UTCDay returns the day in UTC. For a date alone, it returns that date. It is zero
// for the zero Timestamp, and if the year in UTC is not within 1 to 9999.
func (t Timestamp) UTCDay() calendar.Date { return t.dayAt(0) }

// Instant returns the instant. A time without a zone is in UTC. For a date alone and
// the zero Timestamp, the instant is unknown and ok is false.
func (t Timestamp) Instant() (instant time.Time, ok bool) {
	if !t.isInstant() {
		return time.Time{}, false
	}
	return time.Unix(t.unix, int64(t.nanos)).UTC(), true
}

// span returns the first and the last instant that t can be. They differ for a date
// alone.
func (t Timestamp) span() (first, last time.Time) {
	first = time.Unix(t.unix, int64(t.nanos))
	if t.isInstant() {
		return first, first
	}
	return first, first.Add(secondsPerDay*time.Second - 1)
}

func (t Timestamp) isInstant() bool { return t.form >= formNoZone }

// Compare returns -1 if t is before u, +1 if it is after u, and 0 if they are the same
// instant. A date alone is its midnight in UTC. The zero Timestamp comes first
// (AGR-12).
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

// Equal reports whether t == u. It exists so that go-cmp can compare Timestamps.
func (t Timestamp) Equal(u Timestamp) bool { return t == u }

// after reports whether t is after now (AGR-06). It compares instants. A date alone is
// after an instant if it is after its UTC day and after its day as written. Otherwise
// the UTC days are compared.
func (t Timestamp) after(now Timestamp) bool {
	switch {
	case t.isInstant() && now.isInstant():
		return t.Compare(now) > 0
	case now.isInstant() && !t.day.After(now.day):
		return false
	}
	return floorDay(t.unix) > floorDay(now.unix)
}

// dayAt returns the day in the zone that is the given number of hours east of UTC.
// For a date alone, it returns that date.
func (t Timestamp) dayAt(hours int64) calendar.Date {
	if !t.isInstant() {
		return t.day
	}
	return epoch.AddDays(int(floorDay(t.unix + hours*60*60)))
}

// floorDay returns the number of days from 1970-01-01 to the day of a Unix time.
func floorDay(unix int64) int64 {
	days := unix / secondsPerDay
	if unix%secondsPerDay < 0 {
		days--
	}
	return days
}

var epoch = calendar.MustParseDate("1970-01-01")

// before reports whether the UTC day of t is before d.
func (t Timestamp) before(d calendar.Date) bool { return t.unix < DateTimestamp(d).unix }

const (
	dateLen = len("2006-01-02")
	timeLen = len("2006-01-02T15:04:05")
	zoneLen = len("+02:00")
)

// ParseTimestamp parses a date in the forms that the service is known to write:
//
//   - a date and time, such as 2018-06-14T00:00:00.000Z;
//   - a date alone, such as 2018-06-14.
//
// The fraction is optional and has at most nine digits. The zone is Z, an offset such
// as +02:00, or missing.
//
// ParseTimestamp returns a [*partnerrules.InputError] if s does not have one of these forms
// (AGR-05, AGR-06).
func ParseTimestamp(s string) (Timestamp, error) {
	t, reason, offset := parseTimestamp(s)
	if reason != "" {
		return Timestamp{}, &partnerrules.InputError{Type: "timestamp", Text: s, Offset: offset, Reason: reason}
	}
	return t, nil
}

// MustParseTimestamp is like [ParseTimestamp] but panics if s cannot be parsed. It is
// for constants.
func MustParseTimestamp(s string) Timestamp {
	t, err := ParseTimestamp(s)
	if err != nil {
		panic(err)
	}
	return t
}

// parseTimestamp returns what is wrong with a text, and where. The reason is empty if
// the text is valid.
func parseTimestamp(s string) (t Timestamp, reason string, offset int) {
	day, err := calendar.ParseDate(s[:min(len(s), dateLen)])
	if err != nil {
		var bad *partnerrules.InputError
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
			return "want at most 23 hours, 59 minutes and 59 seconds", part.at
		case part.after != 0 && s[part.at+2] != part.after:
			return "want a colon", part.at + 2
		}
		t.unix += int64(n * part.seconds)
	}
	return "", 0
}

// parseFraction adds the digits of the fraction that starts at an index, and returns
// the index after them.
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

// parseZone adds the zone, which is the rest of the text.
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
		return "want an offset of at most 23:59", 1
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

// twoDigits parses two digits at an index. If a byte is not a digit, wrong is its
// index. Otherwise wrong is -1.
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

// String returns the timestamp as written. For the zero Timestamp it returns
// "no timestamp".
func (t Timestamp) String() string {
	if t.IsZero() {
		return "no timestamp"
	}
	text, _ := t.MarshalText()
	return string(text)
}

// AppendText implements [encoding.TextAppender]. It appends t as written. For the zero
// Timestamp it appends nothing. It never fails.
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

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the same texts as
// [ParseTimestamp], and the empty text for the zero Timestamp. If it returns an error,
// t is unchanged.
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
