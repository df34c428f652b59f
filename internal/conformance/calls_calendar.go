package conformance

import (
	"fmt"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // locations are the same on every machine

	"github.com/partnerrules/partnerrules/calendar"
)

// Inputs that several calls about dates and periods share.
type (
	givenDateAndNumber struct {
		Date calendar.Date `json:"date"`
		N    int           `json:"n"`
	}
	givenTwoDates struct {
		A calendar.Date `json:"a"`
		B calendar.Date `json:"b"`
	}
	givenTwoPeriods struct {
		A calendar.Period `json:"a"`
		B calendar.Period `json:"b"`
	}
	givenInstant struct {
		Instant  string `json:"instant"`
		Location string `json:"location"`
	}
)

func dateOf(d calendar.Date) any { return object{"date": known(d)} }

func dateCalls() map[string]call {
	return map[string]call{
		"date.parse": parse(calendar.ParseDate, dateOf),
		"date.make": adapt(func(g struct {
			Year  int `json:"year"`
			Month int `json:"month"`
			Day   int `json:"day"`
		},
		) (any, error) {
			d, err := calendar.NewDate(g.Year, time.Month(g.Month), g.Day)
			return dateOf(d), err
		}),
		"date.fields": always(func(g struct {
			Date calendar.Date `json:"date"`
		},
		) any {
			return fieldsOf(g.Date)
		}),
		"date.in-location": adapt(dateInLocation),
		"date.scan":        adapt(dateScan),
		"date.add-days":    always(func(g givenDateAndNumber) any { return dateOf(g.Date.AddDays(g.N)) }),
		"date.add-months":  always(func(g givenDateAndNumber) any { return dateOf(g.Date.AddMonths(g.N)) }),
		"date.add-years":   always(func(g givenDateAndNumber) any { return dateOf(g.Date.AddYears(g.N)) }),
		"date.days-between": always(func(g struct {
			From calendar.Date `json:"from"`
			To   calendar.Date `json:"to"`
		},
		) any {
			return object{"days": knownIf(g.To.DaysSince(g.From))}
		}),
		"date.compare": always(func(g givenTwoDates) any {
			return object{"compare": g.A.Compare(g.B), "before": g.A.Before(g.B), "after": g.A.After(g.B)}
		}),
		"date.min": always(func(g givenTwoDates) any { return dateOf(calendar.Min(g.A, g.B)) }),
		"date.max": always(func(g givenTwoDates) any { return dateOf(calendar.Max(g.A, g.B)) }),

		"business-day.is":   onBusinessDay(func(c calendar.BusinessCalendar, d calendar.Date) any { return object{"business": c.IsBusinessDay(d)} }),
		"business-day.next": onBusinessDay(func(c calendar.BusinessCalendar, d calendar.Date) any { return dateOf(c.Next(d)) }),
		"business-day.add": adapt(func(g struct {
			Date     calendar.Date   `json:"date"`
			N        int             `json:"n"`
			Weekend  *[]Weekday      `json:"weekend"`
			Holidays []calendar.Date `json:"holidays"`
		},
		) (any, error) {
			c, err := businessCalendar(g.Weekend, g.Holidays)
			return dateOf(c.Add(g.Date, g.N)), err
		}),
		"business-day.count": adapt(func(g struct {
			From     calendar.Date   `json:"from"`
			To       calendar.Date   `json:"to"`
			Weekend  *[]Weekday      `json:"weekend"`
			Holidays []calendar.Date `json:"holidays"`
		},
		) (any, error) {
			c, err := businessCalendar(g.Weekend, g.Holidays)
			return object{"count": knownIf(c.Count(g.From, g.To))}, err
		}),
	}
}

func fieldsOf(d calendar.Date) any {
	if d.IsZero() {
		return object{}
	}
	return object{
		"year": d.Year(), "month": int(d.Month()), "day": d.Day(), "yearDay": d.YearDay(),
		"weekday": strings.ToLower(d.Weekday().String()),
	}
}

func dateInLocation(g givenInstant) (any, error) {
	instant, location, err := g.read()
	if err != nil {
		return nil, err
	}
	return dateOf(calendar.DateIn(instant, location)), nil
}

// dateScan reads the instant in the location as the value of a database.
func dateScan(g givenInstant) (any, error) {
	instant, location, err := g.read()
	if err != nil {
		return nil, err
	}
	var source any // NULL
	if g.Instant != "" {
		source = instant
		if location != nil {
			source = instant.In(location)
		}
	}
	var d calendar.Date
	err = d.Scan(source)
	return dateOf(d), err
}

// read returns the instant, or the zero time if it is missing, and the location, or
// nil if it is missing.
func (g givenInstant) read() (instant time.Time, location *time.Location, err error) {
	if g.Instant != "" {
		if instant, err = time.Parse(time.RFC3339, g.Instant); err != nil {
			return instant, nil, err
		}
	}
	switch g.Location {
	case "":
	case "Local":
		return instant, nil, fmt.Errorf("location %q depends on the machine", g.Location)
	default:
		location, err = time.LoadLocation(g.Location)
	}
	return instant, location, err
}

// A Weekday is the name of a weekday in lower case.
type Weekday string

// weekdays returns the weekdays in the order of [time.Weekday].
func weekdays() []Weekday {
	return []Weekday{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
}

// businessCalendar returns a business calendar. If days is nil, the weekend is
// Saturday and Sunday. If the list is empty, there is no weekend.
func businessCalendar(days *[]Weekday, holidays []calendar.Date) (calendar.BusinessCalendar, error) {
	weekend := calendar.SaturdaySunday
	if days != nil {
		weekend = 0
		for _, day := range *days {
			i := slices.Index(weekdays(), day)
			if i < 0 {
				return calendar.BusinessCalendar{}, fmt.Errorf("weekend: want one of %s, not %q", weekdays(), day)
			}
			weekend |= 1 << i
		}
	}
	return calendar.NewBusinessCalendar(weekend, holidays...)
}

// onBusinessDay returns a call about a day in a business calendar.
func onBusinessDay(ask func(calendar.BusinessCalendar, calendar.Date) any) call {
	return adapt(func(g struct {
		Date     calendar.Date   `json:"date"`
		Weekend  *[]Weekday      `json:"weekend"`
		Holidays []calendar.Date `json:"holidays"`
	},
	) (any, error) {
		c, err := businessCalendar(g.Weekend, g.Holidays)
		return ask(c, g.Date), err
	})
}

func periodOf(p calendar.Period) any {
	return object{
		"period": known(p), "first": known(p.First()), "last": known(p.Last()), "open": p.IsOpen(), "days": knownIf(p.Days()),
	}
}

func periodCalls() map[string]call {
	return map[string]call{
		"period.parse": parse(calendar.ParsePeriod, periodOf),
		"period.make": adapt(func(g struct {
			First calendar.Date `json:"first"`
			Last  calendar.Date `json:"last"`
		},
		) (any, error) {
			p, err := calendar.NewPeriod(g.First, g.Last)
			return periodOf(p), err
		}),
		"period.make-open": always(func(g struct {
			First calendar.Date `json:"first"`
		},
		) any {
			return periodOf(calendar.OpenPeriod(g.First))
		}),
		"period.contains": always(func(g struct {
			Period calendar.Period `json:"period"`
			Date   calendar.Date   `json:"date"`
		},
		) any {
			return object{"contains": g.Period.Contains(g.Date)}
		}),
		"period.overlaps":     always(func(g givenTwoPeriods) any { return object{"overlaps": g.A.Overlaps(g.B)} }),
		"period.intersection": always(func(g givenTwoPeriods) any { return periodOf(g.A.Intersect(g.B)) }),
		"period.days": always(func(g struct {
			Period calendar.Period `json:"period"`
		},
		) any {
			return object{"days": knownIf(g.Period.Days())}
		}),
	}
}

func membershipCalls() map[string]call {
	return map[string]call{
		"calendar.in-force": inForceCall(calendar.InForce),
		"membership.anniversary-date": adapt(func(g struct {
			Start    calendar.Date   `json:"start"`
			Renewals []calendar.Date `json:"renewals"`
			Policy   *datesPolicy    `json:"policy"`
		},
		) (any, error) {
			ad, err := g.Policy.get().AnniversaryDate(g.Start, g.Renewals...)
			return dateOf(ad), err
		}),
		"membership.anniversary-after": adapt(func(g struct {
			Anniversary calendar.Date   `json:"anniversary"`
			Renewals    []calendar.Date `json:"renewals"`
			Policy      *datesPolicy    `json:"policy"`
		},
		) (any, error) {
			ad, err := g.Policy.get().AnniversaryAfter(g.Anniversary, g.Renewals...)
			return dateOf(ad), err
		}),
		"membership.anniversaries": adapt(func(g struct {
			Start       calendar.Date   `json:"start"`
			Anniversary calendar.Date   `json:"anniversary"`
			Renewals    []calendar.Date `json:"renewals"`
			Policy      *datesPolicy    `json:"policy"`
		},
		) (any, error) {
			all, err := g.Policy.get().Anniversaries(g.Start, g.Anniversary, g.Renewals...)
			return object{"dates": all}, err
		}),
		"membership.renewal-window": always(func(g struct {
			Anniversary calendar.Date `json:"anniversary"`
			On          calendar.Date `json:"on"`
			Policy      *datesPolicy  `json:"policy"`
		},
		) any {
			w := g.Policy.get().RenewalWindow(g.Anniversary)
			return object{"window": known(w), "days": knownIf(w.Days()), "contains": w.Contains(g.On)}
		}),
		"membership.last-access": always(func(g struct {
			Anniversary calendar.Date `json:"anniversary"`
			Policy      *datesPolicy  `json:"policy"`
		},
		) any {
			return dateOf(g.Policy.get().LastAccess(g.Anniversary))
		}),
		"membership.notices": always(func(g struct {
			Anniversary calendar.Date `json:"anniversary"`
			Renewed     calendar.Date `json:"renewed"`
		},
		) any {
			before, after := calendar.RenewalNotices(g.Anniversary, g.Renewed)
			return object{"before": known(before), "after": known(after)}
		}),
	}
}
