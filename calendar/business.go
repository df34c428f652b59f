package calendar

import (
	"math/bits"
	"slices"
	"time"
)

// A Weekend is a set of days of the week on which no business is done: bit d
// stands for [time.Weekday] d.
type Weekend uint8

// SaturdaySunday is the weekend of the rules (CAL-09). Others are written
// alike: 1<<time.Friday | 1<<time.Saturday.
const SaturdaySunday Weekend = 1<<time.Saturday | 1<<time.Sunday

const wholeWeek Weekend = 1<<7 - 1

// A BusinessCalendar counts business days: the days that are neither of the
// weekend nor holidays (CAL-09).
//
// The zero value has a weekend of Saturday and Sunday and no holidays. A
// calendar does not change once made, and is safe for concurrent use. Its
// methods take time logarithmic in the number of holidays, whatever the number
// of days, and do not allocate.
type BusinessCalendar struct {
	week week

	// The holidays on working days of the week, in order and each once: their
	// numbers, as in Date, and how many business days come before each.
	holidays []int32
	before   []int32
}

// NewBusinessCalendar returns the calendar with the given weekend and holidays.
// Holidays may come in any order, be repeated, and fall on a weekend. A weekend
// that leaves no working day, and a holiday that is no date, are an
// [*InputError].
func NewBusinessCalendar(weekend Weekend, holidays ...Date) (BusinessCalendar, error) {
	if weekend >= wholeWeek {
		return BusinessCalendar{}, &InputError{"weekend", "leaves no working day, or has bits that are no weekday"}
	}
	if i := slices.Index(holidays, Date{}); i >= 0 {
		return BusinessCalendar{}, &InputError{indexed("holidays", i), "no date"}
	}
	c := BusinessCalendar{week: weekWithout(weekend)}
	sorted := slices.Clone(holidays)
	slices.SortFunc(sorted, Date.Compare)
	for _, d := range slices.Compact(sorted) {
		if c.week.has(d.n) {
			c.before = append(c.before, c.week.count(d.n)-int32(len(c.holidays))-1)
			c.holidays = append(c.holidays, d.n)
		}
	}
	return c, nil
}

// IsBusinessDay reports whether d is a business day. No date is none.
func (c BusinessCalendar) IsBusinessDay(d Date) bool {
	if d.IsZero() || !c.week.has(d.n) {
		return false
	}
	_, isHoliday := slices.BinarySearch(c.holidays, d.n)
	return !isHoliday
}

// Next returns the first business day strictly after d: Add(d, 1).
func (c BusinessCalendar) Next(d Date) Date { return c.Add(d, 1) }

// Add returns the n-th business day after d, or before it if n is negative.
// Day 0 is d itself, whether or not it is a business day.
func (c BusinessCalendar) Add(d Date, n int) Date {
	if d.IsZero() || n == 0 {
		return d
	}
	n = within(n, lastDay)
	if n < 0 && !c.IsBusinessDay(d) {
		n++ // going back, the business day before d is the last one counted
	}
	return c.at(c.count(d.n) + int32(n))
}

// Count returns the number of business days after a, up to and including b. If
// b comes before a it is -Count(b, a). It is not known, and ok is false, if
// either is no date.
func (c BusinessCalendar) Count(a, b Date) (n int, ok bool) {
	if a.IsZero() || b.IsZero() {
		return 0, false
	}
	return int(c.count(b.n) - c.count(a.n)), true
}

// count returns the number of business days from 0001-01-01 through a day.
func (c BusinessCalendar) count(day int32) int32 {
	passed, _ := slices.BinarySearch(c.holidays, day+1)
	return c.week.count(day) - int32(passed)
}

// at is the inverse of count: the i-th business day from 0001-01-01 on.
func (c BusinessCalendar) at(i int32) Date {
	if i < 1 {
		return Date{}
	}
	// A holiday lies before that day just when fewer than i business days come
	// before the holiday.
	passed, _ := slices.BinarySearch(c.before, i)
	return dateOf(c.week.at(i + int32(passed)))
}

// A week is the set of working days of the week, bit 0 for Monday to bit 6 for
// Sunday. No week is without a working day, so zero is free to stand for
// Monday to Friday.
type week uint8

const mondayToFriday week = 1<<5 - 1

func weekWithout(w Weekend) week {
	working := ^w & wholeWeek
	return week(working>>1 | working<<6&wholeWeek) // Sunday goes from first to last
}

func (w week) days() uint8 {
	if w == 0 {
		w = mondayToFriday
	}
	return uint8(w)
}

// has reports whether a day is a working day. Day number 1 is a Monday.
func (w week) has(day int32) bool {
	return w.days()>>(uint32(day-1)%7)&1 == 1
}

// count returns the number of working days among the day numbers 1 to day.
func (w week) count(day int32) int32 {
	weeks, rest := day/7, day%7
	working := w.days()
	return weeks*int32(bits.OnesCount8(working)) + int32(bits.OnesCount8(working&(1<<rest-1)))
}

// at is the inverse of count: the number of the i-th working day, for i ≥ 1.
func (w week) at(i int32) int64 {
	working := w.days()
	perWeek := int32(bits.OnesCount8(working))
	weeks, rest := (i-1)/perWeek, (i-1)%perWeek
	for range rest {
		working &= working - 1
	}
	return int64(weeks)*7 + int64(bits.TrailingZeros8(working)) + 1
}
