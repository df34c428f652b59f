package agreement

import (
	"iter"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Report holds the findings of [Check] or [CheckInvitation]. It is comparable
// with ==, and a round trip through JSON preserves it.
type Report struct {
	// Verdict is Faulty if there is an error. Otherwise it is ReportUndetermined if
	// a fact is missing, and Ready if no fact is. In a sovereign cloud it is
	// ReportNotApplicable.
	Verdict ReportVerdict `json:"verdict"`

	Found   partnerrules.Set[Reason] `json:"found,omitzero"`   // the errors and warnings
	Unknown partnerrules.Set[Reason] `json:"unknown,omitzero"` // the findings that depend on a missing fact

	// Policy is the policy under which the report was computed. Coverage is the
	// coverage of the UTC day of Facts.Now.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// A Finding is one entry of a [Report]. If its Severity is
// [partnerrules.SeverityUnknown], it is unknown whether the reason applies.
type Finding struct {
	Reason   Reason
	Severity partnerrules.Severity
}

// Message returns a sentence that says what is wrong, or what is unknown.
func (f Finding) Message() string {
	if f.Severity == partnerrules.SeverityUnknown {
		return f.Reason.texts().unknown
	}
	return f.Reason.Message()
}

// Remedy returns what to do, or which fact to provide.
func (f Finding) Remedy() string {
	if f.Severity == partnerrules.SeverityUnknown {
		return f.Reason.texts().ask
	}
	return f.Reason.Remedy()
}

// All returns the findings in the order of their fields, and within a field in the
// order of their rules. Ranging over it does not allocate.
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

// String returns the report as one line, such as
// "faulty: unknown role-may-not-attest, error last-name-missing".
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

// require records a fault if a requirement is not met, or if that is unknown.
func (r *Report) require(met Tri, fault Reason) {
	check.Include(&r.Found, fault, met == No)
	check.Include(&r.Unknown, fault, met == Unknown)
}

// conclude sets the verdict.
func (r *Report) conclude() {
	switch {
	case r.Found&^warningReasons != 0:
		r.Verdict = Faulty
	case r.Unknown == 0:
		r.Verdict = Ready
	}
}

// A Field is the part of an attestation or invitation that a finding is about.
// The reasons of an order have the zero Field.
type Field uint8

// The fields, in the order of their findings in a report.
const (
	FieldPartner     Field = iota + 1 // "partner-type"
	FieldRole                         // "role"
	FieldFirstName                    // "first-name"
	FieldLastName                     // "last-name"
	FieldCompanyName                  // AGR-48: "company-name"
	FieldEmail                        // "email"
	FieldPhone                        // optional, without a finding (AGR-03): "phone"
	FieldDate                         // "date"
	FieldTemplate                     // "template"
	FieldType                         // "type"
	FieldChannel                      // "channel"
	FieldForm                         // the form of a new customer (AGR-14): "form"
	FieldWhole                        // the attestation as a whole (AGR-11): "attestation"
	FieldInvitation                   // AGR-30: "invitation"
)

// A ReportVerdict says whether an attestation or invitation can be sent. The zero
// ReportVerdict is ReportUndetermined.
type ReportVerdict uint8

// The verdicts of a report.
const (
	ReportUndetermined  ReportVerdict = iota // the verdict depends on missing facts: "undetermined"
	ReportNotApplicable                      // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	Ready                                    // it can be sent: "ready"
	Faulty                                   // it has an error: "faulty"
)
