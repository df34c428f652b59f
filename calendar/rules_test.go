package calendar_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/calendar"
)

// Find returns the rule with an ID.
func ExampleRules() {
	rule, ok := calendar.Rules().Find("CAL-05")
	fmt.Println(ok, rule.Title)
	fmt.Println(rule.Basis+":", rule.Sources[0].Title)
	// Output:
	// true Renewal window
	// S, P 2018-24: Microsoft AI Cloud Partner Program benefits FAQ
}
