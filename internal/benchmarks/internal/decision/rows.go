// Package decision compares an eligibility decision with all its reasons with rule
// engines.
package decision

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Rows tells which requirements of the legacy Gold offer are met. It is the input of
// the engines, which need not derive it from facts.
type Rows struct {
	Account       bool `expr:"account"`
	Window        bool `expr:"window"`
	Qualification bool `expr:"qualification"`
	Status2022    bool `expr:"status2022"`
	Billing       bool `expr:"billing"`
	Sold          bool `expr:"sold"`
}

// names are the names of the rows, in the order of the bits of a Mask.
var names = [...]string{"account", "window", "qualification", "status2022", "billing", "sold"}

// A Mask is the set of unmet rows, which are the reasons. Bit i is names[i]. The
// empty set means that the button is enabled.
type Mask uint8

// combinations is the number of sets of six rows.
const combinations = 1 << len(names)

func (m Mask) meets(row int) bool { return m>>row&1 == 0 }

// rows returns the rows, with the rows in m unmet.
func (m Mask) rows() Rows {
	return Rows{m.meets(0), m.meets(1), m.meets(2), m.meets(3), m.meets(4), m.meets(5)}
}

// env returns the rows as a map, for engines without types.
func (m Mask) env() map[string]any {
	env := make(map[string]any, len(names))
	for i, name := range names {
		env[name] = m.meets(i)
	}
	return env
}

// bit returns the set with one row.
func bit(name string) Mask {
	for i := range names {
		if names[i] == name {
			return 1 << i
		}
	}
	return 1 << 7 // an unknown row: differs from every right answer
}

var (
	today   = calendar.MustParseDate("2024-02-10")
	expired = today.AddDays(-1) // an anniversary date: the window is open today
)

// facts returns facts and a policy for which exactly the requirements in m are unmet.
// The policy decides whether the offer is still sold.
func (m Mask) facts() (eligibility.Facts, eligibility.Policy) {
	policy := eligibility.Baseline()
	no := eligibility.No
	f := eligibility.Facts{
		Account: eligibility.Authorized, Membership: eligibility.HoldsGold, Anniversary: expired, Status2022: eligibility.StatusGold,
		Qualified: eligibility.Areas{DataAI: no, DigitalAppInnovation: no, Infrastructure: no, BusinessApplications: no, ModernWork: no, Security: no},
		Billing:   eligibility.BillingLinked, HeldEarlier: no, ActionPack: eligibility.Pack{Active: no}, Learning: eligibility.Pack{Active: no},
	}
	if !m.meets(0) {
		f.Account = eligibility.Pending
	}
	if !m.meets(1) {
		f.Anniversary = today
	}
	if !m.meets(2) {
		f.Qualified.Security = eligibility.Yes
	}
	if !m.meets(3) {
		f.Status2022 = eligibility.StatusNone
	}
	if !m.meets(4) {
		f.Billing = eligibility.BillingNotLinked
	}
	if !m.meets(5) {
		policy.RetiredFrom = today
	}
	return f, policy
}
