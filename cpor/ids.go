package cpor

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
)

// A TenantID is the GUID of a customer's tenant. IDs are comparable with == and
// can be map keys. The zero TenantID stands for a missing ID.
type TenantID struct{ id guid }

// ParseTenantID parses the ID of a tenant: 8-4-4-4-12 hexadecimal digits in
// either case, with or without braces around them. It returns a
// [*partnerrules.InputError] if s has another form or all digits are zero.
func ParseTenantID(s string) (TenantID, error) {
	id, err := parseGUID("tenant ID", s)
	return TenantID{id}, err
}

// MustParseTenantID is like [ParseTenantID] but panics if s is invalid. Use it for
// constants.
func MustParseTenantID(s string) TenantID {
	id, err := ParseTenantID(s)
	if err != nil {
		panic(err)
	}
	return id
}

// IsZero reports whether t is the zero TenantID.
func (t TenantID) IsZero() bool { return t == TenantID{} }

// Compare returns -1 if t is before u in the order of the digits, +1 if it is after
// u, and 0 if they are equal. The zero TenantID is before all others.
func (t TenantID) Compare(u TenantID) int { return t.id.compare(u.id) }

// Equal reports whether t == u. It lets go-cmp compare IDs.
func (t TenantID) Equal(u TenantID) bool { return t == u }

// String returns the ID in lower case without braces. It returns "no tenant ID" for
// the zero TenantID.
func (t TenantID) String() string {
	if t.IsZero() {
		return "no tenant ID"
	}
	return string(t.id.append(nil))
}

// AppendText implements [encoding.TextAppender]. It appends nothing for the zero
// TenantID. The error is always nil.
func (t TenantID) AppendText(b []byte) ([]byte, error) { return t.id.append(b), nil }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero TenantID is
// empty. The error is always nil.
func (t TenantID) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It parses a text as
// [ParseTenantID] does. An empty text is the zero TenantID. An error leaves t
// unchanged.
func (t *TenantID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = TenantID{}
		return nil
	}
	id, err := ParseTenantID(string(text))
	if err == nil {
		*t = id
	}
	return err
}

// A SubscriptionID is the GUID of a customer's subscription. IDs are comparable
// with == and can be map keys. The zero SubscriptionID stands for a missing ID.
type SubscriptionID struct{ id guid }

// ParseSubscriptionID parses the ID of a subscription: 8-4-4-4-12 hexadecimal
// digits in either case, with or without braces around them. It returns a
// [*partnerrules.InputError] if s has another form or all digits are zero.
func ParseSubscriptionID(s string) (SubscriptionID, error) {
	id, err := parseGUID("subscription ID", s)
	return SubscriptionID{id}, err
}

// MustParseSubscriptionID is like [ParseSubscriptionID] but panics if s is
// invalid. Use it for constants.
func MustParseSubscriptionID(s string) SubscriptionID {
	id, err := ParseSubscriptionID(s)
	if err != nil {
		panic(err)
	}
	return id
}

// IsZero reports whether s is the zero SubscriptionID.
func (s SubscriptionID) IsZero() bool { return s == SubscriptionID{} }

// Compare returns -1 if s is before u in the order of the digits, +1 if it is after
// u, and 0 if they are equal. The zero SubscriptionID is before all others.
func (s SubscriptionID) Compare(u SubscriptionID) int { return s.id.compare(u.id) }

// Equal reports whether s == u. It lets go-cmp compare IDs.
func (s SubscriptionID) Equal(u SubscriptionID) bool { return s == u }

// String returns the ID in lower case without braces. It returns "no subscription
// ID" for the zero SubscriptionID.
func (s SubscriptionID) String() string {
	if s.IsZero() {
		return "no subscription ID"
	}
	return string(s.id.append(nil))
}

// AppendText implements [encoding.TextAppender]. It appends nothing for the zero
// SubscriptionID. The error is always nil.
func (s SubscriptionID) AppendText(b []byte) ([]byte, error) { return s.id.append(b), nil }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero
// SubscriptionID is empty. The error is always nil.
func (s SubscriptionID) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It parses a text as
// [ParseSubscriptionID] does. An empty text is the zero SubscriptionID. An error
// leaves s unchanged.
func (s *SubscriptionID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = SubscriptionID{}
		return nil
	}
	id, err := ParseSubscriptionID(string(text))
	if err == nil {
		*s = id
	}
	return err
}

// A PartnerID is a number that the program assigns to a location of a partner
// (its MPN ID), or to the global account of a company, which is above its
// locations. IDs are comparable with == and can be map keys. The zero PartnerID
// stands for a missing ID. It is a struct, so that no other number can be used by
// mistake.
type PartnerID struct{ n uint64 }

// ParsePartnerID parses a partner ID, which consists of ASCII digits (CPR-16).
// Leading zeros are ignored. It returns a [*partnerrules.InputError] if s is
// empty, has another character, is zero, or does not fit in 64 bits.
func ParsePartnerID(s string) (PartnerID, error) {
	fault := func(offset int, reason string) (PartnerID, error) {
		return PartnerID{}, &partnerrules.InputError{Type: "partner ID", Text: s, Offset: offset, Reason: reason}
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return fault(i, "want digits only")
		}
	}
	if s == "" {
		return fault(0, "want digits")
	}
	n, err := strconv.ParseUint(s, 10, 64)
	switch {
	case err != nil:
		return fault(0, "too large: want a number of 64 bits")
	case n == 0:
		return fault(0, "zero")
	}
	return PartnerID{n}, nil
}

// MustParsePartnerID is like [ParsePartnerID] but panics if s is invalid. Use it
// for constants.
func MustParsePartnerID(s string) PartnerID {
	p, err := ParsePartnerID(s)
	if err != nil {
		panic(err)
	}
	return p
}

// IsZero reports whether p is the zero PartnerID.
func (p PartnerID) IsZero() bool { return p.n == 0 }

// Equal reports whether p == q. It lets go-cmp compare IDs.
func (p PartnerID) Equal(q PartnerID) bool { return p == q }

// String returns the digits without leading zeros. It returns "no partner ID" for
// the zero PartnerID.
func (p PartnerID) String() string {
	if p.n == 0 {
		return "no partner ID"
	}
	return strconv.FormatUint(p.n, 10)
}

// AppendText implements [encoding.TextAppender]. It appends nothing for the zero
// PartnerID. The error is always nil.
func (p PartnerID) AppendText(b []byte) ([]byte, error) {
	if p.n == 0 {
		return b, nil
	}
	return strconv.AppendUint(b, p.n, 10), nil
}

// MarshalText implements [encoding.TextMarshaler]. The text of the zero PartnerID
// is empty. The error is always nil.
func (p PartnerID) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It parses a text as
// [ParsePartnerID] does. An empty text is the zero PartnerID. An error leaves p
// unchanged.
func (p *PartnerID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = PartnerID{}
		return nil
	}
	parsed, err := ParsePartnerID(string(text))
	if err == nil {
		*p = parsed
	}
	return err
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads a string as UnmarshalText
// does, or a number of digits only. An error leaves p unchanged.
func (p *PartnerID) UnmarshalJSON(text []byte) error {
	inner, isString := bytes.CutPrefix(text, []byte(`"`))
	if isString {
		inner, isString = bytes.CutSuffix(inner, []byte(`"`))
	}
	switch {
	case string(text) == "null":
		return nil // as in package json
	case isString && !bytes.ContainsRune(inner, '\\'):
		return p.UnmarshalText(inner)
	case isString:
		s, err := partnerrules.Decode[string](text)
		if err != nil {
			return err
		}
		return p.UnmarshalText([]byte(s))
	}
	if _, err := partnerrules.Decode[float64](text); err != nil {
		return &partnerrules.InputError{Type: "partner ID", Reason: "want a string or a number"}
	}
	return p.UnmarshalText(text)
}

// A guid is the ID of a tenant or a subscription. The zero guid stands for a
// missing ID.
type guid struct{ hi, lo uint64 }

const (
	guidLen = 36 // the length of 8-4-4-4-12 digits with hyphens
	hex     = "0123456789abcdef"
)

// parseGUID parses 8-4-4-4-12 hexadecimal digits in either case, with or without
// braces around them. It rejects a GUID whose digits are all zero.
func parseGUID(kind, s string) (guid, error) {
	fault := func(offset int, reason string) (guid, error) {
		return guid{}, &partnerrules.InputError{Type: kind, Text: s, Offset: offset, Reason: reason}
	}
	digits, before := s, 0
	if len(s) > 0 && s[0] == '{' {
		if s[len(s)-1] != '}' || len(s) == 1 {
			return fault(len(s), "want a closing brace")
		}
		digits, before = s[1:len(s)-1], 1
	}
	var g guid
	for i := range min(len(digits), guidLen) {
		if isHyphen(i) {
			if digits[i] != '-' {
				return fault(before+i, "want a hyphen")
			}
			continue
		}
		value, ok := hexValue(digits[i])
		if !ok {
			return fault(before+i, "want a hexadecimal digit")
		}
		g.hi, g.lo = g.hi<<4|g.lo>>60, g.lo<<4|value
	}
	switch {
	case len(digits) < guidLen:
		return fault(before+len(digits), "too short: want 8-4-4-4-12 hexadecimal digits")
	case len(digits) > guidLen:
		return fault(before+guidLen, "too long: want 8-4-4-4-12 hexadecimal digits")
	case g == guid{}:
		return fault(0, "all zero")
	}
	return g, nil
}

// isHyphen reports whether byte i of a GUID is a hyphen.
func isHyphen(i int) bool { return i == 8 || i == 13 || i == 18 || i == 23 }

// hexValue returns the value of a hexadecimal digit.
func hexValue(c byte) (uint64, bool) {
	switch {
	case c >= '0' && c <= '9':
		return uint64(c - '0'), true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return uint64(c|0x20-'a') + 10, true
	}
	return 0, false
}

// append appends the digits in lower case. It appends nothing for the zero guid.
func (g guid) append(b []byte) []byte {
	if g == (guid{}) {
		return b
	}
	for i := range guidLen {
		if isHyphen(i) {
			b = append(b, '-')
			continue
		}
		b = append(b, hex[g.hi>>60])
		g.hi, g.lo = g.hi<<4|g.lo>>60, g.lo<<4
	}
	return b
}

// compare orders GUIDs by their digits. The zero guid is first.
func (g guid) compare(h guid) int {
	switch {
	case g == h:
		return 0
	case g.hi < h.hi || g.hi == h.hi && g.lo < h.lo:
		return -1
	}
	return 1
}

// A Domain is a domain name of a customer's tenant, such as
// contoso.onmicrosoft.com. Domains are comparable with ==. The case in which a
// domain was entered does not matter. The zero Domain stands for a missing
// domain.
type Domain struct {
	name string // in lower case, without a dot at its end
}

const (
	tenantSuffix = ".onmicrosoft.com"
	longestName  = 253 // RFC 1035, as text
	longestLabel = 63
)

// ParseDomain parses a domain name: labels of ASCII letters, digits and inner
// hyphens, separated by dots (CPR-01). It ignores case and one dot at the end. A
// name without a dot is under onmicrosoft.com: contoso is
// contoso.onmicrosoft.com. It returns a [*partnerrules.InputError] if s has
// another form, or if the name or a label is too long.
func ParseDomain(s string) (Domain, error) {
	fault := func(offset int, reason string) (Domain, error) {
		return Domain{}, &partnerrules.InputError{Type: "domain", Text: s, Offset: offset, Reason: reason}
	}
	name := strings.TrimSuffix(s, ".")
	if len(name) > longestName {
		return fault(longestName, "longer than 253 characters")
	}
	offset := 0
	for label := range strings.SplitSeq(name, ".") {
		if at, reason := checkLabel(label); reason != "" {
			return fault(offset+at, reason)
		}
		offset += len(label) + 1
	}
	if !strings.Contains(name, ".") {
		name += tenantSuffix
	}
	return Domain{strings.ToLower(name)}, nil
}

// checkLabel returns the offset and the reason of a fault in a label of a domain
// name. The reason is empty if there is none.
func checkLabel(label string) (offset int, reason string) {
	switch {
	case label == "":
		return 0, "want a label"
	case len(label) > longestLabel:
		return longestLabel, "a label longer than 63 characters"
	}
	for i := range len(label) {
		c := label[i]
		isInner := i > 0 && i < len(label)-1
		switch {
		case c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z', c == '-' && isInner:
		default:
			return i, "want ASCII letters, digits and inner hyphens"
		}
	}
	return 0, ""
}

// MustParseDomain is like [ParseDomain] but panics if s is invalid. Use it for
// constants.
func MustParseDomain(s string) Domain {
	d, err := ParseDomain(s)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether d is the zero Domain.
func (d Domain) IsZero() bool { return d.name == "" }

// Equal reports whether d == e. It lets go-cmp compare domains.
func (d Domain) Equal(e Domain) bool { return d == e }

// String returns the name in lower case. It returns "no domain" for the zero
// Domain.
func (d Domain) String() string {
	if d.IsZero() {
		return "no domain"
	}
	return d.name
}

// AppendText implements [encoding.TextAppender]. It appends nothing for the zero
// Domain. The error is always nil.
func (d Domain) AppendText(b []byte) ([]byte, error) { return append(b, d.name...), nil }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero Domain is
// empty. The error is always nil.
func (d Domain) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It parses a text as
// [ParseDomain] does. An empty text is the zero Domain. An error leaves d
// unchanged.
func (d *Domain) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Domain{}
		return nil
	}
	parsed, err := ParseDomain(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}
