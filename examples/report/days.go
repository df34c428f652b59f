package main

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// dayText writes a day as people do: 2 Oct 2024.
func dayText(d calendar.Date) string {
	if d.IsZero() {
		return "not known"
	}
	return strconv.Itoa(d.Day()) + " " + d.Month().String()[:3] + " " + strconv.Itoa(d.Year())
}

// weekdayText is the short name of the day of the week.
func weekdayText(d calendar.Date) string { return d.Weekday().String()[:3] }

// daysText writes a period.
func daysText(p calendar.Period) string {
	switch {
	case p.IsZero():
		return "not known"
	case p.IsOpen():
		return "from " + dayText(p.First()) + ", without a known end"
	}
	return dayText(p.First()) + " to " + dayText(p.Last())
}

// distance says how far a day is from that which is judged by.
func distance(d, on calendar.Date) string {
	days, ok := d.DaysSince(on)
	switch {
	case !ok:
		return ""
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days > 0:
		return "in " + strconv.Itoa(days) + " days"
	}
	return portfolio.Count(-days, "day ago", "days ago")
}
