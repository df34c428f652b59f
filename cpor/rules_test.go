package cpor_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/cpor"
)

// Find returns a rule by its ID, which every reason has.
func ExampleRules() {
	rule, ok := cpor.Rules().Find("CPR-09")
	fmt.Println(ok, rule.Title)
	fmt.Println(rule.Basis+":", rule.Sources[0].Title)
	// Output:
	// true CSP subscription
	// S: Issues with Claimed Partner of Record (CPOR) customer associations
}
