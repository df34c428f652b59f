package main

import (
	"strconv"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

const (
	weeksWithin = 120 // days for which the axis names Mondays
	lastTick    = 96  // percent, behind which there is no room for a text
)

// ticks returns what the axis names: Mondays if it is short, and else months.
func (s scale) ticks() []tick {
	if days, ok := s.to.DaysSince(s.from); ok && days <= weeksWithin {
		return s.weeks()
	}
	return s.months()
}

func (s scale) months() []tick {
	var all []tick
	first := s.from.AddDays(1 - s.from.Day())
	for d := first; !d.IsZero() && d.Before(s.to); d = d.AddMonths(1) {
		if d.Before(s.from) || s.place(d) > lastTick {
			continue
		}
		t := tick{X: percent(s.place(d)), Text: d.Month().String()[:3], Minor: d.Month()%3 != 1}
		if d.Month() == time.January {
			t.Text, t.Year = strconv.Itoa(d.Year()), true
		}
		all = append(all, t)
	}
	return all
}

func (s scale) weeks() []tick {
	var all []tick
	toMonday := (int(time.Monday) - int(s.from.Weekday()) + 7) % 7
	for d := s.from.AddDays(toMonday); !d.IsZero() && d.Before(s.to); d = d.AddDays(7) {
		if s.place(d) > lastTick {
			break
		}
		all = append(all, tick{X: percent(s.place(d)), Text: weekText(d), Minor: len(all)%4 != 0})
	}
	return all
}

// weekText is the day of a Monday without its year.
func weekText(d calendar.Date) string {
	return strconv.Itoa(d.Day()) + " " + d.Month().String()[:3]
}
