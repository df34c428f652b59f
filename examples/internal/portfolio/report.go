package portfolio

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Report holds the results for a whole portfolio on a day. The README of
// examples/portfolio describes its JSON. Values of the library keep their own
// JSON.
type Report struct {
	On     calendar.Date `json:"on"`
	Policy PolicyNote    `json:"policy"`

	// Actions lists what to do by when, Blocked lists what is blocked and why, and
	// Competing lists the claims that compete.
	Actions   []Action  `json:"actions"`
	Blocked   []Blocked `json:"blocked"`
	Competing []Pair    `json:"competing"`

	Companies []Company  `json:"companies"`
	Agreement *Agreement `json:"agreement,omitempty"` // nil without customers
	Claims    *Claims    `json:"claims,omitempty"`    // nil without claims
	Summary   Summary    `json:"summary"`

	// Faults lists all faults of the input, if the portfolio was loaded with
	// [Loader.KeepGoing]. The report leaves out the parts with faults. Notes lists
	// the files that are ignored.
	Faults []*Fault `json:"faults,omitempty"`
	Notes  []string `json:"notes,omitempty"`

	// Warnings lists what may be wrong in the input: names and IDs that look alike
	// (INP-10), and dates that can be read in two ways.
	Warnings []string `json:"warnings,omitempty"`
}

// A PolicyNote is the policy that a part of the report was made under, with the
// days for which its rules are known.
type PolicyNote struct {
	Edition  Edition           `json:"edition"`
	Text     string            `json:"text"`
	Known    calendar.Known    `json:"known"`
	Coverage calendar.Coverage `json:"coverage"`
}

// Limits returns a sentence on how well the rules are known for the day of the
// report. It is empty if a published source shows them.
func (n PolicyNote) Limits(on calendar.Date) string {
	switch n.Coverage {
	case calendar.CoveragePublished:
		return ""
	case calendar.CoverageQuoted:
		return fmt.Sprintf("After %s these rules are known only as others quote them.", n.Known.Published)
	}
	return fmt.Sprintf("These rules are known only from %s to %s. On %s the program may have other rules.", n.Known.First, n.Known.Last, on)
}

// A Company holds the results for one company.
type Company struct {
	Name string `json:"name"`

	// Listed reports whether the memberships of the company are known.
	Listed bool `json:"listed"`

	Facts       eligibility.Facts   `json:"facts"`
	Scores      []Score             `json:"scores,omitempty"`
	Memberships []Answer            `json:"memberships"`
	Wanted      []Answer            `json:"wanted"`
	Notes       []partnerrules.Note `json:"notes"` // sorted by rule, without duplicates
}

// A Score is the score of an area on a day. The zero day is the day of the report.
type Score struct {
	On calendar.Date `json:"on,omitzero"`
	eligibility.Assessment
}

// An Answer holds the results for one offer.
type Answer struct {
	Title    string               `json:"title"`
	Held     *Held                `json:"held,omitempty"` // only for memberships
	Decision eligibility.Decision `json:"decision"`
	Reasons  []Reason             `json:"reasons"`
	Opening  eligibility.Opening  `json:"opening"`

	// Renewal tells whether the company is ready to renew a membership, and by when.
	Renewal *Renewal `json:"renewal,omitempty"`

	// PackageChange tells whether the package of benefits of a designation or
	// legacy membership may be changed.
	PackageChange *eligibility.PackageAnswer `json:"packageChange,omitempty"`

	Fee *Fee `json:"fee,omitempty"`

	// Benefits lists the benefits of a membership. Events lists all events of the
	// membership and its benefits from the day of the report on. It leaves out
	// events that lead to a renewal if the offer can no longer be renewed.
	Benefits []Benefit        `json:"benefits,omitempty"`
	Events   []benefits.Event `json:"events,omitempty"`
}

// A Renewal tells whether a membership can be renewed in its window, if the facts do not
// change. See [eligibility.Renewal].
type Renewal struct {
	Ready   eligibility.Tri                        `json:"ready"`
	Days    calendar.Period                        `json:"days,omitzero"`
	Reasons []partnerrules.RuleID                  `json:"reasons,omitempty"` // the rules that are not met
	Lacking partnerrules.Set[eligibility.Category] `json:"lacking,omitzero"`
}

// A Held describes a membership on the day of the report.
type Held struct {
	Phase       eligibility.Phase `json:"phase"`
	Active      eligibility.Tri   `json:"active"`
	Bought      calendar.Date     `json:"bought,omitzero"`
	Anniversary calendar.Date     `json:"anniversary,omitzero"`
	Window      calendar.Period   `json:"window,omitzero"`
	LastAccess  calendar.Date     `json:"lastAccess,omitzero"`
	DaysLeft    int               `json:"daysLeft,omitzero"` // of the phase

	// Retired is the first day on which the offer can no longer be renewed. It is
	// zero if the policy has no such day (ELG-13).
	Retired calendar.Date `json:"retired,omitzero"`

	// Years lists the paid years, first to last. It is empty if the day of purchase
	// is unknown.
	Years []benefits.PaidYear `json:"years,omitempty"`
}

// A Reason is the reason for a disabled button or another block, with its texts.
type Reason struct {
	Cause
	See  string        `json:"see,omitempty"`
	From calendar.Date `json:"from,omitzero"` // the first day on which this reason alone no longer applies
}

// A Cause is a reason of any package of the library, with its texts.
type Cause struct {
	Rule    partnerrules.RuleID `json:"rule"`
	Code    string              `json:"code"`
	Message string              `json:"message"`
	Remedy  string              `json:"remedy"`
}

// CauseOf returns a reason as a cause.
func CauseOf(r partnerrules.Reason) Cause {
	return Cause{r.Rule(), r.String(), r.Message(), r.Remedy()}
}

// SortNotes sorts notes by rule and code and removes duplicates.
func SortNotes(all []partnerrules.Note) []partnerrules.Note {
	slices.SortFunc(all, func(a, b partnerrules.Note) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(all)
}

// A Benefit holds the results for one benefit.
type Benefit struct {
	ID       string            `json:"id"`
	Category benefits.Category `json:"category"`
	Year     int               `json:"year"`

	// Unlocked and Redeemed are the days in the file. They are zero if unknown.
	Unlocked calendar.Date `json:"unlocked,omitzero"`
	Redeemed calendar.Date `json:"redeemed,omitzero"`

	Status benefits.BenefitStatus `json:"status"`
	Term   benefits.Term          `json:"term"`
}

// A Summary counts the answers of a report by their verdicts.
type Summary struct {
	Companies            int `json:"companies"`
	Offers               int `json:"offers"`
	Enabled              int `json:"enabled"`
	Disabled             int `json:"disabled"`
	Undetermined         int `json:"undetermined"`
	NoPublishedChecklist int `json:"noPublishedChecklist"`

	// FeesDue holds the sum of the fees for each currency, for all memberships in
	// their renewal window. Disabled buttons count too. Offers that can no longer
	// be renewed do not count.
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

// FeeDue reports whether the membership can be renewed on the day for its fee.
func (a *Answer) FeeDue() bool {
	return a.Fee != nil && a.Held != nil && a.Held.Phase == eligibility.InWindow &&
		a.Decision.Rows.Sold.State != eligibility.NotMet
}
