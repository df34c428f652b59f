package agreement_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/agreement"
)

// Find returns a rule by its ID, such as the ID that a reason returns.
func ExampleRules() {
	rule, ok := agreement.Rules().Find("AGR-02")
	fmt.Println(ok, rule.Title)
	fmt.Println(rule.Basis+":", rule.Sources[0].Title)
	// Output:
	// true Role for attesting
	// S: Confirm that a customer has accepted the Microsoft Customer Agreement
}
