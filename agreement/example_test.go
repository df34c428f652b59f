package agreement_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// A billing platform checks an attestation, and then sends it.
func Example() {
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

// All faults come at once, in the order of the fields, each with what to do.
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
	// Have the indirect provider attest.
}

// A customer that accepted by neither route wants to buy, and its subscription
// renews itself.
func ExampleCheckOrder() {
	facts := agreement.Facts{
		Partner:  agreement.DirectBill,
		Customer: agreement.ExistingCustomer,
		Acceptance: agreement.Acceptance{
			Partner: agreement.Consent{Given: agreement.No},
			Direct:  agreement.Consent{Given: agreement.No},
		},
	}
	for _, purchase := range []agreement.Purchase{agreement.NewPurchase, agreement.AutomaticRenewal} {
		order, err := agreement.CheckOrder(purchase, facts)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(purchase, order.Verdict, order.Reason.Remedy())
	}
	// Output:
	// new-purchase attest-first Attest at the prompt of the order, with the current date; the order goes on once that is saved.
	// automatic-renewal allowed
}

// What the service answered, in its own bodies.
func ExampleCheckAcceptance() {
	list, err := agreement.DecodeAttestations([]byte(`{"totalCount": 1, "items": [{
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
			Partner: agreement.ConsentFrom(list.Items),
			Direct:  agreement.Consent{Given: signed},
		},
	})
	fmt.Println("accepted:", confirmation.Accepted, "attested:", confirmation.Partner, "directly:", confirmation.Direct, err)
	// Output:
	// accepted: yes attested: yes directly: no <nil>
}

// The steps for a customer, in their order, and what is still to be filled in.
func ExampleMakePlan() {
	facts := agreement.Facts{
		Partner:  agreement.DirectBill,
		Role:     agreement.AdminAgent,
		Customer: agreement.ExistingCustomer,
		Acceptance: agreement.Acceptance{
			Partner: agreement.Consent{Given: agreement.No},
			Direct:  agreement.Consent{Given: agreement.No},
		},
	}
	draft := agreement.Attestation{Contact: agreement.Contact{FirstName: "Ada", LastName: "Quist"}}
	course, err := agreement.MakePlan(agreement.ByAttestation, draft, agreement.Form{}, facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(course.Route)
	for step := range course.Steps() {
		fmt.Println("-", step.Message)
	}
	fmt.Println("to fill in:", course.Needs)
	// Output:
	// attest-existing-customer
	// - In Partner Center, open Customers.
	// - Select the customer, and then Account.
	// - Under Microsoft Customer Agreement, select Edit.
	// - Enter the first name, the last name, the e-mail address and, if wanted, the phone number of the person who accepted.
	// - Enter the date of acceptance, which may not lie in the future.
	// - Save and continue.
	// to fill in: email-missing,date-missing
}

// What a code means depends on the call that it answers.
func ExampleExplainError() {
	fault, err := agreement.DecodeError([]byte(`{"code": "600002", "description": "the value is not valid"}`))
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

// What an invitation to accept directly lacks.
func ExampleCheckInvitation() {
	invitation := agreement.Invitation{Route: agreement.InviteNewCustomer, Credentials: agreement.No, Choice: agreement.Yes}
	report, err := agreement.CheckInvitation(invitation, agreement.Facts{})
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
	// - AGR-30 Add the address.
	// - AGR-30 Add the sign-in of the customer.
}

// Whom an attestation notifies, and by when.
func ExampleNoticeFor() {
	event := agreement.Event{Kind: agreement.EventAttested, At: agreement.NewTimestamp(time.Date(2023, time.May, 10, 9, 0, 0, 0, time.UTC))}
	notice, err := agreement.NoticeFor(event, agreement.Facts{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(notice.Sent, notice.By, notice.To())
	for note := range notice.Notes() {
		fmt.Println(note.Rule, note.Message)
	}
	// Output:
	// yes 2023-05-10T09:30:00.000Z the customer's primary contact
	// AGR-24 The e-mail sends the customer to its partner of record with questions: be ready to answer on the notice and on the agreement.
}

// A customer that bought before may be unable to accept directly.
func ExampleCheckDirectAcceptance() {
	facts := agreement.Facts{
		Customer: agreement.ExistingCustomer,
		Bought:   agreement.Purchases{ReservedInstances: agreement.Yes},
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
	// Attest on behalf of the customer, by a route that is open to the partner.
}

// Of several attestations the one with the latest date counts, wherever it
// stands in the list.
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

// The template to name in an attestation, as the service lists it.
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

// The status on the customer's page in Partner Center is that of the direct
// route. A word that is not known says nothing.
func ExampleParseDirectStatus() {
	fmt.Println(agreement.ParseDirectStatus("Provided"), agreement.ParseDirectStatus("Not provided"), agreement.ParseDirectStatus("Fourni"))
	// Output: yes no unknown
}

// Addresses are read as the service takes them; a fault says where it is.
func ExampleParseEmail() {
	fmt.Println(agreement.ParseEmail("ada.quist@northlight.example"))
	_, _, err := agreement.ParseEmail("ada..quist@northlight.example")
	fmt.Println(err)
	// Output:
	// ada.quist northlight.example <nil>
	// e-mail address "ada..quist@northlight.example" at offset 4: a dot at an end, or two in a row
}

// A time without a zone is one in UTC. What is read is written back as it was.
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

// What changes with the edition in force: attesting through the portal is over.
func ExampleInForce() {
	facts := agreement.Facts{
		Partner:    agreement.DirectBill,
		Customer:   agreement.ExistingCustomer,
		Acceptance: agreement.Acceptance{Partner: agreement.Consent{Given: agreement.No}, Direct: agreement.Consent{Given: agreement.No}},
		Now:        agreement.MustParseTimestamp("2026-01-07T12:00:00Z"),
	}
	policy, coverage := agreement.InForce(facts.Now.UTCDay())
	fmt.Println(policy, coverage)
	order, err := policy.CheckOrder(agreement.NewPurchase, facts)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(order.Verdict, order.Reason)
	// Output:
	// baseline; customers notified from 2023-04-15; enhanced attestation from 2026-01-05; acceptances before 2023-04-01 no longer count covered
	// attest-first old-routes-closed
}
