package main

import "github.com/partnerrules/partnerrules/calendar"

// The inputs and results of calls about the dates of a membership.
type (
	givenStart struct {
		Start    calendar.Date   `json:"start"`
		Renewals []calendar.Date `json:"renewals"`
		Policy   *DatesPolicy    `json:"policy"`
	}
	givenRenewals struct {
		Anniversary calendar.Date   `json:"anniversary"`
		Renewals    []calendar.Date `json:"renewals"`
		Policy      *DatesPolicy    `json:"policy"`
	}
	givenWindow struct {
		Anniversary calendar.Date `json:"anniversary"`
		On          calendar.Date `json:"on"`
		Policy      *DatesPolicy  `json:"policy"`
	}
	givenAnniversary struct {
		Anniversary calendar.Date `json:"anniversary"`
		Policy      *DatesPolicy  `json:"policy"`
	}
	givenNotices struct {
		Anniversary calendar.Date `json:"anniversary"`
		Renewed     calendar.Date `json:"renewed"`
	}

	resultWindow struct {
		Window   calendar.Period `json:"window,omitzero"`
		Days     *int            `json:"days,omitempty"`
		Contains bool            `json:"contains"`
	}
	resultNotices struct {
		Before calendar.Date `json:"before,omitzero"`
		After  calendar.Date `json:"after,omitzero"`
	}
)

func membershipCalls() map[string]call {
	return map[string]call{
		"membership.anniversary-date": adapt(func(g givenStart) (any, error) {
			ad, err := g.Policy.orBaseline().AnniversaryDate(g.Start, g.Renewals...)
			return resultDate{ad}, err
		}),
		"membership.next-anniversary": adapt(func(g givenRenewals) (any, error) {
			ad, err := g.Policy.orBaseline().NextAnniversary(g.Anniversary, g.Renewals...)
			return resultDate{ad}, err
		}),
		"membership.renewal-window": always(func(g givenWindow) any {
			w := g.Policy.orBaseline().RenewalWindow(g.Anniversary)
			return resultWindow{w, known(w.Days()), w.Contains(g.On)}
		}),
		"membership.last-access": always(func(g givenAnniversary) any {
			return resultDate{g.Policy.orBaseline().LastAccess(g.Anniversary)}
		}),
		"membership.notices": always(func(g givenNotices) any {
			before, after := calendar.RenewalNotices(g.Anniversary, g.Renewed)
			return resultNotices{before, after}
		}),
	}
}
