package agreement_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/agreement"
)

// A rule can be looked up by its ID, which every reason of the rule carries.
func ExampleRules() {
	rule, ok := agreement.Rules().Find("AGR-02")
	fmt.Println(ok, rule.Title)
	fmt.Println(rule.Basis+":", rule.Sources[0].Title)
	// Output:
	// true Role for attesting
	// S: Confirm that a customer has accepted the Microsoft Customer Agreement
}
