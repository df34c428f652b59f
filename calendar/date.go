package calendar

import (
	"cmp"
	"time"
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
// normalises nothing: 30 February is an [*InputError].
func NewDate(year int, month time.Month, day int) (Date, error) {
	switch {
	case year < firstYear || year > lastYear:
		return Date{}, &InputError{"year", outside(year, firstYear, lastYear)}
	case month < time.January || month > time.December:
		return Date{}, &InputError{"month", outside(int(month), 1, 12)}
	case day < 1 || day > daysIn(year, int(month)):
		return Date{}, &InputError{"day", outside(day, 1, daysIn(year, int(month)))}
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
