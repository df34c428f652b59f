package agreement

// notApplicable is the text of each verdict on a customer in a sovereign cloud (AGR-46).
const notApplicable = "The rules do not apply, because the customer is in a sovereign cloud."

// Message returns a sentence that says whether the order may proceed. It is empty
// if v is invalid.
func (v OrderVerdict) Message() string {
	switch v {
	case OrderUndetermined:
		return "It is unknown whether the order may proceed."
	case OrderNotApplicable:
		return notApplicable
	case Allowed:
		return "The order may proceed."
	case AttestFirst:
		return "The order waits for the customer's acceptance of the agreement."
	case Blocked:
		return "The order is blocked."
	}
	return ""
}

// Message returns a sentence that says whether the attestation or invitation can be
// sent. It is empty if v is invalid.
func (v ReportVerdict) Message() string {
	switch v {
	case ReportUndetermined:
		return "It is unknown whether it can be sent."
	case ReportNotApplicable:
		return notApplicable
	case Ready:
		return "It can be sent."
	case Faulty:
		return "It has an error, and cannot be sent as it is."
	}
	return ""
}

// Message returns a sentence that says whether the customer can accept directly. It
// is empty if v is invalid.
func (v DirectVerdict) Message() string {
	switch v {
	case DirectUndetermined:
		return "It is unknown whether the customer can accept directly."
	case DirectNotApplicable:
		return notApplicable
	case NoKnownObstacle:
		return "No known fact prevents the customer from accepting directly."
	case MayBeUnavailable:
		return "The customer may be unable to accept directly."
	}
	return ""
}

// Message returns a sentence that says what to do. It is empty if r is invalid.
func (r Route) Message() string {
	switch r {
	case RouteUndetermined:
		return "It is unknown which route leads to an acceptance."
	case RouteNotApplicable:
		return notApplicable
	case NothingToDo:
		return "You do not need to do anything: the customer has already accepted."
	case AttestNewCustomer:
		return "Attest while you create the customer in Partner Center."
	case AttestExistingCustomer:
		return "Attest on the customer's account page in Partner Center."
	case AttestAtOrderPrompt:
		return "Attest at the prompt of the order."
	case AttestEnhanced:
		return "Attest through the enhanced attestation API."
	case ProviderAttests:
		return "Ask your indirect provider to attest."
	case AgentAttests:
		return "Ask a user with the Admin agent or Sales agent role to attest."
	case InviteNewCustomer:
		return "Create the customer in Partner Center, and invite it to accept directly."
	case InviteByRelationship:
		return "Invite the customer with a relationship request."
	case InviteExistingCustomer:
		return "Send the customer the address at which it can accept directly."
	}
	return ""
}

// Message returns what is unknown, such as "the role of the user". It is a noun
// phrase, to be read after "Missing:". It is empty if f is invalid.
func (f Fact) Message() string {
	switch f {
	case FactPartner:
		return "the type of the partner"
	case FactRole:
		return "the role of the user"
	case FactCustomer:
		return "whether the customer is new"
	case FactOrderKind:
		return "the kind of the order"
	case FactAttested:
		return "whether the partner has attested"
	case FactAttestedOn:
		return "the date of the attestation"
	case FactProviderAttested:
		return "whether the indirect provider has attested"
	case FactProviderOn:
		return "the date of the provider's attestation"
	case FactDirect:
		return "whether the customer has accepted directly"
	case FactNow:
		return "the current day"
	case FactReview:
		return "whether Microsoft is reviewing the customer account"
	}
	return ""
}

// Message returns a sentence that says whether the email is due or late. It is
// empty if t is invalid.
func (t NoticeTiming) Message() string {
	switch t {
	case NoticeTimingUnknown:
		return "It is unknown whether the email is late."
	case NoticeDue:
		return "The email is due."
	case NoticeLate:
		return "The email is late."
	}
	return ""
}

// Message returns a sentence that says what happened. It is empty if k is invalid.
func (k EventKind) Message() string {
	switch k {
	case EventUnknown:
		return "It is unknown what happened."
	case EventAttested:
		return "You attested that the customer has accepted."
	case EventInvited:
		return "You invited the customer to accept directly."
	case EventAcceptedDirectly:
		return "The customer accepted directly."
	}
	return ""
}

// Title returns the name of the kind for display, such as "Unknown order". It is
// empty if k is invalid.
func (k OrderKind) Title() string {
	switch k {
	case OrderKindUnknown:
		return "Unknown order"
	case NewPurchase:
		return "New purchase"
	case SeatIncrease:
		return "Seat increase"
	case SeatDecrease:
		return "Seat decrease"
	case Upgrade:
		return "Upgrade"
	case TermChange:
		return "Change of term or billing plan"
	case ManualRenewal:
		return "Manual renewal"
	case AutomaticRenewal:
		return "Automatic renewal"
	case Cancellation:
		return "Cancellation"
	}
	return ""
}

// Title returns the name of the method for display, such as "Attestation". It is
// empty if m is invalid.
func (m Method) Title() string {
	switch m {
	case ByAttestation:
		return "Attestation"
	case ByOrder:
		return "Prompt of an order"
	case ByInvitation:
		return "Invitation"
	case ByRelationshipRequest:
		return "Relationship request"
	}
	return ""
}

// Title returns the name of the field for display, such as "Type of partner". It is
// empty if f is zero or invalid.
func (f Field) Title() string {
	switch f {
	case FieldPartner:
		return "Type of partner"
	case FieldRole:
		return "User role"
	case FieldFirstName:
		return "First name"
	case FieldLastName:
		return "Last name"
	case FieldCompanyName:
		return "Company name"
	case FieldEmail:
		return "Email address"
	case FieldPhone:
		return "Phone number"
	case FieldDate:
		return "Date of acceptance"
	case FieldTemplate:
		return "Template"
	case FieldType:
		return "Type of agreement"
	case FieldChannel:
		return "Channel"
	case FieldForm:
		return "Form of the new customer"
	case FieldWhole:
		return "Attestation"
	case FieldInvitation:
		return "Invitation"
	}
	return ""
}

// Title returns the name of the type for display, such as "Direct-bill partner". It
// is empty if p is invalid.
func (p PartnerType) Title() string {
	switch p {
	case PartnerTypeUnknown:
		return "Unknown"
	case DirectBill:
		return "Direct-bill partner"
	case IndirectProvider:
		return "Indirect provider"
	case IndirectReseller:
		return "Indirect reseller"
	}
	return ""
}

// Title returns the name of the kind for display, such as "New customer". It is
// empty if c is invalid.
func (c CustomerKind) Title() string {
	switch c {
	case CustomerKindUnknown:
		return "Unknown"
	case NewCustomer:
		return "New customer"
	case ExistingCustomer:
		return "Existing customer"
	}
	return ""
}

// Title returns the name of the channel for display, such as "Portal". It is empty
// if c is invalid.
func (c Channel) Title() string {
	switch c {
	case ChannelUnknown:
		return "Unknown"
	case Portal:
		return "Portal"
	case API:
		return "Old API"
	case EnhancedAPI:
		return "Enhanced API"
	}
	return ""
}

// Title returns the name of the cloud for display, such as "Public cloud". It is
// empty if c is invalid.
func (c Cloud) Title() string {
	switch c {
	case CloudNotGiven:
		return "Not given"
	case PublicCloud:
		return "Public cloud"
	case Cloud21Vianet:
		return "Cloud operated by 21Vianet"
	case CloudUSGovernment:
		return "United States government cloud"
	}
	return ""
}

// Title returns the name of the role for display, such as "Admin agent". It is
// empty if r is invalid.
func (r Role) Title() string {
	switch r {
	case RoleUnknown:
		return "Unknown"
	case AdminAgent:
		return "Admin agent"
	case SalesAgent:
		return "Sales agent"
	case HelpdeskAgent:
		return "Helpdesk agent"
	case OtherRole:
		return "Other role"
	}
	return ""
}

// Title returns the name of the request for display, such as "Create an agreement".
// It is empty if o is invalid.
func (o Operation) Title() string {
	switch o {
	case OperationUnknown:
		return "Unknown"
	case CreateAgreement:
		return "Create an agreement"
	case ListAgreements:
		return "List agreements"
	case ReadMetadata:
		return "Read agreement metadata"
	case ReadDirectStatus:
		return "Read the direct signed status"
	case ManageCustomer:
		return "Create or change a customer"
	case PlaceOrder:
		return "Place an order"
	}
	return ""
}
