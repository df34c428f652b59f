package main

import (
	"errors"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// The inputs of calls about the life of association claims. Their weekend is
// Saturday and Sunday.
type (
	givenHistory struct {
		History  []cpor.Step     `json:"history"`
		Holidays []calendar.Date `json:"holidays"`
		Policy   *ClaimsPolicy   `json:"policy"`
	}
	givenMove struct {
		Standing cpor.Standing   `json:"standing"`
		Step     cpor.Step       `json:"step"`
		Holidays []calendar.Date `json:"holidays"`
		Policy   *ClaimsPolicy   `json:"policy"`
	}
	givenDue struct {
		Standing cpor.Standing   `json:"standing"`
		On       calendar.Date   `json:"on"`
		Holidays []calendar.Date `json:"holidays"`
		Policy   *ClaimsPolicy   `json:"policy"`
	}
	givenStatus struct {
		Status cpor.Status   `json:"status"`
		Policy *ClaimsPolicy `json:"policy"`
	}
	givenCovers struct {
		Claim        cpor.Claim          `json:"claim"`
		Subscription cpor.SubscriptionID `json:"subscription"`
		Ended        calendar.Date       `json:"ended"`
		On           calendar.Date       `json:"on"`
	}
)

// The results of those calls. A step that is not legal, or late, is a result of
// its own.
type (
	resultStanding struct {
		Standing cpor.Standing   `json:"standing,omitzero"`
		Fault    *cpor.StepError `json:"fault,omitempty"`
		Late     bool            `json:"late"`
	}
	resultEditable struct {
		Editable bool `json:"editable"`
	}
	resultCovers struct {
		Covers cpor.Tri `json:"covers"`
	}
)

func lifeCalls() map[string]call {
	return map[string]call{
		"cpor.move": adapt(func(g givenMove) (any, error) {
			days, err := givenCalendar{nil, g.Holidays}.make()
			if err != nil {
				return nil, err
			}
			return standingResult(g.Policy.orBaseline().Move(g.Standing, g.Step, days))
		}),
		"cpor.follow": adapt(func(g givenHistory) (any, error) {
			days, err := givenCalendar{nil, g.Holidays}.make()
			if err != nil {
				return nil, err
			}
			return standingResult(g.Policy.orBaseline().Follow(g.History, days))
		}),
		"cpor.check": adapt(func(g givenHistory) (any, error) {
			days, err := givenCalendar{nil, g.Holidays}.make()
			if err != nil {
				return nil, err
			}
			return standingResult(cpor.Standing{}, g.Policy.orBaseline().Check(g.History, days))
		}),
		"cpor.due": adapt(func(g givenDue) (any, error) {
			days, err := givenCalendar{nil, g.Holidays}.make()
			if err != nil {
				return nil, err
			}
			return g.Policy.orBaseline().Due(g.Standing, g.On, days)
		}),
		"cpor.editable": always(func(g givenStatus) any { return resultEditable{g.Policy.orBaseline().Editable(g.Status)} }),
		"cpor.covers": always(func(g givenCovers) any {
			return resultCovers{g.Claim.Covers(g.Subscription, g.Ended, g.On)}
		}),
	}
}

func standingResult(at cpor.Standing, err error) (any, error) {
	var fault *cpor.StepError
	if errors.As(err, &fault) {
		return resultStanding{cpor.Standing{}, fault, fault.IsLate()}, nil
	}
	return resultStanding{Standing: at}, err
}
