package partnerrules_test

import (
	"fmt"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A billing platform knows when a customer bought and renewed a pack, and asks
// what to show today.
func Example() {
	bought := calendar.MustParseDate("2022-02-28")
	renewed := calendar.MustParseDate("2023-03-15")
	today := calendar.MustParseDate("2024-03-29")

	ad, err := calendar.AnniversaryDate(bought, renewed)
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Billing:     eligibility.BillingLinked,
		SuccessCore: eligibility.Pack{Active: eligibility.Yes, Anniversary: ad},
		Role:        eligibility.PartnerAdmin,
	}
	d, err := eligibility.Evaluate(eligibility.PartnerSuccessCore, facts, today)
	if err != nil {
		fmt.Println(err)
		return
	}
	left, _ := calendar.LastAccess(ad).DaysSince(today)
	fmt.Printf("%s: %s, %s\n", d.Offer.Title(), d.Button, d.Verdict)
	fmt.Printf("anniversary date %s, window %s, %d days left\n", ad, calendar.RenewalWindow(ad), left)
	// Output:
	// Partner Success Core Benefits: renew, enabled
	// anniversary date 2024-02-28, window 2024-02-29/2024-03-29, 0 days left
}
