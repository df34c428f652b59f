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
// A calendar is immutable and safe for concurrent use. Its methods take constant
// time, regardless of distances and of the number of holidays, and do not allocate.
// A calendar uses at most 36 bytes for each week from its first holiday through its
// last.
type BusinessCalendar struct {
	_     [0]func() // == would compare addresses
	table *table    // nil in the zero BusinessCalendar
}

// A table holds the weeks from the first holiday through the week after the last
// holiday. The last week has no holidays, like every week outside of the table.
type table struct {
	weeks []week
	days  []int32 // the numbers of the business days in weeks
	first int32   // the number of weeks[0]
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
	return BusinessCalendar{table: newTable(daysWithout(weekend), holidays)}, nil
}

// newTable returns the table of the given holidays, or a single week without any.
func newTable(ordinary days, holidays []Date) *table {
	if len(holidays) == 0 {
		return &table{weeks: []week{{working: ordinary}}}
	}
	first := weekOf(slices.MinFunc(holidays, Date.Compare).n)
	last := weekOf(slices.MaxFunc(holidays, Date.Compare).n)
	weeks := slices.Repeat([]week{{working: ordinary}}, int(last-first)+2)
	for _, d := range holidays {
		n, weekday := split(d.n)
		weeks[n-first].working &^= 1 << weekday
	}
	before := first * ordinary.len()
	all := make([]int32, 0, len(weeks)*int(ordinary.len()))
	for i := range weeks {
		w := &weeks[i]
		w.before = before
		before += w.working.len()
		for rest := w.working; rest != 0; rest &= rest - 1 {
			all = append(all, dayOf(first+int32(i), rest.first()))
		}
	}
	return &table{weeks, all, first}
}

// Weekend returns the weekend of the calendar.
func (c BusinessCalendar) Weekend() Weekend {
	free := Weekend(^c.table.ordinary()) & wholeWeek
	return free<<1&wholeWeek | free>>6 // Sunday moves from the last bit to the first
}

// Holidays returns an iterator over the holidays that are not on a weekend, in their
// order.
func (c BusinessCalendar) Holidays() iter.Seq[Date] {
	return func(yield func(Date) bool) {
		if c.table == nil {
			return
		}
		for i, w := range c.table.weeks {
			for rest := c.table.ordinary() &^ w.working; rest != 0; rest &= rest - 1 {
				if !yield(Date{dayOf(c.table.first+int32(i), rest.first())}) {
					return
				}
			}
		}
	}
}

// IsBusinessDay reports whether d is a business day. It is false for the zero
// Date.
func (c BusinessCalendar) IsBusinessDay(d Date) bool {
	n, weekday := split(d.n)
	return !d.IsZero() && c.table.week(n).working.has(weekday)
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
	number, weekday := split(d.n)
	w := c.table.week(number)
	if n < 0 && !w.working.has(weekday) {
		n++ // upTo includes the business day before d, which is the first one back
	}
	return c.table.at(w.upTo(weekday) + int32(n))
}

// Count returns the number of business days after a, through b. If b comes before
// a, it returns -Count(b, a). The result ok is false if either date is zero.
func (c BusinessCalendar) Count(a, b Date) (n int, ok bool) {
	if a.IsZero() || b.IsZero() {
		return 0, false
	}
	return int(c.table.count(b.n) - c.table.count(a.n)), true
}

// ordinary returns the working days of a week without holidays.
func (t *table) ordinary() days {
	if t == nil {
		return mondayToFriday
	}
	return t.weeks[len(t.weeks)-1].working
}

// week returns the week with number n.
func (t *table) week(n int32) week {
	if t != nil {
		if i := uint(n - t.first); i < uint(len(t.weeks)) {
			return t.weeks[i]
		}
	}
	return t.ordinaryWeek(n)
}

// ordinaryWeek returns the week with number n, which is outside of the table.
func (t *table) ordinaryWeek(n int32) week {
	working := t.ordinary()
	if t == nil || n < t.first {
		return week{n * working.len(), working}
	}
	last := int32(len(t.weeks)) - 1
	return week{t.weeks[last].before + (n-t.first-last)*working.len(), working}
}

// count returns the number of business days from 0001-01-01 through a day.
func (t *table) count(day int32) int32 {
	n, weekday := split(day)
	if t != nil {
		if i := uint(n - t.first); i < uint(len(t.weeks)) { // like week, without a call
			return t.weeks[i].upTo(weekday)
		}
	}
	return t.ordinaryWeek(n).upTo(weekday)
}

// at is the inverse of count: it returns the i-th business day from 0001-01-01 on.
func (t *table) at(i int32) Date {
	if t != nil {
		if k := uint(i - t.weeks[0].before - 1); k < uint(len(t.days)) {
			return dateOf(int64(t.days[k]))
		}
	}
	return t.ordinaryAt(i)
}

// ordinaryAt returns the i-th business day from 0001-01-01 on, which is outside of the
// table.
func (t *table) ordinaryAt(i int32) Date {
	if i < 1 {
		return Date{}
	}
	w, n := week{working: t.ordinary()}, int32(0)
	if t != nil && i > t.weeks[0].before {
		last := len(t.weeks) - 1
		w, n = t.weeks[last], t.first+int32(last)
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
	return dateOf(int64(dayOf(number, working.first())))
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

// dayOf is the inverse of split.
func dayOf(week, weekday int32) int32 { return 7*week + weekday + 1 }

// days is a set of weekdays, from bit 0 for Monday to bit 6 for Sunday.
type days uint8

const mondayToFriday days = 1<<5 - 1

func daysWithout(w Weekend) days {
	working := ^w & wholeWeek
	return days(working>>1 | working<<6&wholeWeek) // Sunday moves from the first bit to the last
}

func (d days) has(weekday uint8) bool { return d>>(weekday&7)&1 == 1 }

// first returns the first weekday of a set that is not empty.
func (d days) first() int32 { return int32(bits.TrailingZeros8(uint8(d))) }

func (d days) len() int32 { return int32(bits.OnesCount8(uint8(d))) }
