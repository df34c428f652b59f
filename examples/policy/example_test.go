package policy_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/examples/policy"
)

// The program lets an order go on if the customer has accepted. Bluefin also wants to
// know when.
func ExampleCheckOrder() {
	facts := agreement.Facts{
		Partner: agreement.DirectBill, Customer: agreement.ExistingCustomer,
		Acceptance: agreement.Acceptance{Partner: agreement.Consent{Given: agreement.Yes}},
		Now:        agreement.MustParseTimestamp("2024-06-14"),
	}
	fmt.Println(policy.CheckOrder(agreement.NewPurchase, facts))

	facts.Acceptance.Partner.On = agreement.MustParseTimestamp("2024-03-11")
	fmt.Println(policy.CheckOrder(agreement.NewPurchase, facts))
	// Output:
	// {false [BLU-01]} <nil>
	// {true []} <nil>
}
