package portfolio

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// member returns a file with a company that has a further member, which is text.
func member(text string) string {
	return `{"companies": [{"name": "Example", ` + text + "}]}"
}

// memberships returns a file with a list of memberships.
func memberships(list string) string { return member(`"memberships": [` + list + `]`) }

// TestFacts checks the facts that follow from a list of memberships on 2024-09-15.
func TestFacts(t *testing.T) {
	date := calendar.MustParseDate
	no := eligibility.Pack{Active: eligibility.No}
	// with returns the facts of a company with an empty list, changed by fill.
	with := func(fill func(*eligibility.Facts)) eligibility.Facts {
		f := eligibility.Facts{
			Membership: eligibility.HoldsNothing, Held: eligibility.AreasOf(),
			ActionPack: no, Launch: no, SuccessCore: no, SuccessExpanded: no, Learning: no,
		}
		fill(&f)
		return f
	}
	for _, test := range []struct {
		name, text string
		want       eligibility.Facts
	}{
		{"the list is unknown", member(`"wanted": []`), eligibility.Facts{}},
		{"the list is empty", memberships(``), with(func(*eligibility.Facts) {})},
		{
			"Gold", memberships(`{"offer": "legacy-gold", "start": "2022-09-20", "renewals": ["2023-09-25"]}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsGold, date("2024-09-20")
			}),
		},
		{
			"Silver that may be inactive", memberships(`{"offer": "legacy-silver", "anniversary": "2024-10-20", "active": "unknown"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldingUnknown, date("2024-10-20")
			}),
		},
		{"inactive Gold", memberships(`{"offer": "legacy-gold", "anniversary": "2024-10-20", "active": "no"}`), with(func(*eligibility.Facts) {})},
		{
			"two designations, one with the date",
			memberships(`{"offer": "solutions-partner-security"}, {"offer": "solutions-partner-modern-work", "anniversary": "2023-10-20", "renewals": ["2023-10-30"]}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsDesignation, date("2024-10-20")
				f.Held = eligibility.AreasOf(eligibility.ModernWork, eligibility.Security)
			}),
		},
		{
			"two designations, one may be inactive",
			memberships(`{"offer": "solutions-partner-security", "anniversary": "2024-10-20"}, {"offer": "solutions-partner-modern-work", "active": "unknown"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsDesignation, date("2024-10-20")
				f.Held = 0
			}),
		},
		{
			"a designation that may be inactive",
			memberships(`{"offer": "solutions-partner-security", "anniversary": "2024-10-20", "active": "unknown"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldingUnknown, date("2024-10-20")
				f.Held = 0
			}),
		},
		{
			"two lapsed memberships: the later one counts",
			memberships(`{"offer": "legacy-silver", "anniversary": "2023-08-01"}, {"offer": "legacy-gold", "anniversary": "2023-08-02"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsGold, date("2023-08-02")
			}),
		},
		{
			"a lapsed and a current membership",
			memberships(`{"offer": "solutions-partner-security", "anniversary": "2024-08-15"}, {"offer": "legacy-silver", "anniversary": "2024-08-16"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsSilver, date("2024-08-16")
			}),
		},
		{
			"packs", memberships(`{"offer": "learning-action-pack"}, {"offer": "microsoft-action-pack", "anniversary": "2024-10-20", "active": "unknown"},` +
				`{"offer": "partner-launch-benefits", "start": "2024-02-29"}, {"offer": "partner-success-core-benefits", "active": "no"},` +
				`{"offer": "partner-success-expanded-benefits", "start": "2024-09-15"}`),
			with(func(f *eligibility.Facts) {
				f.Learning = eligibility.Pack{Active: eligibility.Yes}
				f.ActionPack = eligibility.Pack{Anniversary: date("2024-10-20")}
				f.Launch = eligibility.Pack{Active: eligibility.Yes, Anniversary: date("2025-02-28")}
				f.SuccessExpanded = eligibility.Pack{Active: eligibility.Yes, Anniversary: date("2025-09-15")}
			}),
		},
		{
			"stated facts",
			member(`"account": "rejected", "billing": "outdated", "role": "other", "status2022": "gold-and-silver", "qualified": {"dataAI": "yes", "security": "no"},` +
				`"scores": {"modernWork": {"netCustomerAdds": "20", "intermediate": "10", "advanced": "15", "usageGrowth": "25", "deployments": "0"}}`),
			eligibility.Facts{
				Account: eligibility.Rejected, Billing: eligibility.BillingOutdated, Role: eligibility.OtherRole, Status2022: eligibility.StatusGoldAndSilver,
				Qualified: eligibility.Areas{DataAI: eligibility.Yes, Security: eligibility.No, ModernWork: eligibility.No},
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := LoadFile("f.json", strings.NewReader(test.text))
			if err != nil {
				t.Fatal(err)
			}
			got, faults := p.companies[0].facts(benefits.Baseline(), date("2024-09-15"))
			if len(faults) > 0 {
				t.Fatal(faults[0])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Of several faults at one place only the first is reported. Here the renewal is
// after the day of the report and after its window.
func TestFacts_FaultsAtOnePlace(t *testing.T) {
	r := judged(t, map[string]string{
		"companies.json": memberships(`{"offer": "legacy-gold", "anniversary": "2024-09-10", "renewals": ["2024-10-11"]}`),
	})
	want := []string{
		`f/companies.json:1:119: companies[0].memberships[0].renewals[0]: "2024-10-11": is after the day of the report, 2024-09-16`,
	}
	if diff := cmp.Diff(want, faultTexts(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Faults are sorted by line and column. Of several faults at one place the first is
// kept.
func TestSortFaults(t *testing.T) {
	got := sortFaults([]*Fault{
		{Line: 2, Column: 1, Reason: "third"},
		{Line: 1, Column: 7, Reason: "second"},
		{Line: 2, Column: 1, Reason: "left out"},
		{Line: 1, Column: 1, Reason: "first"},
		{Line: 2, Column: 7, Reason: "fourth"},
		{Line: 1, Column: 7, Reason: "left out"},
	})
	var reasons []string
	for _, f := range got {
		reasons = append(reasons, f.Reason)
	}
	if diff := cmp.Diff([]string{"first", "second", "third", "fourth"}, reasons); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
