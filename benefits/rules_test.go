package benefits_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/benefits"
)

// Find returns a rule by its ID, such as the ID that Reason.Rule returns.
func ExampleRules() {
	rule, ok := benefits.Rules().Find("BEN-04")
	fmt.Println(ok, rule.Title)
	fmt.Println(rule.Basis+":", rule.Sources[0].Title)
	// Output:
	// true Azure credits
	// S: Microsoft AI Cloud Partner Program benefits FAQ
}
