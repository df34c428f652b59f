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
// If the verdict is [Ready], the attestation marshals to the body of the request.
//
// # Questions
//
//	question                                              function
//	Can this attestation be sent?                         Check
//	May this order proceed?                               CheckOrder
//	Has the customer accepted, and by which route?        CheckAcceptance
//	Can the customer accept directly?                     CheckDirectAcceptance
//	What does this invitation lack?                       CheckInvitation
//	What are the steps to this customer's acceptance?     MakePlan
//	Is the customer notified of it, and by when?          NoticeFor
//	Which of several attestations counts?                 LatestIndex
//	What does a list of attestations show?                ConsentFrom
//	What does this error of the service mean?             ExplainError
//	What does this body of the REST API hold?             DecodeAttestations, ...
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
//     portal (AGR-45).
//
// # Editions and policies
//
// The functions of the package answer under the rules in force on the day judged,
// with the changes that have a first day: notices to customers, and the end of the
// old attestations in 2026. Check, CheckOrder, NoticeFor and MakePlan depend on the
// policy. Each is also a method of [Policy], and its answer records the policy. The
// other functions do not depend on a policy.
//
// # Errors
//
// Functions that check facts return a [*partnerrules.InputError] if the policy, a
// fact or another argument is invalid. Functions that parse a text or decode a body
// return a [*partnerrules.ParseError] with the offset of the fault. The error of a
// body has the path of the member at fault, but not the body. Only
// MustParseTimestamp panics. Errors of the service are not Go errors: [DecodeError]
// reads their body, and ExplainError returns their [ErrorKind].
//
// # Rules
//
// The rules AGR-01 to AGR-46 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	AGR-01  Who may attest                  Check, MakePlan
//	AGR-02  Role for attesting              Check, Role.MayAttest
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
//	AGR-14  Attesting a new customer        Check, Route.Steps
//	AGR-15  Attesting an existing customer  Route.Steps
//	AGR-16  Prompt of an order              MakePlan, Check
//	AGR-17  Status on the account page      ParseDirectStatus
//	AGR-18  Status from the API             ConsentFrom, DecodeAttestations, DecodeDirectStatus, ...
//	AGR-20  Notice to the customer          NoticeFor
//	AGR-21  Notice after an invitation      NoticeFor
//	AGR-22  First day of notices            NoticeFor, InForce
//	AGR-24  Questions about the notice      Notice.Notes
//	AGR-30  Invitations                     CheckInvitation, MakePlan
//	AGR-31  Direct acceptance               CheckDirectAcceptance
//	AGR-32  Message to such customers       DirectAnswer.Notes
//	AGR-35  Steps of the customer           Route.CustomerSteps
//	AGR-40  New customer blocked            CheckOrder
//	AGR-41  Orders that are purchases       CheckOrder
//	AGR-42  Order waits for acceptance      CheckOrder, ExplainError
//	AGR-43  Other partners                  CheckOrder, CheckAcceptance
//	AGR-44  Becoming a reseller             CheckOrder, CheckAcceptance
//	AGR-45  End of old attestations         CheckOrder, Check, MakePlan, ...
//	AGR-46  Public cloud only               Check, CheckOrder, CheckAcceptance, ...
package agreement
