// Package business measures business days against rickar/cal and a plain loop.
package business

import (
	"time"

	"github.com/rickar/cal/v2"

	"github.com/partnerrules/partnerrules/calendar"
)

// A day is a holiday that falls on one day of every year.
type day struct {
	month time.Month
	day   int
}

// yearly contains ten holidays a year, about as many as countries have.
var yearly = []day{
	{time.January, 1},
	{time.January, 6},
	{time.May, 1},
	{time.May, 8},
	{time.August, 15},
	{time.October, 3},
	{time.November, 1},
	{time.December, 24},
	{time.December, 25},
	{time.December, 26},
}

// The first and the last year with holidays.
const firstYear, lastYear = 2020, 2039

// ours returns the calendar of the library with the holidays of each year.
func ours() (calendar.BusinessCalendar, error) {
	var all []calendar.Date
	for year := firstYear; year <= lastYear; year++ {
		for _, h := range yearly {
			d, err := calendar.NewDate(year, h.month, h.day)
			if err != nil {
				return calendar.BusinessCalendar{}, err
			}
			all = append(all, d)
		}
	}
	return calendar.NewBusinessCalendar(calendar.SaturdaySunday, all...)
}

// rickar returns the calendar of rickar/cal with the holidays as rules.
func rickar(cached bool) *cal.BusinessCalendar {
	c := cal.NewBusinessCalendar()
	c.Cacheable = cached
	for _, h := range yearly {
		c.AddHoliday(&cal.Holiday{Month: h.month, Day: h.day, Func: cal.CalcDayOfMonth})
	}
	return c
}

// byHand is a calendar written by hand: a map of holidays and a loop over the days.
type byHand map[time.Time]bool

func newByHand() byHand {
	holidays := byHand{}
	for year := firstYear; year <= lastYear; year++ {
		for _, h := range yearly {
			holidays[time.Date(year, h.month, h.day, 0, 0, 0, 0, time.UTC)] = true
		}
	}
	return holidays
}

func (holidays byHand) isBusinessDay(t time.Time) bool {
	weekday := t.Weekday()
	return weekday != time.Saturday && weekday != time.Sunday && !holidays[t]
}

func (holidays byHand) add(t time.Time, n int) time.Time {
	for n > 0 {
		t = t.AddDate(0, 0, 1)
		if holidays.isBusinessDay(t) {
			n--
		}
	}
	return t
}

// count returns the number of business days from one day through another.
func (holidays byHand) count(from, to time.Time) (n int) {
	for t := from; !t.After(to); t = t.AddDate(0, 0, 1) {
		if holidays.isBusinessDay(t) {
			n++
		}
	}
	return n
}
