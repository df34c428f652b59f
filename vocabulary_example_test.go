package partnerrules_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A program shows which facts the user still has to give.
func ExampleSetOf() {
	missing := partnerrules.SetOf(eligibility.FactBilling, eligibility.FactAccount)
	fmt.Println(missing.Has(eligibility.FactBilling), missing)
	// Output:
	// true account,billing
}

// A program offers the levels of legacy status in a list.
func ExampleValues() {
	for status := range partnerrules.Values[eligibility.LegacyStatus]() {
		fmt.Println(status)
	}
	// Output:
	// unknown
	// none
	// gold
	// silver
	// gold-and-silver
}

// A missing value in a database is unknown.
func ExampleTriFromBool() {
	tri := func(column *bool) partnerrules.Tri {
		if column == nil {
			return partnerrules.Unknown
		}
		return partnerrules.TriFromBool(*column)
	}
	active := true
	fmt.Println(tri(&active), tri(nil))
	// Output:
	// yes unknown
}

// The rules of the root package hold for every text that enters a program.
func ExampleRules() {
	rule, _ := partnerrules.Rules().Find("INP-07")
	fmt.Println(rule.Title, rule.AnsweredBy)
	// Output:
	// Database values [calendar.Date.Scan]
}
