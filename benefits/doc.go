// Package benefits answers the question "Until when can we redeem and use this
// benefit?" for memberships of the Microsoft AI Cloud Partner Program. It also
// answers questions about renewals, tokens, activation keys, licenses and merged
// accounts. A [Membership] is a purchase with its renewals. A [Timeline] is a
// membership that has been checked once and answers many questions. A [Benefit]
// belongs to one paid year, and its [Category] decides how long it lasts.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/partnerrules/partnerrules/benefits"
//		"github.com/partnerrules/partnerrules/calendar"
//	)
//
//	func main() {
//		timeline, err := benefits.NewTimeline(benefits.Membership{
//			Start: calendar.MustParseDate("2024-03-01"),
//		})
//		if err != nil {
//			log.Fatal(err)
//		}
//		term, err := timeline.Term(benefits.Benefit{
//			Category:   benefits.CloudServices,
//			Year:       1,
//			RedeemedOn: calendar.MustParseDate("2024-07-01"),
//		})
//		if err != nil {
//			log.Fatal(err)
//		}
//		fmt.Println("Redeem by:", term.RedeemThrough)
//		fmt.Println("Last day of use:", term.LastUse)
//		fmt.Println(term.EndedBy.Message())
//		// Output:
//		// Redeem by: 2025-03-31
//		// Last day of use: 2025-03-31
//		// Access to the benefits ended when the renewal window closed.
//	}
//
// # Functions
//
//	question                                          function
//	Until when can a benefit be redeemed and used?    Timeline.Term
//	What is the state of a benefit on a day?          Timeline.State
//	Which days belong to a paid year?                 Timeline.PaidYear
//	What happens next, and when?                      Timeline.Events
//	Can we renew on a day, or from which day on?      Timeline.CheckRenewal
//	What changes if we renew on a day?                Timeline.PreviewRenewal
//	When can we change the package of benefits?       Timeline.CheckRenewal, eligibility.CheckPackageChange
//	May we use the on-premises licenses on a day?     Timeline.Licenses
//	Does an offer include licenses?                   IncludesLicenses, VisualStudioIn
//	May we use a Visual Studio subscription?          CheckVisualStudio
//	May we split or share a token?                    CheckTokenUse
//	Can we get a replacement for a token?             CheckReplacement
//	Must a product be activated?                      Product.NeedsActivation
//	Does a product need a product key?                Product.NeedsKey
//	Does an activation key still work?                CheckKey
//	How many months does a key add?                   CheckExtension
//	What remains after two accounts merge?            PreviewMerge
//
// The program examples/notices writes the renewal windows to a calendar file.
//
// # Paid years and terms
//
// Each paid year has its own benefits. A benefit is *provided* when the membership is
// bought or renewed, and later *unlocked* and *redeemed*. The days of unlocking and
// redeeming are facts that you give. For example, the key of a cloud service is
// redeemed in the admin center.
//
// The benefits of a year can be redeemed for 13 months from the base of the year,
// which is the start of the membership or the previous anniversary date. A renewed
// membership can therefore redeem them in the next year too.
//
// A benefit has its own term, which runs from unlocking or redeeming. Only on-premises
// software has no term. The membership has a last day of access. The last day of use is
// that day or the end of the term, whichever is earlier. A renewal in time moves the
// last day of access, but does not extend a term. Except for Timeline.PreviewRenewal,
// the methods assume that the membership is not renewed again.
//
// A term that runs from unlocking can be over before the benefit is redeemed. The
// benefit can still be redeemed, but it is of no use: [RedeemedOfNoUse].
//
// A benefit that is redeemed on or after 2026-11-01 has another term: it ends on the
// anniversary date of its paid year. Redeeming is then a purchase for 0. Term.Notes and
// BenefitStatus.Notes explain it. If such a benefit is redeemed after that anniversary
// date, no source settles its term, and its state is [StateUnknown].
//
// # Unknown facts
//
// A membership needs a start or an anniversary date. With an anniversary date alone,
// paid year 1 is the year that ends on that date. Whether that year began with a
// purchase or a renewal is unknown.
//
// Without Redeemed and RedeemedOn, it is unknown whether a benefit has been redeemed.
// Azure credits, developer tools, support and advisory, and marketing benefits also
// need Unlocked: their term starts when they are unlocked.
//
// Without an Offer, CheckRenewal cannot know from 2025-01-22 on whether the membership is
// still renewed, and Licenses cannot know whether it includes licenses.
//
// A state that depends on an unknown fact is [StateUnknown], and a day that depends on
// it is zero. The reason that ends a benefit can be known even if the day is unknown.
//
// # From JSON to explained views
//
// To read an account from JSON, call partnerrules.Decode[benefits.Account].
//
// Each answer with a coverage has a method Explain. It takes what was asked and is
// not in the answer, such as the timeline. The [partnerrules.Explanation] lists the
// days of the answer, each with a few words and its rule. For a last day it is the
// rule of what ends the benefit. A [Reason] that has not happened yet is not among
// the reasons.
//
// # Editions and policies
//
// [NewTimeline] and [PreviewMerge] answer under the rules in force: Action Packs and
// legacy offers are renewed through 2025-01-21, and benefits that are redeemed on or
// after 2026-11-01 end with their paid year. Each of these days is a field of [Policy].
// [Baseline] sets neither. Only a caller sets the other fields of a Policy, such as the
// renewal window. To use another policy, call Policy.NewTimeline or
// Policy.PreviewMerge. [InForce] returns the policy in force on a day.
//
// Each answer holds its policy and its coverage, which tells whether the rules are known
// for the day judged. The day is the day that you pass. For a [Term] it is the day of
// redeeming, or else of unlocking, or else of provision. For a [PaidYear] it is the
// base. The zero Date has the coverage [calendar.CoverageUnknown]. Events have neither
// policy nor coverage. An [Answer] about tokens, keys and subscriptions does not depend
// on a policy.
//
// Launch, Success Core and Success Expanded Benefits are known from 2024-07-16 on. The
// rules on tokens and keys of cloud services end on 2026-11-01.
//
// # Errors
//
// Impossible input is a [*partnerrules.InputError] that names the field. Examples are
// a renewal outside its window, and a benefit that was redeemed after its last day to
// redeem. A question is answered instead: on a day outside the window, CheckRenewal
// returns No with its reason.
//
// An invalid text is such an error too, with its offset. The empty text is the zero
// value of [Category], [EventKind], [Reason] and [Months], and the empty set. Other
// types reject it.
//
// # Rules
//
// The rules BEN-01 to BEN-43 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	BEN-01  Start of membership          Timeline.PaidYear
//	BEN-02  Paid years                   Timeline.PaidYear, Timeline.CheckRenewal, Timeline.PreviewRenewal
//	BEN-03  Redeeming in time            Timeline.PaidYear, Timeline.Term
//	BEN-04  Azure credits                Timeline.Term, Category.Rule, Term.Notes
//	BEN-05  Cloud services               Timeline.Term
//	BEN-06  Developer tools              Timeline.Term
//	BEN-07  Support and advisory         Timeline.Term
//	BEN-08  Marketing benefits           Timeline.Term
//	BEN-09  Expiry date                  Timeline.Term
//	BEN-10  State of a benefit           Timeline.State
//	BEN-11  Timeline of events           Timeline.Events, EventID
//	BEN-12  Change of package            Timeline.CheckRenewal, Timeline.Anniversary
//	BEN-13  Last day of use              Timeline.Term, Timeline.PreviewRenewal
//	BEN-14  Managing role                Licenses.Notes
//	BEN-15  End with the paid year       Timeline.Term, Timeline.State
//	BEN-16  Redeeming as a purchase      Term.Notes, BenefitStatus.Notes
//	BEN-20  Splitting a token            CheckTokenUse
//	BEN-21  Replacing a token            CheckReplacement
//	BEN-22  Product activation           Product.NeedsActivation
//	BEN-23  Multiple activation keys     CheckKey
//	BEN-24  Extending a subscription     CheckExtension
//	BEN-25  Product keys                 Product.NeedsKey
//	BEN-30  Product licenses             IncludesLicenses, Timeline.Licenses
//	BEN-31  On-premises licenses         Timeline.Licenses, Timeline.Term
//	BEN-32  License terms                Licenses.Notes
//	BEN-33  Visual Studio subscriptions  VisualStudioIn, CheckVisualStudio
//	BEN-34  More licenses                Licenses.Notes
//	BEN-35  License management           Licenses.Notes
//	BEN-40  Benefits after a merge       PreviewMerge
//	BEN-41  Choice after a merge         PreviewMerge
//	BEN-42  Merged anniversary date      PreviewMerge
//	BEN-43  Before a merge               Merge.Notes
package benefits
