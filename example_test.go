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

// The first example of README.md.
func Example_readme() {
	show := func() error {
		facts := eligibility.Facts{
			Account:     eligibility.Authorized,
			Membership:  eligibility.HoldsGold,
			Anniversary: calendar.MustParseDate("2024-03-01"),
			Qualified:   eligibility.Areas{Security: eligibility.Yes},
			Status2022:  eligibility.StatusGold,
			Billing:     eligibility.BillingLinked,
		}
		decision, err := eligibility.Evaluate(eligibility.LegacyGold, facts, calendar.MustParseDate("2024-02-10"))
		if err != nil {
			return err
		}
		fmt.Println(decision.Verdict)
		for reason, row := range decision.Reasons() {
			fmt.Println("-", reason.Rule(), reason.Message(), row.From)
		}
		return nil
	}
	if err := show(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// disabled
	// - ELG-02 The renewal window is not open yet. 2024-03-02
	// - ELG-03 The company meets the requirements for a Solutions Partner designation, or holds one, so legacy benefits are no longer sold to it. no date
}
