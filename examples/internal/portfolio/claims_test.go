package portfolio

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/cpor"
)

// aClaim returns a claim on Teams with the given members in front of the others.
func aClaim(members string) string {
	return `{` + members + `, "tenant": "c0ffee01-0000-4000-8000-000000000001", "area": "microsoft-365", "activities": ["usage"],
		"units": [{"name": "Teams"}], "history": [{"status": "editing", "on": "2024-01-02"}, {"status": "submitted", "on": "2024-01-03"}]}`
}

func claimsFileOf(claims ...string) map[string]string {
	return map[string]string{"claims.json": "[" + strings.Join(claims, ",\n") + "]"}
}

// A claim without a company gets the company that another claim states for its
// location (CPR-50).
func TestClaims_Companies(t *testing.T) {
	r := judged(t, claimsFileOf(
		aClaim(`"id": "CL-1", "partner": "100", "company": "1"`), aClaim(`"id": "CL-2", "partner": "100"`), aClaim(`"id": "CL-3", "partner": "200", "company": "2"`),
	))
	var got []string
	for _, p := range r.Competing {
		got = append(got, p.Pair.First+" "+p.Pair.Second+" "+p.Pair.Relation.String())
	}
	if diff := cmp.Diff([]string{"CL-1 CL-2 duplicate", "CL-1 CL-3 competing", "CL-2 CL-3 competing"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A claim whose company belongs to another company is left out, with a fault that
// names the other claim (CPR-50, CPR-52).
func TestClaims_Contradiction(t *testing.T) {
	r := judged(t, claimsFileOf(aClaim(`"id": "CL-1", "partner": "100", "company": "1"`), aClaim(`"id": "CL-2", "partner": "1", "company": "3"`)))
	want := []string{`f/claims.json:3:1: [1]: partner 1 belongs to 3 and to 1 in claim "CL-1", in claim "CL-2"`}
	if diff := cmp.Diff(want, faultTexts(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(claimsOf(r)) != 1 {
		t.Errorf("%d claims, want 1", len(claimsOf(r)))
	}
}

// A rejected claim has no approval day, although its history has an approval (CPR-54).
func TestClaims_ApprovedNoLonger(t *testing.T) {
	claim := strings.Replace(aClaim(`"id": "CL-1", "partner": "100"`), `"on": "2024-01-03"}`, `"on": "2024-01-03"}, {"status": "under-review", "on": "2024-01-04"},
		{"status": "approved", "on": "2024-01-05"}, {"status": "rejected", "on": "2024-01-08"}`, 1)
	c := claimsOf(judged(t, claimsFileOf(claim)))[0].Claim
	if c.Status != cpor.Rejected || !c.Approved.IsZero() || c.Begins.String() != "2024-01-02" || c.Submitted.String() != "2024-01-03" {
		t.Errorf("%+v", c)
	}
}

// The answers on an intent, on locations and on subscriptions.
func TestClaims_Answers(t *testing.T) {
	claim := aClaim(`"id": "CL-1", "partner": "100", "covers": [{"id": "c0ffee02-0000-4000-8000-000000000002", "product": "Teams", "ended": "2024-01-01"}],
		"draft": {"products": [], "intent": {"drivesUsage": "yes", "wantsUsage": "yes", "eligible": "yes"},
			"locations": [{"partner": "100"}, {"partner": "300", "location": {"kind": "global-account"}}]}`)
	c := claimsOf(judged(t, claimsFileOf(claim)))[0]
	if c.Choice.Usage.Fits != cpor.Yes || c.Choice.Presales.Fits != cpor.No {
		t.Errorf("choice: %+v", c.Choice)
	}
	if len(c.Locations) != 2 || !c.Locations[0].MayChoose || c.Locations[1].MayChoose {
		t.Errorf("locations: %+v", c.Locations)
	}
	if len(c.Covers) != 1 || c.Covers[0].Cover.Covers != cpor.No || !c.Covers[0].Cover.HasEnded {
		t.Errorf("covers: %+v", c.Covers)
	}
	var codes []string
	for _, note := range c.Notes {
		codes = append(codes, note.Code)
	}
	if diff := cmp.Diff([]string{"new-subscription-needs-claim", "wrong-activity-costs", "wrong-partner-costs"}, codes); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	twice := strings.Replace(claim, `{"partner": "300"`, `{"partner": "100"`, 1)
	if texts := faultTexts(judged(t, claimsFileOf(twice))); len(texts) != 1 || !strings.HasSuffix(texts[0], "repeats locations[0].partner") {
		t.Errorf("%q", texts)
	}
}

// claimsOf returns the results for all claims.
func claimsOf(r *Report) []Claim { return slices.Collect(r.Claims.All) }
