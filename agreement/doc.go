// Package agreement answers what the rules of the Microsoft Customer Agreement
// say about an attestation to send and an order to place, before Partner Center
// is asked.
//
// A customer's acceptance of the agreement is shown in one of two ways: its
// partner attests it, or the customer accepts directly in the Microsoft 365
// admin center. [Check] judges an [Attestation] to send, with every fault at
// once:
//
//	report, err := agreement.Check(attestation, submission, facts)
//	if err != nil {
//		return err // a value is invalid
//	}
//	for finding := range report.All() {
//		fmt.Println(finding.Severity, finding.Reason.Rule(), finding.Message(), finding.Remedy())
//	}
//	if report.Verdict == agreement.Ready {
//		body, err := json.Marshal(attestation) // the body of the request
//	}
//
// # Questions
//
//	question                                              function
//	Can this attestation be sent?                         Check
//	Has the customer accepted, and by which route?        Confirm
//	May this order go on?                                 MayOrder
//	Can the customer accept directly?                     MayAcceptDirectly
//	What does this invitation lack?                       CheckInvitation
//	Is the customer notified of it, and by when?          Notify
//	What must be done for this customer, in order?        Plan
//	Which of several attestations counts?                 Latest
//	What does this error of the service mean?             Explain
//
// # Bodies of the service
//
// [DecodeAttestation], [DecodeAttestations], [DecodeMetadata],
// [DecodeDirectStatus] and [DecodeError] read the bodies that the REST API of
// Partner Center documents, with the quirks that have been seen. A [Timestamp]
// holds a date of the API as it is written: the day written and the instant
// apart, so that one never edited is written back as it was read.
//
// # Unknown facts
//
// A fact left unset is unknown, and does not pass for yes or no: a report is
// [Ready] or [Faulty] only if what is known says so, and else undetermined,
// with a finding for each fact that is missing. In three places something is
// taken for granted, and a verdict can change once it is known to be otherwise:
//
//   - a cloud that is not given is the public one; in a sovereign cloud the
//     answer is *not applicable* (AGR-46);
//   - a direct acceptance without a date counts for purchases; once its date is
//     known, the cut-off of the policy can rule it out (AGR-45);
//   - a flow of Partner Center goes through the portal if no channel is given
//     (AGR-45).
//
// # Policies
//
// The functions of the package answer under [Baseline], the edition of late
// 2023. [InForce] adds the changes that have a published date: since when
// customers are notified, and the end of the old attestations in 2026. Check,
// MayOrder, Notify and Plan depend on the policy: each is a method of [Policy] too,
// and its answer holds the policy. The answers of the other functions are the same
// under every policy.
//
// # Reasons and notes
//
// A [Reason] is a fault, or why an order may not go on. A [ErrorKind] is the meaning
// of an error code of the service. Both implement [partnerrules.Reason]. A
// [partnerrules.Note] is something to know besides an answer, or a step to take:
// [Notice], [DirectAnswer] and [Route] return notes.
//
// # Errors
//
// Functions that read a text or a body return a [*partnerrules.ParseError] with the
// byte of the fault. Functions return a [*partnerrules.InputError] with the name of
// the field if a value or the policy is invalid. Only MustParseTimestamp panics.
//
// # Text
//
// The text of a constant is its code, which String returns. Marshaling an invalid
// value fails with a [*partnerrules.InputError]. Unmarshaling a text that is not a
// code fails with a [*partnerrules.ParseError] and leaves the value unchanged. The
// empty text is the zero [Field] and [Reason], the empty set, and the zero
// [Timestamp]; other types reject it. Marshaling a set fails if it has an invalid
// element. Marshaling a Timestamp never fails.
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
