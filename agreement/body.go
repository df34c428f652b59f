package agreement

import (
	"cmp"
	"encoding/json"
	"errors"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
	"github.com/partnerrules/partnerrules/internal/strict"
)

// A List is a list of the service. Its links and attributes are ignored.
type List[T any] struct {
	// TotalCount is the number of items that the service reports, or 0 if it
	// reports none.
	TotalCount int

	// Complete reports whether Items has all items of the service. It is Unknown if
	// the body has no TotalCount or no list (AGR-18).
	Complete Tri

	// Items holds the items of the body. It is nil if the body has no list, such as
	// the body of an error: the items are then unknown. An empty list is not nil.
	Items []T
}

// A Metadata holds the service's description of an agreement: its template and
// type, the link to its text, and the rank of its version.
type Metadata struct {
	Template    TemplateID
	Type        Type
	Link        string
	VersionRank int
}

// A ServiceError is the body of an error of the service. Other members are ignored. The
// zero ServiceError is an empty body.
type ServiceError struct {
	// Code is a number or a string in the body. It is empty if the body has no code.
	// ExplainError returns its meaning.
	Code string

	// Message, Description and Name are the service's texts and its name of the
	// error. Each is empty if the body does not have it.
	Message     string
	Description string
	Name        string
}

// Error returns a text with the code of the error, if it has one. The text does not have
// the texts of the service, because they can hold data of persons (INP-08).
func (e ServiceError) Error() string {
	switch {
	case e == ServiceError{}:
		return "error of the service without a body"
	case e.Code == "":
		return "error of the service without a code"
	}
	return "error " + check.Quote(e.Code) + " of the service"
}

// DecodeAttestation decodes the body of a request or response with one attestation
// (AGR-10).
//
// A byte-order mark at the start is skipped (INP-01). DecodeAttestation returns a
// [*partnerrules.InputError] if:
//
//   - the text is not UTF-8 (INP-02), invalid JSON, or empty (INP-09);
//   - a member is repeated in its object, at any depth (INP-03);
//   - a string has an invalid surrogate escape;
//   - the text does not have the form of an attestation.
//
// The error has the offset and the path of the fault, but not the text (INP-08).
func DecodeAttestation(text []byte) (Attestation, error) {
	var w wireAttestation
	if err := decodeBody("attestation", text, &w); err != nil {
		return Attestation{}, err
	}
	return w.attestation(), nil
}

// DecodeAttestations decodes the list of a partner's attestations of a customer. It
// returns the same errors as [DecodeAttestation], and an error if the total count is
// negative or less than the number of items (AGR-18).
func DecodeAttestations(text []byte) (List[Attestation], error) {
	return decodeList("list of attestations", text, func(w wireAttestation) (Attestation, *partnerrules.InputError) { return w.attestation(), nil })
}

// DecodeMetadata decodes the list of agreement metadata. The member with the type
// of an agreement is agreementType, as the service writes, or type, as its
// documentation says. It returns the same errors as [DecodeAttestations], and an
// error if the two members differ.
func DecodeMetadata(text []byte) (List[Metadata], error) {
	return decodeList("list of metadata", text, wireMetadata.metadata)
}

// DecodeDirectStatus decodes whether the customer has accepted directly. No denies
// the direct route only (AGR-18). It returns the same errors as [DecodeAttestation].
func DecodeDirectStatus(text []byte) (Tri, error) {
	var w struct {
		IsSigned strict.At[bool] `json:"isSigned"`
	}
	err := decodeBody("direct status", text, &w)
	if err != nil || !w.IsSigned.Given {
		return Unknown, err
	}
	return partnerrules.TriFromBool(w.IsSigned.Value), nil
}

// DecodeError decodes the body of an error of the service. An empty body (INP-09)
// decodes to the zero ServiceError. DecodeError returns the same errors as
// [DecodeAttestation]. It also returns an error if the body has no value for
// ServiceError, so that an unknown error does not look like an empty body (AGR-18).
func DecodeError(text []byte) (ServiceError, error) {
	const kind = "error body"
	if strict.IsEmpty(text) {
		return ServiceError{}, nil
	}
	var w strict.At[wireError]
	if err := decodeBody(kind, text, &w); err != nil {
		return ServiceError{}, err
	}
	e := ServiceError{string(w.Value.Code), w.Value.Message, w.Value.Description, w.Value.Name}
	if e == (ServiceError{}) {
		return e, &partnerrules.InputError{Type: kind, Offset: w.Offset, Reason: "want code, message, description or errorName"}
	}
	return e, nil
}

// DecodeConsent decodes a response to the request for a partner's attestations of a
// customer, and returns the consent that it shows: a list, or the body of an error
// (AGR-18). The latest attestation of the Customer Agreement counts. Without one:
//
//   - Given is No if the list is complete, or if the error is 600009.
//   - Given is Unknown if the list may have more items than the body, or for any
//     other error.
//
// DecodeConsent returns a [ServiceError] for any other error of the service and for an
// empty body (INP-09). [ExplainError] with [ListAgreements] returns its meaning.
// DecodeConsent returns the same [*partnerrules.InputError] as [DecodeAttestations] and
// [DecodeError].
func DecodeConsent(text []byte) (Consent, error) {
	if strict.IsEmpty(text) {
		return Consent{}, ServiceError{}
	}
	list, err := DecodeAttestations(text)
	if err != nil {
		return Consent{}, err
	}
	if list.Items == nil {
		e, err := DecodeError(text)
		switch {
		case err != nil:
			return Consent{}, err
		case ExplainError(ListAgreements, e.Code) == NoAttestations:
			return Consent{Given: No}, nil
		}
		return Consent{}, e
	}
	consent := ConsentFrom(list.Items)
	if consent.Given == No && list.Complete != Yes {
		consent.Given = Unknown
	}
	return consent, nil
}

// decodeBody reads JSON as the service writes it. Unknown members are ignored, and
// null is treated as an absent member. Bodies hold data of persons, so no error holds
// the text (INP-08).
func decodeBody(kind string, text []byte, v any) error {
	options := strict.Options{Lenient: true, Locate: func(err error) *strict.Error { return &strict.Error{Reason: err.Error()} }}
	var fault *strict.Error
	if errors.As(options.Decode(text, v), &fault) {
		return &partnerrules.InputError{Type: kind, Path: fault.Path, Offset: fault.Offset, Reason: fault.Reason}
	}
	return nil
}

// decodeList decodes a list with its envelope. The given function returns an item, or
// an error with the path within the item.
func decodeList[W, T any](kind string, text []byte, item func(W) (T, *partnerrules.InputError)) (List[T], error) {
	var w struct {
		TotalCount strict.At[int32] `json:"totalCount"`
		Items      []W              `json:"items"`
	}
	if err := decodeBody(kind, text, &w); err != nil {
		return List[T]{}, err
	}
	all := List[T]{TotalCount: int(w.TotalCount.Value)}
	if w.Items != nil {
		all.Items = make([]T, len(w.Items))
	}
	for i := range w.Items {
		read, bad := item(w.Items[i])
		if bad != nil {
			bad.Type, bad.Path = kind, check.Item("items", i)+"."+bad.Path
			return List[T]{}, bad
		}
		all.Items[i] = read
	}
	if !w.TotalCount.Given {
		return all, nil
	}
	if n := len(all.Items); all.TotalCount < n {
		reason := "want at least the number of items, " + strconv.Itoa(n)
		return List[T]{}, &partnerrules.InputError{Type: kind, Path: "totalCount", Offset: w.TotalCount.Offset, Reason: reason}
	}
	if all.Items != nil {
		all.Complete = partnerrules.TriFromBool(all.TotalCount == len(all.Items))
	}
	return all, nil
}

// attestation returns the attestation of a body. A date alone is marked, so that it is
// written as it was read.
func (w *wireAttestation) attestation() Attestation {
	if w.Date.form == formDate {
		w.Date.form = formBodyDate
	}
	return Attestation{Contact(w.Contact), w.Template, w.Date, w.Type, w.UserID, w.Link}
}

// wireMetadata is the body of a Metadata.
type wireMetadata struct {
	Template      TemplateID      `json:"templateId"`
	Type          strict.At[Type] `json:"type"`
	AgreementType strict.At[Type] `json:"agreementType"`
	Link          string          `json:"agreementLink"`
	VersionRank   int32           `json:"versionRank"`
}

// metadata returns the metadata of a body, or an error if its two types differ.
func (w wireMetadata) metadata() (Metadata, *partnerrules.InputError) {
	path, first, last := "type", w.AgreementType, w.Type
	if first.Offset > last.Offset {
		path, first, last = "agreementType", last, first
	}
	if first.Value != "" && last.Value != "" && first.Value != last.Value {
		reason := "differs from the type given before, " + check.Quote(string(first.Value))
		return Metadata{}, &partnerrules.InputError{Path: path, Offset: last.Offset, Reason: reason}
	}
	return Metadata{w.Template, cmp.Or(first.Value, last.Value), w.Link, int(w.VersionRank)}, nil
}

// wireError is the body of a ServiceError.
type wireError struct {
	Code        code   `json:"code"`
	Message     string `json:"message"`
	Description string `json:"description"`
	Name        string `json:"errorName"`
}

// A code is a string or a number in JSON, and is kept as it is written.
type code string

func (c *code) UnmarshalJSON(text []byte) error {
	switch text[0] {
	case '"':
		return json.Unmarshal(text, (*string)(c))
	case '{', '[', 't', 'f':
		return errors.New("want a number or a string")
	}
	*c = code(text)
	return nil
}
