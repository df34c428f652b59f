package portfolio

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// member puts a text into the place of one of a company.
func member(text string) string {
	return `{"companies": [{"name": "Example", ` + text + "}]}"
}

// memberships is that with a list of memberships.
func memberships(list string) string { return member(`"memberships": [` + list + `]`) }

// TestFactsOfMemberships holds what follows from a list of memberships, on
// 2024-09-15.
func TestFactsOfMemberships(t *testing.T) {
	date := calendar.MustParseDate
	no := eligibility.Pack{Active: eligibility.No}
	// with is a company whose list says what fill says, and nothing else.
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
		{"the list is not known", member(`"wanted": []`), eligibility.Facts{}},
		{"the list is empty", memberships(``), with(func(*eligibility.Facts) {})},
		{
			"Gold", memberships(`{"offer": "legacy-gold", "start": "2022-09-20", "renewals": ["2023-09-25"]}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsGold, date("2024-09-20")
			}),
		},
		{
			"Silver that may be over", memberships(`{"offer": "legacy-silver", "anniversary": "2024-10-20", "active": "unknown"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldingUnknown, date("2024-10-20")
			}),
		},
		{"Gold that is over", memberships(`{"offer": "legacy-gold", "anniversary": "2024-10-20", "active": "no"}`), with(func(*eligibility.Facts) {})},
		{
			"two designations, of which one gives the date",
			memberships(`{"offer": "solutions-partner-security"}, {"offer": "solutions-partner-modern-work", "anniversary": "2023-10-20", "renewals": ["2023-10-30"]}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsDesignation, date("2024-10-20")
				f.Held = eligibility.AreasOf(eligibility.ModernWork, eligibility.Security)
			}),
		},
		{
			"two designations, of which one may be over",
			memberships(`{"offer": "solutions-partner-security", "anniversary": "2024-10-20"}, {"offer": "solutions-partner-modern-work", "active": "unknown"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsDesignation, date("2024-10-20")
				f.Held = 0
			}),
		},
		{
			"a designation that may be over",
			memberships(`{"offer": "solutions-partner-security", "anniversary": "2024-10-20", "active": "unknown"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldingUnknown, date("2024-10-20")
				f.Held = 0
			}),
		},
		{
			"two that lapsed: the later counts",
			memberships(`{"offer": "legacy-silver", "anniversary": "2023-08-01"}, {"offer": "legacy-gold", "anniversary": "2023-08-02"}`),
			with(func(f *eligibility.Facts) {
				f.Membership, f.Anniversary = eligibility.HoldsGold, date("2023-08-02")
			}),
		},
		{
			"one that lapsed and one that has not",
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
			"what the company states",
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
			got, faults := p.companies[0].facts(calendar.Baseline(), date("2024-09-15"))
			if len(faults) > 0 {
				t.Fatal(faults[0])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestFaultsAtOnePlace: of several faults at one place only the first is
// reported. A renewal that is after the day judged by is also after its window.
func TestFaultsAtOnePlace(t *testing.T) {
	r := judged(t, map[string]string{
		"companies.json": memberships(`{"offer": "legacy-gold", "anniversary": "2024-09-10", "renewals": ["2024-10-11"]}`),
	})
	want := []string{
		`f/companies.json:1:119: companies[0].memberships[0].renewals[0]: "2024-10-11": lies after the day judged by, 2024-09-16`,
	}
	if diff := cmp.Diff(want, faultTexts(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestSortFaults: faults are sorted by line and column, and at one place the first
// is kept. Faults in one line, or in one column, are at different places.
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
