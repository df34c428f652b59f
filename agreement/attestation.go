package agreement

// An Attestation is a partner's confirmation that a customer has accepted an
// agreement, as the agreements resource of the API has it. Its JSON form is the
// body that the API documents.
type Attestation struct {
	Contact  Contact    // the person who accepted
	Template TemplateID // of the agreement
	Date     Timestamp  // of the acceptance
	Type     Type       // empty: that of the template

	// UserID and Link come with the answers of the service.
	UserID string
	Link   string
}

// A Contact is the person who accepted for the customer (AGR-03). Phone may be
// empty.
type Contact struct {
	FirstName string
	LastName  string
	Email     string
	Phone     string
}

// A Type is the type of an agreement, as the API writes it. Values that are not
// known survive.
type Type string

// The types known. The Cloud Agreement is retired (AGR-10).
const (
	CustomerAgreement Type = "MicrosoftCustomerAgreement"
	CloudAgreement    Type = "MicrosoftCloudAgreement"
)

func (t Type) isKnown() bool { return t == CustomerAgreement || t == CloudAgreement }

// A TemplateID names the template of an agreement: a GUID, as the API writes it.
// Other texts survive.
type TemplateID string

// The templates known (AGR-10).
const (
	CustomerAgreementTemplate TemplateID = "117a77b0-9360-443b-8795-c6dedc750cf9"
	CloudAgreementTemplate    TemplateID = "998b88de-aa99-4388-a42c-1b3517d49490"
)

// Type returns the type of the template's agreement, or the empty type if the
// template is none that is known. GUIDs are compared without regard to case.
func (t TemplateID) Type() Type {
	switch {
	case t.is(CustomerAgreementTemplate):
		return CustomerAgreement
	case t.is(CloudAgreementTemplate):
		return CloudAgreement
	}
	return ""
}

// is reports whether both are the same GUID.
func (t TemplateID) is(known TemplateID) bool {
	if len(t) != len(known) {
		return false // parsing would say so too, at the price of an error
	}
	g, err := ParseGUID(string(t))
	if err != nil {
		return false
	}
	want, err := ParseGUID(string(known))
	return err == nil && g == want
}

// agreement returns the type of the attestation, if it is empty that of its
// template.
func (a *Attestation) agreement() Type {
	if a.Type == "" {
		return a.Template.Type()
	}
	return a.Type
}
