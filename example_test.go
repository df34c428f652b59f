package partnerrules_test

import (
	"fmt"
	"log"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The program of README.md: may the company renew today? If not, why not, and
// when?
func Example() {
	today := calendar.MustParseDate("2024-02-10")
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Membership:  eligibility.HoldsDesignation,
		Anniversary: calendar.MustParseDate("2024-03-01"),
		Held:        eligibility.AreasOf(eligibility.Security),
		Qualified:   eligibility.Areas{Security: eligibility.Yes},
		Billing:     eligibility.BillingNotLinked,
	}
	decision, err := eligibility.Evaluate(eligibility.SolutionsPartnerSecurity, facts, today)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(decision.Explain(facts).Text())

	facts.Billing = eligibility.BillingLinked
	opening, err := eligibility.NextOpening(eligibility.SolutionsPartnerSecurity, facts, today)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("With a billing profile:")
	fmt.Println(opening.Explain(facts, today).Text())
	// Output:
	// Solutions Partner for Security: The Buy button is disabled: a requirement is not met.
	// - ELG-02: The renewal window is not open yet. Wait until the renewal window opens. From 2024-03-02 on, this no longer holds.
	// - ELG-05: No billing profile is linked to this tenant or set up on it, or the profile is not up to date. Link a billing account and profile to the tenant.
	// - Before the renewal, the account admin must review and update the company's business information, and Microsoft may ask for documents.
	// - One annual fee pays for all designations, and all designations share the anniversary date of the first one.
	// - Only the program's partner admin or the account admin can buy or renew offers.
	// With a billing profile:
	// Solutions Partner for Security: The Renew button is enabled on these days, unless the facts change.
	// - Days on which the Renew button is enabled: 2024-03-02 to 2024-03-31
}

// A billing platform knows when a customer bought and renewed a pack, and asks
// what to show today.
func Example_anniversary() {
	bought := calendar.MustParseDate("2022-02-28")
	renewed := calendar.MustParseDate("2023-03-15")
	today := calendar.MustParseDate("2024-03-29")

	ad, err := calendar.AnniversaryDate(bought, renewed)
	if err != nil {
		log.Fatal(err)
	}
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Billing:     eligibility.BillingLinked,
		SuccessCore: eligibility.Pack{Active: eligibility.Yes, Anniversary: ad},
		Role:        eligibility.PartnerAdmin,
	}
	decision, err := eligibility.Evaluate(eligibility.PartnerSuccessCore, facts, today)
	if err != nil {
		log.Fatal(err)
	}
	left, _ := calendar.LastAccess(ad).DaysSince(today)
	fmt.Printf("%s: %s, %s\n", decision.Offer.Title(), decision.Button, decision.Verdict)
	fmt.Printf("anniversary date %s, window %s, %d days left\n", ad, calendar.RenewalWindow(ad), left)
	// Output:
	// Partner Success Core Benefits: renew, enabled
	// anniversary date 2024-02-28, window 2024-02-29/2024-03-29, 0 days left
}

// A program stores the ID of a rule with each decision, and shows the rule later.
func ExampleRulebook_Find() {
	rule, ok := eligibility.Rules().Find("ELG-05")
	fmt.Println(ok, rule.Title, rule.AnsweredBy)
	_, ok = eligibility.Rules().Find("ELG-99")
	fmt.Println(ok)
	// Output:
	// true Billing profile [eligibility.Evaluate]
	// false
}
