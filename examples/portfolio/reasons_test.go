package main

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// reportOf returns the report that a run writes as JSON.
func reportOf(t *testing.T, args []string) portfolio.Report {
	t.Helper()
	var r portfolio.Report
	got := runWith("", args...)
	if err := json.Unmarshal([]byte(got.stdout), &r); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return r
}

// codeOf returns the rule and the code of a reason.
func codeOf(r partnerrules.Reason) string { return string(r.Rule()) + " " + r.String() }

// allReasons returns the constants of a reason type.
func allReasons[R interface {
	partnerrules.Enum
	partnerrules.Reason
}]() []string {
	var all []string
	for r := range partnerrules.Values[R]() {
		all = append(all, codeOf(r))
	}
	return all
}

// shown is a set of the reasons in reports.
type shown map[string]bool

func (s shown) add(r partnerrules.Reason) { s[codeOf(r)] = true }

func (s shown) report(r portfolio.Report) {
	for _, c := range r.Companies {
		for _, a := range slices.Concat(c.Memberships, c.Wanted) {
			s.answer(a)
		}
	}
	for _, c := range r.Agreement.Customers {
		for need := range c.Plan.Needs.All() {
			s.add(need)
		}
		for _, o := range c.Orders {
			for reason := range o.Reasons.All() {
				s.add(reason)
			}
		}
	}
	for c := range r.Claims.All {
		if c.Fault != nil {
			s.add(c.Fault.Fault.Reason)
		}
		for _, f := range c.Findings {
			s.add(f.Finding.Reason)
		}
	}
}

func (s shown) answer(a portfolio.Answer) {
	for _, r := range a.Reasons {
		s[string(r.Rule)+" "+r.Code] = true
	}
	if a.PackageChange != nil {
		s.add(a.PackageChange.Reason)
	}
	for _, b := range a.Benefits {
		s.add(b.Status.EndedBy)
		s.add(b.Term.RedeemEnd)
		s.add(b.Term.EndedBy)
	}
}

// unreachable returns the reasons that no portfolio can lead to, and why not.
func unreachable() map[string]string {
	const (
		tokens      = "a portfolio has no tokens, keys and user assignments"
		sent        = "a portfolio has accepted attestations only; the route tells who may attest"
		invitations = "a portfolio has no invitations"
	)
	const buttons = "a portfolio shows the Renew button, which eligibility decides"
	why := map[string]string{"BEN-02 before-window": buttons, "BEN-02 after-window": buttons, "BEN-01 before-start": "a benefit before the start of its membership is a fault of the file"}
	for reason, codes := range map[string][]string{
		tokens: {
			"BEN-20 token-split", "BEN-20 token-shared", "BEN-21 cause-not-covered", "BEN-21 token-is-replacement", "BEN-21 token-replaced",
			"BEN-21 replacement-late", "BEN-23 installations-used-up", "BEN-23 activations-used-up", "BEN-23 seats-used-up", "BEN-24 too-many-seats",
			"BEN-33 not-assigned", "BEN-33 not-activated", "BEN-33 credentials-shared",
		},
		sent: {
			"AGR-01 partner-may-not-attest", "AGR-02 role-may-not-attest", "AGR-04 email-malformed", "AGR-04 email-of-microsoft",
			"AGR-04 email-of-partner", "AGR-05 date-in-future", "AGR-06 date-ahead-of-service", "AGR-07 date-past", "AGR-08 date-before-agreement",
			"AGR-10 template-missing", "AGR-10 template-retired", "AGR-10 template-not-known", "AGR-10 type-mismatch", "AGR-10 type-retired",
			"AGR-10 type-not-known", "AGR-45 channel-closed", "AGR-48 enhanced-not-open", "AGR-11 duplicate",
		},
		invitations: {"AGR-30 choice-not-made", "AGR-30 address-missing", "AGR-30 address-replaced", "AGR-30 sign-in-missing", "AGR-30 relationship-of-existing"},
	} {
		for _, code := range codes {
			why[code] = reason
		}
	}
	return why
}

// The reports on the sample, under both editions, contain every reason of the
// library that a portfolio can lead to.
func TestSample_EveryReason(t *testing.T) {
	found := shown{}
	for _, args := range [][]string{
		{"-json"},
		{"-json", "-policy", "baseline"},
		{"-json", "-on", "2025-01-22"}, // the first day without Action Packs and legacy offers
		{"-json", "-on", "2026-01-05"}, // the first day on which the portal is closed
	} {
		found.report(reportOf(t, args))
	}
	exempt := unreachable()
	for _, code := range slices.Concat(allReasons[eligibility.Reason](), allReasons[benefits.Reason](), allReasons[agreement.Reason](), allReasons[cpor.Reason]()) {
		_, isExempt := exempt[code]
		switch {
		case found[code] && isExempt:
			t.Errorf("%s is shown, but listed as unreachable", code)
		case !found[code] && !isExempt:
			t.Errorf("%s is not shown", code)
		}
		delete(exempt, code)
	}
	for code := range exempt {
		t.Errorf("%s is listed as unreachable, but is not a reason", code)
	}
}
