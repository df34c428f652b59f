package main

import (
	"encoding/json"
	"fmt"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The texts that name a policy. A vector may give an object instead, whose
// members override those of the baseline.
const (
	baselineName = "baseline"
	inForceName  = "in-force"
)

// A DatesPolicy is the policy of a call about dates. If the vector gives none,
// the pointer to it is nil, which is the baseline.
type DatesPolicy struct{ calendar.Policy }

// UnmarshalJSON implements [json.Unmarshaler].
func (p *DatesPolicy) UnmarshalJSON(data []byte) error {
	inForce, _ := calendar.InForce(calendar.Date{})
	return readPolicy(data, &p.Policy, calendar.Baseline(), inForce)
}

func (p *DatesPolicy) orBaseline() calendar.Policy {
	if p == nil {
		return calendar.Baseline()
	}
	return p.Policy
}

// An OffersPolicy is the policy of a call about offers, in the same way.
type OffersPolicy struct{ eligibility.Policy }

// UnmarshalJSON implements [json.Unmarshaler].
func (p *OffersPolicy) UnmarshalJSON(data []byte) error {
	// The switches are dates, which each call compares with the day judged, so
	// the policy in force is the same on every day.
	inForce, _ := eligibility.InForce(calendar.Date{})
	return readPolicy(data, &p.Policy, eligibility.Baseline(), inForce)
}

func (p *OffersPolicy) orBaseline() eligibility.Policy {
	if p == nil {
		return eligibility.Baseline()
	}
	return p.Policy
}

func readPolicy[P any](data []byte, p *P, baseline, inForce P) error {
	var name string
	if json.Unmarshal(data, &name) != nil {
		*p = baseline
		return decode(data, p)
	}
	switch name {
	case baselineName:
		*p = baseline
	case inForceName:
		*p = inForce
	default:
		return fmt.Errorf("policy %q is neither %s nor %s", name, baselineName, inForceName)
	}
	return nil
}
