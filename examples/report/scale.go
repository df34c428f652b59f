package main

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
)

// A scale places days between the two ends of a chart.
type scale struct{ from, to calendar.Date }

// place returns how far along a day begins, in percent, or at which end it lies
// if it is beyond.
func (s scale) place(d calendar.Date) float64 {
	all, _ := s.to.DaysSince(s.from)
	days, ok := d.DaysSince(s.from)
	if !ok || all <= 0 {
		return 0
	}
	return min(max(100*float64(days)/float64(all), 0), 100)
}

// end returns how far along a day ends.
func (s scale) end(d calendar.Date) float64 {
	if next := d.AddDays(1); !next.IsZero() {
		return s.place(next)
	}
	return 100
}

func percent(p float64) string { return strconv.FormatFloat(p, 'f', 2, 64) + "%" }

// shows reports whether any of the days from first to last is on the chart.
func (s scale) shows(first, last calendar.Date) bool {
	return !first.IsZero() && !last.IsZero() && !last.Before(first) && !last.Before(s.from) && first.Before(s.to)
}
