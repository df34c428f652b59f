package agreement

import "github.com/partnerrules/partnerrules"

// An Operation is a request to the service. The zero Operation is unknown.
type Operation uint8

// The operations.
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
// [partnerrules.Reason]. The zero ErrorKind has the code "unknown", and its Message
// and Remedy are empty.
type ErrorKind uint8

// The kinds of errors.
const (
	ErrorUnknown           ErrorKind = iota // "unknown"
	FutureDate                              // the date of acceptance is rejected as a future date (AGR-06): "future-date"
	RegistrationNumber                      // the company's registration number is missing or invalid: "registration-number"
	AlreadyAttested                         // the attestation is a duplicate (AGR-11): "already-attested"
	AgreementLacking                        // the order is rejected without an acceptance (AGR-42): "agreement-lacking"
	NoAttestations                          // the list is empty, which is not a fault (AGR-18): "no-attestations"
	NotAuthorized                           // the caller is not authorized: "not-authorized"
	TenantNotGUID                           // the ID of the customer's tenant is not a GUID: "tenant-not-guid"
	NoMultiFactor                           // the user signed in without multi-factor authentication: "no-multi-factor"
	ItemAttestationLacking                  // a catalog item asks for an attestation of its own: "item-attestation-lacking"
	NoRelationship                          // the partner has no relationship with the customer: "no-relationship"

	lastErrorKind = NoRelationship
)

// ExplainError returns the meaning of an error code in the response to an operation.
// The same code can have different meanings for different operations. It returns
// ErrorUnknown if the operation is unknown, or if the code is unknown for it.
func ExplainError(operation Operation, code string) ErrorKind {
	switch {
	case operation == OperationUnknown || operation > PlaceOrder:
		return ErrorUnknown
	case code == "1002":
		return NotAuthorized
	case code == "2000":
		return TenantNotGUID
	case code == "900421":
		return NoMultiFactor
	case code == "20002":
		return NoRelationship
	case operation == CreateAgreement && code == "600002":
		return FutureDate
	case operation == ManageCustomer && code == "600002":
		return RegistrationNumber
	case operation == CreateAgreement && code == "600061":
		return AlreadyAttested
	case operation == PlaceOrder && code == "13605":
		return AgreementLacking
	case operation == PlaceOrder && (code == "900203" || code == "900206"):
		return ItemAttestationLacking
	case operation == ListAgreements && code == "600009":
		return NoAttestations
	}
	return ErrorUnknown
}

var _ partnerrules.Reason = ErrorKind(0)

// Rule returns the ID of the rule that the error enforces, or else AGR-49. It is empty
// for ErrorUnknown and for invalid values.
func (e ErrorKind) Rule() partnerrules.RuleID {
	switch e {
	case FutureDate:
		return "AGR-06"
	case AlreadyAttested:
		return "AGR-11"
	case AgreementLacking:
		return "AGR-42"
	case NoAttestations:
		return "AGR-18"
	}
	if e == ErrorUnknown || e > lastErrorKind {
		return ""
	}
	return "AGR-49"
}

// Message returns a sentence that says what is wrong.
func (e ErrorKind) Message() string {
	switch e {
	case FutureDate:
		return "The service rejected the date of acceptance as a future date; it has been observed to use the day in UTC-8."
	case RegistrationNumber:
		return "The registration number of the company is missing or invalid."
	case AlreadyAttested:
		return "You have already attested this agreement for the customer, with the same contact."
	case AgreementLacking:
		return "The service rejected the order, because the customer's acceptance of the agreement is missing."
	case NoAttestations:
		return "The service has no attestations for the customer, which is not a fault."
	case NotAuthorized:
		return "The service did not authorize your request."
	case TenantNotGUID:
		return "The ID of the customer's tenant is not a GUID."
	case NoMultiFactor:
		return "The user signed in without multi-factor authentication."
	case ItemAttestationLacking:
		return "A line of the order lacks an attestation that its catalog item asks for. This is not an attestation of the Customer Agreement."
	case NoRelationship:
		return "The service found no relationship between you and the customer."
	}
	return ""
}

// See returns the empty string, because the errors have no help page.
func (e ErrorKind) See() string { return "" }

// Remedy returns what to do.
func (e ErrorKind) Remedy() string {
	switch e {
	case FutureDate:
		return "If the date is wrong, correct it and send the attestation again. If it is right, send it again when that day has begun in UTC-8."
	case RegistrationNumber:
		return "Correct the registration number of the company."
	case AlreadyAttested:
		return "You do not need to send anything."
	case AgreementLacking:
		return "Attest the customer's acceptance, or ask the customer to accept directly. Then order again."
	case NoAttestations:
		return "Treat the list as empty, and do not send the request again. To have an attestation, attest first."
	case NotAuthorized:
		return "Check that the user has the required role, and that the credentials and the tenant are right. Then send the request again."
	case TenantNotGUID:
		return "Correct the ID of the customer's tenant."
	case NoMultiFactor:
		return "Sign in again with multi-factor authentication. Then send the request again."
	case ItemAttestationLacking:
		return "Read in the catalog which attestation the item asks for, and add it to the line. Attesting the Customer Agreement does not help."
	case NoRelationship:
		return "Check the ID of the customer's tenant. If it is right, send the customer a relationship request."
	}
	return ""
}
