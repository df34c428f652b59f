package partnerrules_test

import (
	"errors"
	"fmt"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A service reads a request. A misspelled member would leave a fact unknown, so it is
// rejected.
func ExampleDecode() {
	type Request struct {
		Offer eligibility.Offer `json:"offer"`
		Facts eligibility.Facts `json:"facts"`
	}
	body := `{"offer": "partner-success-core-benefits", "facts": {"acount": "authorized"}}`
	_, err := partnerrules.Decode[Request]([]byte(body))
	var bad *partnerrules.InputError
	if errors.As(err, &bad) {
		fmt.Println(bad.Path)
		fmt.Println(bad.Reason)
	}
	// Output:
	// facts.acount
	// unknown member, did you mean "account"?
}
