// Package cpor answers the question "Is this association claim valid, what is due
// next, and which claims does it compete with?". With an association claim, a
// partner of the Microsoft AI Cloud Partner Program becomes the claiming partner
// of record (CPOR) for a product or workload of a customer. A [Draft]
// is a claim before its submission. A list of [Step] values is the history of a
// claim. A [Claim] holds what is needed to find competing claims, and a [Case] is a
// claim with its history.
//
// Two claims compete if different companies claim the same unit on the same
// tenant at the same time. This program finds the pairs of a list of claims:
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/partnerrules/partnerrules"
//		"github.com/partnerrules/partnerrules/calendar"
//		"github.com/partnerrules/partnerrules/cpor"
//	)
//
//	func main() {
//		approved := cpor.Claim{
//			ID:         "CL-1",
//			Tenant:     cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"),
//			Area:       cpor.Microsoft365,
//			Activities: partnerrules.SetOf(cpor.ActivityUsage),
//			Status:     cpor.Approved,
//			Partner:    cpor.MustParsePartnerID("4567001"),
//			Company:    cpor.MustParsePartnerID("4000001"),
//			Units:      []cpor.Unit{{Name: "Exchange Online"}},
//			Approved:   calendar.MustParseDate("2020-03-02"),
//		}
//		submitted := approved
//		submitted.ID = "CL-2"
//		submitted.Status = cpor.Submitted
//		submitted.Partner = cpor.MustParsePartnerID("4567002")
//		submitted.Company = cpor.MustParsePartnerID("4000002")
//		submitted.Submitted = calendar.MustParseDate("2020-07-06")
//
//		pairs, err := cpor.Detect([]cpor.Claim{approved, submitted})
//		if err != nil {
//			log.Fatal(err)
//		}
//		for pair := range pairs {
//			fmt.Println(pair.First, pair.Second, pair.Relation, pair.Units)
//			fmt.Println("Incumbent:", pair.Incumbent)
//		}
//		// Output:
//		// CL-1 CL-2 competing [Exchange Online]
//		// Incumbent: CL-1
//	}
//
// # Functions
//
//	question                                         function
//	What is wrong with this draft?                   CheckDraft
//	May we submit this draft?                        Validation.MaySubmit
//	Why does Partner Center show an error?           Validation.Causes
//	Which activity fits what we did?                 ActivitiesFor, Area.Offers
//	Is an activity claimed for payment?              PaysIncentive
//	Which location do we claim with?                 CompareLocations
//	When can we claim a product?                     ClaimableFrom
//	May this user work on claims?                    Role.MayClaim
//	What does a draft compete with?                  DraftConflicts
//	Which claim does a draft become?                 Draft.Claim
//	What is due next, by whom and by when?           NextDeadline
//	What is the state of a claim after its history?  Replay
//	What follows from the history for the claim?     Case.Resolve
//	Is this step legal?                              Apply, Policy.CanMove
//	Which step of a history was illegal or late?     CheckHistory
//	May we edit the claim now?                       Editable
//	Does a claim cover a subscription?               Claim.Covers
//	What is wrong with a list of claims?             CheckClaims
//	Which companies does a list of claims state?     FillCompanies
//	Do two claims compete?                           Relate
//	Which of many claims compete?                    Detect
//	Which of more claims than fit in memory compete? DetectSorted, DetectParts
//	Which claims does a new claim compete with?      Index.Conflicts
//	Which claims compete in a changing set?          Index.Pairs
//	How does Microsoft decide between two claims?    Arbitrate
//
// The program examples/desk keeps an index of claims from a table.
//
// [Detect] sorts the claims of each tenant. After that, its time grows linearly
// with the number of pairs and shared units, for any input. [Index] holds a set of
// claims that changes. [Arbitrate] never predicts a winner, because Microsoft
// decides.
//
// # More claims than fit in memory
//
// A claim with one unit takes about 0.2 kB, and Detect 0.1 kB more for it. This is less
// than 1 GB for three million claims. Claims of different tenants never form a pair, so
// more claims can be detected tenant by tenant:
//
//   - [DetectSorted] reads claims that come sorted by tenant, such as the rows of a query.
//     It needs memory for the largest tenant.
//   - [DetectParts] reads claims in any order, once for each part of a [Split]. It needs
//     memory for the largest part.
//   - A program that stores the parts of a Split, or has several machines, calls Detect
//     for each part. The programs examples/shards and examples/beam do this.
//   - If one tenant is too large, a Split divides it by product. Each pair still has one
//     part.
//
// Detect checks all claims before it returns a pair. A stream cannot: the pairs of
// earlier tenants are out before a fault of a later claim is seen. Within a tenant all
// faults are found. DetectParts, or a [Ledger], also finds the same ID in two tenants and
// a location of two companies. A program that must not use pairs of invalid claims keeps
// them until the end.
//
// # Types of IDs
//
// [TenantID], [SubscriptionID], [PartnerID] and [Domain] are separate types, so
// that they cannot be swapped. Names of products and workloads are an open set,
// and are strings.
//
// The Notes methods of [ActivityChoice], [Arbitration], [Cover], [Deadline],
// [LocationOptions] and [Validation] return further information, such as whom to ask
// first.
//
// # Unknown facts
//
// A [Finding] on an unknown fact has the severity SeverityUnknown. If there is no
// error, the verdict is then [VerdictUndetermined], and the draft may be submitted.
// The lists of [Facts] are open by default: a list proves that a value is missing
// only if it is marked as complete.
//
// The message and the remedy of such a finding say what to find out, and from whom.
//
// Two claims are [PossiblyCompeting] if a company is unknown, and
// [UndeterminedOverlap] if a first day is unknown. A missed deadline has the timing
// [TimingUnknown] if an unknown fact may excuse it. [FillCompanies] learns companies
// from a list of claims, which makes fewer pairs possibly competing.
//
// # Editions and policies
//
// The functions of the package use the policy of [InForce], which is the same for
// every day. The edition of 2020 applies before 2023-10-10, and the edition of 2023
// from then on. It has other deadlines and two more statuses. [Baseline] is the
// edition of 2020 for all days.
//
// One edition applies to the whole life of a claim. The day on which the claim begins
// determines it:
//
//	a history, or a case      the day of its first step
//	a draft                   the day of the question
//	a state of a claim        ClaimState.Begins
//	a claim without history   its submission day, or else its approval day
//	a product                 the day of its provisioning
//
// Without that day, an answer that depends on the edition is unknown. The two claims
// of a [Pair] may have different editions, and the pair has both. Each answer that is
// a record has the [calendar.Coverage] of that day. [Policy.EditionOn] returns the
// edition of a day.
//
// A [Policy] can also change who may work on claims, and whether subscriptions and
// activities distinguish claims.
//
// # From JSON to explained views
//
// To read a draft from JSON, call partnerrules.Decode[cpor.Draft].
//
// Each answer with a coverage, and [*StepError], has a method Explain. It takes what
// was asked and is not in the answer, such as the draft or the business days. The
// [partnerrules.Explanation] has the findings, the fault of a step or the open
// questions of an arbitration as reasons.
//
// # Errors
//
// An invalid policy, day, claim or field is a [*partnerrules.InputError] with the
// path of the field, such as "facts.claims[2].company". An illegal or late step is
// a [*StepError], which has both statuses, the reason and, if there is one, the
// deadline. The error of an invalid text has its offset. For IDs, [Domain], sets
// and some enumerations, such as [Area], the empty text is the zero value.
// Enumerations with a constant for zero, such as [Status], reject it.
//
// Functions without an error result treat an invalid value as unknown or report
// false: an invalid activity is not offered, and an invalid status is not live.
//
// # Rules
//
// The rules CPR-01 to CPR-54 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	CPR-01  Domain and tenant         CheckDraft, ParseDomain, ParseTenantID
//	CPR-02  Activities of an area     Area.Offers, CheckDraft
//	CPR-03  Purchase channel          CheckDraft
//	CPR-04  Choice of activity        ActivitiesFor, PaysIncentive
//	CPR-05  Activities together       CheckDraft
//	CPR-06  Subscription needed       CheckDraft
//	CPR-07  Product on tenant         CheckDraft
//	CPR-08  Dynamics subscription     CheckDraft
//	CPR-09  CSP subscription          CheckDraft
//	CPR-10  Provisioned product       CheckDraft
//	CPR-11  Already claimed           CheckDraft
//	CPR-12  Subscription ID           CheckDraft, ParseSubscriptionID
//	CPR-13  Subscription state        CheckDraft
//	CPR-15  First day to claim        ClaimableFrom
//	CPR-16  Location                  CheckDraft, CompareLocations, ParsePartnerID
//	CPR-17  Proof of execution        CheckDraft
//	CPR-18  Required fields           CheckDraft
//	CPR-19  Role for claims           Role.MayClaim
//	CPR-20  Transitions               Validation.MaySubmit, Apply, Replay
//	CPR-21  Initial review            NextDeadline, CheckHistory
//	CPR-22  Decision                  NextDeadline, Replay, CheckHistory
//	CPR-23  Answer of the partner     NextDeadline, Replay
//	CPR-24  Longer review             NextDeadline, CheckHistory
//	CPR-25  Decline by the customer   NextDeadline, Replay
//	CPR-26  Dispute                   NextDeadline, Replay, CheckHistory
//	CPR-27  End by the partner        Replay
//	CPR-28  Editable claims           Editable
//	CPR-29  Covered subscription      Claim.Covers
//	CPR-30  Competing claims          Relate, Detect, Index
//	CPR-31  Live claims               Claim.Live, Status.IsLive
//	CPR-32  Shared subscription       Relate
//	CPR-33  Shared activity           Relate
//	CPR-34  Duplicate claims          Relate
//	CPR-35  Incumbent                 Relate
//	CPR-36  Arbitration               Arbitrate, InForce
//	CPR-37  Times of a claim          Claim.Live, Relate
//	CPR-38  Subscription on tenant    CheckDraft
//	CPR-39  Ask the customer first    Reason.Remedy, Validation.Notes, Validation.Causes
//	CPR-40  Wrong activity            ActivityChoice.Notes, Validation.Notes
//	CPR-41  Eligible product          CheckDraft
//	CPR-43  Subscription ID shown     Cover.Notes
//	CPR-44  Comments of the claim     Deadline.Notes
//	CPR-45  Delayed decision          Arbitration.Notes, Deadline.Notes
//	CPR-46  Displaced incumbent       Replay
//	CPR-47  Claim of another company  CheckDraft
//	CPR-48  Unknown findings          Finding.Message, Finding.Remedy
//	CPR-49  Draft to claim            Draft.Claim, DraftConflicts
//	CPR-50  Companies of a list       FillCompanies
//	CPR-51  Wrong partner ID          LocationOptions.Notes, Validation.Notes
//	CPR-52  Faults of a list          CheckClaims, Detect
//	CPR-53  Which location            CompareLocations
//	CPR-54  Claim with history        Case.Resolve
package cpor
