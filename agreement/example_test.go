package agreement_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// Check an attestation before it is sent.
func Example() {
	attestation := agreement.Attestation{
		Contact:  agreement.Contact{FirstName: "Ada", LastName: "Quist", Email: "ada.quist@northlight"},
		Template: agreement.CustomerAgreementTemplate,
		Date:     agreement.DateTimestamp(calendar.MustParseDate("2023-07-27")),
	}
	submission := agreement.Submission{Stored: []agreement.Attestation{}} // none so far
	facts := agreement.Facts{
		Partner: agreement.DirectBill,
		Role:    agreement.HelpdeskAgent,
		Now:     agreement.MustParseTimestamp("2023-07-28T12:00:00Z"),
	}
	report, err := agreement.Check(attestation, submission, facts)
	if err != nil {
		log.Fatal(err) // the policy, a fact or the submission is invalid
	}
	fmt.Println(report.Verdict)
	for finding := range report.All() {
		fmt.Println(finding.Severity, finding.Reason.Rule(), finding.Message(), finding.Remedy())
	}
	// Output:
	// faulty
	// error AGR-02 Your user role is not allowed to attest. Ask a user with the Admin agent or Sales agent role to attest.
	// error AGR-04 The email address is malformed. Correct the email address.
}

// A billing platform checks an attestation. If it is ready, the platform marshals it to
// the body of the request.
func ExampleAttestation() {
	attestation := agreement.Attestation{
		Contact:  agreement.Contact{FirstName: "Ada", LastName: "Quist", Email: "ada.quist@northlight.example"},
		Template: agreement.CustomerAgreementTemplate,
		Date:     agreement.DateTimestamp(calendar.MustParseDate("2023-07-27")),
	}
	submission := agreement.Submission{Stored: []agreement.Attestation{}} // none so far
	facts := agreement.Facts{
		Partner: agreement.DirectBill,
		Role:    agreement.SalesAgent,
		Now:     agreement.MustParseTimestamp("2023-07-28T12:00:00Z"),
	}
	report, err := agreement.Check(attestation, submission, facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Verdict)

	body, err := json.MarshalIndent(attestation, "", "  ")
	fmt.Println(string(body), err)
	// Output:
	// ready
	// {
	//   "primaryContact": {
	//     "firstName": "Ada",
	//     "lastName": "Quist",
	//     "email": "ada.quist@northlight.example"
	//   },
	//   "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9",
	//   "dateAgreed": "2023-07-27T00:00:00.000Z",
	//   "type": "MicrosoftCustomerAgreement"
	// } <nil>
}

// A report has all faults at once, in the order of the fields. Each has a remedy.
func ExampleCheck() {
	attestation := agreement.Attestation{
		Contact:  agreement.Contact{FirstName: "Ada", LastName: "  ", Email: "ada.quist@northlight"},
		Template: agreement.CustomerAgreementTemplate,
		Date:     agreement.MustParseTimestamp("2023-05-01T12:00:01Z"),
	}
	facts := agreement.Facts{
		Partner: agreement.IndirectReseller,
		Now:     agreement.MustParseTimestamp("2023-05-01T12:00:00Z"),
	}
	report, err := agreement.Check(attestation, agreement.Submission{Stored: []agreement.Attestation{}}, facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Verdict)
	for finding := range report.All() {
		fmt.Println("-", finding.Severity, finding.Reason.Rule(), finding.Reason)
	}
	fmt.Println(agreement.PartnerMayNotAttest.Remedy())
	// Output:
	// faulty
	// - error AGR-01 partner-may-not-attest
	// - unknown AGR-02 role-may-not-attest
	// - error AGR-03 last-name-missing
	// - error AGR-04 email-malformed
	// - error AGR-05 date-in-future
	// Ask your indirect provider to attest.
}

// An existing customer without an acceptance wants to buy. Another of its
// subscriptions renews itself. An order that waits carries the plan.
func ExampleCheckOrder() {
	facts := agreement.Facts{
		Partner:  agreement.DirectBill,
		Role:     agreement.SalesAgent,
		Customer: agreement.ExistingCustomer,
		Acceptance: agreement.Acceptance{
			Partner: agreement.Consent{Given: agreement.No},
			Direct:  agreement.Consent{Given: agreement.No},
		},
		Now: agreement.MustParseTimestamp("2023-12-01"),
	}
	for _, kind := range []agreement.OrderKind{agreement.NewPurchase, agreement.AutomaticRenewal} {
		order, err := agreement.CheckOrder(kind, facts)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(kind, order.Verdict)
		for reason := range order.Reasons.All() {
			fmt.Println("-", reason.Rule(), reason.Remedy())
		}
		for step := range order.Plan.Steps() {
			fmt.Println("-", step.Message)
		}
	}
	// Output:
	// new-purchase attest-first
	// - AGR-42 Attest at the prompt of the order, with the current date. The order continues when you save.
	// - Enter the first name, last name and email address of the person who accepted. The phone number is optional.
	// - Enter the current date as the date of acceptance.
	// - Save. The order then continues.
	// automatic-renewal allowed
}

// Show why an order waits, and what to do.
func ExampleOrderDecision_Explain() {
	facts := agreement.Facts{
		Partner:  agreement.DirectBill,
		Role:     agreement.SalesAgent,
		Customer: agreement.ExistingCustomer,
		Acceptance: agreement.Acceptance{
			Partner: agreement.Consent{Given: agreement.No},
			Direct:  agreement.Consent{Given: agreement.No},
		},
		Now: agreement.MustParseTimestamp("2025-12-10T12:00:00Z"),
	}
	decision, err := agreement.CheckOrder(agreement.SeatIncrease, facts)
	if err != nil {
		log.Fatal(err)
	}
	explanation := decision.Explain(facts)
	fmt.Println(explanation.Title + ": " + explanation.Verdict.Message)
	for _, reason := range explanation.Reasons {
		fmt.Println(reason.Rule, reason.Title+": "+reason.Message)
	}
	for _, step := range explanation.Notes {
		fmt.Println("-", step.Message)
	}
	// Output:
	// Seat increase: The order waits for the customer's acceptance of the agreement.
	// AGR-42 Order waits for acceptance: The order waits until you attest that the customer has accepted.
	// - Enter the first name, last name and email address of the person who accepted. The phone number is optional.
	// - Enter the current date as the date of acceptance.
	// - Save. The order then continues.
}

// The acceptance is decoded from the bodies of two responses of the service.
func ExampleCheckAcceptance() {
	attested, err := agreement.DecodeConsent([]byte(`{"totalCount": 1, "items": [{
		"primaryContact": {"firstName": "Ada", "lastName": "Quist", "email": "ada.quist@northlight.example"},
		"templateId": "117A77B0-9360-443B-8795-C6DEDC750CF9",
		"dateAgreed": "2021-08-17T18:13:11.3122226Z",
		"type": "MicrosoftCustomerAgreement"
	}]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	signed, err := agreement.DecodeDirectStatus([]byte(`{"isSigned": false}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	confirmation, err := agreement.CheckAcceptance(agreement.Facts{
		Partner: agreement.DirectBill,
		Acceptance: agreement.Acceptance{
			Partner: attested,
			Direct:  agreement.Consent{Given: signed},
		},
	})
	fmt.Println("accepted:", confirmation.Accepted, "attested:", confirmation.Partner, "directly:", confirmation.Direct, err)
	// Output:
	// accepted: yes attested: yes directly: no <nil>
}

// A list that is not complete does not deny an acceptance. An error of the service is
// returned.
func ExampleDecodeConsent() {
	for _, body := range []string{
		`{"totalCount": 0, "items": []}`,
		`{"totalCount": 7, "items": []}`,
		`{"code": 600009, "description": "no agreement was found"}`,
		`{"code": 1002, "description": "not authorized"}`,
	} {
		consent, err := agreement.DecodeConsent([]byte(body))
		var fault agreement.ServiceError
		if errors.As(err, &fault) {
			fmt.Println(consent.Given, agreement.ExplainError(agreement.ListAgreements, fault.Code))
			continue
		}
		fmt.Println(consent.Given, err)
	}
	// Output:
	// no <nil>
	// unknown <nil>
	// no <nil>
	// unknown not-authorized
}

// A list of attestations that is kept by the partner itself is complete.
func ExampleConsentFrom() {
	list, err := agreement.DecodeAttestations([]byte(`{"totalCount": 1, "items": [
		{"type": "MicrosoftCustomerAgreement", "dateAgreed": "2021-08-17T18:13:11.3122226Z"}
	]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(list.Complete, agreement.ConsentFrom(list.Items).Given)
	fmt.Println(agreement.ConsentFrom([]agreement.Attestation{}).Given)
	fmt.Println(agreement.ConsentFrom(nil).Given)
	// Output:
	// yes yes
	// no
	// unknown
}

// The steps to verify an acceptance in Partner Center.
func ExampleVerificationSteps() {
	for step := range agreement.VerificationSteps() {
		fmt.Println("-", step.Message)
	}
	// Output:
	// - In Partner Center, open Customers.
	// - Select the customer, and then select Account.
	// - Under Microsoft Customer Agreement, read the status: Provided or Not provided.
	// - Or read the list of agreements and the direct signed status from the Partner Center API.
}

// A plan has the steps for a customer, and the inputs that are still missing.
func ExampleMakePlan() {
	facts := agreement.Facts{
		Partner:  agreement.DirectBill,
		Role:     agreement.AdminAgent,
		Customer: agreement.ExistingCustomer,
		Acceptance: agreement.Acceptance{
			Partner: agreement.Consent{Given: agreement.No},
			Direct:  agreement.Consent{Given: agreement.No},
		},
		Now: agreement.MustParseTimestamp("2023-12-01"),
	}
	draft := agreement.Attestation{Contact: agreement.Contact{FirstName: "Ada", LastName: "Quist"}}
	plan, err := agreement.MakePlan(agreement.ByAttestation, draft, agreement.Submission{}, facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plan.Route)
	for step := range plan.Steps() {
		fmt.Println("-", step.Message)
	}
	fmt.Println("missing:", plan.Needs)
	// Output:
	// attest-existing-customer
	// - In Partner Center, open Customers.
	// - Select the customer, and then select Account.
	// - Under Microsoft Customer Agreement, select Edit.
	// - Enter the first name, last name and email address of the person who accepted. The phone number is optional.
	// - Enter the date of acceptance, which must not be in the future.
	// - Save and continue.
	// missing: email-missing,date-missing
}

// The meaning of an error code depends on the operation.
func ExampleExplainError() {
	fault, err := agreement.DecodeError([]byte(`{"code": "600002", "description": "the value is invalid"}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(agreement.ExplainError(agreement.CreateAgreement, fault.Code))
	fmt.Println(agreement.ExplainError(agreement.ManageCustomer, fault.Code))
	// Output:
	// future-date
	// registration-number
}

// An invitation to accept directly lacks the address and the credentials.
func ExampleCheckInvitation() {
	invitation := agreement.Invitation{Route: agreement.InviteNewCustomer, Credentials: agreement.No, Choice: agreement.Yes}
	report, err := agreement.CheckInvitation(invitation, agreement.Facts{Role: agreement.AdminAgent})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Verdict)
	for finding := range report.All() {
		fmt.Println("-", finding.Reason.Rule(), finding.Remedy())
	}
	// Output:
	// faulty
	// - AGR-30 Add the address to the invitation. In a relationship request, use the address that Partner Center generated. In any other invitation, use the common address (https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement).
	// - AGR-30 Add the customer's credentials to the invitation.
}

// Microsoft notifies the customer's primary contact of an attestation. The email is
// late if it has not arrived after thirty minutes.
func ExampleNoticeFor() {
	event := agreement.Event{
		Kind:    agreement.EventAttested,
		At:      agreement.NewTimestamp(time.Date(2023, time.May, 10, 9, 0, 0, 0, time.UTC)),
		Invited: agreement.No,
	}
	notice, err := agreement.NoticeFor(event, agreement.Facts{Now: agreement.MustParseTimestamp("2023-05-10T10:00:00Z")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(notice.Sent, notice.By, notice.To(), notice.Timing)
	for note := range notice.Notes() {
		fmt.Println(note.Rule, note.Message)
	}
	// Output:
	// yes 2023-05-10T09:30:00.000Z the customer's primary contact late
	// AGR-24 The email refers the customer's questions to its partner of record: be ready to answer questions about the notice and the agreement.
	// AGR-20 The email should have arrived: ask the customer's primary contact whether it has. If not, check the email address of that contact.
}

// An existing customer that has bought reserved instances may be unable to accept
// directly.
func ExampleCheckDirectAcceptance() {
	facts := agreement.Facts{
		Partner:  agreement.DirectBill,
		Customer: agreement.ExistingCustomer,
		Bought:   agreement.Purchases{ReservedInstances: agreement.Yes},
		Now:      agreement.MustParseTimestamp("2023-12-01"),
	}
	answer, err := agreement.CheckDirectAcceptance(facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(answer.Verdict)
	fmt.Println(answer.Remedy())
	// Output:
	// may-be-unavailable
	// Attest for the customer. If you are an indirect reseller, ask your indirect provider to attest. If the portal is closed to attestations, use the enhanced attestation API.
}

// Of several attestations, the one with the latest date counts, in any order of the
// list.
func ExampleLatestIndex() {
	var list []agreement.Attestation
	for _, body := range []string{
		`{"type": "MicrosoftCustomerAgreement", "dateAgreed": "2021-08-17T18:13:11.3122226Z", "userId": "later"}`,
		`{"type": "MicrosoftCustomerAgreement", "dateAgreed": "2019-08-26T00:00:00", "userId": "earlier"}`,
	} {
		attestation, err := agreement.DecodeAttestation([]byte(body))
		if err != nil {
			fmt.Println(err)
			return
		}
		list = append(list, attestation)
	}
	fmt.Println(list[agreement.LatestIndex(list, agreement.CustomerAgreement)].UserID)
	fmt.Println(agreement.LatestIndex(list, agreement.CloudAgreement))
	// Output:
	// later
	// -1
}

// The metadata of the service has the template ID for an attestation.
func ExampleDecodeMetadata() {
	list, err := agreement.DecodeMetadata([]byte(`{"totalCount": 1, "items": [
		{"templateId": "117A77B0-9360-443B-8795-C6DEDC750CF9", "agreementType": "MicrosoftCustomerAgreement", "versionRank": 0}
	]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(list.Items[0].Template.Type())
	// Output: MicrosoftCustomerAgreement
}

// The account page in Partner Center shows the status of the direct route. Any other
// text is unknown.
func ExampleParseDirectStatus() {
	fmt.Println(agreement.ParseDirectStatus("Provided"), agreement.ParseDirectStatus("Not provided"), agreement.ParseDirectStatus("Fourni"))
	// Output: yes no unknown
}

// An error has the offset of the fault.
func ExampleParseEmail() {
	fmt.Println(agreement.ParseEmail("ada.quist@northlight.example"))
	_, _, err := agreement.ParseEmail("ada..quist@northlight.example")
	fmt.Println(err)
	// Output:
	// ada.quist northlight.example <nil>
	// email address "ada..quist@northlight.example" at offset 4: a dot at an end, or two dots in a row
}

// A timestamp keeps the day as written, and is written back unchanged.
func ExampleParseTimestamp() {
	read, err := agreement.ParseTimestamp("2023-05-01T00:30:00+02:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(read, read.Day(), read.UTCDay())
	_, err = agreement.ParseTimestamp("1 May 2023")
	fmt.Println(err)
	// Output:
	// 2023-05-01T00:30:00+02:00 2023-05-01 2023-04-30
	// timestamp "1 May 2023" at offset 1: want a digit
}

// From 2026-01-05 on, the portal is closed to attestations. Under the baseline it is
// always open.
func ExampleInForce() {
	facts := agreement.Facts{
		Partner:     agreement.DirectBill,
		Customer:    agreement.ExistingCustomer,
		Acceptance:  agreement.Acceptance{Partner: agreement.Consent{Given: agreement.No}, Direct: agreement.Consent{Given: agreement.No}},
		UnderReview: agreement.No,
		Now:         agreement.MustParseTimestamp("2026-01-07T12:00:00Z"),
	}
	policy, coverage := agreement.InForce(facts.Now.UTCDay())
	fmt.Println(coverage)
	for _, p := range []agreement.Policy{policy, agreement.Baseline()} {
		order, err := p.CheckOrder(agreement.NewPurchase, facts)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(order.Verdict, order.Reasons)
	}
	// Output:
	// published
	// attest-first old-routes-closed
	// attest-first not-attested
}
