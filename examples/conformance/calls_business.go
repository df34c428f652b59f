package main

import (
	"fmt"
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
)

// A Weekday is the name of a day of the week in small letters.
type Weekday string

// A givenCalendar is the part of an input that describes a business calendar.
// Without a list the weekend is Saturday and Sunday; an empty list is no
// weekend at all.
type givenCalendar struct {
	Weekend  *[]Weekday
	Holidays []calendar.Date
}

// The inputs and results of calls about business days.
type (
	givenBusinessDay struct {
		Date     calendar.Date   `json:"date"`
		Weekend  *[]Weekday      `json:"weekend"`
		Holidays []calendar.Date `json:"holidays"`
	}
	givenBusinessAdd struct {
		Date     calendar.Date   `json:"date"`
		N        int             `json:"n"`
		Weekend  *[]Weekday      `json:"weekend"`
		Holidays []calendar.Date `json:"holidays"`
	}
	givenBusinessCount struct {
		From     calendar.Date   `json:"from"`
		To       calendar.Date   `json:"to"`
		Weekend  *[]Weekday      `json:"weekend"`
		Holidays []calendar.Date `json:"holidays"`
	}

	resultBusiness struct {
		Business bool `json:"business"`
	}
	resultCount struct {
		Count *int `json:"count,omitempty"`
	}
)

func businessDayCalls() map[string]call {
	return map[string]call{
		"business-day.is": adapt(func(g givenBusinessDay) (any, error) {
			c, err := givenCalendar{g.Weekend, g.Holidays}.make()
			return resultBusiness{c.IsBusinessDay(g.Date)}, err
		}),
		"business-day.next": adapt(func(g givenBusinessDay) (any, error) {
			c, err := givenCalendar{g.Weekend, g.Holidays}.make()
			return resultDate{c.Next(g.Date)}, err
		}),
		"business-day.add": adapt(func(g givenBusinessAdd) (any, error) {
			c, err := givenCalendar{g.Weekend, g.Holidays}.make()
			return resultDate{c.Add(g.Date, g.N)}, err
		}),
		"business-day.count": adapt(func(g givenBusinessCount) (any, error) {
			c, err := givenCalendar{g.Weekend, g.Holidays}.make()
			return resultCount{known(c.Count(g.From, g.To))}, err
		}),
	}
}

func (g givenCalendar) make() (calendar.BusinessCalendar, error) {
	weekend := calendar.SaturdaySunday
	if g.Weekend != nil {
		weekend = 0
		for _, day := range *g.Weekend {
			i := slices.Index(weekdays(), day)
			if i < 0 {
				return calendar.BusinessCalendar{}, fmt.Errorf("weekend: %q is none of %s", day, weekdays())
			}
			weekend |= 1 << i
		}
	}
	return calendar.NewBusinessCalendar(weekend, g.Holidays...)
}

// weekdays returns the days of the week in the order of [time.Weekday].
func weekdays() []Weekday {
	return []Weekday{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
}
