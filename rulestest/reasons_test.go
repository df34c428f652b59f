package rulestest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A recorder records failures.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// explanation returns an explanation with three reasons, the last one open.
func explanation() partnerrules.Explanation {
	return partnerrules.Explanation{Question: "eligibility.evaluate", Reasons: []partnerrules.ExplainedReason{
		{Code: "not-authorized", Severity: partnerrules.SeverityError, Rule: "ELG-01", Message: "The account is not authorized."},
		{Code: "slow", Severity: partnerrules.SeverityWarning, Rule: "OWN-1", Message: "It is slow.", Subject: "order"},
		{Code: "profile-not-linked", Severity: partnerrules.SeverityUnknown, Rule: "ELG-05", Message: "Is the profile linked?"},
	}}
}

func TestReasons(t *testing.T) {
	const (
		account = "ELG-01 not-authorized: The account is not authorized."
		slow    = "OWN-1 slow: It is slow. (order)"
		profile = "ELG-05 profile-not-linked: Is the profile linked? (open)"
	)
	all := []string{"ELG-01", "slow", "ELG-05"}
	for name, tt := range map[string]struct {
		want []string
		diff string
	}{
		"all":                {all, ""},
		"in another order":   {[]string{"ELG-05", "OWN-1", "not-authorized"}, ""},
		"by rule and code":   {[]string{"ELG-01", "not-authorized", "slow", "ELG-05"}, ""},
		"none":               {nil, "+ " + account + "\n+ " + slow + "\n+ " + profile},
		"one is unexpected":  {[]string{"ELG-01", "slow"}, "  " + account + "\n  " + slow + "\n+ " + profile},
		"a rule is missing":  {append(all, "ELG-13"), "- ELG-13: Retired offers\n  " + account + "\n  " + slow + "\n  " + profile},
		"a code is missing":  {append(all, "window-not-open"), "- ELG-02 window-not-open: " + eligibility.WindowNotOpen.Message() + "\n  " + account + "\n  " + slow + "\n  " + profile},
		"a misspelled rule":  {append(all, "ELG-5"), "- \"ELG-5\" is not a rule or a code; did you mean ELG-05?\n  " + account + "\n  " + slow + "\n  " + profile},
		"a misspelled code":  {append(all, "window-not-opened"), "- \"window-not-opened\" is not a rule or a code; did you mean window-not-open?\n  " + account + "\n  " + slow + "\n  " + profile},
		"nothing like it":    {append(all, "OURS"), "- \"OURS\" is not a rule or a code\n  " + account + "\n  " + slow + "\n  " + profile},
		"the wrong spelling": {[]string{"elg-01", "slow", "ELG-05"}, "- \"elg-01\" is not a rule or a code; did you mean ELG-01?\n+ " + account + "\n  " + slow + "\n  " + profile},
	} {
		var want []string
		if tt.diff != "" {
			want = []string{"eligibility.evaluate: the reasons differ (-want +got):\n" + tt.diff}
		}
		r := &recorder{}
		Reasons(r, explanation(), tt.want...)
		if diff := cmp.Diff(want, r.failures); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// An answer without reasons has none, and only then.
func TestReasons_None(t *testing.T) {
	r := &recorder{}
	Reasons(r, partnerrules.Explanation{})
	if r.failures != nil {
		t.Errorf("no reasons: %q", r.failures)
	}
	Reasons(r, partnerrules.Explanation{}, "ELG-01")
	if len(r.failures) != 1 {
		t.Errorf("a missing reason: %q", r.failures)
	}
}

// The reasons of a real decision: the account is pending, and the Action Pack has been
// retired.
func TestReasons_Decision(t *testing.T) {
	no := eligibility.Pack{Active: eligibility.No}
	facts := eligibility.Facts{Account: eligibility.Pending, Membership: eligibility.HoldsNothing, Billing: eligibility.BillingLinked, ActionPack: no, Learning: no}
	decision, err := eligibility.Evaluate(eligibility.MicrosoftActionPack, facts, calendar.MustParseDate("2025-01-22"))
	if err != nil {
		t.Fatal(err)
	}
	Reasons(t, decision.Explain(facts), "ELG-01", "ELG-13")
}
