package texttest

import (
	"encoding/json"
	"slices"

	"github.com/partnerrules/partnerrules"
)

// T is the part of a test that the laws need.
type T interface {
	Helper()
	Errorf(format string, args ...any)
}

// CheckExplanation checks the laws of the explanation of a valid answer: it marshals
// with the answer, no text that a person sees is empty, and its reasons have the
// given codes, in order.
func CheckExplanation(t T, e partnerrules.Explanation, answer any, reasons []string) {
	t.Helper()
	got, err := json.Marshal(e)
	if err != nil {
		t.Errorf("%s: %v", e.Question, err)
		return
	}
	var read struct{ Answer, Given json.RawMessage }
	want, _ := json.Marshal(answer)
	if err := json.Unmarshal(got, &read); err != nil || string(read.Answer) != string(want) {
		t.Errorf("%s: the answer is %s, %v, want %s", e.Question, read.Answer, err, want)
	}
	if _, hasPolicy := e.Given["policy"]; hasPolicy != (e.Policy != "") || len(read.Given) == 0 {
		t.Errorf("%s: policy %q, given %s", e.Question, e.Policy, read.Given)
	}
	if slices.Contains(texts(e), "") {
		t.Errorf("%s: a text is empty in %s", e.Question, got)
	}
	if codes := codesOf(e.Reasons); !slices.Equal(codes, reasons) {
		t.Errorf("%s: the reasons are %q, want %q", e.Question, codes, reasons)
	}
}

// codesOf returns the codes of reasons. A question has a mark at its end.
func codesOf(reasons []partnerrules.ExplainedReason) (codes []string) {
	for _, r := range reasons {
		if r.Severity == partnerrules.SeverityUnknown {
			r.Code += "?"
		}
		codes = append(codes, r.Code)
	}
	return codes
}

// texts returns the texts of an explanation that must not be empty.
func texts(e partnerrules.Explanation) []string {
	all := []string{e.Library, e.Question, e.Title, e.Verdict.Code, e.Verdict.Message, e.Coverage.Code, e.Coverage.Message}
	for _, r := range e.Reasons {
		all = append(all, r.Code, string(r.Rule), r.Title, r.Message)
		if r.Severity != partnerrules.SeverityUnknown {
			all = append(all, r.Remedy)
		}
	}
	for _, l := range e.Missing {
		all = append(all, l.Code, l.Message)
	}
	for _, d := range e.Days {
		all = append(all, d.Code, string(d.Rule), d.Message, d.First)
	}
	return all
}
