package calendar

import (
	"iter"
	"math/bits"
	"slices"
	"time"

	"github.com/partnerrules/partnerrules/internal/check"
)

// A Weekend is a set of weekdays on which no business is done. Bit d stands for
// [time.Weekday] d. The zero Weekend is empty: every weekday is a working day.
type Weekend uint8

// SaturdaySunday is the weekend of the rules (CAL-09). Write another weekend in
// the same way, for example 1<<time.Friday | 1<<time.Saturday.
const SaturdaySunday Weekend = 1<<time.Saturday | 1<<time.Sunday

const wholeWeek Weekend = 1<<7 - 1

// A BusinessCalendar counts business days: all days except weekends and
// holidays (CAL-09). The zero BusinessCalendar has the weekend Saturday and
// Sunday, and no holidays.
//
// A calendar is immutable and safe for concurrent use. Its methods do not
// allocate. They take constant time, regardless of the number of holidays, except
// Add: it takes time logarithmic in its distance. A calendar uses eight bytes for
// each week from its first holiday through its last.
type BusinessCalendar struct {
	// weeks holds the weeks from the first holiday through the week after the
	// last holiday. The last element has no holidays, like every week outside of
	// the list. A nil list belongs to the zero BusinessCalendar. The number of
	// weeks[0] is first. This layout keeps a calendar in registers.
	weeks []week
	first int32
}

// A week holds the business days of a week.
type week struct {
	before  int32 // the number of business days before the week, from 0001-01-01 on
	working days
}

// NewBusinessCalendar returns the calendar with the given weekend and holidays.
// Holidays may be in any order, be repeated, and be on a weekend.
//
// NewBusinessCalendar returns an [*partnerrules.InputError] if:
//   - weekend leaves no working day, or has a bit that is not a weekday;
//   - a holiday is the zero Date.
func NewBusinessCalendar(weekend Weekend, holidays ...Date) (BusinessCalendar, error) {
	if weekend >= wholeWeek {
		return BusinessCalendar{}, check.Input("weekend", "leaves no working day, or has a bit that is not a weekday")
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

// Weekend returns the weekend of the calendar.
func (c BusinessCalendar) Weekend() Weekend {
	free := Weekend(^c.ordinary()) & wholeWeek
	return free<<1&wholeWeek | free>>6 // Sunday moves from the last bit to the first
}

// Holidays returns an iterator over the holidays that are not on a weekend, in their
// order.
func (c BusinessCalendar) Holidays() iter.Seq[Date] {
	return func(yield func(Date) bool) {
		for i, w := range c.weeks {
			for day := range int32(7) {
				isHoliday := (c.ordinary() &^ w.working).has(uint8(day))
				if isHoliday && !yield(Date{7*(c.first+int32(i)) + day + 1}) {
					return
				}
			}
		}
	}
}

// ordinary returns the working days of a week without holidays.
func (c BusinessCalendar) ordinary() days {
	if len(c.weeks) == 0 {
		return mondayToFriday
	}
	return c.weeks[len(c.weeks)-1].working
}

// IsBusinessDay reports whether d is a business day. It is false for the zero
// Date.
func (c BusinessCalendar) IsBusinessDay(d Date) bool {
	n, weekday := split(d.n)
	return !d.IsZero() && c.week(n).working.has(weekday)
}

// Next returns the first business day after d. It is equal to Add(d, 1).
func (c BusinessCalendar) Next(d Date) Date { return c.Add(d, 1) }

// Add returns the n-th business day after d, or before d if n is negative. If n is
// 0 it returns d, even if d is not a business day. It returns the zero Date if the
// result is out of range.
func (c BusinessCalendar) Add(d Date, n int) Date {
	if d.IsZero() || n == 0 {
		return d
	}
	n = within(n, lastDay)
	if n < 0 && !c.IsBusinessDay(d) {
		n++ // count includes the business day before d, which is the first one back
	}
	return c.at(c.count(d.n)+int32(n), weekOf(d.n))
}

// Count returns the number of business days after a, through b. If b comes before
// a, it returns -Count(b, a). The result ok is false if either date is zero.
func (c BusinessCalendar) Count(a, b Date) (n int, ok bool) {
	if a.IsZero() || b.IsZero() {
		return 0, false
	}
	return int(c.count(b.n) - c.count(a.n)), true
}

// week returns the week with number n.
func (c BusinessCalendar) week(n int32) week {
	if i := int(n - c.first); i >= 0 && i < len(c.weeks) {
		return c.weeks[i]
	}
	return c.ordinaryWeek(n)
}

// ordinaryWeek returns the week with number n, which is outside of the list.
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
	if i := int(n - c.first); i >= 0 && i < len(c.weeks) { // like week, without a call
		return c.weeks[i].upTo(weekday)
	}
	return c.ordinaryWeek(n).upTo(weekday)
}

// at is the inverse of count: it returns the i-th business day from 0001-01-01
// on. The search starts at the week with number near, and is faster the closer
// the result is to it.
func (c BusinessCalendar) at(i, near int32) Date {
	if i < 1 {
		return Date{}
	}
	last := int32(len(c.weeks)) - 1
	if len(c.weeks) == 0 || i <= c.weeks[0].before || i > c.weeks[last].before {
		return c.ordinaryAt(i)
	}
	// Widen from and to until the week is in weeks[from:to], then halve the range.
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

// ordinaryAt returns the i-th business day from 0001-01-01 on, which is outside of
// the list or in its last week.
func (c BusinessCalendar) ordinaryAt(i int32) Date {
	w, n := week{working: mondayToFriday}, int32(0)
	if last := int32(len(c.weeks)) - 1; last >= 0 {
		w.working = c.weeks[last].working
		if i > c.weeks[0].before { // so i > c.weeks[last].before
			w, n = c.weeks[last], c.first+last
		}
	}
	weeks := (i - w.before - 1) / w.working.len()
	w.before += weeks * w.working.len()
	return w.at(i, n+weeks)
}

// at returns the i-th business day from 0001-01-01 on, which is in week w.
func (w week) at(i, number int32) Date {
	working := w.working
	for i -= w.before; i > 1; i-- {
		working &= working - 1
	}
	return dateOf(int64(number)*7 + int64(bits.TrailingZeros8(uint8(working))) + 1)
}

// upTo returns the number of business days from 0001-01-01 through a weekday of w.
func (w week) upTo(weekday uint8) int32 {
	return w.before + (w.working & (2<<(weekday&7) - 1)).len()
}

// split returns the number of the week that contains a day, and the weekday, with
// Monday as 0. Day number 1, 0001-01-01, is the Monday of week 0.
func split(day int32) (week int32, weekday uint8) {
	week = (day - 1) / 7
	return week, uint8(day - 1 - 7*week)
}

func weekOf(day int32) int32 { return (day - 1) / 7 }

// days is a set of weekdays, from bit 0 for Monday to bit 6 for Sunday.
type days uint8

const mondayToFriday days = 1<<5 - 1

func daysWithout(w Weekend) days {
	working := ^w & wholeWeek
	return days(working>>1 | working<<6&wholeWeek) // Sunday moves from the first bit to the last
}

func (d days) has(weekday uint8) bool { return d>>(weekday&7)&1 == 1 }

func (d days) len() int32 { return int32(bits.OnesCount8(uint8(d))) }
