package portfolio

import "github.com/partnerrules/partnerrules/eligibility"

// A Summary counts the answers of a report by their verdicts.
type Summary struct {
	Companies            int `json:"companies"`
	Offers               int `json:"offers"`
	Enabled              int `json:"enabled"`
	Disabled             int `json:"disabled"`
	Undetermined         int `json:"undetermined"`
	NoPublishedChecklist int `json:"noPublishedChecklist"`

	// FeesDue adds up, by currency, the fees of the memberships in whose
	// renewal window the day lies: what keeping them all costs, whether or not
	// their buttons are enabled yet. Offers that are no longer renewed do not
	// count.
	FeesDue []Fee `json:"feesDue"`
}

func (s *Summary) add(c Company) {
	s.Companies++
	for _, answers := range [][]Answer{c.Memberships, c.Wanted} {
		for _, a := range answers {
			s.count(a.Decision.Verdict)
			if a.FeeDue() {
				s.FeesDue = addFee(s.FeesDue, *a.Fee)
			}
		}
	}
}

func (s *Summary) count(v eligibility.Verdict) {
	s.Offers++
	switch v {
	case eligibility.Enabled:
		s.Enabled++
	case eligibility.Disabled:
		s.Disabled++
	case eligibility.Undetermined:
		s.Undetermined++
	case eligibility.NoPublishedChecklist:
		s.NoPublishedChecklist++
	}
}

// FeeDue reports whether the fee can be paid on the day to renew.
func (a *Answer) FeeDue() bool {
	return a.Fee != nil && a.Held != nil && a.Held.Standing == Renewable &&
		a.Decision.Rows.Sold.State != eligibility.NotMet
}
