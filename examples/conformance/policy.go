package main

import (
	"encoding/json"
	"fmt"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The texts that name a policy. A vector may give an object instead, whose
// members override those of the baseline.
const (
	baselineName = "baseline"
	inForceName  = "in-force"
)

// A policy is the policy of a call. The pointer to it is nil if the vector gives
// none, which is the baseline.
type policy[P any] struct{ given P }

// The policies of the packages.
type (
	datesPolicy     = policy[calendar.Policy]
	offersPolicy    = policy[eligibility.Policy]
	benefitsPolicy  = policy[benefits.Policy]
	agreementPolicy = policy[agreement.Policy]
	claimsPolicy    = policy[cpor.Policy]
)

// UnmarshalJSON implements [json.Unmarshaler].
func (p *policy[P]) UnmarshalJSON(data []byte) error {
	baseline, inForce := policies[P]()
	var name string
	if json.Unmarshal(data, &name) != nil {
		p.given = baseline
		return decode(data, &p.given)
	}
	switch name {
	case baselineName:
		p.given = baseline
	case inForceName:
		p.given = inForce
	default:
		return fmt.Errorf("policy %q is neither %s nor %s", name, baselineName, inForceName)
	}
	return nil
}

// get returns the policy, or the baseline if none is given.
func (p *policy[P]) get() P {
	if p == nil {
		baseline, _ := policies[P]()
		return baseline
	}
	return p.given
}

// policies returns the baseline of a package and its policy in force. Changes
// with a published date are dates in the policy, so it is the same on every day;
// of package cpor it is the edition of 2020, and a vector names another edition.
func policies[P any]() (baseline, inForce P) {
	switch baseline := any(&baseline).(type) {
	case *calendar.Policy:
		*baseline = calendar.Baseline()
	case *eligibility.Policy:
		*baseline = eligibility.Baseline()
	case *benefits.Policy:
		*baseline = benefits.Baseline()
	case *agreement.Policy:
		*baseline = agreement.Baseline()
	case *cpor.Policy:
		*baseline = cpor.Baseline()
	}
	switch inForce := any(&inForce).(type) {
	case *calendar.Policy:
		*inForce, _ = calendar.InForce(calendar.Date{})
	case *eligibility.Policy:
		*inForce, _ = eligibility.InForce(calendar.Date{})
	case *benefits.Policy:
		*inForce, _ = benefits.InForce(calendar.Date{})
	case *agreement.Policy:
		*inForce, _ = agreement.InForce(calendar.Date{})
	case *cpor.Policy:
		*inForce, _ = cpor.InForce(calendar.Date{})
	}
	return baseline, inForce
}

// inForceCall makes a call of a package's InForce.
func inForceCall[P any](inForce func(calendar.Date) (P, calendar.Coverage)) call {
	return always(func(g struct {
		On calendar.Date `json:"on"`
	},
	) any {
		policy, coverage := inForce(g.On)
		return object{"coverage": coverage, "policy": policy}
	})
}
