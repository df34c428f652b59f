package cpor

import (
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// A Validation is the answer for a draft: all that the facts prove wrong, and
// all that is not known.
type Validation struct {
	Verdict Verdict `json:"verdict"`

	// Findings are in the order of their fields, within a field in that of the
	// IDs of their rules, and within a rule in that of the products.
	Findings []Finding `json:"findings,omitzero"`

	On calendar.Date `json:"on"` // the day of the submission

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// A Finding is something wrong with a draft, or not known of it.
type Finding struct {
	Reason   Reason   `json:"reason"`
	Severity Severity `json:"severity"`
	Field    Field    `json:"field"`

	// Product is the number of the product, from 1, if the finding is about
	// one.
	Product int `json:"product,omitzero"`

	// CustomerAsked is what the facts say, for the remedy.
	CustomerAsked bool `json:"customerAsked,omitzero"`
}

// Message returns the sentence that says what is wrong, or not known.
func (f Finding) Message() string {
	if f.Severity == SeverityUnknown {
		return "It is not known whether this is so: " + f.Reason.Message()
	}
	return f.Reason.Message()
}

// Remedy returns the sentences that say what to do, the customer having been
// asked already or not.
func (f Finding) Remedy() string { return f.Reason.Remedy(f.CustomerAsked) }

// MaySubmit reports whether the draft may be submitted: it was judged on a day,
// and has no error. What is not known does not bar it (CPR-20).
func (v Validation) MaySubmit() bool { return !v.On.IsZero() && v.Verdict < Invalid }

// String returns the validation on a line:
// "invalid on 2020-07-06: error subscription-is-csp, unknown domain-mismatch".
func (v Validation) String() string {
	var b strings.Builder
	b.WriteString(v.Verdict.String() + " on " + v.On.String())
	separator := ": "
	for _, f := range v.Findings {
		b.WriteString(separator + f.Severity.String() + " " + f.Reason.String())
		separator = ", "
	}
	return b.String()
}
