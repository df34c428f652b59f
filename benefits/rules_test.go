package benefits_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/benefits"
)

// A rule can be looked up by its ID, which every reason of the rule carries.
func ExampleRules() {
	rule, ok := benefits.Rules().Find("BEN-04")
	fmt.Println(ok, rule.Title)
	fmt.Println(rule.Basis+":", rule.Sources[0].Title)
	// Output:
	// true Azure credits
	// S: Microsoft AI Cloud Partner Program benefits FAQ
}
