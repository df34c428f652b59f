package decision

import (
	"github.com/partnerrules/partnerrules/eligibility"
)

// ours returns the library as an engine: it turns facts into the whole checklist.
func ours() engine {
	facts, _ := Mask(0).facts()
	return engine{
		name: "partnerrules", explains: true,
		ask: func(m Mask) func() (bool, Mask, error) {
			facts, policy := m.facts()
			return func() (bool, Mask, error) {
				d, err := policy.Evaluate(eligibility.LegacyGold, facts, today)
				return d.Verdict == eligibility.Enabled, unmet(d.Rows), err
			}
		},
		run: func(n int) {
			for range n {
				SinkDecision, _ = eligibility.Evaluate(eligibility.LegacyGold, facts, today)
			}
		},
	}
}

// unmet returns the unmet rows of a checklist.
func unmet(c eligibility.Checklist) (m Mask) {
	for i, row := range []eligibility.Requirement{c.Account, c.Window, c.Qualification, c.Status2022, c.Billing, c.Sold} {
		if row.State != eligibility.Met {
			m |= 1 << i
		}
	}
	return m
}
