package eligibility_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/eligibility"
)

// Find returns the rule with an ID, such as the rule of a reason.
func ExampleRules() {
	rule, ok := eligibility.Rules().Find("ELG-05")
	fmt.Println(ok, rule.Title)
	fmt.Println(rule.Basis+":", rule.Sources[0].Title)
	// Output:
	// true Billing profile
	// S: Troubleshoot membership purchase: Buy now or Renew button is disabled
}
