// Package agreement answers: can this attestation of the Microsoft Customer
// Agreement be sent, and may this customer order? A customer accepts the agreement
// by one of two routes. The partner attests that the customer has accepted, or the
// customer accepts directly in the Microsoft 365 admin center. The package checks
// an attestation before it is sent to Partner Center, decides orders, and plans
// the steps to an acceptance.
//
// [Check] returns all faults of an attestation at once:
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/partnerrules/partnerrules/agreement"
//		"github.com/partnerrules/partnerrules/calendar"
//	)
//
//	func main() {
//		attestation := agreement.Attestation{
//			Contact:  agreement.Contact{FirstName: "Ada", LastName: "Quist", Email: "ada.quist@northlight"},
//			Template: agreement.CustomerAgreementTemplate,
//			Date:     agreement.DateTimestamp(calendar.MustParseDate("2023-07-27")),
//		}
//		submission := agreement.Submission{Stored: []agreement.Attestation{}} // none so far
//		facts := agreement.Facts{
//			Partner: agreement.DirectBill,
//			Role:    agreement.HelpdeskAgent,
//			Now:     agreement.MustParseTimestamp("2023-07-28T12:00:00Z"),
//		}
//		report, err := agreement.Check(attestation, submission, facts)
//		if err != nil {
//			log.Fatal(err) // the policy, a fact or the submission is invalid
//		}
//		fmt.Println(report.Verdict)
//		for finding := range report.All() {
//			fmt.Println(finding.Severity, finding.Reason.Rule(), finding.Message(), finding.Remedy())
//		}
//		// Output:
//		// faulty
//		// error AGR-02 Your user role is not allowed to attest. Ask a user with the Admin agent or Sales agent role to attest.
//		// error AGR-04 The email address is malformed. Correct the email address.
//	}
//
// If the verdict is [Ready], the attestation can be sent. It marshals to the body of the
// request to the old API.
//
// # Questions
//
//	question                                              function
//	Can this attestation be sent?                         Check
//	May this order proceed, and if not, what next?        CheckOrder
//	Has the customer accepted, and by which route?        CheckAcceptance
//	Can the customer accept directly?                     CheckDirectAcceptance
//	What does this invitation lack?                       CheckInvitation
//	What are the steps to this customer's acceptance?     MakePlan
//	How does the partner verify an acceptance?            VerificationSteps
//	Is the customer notified, by when, is it late?        NoticeFor
//	What does this response about attestations show?      DecodeConsent
//	Which of several attestations counts?                 LatestIndex
//	What does a list of attestations show?                ConsentFrom
//	What does this error of the service mean?             ExplainError
//	What does this body of the REST API hold?             DecodeAttestations, ...
//
// The program examples/gate decides an order from the body of a response, and
// examples/policy tests a stricter policy of a company.
//
// # Orders
//
// An order is one of eight kinds. Two rules can stop it: a purchase needs an acceptance
// (AGR-40 to AGR-42), and Microsoft may be reviewing the customer account (AGR-47). An
// [OrderDecision] has the reasons of both, and the harder verdict. If the order lacks an
// acceptance, it also has the [Plan] to obtain one: the route with its steps, and the
// inputs that are still missing.
//
// # Channels
//
// A partner attests through the portal, the old API or the enhanced API, which have
// different rules. Facts.Channel is the channel of the partner:
//
//   - The old API requires the template of the agreement (AGR-10).
//   - The portal has no template. Its flow for a new customer has a form (AGR-14).
//   - The enhanced API requires the company name, but neither a role nor a date
//     (AGR-48). It is open from 2025-10-07 on.
//   - From 2026-01-05 on the portal and the old API are closed (AGR-45).
//
// # Unknown facts
//
// A report is undetermined if a missing fact can make it [Ready] or [Faulty]. It
// has a finding for each missing fact. An order and a plan list the missing facts
// in their field Missing. Three facts are assumed if they are not given, so a
// verdict can change once they are known:
//
//   - The cloud is assumed to be the public cloud. In a sovereign cloud the answer
//     is *not applicable* (AGR-46).
//   - A direct acceptance without a date is assumed to count for purchases. Once
//     its date is known, the cut-off of the policy can exclude it (AGR-45).
//   - A flow of Partner Center without a channel is assumed to go through the
//     portal (AGR-45). An attestation without a flow and a channel is checked as for
//     the old API (AGR-10).
//
// # Editions and policies
//
// The functions of the package answer under the rules in force on the day judged: the
// UTC day of Facts.Now, or of Event.At for a notice. Four changes have a first day:
//
//	change                                                first day   Policy
//	Microsoft notifies customers of attestations          2023-04-15  NotifiedFrom
//	acceptances before 2023-04-01 no longer count         2025-10-07  CutOffFrom, CutOff
//	a review of the customer account stops orders         2026-01-01  ReviewFrom
//	the portal and the old API are closed to attestations 2026-01-05  PortalClosedFrom
//
// The second is known only as others quote it. [Baseline] has none of them. Each function
// with facts is also a method of [Policy]. Its answer records the policy, and the
// [calendar.Coverage] of the day judged. Without a day, the coverage is unknown, and an
// answer that depends on a change is undetermined.
//
// # From JSON to explained views
//
// To read facts from JSON, call partnerrules.Decode[agreement.Facts].
//
// Each answer with a coverage has a method Explain. It takes what was asked and is
// not in the answer, such as the facts. The [partnerrules.Explanation] has the
// findings of a report, the reasons of an order or the needs of a plan as its
// reasons. Each has the path of its field in Given. The notes include the steps of
// a plan. The Message of a [Fact] reads after "Missing:".
//
// # Errors
//
// Functions that check facts return a [*partnerrules.InputError] if the policy, a
// fact or another argument is invalid. Functions that parse a text or decode a body
// add the offset of the fault. The error of a body has the path of the member at
// fault, but not the body. Only MustParseTimestamp panics. [DecodeError] reads the
// body of an error of the service, and ExplainError returns its [ErrorKind].
// DecodeConsent returns such an error as a [ServiceError].
//
// # Rules
//
// The rules AGR-01 to AGR-50 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	AGR-01  Who may attest                  Check, MakePlan
//	AGR-02  Role for attesting              Check, Role.MayAttest, MakePlan
//	AGR-03  Person who accepted             Check
//	AGR-04  Email address                   ParseEmail, Check
//	AGR-05  Date of acceptance              Check
//	AGR-06  Dates and instants              Check, ParseTimestamp, ExplainError
//	AGR-07  Date at the order prompt        Check
//	AGR-08  Earliest date                   Check, Timestamp.IsSet
//	AGR-10  Template and type               Check, TemplateID.Type, DecodeAttestation, ...
//	AGR-11  Duplicate attestation           Check, DecodeError, ExplainError
//	AGR-12  Attestation that counts         LatestIndex
//	AGR-13  Acceptance by either route      CheckAcceptance
//	AGR-14  Attesting a new customer        Check, Route.Steps, MakePlan
//	AGR-15  Attesting an existing customer  Route.Steps
//	AGR-16  Prompt of an order              MakePlan, Check, CheckOrder
//	AGR-17  Status on the account page      ParseDirectStatus
//	AGR-18  Status from the API             DecodeConsent, ConsentFrom, DecodeAttestations, ...
//	AGR-19  Verifying an acceptance         VerificationSteps
//	AGR-20  Notice to the customer          NoticeFor, Notice.Notes
//	AGR-21  Notice after an invitation      NoticeFor
//	AGR-22  First day of notices            NoticeFor, InForce
//	AGR-24  Questions about the notice      Notice.Notes
//	AGR-30  Invitations                     CheckInvitation, MakePlan
//	AGR-31  Direct acceptance               CheckDirectAcceptance, MakePlan
//	AGR-32  Message to such customers       DirectAnswer.Notes
//	AGR-35  Steps of the customer           Route.CustomerSteps
//	AGR-40  New customer blocked            CheckOrder
//	AGR-41  Orders that are purchases       CheckOrder
//	AGR-42  Order waits for acceptance      CheckOrder, ExplainError
//	AGR-43  Other partners                  CheckOrder, CheckAcceptance
//	AGR-44  Becoming a reseller             CheckOrder, CheckAcceptance
//	AGR-45  End of old attestations         CheckOrder, Check, MakePlan, ...
//	AGR-46  Public cloud only               Check, CheckOrder, CheckAcceptance, ...
//	AGR-47  Customer account under review   CheckOrder, InForce
//	AGR-48  Enhanced attestation            Check, MakePlan
//	AGR-49  Error codes                     ExplainError
//	AGR-50  Role for inviting               InvitationReport.Notes
package agreement
