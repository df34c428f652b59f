package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The input and results of calls about the policy in force on a day.
type (
	givenOn struct {
		On calendar.Date `json:"on"`
	}

	resultDatesInForce struct {
		Coverage calendar.Coverage `json:"coverage"`
		Policy   calendar.Policy   `json:"policy"`
	}
	resultOffersInForce struct {
		Coverage calendar.Coverage  `json:"coverage"`
		Policy   eligibility.Policy `json:"policy"`
	}
)

func coverageCalls() map[string]call {
	return map[string]call{
		"calendar.in-force": always(func(g givenOn) any {
			policy, coverage := calendar.InForce(g.On)
			return resultDatesInForce{coverage, policy}
		}),
		"eligibility.in-force": always(func(g givenOn) any {
			policy, coverage := eligibility.InForce(g.On)
			return resultOffersInForce{coverage, policy}
		}),
	}
}
