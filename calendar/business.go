package calendar

import (
	"math/bits"
	"slices"
	"time"

	"github.com/partnerrules/partnerrules/internal/check"
)

// A Weekend is a set of days of the week on which no business is done: bit d
// stands for [time.Weekday] d. The zero value is no weekend, whereas the zero
// [BusinessCalendar] has that of Saturday and Sunday.
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
// methods do not allocate. They take constant time, whatever the number of
// holidays; only Add takes time logarithmic in the number of days that it goes.
// A calendar takes eight bytes for each week from its first holiday to its last.
type BusinessCalendar struct {
	// The weeks from the one with the first holiday to the one after the last,
	// and the number of the first. The last of them is a week without holidays,
	// as are all that are not in the list. No list is that of the zero value.
	// So a calendar is kept in registers.
	weeks []week
	first int32
}

// A week is what a calendar knows of a week.
type week struct {
	before  int32 // the number of business days before it, from 0001-01-01 on
	working days
}

// NewBusinessCalendar returns the calendar with the given weekend and holidays.
// Holidays may come in any order, be repeated, and fall on a weekend. A weekend
// that leaves no working day, and a holiday that is no date, are an
// [*partnerrules.InputError].
func NewBusinessCalendar(weekend Weekend, holidays ...Date) (BusinessCalendar, error) {
	if weekend >= wholeWeek {
		return BusinessCalendar{}, check.Input("weekend", "leaves no working day, or has bits that are no weekday")
	}
	if i := slices.Index(holidays, Date{}); i >= 0 {
		return BusinessCalendar{}, check.NoDate(check.Item("holidays", i))
	}
	ordinary := week{working: daysWithout(weekend)}
	if len(holidays) == 0 {
		return BusinessCalendar{weeks: []week{ordinary}}, nil
	}
	first := weekOf(slices.MinFunc(holidays, Date.Compare).n)
	last := weekOf(slices.MaxFunc(holidays, Date.Compare).n)
	weeks := slices.Repeat([]week{ordinary}, int(last-first)+2)
	for _, d := range holidays {
		n, weekday := split(d.n)
		weeks[n-first].working &^= 1 << weekday
	}
	before := first * ordinary.working.len()
	for i := range weeks {
		weeks[i].before = before
		before += weeks[i].working.len()
	}
	return BusinessCalendar{weeks, first}, nil
}

// IsBusinessDay reports whether d is a business day. No date is none.
func (c BusinessCalendar) IsBusinessDay(d Date) bool {
	n, weekday := split(d.n)
	return !d.IsZero() && c.week(n).working.has(weekday)
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
	return c.at(c.count(d.n)+int32(n), weekOf(d.n))
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

// week returns what there is to know of a week by its number.
func (c BusinessCalendar) week(n int32) week {
	if i := int(n - c.first); i >= 0 && i < len(c.weeks) {
		return c.weeks[i]
	}
	return c.ordinaryWeek(n)
}

// ordinaryWeek returns a week that is not in the list.
func (c BusinessCalendar) ordinaryWeek(n int32) week {
	last := int32(len(c.weeks)) - 1
	switch {
	case last < 0:
		return week{n * mondayToFriday.len(), mondayToFriday}
	case n < c.first:
		return week{n * c.weeks[last].working.len(), c.weeks[last].working}
	}
	w := c.weeks[last]
	w.before += (n - c.first - last) * w.working.len()
	return w
}

// count returns the number of business days from 0001-01-01 through a day.
func (c BusinessCalendar) count(day int32) int32 {
	n, weekday := split(day)
	if i := int(n - c.first); i >= 0 && i < len(c.weeks) { // as in week, without a call
		return c.weeks[i].upTo(weekday)
	}
	return c.ordinaryWeek(n).upTo(weekday)
}

// at is the inverse of count: the i-th business day from 0001-01-01 on. It is
// found the faster the nearer it is to the week given.
func (c BusinessCalendar) at(i, near int32) Date {
	if i < 1 {
		return Date{}
	}
	last := int32(len(c.weeks)) - 1
	if len(c.weeks) == 0 || i <= c.weeks[0].before || i > c.weeks[last].before {
		return c.ordinaryAt(i)
	}
	// It is in the list, from the one place on and before the other.
	from := max(0, min(near-c.first, last-1))
	to := from + 1
	for step := int32(1); c.weeks[from].before >= i; step *= 2 {
		from, to = max(0, from-step), from
	}
	for step := int32(1); c.weeks[to].before < i; step *= 2 {
		from, to = to, min(to+step, last)
	}
	for to-from > 1 {
		middle := (from + to) / 2
		if c.weeks[middle].before < i {
			from = middle
		} else {
			to = middle
		}
	}
	return c.weeks[from].at(i, c.first+from)
}

// ordinaryAt returns the i-th business day where it is in a week that is not in
// the list, or in the last one that is.
func (c BusinessCalendar) ordinaryAt(i int32) Date {
	w, n := week{working: mondayToFriday}, int32(0)
	if last := int32(len(c.weeks)) - 1; last >= 0 {
		w.working = c.weeks[last].working
		if i > c.weeks[0].before { // and so after the others too
			w, n = c.weeks[last], c.first+last
		}
	}
	weeks := (i - w.before - 1) / w.working.len()
	w.before += weeks * w.working.len()
	return w.at(i, n+weeks)
}

// at returns the i-th business day from 0001-01-01 on, which is in the week.
func (w week) at(i, number int32) Date {
	working := w.working
	for i -= w.before; i > 1; i-- {
		working &= working - 1
	}
	return dateOf(int64(number)*7 + int64(bits.TrailingZeros8(uint8(working))) + 1)
}

// upTo returns the number of business days through a day of the week.
func (w week) upTo(weekday uint8) int32 {
	return w.before + (w.working & (2<<(weekday&7) - 1)).len()
}

// split returns the number of a day's week, and the day of the week: Monday is
// 0. Day number 1, 0001-01-01, is the Monday of week 0.
func split(day int32) (week int32, weekday uint8) {
	week = (day - 1) / 7
	return week, uint8(day - 1 - 7*week)
}

func weekOf(day int32) int32 { return (day - 1) / 7 }

// days is a set of days of a week, bit 0 for Monday to bit 6 for Sunday.
type days uint8

const mondayToFriday days = 1<<5 - 1

func daysWithout(w Weekend) days {
	working := ^w & wholeWeek
	return days(working>>1 | working<<6&wholeWeek) // Sunday goes from first to last
}

func (d days) has(weekday uint8) bool { return d>>(weekday&7)&1 == 1 }

func (d days) len() int32 { return int32(bits.OnesCount8(uint8(d))) }
