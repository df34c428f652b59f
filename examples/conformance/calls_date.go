package main

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // the names of locations mean the same on every machine

	"github.com/partnerrules/partnerrules/calendar"
)

// The inputs of calls about dates.
type (
	givenText struct {
		Text string `json:"text"`
	}
	givenCivil struct {
		Year  int `json:"year"`
		Month int `json:"month"`
		Day   int `json:"day"`
	}
	givenDate struct {
		Date calendar.Date `json:"date"`
	}
	givenDateAndNumber struct {
		Date calendar.Date `json:"date"`
		N    int           `json:"n"`
	}
	givenTwoDates struct {
		A calendar.Date `json:"a"`
		B calendar.Date `json:"b"`
	}
	givenFromTo struct {
		From calendar.Date `json:"from"`
		To   calendar.Date `json:"to"`
	}
	givenInstant struct {
		Instant  string `json:"instant"`
		Location string `json:"location"`
	}
)

// The results of calls about dates.
type (
	resultDate struct {
		Date calendar.Date `json:"date,omitzero"`
	}
	resultDays struct {
		Days *int `json:"days,omitempty"`
	}
	resultOrder struct {
		Compare int  `json:"compare"`
		Before  bool `json:"before"`
		After   bool `json:"after"`
	}
	resultFields struct {
		Year    int    `json:"year,omitzero"`
		Month   int    `json:"month,omitzero"`
		Day     int    `json:"day,omitzero"`
		YearDay int    `json:"yearDay,omitzero"`
		Weekday string `json:"weekday,omitzero"`
	}
)

func dateCalls() map[string]call {
	return map[string]call{
		"date.parse": adapt(func(g givenText) (any, error) {
			d, err := calendar.ParseDate(g.Text)
			return resultDate{d}, err
		}),
		"date.make": adapt(func(g givenCivil) (any, error) {
			d, err := calendar.NewDate(g.Year, time.Month(g.Month), g.Day)
			return resultDate{d}, err
		}),
		"date.fields":       always(func(g givenDate) any { return fieldsOf(g.Date) }),
		"date.in-location":  adapt(dateInLocation),
		"date.add-days":     always(func(g givenDateAndNumber) any { return resultDate{g.Date.AddDays(g.N)} }),
		"date.add-months":   always(func(g givenDateAndNumber) any { return resultDate{g.Date.AddMonths(g.N)} }),
		"date.add-years":    always(func(g givenDateAndNumber) any { return resultDate{g.Date.AddYears(g.N)} }),
		"date.days-between": always(func(g givenFromTo) any { return resultDays{known(g.To.DaysSince(g.From))} }),
		"date.compare": always(func(g givenTwoDates) any {
			return resultOrder{g.A.Compare(g.B), g.A.Before(g.B), g.A.After(g.B)}
		}),
		"date.min": always(func(g givenTwoDates) any { return resultDate{calendar.Min(g.A, g.B)} }),
		"date.max": always(func(g givenTwoDates) any { return resultDate{calendar.Max(g.A, g.B)} }),
	}
}

// known is a number, or nil if it is not known.
func known(n int, ok bool) *int {
	if !ok {
		return nil
	}
	return &n
}

func fieldsOf(d calendar.Date) any {
	fields := resultFields{Year: d.Year(), Month: int(d.Month()), Day: d.Day(), YearDay: d.YearDay()}
	if !d.IsZero() {
		fields.Weekday = strings.ToLower(d.Weekday().String())
	}
	return fields
}

func dateInLocation(g givenInstant) (any, error) {
	var instant time.Time
	var location *time.Location
	var err error
	if g.Instant != "" {
		if instant, err = time.Parse(time.RFC3339, g.Instant); err != nil {
			return nil, err
		}
	}
	switch g.Location {
	case "":
	case "Local":
		return nil, fmt.Errorf("location %q differs from machine to machine", g.Location)
	default:
		if location, err = time.LoadLocation(g.Location); err != nil {
			return nil, err
		}
	}
	return resultDate{calendar.DateIn(instant, location)}, nil
}
