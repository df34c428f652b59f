package agreement

import (
	"encoding/json"
	"strings"

	"github.com/partnerrules/partnerrules"
)

// An Attestation is a partner's confirmation that a customer has accepted an
// agreement. Its JSON form is the documented body of the API's agreements resource.
type Attestation struct {
	Contact  Contact    // the person who accepted
	Template TemplateID // of the agreement
	Date     Timestamp  // of the acceptance
	Type     Type       // empty: the type of the template

	// UserID and Link are set in responses of the service.
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

// A Type is the type of an agreement, as the API writes it. Unknown values are
// preserved.
type Type string

// The known types. The Cloud Agreement is retired (AGR-10).
const (
	CustomerAgreement Type = "MicrosoftCustomerAgreement"
	CloudAgreement    Type = "MicrosoftCloudAgreement"
)

func (t Type) isKnown() bool { return t == CustomerAgreement || t == CloudAgreement }

// A TemplateID is the GUID of an agreement's template, as the API writes it. Other
// texts are preserved.
type TemplateID string

// The known templates (AGR-10).
const (
	CustomerAgreementTemplate TemplateID = "117a77b0-9360-443b-8795-c6dedc750cf9"
	CloudAgreementTemplate    TemplateID = "998b88de-aa99-4388-a42c-1b3517d49490"
)

// Type returns the type of the template's agreement, or the empty type if the
// template is unknown. It ignores the case of the template's letters.
func (t TemplateID) Type() Type {
	switch {
	case t.is(CustomerAgreementTemplate):
		return CustomerAgreement
	case t.is(CloudAgreementTemplate):
		return CloudAgreement
	}
	return ""
}

// is reports whether t and known are the same GUID. Only ASCII letters fold to
// hexadecimal digits, so comparing with Unicode case folding is exact.
func (t TemplateID) is(known TemplateID) bool { return strings.EqualFold(string(t), string(known)) }

// agreement returns the type of the attestation, or the type of its template if
// the attestation has none.
func (a *Attestation) agreement() Type {
	if a.Type == "" {
		return a.Template.Type()
	}
	return a.Type
}

// A wireAttestation is the documented form of an attestation, with its members in
// the documented order.
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

// MarshalJSON implements [json.Marshaler]. It writes the documented body of the API
// and omits empty members. A decoded date is written as it was read. A date alone
// from [DateTimestamp] or [ParseTimestamp] is written as midnight in UTC. An empty
// type is written as the type of the template.
func (a Attestation) MarshalJSON() ([]byte, error) {
	w := wireAttestation{wireContact(a.Contact), a.Template, a.Date, a.agreement(), a.UserID, a.Link}
	if w.Date.form == formDate {
		w.Date = w.Date.UTC()
	}
	return json.Marshal(w)
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads the same bodies as
// [DecodeAttestation]. If it returns an error, a is unchanged.
func (a *Attestation) UnmarshalJSON(text []byte) error {
	read, err := DecodeAttestation(text)
	if err != nil {
		return err
	}
	*a = read
	return nil
}

// ConsentFrom returns the consent that the complete list of a partner's attestations of
// a customer shows: whether the Customer Agreement is attested, and the date of the
// attestation that counts (AGR-12, AGR-18). The result is unknown if list is nil, or if
// the only candidates have an unknown type. An empty list means that there are no
// attestations. For the body of a response, use [DecodeConsent], which checks whether
// the list is complete.
func ConsentFrom(list []Attestation) Consent {
	if list == nil {
		return Consent{}
	}
	if i := LatestIndex(list, CustomerAgreement); i >= 0 {
		return Consent{Given: Yes, On: list[i].Date}
	}
	given := No
	for i := range list {
		if !list[i].agreement().isKnown() {
			given = Unknown
		}
	}
	return Consent{Given: given}
}

// LatestIndex returns the index of the attestation that counts for a type, or -1 if
// the list has no attestation of the type. The list can be in any order. The latest
// date counts. Undated attestations and placeholder dates come last. Of equal dates,
// the later in the list counts (AGR-12).
//
// An attestation without a type has the type of its template. If that template is
// unknown, the attestation has the empty type.
func LatestIndex(list []Attestation, of Type) int {
	latest := -1
	for i := range list {
		if list[i].agreement() != of {
			continue
		}
		if latest < 0 || dated(list[i].Date).Compare(dated(list[latest].Date)) >= 0 {
			latest = i
		}
	}
	return latest
}

// dated returns t, or the zero Timestamp if t is not set.
func dated(t Timestamp) Timestamp {
	if !t.IsSet() {
		return Timestamp{}
	}
	return t
}

const (
	longestEmail = 254
	longestLocal = 64
	longestLabel = 63
	atSpecials   = "!#$%&'*+/=?^_`{|}~-"
)

// ParseEmail parses an email address in the form of AGR-04, and returns its parts
// before and after the @:
//
//   - The address has at most 254 bytes, all ASCII.
//   - The part before the @ has 1 to 64 bytes: letters, digits and
//     !#$%&'*+/=?^_`{|}~-, with single dots inside. The quoted form is rejected.
//   - The part after the @ is an IPv4 address in brackets, or has two labels or
//     more. A label has at most 63 letters, digits and hyphens, with no hyphen at its
//     ends. The last label is not a number.
//
// ParseEmail returns a [*partnerrules.InputError] if s does not have this form.
func ParseEmail(s string) (local, domain string, err error) {
	reason, offset := emailFault(s)
	if reason != "" {
		return "", "", &partnerrules.InputError{Type: "email address", Text: s, Offset: offset, Reason: reason}
	}
	local, domain, _ = strings.Cut(s, "@")
	return local, domain, nil
}

// emailFault returns what is wrong with an address, and where. The reason is empty
// if the address is valid.
func emailFault(s string) (reason string, offset int) {
	at := strings.IndexByte(s, '@')
	switch {
	case at < 0:
		return "want an @", len(s)
	case at == 0:
		return "want at least one byte before the @", 0
	case at > longestLocal:
		return "more than 64 bytes before the @", longestLocal
	case len(s) > longestEmail:
		return "more than 254 bytes", longestEmail
	}
	if reason, offset = localFault(s[:at]); reason != "" {
		return reason, offset
	}
	domain := s[at+1:]
	if strings.HasPrefix(domain, "[") {
		reason, offset = literalFault(domain)
	} else {
		reason, offset = domainFault(domain)
	}
	return reason, at + 1 + offset
}

func localFault(local string) (reason string, offset int) {
	for i := range len(local) {
		switch c := local[i]; {
		case c == '.' && (i == 0 || i == len(local)-1 || local[i-1] == '.'):
			return "a dot at an end, or two dots in a row", i
		case c != '.' && !isAlphanumeric(c) && strings.IndexByte(atSpecials, c) < 0:
			return "byte not allowed before the @", i
		}
	}
	return "", 0
}

func domainFault(domain string) (reason string, offset int) {
	labels := 0
	var label string
	for more := true; more; { // by Cut, since SplitSeq allocates before Go 1.25
		label, domain, more = strings.Cut(domain, ".")
		switch {
		case label == "":
			return "empty label", offset
		case len(label) > longestLabel:
			return "more than 63 bytes in a label", offset + longestLabel
		}
		for i := range len(label) {
			switch c := label[i]; {
			case c == '-' && (i == 0 || i == len(label)-1):
				return "a hyphen at the start or end of a label", offset + i
			case c != '-' && !isAlphanumeric(c):
				return "byte not allowed in a domain", offset + i
			}
		}
		labels++
		offset += len(label) + 1
	}
	switch {
	case labels < 2:
		return "want at least two labels", offset - 1
	case strings.Trim(label, "0123456789") == "":
		return "the last label is a number", offset - 1 - len(label)
	}
	return "", 0
}

// literalFault returns what is wrong with an IPv4 address in brackets, and where.
// The domain begins with the opening bracket.
func literalFault(domain string) (reason string, offset int) {
	inner, closed := strings.CutSuffix(domain[1:], "]")
	if !closed {
		return "want a closing bracket at the end", len(domain)
	}
	parts := 0
	offset = 1
	for more := true; more; {
		var part string
		part, inner, more = strings.Cut(inner, ".")
		if parts++; parts > 4 || !isOctet(part) {
			return "want four numbers from 0 to 255 without leading zeros", offset
		}
		offset += len(part) + 1
	}
	if parts < 4 {
		return "want four numbers from 0 to 255 without leading zeros", len(domain) - 1
	}
	return "", 0
}

func isOctet(s string) bool {
	if len(s) < 1 || len(s) > 3 || len(s) > 1 && s[0] == '0' {
		return false
	}
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n <= 255
}

func isAlphanumeric(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
