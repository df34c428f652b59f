package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A ClaimsPolicy is the policy of a call about association claims, as
// [DatesPolicy] is of one about dates. The one in force is that of no day, of
// the edition of 2020: another edition is named.
type ClaimsPolicy struct{ cpor.Policy }

// UnmarshalJSON implements [json.Unmarshaler].
func (p *ClaimsPolicy) UnmarshalJSON(data []byte) error {
	inForce, _ := cpor.InForce(calendar.Date{})
	return readPolicy(data, &p.Policy, cpor.Baseline(), inForce)
}

func (p *ClaimsPolicy) orBaseline() cpor.Policy {
	if p == nil {
		return cpor.Baseline()
	}
	return p.Policy
}
