package agreement

// texts are what a reason has to say; open and give are its message and remedy
// where the fact that decides is not known.
type texts struct {
	code, rule, message, remedy, open, give, see, source string

	field Field
}

// The published documents.
const (
	helpPage   = "Confirm that a customer has accepted the Microsoft Customer Agreement"
	restAPI    = "Partner Center REST: agreements, agreement metadata, direct signed status"
	errorCodes = "Partner Center REST error codes"
	news       = "Announcements on the customer agreement, 2023-04-05"
	moving     = "Transition from direct-bill to indirect"
	enhanced   = "Customer agreement: enhanced attestation, end of the old routes"
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
	if t.code != "" && t.see == "" {
		t.see = helpPage
	}
	return t
}

func (r Reason) personTexts() texts {
	switch r {
	case PartnerMayNotAttest:
		return texts{
			code: "partner-may-not-attest", rule: "AGR-01", field: FieldPartner, source: helpPage + "; Partner attestation",
			message: "An indirect reseller cannot attest on behalf of its customers.",
			remedy:  "Have the indirect provider attest.",
			open:    "It is not known what type of partner attests.",
			give:    "Say whether the partner is a direct-bill partner, an indirect provider or an indirect reseller.",
		}
	case RoleMayNotAttest:
		return texts{
			code: "role-may-not-attest", rule: "AGR-02", field: FieldRole, source: helpPage + "; Partner attestation",
			message: "Attesting takes the role of Admin agent or Sales agent.",
			remedy:  "Have a user with one of these roles attest.",
			open:    "It is not known what role the user has.",
			give:    "Say whether the user is an Admin agent or a Sales agent.",
		}
	case FirstNameMissing:
		return texts{
			code: "first-name-missing", rule: "AGR-03", field: FieldFirstName, source: helpPage + "; Attest for existing customers",
			message: "The first name of the person who accepted is missing.",
			remedy:  "Enter the first name.",
		}
	case LastNameMissing:
		return texts{
			code: "last-name-missing", rule: "AGR-03", field: FieldLastName, source: helpPage + "; Attest for existing customers",
			message: "The last name of the person who accepted is missing.",
			remedy:  "Enter the last name.",
		}
	case EmailMissing:
		return texts{
			code: "email-missing", rule: "AGR-03", field: FieldEmail, source: helpPage + "; Attest for existing customers",
			message: "The e-mail address of the person who accepted is missing.",
			remedy:  "Enter the e-mail address.",
		}
	case EmailMalformed:
		return texts{
			code: "email-malformed", rule: "AGR-04", field: FieldEmail, source: restAPI,
			message: "The e-mail address does not have the form of one.",
			remedy:  "Correct the e-mail address.",
		}
	case EmailOfMicrosoft:
		return texts{
			code: "email-of-microsoft", rule: "AGR-04", field: FieldEmail, source: news,
			message: "The e-mail address is one of Microsoft, not of the customer.",
			remedy:  "Enter the address of the person who accepted for the customer.",
		}
	case EmailOfPartner:
		return texts{
			code: "email-of-partner", rule: "AGR-04", field: FieldEmail, source: news,
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
			code: "date-missing", rule: "AGR-05", field: FieldDate, source: helpPage + "; Attest for existing customers",
			message: "The date of acceptance is missing.",
			remedy:  "Enter the date on which the customer accepted.",
		}
	case DateInFuture:
		return texts{
			code: "date-in-future", rule: "AGR-05", field: FieldDate, source: helpPage + "; Attest for existing customers",
			message: "The date of acceptance lies in the future.",
			remedy:  "Enter the date on which the customer accepted.",
			open:    "It is not known whether the date of acceptance lies in the future.",
			give:    "Give the instant to judge by.",
		}
	case DateAheadOfService:
		return texts{
			code: "date-ahead-of-service", rule: "AGR-06", field: FieldDate, source: errorCodes,
			message: "The day of acceptance has not begun yet in UTC-8, and the service may refuse it as a date in the future (600002).",
			remedy:  "If it is refused, send it again once that day has begun in UTC-8.",
		}
	case DatePast:
		return texts{
			code: "date-past", rule: "AGR-07", field: FieldDate, source: helpPage + "; Confirm that the customer has accepted the agreement",
			message: "At the prompt of an order the current date is to be entered, and this one is past.",
			remedy:  "Enter the current date.",
		}
	case DateBeforeAgreement:
		return texts{
			code: "date-before-agreement", rule: "AGR-08", field: FieldDate, source: restAPI,
			message: "The date lies before October 2019, when the Customer Agreement took the place of the Cloud Agreement.",
			remedy:  "Check the date, and which agreement the customer accepted.",
		}
	case TemplateMissing:
		return texts{
			code: "template-missing", rule: "AGR-10", field: FieldTemplate, source: restAPI,
			message: "The template of the agreement is missing.",
			remedy:  "Take the template from the metadata of the agreement.",
		}
	case TemplateRetired:
		return texts{
			code: "template-retired", rule: "AGR-10", field: FieldTemplate, source: restAPI,
			message: "The template is that of the Microsoft Cloud Agreement, which is retired.",
			remedy:  "Have the customer accept the Microsoft Customer Agreement, and attest that.",
			open:    "It is not known whether the Microsoft Cloud Agreement is retired yet.",
			give:    "Give the instant to judge by.",
		}
	case TemplateNotKnown:
		return texts{
			code: "template-not-known", rule: "AGR-10", field: FieldTemplate, source: restAPI,
			message: "The template is none that is known.",
			remedy:  "Compare it with the metadata of the agreement.",
		}
	case TypeMismatch:
		return texts{
			code: "type-mismatch", rule: "AGR-10", field: FieldType, source: restAPI,
			message: "The type is not that of the template.",
			remedy:  "Take type and template from the same metadata.",
		}
	case TypeRetired:
		return texts{
			code: "type-retired", rule: "AGR-10", field: FieldType, source: restAPI,
			message: "The type is the Microsoft Cloud Agreement, which is retired.",
			remedy:  "Have the customer accept the Microsoft Customer Agreement, and attest that instead.",
			open:    "It is not known whether agreements of this type are retired yet.",
			give:    "Give the instant to judge by.",
		}
	case TypeNotKnown:
		return texts{
			code: "type-not-known", rule: "AGR-10", field: FieldType, source: restAPI,
			message: "The type is none that is known.",
			remedy:  "Compare the type with the metadata of the agreement.",
		}
	case ChannelClosed:
		return texts{
			code: "channel-closed", rule: "AGR-45", field: FieldChannel, source: enhanced, see: enhanced,
			message: "Attesting in the portal and by the old API is closed.",
			remedy:  "Use the enhanced attestation API, or have the customer accept directly.",
			open:    "It is not known whether the channel is still open.",
			give:    "Say by which channel the attestation is sent, and when.",
		}
	}
	return texts{}
}

func (r Reason) formTexts() texts {
	const newCustomers = helpPage + "; Attest for new customers"
	const direct = helpPage + "; Direct customer acceptance"
	switch r {
	case CompanyInformationMissing:
		return texts{
			code: "company-information-missing", rule: "AGR-14", field: FieldForm, source: newCustomers,
			message: "The information on the company is missing.",
			remedy:  "Enter the company information.",
			open:    "It is not known whether the company information is entered.",
			give:    "Say whether the company information is entered.",
		}
	case PrimaryContactMissing:
		return texts{
			code: "primary-contact-missing", rule: "AGR-14", field: FieldForm, source: newCustomers,
			message: "The primary contact of the company is missing.",
			remedy:  "Enter the primary contact.",
			open:    "It is not known whether the primary contact is entered.",
			give:    "Say whether the primary contact is entered.",
		}
	case BoxNotTicked:
		return texts{
			code: "box-not-ticked", rule: "AGR-14", field: FieldForm, source: newCustomers,
			message: "The box that the customer has accepted is not ticked.",
			remedy:  "Tick it, if the customer has accepted.",
			open:    "It is not known whether the box is ticked.",
			give:    "Say whether the box is ticked.",
		}
	case ContactNotAcceptor:
		return texts{
			code: "contact-not-acceptor", rule: "AGR-14", field: FieldForm, source: newCustomers,
			message: "The primary contact is not the person who accepted.",
			remedy:  "Select Update, and enter the person who accepted.",
			open:    "It is not known whether the primary contact is the person who accepted.",
			give:    "Say whether the primary contact is the person who accepted.",
		}
	case NotReviewed:
		return texts{
			code: "not-reviewed", rule: "AGR-14", field: FieldForm, source: newCustomers,
			message: "The entries are not reviewed.",
			remedy:  "Go on to the review before you submit.",
			open:    "It is not known whether the entries are reviewed.",
			give:    "Say whether the entries are reviewed.",
		}
	case Duplicate:
		return texts{
			code: "duplicate", rule: "AGR-11", field: FieldWhole, source: errorCodes,
			message: "The partner has attested this agreement with the same contact before, and the service refuses a duplicate (600061).",
			remedy:  "Nothing need be sent: the attestation is there.",
			open:    "It is not known whether the partner has attested the same before.",
			give:    "Give the attestations that the service has stored for the customer.",
		}
	case ChoiceNotMade:
		return texts{
			code: "choice-not-made", rule: "AGR-30", field: FieldInvitation, source: direct,
			message: "The choice that the customer will be asked to accept in the Microsoft 365 admin center is not made.",
			remedy:  "Make it while the customer is created.",
			open:    "It is not known whether the customer will be asked to accept.",
			give:    "Say whether that choice was made while the customer was created.",
		}
	case AddressMissing:
		return texts{
			code: "address-missing", rule: "AGR-30", field: FieldInvitation, source: direct,
			message: "The invitation lacks the address at which the customer accepts.",
			remedy:  "Add the address.",
		}
	case AddressReplaced:
		return texts{
			code: "address-replaced", rule: "AGR-30", field: FieldInvitation, source: direct,
			message: "The invitation sends the customer to another address than it must.",
			remedy:  "Put the right address back: for a relationship request, the one generated with it.",
			open:    "It is not known whether the address is that which was generated.",
			give:    "Give the address that was generated with the relationship request.",
		}
	case SignInMissing:
		return texts{
			code: "sign-in-missing", rule: "AGR-30", field: FieldInvitation, source: direct,
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
			code: "new-customer-not-accepted", rule: "AGR-40", source: helpPage + "; Direct customer acceptance",
			message: "A new customer cannot buy until it has accepted the agreement.",
			remedy:  "Attest the customer's acceptance, or invite the customer to accept directly.",
		}
	case NotAttested:
		return texts{
			code: "not-attested", rule: "AGR-42", source: helpPage + "; Confirm that the customer has accepted the agreement",
			message: "The order waits for the partner to attest that the customer has accepted.",
			remedy:  "Attest at the prompt of the order, with the current date; the order goes on once that is saved.",
		}
	case ProviderMustAttest:
		return texts{
			code: "provider-must-attest", rule: "AGR-44", source: moving,
			message: "The order waits for an attestation by the indirect provider; what the reseller attested as a direct-bill partner is not kept.",
			remedy:  "Have the indirect provider attest anew.",
		}
	case OldRoutesClosed:
		return texts{
			code: "old-routes-closed", rule: "AGR-45", source: enhanced, see: enhanced,
			message: "The order waits for an acceptance that still counts, and the old ways to attest are closed.",
			remedy:  "Have the customer accept directly, or attest through the enhanced attestation API.",
		}
	case NotAccepted:
		return texts{
			code: "not-accepted", rule: "AGR-42", source: helpPage + "; Confirm that the customer has accepted the agreement",
			message: "The order waits until the customer's acceptance is there.",
			remedy:  "Have the customer accept directly, or have it attested by a route that is open on the day, by the indirect provider of a reseller.",
		}
	}
	return texts{}
}
