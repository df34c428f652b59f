// Package eligibility answers the question: can a company buy or renew an offer of
// the Microsoft AI Cloud Partner Program on a day? If not: why, what can it do, and
// when does that change? Partner Center shows a Buy or Renew button for each
// offer, and disables it while a requirement is not met. [Evaluate] returns the
// state of that button.
//
// In this program, a company with legacy Gold benefits has qualified for the
// Security designation and wants to renew Gold:
//
//	package main
//
//	import (
//		"fmt"
//
//		"github.com/partnerrules/partnerrules/calendar"
//		"github.com/partnerrules/partnerrules/eligibility"
//	)
//
//	func main() {
//		facts := eligibility.Facts{
//			Account:     eligibility.Authorized,
//			Membership:  eligibility.HoldsGold,
//			Anniversary: calendar.MustParseDate("2024-03-01"),
//			Qualified:   eligibility.Areas{Security: eligibility.Yes},
//			Status2022:  eligibility.StatusGold,
//			Billing:     eligibility.BillingLinked,
//		}
//		today := calendar.MustParseDate("2024-02-10")
//
//		decision, err := eligibility.Evaluate(eligibility.LegacyGold, facts, today)
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		fmt.Println(decision.Verdict)
//		for reason, requirement := range decision.Reasons() {
//			fmt.Println("-", reason.Message())
//			fmt.Println(" ", decision.Remedy(reason))
//			if !requirement.From.IsZero() {
//				fmt.Println("  From", requirement.From)
//			}
//		}
//		// Output:
//		// disabled
//		// - The renewal window is not open yet.
//		//   Wait until the renewal window opens.
//		//   From 2024-03-02
//		// - The company meets the requirements for a Solutions Partner designation, or has attained one, so legacy benefits are no longer sold to it.
//		//   Buy the Solutions Partner offer. It lets you choose between Solutions Partner benefits and your legacy benefits.
//	}
//
// # Functions
//
//	question                                             function
//	Is the button enabled on this day?                   Evaluate
//	And for all offers?                                  EvaluateAll
//	Why is it disabled, and what can be done?            Decision.Reasons, Decision.Remedy
//	Which requirements does the offer have?              Decision.All
//	What else should the user know?                      Decision.Notes
//	From which day is the button enabled, and how long?  NextOpening
//	Is it ready to renew an offer, and by when?          CheckRenewal
//	What do its memberships say about it?                FactsFrom
//	What is the state of a membership on a day?          StandingOn
//	What do scores say about its qualification?          Qualify, QualificationWindow
//	Does the score of a day qualify an area?             Assess, MaxPoints
//	Can the benefits package be changed?                 CheckPackageChange
//	Does a payment keep the designation?                 CheckRetention
//	What was the legacy status in 2022?                  HeldLegacyStatus, LegacyStatusFrom
//	Which rules apply on a day?                          InForce, Editions
//
// The program examples/notices finds the memberships that end, and examples/bulk
// answers a question for many companies.
//
// # Offers
//
// There are thirteen offers, which [partnerrules.Values] lists. The offers of a
// family have the same requirements:
//
//	family                  offers                               requirements
//	FamilySolutionsPartner  six designations, one for each Area  account, window, qualification, billing
//	FamilyLegacy            LegacyGold, LegacySilver             account, window, qualification, status in 2022, billing, still sold
//	FamilyPack              MicrosoftActionPack                  account, window, billing, no other Action Pack, still sold
//	                        PartnerLaunchBenefits,
//	                        PartnerSuccessCore,
//	                        PartnerSuccessExpanded               account, window, billing
//	FamilyLearning          LearningActionPack                   not published
//
// A [Decision] holds the whole checklist: each requirement of the offer, in the
// order of Partner Center, is met, not met or unknown.
//
// # Unknown facts
//
// A fact that is not set is unknown, and is never treated as yes or no. The
// verdict is [Disabled] if a requirement is known to be unmet, even if other facts
// are unknown. It is [Enabled] if all requirements are known to be met. Otherwise
// it is [Undetermined], and Decision.Missing holds the facts on which it depends.
//
// # From JSON to explained views
//
// To read facts from JSON, call partnerrules.Decode[eligibility.Facts].
//
// Each answer with a coverage has a method Explain. It takes what was asked and is
// not in the answer, such as the facts. The [partnerrules.Explanation] has the unmet
// requirements as reasons, and the unknown ones as questions. Its missing facts,
// notes and days come from the answer.
//
// # From memberships and scores to facts
//
// [FactsFrom] returns the facts that follow from a list of memberships. If the list
// is complete, what is not on it is not held. [Qualify] adds scores: an area is
// qualified if one score qualifies it in its qualification window. The window of an
// area that is not held is the current month and the five months before it. Both
// functions leave unknown what they cannot tell.
//
// # Editions and policies
//
// The functions of this package answer under the rules in force on the day judged.
// For example, Action Packs and legacy offers ended on a published date. [Baseline]
// is the help page without such changes. Each answer holds its [Policy] and the
// coverage of the day judged: whether the rules are known for that day, and whether
// from a published text. Three packs have a later first day than the package, see
// [InForce].
//
//	change                                                    rule    Policy field          first day
//	Action Packs and legacy offers are retired                ELG-13  RetiredFrom           2025-01-22
//	the renewal window counts for the qualification           ELG-25  RenewalQualifiesFrom  2026-05-11
//
// # Errors
//
// Functions return an [*partnerrules.InputError] with the path of the invalid fact,
// day or policy field, such as "facts.account". With an error they return the zero
// value of their result. The error of an invalid text has its offset. No function
// panics.
//
// # Rules
//
// The rules ELG-01 to ELG-29 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	ELG-01  Verified account                 Evaluate
//	ELG-02  Open renewal window              Evaluate
//	ELG-03  Qualified area                   Evaluate, Decision.Remedy
//	ELG-04  Status in 2022                   Evaluate
//	ELG-05  Billing profile                  Evaluate
//	ELG-06  Verification states              Verification.UnmarshalText
//	ELG-07  Choice of benefits               Evaluate
//	ELG-08  One Action Pack                  Evaluate
//	ELG-09  Membership to wait for           Evaluate
//	ELG-10  Business information             Decision.Notes
//	ELG-11  Legacy membership in 2022        HeldLegacyStatus
//	ELG-12  Change of package                CheckPackageChange
//	ELG-13  Retired offers                   Evaluate, InForce
//	ELG-14  Partner capability score         Assess
//	ELG-15  Verdict and missing facts        Evaluate
//	ELG-16  Next opening                     NextOpening
//	ELG-17  One fee                          Decision.Notes
//	ELG-18  Buying role                      Role.MayBuy, Decision.Notes
//	ELG-19  Offers                           EvaluateAll
//	ELG-20  Texts of a requirement           Reason.Question, Reason.Message, Decision.Remedy, ...
//	ELG-21  Keeping a designation            CheckRetention
//	ELG-22  Categories of metrics            CheckRenewal, Assessment.Unmet, Metric.Category
//	ELG-24  Learning Action Pack             Evaluate
//	ELG-25  Qualification window             QualificationWindow
//	ELG-26  State of a membership            StandingOn
//	ELG-27  Facts from memberships           FactsFrom
//	ELG-28  Scores and stated qualification  Qualify
//	ELG-29  Contradicting memberships        FactsFrom
package eligibility
