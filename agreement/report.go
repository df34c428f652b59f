package agreement

import (
	"iter"
	"strings"
)

// A Report is what [Check] and [CheckInvitation] find. It is comparable with ==,
// prints as a line of text, and survives a round trip through JSON.
type Report struct {
	// Verdict is Faulty if there is an error, else Undetermined if a fact is
	// missing, and else Ready; or NotApplicable.
	Verdict Verdict `json:"verdict"`

	Found   ReasonSet `json:"found,omitzero"`   // what is wrong, errors and warnings
	Unknown ReasonSet `json:"unknown,omitzero"` // what a missing fact decides

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// A Finding is one thing found: what it is, and how much it weighs. Where the
// severity is unknown, the reason is what may turn out.
type Finding struct {
	Reason   Reason
	Severity Severity
}

// Message returns the sentence that says what is wrong, or what is not known.
func (f Finding) Message() string {
	if f.Severity == SeverityUnknown {
		return f.Reason.texts().open
	}
	return f.Reason.Message()
}

// Remedy returns the sentence that says what to do.
func (f Finding) Remedy() string {
	if f.Severity == SeverityUnknown {
		return f.Reason.texts().give
	}
	return f.Reason.Remedy()
}

// All returns the findings in the order of the fields, and within a field by
// rule. Ranging over it does not allocate.
func (r Report) All() iter.Seq[Finding] {
	return func(yield func(Finding) bool) { r.walk(yield) }
}

func (r *Report) walk(yield func(Finding) bool) {
	for reason := range (r.Found | r.Unknown).All() {
		severity := reason.Severity()
		if !r.Found.Has(reason) {
			severity = SeverityUnknown
		}
		if !yield(Finding{reason, severity}) {
			return
		}
	}
}

// String returns the report on a line:
// "faulty: error last-name-missing, unknown role-may-not-attest".
func (r Report) String() string {
	var b strings.Builder
	b.WriteString(r.Verdict.String())
	separator := ": "
	for f := range r.All() {
		b.WriteString(separator + f.Severity.String() + " " + f.Reason.String())
		separator = ", "
	}
	return b.String()
}

// require notes a fault unless a requirement is known to be met.
func (r *Report) require(met Tri, fault Reason) {
	r.Found.include(fault, met == No)
	r.Unknown.include(fault, met == Unknown)
}

// conclude fills in the verdict.
func (r *Report) conclude() {
	switch {
	case r.Found&errorReasons() != 0:
		r.Verdict = Faulty
	case r.Unknown == 0:
		r.Verdict = Ready
	}
}
