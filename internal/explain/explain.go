// Package explain has the parts that the packages share to explain an answer.
package explain

import (
	"fmt"
	"iter"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// Format is the value of Explanation.Format.
const Format = 1

// An Explainer makes an explanation. Set the fields of the Explanation that its
// methods do not set.
type Explainer struct {
	partnerrules.Explanation
	rules partnerrules.Rulebook
}

// New returns an Explainer for an answer to a question of the test vectors, such as
// "eligibility.evaluate". Rules are the rules of its reasons. New adds the policy to
// given, unless the policy is nil.
func New(question string, given map[string]any, answer any, rules partnerrules.Rulebook, policy fmt.Stringer, coverage calendar.Coverage) *Explainer {
	e := &Explainer{rules: rules}
	e.Format, e.Library = Format, partnerrules.Version
	e.Question, e.Given, e.Answer = question, given, answer
	e.Coverage = Label(coverage)
	if policy != nil {
		e.Policy = policy.String()
		e.Given["policy"] = policy
	}
	return e
}

// AddReason adds a reason, and returns it so that the caller can change it.
func (e *Explainer) AddReason(r partnerrules.Reason, severity partnerrules.Severity) *partnerrules.ExplainedReason {
	rule, _ := e.rules.Find(r.Rule())
	e.Reasons = append(e.Reasons, partnerrules.ExplainedReason{
		Code:     r.String(),
		Severity: severity,
		Rule:     r.Rule(),
		Title:    rule.Title,
		Message:  r.Message(),
		Remedy:   r.Remedy(),
		See:      r.See(),
	})
	return &e.Reasons[len(e.Reasons)-1]
}

// AddQuestion adds a reason that applies or not, which is unknown. Its message
// is the question that a missing fact answers, and it has no remedy.
func (e *Explainer) AddQuestion(r partnerrules.Reason, question string) *partnerrules.ExplainedReason {
	added := e.AddReason(r, partnerrules.SeverityUnknown)
	added.Message, added.Remedy = question, ""
	return added
}

// AddDay adds a day unless it is zero. See AddDays.
func (e *Explainer) AddDay(code string, rule partnerrules.RuleID, message, subject string, day calendar.Date) {
	days, _ := calendar.NewPeriod(day, day)
	e.AddDays(code, rule, message, subject, days)
}

// AddDays adds a period unless it is zero. The message is a few words about it. The
// subject is empty if the days are about the whole question.
func (e *Explainer) AddDays(code string, rule partnerrules.RuleID, message, subject string, days calendar.Period) {
	if days.IsZero() {
		return
	}
	e.Days = append(e.Days, partnerrules.ExplainedDays{
		Code: code, Rule: rule, Message: message, Subject: subject,
		First: ISO(days.First()), Last: ISO(days.Last()),
	})
}

// ISO returns a date in ISO 8601, or an empty text for the zero Date.
func ISO(d calendar.Date) string {
	text, _ := d.MarshalText() // the error is always nil
	return string(text)
}

// AddNotes adds notes.
func (e *Explainer) AddNotes(notes iter.Seq[partnerrules.Note]) {
	e.Notes = slices.AppendSeq(e.Notes, notes)
}

// AddMissing adds the missing facts of an answer.
func AddMissing[F labeled](e *Explainer, facts iter.Seq[F]) {
	for f := range facts {
		e.Missing = append(e.Missing, Label(f))
	}
}

// A labeled value has a code and a text.
type labeled interface {
	fmt.Stringer
	Message() string
}

// Label returns the label of a value.
func Label(v labeled) partnerrules.Label {
	return partnerrules.Label{Code: v.String(), Message: v.Message()}
}

// Tri returns the label of a verdict with the sentences for the three answers. An
// invalid answer is unknown.
func Tri(t partnerrules.Tri, yes, no, unknown string) partnerrules.Label {
	switch t {
	case partnerrules.Yes:
		return partnerrules.Label{Code: t.String(), Message: yes}
	case partnerrules.No:
		return partnerrules.Label{Code: t.String(), Message: no}
	}
	return partnerrules.Label{Code: partnerrules.Unknown.String(), Message: unknown}
}
