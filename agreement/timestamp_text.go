package agreement

import (
	"errors"

	"github.com/partnerrules/partnerrules/calendar"
)

const (
	dateLen = len("2006-01-02")
	timeLen = len("2006-01-02T15:04:05")
	zoneLen = len("+02:00")
)

// ParseTimestamp reads a date in one of the forms that the service is known to
// write: 2018-06-14T00:00:00.000Z with one to nine fractional digits or none,
// with Z, an offset such as +02:00, or no zone at all; or a date alone. A fault
// is a [*calendar.ParseError].
func ParseTimestamp(s string) (Timestamp, error) {
	t, reason, offset := parseTimestamp(s)
	if reason != "" {
		return Timestamp{}, &calendar.ParseError{Type: "timestamp", Text: s, Offset: offset, Reason: reason}
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
		var bad *calendar.ParseError
		if errors.As(err, &bad) {
			return Timestamp{}, bad.Reason, bad.Offset
		}
		return Timestamp{}, err.Error(), 0
	}
	t = On(day)
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
