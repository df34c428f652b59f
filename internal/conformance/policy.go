package conformance

import (
	"encoding/json"
	"fmt"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/strict"
)

// The names of policies. A vector may contain an object instead, whose members
// override the baseline.
const (
	baselineName = "baseline"
	inForceName  = "in-force"
)

// A policy is the policy of a call. A vector without a policy has a nil pointer,
// which is the policy in force.
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
		return strict.Decode(data, &p.given)
	}
	switch name {
	case baselineName:
		p.given = baseline
	case inForceName:
		p.given = inForce
	default:
		return fmt.Errorf("want the policy %s or %s, not %q", baselineName, inForceName, name)
	}
	return nil
}

// get returns the policy, or the policy in force if p is nil.
func (p *policy[P]) get() P {
	if p == nil {
		_, inForce := policies[P]()
		return inForce
	}
	return p.given
}

// policies returns the baseline and the policy in force of a package. The policy in
// force contains the dates of all changes, so it is the same on every day. For
// package cpor it is the edition of 2020; a vector can name another edition.
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

// inForceCall returns a call of a package's InForce.
func inForceCall[P any](inForce func(calendar.Date) (P, calendar.Coverage)) call {
	return always(func(g struct {
		On calendar.Date `json:"on"`
	},
	) any {
		policy, coverage := inForce(g.On)
		return object{"coverage": coverage, "policy": policy}
	})
}
