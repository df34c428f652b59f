package main

import (
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/agreement"
)

// A customer wants to buy. The service may know its attestation, may know that there is
// none, or may not answer.
func Example() {
	facts := agreement.Facts{
		Partner: agreement.DirectBill, Role: agreement.SalesAgent, Customer: agreement.ExistingCustomer, UnderReview: agreement.No,
		Acceptance: agreement.Acceptance{Direct: agreement.Consent{Given: agreement.No}},
		Now:        agreement.MustParseTimestamp("2024-06-14T10:00:00Z"),
	}
	for _, name := range []string{"attested", "none", "denied"} {
		response, err := os.Open("testdata/" + name + ".json")
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("#", name)
		if err := decide(response, os.Stdout, agreement.NewPurchase, facts); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// # attested
	// New purchase: The order may proceed.
	// # none
	// New purchase: The order waits for the customer's acceptance of the agreement.
	// - AGR-42: The order waits until you attest that the customer has accepted. Attest at the prompt of the order, with the current date. The order continues when you save.
	// - Enter the first name, last name and email address of the person who accepted. The phone number is optional.
	// - Enter the current date as the date of acceptance.
	// - Save. The order then continues.
	// the order does not go on
	// # denied
	// error "1002" of the service. Check that the user has the required role, and that the credentials and the tenant are right. Then send the request again.
}

// A response that cannot be read is an error, and the gate stays closed.
func TestDecide_Unreadable(t *testing.T) {
	for _, response := range []string{"{", `{"totalCount": 1, "items": [null]}`, "<html>"} {
		var out strings.Builder
		err := decide(strings.NewReader(response), &out, agreement.NewPurchase, agreement.Facts{})
		if err == nil || out.Len() > 0 {
			t.Errorf("%s: %v, %s", response, err, out.String())
		}
	}
}
