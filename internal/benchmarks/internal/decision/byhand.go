package decision

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The input of plain Go. It is a variable, so that the compiler cannot know that all
// rows are met.
var allMet = Mask(0).rows()

// booleans returns the lower bound for every engine: the verdict on six given rows.
func booleans() engine {
	return engine{
		name: "Go by hand, six booleans",
		ask: func(m Mask) func() (bool, Mask, error) {
			rows := m.rows()
			return func() (bool, Mask, error) { return rows.all(), 0, nil }
		},
		run: func(n int) {
			for range n {
				SinkBool = allMet.all()
			}
		},
	}
}

//go:noinline
func (r *Rows) all() bool {
	return r.Account && r.Window && r.Qualification && r.Status2022 && r.Billing && r.Sold
}

// byHand returns a minimal implementation for this offer alone, from the same facts,
// with the reasons as a set of bits. It assumes that every fact is known and valid,
// returns no days, and knows only the retirement day of the policy.
func byHand() engine {
	facts, policy := Mask(0).facts()
	return engine{
		name: "Go by hand, this case only", explains: true,
		ask: func(m Mask) func() (bool, Mask, error) {
			facts, policy := m.facts()
			return func() (bool, Mask, error) {
				unmet := legacyGold(&facts, policy.RetiredFrom, today)
				return unmet == 0, unmet, nil
			}
		},
		run: func(n int) {
			for range n {
				SinkMask = legacyGold(&facts, policy.RetiredFrom, today)
			}
		},
	}
}

//go:noinline
func legacyGold(f *eligibility.Facts, retired, on calendar.Date) (unmet Mask) {
	if f.Account != eligibility.Authorized {
		unmet |= 1 << 0
	}
	if f.Membership != eligibility.HoldsNothing && !f.Anniversary.Before(on) {
		unmet |= 1 << 1
	}
	q := &f.Qualified
	if max(q.DataAI, q.DigitalAppInnovation, q.Infrastructure, q.BusinessApplications, q.ModernWork, q.Security) == eligibility.Yes ||
		f.Membership == eligibility.HoldsDesignation || f.HeldEarlier == eligibility.Yes {
		unmet |= 1 << 2
	}
	if f.Status2022 != eligibility.StatusGold && f.Status2022 != eligibility.StatusGoldAndSilver {
		unmet |= 1 << 3
	}
	if f.Billing != eligibility.BillingLinked && f.Billing != eligibility.BillingSetUp {
		unmet |= 1 << 4
	}
	if !retired.IsZero() && !on.Before(retired) {
		unmet |= 1 << 5
	}
	return unmet
}
