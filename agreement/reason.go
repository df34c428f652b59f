package agreement

import (
	"github.com/partnerrules/partnerrules"
)

// A Reason is a fault of an attestation or an invitation, or the reason why an order
// may not proceed. It implements [partnerrules.Reason]. Message, Remedy and See
// are empty for the zero Reason and for invalid Reasons.
type Reason uint8

// The faults of an attestation, in the order of a report.
const (
	// PartnerMayNotAttest: the partner is an indirect reseller (AGR-01).
	PartnerMayNotAttest Reason = iota + 1 // "partner-may-not-attest"

	// RoleMayNotAttest: the role of the user is not Admin agent or Sales agent
	// (AGR-02).
	RoleMayNotAttest // "role-may-not-attest"

	// FirstNameMissing, LastNameMissing and EmailMissing: a required value of the
	// person who accepted is empty, or nothing in it is visible (AGR-03).
	FirstNameMissing // "first-name-missing"
	LastNameMissing  // "last-name-missing"

	// CompanyNameMissing: the enhanced API requires the company name, but it is empty,
	// or nothing in it is visible (AGR-48).
	CompanyNameMissing // "company-name-missing"

	EmailMissing // "email-missing"

	// EmailMalformed: the email address is malformed (AGR-04).
	EmailMalformed // "email-malformed"

	// EmailOfMicrosoft and EmailOfPartner, both warnings: the email address is in
	// microsoft.com, or in the partner's own domain (AGR-04).
	EmailOfMicrosoft // "email-of-microsoft"
	EmailOfPartner   // "email-of-partner"

	// DateMissing: the date of acceptance is missing, or a placeholder (AGR-05,
	// AGR-08).
	DateMissing // "date-missing"

	// DateInFuture: the date of acceptance is after now (AGR-05).
	DateInFuture // "date-in-future"

	// DateAheadOfService, a warning: the day as written is after the current day in
	// UTC-8. The service has rejected such dates as future dates (AGR-06).
	DateAheadOfService // "date-ahead-of-service"

	// DatePast, a warning: the date is past, but the prompt of an order requires
	// the current date (AGR-07).
	DatePast // "date-past"

	// DateBeforeAgreement, a warning: the agreement is the Customer Agreement, but
	// the UTC day is before 2019-10-01 (AGR-08).
	DateBeforeAgreement // "date-before-agreement"

	// TemplateMissing: the template is empty (AGR-10).
	TemplateMissing // "template-missing"

	// TemplateRetired: the template is of the Cloud Agreement, which is retired from
	// 2020-02-01 on (AGR-10).
	TemplateRetired // "template-retired"

	// TemplateNotKnown, a warning: the template is unknown (AGR-10).
	TemplateNotKnown // "template-not-known"

	// TypeMismatch: the type belongs to another template (AGR-10).
	TypeMismatch // "type-mismatch"

	// TypeRetired: the type is the Cloud Agreement, which is retired from 2020-02-01
	// on, but the template is not of the Cloud Agreement (AGR-10).
	TypeRetired // "type-retired"

	// TypeNotKnown, a warning: the type is unknown (AGR-10).
	TypeNotKnown // "type-not-known"

	// ChannelClosed: the portal and the old API are closed to attestations
	// (AGR-45).
	ChannelClosed // "channel-closed"

	// EnhancedNotOpen: the enhanced API is not open yet (AGR-48).
	EnhancedNotOpen // "enhanced-not-open"

	// CompanyInformationMissing, PrimaryContactMissing, BoxNotTicked,
	// ContactNotCorrect, ContactNotAcceptor and NotReviewed: a part of a new
	// customer's form is not done or not right (AGR-14).
	CompanyInformationMissing // "company-information-missing"
	PrimaryContactMissing     // "primary-contact-missing"
	BoxNotTicked              // "box-not-ticked"
	ContactNotCorrect         // "contact-not-correct"
	ContactNotAcceptor        // "contact-not-acceptor"
	NotReviewed               // "not-reviewed"

	// Duplicate: the partner has already attested this type with the same contact
	// (AGR-11).
	Duplicate // "duplicate"
)

// The faults of an invitation, in the order of a report (AGR-30).
const (
	// ChoiceNotMade: when the customer was created, the partner did not choose that
	// the customer will be asked to accept.
	ChoiceNotMade Reason = Duplicate + 1 + iota // "choice-not-made"

	// AddressMissing: the invitation has no address.
	AddressMissing // "address-missing"

	// AddressReplaced: the address is not the one for the route.
	AddressReplaced // "address-replaced"

	// CredentialsMissing: the invitation lacks the customer's credentials.
	CredentialsMissing // "sign-in-missing"

	// RelationshipOfExisting, a warning: a relationship request is for a customer that
	// is new to the partner, but the customer exists.
	RelationshipOfExisting // "relationship-of-existing"

	lastFinding = RelationshipOfExisting
)

// The reasons why an order may not proceed, in the order of their rules. Reasons of one
// rule differ in their remedy.
const (
	// NewCustomerNotAttested: a new customer cannot buy without an acceptance, and the
	// partner can attest (AGR-40).
	NewCustomerNotAttested Reason = lastFinding + 1 + iota // "new-customer-not-attested"

	// NewCustomerProviderMustAttest: the same, but the partner is an indirect
	// reseller, so its provider attests.
	NewCustomerProviderMustAttest // "new-customer-provider-must-attest"

	// NewCustomerOldRoutesClosed: the same, but the portal and the old API are closed to
	// attestations (AGR-45).
	NewCustomerOldRoutesClosed // "new-customer-old-routes-closed"

	// NewCustomerNotAccepted: the same, but the route to an acceptance depends on
	// unknown facts.
	NewCustomerNotAccepted // "new-customer-not-accepted"

	// NotAttested: the order waits at its prompt for the partner to attest (AGR-42).
	NotAttested // "not-attested"

	// ProviderMustAttest: the order waits, and the partner is an indirect reseller, so
	// its provider attests. The partner's own attestations do not count (AGR-44).
	ProviderMustAttest // "provider-must-attest"

	// OldRoutesClosed: the order waits, and the portal and the old API are closed to
	// attestations (AGR-45).
	OldRoutesClosed // "old-routes-closed"

	// NotAccepted: the order waits, and the route to an acceptance depends on unknown
	// facts.
	NotAccepted // "not-accepted"

	// UnderReview: the order is blocked until Microsoft has reviewed the customer
	// account (AGR-47).
	UnderReview // "under-review"

	// ReviewMayStop, a warning: the review may also stop a change of term or billing
	// plan (AGR-47).
	ReviewMayStop // "review-may-stop"

	lastReason = ReviewMayStop
)

var _ partnerrules.Reason = Reason(0)

// warningReasons holds the reasons that are warnings. The others are errors.
const warningReasons partnerrules.Set[Reason] = 1<<EmailOfMicrosoft | 1<<EmailOfPartner | 1<<DateAheadOfService | 1<<DatePast |
	1<<DateBeforeAgreement | 1<<TemplateNotKnown | 1<<TypeNotKnown | 1<<RelationshipOfExisting | 1<<ReviewMayStop

// inputReasons holds the reasons for which an input of a route is missing.
const inputReasons partnerrules.Set[Reason] = 1<<FirstNameMissing | 1<<LastNameMissing | 1<<CompanyNameMissing | 1<<EmailMissing |
	1<<DateMissing | 1<<TemplateMissing | 1<<CompanyInformationMissing | 1<<PrimaryContactMissing | 1<<BoxNotTicked |
	1<<ContactNotCorrect | 1<<ContactNotAcceptor | 1<<NotReviewed | 1<<ChoiceNotMade | 1<<AddressMissing | 1<<CredentialsMissing

// Rule returns the ID of the reason's rule, such as "AGR-02".
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Field returns the part of the attestation or invitation that the reason is about.
// It returns the zero Field for the reasons of an order.
func (r Reason) Field() Field { return r.texts().field }

// Severity returns SeverityError or SeverityWarning, or SeverityUnknown if r is
// zero or invalid.
func (r Reason) Severity() partnerrules.Severity {
	switch {
	case r == 0 || r > lastReason:
		return partnerrules.SeverityUnknown
	case warningReasons.Has(r):
		return partnerrules.SeverityWarning
	}
	return partnerrules.SeverityError
}

// Message returns a sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See returns the title of the help page to read.
func (r Reason) See() string { return r.texts().see }

// texts holds the texts of a reason. If it is unknown whether the reason applies,
// unknown is its message and ask is its remedy. An empty see means helpPage.
type texts struct {
	rule partnerrules.RuleID

	message, remedy, unknown, ask, see string

	field Field
}

// addressForRoute says which address an invitation must have (AGR-30).
const addressForRoute = "In a relationship request, use the address that Partner Center generated. In any other invitation, use the common address (" + AcceptanceAddress + ")."

// The published documents, and a quoted one.
const (
	oldAcceptances = "Announcement of 2025-08, as distributors and vendors quote it"

	helpPage = "Confirm that a customer has accepted the Microsoft Customer Agreement"
	news     = "Announcements on the customer agreement, 2023-04-05"
	enhanced = "Customer agreement: enhanced attestation, end of the old routes"
	review   = "Understand customer account verification in Partner Center"
)

func (r Reason) texts() texts {
	var t texts
	switch {
	case r <= EmailOfPartner:
		t = r.personTexts()
	case r <= EnhancedNotOpen:
		t = r.agreementTexts()
	case r <= lastFinding:
		t = r.formTexts()
	case r <= lastReason:
		t = r.orderTexts()
	}
	if t.rule != "" && t.see == "" {
		t.see = helpPage
	}
	return t
}

func (r Reason) personTexts() texts {
	switch r {
	case PartnerMayNotAttest:
		return texts{
			rule: "AGR-01", field: FieldPartner,
			message: "An indirect reseller cannot attest for its customers.",
			remedy:  "Ask your indirect provider to attest.",
			unknown: "Your partner type is unknown.",
			ask:     "Specify whether you are a direct-bill partner, an indirect provider or an indirect reseller.",
		}
	case RoleMayNotAttest:
		return texts{
			rule: "AGR-02", field: FieldRole,
			message: "Your user role is not allowed to attest.",
			remedy:  "Ask a user with the Admin agent or Sales agent role to attest.",
			unknown: "Your user role is unknown.",
			ask:     "Specify whether you are an Admin agent, a Sales agent or a user with another role.",
		}
	case FirstNameMissing:
		return texts{
			rule: "AGR-03", field: FieldFirstName,
			message: "The first name of the person who accepted is missing.",
			remedy:  "Enter the first name.",
		}
	case LastNameMissing:
		return texts{
			rule: "AGR-03", field: FieldLastName,
			message: "The last name of the person who accepted is missing.",
			remedy:  "Enter the last name.",
		}
	case CompanyNameMissing:
		return texts{
			rule: "AGR-48", field: FieldCompanyName, see: enhanced,
			message: "The customer's company name is missing.",
			remedy:  "Enter the company name.",
		}
	case EmailMissing:
		return texts{
			rule: "AGR-03", field: FieldEmail,
			message: "The email address of the person who accepted is missing.",
			remedy:  "Enter the email address.",
		}
	case EmailMalformed:
		return texts{
			rule: "AGR-04", field: FieldEmail,
			message: "The email address is malformed.",
			remedy:  "Correct the email address.",
		}
	case EmailOfMicrosoft:
		return texts{
			rule: "AGR-04", field: FieldEmail,
			message: "The email address belongs to Microsoft, not to the customer.",
			remedy:  "Enter the email address of the person who accepted for the customer.",
		}
	case EmailOfPartner:
		return texts{
			rule: "AGR-04", field: FieldEmail,
			message: "The email address belongs to you, not to the customer.",
			remedy:  "Enter the email address of the person who accepted for the customer. You cannot accept in the customer's place.",
		}
	}
	return texts{}
}

func (r Reason) agreementTexts() texts {
	switch r {
	case DateMissing:
		return texts{
			rule: "AGR-05", field: FieldDate,
			message: "The date of acceptance is missing.",
			remedy:  "Enter the date on which the customer accepted.",
		}
	case DateInFuture:
		return texts{
			rule: "AGR-05", field: FieldDate,
			message: "The date of acceptance is in the future.",
			remedy:  "Correct the date to the day on which the customer accepted.",
			unknown: "It is unknown whether the date of acceptance is in the future.",
			ask:     "Provide the current time, or the current date if the time is unknown.",
		}
	case DateAheadOfService:
		return texts{
			rule: "AGR-06", field: FieldDate,
			message: "The day of acceptance has not begun yet in UTC-8, so the service may reject it as a future date (600002).",
			remedy:  "Send the attestation. If the service rejects it, send it again when that day has begun in UTC-8.",
		}
	case DatePast:
		return texts{
			rule: "AGR-07", field: FieldDate,
			message: "The date is in the past, but the prompt of an order requires the current date.",
			remedy:  "Enter the current date.",
		}
	case DateBeforeAgreement:
		return texts{
			rule: "AGR-08", field: FieldDate,
			message: "The date is before October 2019, when the Customer Agreement replaced the Cloud Agreement.",
			remedy:  "Ask the customer on which day it accepted, and which agreement. Then correct the date, or ask the customer to accept the Microsoft Customer Agreement.",
		}
	case TemplateMissing:
		return texts{
			rule: "AGR-10", field: FieldTemplate,
			message: "The template of the agreement is missing.",
			remedy:  "Copy the template ID from the agreement metadata of the Partner Center API.",
		}
	case TemplateRetired:
		return texts{
			rule: "AGR-10", field: FieldTemplate,
			message: "The template belongs to the Microsoft Cloud Agreement, which is retired.",
			remedy:  "Ask the customer to accept the Microsoft Customer Agreement. Then attest with its template ID from the agreement metadata of the Partner Center API.",
			unknown: "It is unknown whether the Microsoft Cloud Agreement is already retired.",
			ask:     "Provide the current date.",
		}
	case TemplateNotKnown:
		return texts{
			rule: "AGR-10", field: FieldTemplate,
			message: "The template of the agreement is unknown.",
			remedy:  "Compare the template ID with the agreement metadata of the Partner Center API, and correct it if they differ.",
		}
	case TypeMismatch:
		return texts{
			rule: "AGR-10", field: FieldType,
			message: "The agreement type does not match the template.",
			remedy:  "Copy the type and the template ID from one entry of the agreement metadata of the Partner Center API.",
		}
	case TypeRetired:
		return texts{
			rule: "AGR-10", field: FieldType,
			message: "The agreement type is the Microsoft Cloud Agreement, which is retired.",
			remedy:  "Ask the customer to accept the Microsoft Customer Agreement. Then attest with its type from the agreement metadata of the Partner Center API.",
			unknown: "It is unknown whether this agreement type is already retired.",
			ask:     "Provide the current date.",
		}
	case TypeNotKnown:
		return texts{
			rule: "AGR-10", field: FieldType,
			message: "The agreement type is unknown.",
			remedy:  "Compare the type with the agreement metadata of the Partner Center API, and correct it if they differ.",
		}
	case ChannelClosed:
		return texts{
			rule: "AGR-45", field: FieldChannel, see: enhanced,
			message: "You can no longer attest through Partner Center or the old API.",
			remedy:  "Use the enhanced attestation API, or ask the customer to accept directly.",
			unknown: "It is unknown whether you can still attest through this channel.",
			ask:     "Specify the channel of the attestation, and provide the current date.",
		}
	case EnhancedNotOpen:
		return texts{
			rule: "AGR-48", field: FieldChannel, see: enhanced,
			message: "The enhanced attestation API is open only from 2025-10-07 on.",
			remedy:  "Attest through Partner Center or the old API.",
			unknown: "It is unknown whether the enhanced attestation API is open.",
			ask:     "Provide the current date.",
		}
	}
	return texts{}
}

func (r Reason) formTexts() texts {
	switch r {
	case CompanyInformationMissing:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The company information is missing.",
			remedy:  "Enter the company information.",
			unknown: "It is unknown whether the company information is entered.",
			ask:     "Specify whether you entered the company information.",
		}
	case PrimaryContactMissing:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The primary contact of the company is missing.",
			remedy:  "Enter the primary contact.",
			unknown: "It is unknown whether the primary contact is entered.",
			ask:     "Specify whether you entered the primary contact.",
		}
	case BoxNotTicked:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The checkbox that confirms the customer's acceptance is not selected.",
			remedy:  "If the customer has accepted, select the checkbox. Otherwise, first ask the customer to accept.",
			unknown: "It is unknown whether the checkbox that confirms the customer's acceptance is selected.",
			ask:     "Specify whether you selected the checkbox.",
		}
	case ContactNotCorrect:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The information about the primary contact is not correct.",
			remedy:  "In the review, select Update. Then correct the information about the primary contact.",
			unknown: "It is unknown whether the information about the primary contact is correct.",
			ask:     "Specify whether the information about the primary contact is correct.",
		}
	case ContactNotAcceptor:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The primary contact is not the person who accepted for the customer.",
			remedy:  "In the review, select Update. Then enter the person who accepted as the primary contact.",
			unknown: "It is unknown whether the primary contact is the person who accepted.",
			ask:     "Specify whether the primary contact is the person who accepted.",
		}
	case NotReviewed:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "You have not reviewed the entries.",
			remedy:  "Continue to the review before you submit.",
			unknown: "It is unknown whether you have reviewed the entries.",
			ask:     "Specify whether you have reviewed the entries.",
		}
	case Duplicate:
		return texts{
			rule: "AGR-11", field: FieldWhole,
			message: "You have already attested this agreement with the same contact, so the service rejects a duplicate (600061).",
			remedy:  "Do not send it again: the service already has this attestation.",
			unknown: "It is unknown whether you have already attested this agreement with the same contact.",
			ask:     "Provide the attestations that the service has stored for the customer.",
		}
	case ChoiceNotMade:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "In the form of the new customer, you did not select that the customer is asked to accept in the Microsoft 365 admin center.",
			remedy:  "If the customer does not exist yet, select this when you create the customer. If the customer exists, send the invitation for an existing customer.",
			unknown: "It is unknown whether the customer will be asked to accept in the Microsoft 365 admin center.",
			ask:     "Specify whether you made this choice when you created the customer.",
		}
	case AddressMissing:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "The invitation lacks the address at which the customer accepts.",
			remedy:  "Add the address to the invitation. " + addressForRoute,
		}
	case AddressReplaced:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "The address in the invitation is not the one at which the customer accepts.",
			remedy:  "Restore the address. " + addressForRoute,
			unknown: "It is unknown whether the address in the invitation is the generated address.",
			ask:     "Provide the address that Partner Center generated with the relationship request.",
		}
	case CredentialsMissing:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "The invitation lacks the customer's credentials.",
			remedy:  "Add the customer's credentials to the invitation.",
			unknown: "It is unknown whether the invitation includes the customer's credentials.",
			ask:     "Specify whether the invitation includes the customer's credentials.",
		}
	case RelationshipOfExisting:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "A relationship request is for a new customer, but the customer exists.",
			remedy:  "Send the common address (" + AcceptanceAddress + ") instead: an existing customer uses its own credentials.",
		}
	}
	return texts{}
}

func (r Reason) orderTexts() texts {
	const (
		blocked = "A new customer cannot buy until it has accepted the agreement"
		waits   = "The order waits until the customer has accepted the agreement"

		askProvider = "Ask your indirect provider to attest, or ask the customer to accept directly."
		useEnhanced = "Ask the customer to accept directly, or attest through the enhanced attestation API. If you are an indirect reseller, your indirect provider attests."
		anyRoute    = "Ask the customer to accept directly, or attest by a route that is open on the day of the order. If you are an indirect reseller, ask your indirect provider to attest."

		portalClosed = ". You can no longer attest through Partner Center or the old API."
	)
	switch r {
	case NewCustomerNotAttested:
		return texts{rule: "AGR-40", message: blocked + ".", remedy: "Attest the customer's acceptance, or invite the customer to accept directly."}
	case NewCustomerProviderMustAttest:
		return texts{rule: "AGR-40", message: blocked + ". You cannot attest as an indirect reseller.", remedy: askProvider}
	case NewCustomerOldRoutesClosed:
		return texts{rule: "AGR-40", see: enhanced, message: blocked + portalClosed, remedy: useEnhanced}
	case NewCustomerNotAccepted:
		return texts{rule: "AGR-40", message: blocked + ", directly or by an attestation.", remedy: anyRoute}
	case NotAttested:
		return texts{
			rule:    "AGR-42",
			message: "The order waits until you attest that the customer has accepted.",
			remedy:  "Attest at the prompt of the order, with the current date. The order continues when you save.",
		}
	case ProviderMustAttest:
		return texts{
			rule:    "AGR-42",
			message: "The order waits until your indirect provider attests; your own attestations as a direct-bill partner do not count.",
			remedy:  askProvider,
		}
	case OldRoutesClosed:
		return texts{rule: "AGR-42", see: enhanced, message: waits + portalClosed, remedy: useEnhanced}
	case NotAccepted:
		return texts{rule: "AGR-42", message: waits + ".", remedy: anyRoute}
	case UnderReview:
		return texts{
			rule: "AGR-47", see: review,
			message: "The order is blocked while Microsoft reviews the customer account.",
			remedy:  "Wait until the review is over. Do not change the customer's name, address or organization profile, because a change can start the review again.",
		}
	case ReviewMayStop:
		return texts{
			rule: "AGR-47", see: review,
			message: "It is unknown whether the term or billing plan can change while Microsoft reviews the customer account.",
			remedy:  "Wait until the review is over. Do not change the customer's details meanwhile, because a change can start the review again.",
		}
	}
	return texts{}
}
