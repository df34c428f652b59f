package calendar

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Date is a day of the proleptic Gregorian calendar, from 0001-01-01 to
// 9999-12-31, without time or zone (CAL-01).
//
// Dates are comparable with == and serve as map keys. The zero value is no
// date, which is not 0001-01-01: it means that the day is not known or that
// there is none. Every operation on no date gives no date.
type Date struct {
	// n numbers the days: 0 is no date, 1 is 0001-01-01. So the zero value is
	// no date, no date sorts first, and arithmetic is that of integers. It is
	// wrapped in a struct so that a database driver cannot store the number.
	n int32
}

const (
	firstDay  = 1       // 0001-01-01
	lastDay   = 3652059 // 9999-12-31
	firstYear = 1
	lastYear  = 9999
)

// NewDate returns the date of the given year (1 to 9999), month and day. It
// normalises nothing: 30 February is an [*partnerrules.InputError].
func NewDate(year int, month time.Month, day int) (Date, error) {
	switch {
	case year < firstYear || year > lastYear:
		return Date{}, check.Input("year", check.Outside(year, firstYear, lastYear))
	case month < time.January || month > time.December:
		return Date{}, check.Input("month", check.Outside(int(month), 1, 12))
	case day < 1 || day > daysIn(year, int(month)):
		return Date{}, check.Input("day", check.Outside(day, 1, daysIn(year, int(month))))
	}
	return fromCivil(year, int(month), day), nil
}

// DateIn returns the day on which the instant t falls in the location loc
// (CAL-01). Partner Center shows days of [time.UTC]. The zero instant and a
// nil location give no date.
func DateIn(t time.Time, loc *time.Location) Date {
	if t.IsZero() || loc == nil {
		return Date{}
	}
	year, month, day := t.In(loc).Date()
	if year < firstYear || year > lastYear {
		return Date{}
	}
	return fromCivil(year, int(month), day)
}

// dateOf is the date of day number n, or no date if n lies out of range.
func dateOf(n int64) Date {
	if n < firstDay || n > lastDay {
		return Date{}
	}
	return Date{int32(n)}
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// Date returns year, month and day at once: 0, 0, 0 for no date.
func (d Date) Date() (year int, month time.Month, day int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	y, m, dd := d.civil()
	return y, time.Month(m), dd
}

// Year returns the year, 1 to 9999, or 0 for no date.
func (d Date) Year() int {
	year, _, _ := d.Date()
	return year
}

// Month returns the month, or 0 for no date.
func (d Date) Month() time.Month {
	_, month, _ := d.Date()
	return month
}

// Day returns the day of the month, 1 to 31, or 0 for no date.
func (d Date) Day() int {
	_, _, day := d.Date()
	return day
}

// YearDay returns the day of the year, 1 to 366, or 0 for no date.
func (d Date) YearDay() int {
	if d.n == 0 {
		return 0
	}
	return int(d.n - fromCivil(d.Year(), 1, 1).n + 1)
}

// Weekday returns the day of the week, or -1, which is no [time.Weekday], for
// no date.
func (d Date) Weekday() time.Weekday {
	if d.n == 0 {
		return -1
	}
	return time.Weekday(d.n % 7) // 0001-01-01, number 1, was a Monday
}

// AddDays returns the date n days after d, or before it if n is negative.
func (d Date) AddDays(n int) Date {
	if d.n == 0 {
		return Date{}
	}
	return dateOf(int64(d.n) + int64(within(n, lastDay)))
}

// within brings n, a distance, into the bounds of -most to most, so that a sum
// with it cannot overflow. A distance of most leaves the range from every date.
func within(n, most int) int { return max(-most, min(n, most)) }

// AddMonths returns the date n months after d, or before it if n is negative.
// The day of the month is kept, or clamped to the month's last day (CAL-02):
// 31 January plus one month is 28 or 29 February.
func (d Date) AddMonths(n int) Date {
	if d.n == 0 {
		return Date{}
	}
	year, month, day := d.civil()
	months := year*12 + month - 1 + within(n, lastYear*12)
	year, month = months/12, months%12+1
	if months < firstYear*12 || year > lastYear {
		return Date{}
	}
	return fromCivil(year, month, min(day, daysIn(year, month)))
}

// AddYears returns the date n years after d, or before it if n is negative,
// with 29 February clamped to 28 February in common years (CAL-02).
//
// Anniversary n of d is d.AddYears(n), counted from d itself and never from
// the anniversary before (CAL-03): 29 February 2024 has anniversaries on
// 28 February 2025, 2026 and 2027, and on 29 February 2028.
func (d Date) AddYears(n int) Date {
	return d.AddMonths(12 * within(n, lastYear))
}

// DaysSince returns the number of days from e to d, negative if d comes first.
// It is not known, and ok is false, if either is no date.
func (d Date) DaysSince(e Date) (days int, ok bool) {
	if d.n == 0 || e.n == 0 {
		return 0, false
	}
	return int(d.n - e.n), true
}

// Compare returns -1, 0 or +1 as d comes before, is, or comes after e. No date
// sorts before every date.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// Before reports whether d comes before e; false if either is no date.
func (d Date) Before(e Date) bool { return d.n < e.n && d.n != 0 }

// After reports whether d comes after e; false if either is no date.
func (d Date) After(e Date) bool { return d.n > e.n && e.n != 0 }

// Equal reports d == e. It is there for go-cmp, which looks for it.
func (d Date) Equal(e Date) bool { return d == e }

// Min returns the earlier of two dates, or no date if either is no date.
func Min(d, e Date) Date { return Date{min(d.n, e.n)} }

// Max returns the later of two dates, or no date if either is no date.
func Max(d, e Date) Date {
	if d.n == 0 || e.n == 0 {
		return Date{}
	}
	return Date{max(d.n, e.n)}
}

const dateLen = len("2006-01-02")

// ParseDate reads a date in the one form of RFC 3339, full-date: four digits,
// hyphen, two digits, hyphen, two digits. A fault is a [*partnerrules.ParseError].
func ParseDate(s string) (Date, error) {
	d, reason, offset := parseDate(s)
	if reason != "" {
		return Date{}, &partnerrules.ParseError{Type: "date", Text: s, Offset: offset, Reason: reason}
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
		return Date{}, "year " + check.Outside(year, firstYear, lastYear), 0
	case month < 1 || month > 12:
		return Date{}, "month " + check.Outside(month, 1, 12), 5
	case day < 1 || day > daysIn(year, month):
		return Date{}, "day " + check.Outside(day, 1, daysIn(year, month)), 8
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
		return &partnerrules.ParseError{Type: "date", Text: string(text), Offset: offset, Reason: reason}
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
// with an [*partnerrules.InputError], since dropping it would take a day from an instant
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
			return check.Input("src", src.Format(time.RFC3339Nano)+" has a time of day")
		}
		parsed, err := NewDate(year, month, day)
		if err != nil {
			return err
		}
		*d = parsed
		return nil
	default:
		return check.Input("src", fmt.Sprintf("%T does not hold a date", src))
	}
}

// The conversions between day numbers and civil dates follow C. Neri and
// L. Schneider, "Euclidean affine functions and their application to calendar
// algorithms", Software: Practice and Experience 53 (2023). They reckon in
// years that begin on 1 March, so that the leap day comes last, and replace
// divisions by multiplications and shifts.

// marchShift is what day numbers lack to days counted from 0000-03-01.
const marchShift = 305

// civil returns year, month (1 to 12) and day of a date that is not zero.
func (d Date) civil() (year, month, day int) {
	const (
		daysPer400Years = 146097
		perYear         = 2939745 // 2^32 / (4 × 365.25), rounded up
	)
	n := 4*(uint32(d.n)+marchShift) + 3
	century := n / daysPer400Years
	dayOfCentury := n % daysPer400Years / 4

	p := perYear * uint64(4*dayOfCentury+3)
	yearOfCentury := uint32(p >> 32)
	dayOfYear := uint32(p) / perYear / 4 // from 1 March

	p2 := 2141*dayOfYear + 197913 // month in the high half, day in the low
	month = int(p2 >> 16)
	day = int(p2&0xffff/2141) + 1
	year = int(100*century + yearOfCentury)
	if dayOfYear >= 306 { // January and February belong to the next year
		year++
		month -= 12
	}
	return year, month, day
}

// fromCivil is the inverse of civil; its arguments form a date in range.
func fromCivil(year, month, day int) Date {
	y, m, d := uint32(year), uint32(month), uint32(day)
	if m <= 2 {
		y--
		m += 12
	}
	century := y / 100
	days := 1461*y/4 - century + century/4 + (979*m-2919)/32 + d - 1
	return Date{int32(days) - marchShift}
}

// daysIn returns the number of days in a month.
func daysIn(year, month int) int {
	if month == 2 {
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 30 | (month ^ month>>3) // odd months to July, even ones from August
}

// isLeap reports whether the year has a 29 February. A year divisible by 100
// is a leap year when it is divisible by 16 too, for then 400 divides it.
func isLeap(year int) bool {
	if year%100 == 0 {
		return year&15 == 0
	}
	return year&3 == 0
}
