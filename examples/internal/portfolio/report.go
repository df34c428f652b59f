package portfolio

import (
	"cmp"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Report is the answer for a whole portfolio on a day. Its JSON is a form of
// its own, see examples/portfolio/README.md; what comes from the library keeps
// the library's form.
type Report struct {
	On     calendar.Date `json:"on"`
	Policy PolicyNote    `json:"policy"`

	// Actions is what there is to do in the days from On on, Blocked what cannot
	// go on, and Competing the claims that are in one another's way: what is
	// asked first.
	Actions   []Action  `json:"actions"`
	Blocked   []Blocked `json:"blocked"`
	Competing []Pair    `json:"competing"`

	Companies []Company  `json:"companies"`
	Agreement *Agreement `json:"agreement,omitempty"` // nil without customers
	Claims    *Claims    `json:"claims,omitempty"`    // nil without claims
	Summary   Summary    `json:"summary"`

	// Faults are all that is wrong with the input, if reading and judging kept
	// going: what they lie in is not in the report. Notes tell of files that
	// are not read.
	Faults []*Fault `json:"faults,omitempty"`
	Notes  []string `json:"notes,omitempty"`
}

// A PolicyNote says under which rules a part of the report was made, and whether
// they are known for the day.
type PolicyNote struct {
	Edition  Edition           `json:"edition"`
	Text     string            `json:"text"`
	Known    calendar.Period   `json:"known"`
	Coverage calendar.Coverage `json:"coverage"`
}

// A Company is what there is to say of one company.
type Company struct {
	Name string `json:"name"`

	// Listed says that the memberships of the company are known.
	Listed bool `json:"listed"`

	Facts       eligibility.Facts        `json:"facts"`
	Scores      []eligibility.Assessment `json:"scores,omitempty"`
	Memberships []Answer                 `json:"memberships"`
	Wanted      []Answer                 `json:"wanted"`
	Advice      []partnerrules.Note      `json:"advice"` // each once, in the order of the rules
}

// An Answer is what there is to say of one offer.
type Answer struct {
	Title    string               `json:"title"`
	Held     *Held                `json:"held,omitempty"` // only for memberships
	Decision eligibility.Decision `json:"decision"`
	Reasons  []Reason             `json:"reasons"`
	Opening  eligibility.Opening  `json:"opening"`

	// PackageChange says whether the package of benefits may be changed, for a
	// designation or legacy membership.
	PackageChange *eligibility.PackageAnswer `json:"packageChange,omitempty"`

	Fee *Fee `json:"fee,omitempty"`

	// Benefits are those of a membership, and Events all that is to come for it
	// and for them, from the day judged by on. What leads to a renewal is left
	// out where the offer is not renewed any more.
	Benefits []Benefit        `json:"benefits,omitempty"`
	Events   []benefits.Event `json:"events,omitempty"`
}

// A Held says where a membership stands on the day.
type Held struct {
	Standing    Standing        `json:"standing"`
	Active      eligibility.Tri `json:"active"` // as the file says, a lapse apart
	Bought      calendar.Date   `json:"bought,omitzero"`
	Anniversary calendar.Date   `json:"anniversary,omitzero"`
	Window      calendar.Period `json:"window,omitzero"`
	LastAccess  calendar.Date   `json:"lastAccess,omitzero"`

	// Retired is the first day on which the offer is not renewed any more, if
	// the policy knows one (ELG-13).
	Retired calendar.Date `json:"retired,omitzero"`

	// Years are the paid years of a membership whose purchase is known, first
	// to last.
	Years []benefits.PaidYear `json:"years,omitempty"`
}

// A Standing is where a membership stands.
type Standing string

// The standings.
const (
	Ended     Standing = "ended"     // the file says that it is not active
	Uncertain Standing = "uncertain" // activity or anniversary date is not known
	Running   Standing = "running"   // the renewal window has not opened yet
	Renewable Standing = "renewable" // the day lies in the renewal window
	Lapsed    Standing = "lapsed"    // the renewal window was missed
)

// A Reason is why a button is disabled, or why something else is blocked, in full.
type Reason struct {
	Cause
	See  string        `json:"see,omitempty"`
	From calendar.Date `json:"from,omitzero"` // on that day it no longer stands in the way
}

// A Cause is a reason of any package of the library, in words.
type Cause struct {
	Rule    partnerrules.RuleID `json:"rule"`
	Code    string              `json:"code"`
	Message string              `json:"message"`
	Remedy  string              `json:"remedy"`
}

// CauseOf puts a reason in words.
func CauseOf(r partnerrules.Reason) Cause {
	return Cause{r.Rule(), r.String(), r.Message(), r.Remedy()}
}

// SortNotes sorts notes by rule and code, and drops those that come again.
func SortNotes(all []partnerrules.Note) []partnerrules.Note {
	slices.SortFunc(all, func(a, b partnerrules.Note) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(all)
}

// A Benefit is what there is to say of a benefit.
type Benefit struct {
	ID       string            `json:"id"`
	Category benefits.Category `json:"category"`
	Year     int               `json:"year"`

	// Unlocked and Redeemed are the days as given, if they are known.
	Unlocked calendar.Date `json:"unlocked,omitzero"`
	Redeemed calendar.Date `json:"redeemed,omitzero"`

	Standing benefits.BenefitStatus `json:"standing"`
	Term     benefits.Term          `json:"term"`
}

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
