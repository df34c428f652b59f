package agreement

import (
	"github.com/partnerrules/partnerrules"
)

// A Reason is a fault of an attestation or an invitation, or why an order may not
// go on: see [partnerrules.Reason]. The zero Reason has no texts.
type Reason uint8

// What can be wrong with an attestation, in the order in which it is given.
const (
	// PartnerMayNotAttest: the partner is an indirect reseller (AGR-01).
	PartnerMayNotAttest Reason = iota + 1 // "partner-may-not-attest"

	// RoleMayNotAttest: the user is neither Admin agent nor Sales agent
	// (AGR-02).
	RoleMayNotAttest // "role-may-not-attest"

	// FirstNameMissing, LastNameMissing and EmailMissing: what is required of
	// the person who accepted is nothing but white space (AGR-03).
	FirstNameMissing // "first-name-missing"
	LastNameMissing  // "last-name-missing"
	EmailMissing     // "email-missing"

	// EmailMalformed: the address does not have the form of one (AGR-04).
	EmailMalformed // "email-malformed"

	// EmailOfMicrosoft and EmailOfPartner, both warnings: the address is one of
	// microsoft.com, or of the partner's own domain (AGR-04).
	EmailOfMicrosoft // "email-of-microsoft"
	EmailOfPartner   // "email-of-partner"

	// DateMissing: the date of acceptance is not given, or lies in the year 1,
	// which stands for none (AGR-05, AGR-08).
	DateMissing // "date-missing"

	// DateInFuture: it lies after now (AGR-05).
	DateInFuture // "date-in-future"

	// DateAheadOfService, a warning: the day as written is later than the day in
	// UTC-8, where the service has been seen to take it for the future
	// (AGR-06).
	DateAheadOfService // "date-ahead-of-service"

	// DatePast, a warning: at the prompt of an order the current date is to be
	// entered (AGR-07).
	DatePast // "date-past"

	// DateBeforeAgreement, a warning: the day lies before 2019-10-01 in UTC, and
	// the agreement is the Customer Agreement (AGR-08).
	DateBeforeAgreement // "date-before-agreement"

	// TemplateMissing: there is no template (AGR-10).
	TemplateMissing // "template-missing"

	// TemplateRetired: it is that of the Cloud Agreement, from 2020-02-01 on
	// (AGR-10).
	TemplateRetired // "template-retired"

	// TemplateNotKnown, a warning: it is none that is known (AGR-10).
	TemplateNotKnown // "template-not-known"

	// TypeMismatch: the type is that of another template (AGR-10).
	TypeMismatch // "type-mismatch"

	// TypeRetired: the type is the Cloud Agreement, from 2020-02-01 on, and the
	// template does not say so itself (AGR-10).
	TypeRetired // "type-retired"

	// TypeNotKnown, a warning: it is none that is known (AGR-10).
	TypeNotKnown // "type-not-known"

	// ChannelClosed: attesting in the portal and by the old API is over
	// (AGR-45).
	ChannelClosed // "channel-closed"

	// CompanyInformationMissing, PrimaryContactMissing, BoxNotTicked,
	// ContactNotAcceptor and NotReviewed: a step of the form of a new customer
	// is not done (AGR-14).
	CompanyInformationMissing // "company-information-missing"
	PrimaryContactMissing     // "primary-contact-missing"
	BoxNotTicked              // "box-not-ticked"
	ContactNotAcceptor        // "contact-not-acceptor"
	NotReviewed               // "not-reviewed"

	// Duplicate: the partner has attested the same contact for this type before
	// (AGR-11).
	Duplicate // "duplicate"
)

// What can be wrong with an invitation, in the order in which it is given
// (AGR-30).
const (
	// ChoiceNotMade: while the customer was created, it was not chosen that it
	// will be asked to accept.
	ChoiceNotMade Reason = Duplicate + 1 + iota // "choice-not-made"

	// AddressMissing: the invitation sends the customer to no address.
	AddressMissing // "address-missing"

	// AddressReplaced: the address is not the one for the route.
	AddressReplaced // "address-replaced"

	// SignInMissing: the customer's sign-in is not in the invitation.
	CredentialsMissing // "sign-in-missing"

	lastFinding = CredentialsMissing
)

// Why an order may not go on.
const (
	// NewCustomerNotAccepted: a new customer cannot buy without acceptance
	// (AGR-40).
	NewCustomerNotAccepted Reason = lastFinding + 1 + iota // "new-customer-not-accepted"

	// NotAttested: the order waits at its prompt for the partner to attest
	// (AGR-42).
	NotAttested // "not-attested"

	// ProviderMustAttest: the partner is an indirect reseller, whose provider
	// attests; what it attested as a direct-bill partner is not kept (AGR-44).
	ProviderMustAttest // "provider-must-attest"

	// OldRoutesClosed: the order waits, and the prompt is closed (AGR-45).
	OldRoutesClosed // "old-routes-closed"

	// NotAccepted: the order waits, and what is not known decides by which route
	// it goes on (AGR-42).
	NotAccepted // "not-accepted"

	lastReason = NotAccepted
)

var _ partnerrules.Reason = Reason(0)

// errorReasons are the reasons of findings that are errors. The others are
// warnings.
const errorReasons partnerrules.Set[Reason] = 1<<(lastFinding+1) - 1<<PartnerMayNotAttest -
	(1<<EmailOfMicrosoft | 1<<EmailOfPartner | 1<<DateAheadOfService | 1<<DatePast | 1<<DateBeforeAgreement |
		1<<TemplateNotKnown | 1<<TypeNotKnown)

// Rule returns the ID of the rule that the reason comes from, such as "AGR-02".
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Field returns the part that the reason is about. It returns the zero Field for
// the reasons of an order.
func (r Reason) Field() Field { return r.texts().field }

// Severity returns SeverityError or SeverityWarning, or SeverityUnknown if r is
// zero or invalid. The reasons of an order are errors.
func (r Reason) Severity() partnerrules.Severity {
	switch {
	case r == 0 || r > lastReason:
		return partnerrules.SeverityUnknown
	case r <= lastFinding && !errorReasons.Has(r):
		return partnerrules.SeverityWarning
	}
	return partnerrules.SeverityError
}

// Message returns a sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns a sentence that says what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See returns the title of the help page to read.
func (r Reason) See() string { return r.texts().see }

// texts are the texts of a reason. open and give are its message and remedy if
// the fact that decides is unknown. If see is empty, it is the help page.
type texts struct {
	rule partnerrules.RuleID

	message, remedy, open, give, see string

	field Field
}

// The published documents.
const (
	helpPage = "Confirm that a customer has accepted the Microsoft Customer Agreement"
	news     = "Announcements on the customer agreement, 2023-04-05"
	enhanced = "Customer agreement: enhanced attestation, end of the old routes"
)

func (r Reason) texts() texts {
	var t texts
	switch {
	case r <= EmailOfPartner:
		t = r.personTexts()
	case r <= ChannelClosed:
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
			message: "An indirect reseller cannot attest on behalf of its customers.",
			remedy:  "Have the indirect provider attest.",
			open:    "It is not known what type of partner attests.",
			give:    "Say whether the partner is a direct-bill partner, an indirect provider or an indirect reseller.",
		}
	case RoleMayNotAttest:
		return texts{
			rule: "AGR-02", field: FieldRole,
			message: "Attesting takes the role of Admin agent or Sales agent.",
			remedy:  "Have a user with one of these roles attest.",
			open:    "It is not known what role the user has.",
			give:    "Say whether the user is an Admin agent or a Sales agent.",
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
	case EmailMissing:
		return texts{
			rule: "AGR-03", field: FieldEmail,
			message: "The e-mail address of the person who accepted is missing.",
			remedy:  "Enter the e-mail address.",
		}
	case EmailMalformed:
		return texts{
			rule: "AGR-04", field: FieldEmail,
			message: "The e-mail address does not have the form of one.",
			remedy:  "Correct the e-mail address.",
		}
	case EmailOfMicrosoft:
		return texts{
			rule: "AGR-04", field: FieldEmail,
			message: "The e-mail address is one of Microsoft, not of the customer.",
			remedy:  "Enter the address of the person who accepted for the customer.",
		}
	case EmailOfPartner:
		return texts{
			rule: "AGR-04", field: FieldEmail,
			message: "The e-mail address is one of the partner, not of the customer.",
			remedy:  "Enter the address of the person who accepted for the customer; nobody may accept in its place.",
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
			message: "The date of acceptance lies in the future.",
			remedy:  "Enter the date on which the customer accepted.",
			open:    "It is not known whether the date of acceptance lies in the future.",
			give:    "Give the instant to judge by.",
		}
	case DateAheadOfService:
		return texts{
			rule: "AGR-06", field: FieldDate,
			message: "The day of acceptance has not begun yet in UTC-8, and the service may refuse it as a date in the future (600002).",
			remedy:  "If it is refused, send it again once that day has begun in UTC-8.",
		}
	case DatePast:
		return texts{
			rule: "AGR-07", field: FieldDate,
			message: "At the prompt of an order the current date is to be entered, and this one is past.",
			remedy:  "Enter the current date.",
		}
	case DateBeforeAgreement:
		return texts{
			rule: "AGR-08", field: FieldDate,
			message: "The date lies before October 2019, when the Customer Agreement took the place of the Cloud Agreement.",
			remedy:  "Check the date, and which agreement the customer accepted.",
		}
	case TemplateMissing:
		return texts{
			rule: "AGR-10", field: FieldTemplate,
			message: "The template of the agreement is missing.",
			remedy:  "Take the template from the metadata of the agreement.",
		}
	case TemplateRetired:
		return texts{
			rule: "AGR-10", field: FieldTemplate,
			message: "The template is that of the Microsoft Cloud Agreement, which is retired.",
			remedy:  "Have the customer accept the Microsoft Customer Agreement, and attest that.",
			open:    "It is not known whether the Microsoft Cloud Agreement is retired yet.",
			give:    "Give the instant to judge by.",
		}
	case TemplateNotKnown:
		return texts{
			rule: "AGR-10", field: FieldTemplate,
			message: "The template is none that is known.",
			remedy:  "Compare it with the metadata of the agreement.",
		}
	case TypeMismatch:
		return texts{
			rule: "AGR-10", field: FieldType,
			message: "The type is not that of the template.",
			remedy:  "Take type and template from the same metadata.",
		}
	case TypeRetired:
		return texts{
			rule: "AGR-10", field: FieldType,
			message: "The type is the Microsoft Cloud Agreement, which is retired.",
			remedy:  "Have the customer accept the Microsoft Customer Agreement, and attest that instead.",
			open:    "It is not known whether agreements of this type are retired yet.",
			give:    "Give the instant to judge by.",
		}
	case TypeNotKnown:
		return texts{
			rule: "AGR-10", field: FieldType,
			message: "The type is none that is known.",
			remedy:  "Compare the type with the metadata of the agreement.",
		}
	case ChannelClosed:
		return texts{
			rule: "AGR-45", field: FieldChannel, see: enhanced,
			message: "Attesting in the portal and by the old API is closed.",
			remedy:  "Use the enhanced attestation API, or have the customer accept directly.",
			open:    "It is not known whether the channel is still open.",
			give:    "Say by which channel the attestation is sent, and when.",
		}
	}
	return texts{}
}

func (r Reason) formTexts() texts {
	switch r {
	case CompanyInformationMissing:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The information on the company is missing.",
			remedy:  "Enter the company information.",
			open:    "It is not known whether the company information is entered.",
			give:    "Say whether the company information is entered.",
		}
	case PrimaryContactMissing:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The primary contact of the company is missing.",
			remedy:  "Enter the primary contact.",
			open:    "It is not known whether the primary contact is entered.",
			give:    "Say whether the primary contact is entered.",
		}
	case BoxNotTicked:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The box that the customer has accepted is not ticked.",
			remedy:  "Tick it, if the customer has accepted.",
			open:    "It is not known whether the box is ticked.",
			give:    "Say whether the box is ticked.",
		}
	case ContactNotAcceptor:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The primary contact is not the person who accepted.",
			remedy:  "Select Update, and enter the person who accepted.",
			open:    "It is not known whether the primary contact is the person who accepted.",
			give:    "Say whether the primary contact is the person who accepted.",
		}
	case NotReviewed:
		return texts{
			rule: "AGR-14", field: FieldForm,
			message: "The entries are not reviewed.",
			remedy:  "Go on to the review before you submit.",
			open:    "It is not known whether the entries are reviewed.",
			give:    "Say whether the entries are reviewed.",
		}
	case Duplicate:
		return texts{
			rule: "AGR-11", field: FieldWhole,
			message: "The partner has attested this agreement with the same contact before, and the service refuses a duplicate (600061).",
			remedy:  "Nothing need be sent: the attestation is there.",
			open:    "It is not known whether the partner has attested the same before.",
			give:    "Give the attestations that the service has stored for the customer.",
		}
	case ChoiceNotMade:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "The choice that the customer will be asked to accept in the Microsoft 365 admin center is not made.",
			remedy:  "Make it while the customer is created.",
			open:    "It is not known whether the customer will be asked to accept.",
			give:    "Say whether that choice was made while the customer was created.",
		}
	case AddressMissing:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "The invitation lacks the address at which the customer accepts.",
			remedy:  "Add the address.",
		}
	case AddressReplaced:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "The invitation sends the customer to another address than it must.",
			remedy:  "Put the right address back: for a relationship request, the one generated with it.",
			open:    "It is not known whether the address is that which was generated.",
			give:    "Give the address that was generated with the relationship request.",
		}
	case CredentialsMissing:
		return texts{
			rule: "AGR-30", field: FieldInvitation,
			message: "The invitation lacks the customer's sign-in.",
			remedy:  "Add the sign-in of the customer.",
			open:    "It is not known whether the invitation holds the customer's sign-in.",
			give:    "Say whether the invitation holds the sign-in.",
		}
	}
	return texts{}
}

func (r Reason) orderTexts() texts {
	switch r {
	case NewCustomerNotAccepted:
		return texts{
			rule:    "AGR-40",
			message: "A new customer cannot buy until it has accepted the agreement.",
			remedy:  "Attest the customer's acceptance, or invite the customer to accept directly.",
		}
	case NotAttested:
		return texts{
			rule:    "AGR-42",
			message: "The order waits for the partner to attest that the customer has accepted.",
			remedy:  "Attest at the prompt of the order, with the current date; the order goes on once that is saved.",
		}
	case ProviderMustAttest:
		return texts{
			rule:    "AGR-44",
			message: "The order waits for an attestation by the indirect provider; what the reseller attested as a direct-bill partner is not kept.",
			remedy:  "Have the indirect provider attest anew.",
		}
	case OldRoutesClosed:
		return texts{
			rule: "AGR-45", see: enhanced,
			message: "The order waits for an acceptance that still counts, and the old ways to attest are closed.",
			remedy:  "Have the customer accept directly, or attest through the enhanced attestation API.",
		}
	case NotAccepted:
		return texts{
			rule:    "AGR-42",
			message: "The order waits until the customer's acceptance is there.",
			remedy:  "Have the customer accept directly, or have it attested by a route that is open on the day, by the indirect provider of a reseller.",
		}
	}
	return texts{}
}
