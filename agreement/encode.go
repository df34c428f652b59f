package agreement

import "encoding/json"

// A wireAttestation is the documented form of an attestation, in its order.
type wireAttestation struct {
	Contact  wireContact `json:"primaryContact"`
	Template TemplateID  `json:"templateId,omitzero"`
	Date     Timestamp   `json:"dateAgreed,omitzero"`
	Type     Type        `json:"type,omitzero"`
	UserID   string      `json:"userId,omitzero"`
	Link     string      `json:"agreementLink,omitzero"`
}

type wireContact struct {
	FirstName string `json:"firstName,omitzero"`
	LastName  string `json:"lastName,omitzero"`
	Email     string `json:"email,omitzero"`
	Phone     string `json:"phoneNumber,omitzero"`
}

// MarshalJSON implements [json.Marshaler]: it writes the body that the API
// documents, without what is empty. A date that was read is written as it was; a
// date alone that was made by [On] or [ParseTimestamp] is written as midnight in
// UTC. A type that is empty is written as that of the template.
func (a Attestation) MarshalJSON() ([]byte, error) {
	w := wireAttestation{wireContact(a.Contact), a.Template, a.Date, a.agreement(), a.UserID, a.Link}
	if w.Date.form == formDate {
		w.Date = w.Date.UTC()
	}
	return json.Marshal(w)
}

// UnmarshalJSON implements [json.Unmarshaler]: it reads what
// [DecodeAttestation] reads. On a fault a is left as it was.
func (a *Attestation) UnmarshalJSON(text []byte) error {
	read, err := DecodeAttestation(text)
	if err != nil {
		return err
	}
	*a = read
	return nil
}
