package agreement

import (
	"encoding/json"
	"strings"

	"github.com/partnerrules/partnerrules"
)

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

// agreement returns the type of the attestation, if it is empty that of its
// template.
func (a *Attestation) agreement() Type {
	if a.Type == "" {
		return a.Template.Type()
	}
	return a.Type
}

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
// date alone that was made by [DateTimestamp] or [ParseTimestamp] is written as midnight in
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

// ConsentFrom returns what a list of a partner's attestations of a customer says of
// its route: whether one of the Customer Agreement is there, and the date of
// that which counts (AGR-12, AGR-18). It is unknown if one of a type that is not
// known may be it, and if the list is nil, which is not known; none is an empty
// list.
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

// LatestIndex returns the index of the attestation that counts for a type, of a list
// in any order: the one with the latest date, those that are not dated last,
// and of equal dates the later in the list (AGR-12). It is -1 if there is none.
// An attestation without a type has that of its template. The empty type is that
// of attestations without a type whose template is not known.
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

// dated returns no timestamp for one that tells no date.
func dated(t Timestamp) Timestamp {
	if !t.IsSet() {
		return Timestamp{}
	}
	return t
}

const (
	longestEmail = 254
	longestLocal = 64
	atSpecials   = "!#$%&'*+/=?^_`{|}~-"
)

// ParseEmail reads an e-mail address in the form that AGR-04 asks for, and
// returns what stands before and after the @:
//
//   - in all at most 254 bytes, of ASCII;
//   - before the @ 1 to 64 bytes, letters, digits and !#$%&'*+/=?^_`{|}~-, with
//     single dots inside; the quoted form is refused;
//   - after it two labels or more of letters, digits and hyphens, with no hyphen
//     at the ends of a label; or an IPv4 address in brackets.
//
// A fault is a [*partnerrules.ParseError].
func ParseEmail(s string) (local, domain string, err error) {
	reason, offset := emailFault(s)
	if reason != "" {
		return "", "", &partnerrules.ParseError{Type: "e-mail address", Text: s, Offset: offset, Reason: reason}
	}
	local, domain, _ = strings.Cut(s, "@")
	return local, domain, nil
}

// emailFault returns an empty reason for an address of the form wanted.
func emailFault(s string) (reason string, offset int) {
	at := strings.IndexByte(s, '@')
	switch {
	case at < 0:
		return "want an @", len(s)
	case at == 0:
		return "nothing before the @", 0
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
			return "a dot at an end, or two in a row", i
		case c != '.' && !isAlphanumeric(c) && strings.IndexByte(atSpecials, c) < 0:
			return "not allowed before the @", i
		}
	}
	return "", 0
}

func domainFault(domain string) (reason string, offset int) {
	labels := 0
	for more := true; more; {
		var label string // by Cut, since SplitSeq allocates before Go 1.25
		label, domain, more = strings.Cut(domain, ".")
		if label == "" {
			return "an empty label", offset
		}
		for i := range len(label) {
			switch c := label[i]; {
			case c == '-' && (i == 0 || i == len(label)-1):
				return "a hyphen at an end of a label", offset + i
			case c != '-' && !isAlphanumeric(c):
				return "not allowed in a domain", offset + i
			}
		}
		labels++
		offset += len(label) + 1
	}
	if labels < 2 {
		return "want two labels or more", offset - 1
	}
	return "", 0
}

// literalFault checks an IPv4 address in brackets, of which the opening one is
// there.
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
