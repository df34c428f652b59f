package main

import (
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// The inputs and results of calls about competing claims.
type (
	givenPair struct {
		A      cpor.Claim    `json:"a"`
		B      cpor.Claim    `json:"b"`
		Policy *ClaimsPolicy `json:"policy"`
	}
	givenArbitration struct {
		A      cpor.Claim    `json:"a"`
		B      cpor.Claim    `json:"b"`
		On     calendar.Date `json:"on"`
		Policy *ClaimsPolicy `json:"policy"`
	}
	givenClaims struct {
		Claims []cpor.Claim  `json:"claims"`
		Policy *ClaimsPolicy `json:"policy"`
	}
	givenClaim struct {
		Claim cpor.Claim `json:"claim"`
	}
	givenOutcome struct {
		ChallengerApproved bool `json:"challengerApproved"`
	}

	resultPair struct {
		*cpor.Pair
		Pairs bool `json:"pairs"`
	}
	resultPairs struct {
		Pairs []cpor.Pair `json:"pairs"`
		Marks []string    `json:"marks"` // first, second and mark of each, in a text
	}
	resultLive struct {
		Live bool            `json:"live"`
		Days calendar.Period `json:"days,omitzero"`
	}
	resultArbitration struct {
		*cpor.Arbitration
		Arbitrated bool `json:"arbitrated"`
		Steps      int  `json:"steps"`
	}
	resultOutcome struct {
		Incumbent  cpor.Status `json:"incumbent"`
		Challenger cpor.Status `json:"challenger"`
	}
)

func pairCalls() map[string]call {
	return map[string]call{
		"cpor.compare": adapt(func(g givenPair) (any, error) {
			pair, ok, err := g.Policy.orBaseline().Compare(g.A, g.B)
			if !ok {
				return resultPair{}, err
			}
			return resultPair{&pair, true}, err
		}),
		"cpor.detect": adapt(func(g givenClaims) (any, error) {
			pairs, err := g.Policy.orBaseline().Detect(g.Claims)
			if err != nil {
				return nil, err
			}
			result := resultPairs{slices.Collect(pairs), []string{}}
			for _, pair := range result.Pairs {
				result.Marks = append(result.Marks, pair.First+" "+pair.Second+" "+pair.Mark.String())
			}
			return result, nil
		}),
		"cpor.live": adapt(func(g givenClaim) (any, error) {
			days, live := g.Claim.Live()
			return resultLive{live, days}, g.Claim.Validate()
		}),
		"cpor.arbitrate": adapt(func(g givenArbitration) (any, error) {
			pair, _, err := g.Policy.orBaseline().Compare(g.A, g.B)
			arbitration, ok := g.Policy.orBaseline().Arbitrate(pair, g.On)
			if !ok {
				return resultArbitration{}, err
			}
			return resultArbitration{&arbitration, true, len(slices.Collect(arbitration.Steps()))}, err
		}),
		"cpor.outcome": always(func(g givenOutcome) any {
			incumbent, challenger := cpor.Outcome(g.ChallengerApproved)
			return resultOutcome{incumbent, challenger}
		}),
	}
}
