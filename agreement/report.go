package agreement

import (
	"iter"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Report holds the findings of [Check] or [CheckInvitation]. It is comparable
// with ==, prints as a line of text, and survives a round trip through JSON.
type Report struct {
	// Verdict is Faulty if there is an error, else ReportUndetermined if a fact is
	// missing, and else Ready; or ReportNotApplicable.
	Verdict ReportVerdict `json:"verdict"`

	Found   partnerrules.Set[Reason] `json:"found,omitzero"`   // what is wrong, errors and warnings
	Unknown partnerrules.Set[Reason] `json:"unknown,omitzero"` // what a missing fact decides

	// Policy is the policy under which Check gave the answer. CheckInvitation
	// does not depend on a policy and leaves it zero, and JSON then omits it.
	Policy Policy `json:"policy,omitzero"`
}

// A Finding is one entry of a [Report]. If the severity is
// [partnerrules.SeverityUnknown], it is unknown whether the reason holds.
type Finding struct {
	Reason   Reason
	Severity partnerrules.Severity
}

// Message returns the sentence that says what is wrong, or what is not known.
func (f Finding) Message() string {
	if f.Severity == partnerrules.SeverityUnknown {
		return f.Reason.texts().open
	}
	return f.Reason.Message()
}

// Remedy returns the sentence that says what to do.
func (f Finding) Remedy() string {
	if f.Severity == partnerrules.SeverityUnknown {
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
			severity = partnerrules.SeverityUnknown
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
	check.Include(&r.Found, fault, met == No)
	check.Include(&r.Unknown, fault, met == Unknown)
}

// conclude fills in the verdict.
func (r *Report) conclude() {
	switch {
	case r.Found&errorReasons != 0:
		r.Verdict = Faulty
	case r.Unknown == 0:
		r.Verdict = Ready
	}
}

// A Field is the part of an attestation or invitation that a finding is about.
// The reasons of an order have the zero Field.
type Field uint8

// The fields, in the order in which their findings are given.
const (
	FieldPartner    Field = iota + 1 // "partner-type"
	FieldRole                        // "role"
	FieldFirstName                   // "first-name"
	FieldLastName                    // "last-name"
	FieldEmail                       // "email"
	FieldPhone                       // nothing is asked of it (AGR-03): "phone"
	FieldDate                        // "date"
	FieldTemplate                    // "template"
	FieldType                        // "type"
	FieldChannel                     // "channel"
	FieldForm                        // of a new customer (AGR-14): "form"
	FieldWhole                       // the attestation as a whole (AGR-11): "attestation"
	FieldInvitation                  // AGR-30: "invitation"
)

// A ReportVerdict says whether an attestation or invitation can be sent. The zero
// ReportVerdict is ReportUndetermined.
type ReportVerdict uint8

// The verdicts of a report.
const (
	ReportUndetermined  ReportVerdict = iota // missing facts can turn out either way: "undetermined"
	ReportNotApplicable                      // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	Ready                                    // it can be sent: "ready"
	Faulty                                   // it has an error: "faulty"
)
