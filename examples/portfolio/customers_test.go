package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// agreementOf returns the results for customers of a run.
func agreementOf(t *testing.T, args []string) *portfolio.Agreement {
	t.Helper()
	r := reportOf(t, args).Agreement
	if r == nil {
		t.Fatal("no results for customers")
	}
	return r
}

// customerBrief returns a customer in the form of the tables: acceptance, route,
// missing facts, and orders with their rules.
func customerBrief(c portfolio.Customer) string {
	s := c.Name + ": " + c.Confirmation.Accepted.String() + ", " + c.Plan.Route.String()
	if c.Plan.Missing != 0 {
		s += " missing " + c.Plan.Missing.String()
	}
	for _, o := range c.Orders {
		s += "; " + o.Kind.String() + " " + o.Verdict.String()
		for _, why := range o.Why {
			s += " " + string(why.Rule)
		}
	}
	return s
}

// TestCustomers checks each customer of the ten companies, in 2024 under the
// baseline, and in 2026 under the rules in force. In 2026 the attestation of
// 2023-02-17 is before the cut-off of 2023-04-01, and it is unknown whether a customer
// account is under review.
func TestCustomers(t *testing.T) {
	for _, test := range []struct {
		args []string
		want []string
	}{
		{baselineRun, []string{
			"Northlight Foods: yes, nothing-to-do; new-purchase allowed",
			"Harrow Lane Bakery: no, attest-at-order-prompt; seat-increase attest-first AGR-42; automatic-renewal allowed",
			"Tern Island Labs: no, attest-new-customer; new-purchase blocked AGR-40",
			"Ostra Glass: no, provider-attests; manual-renewal attest-first AGR-42",
			"Quarry Hill School: unknown, undetermined missing attested; new-purchase undetermined",
			"Pike and Daughters: yes, nothing-to-do; new-purchase allowed",
			"Lotus Harbor Trading: unknown, not-applicable; new-purchase not-applicable",
		}},
		{[]string{"-json", "-policy", "in-force", "-on", "2026-01-10", tenCompanies}, []string{
			"Northlight Foods: yes, attest-enhanced; new-purchase attest-first AGR-42",
			"Harrow Lane Bakery: no, attest-enhanced; seat-increase attest-first AGR-42; automatic-renewal allowed",
			"Tern Island Labs: no, attest-enhanced; new-purchase blocked AGR-40",
			"Ostra Glass: no, provider-attests; manual-renewal attest-first AGR-42",
			"Quarry Hill School: unknown, undetermined missing attested,attested-on; new-purchase undetermined",
			"Pike and Daughters: yes, nothing-to-do; new-purchase undetermined",
			"Lotus Harbor Trading: unknown, not-applicable; new-purchase not-applicable",
		}},
	} {
		customers := agreementOf(t, test.args).Customers
		if len(customers) != len(test.want) {
			t.Fatalf("%v: %d customers", test.args, len(customers))
		}
		for i, c := range customers {
			if got := customerBrief(c); got != test.want[i] {
				t.Errorf("%v:\n got %s\nwant %s", test.args, got, test.want[i])
			}
		}
	}
}

func TestCustomersSummary(t *testing.T) {
	const want = `{"customers":7,"accepted":2,"notAccepted":3,"unknown":1,"notApplicable":1,` +
		`"orders":8,"allowed":3,"attestFirst":2,"blocked":1,"undetermined":1,"ordersNotApplicable":1}`
	got, err := json.Marshal(agreementOf(t, baselineRun).Summary)
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

// The rules on the agreement are known for other days than the rules on offers.
func TestAgreementWarning(t *testing.T) {
	const file = `{"companies": [], "customers": [{"name": "Example"}]}`
	for _, test := range []struct {
		on, policy, known string
	}{
		{"2020-01-31", "in-force", "2020-02-01 to 2026-01-31"},
		{"2020-02-01", "baseline", ""},
		{"2026-01-31", "baseline", ""},
		{"2026-01-31", "in-force", ""},
		{"2026-02-01", "in-force", "2020-02-01 to 2026-01-31"},
	} {
		got := runWith(file, "-on", test.on, "-policy", test.policy, "-")
		_, section, found := strings.Cut(got.stdout, "Customer agreement\n")
		warned := strings.Contains(flat(section), "Warning: These rules are known only from "+test.known+".")
		if !found || warned != (test.known != "") || warned != strings.Contains(section, "Warning") {
			t.Errorf("%+v: %+v", test, got)
		}
	}
	if got := runWith(`{"companies": []}`, "-"); strings.Contains(got.stdout, "Customer agreement") {
		t.Errorf("without customers: %s", got.stdout)
	}
}

func TestCustomerFaults(t *testing.T) {
	for text, want := range map[string]string{
		`{"kind": "new"}`:                               `1:33: customers[0]: the member name is missing`,
		`{"name": "A", "size": 1}`:                      `1:47: customers[0]: "size": unknown member; known are name, tenant, cloud, partner, role, channel, kind, underReview, companyName, attestations, provider, direct, orders`,
		`{"name": "A", "kind": "old"}`:                  `1:55: customers[0].kind: "old": want unknown, new or existing`,
		`{"name": "A", "direct": {"given": true}}`:      `1:67: customers[0].direct.given: true: want a string, not a boolean`,
		`{"name": "A", "direct": {"on": "2024-02-30"}}`: `1:64: customers[0].direct.on: "2024-02-30": day 30 is not within 1 to 29`,
		`{"name": "A", "attestations": [{}]}`:           `1:64: customers[0].attestations[0]: the member primaryContact is missing`,
		`{"name": "A", "attestations": [{"primaryContact": {}, "dateAgreed": "2024-01-01T25:00:00Z"}]}`: `1:101: customers[0].attestations[0].dateAgreed: "2024-01-01T25:00:00Z": want at most 23 hours, 59 minutes and 59 seconds`,
		`{"name": "A", "attestations": [{"primaryContact": {"mail": "x"}}]}`:                            `1:84: customers[0].attestations[0].primaryContact: "mail": unknown member; known are firstName, lastName, email, phoneNumber`,
		`{"name": "A", "orders": ["gift"]}`:                                                             `1:58: customers[0].orders[0]: "gift": want unknown, new-purchase, seat-increase, seat-decrease, upgrade, term-change, manual-renewal, automatic-renewal or cancellation`,
	} {
		got := runWith(`{"companies": [], "customers": [`+text+`]}`, "-")
		if got.status != portfolio.ExitFault || got.stdout != "" || got.stderr != "standard input:"+want+"\n" {
			t.Errorf("%s\n got %+v\nwant %s", text, got, want)
		}
	}
}
