package main

import "github.com/partnerrules/partnerrules/calendar"

// The inputs and results of calls about periods.
type (
	givenFirstLast struct {
		First calendar.Date `json:"first"`
		Last  calendar.Date `json:"last"`
	}
	givenFirst struct {
		First calendar.Date `json:"first"`
	}
	givenPeriod struct {
		Period calendar.Period `json:"period"`
	}
	givenPeriodAndDate struct {
		Period calendar.Period `json:"period"`
		Date   calendar.Date   `json:"date"`
	}
	givenTwoPeriods struct {
		A calendar.Period `json:"a"`
		B calendar.Period `json:"b"`
	}

	resultPeriod struct {
		Period calendar.Period `json:"period,omitzero"`
		First  calendar.Date   `json:"first,omitzero"`
		Last   calendar.Date   `json:"last,omitzero"`
		Open   bool            `json:"open"`
		Days   *int            `json:"days,omitempty"`
	}
	resultContains struct {
		Contains bool `json:"contains"`
	}
	resultOverlaps struct {
		Overlaps bool `json:"overlaps"`
	}
)

func periodCalls() map[string]call {
	return map[string]call{
		"period.parse": adapt(func(g givenText) (any, error) {
			p, err := calendar.ParsePeriod(g.Text)
			return periodResult(p), err
		}),
		"period.make": adapt(func(g givenFirstLast) (any, error) {
			p, err := calendar.NewPeriod(g.First, g.Last)
			return periodResult(p), err
		}),
		"period.make-open":    always(func(g givenFirst) any { return periodResult(calendar.OpenPeriod(g.First)) }),
		"period.contains":     always(func(g givenPeriodAndDate) any { return resultContains{g.Period.Contains(g.Date)} }),
		"period.overlaps":     always(func(g givenTwoPeriods) any { return resultOverlaps{g.A.Overlaps(g.B)} }),
		"period.intersection": always(func(g givenTwoPeriods) any { return periodResult(g.A.Intersect(g.B)) }),
		"period.days":         always(func(g givenPeriod) any { return resultDays{known(g.Period.Days())} }),
	}
}

func periodResult(p calendar.Period) resultPeriod {
	return resultPeriod{Period: p, First: p.First(), Last: p.Last(), Open: p.IsOpen(), Days: known(p.Days())}
}
