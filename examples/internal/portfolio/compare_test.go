package portfolio

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// A report does not differ from itself.
func TestCompare_Same(t *testing.T) {
	for _, r := range reportsOfSample(t) {
		if c := Compare(r, r); len(c.Differences) > 0 {
			t.Errorf("%s: %+v", r.On, c.Differences)
		}
	}
}

// Compare is symmetric: it finds the same decisions with from and to exchanged.
func TestCompare_Symmetric(t *testing.T) {
	reports := reportsOfSample(t)
	for i := 0; i < len(reports); i += 2 {
		there, back := Compare(reports[i], reports[i+1]), Compare(reports[i+1], reports[i])
		if len(there.Differences) == 0 || len(there.Differences) != len(back.Differences) {
			t.Errorf("%d and %d differ", len(there.Differences), len(back.Differences))
		}
		brief := func(c *Comparison, from func(Difference) []string) []string {
			var all []string
			for _, d := range c.Differences {
				key := decided{subject: d}
				all = append(all, key.key()+strings.Join(from(d), "; "))
				if len(d.Rules) == 0 || slices.Contains(d.Rules, "") {
					t.Errorf("no rule for %+v", d)
				}
			}
			slices.Sort(all)
			return all
		}
		if diff := cmp.Diff(brief(there, func(d Difference) []string { return d.From }), brief(back, func(d Difference) []string { return d.To })); diff != "" {
			t.Errorf("(-there +back)\n%s", diff)
		}
	}
}

// TestCompare checks single differences that are worked out by hand.
func TestCompare(t *testing.T) {
	const claim = `{"id": "CL-1", "tenant": "` + tenantA + `", "area": "microsoft-365", "activities": ["usage"], "partner": "PARTNER", "company": "COMPANY",
		"units": [{"name": "Teams"}], "history": [{"status": "editing", "on": "2024-09-02"}, {"status": "submitted", "on": "2024-09-02"},
		{"status": "under-review", "on": "2024-09-04", "competes": "no"}]}`
	first := strings.NewReplacer("PARTNER", "1", "COMPANY", "11").Replace(claim)
	second := strings.NewReplacer("PARTNER", "2", "COMPANY", "12", "CL-1", "CL-2").Replace(claim)
	for _, test := range []struct {
		text, on string
		want     []Difference
	}{
		{memberships(`{"offer": "partner-launch-benefits", "start": "2024-02-29"}`), "2025-01-22", []Difference{}},
		// Five or fourteen business days after Wednesday 4 September. Under the rules in
		// force the latest proofs are compared.
		{`{"companies": [], "claims": [` + first + "," + second + `]}`, "2024-09-10", []Difference{
			{Rules: []partnerrules.RuleID{"CPR-22"}, Kind: DifferentClaim, Claim: "CL-1", From: []string{"decision through 2024-09-11 open"}, To: []string{"decision through 2024-09-24 open"}},
			{Rules: []partnerrules.RuleID{"CPR-22"}, Kind: DifferentClaim, Claim: "CL-2", From: []string{"decision through 2024-09-11 open"}, To: []string{"decision through 2024-09-24 open"}},
			{Rules: []partnerrules.RuleID{"CPR-36"}, Kind: DifferentPair, Claim: "CL-1", Other: "CL-2", From: []string{}, To: []string{"the latest proofs are compared"}},
		}},
		{`{"companies": [], "customers": [{"name": "Alpha", "partner": "direct-bill", "role": "admin-agent", "kind": "existing", "direct": {"given": "no"},
			"attestations": [{"primaryContact": {}, "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9", "type": "MicrosoftCustomerAgreement", "dateAgreed": "2023-03-31T00:00:00Z"}],
			"underReview": "no", "orders": ["new-purchase", "automatic-renewal"]}]}`, "2026-01-05", []Difference{
			{Rules: []partnerrules.RuleID{"AGR-45"}, Kind: DifferentCustomer, Customer: "Alpha", From: []string{"route nothing-to-do"}, To: []string{"route attest-enhanced"}},
			{Rules: []partnerrules.RuleID{"AGR-45"}, Kind: DifferentOrder, Customer: "Alpha", Order: 1, From: []string{"allowed"}, To: []string{"attest-first AGR-42 old-routes-closed"}},
		}},
		{`{"companies": [], "customers": [{"name": "Alpha", "kind": "existing", "direct": {"given": "yes"}, "underReview": "yes", "orders": ["new-purchase"]},
			{"name": "Beta", "kind": "existing", "direct": {"given": "yes"}, "orders": ["upgrade"]}]}`, "2026-01-15", []Difference{
			{Rules: []partnerrules.RuleID{"AGR-47"}, Kind: DifferentOrder, Customer: "Alpha", Order: agreement.NewPurchase, From: []string{"allowed"}, To: []string{"blocked AGR-47 under-review"}},
			{Rules: []partnerrules.RuleID{"AGR-47"}, Kind: DifferentOrder, Customer: "Beta", Order: agreement.Upgrade, From: []string{"allowed"}, To: []string{"undetermined"}},
		}},
	} {
		p, err := LoadFile("f.json", strings.NewReader(test.text))
		if err != nil {
			t.Fatal(err)
		}
		var reports []*Report
		for _, e := range []Edition{Baseline, InForce} {
			r, err := p.Judge(calendar.MustParseDate(test.on), e)
			if err != nil {
				t.Fatal(err)
			}
			reports = append(reports, r)
		}
		if diff := cmp.Diff(test.want, Compare(reports[0], reports[1]).Differences); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.text, diff)
		}
	}
}
