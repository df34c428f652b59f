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
			Membership: eligibility.HoldsNothing, Held: eligibility.AreasOf(), HeldEarlier: eligibility.No,
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
			"an incomplete list", member(`"membershipsComplete": false, "memberships": [{"offer": "legacy-silver", "anniversary": "2024-10-20"}]`),
			eligibility.Facts{Membership: eligibility.HoldsSilver, Anniversary: date("2024-10-20")},
		},
		{
			"Silver without dates", memberships(`{"offer": "legacy-silver"}`),
			with(func(f *eligibility.Facts) { f.Membership = eligibility.HoldingUnknown }),
		},
		{
			"two designations",
			memberships(`{"offer": "solutions-partner-security", "anniversary": "2024-10-20"}, {"offer": "solutions-partner-modern-work", "anniversary": "2023-10-20", "renewals": ["2023-10-30"]}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary, f.HeldEarlier = eligibility.HoldsDesignation, date("2024-10-20"), eligibility.Yes
				f.Held = eligibility.AreasOf(eligibility.ModernWork, eligibility.Security)
			}),
		},
		{
			"a designation earlier, which is not listed", member(`"heldEarlier": "yes", "memberships": []`),
			with(func(f *eligibility.Facts) { f.HeldEarlier = eligibility.Yes }),
		},
		{
			"a lapsed designation and current Silver",
			member(`"heldEarlier": "no", "memberships": [{"offer": "solutions-partner-security", "anniversary": "2024-08-15"}, {"offer": "legacy-silver", "anniversary": "2024-08-16"}]`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary, f.HeldEarlier = eligibility.HoldsSilver, date("2024-08-16"), eligibility.Yes
			}),
		},
		{
			"packs", memberships(`{"offer": "learning-action-pack"}, {"offer": "microsoft-action-pack", "anniversary": "2023-10-20"},` +
				`{"offer": "partner-launch-benefits", "start": "2024-02-29"}, {"offer": "partner-success-expanded-benefits", "start": "2024-09-15"}`),
			with(func(f *eligibility.Facts) {
				f.Learning = eligibility.Pack{}
				f.Launch = eligibility.Pack{Active: eligibility.Yes, Anniversary: date("2025-02-28")}
				f.SuccessExpanded = eligibility.Pack{Active: eligibility.Yes, Anniversary: date("2025-09-15")}
			}),
		},
		{
			"a score in the qualification window, and one before it",
			member(`"memberships": [], "scores": {"security": {"on": "2024-04-01", "netCustomerAdds": "20", "intermediate": "30", "usageGrowth": "10", "deployments": "10"},` +
				`"dataAI": {"on": "2024-03-31", "netCustomerAdds": "30", "intermediate": "30", "usageGrowth": "10", "deployments": "10"}}`),
			with(func(f *eligibility.Facts) { f.Qualified.Security = eligibility.Yes }),
		},
		{
			"stated facts",
			member(`"account": "rejected", "billing": "outdated", "role": "other", "status2022": "gold-and-silver", "heldEarlier": "no", "qualified": {"dataAI": "yes", "security": "no"},` +
				`"scores": {"modernWork": {"netCustomerAdds": "20", "intermediate": "10", "advanced": "15", "usageGrowth": "25", "deployments": "0"}}`),
			eligibility.Facts{
				Account: eligibility.Rejected, Billing: eligibility.BillingOutdated, Role: eligibility.OtherRole, Status2022: eligibility.StatusGoldAndSilver,
				Qualified: eligibility.Areas{DataAI: eligibility.Yes, Security: eligibility.No}, HeldEarlier: eligibility.No,
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := LoadFile("f.json", strings.NewReader(test.text))
			if err != nil {
				t.Fatal(err)
			}
			got, faults := p.companies[0].facts(eligibility.Baseline(), benefits.Baseline(), date("2024-09-15"))
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
