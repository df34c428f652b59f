package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// The two runs on the ten companies with expected verdicts.
var (
	baselineRun = []string{"-json", "-policy", "baseline", tenCompanies}
	inForceRun  = []string{"-json", "-policy", "in-force", "-on", "2025-01-22", tenCompanies}
)

func answersOf(r portfolio.Report, company string) []portfolio.Answer {
	for _, c := range r.Companies {
		if c.Name == company {
			return slices.Concat(c.Memberships, c.Wanted)
		}
	}
	return nil
}

// brief returns an answer in the form of the tables: verdict, button, reasons with
// the day from which each no longer applies, missing facts, lost areas, areas to
// renew through, opening.
func brief(a portfolio.Answer) string {
	d := a.Decision
	s := d.Offer.String() + ": " + d.Verdict.String() + " " + d.Button.String()
	for _, r := range a.Reasons {
		s += " " + string(r.Rule)
		if !r.From.IsZero() {
			s += "<" + r.From.String()
		}
	}
	if d.Missing != 0 {
		s += " missing " + d.Missing.String()
	}
	if d.Lost.IsKnown() {
		s += " lost " + d.Lost.String()
	}
	if d.RenewThrough.IsKnown() {
		s += " through " + d.RenewThrough.String()
	}
	s += "; when " + a.Opening.Verdict.String()
	if !a.Opening.Days.IsZero() {
		s += " " + a.Opening.Button.String() + " " + a.Opening.Days.String()
	}
	return s
}

// TestVerdicts checks the answers for the ten companies. The expected values are
// worked out by hand. The renewal window is day 1 to 30 after the anniversary date.
func TestVerdicts(t *testing.T) {
	const never, unknown = "; when disabled", "; when undetermined"
	qualification := "data-ai,digital-app-innovation,infrastructure,business-applications,modern-work,security"
	for _, run := range []struct {
		args []string
		want map[string][]string
	}{
		{baselineRun, map[string][]string{
			"Birchwater Analytics": { // AD 2024-08-17, two years after 2022-08-17
				"solutions-partner-data-ai: enabled renew lost security; when enabled renew 2024-09-15/2024-09-16",
				"solutions-partner-security: disabled renew ELG-03 lost security through data-ai" + never,
				"partner-success-expanded-benefits: enabled renew; when enabled renew 2024-09-15/2024-09-19",
				"legacy-gold: disabled buy ELG-03" + never,
			},
			"Calder Bay Systems": { // Gold to 2024-09-15, the day itself
				"legacy-gold: disabled buy ELG-02<2024-09-16; when enabled renew 2024-09-16/2024-10-15",
				"microsoft-action-pack: enabled renew; when enabled renew 2024-09-15/2024-10-01",
				"solutions-partner-infrastructure: disabled buy ELG-02<2024-09-16 ELG-03" + never,
				"legacy-silver: disabled buy ELG-02<2024-09-16 ELG-04" + never,
				"partner-success-core-benefits: enabled buy; when enabled buy 2024-09-15/..",
			},
			"Dunmore Pixel Works": { // both bought on a 29 February
				"microsoft-action-pack: disabled buy ELG-02<2025-03-01 ELG-08<2025-03-01; when enabled renew 2025-03-01/2025-03-30",
				"partner-launch-benefits: disabled buy ELG-02<2025-03-01; when enabled renew 2025-03-01/2025-03-30",
			},
			"Estuary Cloud School": {
				"learning-action-pack: no-published-checklist unknown; when no-published-checklist",
				"solutions-partner-modern-work: disabled buy ELG-02<2024-12-11; when enabled renew 2024-12-11/2025-01-09",
				"microsoft-action-pack: disabled buy ELG-08<2025-01-11; when enabled buy 2025-01-11/..",
			},
			"Fernhill Data": {
				"solutions-partner-business-applications: disabled buy ELG-01 ELG-02<2025-02-16 ELG-03 ELG-05" + never,
				"partner-success-expanded-benefits: disabled buy ELG-01 ELG-05" + never,
			},
			"Gannet Ridge Software": {
				"solutions-partner-digital-app-innovation: enabled buy; when enabled buy 2024-09-15/..",
				"partner-success-core-benefits: enabled renew; when enabled renew 2024-09-15/2024-09-15",
				"solutions-partner-data-ai: undetermined buy missing data-ai" + unknown,
			},
			"Harrowgate Networks": {
				"solutions-partner-modern-work: undetermined unknown missing membership,anniversary,modern-work,billing" + unknown,
				"legacy-silver: undetermined unknown missing membership,anniversary,held-earlier," + qualification + ",status-2022,billing" + unknown,
				"microsoft-action-pack: undetermined unknown missing billing,pack,pack-anniversary,learning-pack,learning-pack-anniversary" + unknown,
			},
			"Ironbark Services": {
				"legacy-silver: enabled renew; when enabled renew 2024-09-15/2024-10-10",
				"partner-launch-benefits: undetermined unknown missing pack,pack-anniversary" + unknown,
			},
			"Juniper Lane Consulting": {
				"solutions-partner-infrastructure: disabled renew ELG-03" + never,
				"solutions-partner-modern-work: undetermined renew missing modern-work" + unknown,
			},
			"Kestrel Point Group": {
				"solutions-partner-data-ai: disabled renew ELG-05 lost none" + never,
				"partner-launch-benefits: disabled buy ELG-05" + never,
			},
		}},
		{inForceRun, map[string][]string{
			"Birchwater Analytics": { // all lapsed in September 2024
				"solutions-partner-data-ai: enabled buy; when enabled buy 2025-01-22/..",
				"solutions-partner-security: disabled buy ELG-03" + never,
				"partner-success-expanded-benefits: enabled buy; when enabled buy 2025-01-22/..",
				"legacy-gold: disabled buy ELG-03 ELG-13" + never,
			},
			"Dunmore Pixel Works": {
				"microsoft-action-pack: disabled buy ELG-02<2025-03-01 ELG-08<2025-03-01 ELG-13" + never,
				"partner-launch-benefits: disabled buy ELG-02<2025-03-01; when enabled renew 2025-03-01/2025-03-30",
			},
			"Estuary Cloud School": { // Learning: open from 2025-01-11; Modern Work: missed on 2025-01-09
				"learning-action-pack: no-published-checklist unknown; when no-published-checklist",
				"solutions-partner-modern-work: enabled buy; when enabled buy 2025-01-22/..",
				"microsoft-action-pack: disabled buy ELG-13" + never,
			},
		}},
	} {
		r := reportOf(t, run.args)
		for company, want := range run.want {
			var got []string
			for _, a := range answersOf(r, company) {
				got = append(got, brief(a))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%v, %s (-want +got)\n%s", run.args, company, diff)
			}
		}
	}
}

func TestPhases(t *testing.T) {
	r := reportOf(t, baselineRun)
	date := calendar.MustParseDate
	for _, test := range []struct {
		company string
		i       int
		want    portfolio.Held
	}{
		{"Birchwater Analytics", 0, portfolio.Held{
			Bought: date("2022-08-17"),
			Phase:  eligibility.InWindow, Active: eligibility.Yes, Anniversary: date("2024-08-17"),
			Window: calendar.MustParsePeriod("2024-08-18/2024-09-16"), LastAccess: date("2024-09-16"), DaysLeft: 1,
		}},
		{"Dunmore Pixel Works", 0, portfolio.Held{
			Bought: date("2020-02-29"),
			Phase:  eligibility.Running, Active: eligibility.Yes, Anniversary: date("2025-02-28"),
			Window: calendar.MustParsePeriod("2025-03-01/2025-03-30"), LastAccess: date("2025-03-30"), DaysLeft: 166,
		}},
		{"Gannet Ridge Software", 0, portfolio.Held{
			Bought: date("2022-08-01"),
			Phase:  eligibility.Lapsed, Active: eligibility.No, Anniversary: date("2024-08-01"),
			Window: calendar.MustParsePeriod("2024-08-02/2024-08-31"), LastAccess: date("2024-08-31"),
		}},
		{"Ironbark Services", 1, portfolio.Held{}},
		{"Kestrel Point Group", 1, portfolio.Held{
			Phase: eligibility.Lapsed, Active: eligibility.No, Anniversary: date("2023-06-30"),
			Window: calendar.MustParsePeriod("2023-07-01/2023-07-30"), LastAccess: date("2023-07-30"),
		}},
	} {
		ignore := cmpopts.IgnoreFields(portfolio.Held{}, "Years")
		if diff := cmp.Diff(&test.want, answersOf(r, test.company)[test.i].Held, ignore); diff != "" {
			t.Errorf("%s, %d (-want +got)\n%s", test.company, test.i, diff)
		}
	}
}

// The fees due are 4730.00, 3995.00, 475.00, 895.00, 4730.00 (Juniper Lane) and
// 4730.00 USD (Kestrel Point), and 1995.50 EUR (Ironbark).
func TestSummary(t *testing.T) {
	const want = `{"companies":10,"offers":28,"enabled":7,"disabled":14,"undetermined":6,"noPublishedChecklist":1,` +
		`"feesDue":[{"amount":"1995.50","currency":"EUR"},{"amount":"19555.00","currency":"USD"}]}`
	got, err := json.Marshal(reportOf(t, baselineRun).Summary)
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

// The fee of a membership that can no longer be renewed is not due.
func TestSummary_RetiredOffer(t *testing.T) {
	text := `{"companies": [{"name": "Example", "memberships": [
		{"offer": "microsoft-action-pack", "anniversary": "2025-01-10", "fee": "475.00", "currency": "USD"},
		{"offer": "partner-launch-benefits", "anniversary": "2025-01-10", "fee": "345", "currency": "USD"}]}]}`
	const due = "Fees of the memberships whose renewal window is open: "
	for policy, want := range map[string]string{"baseline": due + "820.00 USD.", "in-force": due + "345 USD."} {
		got := runWith(text, "-on", "2025-01-22", "-policy", policy, "-")
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%s: want %q in\n%s", policy, want, got.stdout)
		}
	}
}

// The JSON output survives a round trip through the types of the program and the
// library.
func TestJSONRoundTrip(t *testing.T) {
	for _, args := range [][]string{baselineRun, inForceRun, {"-json"}} {
		r := reportOf(t, args)
		var again bytes.Buffer
		if err := r.WriteJSON(&again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(runWith("", args...).stdout, again.String()); diff != "" {
			t.Errorf("%v (-want +got)\n%s", args, diff)
		}
	}
}
