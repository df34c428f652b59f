package calendar

import (
	"database/sql/driver"
	"fmt"
	"time"
)

const dateLen = len("2006-01-02")

// ParseDate reads a date in the one form of RFC 3339, full-date: four digits,
// hyphen, two digits, hyphen, two digits. A fault is a [*ParseError].
func ParseDate(s string) (Date, error) {
	d, reason, offset := parseDate(s)
	if reason != "" {
		return Date{}, &ParseError{"date", s, offset, reason}
	}
	return d, nil
}

// MustParseDate is [ParseDate] for texts that are constants of the program: it
// panics on a fault.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// parseDate is generic so that neither a string nor a byte slice is copied. A
// reason that is not empty says what is wrong at the offset.
func parseDate[T string | []byte](s T) (d Date, reason string, offset int) {
	for i := range min(len(s), dateLen) {
		switch hyphen := i == 4 || i == 7; {
		case hyphen && s[i] != '-':
			return Date{}, "want a hyphen", i
		case !hyphen && (s[i] < '0' || s[i] > '9'):
			return Date{}, "want a digit", i
		}
	}
	switch {
	case len(s) < dateLen:
		return Date{}, "too short for YYYY-MM-DD", len(s)
	case len(s) > dateLen:
		return Date{}, "too long for YYYY-MM-DD", dateLen
	}
	two := func(i int) int { return int(s[i]-'0')*10 + int(s[i+1]-'0') }
	year, month, day := two(0)*100+two(2), two(5), two(8)
	switch {
	case year < firstYear:
		return Date{}, "year " + outside(year, firstYear, lastYear), 0
	case month < 1 || month > 12:
		return Date{}, "month " + outside(month, 1, 12), 5
	case day < 1 || day > daysIn(year, month):
		return Date{}, "day " + outside(day, 1, daysIn(year, month)), 8
	}
	return fromCivil(year, month, day), "", 0
}

// String returns the date as 2006-01-02, and "no date" for no date.
func (d Date) String() string {
	if d.n == 0 {
		return "no date"
	}
	var buf [dateLen]byte
	return string(d.append(buf[:0]))
}

// append appends the ten bytes of a date that is not zero.
func (d Date) append(b []byte) []byte {
	year, month, day := d.civil()
	hundreds, years := year/100, year%100
	return append(b,
		byte('0'+hundreds/10), byte('0'+hundreds%10), byte('0'+years/10), byte('0'+years%10), '-',
		byte('0'+month/10), byte('0'+month%10), '-',
		byte('0'+day/10), byte('0'+day%10))
}

// AppendText implements [encoding.TextAppender]. It appends nothing for no
// date, and never fails.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d.n == 0 {
		return b, nil
	}
	return d.append(b), nil
}

// MarshalText implements [encoding.TextMarshaler]: 2006-01-02, and the empty
// text for no date. It never fails.
func (d Date) MarshalText() ([]byte, error) {
	return d.AppendText(make([]byte, 0, dateLen))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParseDate] reads, and the empty text as no date. On a fault d is left as it
// was.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, reason, offset := parseDate(text)
	if reason != "" {
		return &ParseError{"date", string(text), offset, reason}
	}
	*d = parsed
	return nil
}

// Value implements [driver.Valuer]: the date as text, which every database
// takes for a DATE, and NULL for no date.
func (d Date) Value() (driver.Value, error) {
	if d.n == 0 {
		return nil, nil
	}
	return d.String(), nil
}

// Scan implements [database/sql.Scanner]. It reads NULL as no date, text as
// [Date.UnmarshalText] does, and a [time.Time] if it is midnight in its own
// location, which is how drivers hand over a DATE. A time of day is refused
// with an [*InputError], since dropping it would take a day from an instant
// without naming a location: see [DateIn].
func (d *Date) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		return d.UnmarshalText([]byte(src))
	case []byte:
		return d.UnmarshalText(src)
	case time.Time:
		year, month, day := src.Date()
		if hour, minute, sec := src.Clock(); hour|minute|sec|src.Nanosecond() != 0 {
			return &InputError{"src", src.Format(time.RFC3339Nano) + " has a time of day"}
		}
		parsed, err := NewDate(year, month, day)
		if err != nil {
			return err
		}
		*d = parsed
		return nil
	default:
		return &InputError{"src", fmt.Sprintf("%T does not hold a date", src)}
	}
}
