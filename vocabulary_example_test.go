package partnerrules_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A program shows which facts it still has to ask for.
func ExampleSetOf() {
	missing := partnerrules.SetOf(eligibility.FactBilling, eligibility.FactAccount)
	fmt.Println(missing.Has(eligibility.FactBilling), missing)
	// Output:
	// true account,billing
}

// A program fills a list of choices with the levels of legacy status.
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

// A program whose database allows for a missing value keeps it unknown.
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
