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
// Dates are comparable with == and can be map keys. The zero Date stands for a
// missing date: the day is unknown, or it does not exist. It differs from
// 0001-01-01. Operations on the zero Date return the zero Date.
type Date struct {
	// n is the number of the day: 1 is 0001-01-01, and 0 is the zero Date. So
	// the zero Date sorts first, and date arithmetic is integer arithmetic. The
	// struct keeps database drivers from storing the bare number.
	n int32
}

const (
	firstDay  = 1       // 0001-01-01
	lastDay   = 3652059 // 9999-12-31
	firstYear = 1
	lastYear  = 9999
)

// NewDate returns the date with the given year (1 to 9999), month and day.
// Unlike [time.Date] it does not normalize its arguments. It returns an
// [*partnerrules.InputError] if an argument is out of range, as in 30 February.
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

// DateIn returns the date of the instant t in the location loc (CAL-01).
// Partner Center shows dates in [time.UTC]. DateIn returns the zero Date if t is
// the zero instant, if loc is nil, or if the date is out of range.
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

// Time returns the first instant of d in the location loc. It is midnight, or later
// on a day without midnight, because the clocks go forward. If a location has left
// out the whole day, Time returns the first instant of the next day. It returns the
// zero Time if d is zero or loc is nil.
func (d Date) Time(loc *time.Location) time.Time {
	if d.n == 0 || loc == nil {
		return time.Time{}
	}
	year, month, day := d.civil()
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, loc)
	start, end := t.ZoneBounds()
	hour, minute, sec := t.Clock()
	switch shown := DateIn(t, loc); {
	case shown.Before(d): // no midnight, and t is before the clocks go forward
		return end
	case shown.After(d) || hour|minute|sec > 0: // no midnight, and t is after that
		return start
	case !start.IsZero() && !DateIn(start.Add(-1), loc).Before(d): // midnight comes twice
		_, earlier := start.Add(-1).Zone()
		_, later := t.Zone()
		return t.Add(time.Duration(later-earlier) * time.Second)
	}
	return t
}

// Format returns the date in the given layout, such as "2 Jan 2006", with the names
// that [time.Time.Format] uses. It returns the empty text for the zero Date. The time
// of day in a layout is midnight in UTC.
func (d Date) Format(layout string) string {
	if d.n == 0 {
		return ""
	}
	return d.Time(time.UTC).Format(layout)
}

// dateOf returns the date with day number n, or the zero Date if n is out of
// range.
func dateOf(n int64) Date {
	if n < firstDay || n > lastDay {
		return Date{}
	}
	return Date{int32(n)}
}

// IsZero reports whether d is the zero Date.
func (d Date) IsZero() bool { return d.n == 0 }

// Date returns the year, month and day of d, or 0, 0, 0 for the zero Date.
func (d Date) Date() (year int, month time.Month, day int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	y, m, dd := d.civil()
	return y, time.Month(m), dd
}

// Year returns the year, from 1 to 9999, or 0 for the zero Date.
func (d Date) Year() int {
	year, _, _ := d.Date()
	return year
}

// Month returns the month, or 0 for the zero Date.
func (d Date) Month() time.Month {
	_, month, _ := d.Date()
	return month
}

// Day returns the day of the month, from 1 to 31, or 0 for the zero Date.
func (d Date) Day() int {
	_, _, day := d.Date()
	return day
}

// YearDay returns the day of the year, from 1 to 366, or 0 for the zero Date.
func (d Date) YearDay() int {
	if d.n == 0 {
		return 0
	}
	return int(d.n - fromCivil(d.Year(), 1, 1).n + 1)
}

// Weekday returns the day of the week. For the zero Date it returns -1, which is
// an invalid [time.Weekday].
func (d Date) Weekday() time.Weekday {
	if d.n == 0 {
		return -1
	}
	return time.Weekday(d.n % 7) // 0001-01-01, number 1, was a Monday
}

// AddDays returns the date n days after d, or before d if n is negative. It
// returns the zero Date if the result is out of range.
func (d Date) AddDays(n int) Date {
	if d.n == 0 {
		return Date{}
	}
	return dateOf(int64(d.n) + int64(within(n, lastDay)))
}

// within limits the distance n to -most through most, so that adding it cannot
// overflow. From every date, a distance of most leads out of range.
func within(n, most int) int { return max(-most, min(n, most)) }

// AddMonths returns the date n months after d, or before d if n is negative.
// It keeps the day of the month, or takes the last day of a shorter month
// (CAL-02). For example, 31 January plus one month is 28 or 29 February. AddMonths
// returns the zero Date if the result is out of range.
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

// AddYears returns the date n years after d, or before d if n is negative. In a
// common year, 29 February becomes 28 February (CAL-02). It returns the zero Date
// if the result is out of range.
//
// Anniversary n of d is d.AddYears(n). Count it from d itself, never from the
// previous anniversary (CAL-03). For example, 29 February 2024 has anniversaries
// on 28 February 2025, 2026 and 2027, and on 29 February 2028.
func (d Date) AddYears(n int) Date {
	return d.AddMonths(12 * within(n, lastYear))
}

// DaysSince returns the number of days from e to d, which is negative if d comes
// before e. The result ok is false if either date is zero.
func (d Date) DaysSince(e Date) (days int, ok bool) {
	if d.n == 0 || e.n == 0 {
		return 0, false
	}
	return int(d.n - e.n), true
}

// Compare returns -1 if d comes before e, 0 if they are equal, and +1 if d comes
// after e. The zero Date sorts first.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// Before reports whether d comes before e. It is false if either date is zero.
func (d Date) Before(e Date) bool { return d.n < e.n && d.n != 0 }

// After reports whether d comes after e. It is false if either date is zero.
func (d Date) After(e Date) bool { return d.n > e.n && e.n != 0 }

// Equal reports whether d == e. It lets go-cmp compare dates.
func (d Date) Equal(e Date) bool { return d == e }

// Min returns the earlier of two dates, or the zero Date if either date is zero.
func Min(d, e Date) Date { return Date{min(d.n, e.n)} }

// Max returns the later of two dates, or the zero Date if either date is zero.
func Max(d, e Date) Date {
	if d.n == 0 || e.n == 0 {
		return Date{}
	}
	return Date{max(d.n, e.n)}
}

const dateLen = len("2006-01-02")

// ParseDate parses a date in the form YYYY-MM-DD, which is full-date in RFC 3339.
// It accepts no other form. A placeholder date, such as 1900-01-01, is a date like any
// other (CAL-11). ParseDate returns a [*partnerrules.InputError] if s is invalid.
func ParseDate(s string) (Date, error) {
	d, reason, offset := parseDate(s)
	if reason != "" {
		return Date{}, &partnerrules.InputError{Type: "date", Text: s, Offset: offset, Reason: reason}
	}
	return d, nil
}

// MustParseDate is like [ParseDate] but panics if s is invalid. Use it for
// constants.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// parseDate is generic so that it copies neither a string nor a byte slice. If s
// is invalid, reason describes the fault and offset is its position.
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

// String returns the date in the form 2006-01-02, or "no date" for the zero Date.
func (d Date) String() string {
	if d.n == 0 {
		return "no date"
	}
	var buf [dateLen]byte
	return string(d.append(buf[:0]))
}

// append appends the ten bytes of a nonzero date.
func (d Date) append(b []byte) []byte {
	year, month, day := d.civil()
	hundreds, years := year/100, year%100
	return append(b,
		byte('0'+hundreds/10), byte('0'+hundreds%10), byte('0'+years/10), byte('0'+years%10), '-',
		byte('0'+month/10), byte('0'+month%10), '-',
		byte('0'+day/10), byte('0'+day%10))
}

// AppendText implements [encoding.TextAppender]. It appends nothing for the zero
// Date. The error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d.n == 0 {
		return b, nil
	}
	return d.append(b), nil
}

// MarshalText implements [encoding.TextMarshaler]. The text of the zero Date is
// empty. The error is always nil.
func (d Date) MarshalText() ([]byte, error) {
	return d.AppendText(make([]byte, 0, dateLen))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It parses a text as
// [ParseDate] does. An empty text is the zero Date. An error leaves d unchanged.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, reason, offset := parseDate(text)
	if reason != "" {
		return &partnerrules.InputError{Type: "date", Text: string(text), Offset: offset, Reason: reason}
	}
	*d = parsed
	return nil
}

// Value implements [driver.Valuer]. It returns the date as text, which every
// database accepts for a DATE, or NULL for the zero Date.
func (d Date) Value() (driver.Value, error) {
	if d.n == 0 {
		return nil, nil
	}
	return d.String(), nil
}

// Scan implements [database/sql.Scanner]. It reads a database value (CAL-10, INP-07):
//
//   - NULL, and the zero [time.Time] in any location, are the zero Date.
//   - A text is read as [Date.UnmarshalText] reads it.
//   - A [time.Time] is a day if it is midnight in its own location, because drivers
//     return a DATE in this form. On a day that has no midnight there, because the
//     clocks went forward, it is the first instant of the day.
//
// Scan returns an [*partnerrules.InputError] if src has another time of day or
// another type. To take the date from an instant, name the location: see [DateIn].
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
		return d.scanTime(src)
	default:
		return check.Input("src", fmt.Sprintf("%T does not hold a date", src))
	}
}

func (d *Date) scanTime(t time.Time) error {
	if t.IsZero() {
		*d = Date{}
		return nil
	}
	read, err := NewDate(t.Date())
	if err != nil {
		return err
	}
	hour, minute, sec := t.Clock()
	midnight := hour|minute|sec|t.Nanosecond() == 0
	if !midnight && !DateIn(t.Add(-1), t.Location()).Before(read) {
		return check.Input("src", t.Format(time.RFC3339Nano)+" has a time of day")
	}
	*d = read
	return nil
}

// The conversions between day numbers and civil dates follow C. Neri and
// L. Schneider, "Euclidean affine functions and their application to calendar
// algorithms", Software: Practice and Experience 53 (2023). They use years that
// begin on 1 March, so that the leap day comes last, and replace divisions with
// multiplications and shifts.

// marchShift is added to a day number to count days from 0000-03-01.
const marchShift = 305

// civil returns the year, month (1 to 12) and day of a nonzero date.
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

// fromCivil is the inverse of civil. Its arguments must form a date in range.
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
	return 30 | (month ^ month>>3) // 31 in odd months through July and in even months from August
}

// isLeap reports whether the year has a 29 February. A year that is divisible by
// 100 is a leap year if it is also divisible by 16, and so by 400.
func isLeap(year int) bool {
	if year%100 == 0 {
		return year&15 == 0
	}
	return year&3 == 0
}
