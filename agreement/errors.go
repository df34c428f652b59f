package agreement

import "github.com/partnerrules/partnerrules"

// An Operation is the request that an error answers. The zero value is unknown.
type Operation uint8

// The calls.
const (
	OperationUnknown Operation = iota // "unknown"
	CreateAgreement                   // "create-agreement"
	ListAgreements                    // "list-agreements"
	ReadMetadata                      // "read-metadata"
	ReadDirectStatus                  // "read-direct-status"
	ManageCustomer                    // creating or changing a customer: "manage-customer"
	PlaceOrder                        // "place-order"
)

// An ErrorKind is the meaning of an error code of the service. It implements
// [partnerrules.Reason]. The zero value is unknown and has no texts.
type ErrorKind uint8

// The meanings.
const (
	ErrorUnknown       ErrorKind = iota // "unknown"
	FutureDate                          // the date of acceptance is taken for the future (AGR-06): "future-date"
	RegistrationNumber                  // the registration number of the company is at fault: "registration-number"
	AlreadyAttested                     // the attestation is a duplicate (AGR-11): "already-attested"
	AgreementLacking                    // the order is refused for want of an agreement (AGR-42): "agreement-lacking"
	NoAttestations                      // there are none, which is no fault (AGR-18): "no-attestations"
	NotAuthorized                       // the caller may not do this: "not-authorized"
	TenantNotGUID                       // the customer's tenant is not named by a GUID: "tenant-not-guid"
)

// ExplainError says what the code of an error means, which depends on the call too.
// An unknown call, or a code that is not known for it, has an unknown meaning.
func ExplainError(call Operation, code string) ErrorKind {
	switch {
	case call == OperationUnknown || call > PlaceOrder:
		return ErrorUnknown
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
	return ErrorUnknown
}

var _ partnerrules.Reason = ErrorKind(0)

// Rule returns the ID of the rule that the error enforces. It is empty if the
// error does not enforce a rule.
func (m ErrorKind) Rule() partnerrules.RuleID {
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

// Message returns a sentence that says what happened.
func (m ErrorKind) Message() string {
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

// See returns the empty string: the errors have no help page.
func (m ErrorKind) See() string { return "" }

// Remedy returns a sentence that says what to do.
func (m ErrorKind) Remedy() string {
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
