package eligibility_test

import (
	"encoding/json"
	"fmt"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A company with legacy Gold benefits has qualified for the Security designation
// and wants to renew Gold.
func Example() {
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Membership:  eligibility.HoldsGold,
		Anniversary: calendar.MustParseDate("2024-03-01"),
		Qualified:   eligibility.Areas{Security: eligibility.Yes},
		Status2022:  eligibility.StatusGold,
		Billing:     eligibility.BillingLinked,
	}
	today := calendar.MustParseDate("2024-02-10")

	decision, err := eligibility.Evaluate(eligibility.LegacyGold, facts, today)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(decision.Verdict)
	for reason, requirement := range decision.Reasons() {
		fmt.Println("-", reason.Message())
		fmt.Println(" ", decision.Remedy(reason))
		if !requirement.From.IsZero() {
			fmt.Println("  From", requirement.From)
		}
	}
	// Output:
	// disabled
	// - The renewal window is not open yet.
	//   Wait until the renewal window opens.
	//   From 2024-03-02
	// - The company meets the requirements for a Solutions Partner designation, or has attained one, so legacy benefits are no longer sold to it.
	//   Buy the Solutions Partner offer. It lets you choose between Solutions Partner benefits and your legacy benefits.
}

// Unknown facts are never treated as yes or no. If the verdict depends on them, the
// decision lists them.
func ExampleEvaluate_missingFacts() {
	facts := eligibility.Facts{Account: eligibility.Authorized}
	today := calendar.MustParseDate("2024-02-10")

	d, err := eligibility.Evaluate(eligibility.PartnerSuccessCore, facts, today)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Verdict)
	for fact := range d.Missing.All() {
		fmt.Println("- missing:", fact)
	}

	facts.Billing = eligibility.BillingNotLinked
	d, err = eligibility.Evaluate(eligibility.PartnerSuccessCore, facts, today)
	fmt.Println(d.Verdict, err)
	// Output:
	// undetermined
	// - missing: billing
	// - missing: pack
	// - missing: pack-anniversary
	// disabled <nil>
}

// All ranges over the whole checklist, and each requirement has its texts.
func ExampleDecision_All() {
	facts := eligibility.Facts{
		Account: eligibility.Pending,
		Billing: eligibility.BillingLinked,
		Launch:  eligibility.Pack{Active: eligibility.No},
	}
	d, err := eligibility.Evaluate(eligibility.PartnerLaunchBenefits, facts, calendar.MustParseDate("2024-02-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for reason, requirement := range d.All() {
		fmt.Printf("%s %s %s\n", reason.Rule(), reason.Question(), requirement.State)
		if requirement.State == eligibility.NotMet {
			fmt.Println("  to do:", d.Remedy(reason))
			fmt.Println("  read: ", d.See(reason))
		}
	}
	// Output:
	// ELG-01 Has the account been verified and approved? not-met
	//   to do: Complete the account verification under Legal info in Partner Center.
	//   read:  Legal info
	// ELG-02 Is the renewal window open? met
	// ELG-05 Is a billing profile linked to this tenant, or set up on it? met
}

// A designation can be renewed through each of its qualified areas. The other areas
// are lost.
func ExampleEvaluate_lostAreas() {
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Membership:  eligibility.HoldsDesignation,
		Anniversary: calendar.MustParseDate("2024-03-01"),
		Held:        eligibility.AreasOf(eligibility.ModernWork, eligibility.Security),
		Qualified:   eligibility.Areas{ModernWork: eligibility.No, Security: eligibility.Yes},
		Status2022:  eligibility.StatusSilver,
		Billing:     eligibility.BillingLinked,
	}
	for _, offer := range []eligibility.Offer{eligibility.SolutionsPartnerSecurity, eligibility.SolutionsPartnerModernWork} {
		d, err := eligibility.Evaluate(offer, facts, calendar.MustParseDate("2024-03-15"))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(d)
		fmt.Println("  lost:", d.Lost)
		fmt.Println("  renew through:", d.RenewThrough)
		fmt.Println("  or legacy Silver benefits:", d.Benefits.LegacySilver)
		for note := range d.Notes() {
			fmt.Println("  -", note.Code)
		}
	}
	// Output:
	// solutions-partner-security on 2024-03-15: enabled, button: renew
	//   lost: modern-work
	//   renew through: unknown
	//   or legacy Silver benefits: yes
	//   - review-business-information
	//   - one-fee-for-all-designations
	//   - role-not-given
	// solutions-partner-modern-work on 2024-03-15: disabled: requirements-not-met
	//   lost: modern-work
	//   renew through: security
	//   or legacy Silver benefits: no
	//   - renew-through-another-area
	//   - review-business-information
	//   - one-fee-for-all-designations
	//   - role-not-given
}

// One call evaluates all offers.
func ExampleEvaluateAll() {
	facts := eligibility.Facts{
		Account:         eligibility.Authorized,
		Membership:      eligibility.HoldsNothing,
		Qualified:       eligibility.Areas{ModernWork: eligibility.Yes},
		Billing:         eligibility.BillingLinked,
		Status2022:      eligibility.StatusNone,
		ActionPack:      eligibility.Pack{Active: eligibility.No},
		Launch:          eligibility.Pack{Active: eligibility.No},
		SuccessCore:     eligibility.Pack{Active: eligibility.Yes, Anniversary: calendar.MustParseDate("2024-03-01")},
		SuccessExpanded: eligibility.Pack{Active: eligibility.No},
		Learning:        eligibility.Pack{Active: eligibility.No},
	}
	all, err := eligibility.EvaluateAll(facts, calendar.MustParseDate("2024-03-15"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range all {
		if d.Verdict == eligibility.Enabled {
			fmt.Printf("%s: %s\n", d.Button, d.Offer.Title())
		}
	}
	// Output:
	// buy: Solutions Partner for Modern Work
	// buy: Microsoft Action Pack
	// buy: Partner Launch Benefits
	// renew: Partner Success Core Benefits
	// buy: Partner Success Expanded Benefits
}

// InForce returns a policy with the changes that have a published date. The
// decision holds its policy.
func ExampleInForce() {
	facts := eligibility.Facts{
		Account:    eligibility.Authorized,
		Billing:    eligibility.BillingLinked,
		ActionPack: eligibility.Pack{Active: eligibility.No},
		Learning:   eligibility.Pack{Active: eligibility.No},
	}
	day := calendar.MustParseDate("2025-01-22")

	policy, coverage := eligibility.InForce(day)
	d, err := policy.Evaluate(eligibility.MicrosoftActionPack, facts, day)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(coverage)
	fmt.Println(d)
	fmt.Println(d.Policy)
	// Output:
	// published
	// microsoft-action-pack on 2025-01-22: disabled: offer-retired
	// in force
}

// Before the renewal window, NextOpening returns the window in which the button is
// enabled.
func ExampleNextOpening() {
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Membership:  eligibility.HoldsSilver,
		Anniversary: calendar.MustParseDate("2024-03-01"),
		Qualified: eligibility.Areas{
			DataAI: eligibility.No, DigitalAppInnovation: eligibility.No, Infrastructure: eligibility.No,
			BusinessApplications: eligibility.No, ModernWork: eligibility.No, Security: eligibility.No,
		},
		HeldEarlier: eligibility.No,
		Status2022:  eligibility.StatusSilver,
		Billing:     eligibility.BillingLinked,
	}
	opening, err := eligibility.NextOpening(eligibility.LegacySilver, facts, calendar.MustParseDate("2024-01-01"))
	fmt.Println(opening.Verdict, opening.Button, opening.Days, err)
	// Output: enabled renew 2024-03-02/2024-03-31 <nil>
}

// A score of 70 does not qualify an area if a metric is zero.
func ExampleAssess() {
	points := func(s string) eligibility.Points {
		p, err := eligibility.ParsePoints(s)
		if err != nil {
			fmt.Println(err)
		}
		return p
	}
	a, err := eligibility.Assess(eligibility.ModernWork, eligibility.Metrics{
		NetCustomerAdds: points("20"),
		Intermediate:    points("10"),
		Advanced:        points("15"),
		UsageGrowth:     points("25"),
		Deployments:     points("0"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a)
	for metric := range a.Unmet() {
		fmt.Println("- zero:", metric, "in", metric.Category())
	}
	// Output:
	// modern-work: qualified no, score 70.00 of 100
	// - zero: deployments in customer-success
}

// One qualifying day of the window is enough. The score of 15 August does not settle
// anything.
func ExampleQualify() {
	points := func(hundredths int) eligibility.Points {
		p, err := eligibility.NewPoints(hundredths)
		if err != nil {
			fmt.Println(err)
		}
		return p
	}
	score := eligibility.Score{
		Area: eligibility.Security,
		On:   calendar.MustParseDate("2024-04-10"),
		Metrics: eligibility.Metrics{
			NetCustomerAdds: points(1000), Intermediate: points(3000), UsageGrowth: points(1500), Deployments: points(1500),
		},
	}
	low := score
	low.On, low.Metrics.Intermediate = calendar.MustParseDate("2024-08-15"), points(2000)

	facts := eligibility.Facts{Membership: eligibility.HoldsNothing}
	today := calendar.MustParseDate("2024-08-15")

	facts, err := eligibility.Qualify(facts, today, score, low)
	fmt.Println(facts.Qualified.Security, err)
	// Output: yes <nil>
}

// The window of a held area depends on its anniversary date.
func ExampleQualificationWindow() {
	today := calendar.MustParseDate("2024-08-20")
	ad := calendar.MustParseDate("2024-08-15")

	fmt.Println("not held:", eligibility.QualificationWindow(eligibility.No, calendar.Date{}, today))
	fmt.Println("held:    ", eligibility.QualificationWindow(eligibility.Yes, ad, today))
	// Output:
	// not held: 2024-03-01/2024-08-20
	// held:     2024-03-01/2024-08-31
}

// A membership is asked about three days. It was renewed on 20 March 2025.
func ExampleStandingOn() {
	day := calendar.MustParseDate
	membership := eligibility.Membership{
		Offer: eligibility.SolutionsPartnerSecurity,
		Start: day("2024-03-01"), Renewals: []calendar.Date{day("2025-03-20")},
	}
	for _, on := range []string{"2025-02-01", "2025-03-19", "2025-03-20"} {
		s, err := eligibility.StandingOn(membership, day(on))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(on, s.Phase, "with anniversary date", s.Anniversary, "and days left:", s.DaysLeft)
	}
	// Output:
	// 2025-02-01 running with anniversary date 2025-03-01 and days left: 28
	// 2025-03-19 in-window with anniversary date 2025-03-01 and days left: 12
	// 2025-03-20 running with anniversary date 2026-03-01 and days left: 346
}

// The facts about memberships follow from a complete list. The other facts are set on
// the result.
func ExampleFactsFrom() {
	today := calendar.MustParseDate("2024-09-15")
	facts, err := eligibility.FactsFrom([]eligibility.Membership{
		{Offer: eligibility.SolutionsPartnerSecurity, Start: calendar.MustParseDate("2024-03-01")},
		{Offer: eligibility.PartnerLaunchBenefits, Start: calendar.MustParseDate("2023-03-01")},
	}, true, today)
	if err != nil {
		fmt.Println(err)
		return
	}
	facts.Account, facts.Billing = eligibility.Authorized, eligibility.BillingLinked

	fmt.Println(facts.Membership, facts.Held, facts.Anniversary)
	d, err := eligibility.Evaluate(eligibility.PartnerLaunchBenefits, facts, today)
	fmt.Println(d, err)
	// Output:
	// designation security 2025-03-01
	// partner-launch-benefits on 2024-09-15: enabled, button: buy <nil>
}

// A month before its window, a designation is not ready to be renewed. A metric of the
// area is zero.
func ExampleCheckRenewal() {
	points, err := eligibility.NewPoints(2000)
	if err != nil {
		fmt.Println(err)
		return
	}
	zero, err := eligibility.NewPoints(0)
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Membership:  eligibility.HoldsDesignation,
		Anniversary: calendar.MustParseDate("2024-03-01"),
		Held:        eligibility.AreasOf(eligibility.Security),
		Qualified:   eligibility.Areas{Security: eligibility.No},
		Billing:     eligibility.BillingLinked,
		Role:        eligibility.PartnerAdmin,
	}
	score := eligibility.Score{Area: eligibility.Security, Metrics: eligibility.Metrics{Intermediate: points, Deployments: zero}}

	r, err := eligibility.CheckRenewal(eligibility.SolutionsPartnerSecurity, facts, calendar.MustParseDate("2024-02-01"), score)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ready:", r.Ready)
	for reason := range r.Decision.Reasons() {
		fmt.Println("-", reason, "in", r.Lacking)
	}
	fmt.Println("renew within", r.Days)
	for note := range r.Decision.Notes() {
		fmt.Println("-", note.Code)
	}
	// Output:
	// ready: no
	// - requirements-not-met in customer-success
	// renew within 2024-03-02/2024-03-31
	// - review-business-information
	// - one-fee-for-all-designations
}

// The package can be changed only in the renewal window.
func ExampleCheckPackageChange() {
	ad := calendar.MustParseDate("2024-03-01")

	for _, day := range []string{"2024-02-10", "2024-03-15"} {
		answer, err := eligibility.CheckPackageChange(eligibility.LegacyGold, ad, calendar.MustParseDate(day))
		fmt.Println(day, answer.Allowed, answer.Reason, "holds through", answer.HoldsThrough, err)
	}
	// Output:
	// 2024-02-10 no package-fixed holds through 2024-03-01 <nil>
	// 2024-03-15 yes  holds through 2025-03-01 <nil>
}

// A payment that is one day late loses the designation.
func ExampleCheckRetention() {
	ad := calendar.MustParseDate("2024-03-01")

	for _, paid := range []string{"2024-03-31", "2024-04-01"} {
		r, err := eligibility.CheckRetention(ad, calendar.MustParseDate(paid), eligibility.Yes)
		fmt.Println("paid", paid, "kept:", r.Kept, r.Payment.Reason, err)
	}
	// Output:
	// paid 2024-03-31 kept: yes  <nil>
	// paid 2024-04-01 kept: no window-passed <nil>
}

// A decision survives a round trip through JSON.
func ExampleDecision_json() {
	d, err := eligibility.Evaluate(eligibility.PartnerLaunchBenefits, eligibility.Facts{
		Account: eligibility.Authorized,
		Billing: eligibility.BillingLinked,
		Launch:  eligibility.Pack{Active: eligibility.Yes, Anniversary: calendar.MustParseDate("2024-03-01")},
		Role:    eligibility.AccountAdmin,
	}, calendar.MustParseDate("2024-02-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))

	var again eligibility.Decision
	fmt.Println(json.Unmarshal(text, &again), again == d)
	// Output:
	// {
	//   "offer": "partner-launch-benefits",
	//   "verdict": "disabled",
	//   "button": "buy",
	//   "on": "2024-02-10",
	//   "rows": {
	//     "account": {
	//       "state": "met"
	//     },
	//     "window": {
	//       "state": "not-met",
	//       "reason": "window-not-open",
	//       "from": "2024-03-02"
	//     },
	//     "billing": {
	//       "state": "met"
	//     }
	//   },
	//   "roleMayBuy": "yes",
	//   "active": "yes",
	//   "coverage": "before-first-edition",
	//   "policy": {
	//     "dates": {
	//       "windowOpens": 1,
	//       "windowCloses": 30
	//     },
	//     "retiredFrom": "2025-01-22",
	//     "renewalQualifiesFrom": "2026-05-11"
	//   }
	// }
	// <nil> true
}

// A web service shows an explanation as it is, and stores it as the record of the
// decision.
func ExampleDecision_Explain() {
	facts := eligibility.Facts{
		Account:     eligibility.Authorized,
		Membership:  eligibility.HoldsGold,
		Anniversary: calendar.MustParseDate("2024-03-01"),
		Status2022:  eligibility.StatusGold,
	}
	decision, err := eligibility.Evaluate(eligibility.LegacySilver, facts, calendar.MustParseDate("2024-02-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	explanation := decision.Explain(facts)

	fmt.Println(explanation.Title + ". " + explanation.Verdict.Message)
	for _, reason := range explanation.Reasons {
		fmt.Println("-", reason.Rule, reason.Severity, reason.Message)
		if reason.From != "" {
			fmt.Println("  until", reason.From)
		}
	}
	explanation.Reasons, explanation.Notes, explanation.Answer = nil, nil, nil
	text, err := json.MarshalIndent(explanation, "", "  ")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
	// Output:
	// Legacy Silver. The Buy button is disabled: a requirement is not met.
	// - ELG-02 error The renewal window is not open yet.
	//   until 2024-03-02
	// - ELG-03 unknown Has the company never held a Solutions Partner designation, and does it qualify for none?
	// - ELG-04 error The company did not hold this competency status on 30 September 2022.
	// - ELG-05 unknown Is a billing profile linked to this tenant, or set up on it?
	// {
	//   "format": 1,
	//   "library": "v0.2.0",
	//   "question": "eligibility.evaluate",
	//   "given": {
	//     "facts": {
	//       "account": "authorized",
	//       "membership": "gold",
	//       "anniversary": "2024-03-01",
	//       "status2022": "gold"
	//     },
	//     "offer": "legacy-silver",
	//     "on": "2024-02-10",
	//     "policy": {
	//       "dates": {
	//         "windowOpens": 1,
	//         "windowCloses": 30
	//       },
	//       "retiredFrom": "2025-01-22",
	//       "renewalQualifiesFrom": "2026-05-11"
	//     }
	//   },
	//   "title": "Legacy Silver",
	//   "verdict": {
	//     "code": "disabled",
	//     "message": "The Buy button is disabled: a requirement is not met."
	//   },
	//   "policy": "in force",
	//   "coverage": {
	//     "code": "published",
	//     "message": "Published sources show the rules for this day."
	//   },
	//   "answer": null
	// }
}

// A competency membership counts for legacy benefits if it was active on
// 30 September 2022.
func ExampleHeldLegacyStatus() {
	gold := calendar.MustParsePeriod("2021-11-05/2022-11-05")
	silver := calendar.MustParsePeriod("2021-09-20/2022-09-20")

	fmt.Println(eligibility.LegacyStatusFrom(eligibility.HeldLegacyStatus(gold), eligibility.HeldLegacyStatus(silver)))
	// Output: gold
}

// Family and SolutionsPartner relate offers to families and areas.
func ExampleOffer() {
	for offer := range partnerrules.Values[eligibility.Offer]() {
		if offer.Family() == eligibility.FamilyPack {
			fmt.Println(offer)
		}
	}
	fmt.Println(eligibility.SolutionsPartner(eligibility.Security).Title())
	// Output:
	// microsoft-action-pack
	// partner-launch-benefits
	// partner-success-core-benefits
	// partner-success-expanded-benefits
	// Solutions Partner for Security
}

// Points are exact to the hundredth. They are made from a text or from hundredths.
func ExampleNewPoints() {
	performance, err := eligibility.NewPoints(667)
	if err != nil {
		fmt.Println(err)
		return
	}
	skilling, err := eligibility.ParsePoints("6.67")
	fmt.Println(performance, performance == skilling, err)
	_, err = eligibility.ParsePoints("6.667")
	fmt.Println(err)
	// Output:
	// 6.67 true <nil>
	// points "6.667" at offset 4: more than two decimals
}

// The maximum points of a metric depend on the area.
func ExampleMaxPoints() {
	fmt.Println(eligibility.MaxPoints(eligibility.Security, eligibility.NetCustomerAdds))
	// Output:
	// 20.00
}
