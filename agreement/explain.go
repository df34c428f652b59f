package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Call is the request that an error answers. The zero value is unknown.
type Call uint8

// The calls.
const (
	CallUnknown Call = iota
	CreateAgreement
	ListAgreements
	ReadMetadata
	ReadDirectStatus
	ManageCustomer // creating or changing a customer
	PlaceOrder
)

// String returns the code of c: "create-agreement", say.
func (c Call) String() string {
	switch c {
	case CallUnknown:
		return "unknown"
	case CreateAgreement:
		return "create-agreement"
	case ListAgreements:
		return "list-agreements"
	case ReadMetadata:
		return "read-metadata"
	case ReadDirectStatus:
		return "read-direct-status"
	case ManageCustomer:
		return "manage-customer"
	case PlaceOrder:
		return "place-order"
	}
	return enum.Outside("call", c)
}

// AppendText implements [encoding.TextAppender].
func (c Call) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "call", c, CallUnknown, PlaceOrder)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Call) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Call) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "call", CallUnknown, PlaceOrder, text)
}

// A Meaning is what an error of the service means. The zero value is unknown.
type Meaning uint8

// The meanings.
const (
	MeaningUnknown     Meaning = iota
	FutureDate                 // the date of acceptance is taken for the future (AGR-06)
	RegistrationNumber         // the registration number of the company is at fault
	AlreadyAttested            // the attestation is a duplicate (AGR-11)
	AgreementLacking           // the order is refused for want of an agreement (AGR-42)
	NoAttestations             // there are none, which is no fault (AGR-18)
	NotAuthorized              // the caller may not do this
	TenantNotGUID              // the customer's tenant is not named by a GUID
)

// String returns the code of m: "future-date", say.
func (m Meaning) String() string {
	switch m {
	case MeaningUnknown:
		return "unknown"
	case FutureDate:
		return "future-date"
	case RegistrationNumber:
		return "registration-number"
	case AlreadyAttested:
		return "already-attested"
	case AgreementLacking:
		return "agreement-lacking"
	case NoAttestations:
		return "no-attestations"
	case NotAuthorized:
		return "not-authorized"
	case TenantNotGUID:
		return "tenant-not-guid"
	}
	return enum.Outside("meaning", m)
}

// AppendText implements [encoding.TextAppender].
func (m Meaning) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "meaning", m, MeaningUnknown, TenantNotGUID)
}

// MarshalText implements [encoding.TextMarshaler].
func (m Meaning) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (m *Meaning) UnmarshalText(text []byte) error {
	return enum.Unmarshal(m, "meaning", MeaningUnknown, TenantNotGUID, text)
}

// Explain says what the code of an error means, which depends on the call too.
// An unknown call, or a code that is not known for it, has an unknown meaning.
func Explain(call Call, code string) Meaning {
	switch {
	case call == CallUnknown || call > PlaceOrder:
		return MeaningUnknown
	case code == "1002":
		return NotAuthorized
	case code == "2000":
		return TenantNotGUID
	case call == CreateAgreement && code == "600002":
		return FutureDate
	case call == ManageCustomer && code == "600002":
		return RegistrationNumber
	case call == CreateAgreement && code == "600061":
		return AlreadyAttested
	case call == PlaceOrder && code == "13605":
		return AgreementLacking
	case call == ListAgreements && code == "600009":
		return NoAttestations
	}
	return MeaningUnknown
}

// Rule returns the ID of the rule in RULES.md that the error enforces, or
// nothing if it is none of them.
func (m Meaning) Rule() string {
	switch m {
	case FutureDate:
		return "AGR-06"
	case AlreadyAttested:
		return "AGR-11"
	case AgreementLacking:
		return "AGR-42"
	case NoAttestations:
		return "AGR-18"
	}
	return ""
}

// Source names the published document that the meaning rests on.
func (m Meaning) Source() string {
	if m == MeaningUnknown || m > TenantNotGUID {
		return ""
	}
	return errorCodes
}

// Message returns the sentence that says what happened.
func (m Meaning) Message() string {
	switch m {
	case FutureDate:
		return "The service takes the date of acceptance for one in the future; it has been seen to tell the day in UTC-8."
	case RegistrationNumber:
		return "The registration number of the company is missing or not valid."
	case AlreadyAttested:
		return "The partner has attested this agreement for the customer already, with the same contact."
	case AgreementLacking:
		return "The order was refused, because no acceptance of the agreement by the customer is there."
	case NoAttestations:
		return "There are no attestations by this partner for the customer."
	case NotAuthorized:
		return "The caller may not do this."
	case TenantNotGUID:
		return "The tenant of the customer must be given as a GUID."
	}
	return ""
}

// Remedy returns the sentence that says what to do.
func (m Meaning) Remedy() string {
	switch m {
	case FutureDate:
		return "Check the date; if it is today's, send it again once the day has begun in UTC-8."
	case RegistrationNumber:
		return "Correct the registration number of the company."
	case AlreadyAttested:
		return "Nothing need be sent."
	case AgreementLacking:
		return "Attest the customer's acceptance, or have the customer accept directly, and order again."
	case NoAttestations:
		return "Take the list as empty."
	case NotAuthorized:
		return "Check the role of the user, and the credentials and the tenant of the call."
	case TenantNotGUID:
		return "Correct the identifier of the customer's tenant."
	}
	return ""
}
