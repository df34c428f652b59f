package rulestest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/conformance"
)

// Reasons checks that an answer has the wanted reasons and no others, in any order.
// Each reason is wanted by its rule or by its code:
//
//	rulestest.Reasons(t, decision.Explain(facts), "ELG-01", "window-not-open")
//
// A rule stands for all reasons that come from it. Open questions, whose severity is
// unknown, are reasons too. Without wanted reasons, the answer must have none.
//
// Reasons fails t with a list of missing (-) and unexpected (+) reasons. A misspelled
// rule or code is missing, and the list names the nearest one.
func Reasons(t testing.TB, got partnerrules.Explanation, want ...string) {
	t.Helper()
	if diff := diffReasons(got.Reasons, want); diff != "" {
		t.Errorf("%s: the reasons differ (-want +got):\n%s", got.Question, diff)
	}
}

// diffReasons returns a line for each reason that is missing, unexpected or wanted.
// It returns the empty text if all are wanted.
func diffReasons(got []partnerrules.ExplainedReason, want []string) string {
	var lines []string
	differ := false
	for _, w := range want {
		if !slices.ContainsFunc(got, func(r partnerrules.ExplainedReason) bool { return isWanted(r, w) }) {
			lines = append(lines, "- "+missing(w))
			differ = true
		}
	}
	for _, r := range got {
		mark := "  "
		if !slices.ContainsFunc(want, func(w string) bool { return isWanted(r, w) }) {
			mark, differ = "+ ", true
		}
		lines = append(lines, mark+describe(r))
	}
	if !differ {
		return ""
	}
	return strings.Join(lines, "\n")
}

// isWanted reports whether a reason has the wanted rule or code.
func isWanted(r partnerrules.ExplainedReason, want string) bool {
	return string(r.Rule) == want || r.Code == want
}

// describe returns, for example, "ELG-01 account-pending: The account is pending.".
func describe(r partnerrules.ExplainedReason) string {
	text := fmt.Sprintf("%s %s: %s", r.Rule, r.Code, r.Message)
	if r.Subject != "" {
		text += " (" + r.Subject + ")"
	}
	if r.Severity == partnerrules.SeverityUnknown {
		text += " (open)"
	}
	return text
}

// missing describes a wanted rule or code.
func missing(want string) string {
	var names []string
	for _, rule := range conformance.Rules() {
		if string(rule.ID) == want {
			return want + ": " + rule.Title
		}
		names = append(names, string(rule.ID))
	}
	for _, r := range allReasons() {
		if r.String() == want {
			return string(r.Rule()) + " " + want + ": " + r.Message()
		}
		names = append(names, r.String())
	}
	return fmt.Sprintf("%q is not a rule or a code%s", want, conformance.DidYouMean(want, names))
}

// allReasons returns the reasons of all packages.
func allReasons() []partnerrules.Reason {
	return slices.Concat(reasonsOf[eligibility.Reason](), reasonsOf[benefits.Reason](), reasonsOf[agreement.Reason](), reasonsOf[cpor.Reason]())
}

// reasonsOf returns the reasons of a package.
func reasonsOf[R interface {
	partnerrules.Enum
	partnerrules.Reason
}]() (all []partnerrules.Reason) {
	for r := range partnerrules.Values[R]() {
		all = append(all, r)
	}
	return all
}
