package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// claimWith returns a claim in which member replaces the member of the same name.
func claimWith(member string) string {
	members := []string{
		`"id": "CL-1"`, `"tenant": "f0e1d2c3-0000-4000-8000-000000000001"`, `"area": "microsoft-365"`, `"activities": ["usage"]`,
		`"partner": "4567001"`, `"units": [{"name": "Teams"}]`, `"history": [{"status": "editing", "on": "2023-02-01"}]`,
	}
	name, _, _ := strings.Cut(member, ":")
	kept := []string{member}
	for _, m := range members {
		if !strings.HasPrefix(m, name+":") {
			kept = append(kept, m)
		}
	}
	return "{" + strings.Join(kept, ", ") + "}"
}

// TestClaims checks the claims of the ten companies. The expected values are worked
// out by hand from the rules.
func TestClaims(t *testing.T) {
	for _, run := range []struct {
		args []string
		want []string
	}{
		{baselineRun, []string{
			"CL-1001 approved: customer-decline through 2024-03-18 closed", // 11 March and seven days
			"CL-1002 under-review: decision through 2024-09-11 excused",    // Wednesday 4 September and five business days
			"CL-1003 submitted: CPR-23 at 4",                               // Monday 2 September and five business days is the 9th
			"CL-1004 submitted: initial-review through 2024-09-16 open",
			"CL-1005 editing: CPR-03 error, CPR-12 error, CPR-17 error", // 2023-09-14 and twelve months is the day before
		}},
		{inForceRun, []string{
			"CL-1001 approved: customer-decline through unknown open",
			"CL-1002 under-review: decision through 2024-09-24 excused", // 14 business days
			"CL-1003 submitted: initial-review through 2024-09-17 overdue",
			"CL-1004 submitted: initial-review through 2024-09-16 overdue",
			"CL-1005 editing: CPR-03 error, CPR-12 error, CPR-17 error",
		}},
	} {
		r := reportOf(t, run.args)
		var got []string
		for c := range r.Claims.All {
			got = append(got, briefClaim(c))
		}
		if diff := cmp.Diff(run.want, got); diff != "" {
			t.Errorf("%v (-want +got)\n%s", run.args, diff)
		}
		var pairs []string
		for _, p := range r.Competing {
			pairs = append(pairs, p.Pair.First+" "+p.Pair.Second+" "+p.Pair.Relation.String()+" "+p.Pair.Incumbent+": "+p.Arbitration.Questions.String())
		}
		if diff := cmp.Diff([]string{
			"CL-1001 CL-1002 competing CL-1001: details-right,stronger-proof,more-needed",
			"CL-1003 CL-1004 possibly-competing : one-company,details-right,stronger-proof,more-needed",
		}, pairs); diff != "" {
			t.Errorf("%v (-want +got)\n%s", run.args, diff)
		}
	}
}

func briefClaim(c portfolio.Claim) string {
	s := c.Claim.ID + " " + c.Claim.Status.String() + ": "
	switch {
	case c.Fault != nil:
		return s + string(c.Fault.Rule) + " at " + string(rune('0'+c.Fault.Fault.Step))
	case c.Draft != nil:
		var all []string
		for _, f := range c.Findings {
			all = append(all, string(f.Rule)+" "+f.Finding.Severity.String())
		}
		return s + strings.Join(all, ", ")
	}
	return s + c.Due.Task.String() + " through " + dayBrief(c.Due.Through) + " " + c.Due.Timing.String()
}

func TestClaimFaults(t *testing.T) {
	for _, test := range []struct{ claims, want string }{
		{claimWith(`"tenant": "x"`), `claims[0].tenant: "x": want a hexadecimal digit`},
		{claimWith(`"history": []`), `claims[0]: the history is empty: give at least one step`},
		{claimWith(`"units": []`), `claims[0]: empty, in claim "CL-1"`},
		{claimWith(`"history": [{"status": "submitted", "on": "2023-02-01"}], "ends": "2023-01-31"`), `2023-01-31 is before the start`},
		{claimWith(`"area": "microsoft-365"`) + ", " + claimWith(`"area": "microsoft-365"`), `claims[1]: another claim has the ID CL-1`},
		{claimWith(`"company": "1"`) + ", " + claimWith(`"id": "CL-2", "company": "2"`), `claims[1]: partner 4567001 belongs to company 2 here, but to 1 at standard input:1:`},
	} {
		got := runWith(`{"claims": [`+test.claims+`], "companies": []}`, "-")
		if got.status != portfolio.ExitFault || got.stdout != "" || !strings.Contains(got.stderr, test.want) {
			t.Errorf("%s: %+v, want %q", test.claims, got, test.want)
		}
	}
}

// A step on the day of the report is valid. A later step is a fault.
func TestClaims_FutureStep(t *testing.T) {
	text := `{"claims": [` + claimWith(`"ends": "2024-12-31"`) + `], "companies": []}`
	if got := runWith(text, "-on", "2023-02-01", "-"); got.status != portfolio.ExitOK {
		t.Errorf("%+v", got)
	}
	const want = `claims[0]: the history has a step on 2023-02-01, after the day of the report, 2023-01-31`
	if got := runWith(text, "-on", "2023-01-31", "-"); got.status != portfolio.ExitFault || got.stdout != "" || !strings.Contains(got.stderr, want) {
		t.Errorf("%+v, want %q", got, want)
	}
}

func TestClaims_None(t *testing.T) {
	if got := runWith(`{"companies": []}`, "-"); strings.Contains(got.stdout, "laim") {
		t.Errorf("%s", got.stdout)
	}
	claims := claimWith(`"history": [{"status": "editing", "on": "2023-02-01"}, {"status": "approved", "on": "2023-02-02"}]`)
	if got := runWith(`{"claims": [`+claims+`], "companies": []}`, "-all", "-").stdout; !strings.Contains(got, "editing to approved") || strings.Contains(got, "Next") {
		t.Errorf("%s", got)
	}
}

const usageHeader = "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,MpnId,DateAssociated,PartnerAttributionType,Date\n"

const usageTenant = "f0e1d2c3-0000-4000-8000-000000000001"

// Claims of a usage report can compete.
func TestUsage_Competing(t *testing.T) {
	rows := usageHeader +
		usageTenant + `,"Contoso, Ltd",Teams,10,20,CL-7,4567009,2023-08-11,Claimed,2023-09-30` + "\n" +
		usageTenant + `,"Contoso, Ltd",Exchange Online,10,20,CL-7,4567009,2023-08-10T23:59:59Z,Claimed,2023-09-30` + "\n" +
		usageTenant + `,"Contoso, Ltd",Teams,10,20,CL-7,4567009,2023-08-12,Claimed,2023-10-31` + "\n" +
		usageTenant + `,"Contoso, Ltd",Teams,10,20,CL-8,4567010,2023-08-12T00:00:00,Claimed,2023-10-31` + "\n"
	file := filepath.Join(t.TempDir(), "report.csv")
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	got := runWith(`{"on": "2023-10-31", "companies": []}`, "-json", "-usage", file, "-")
	var r portfolio.Report
	if err := json.Unmarshal([]byte(got.stdout), &r); err != nil {
		t.Fatalf("%v: %s", err, got.stderr)
	}
	found := false
	for _, p := range r.Competing {
		found = found || p.Pair.First == "CL-7" && p.Pair.Second == "CL-8" && p.Pair.BothApproved
	}
	if !found {
		t.Errorf("two approved claims on one workload are missing: %+v", r.Competing)
	}
}

// The output ends with warnings about the input, in the report and the comparison.
func TestWarnings(t *testing.T) {
	rows := usageHeader + usageTenant + ",Contoso,Teams,10,20,CL-7,4567009,8/11/2023,Claimed,2023-09-30\n"
	file := filepath.Join(t.TempDir(), "r.csv")
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	const names = `{"on": "2023-10-31", "companies": [{"name": "A\u3000B"}, {"name": "A B"}]}`
	for _, args := range [][]string{{"-usage", file, "-"}, {"-compare", "baseline", "-usage", file, "-"}} {
		got := runWith(names, args...)
		for _, want := range []string{
			"\nCheck the input\n---------------\n",
			`Companies "A\u3000B" and "A B" look alike but differ: check whether they are the same.`,
			"They are read month first: 8/11/2023 is 2023-08-11.",
		} {
			if !strings.Contains(got.stdout, want) && !strings.Contains(flat(got.stdout), want) {
				t.Errorf("%v: %q is missing in\n%s%s", args, want, got.stdout, got.stderr)
			}
		}
		if got.status != portfolio.ExitOK {
			t.Errorf("%v: status %d", args, got.status)
		}
	}
	if got := runWith(names, "-all", "-").stdout; !strings.Contains(got, "A\u3000B") {
		t.Errorf("the output does not keep U+3000:\n%s", got)
	}
}

func TestUsageFaults(t *testing.T) {
	if got := runWith("", "-usage", "no such file"); got.status != portfolio.ExitFault {
		t.Errorf("%+v", got)
	}
	file := filepath.Join(t.TempDir(), "r.csv")
	if err := os.WriteFile(file, []byte("x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := runWith("", "-usage", file); got.status != portfolio.ExitFault || got.stdout != "" || !strings.HasPrefix(got.stderr, file+":1:1: ") {
		t.Errorf("%+v", got)
	}
}
