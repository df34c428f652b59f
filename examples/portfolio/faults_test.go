package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// member returns a file with a company that has a further member, which is text. It
// begins on line 3, column 5.
func member(text string) string {
	return "{\"companies\": [\n  {\"name\": \"Example\",\n    " + text + "}]}"
}

// memberships returns a file with a list of memberships. Its first element is in
// column 21.
func memberships(list string) string { return member(`"memberships": [` + list + `]`) }

// withBenefit returns a file with a membership of 2022-03-05 and a benefit with the
// given members. The object of the benefit is in column 82.
func withBenefit(members string) string {
	return memberships(`{"offer": "legacy-gold", "start": "2022-03-05", "benefits": [{` + members + `}]}`)
}

// TestFaults checks every kind of fault with its exact place. The day of the report
// is 2023-03-01.
func TestFaults(t *testing.T) {
	const (
		security   = `{"offer": "solutions-partner-security", "start": "2022-03-05"}`
		offerCodes = "want solutions-partner-data-ai, solutions-partner-digital-app-innovation, solutions-partner-infrastructure, " +
			"solutions-partner-business-applications, solutions-partner-modern-work, solutions-partner-security, legacy-gold, legacy-silver, " +
			"microsoft-action-pack, partner-launch-benefits, partner-success-core-benefits, partner-success-expanded-benefits or learning-action-pack"
	)
	for _, test := range []struct{ text, want string }{
		// The whole text.
		{``, `1:1: unexpected end of the text`},
		{`[]`, `1:1: want an object, not a list`},
		{`{}`, `1:1: the member companies is missing`},
		{`{"companies": {}}`, `1:15: companies: want a list, not an object`},
		{`{"companies": []} x`, `1:19: more text after the value`},
		{`{"on": "2023-02-29", "companies": []}`, `1:8: on: "2023-02-29": day 29 is not within 1 to 28`},
		{`{"day": "2023-02-28", "companies": []}`, `1:2: "day": unknown member; known are on, companies, customers, claims`},

		// A company.
		{`{"companies": [{}]}`, `1:16: companies[0]: the member name is missing`},
		{`{"companies": [{"name": ""}]}`, `1:25: companies[0].name: "": empty`},
		{`{"companies": [{"name": "a\nb"}]}`, `1:25: companies[0].name: "a\nb": U+000A at offset 1 is not allowed in a name`},
		{member(`"acount": "pending"`), `3:5: companies[0]: "acount": unknown member; known are name, account, billing, role, status2022, heldEarlier, qualified, scores, memberships, membershipsComplete, wanted`},
		{member(`"name": "Again"`), `3:5: companies[0]: "name": duplicate member, first at 2:4`},
		{member(`"account": "approved"`), `3:16: companies[0].account: "approved": want unknown, pending, authorized, rejected, in-progress or challenged`},
		{member(`"billing": "yes"`), `3:16: companies[0].billing: "yes": want unknown, linked, not-linked, outdated or set-up`},
		{member(`"role": "admin"`), `3:13: companies[0].role: "admin": want unknown, partner-admin, account-admin or other`},
		{member(`"status2022": "bronze"`), `3:19: companies[0].status2022: "bronze": want unknown, none, gold, silver or gold-and-silver`},

		// Qualification.
		{member(`"qualified": "yes"`), `3:18: companies[0].qualified: "yes": want an object, not a string`},
		{member(`"qualified": {"dataAI": true}`), `3:29: companies[0].qualified.dataAI: true: want a string, not a boolean`},
		{member(`"qualified": {"data-ai": "yes"}`), `3:19: companies[0].qualified: "data-ai": unknown member; known are dataAI, digitalAppInnovation, infrastructure, businessApplications, modernWork, security`},
		{member(`"scores": {"security": {"deployments": "-1"}}`), `3:44: companies[0].scores.security.deployments: "-1": want a digit`},
		{member(`"scores": {"security": {"advanced": "1"}}`), `3:41: companies[0].scores.security.advanced: "1": Security does not use this metric`},
		{member(`"scores": {"security": {"deployment": "1"}}`), `3:29: companies[0].scores.security: "deployment": unknown member; known are on, netCustomerAdds, intermediate, advanced, usageGrowth, deployments`},
		{member(`"scores": {"security": {"on": "2023-03-02"}}`), `3:35: companies[0].scores.security.on: "2023-03-02": is after the day of the report, 2023-03-01`},
		{member(`"membershipsComplete": true`), `3:28: companies[0].membershipsComplete: true: needs memberships`},

		// A membership.
		{memberships(`{}`), `3:21: companies[0].memberships[0]: the member offer is missing`},
		{memberships(`{"offer": "legacy-golden"}`), `3:31: companies[0].memberships[0].offer: "legacy-golden": ` + offerCodes},
		{memberships(`{"offer": ""}`), `3:31: companies[0].memberships[0].offer: "": empty: leave the member out if it is unknown`},
		{memberships(`{"offer": "legacy-gold", "from": ""}`), `3:46: companies[0].memberships[0]: "from": unknown member; known are offer, start, anniversary, renewals, fee, currency, benefits`},
		{memberships(`{"offer": "legacy-gold", "start": "2021-13-01"}`), `3:55: companies[0].memberships[0].start: "2021-13-01": month 13 is not within 1 to 12`},
		{memberships(`{"offer": "legacy-gold", "start": ""}`), `3:55: companies[0].memberships[0].start: "": empty: leave the member out if it is unknown`},
		{memberships(`{"offer": "legacy-gold", "start": "2021-01-01", "anniversary": "2022-01-01"}`), `3:84: companies[0].memberships[0].anniversary: "2022-01-01": give start or anniversary, not both`},
		{memberships(`{"offer": "legacy-gold", "start": "2023-03-02"}`), `3:55: companies[0].memberships[0].start: "2023-03-02": is after the day of the report, 2023-03-01`},
		{memberships(`{"offer": "legacy-gold", "renewals": ["2022-01-02"]}`), `3:58: companies[0].memberships[0].renewals: renewals need start, or the anniversary date before the first renewal`},
		{memberships(`{"offer": "legacy-gold", "start": "2021-01-01", "renewals": ["2022-01-02", "2023-01-01"]}`), `3:96: companies[0].memberships[0].renewals[1]: "2023-01-01": 2023-01-01 comes before the window 2023-01-02/2023-01-31`},
		{memberships(`{"offer": "legacy-gold", "anniversary": "2022-01-01", "renewals": ["2022-02-01"]}`), `3:88: companies[0].memberships[0].renewals[0]: "2022-02-01": 2022-02-01 comes after the window 2022-01-02/2022-01-31: it is a new purchase, not a renewal`},
		{memberships(`{"offer": "legacy-gold", "anniversary": "2023-02-15", "renewals": ["2023-03-02"]}`), `3:88: companies[0].memberships[0].renewals[0]: "2023-03-02": is after the day of the report, 2023-03-01`},
		{memberships(`{"offer": "legacy-gold"}, {"offer": "legacy-gold"}`), `3:57: companies[0].memberships[1].offer: "legacy-gold": listed twice: give only the current membership`},

		// Benefits.
		{memberships(`{"offer": "legacy-gold", "anniversary": "2023-01-01", "benefits": []}`), `3:87: companies[0].memberships[0].benefits: benefits need the start of the membership`},
		{withBenefit(``), `3:82: companies[0].memberships[0].benefits[0]: the member id is missing`},
		{withBenefit(`"id": "", "category": "marketing", "year": 1`), `3:89: companies[0].memberships[0].benefits[0].id: "": empty`},
		{withBenefit(`"id": "a", "category": "credits", "year": 1`), `3:106: companies[0].memberships[0].benefits[0].category: "credits": want azure-credits, cloud-services, developer-tools, support-and-advisory, marketing or on-premises-software`},
		{withBenefit(`"id": "a", "category": "marketing", "year": 2`), `3:127: companies[0].memberships[0].benefits[0].year: 2: 2 is not within 1 to 1`},
		{withBenefit(`"id": "a", "category": "marketing", "year": 1, "used": ""`), `3:130: companies[0].memberships[0].benefits[0]: "used": unknown member; known are id, category, credits, year, unlocked, redeemed, redeemedOn`},
		{withBenefit(`"id": "a", "category": "marketing", "year": 1, "unlocked": "2023-03-02"`), `3:142: companies[0].memberships[0].benefits[0].unlocked: "2023-03-02": is after the day of the report, 2023-03-01`},
		{withBenefit(`"id": "a", "category": "marketing", "year": 1, "redeemedOn": "2022-03-04"`), `3:144: companies[0].memberships[0].benefits[0].redeemedOn: "2022-03-04": 2022-03-04 is before the benefit was provided, 2022-03-05`},
		{withBenefit(`"id": "a", "category": "marketing", "year": 1}, {"id": "a", "category": "azure-credits", "year": 1`), `3:138: companies[0].memberships[0].benefits[1].id: "a": another benefit has this ID in paid year 1, at 3:89`},

		// Fees.
		{memberships(`{"offer": "legacy-gold", "fee": 4730.00, "currency": "USD"}`), `3:53: companies[0].memberships[0].fee: 4730.00: want a string, not a number`},
		{memberships(`{"offer": "legacy-gold", "fee": "4,730", "currency": "USD"}`), `3:53: companies[0].memberships[0].fee: "4,730": want a decimal number, as in "4730.00"`},
		{memberships(`{"offer": "legacy-gold", "fee": "1e400000000", "currency": "USD"}`), `3:53: companies[0].memberships[0].fee: "1e400000000": want a decimal number, as in "4730.00"`},
		{memberships(`{"offer": "legacy-gold", "fee": "-1", "currency": "USD"}`), `3:53: companies[0].memberships[0].fee: "-1": want a decimal number, as in "4730.00"`},
		{memberships(`{"offer": "legacy-gold", "fee": "1.", "currency": "USD"}`), `3:53: companies[0].memberships[0].fee: "1.": want at most 15 digits, including at most 4 decimals`},
		{memberships(`{"offer": "legacy-gold", "fee": "1.00000", "currency": "USD"}`), `3:53: companies[0].memberships[0].fee: "1.00000": want at most 15 digits, including at most 4 decimals`},
		{memberships(`{"offer": "legacy-gold", "fee": "1234567890123456", "currency": "USD"}`), `3:53: companies[0].memberships[0].fee: "1234567890123456": want at most 15 digits, including at most 4 decimals`},
		{memberships(`{"offer": "legacy-gold", "fee": "1", "currency": "usd"}`), `3:70: companies[0].memberships[0].currency: "usd": want a currency code of three capital letters`},
		{memberships(`{"offer": "legacy-gold", "fee": "1"}`), `3:53: companies[0].memberships[0].fee: "1": a fee needs a currency`},
		{memberships(`{"offer": "legacy-gold", "currency": "USD"}`), `3:58: companies[0].memberships[0].currency: "USD": a currency needs a fee`},
		{
			memberships(`{"offer": "solutions-partner-data-ai", "fee": "1", "currency": "USD"}, {"offer": "solutions-partner-security", "fee": "1", "currency": "USD"}`),
			`3:139: companies[0].memberships[1].fee: "1": one fee covers all designations: give it with only one of them`,
		},

		// Conflicting memberships.
		{
			memberships(security + ",\n{\"offer\": \"solutions-partner-data-ai\", \"start\": \"2022-03-06\"}"),
			`4:1: companies[0].memberships[1]: has anniversary date 2023-03-06, but must share 2023-03-05 of memberships[0]`,
		},
		{
			memberships(security + ",\n{\"offer\": \"legacy-gold\", \"anniversary\": \"2023-03-01\"}"),
			`4:1: companies[0].memberships[1]: has anniversary date 2023-03-01, but must share 2023-03-05 of memberships[0]`,
		},
		{
			memberships("{\"offer\": \"legacy-gold\", \"anniversary\": \"2023-01-30\"},\n{\"offer\": \"legacy-silver\", \"start\": \"2023-03-01\"}"),
			`4:1: companies[0].memberships[1]: is another active legacy membership beside memberships[0]`,
		},

		// Wanted offers.
		{member(`"wanted": ["platinum"]`), `3:16: companies[0].wanted[0]: "platinum": ` + offerCodes},
		{member(`"wanted": ["legacy-gold", "legacy-gold"]`), `3:31: companies[0].wanted[1]: "legacy-gold": listed twice`},
		{member(`"memberships": [` + security + "],\n\"wanted\": [\"solutions-partner-security\"]"), `4:12: companies[0].wanted[0]: "solutions-partner-security": is already listed under memberships`},

		// The program reports the first fault in the text.
		{
			"{\"companies\": [{\"wanted\": [\"x\"],\n\"account\": \"x\", \"name\": \"Example\"}], \"on\": \"x\"}",
			`1:28: companies[0].wanted[0]: "x": ` + offerCodes,
		},
	} {
		got := runWith(test.text, "-")
		want := outcome{status: portfolio.ExitFault, stderr: "standard input:" + test.want + "\n"}
		if got != want {
			t.Errorf("%s\n got %+v\nwant %+v", test.text, got, want)
		}
	}
}

func TestFaults_File(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mine.json")
	if err := os.WriteFile(file, []byte(memberships(`{"offer": "gold"}`)), 0o600); err != nil {
		t.Fatal(err)
	}
	got := runWith("", file)
	if want := file + `:3:31: companies[0].memberships[0].offer: "gold": want `; !strings.HasPrefix(got.stderr, want) || got.status != portfolio.ExitFault || got.stdout != "" {
		t.Errorf("got %+v, want stderr to begin with %q", got, want)
	}
	if strings.Count(got.stderr, "\n") != 1 {
		t.Errorf("more than one line: %q", got.stderr)
	}
}

// Input close to a fault is valid.
func TestFaults_None(t *testing.T) {
	for _, text := range []string{
		// A purchase today, and renewals on the first and last days of their windows.
		memberships(`{"offer": "legacy-gold", "start": "2023-03-01"}`),
		memberships(`{"offer": "legacy-gold", "start": "2021-01-01", "renewals": ["2022-01-31", "2023-01-02"]}`),
		// Gold is in its window, so that the designation has replaced it.
		memberships(`{"offer": "solutions-partner-security", "start": "2022-03-05"}, {"offer": "legacy-gold", "anniversary": "2023-02-28"}`),
		// A lapsed designation does not share the anniversary date.
		memberships(`{"offer": "solutions-partner-security", "start": "2022-03-05"}, {"offer": "solutions-partner-data-ai", "start": "2021-01-01"}`),
		member(`"qualified": {"security": "no"}, "scores": {"security": {"deployments": "0"}}`),
		memberships(`{"offer": "legacy-gold", "fee": "99999999999.9999", "currency": "USD"}`),
	} {
		if got := runWith(text, "-"); got.status != portfolio.ExitOK || got.stderr != "" {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
