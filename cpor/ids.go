package cpor

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
)

// A TenantID is the GUID of a customer's tenant.
//
// IDs are comparable with == and serve as map keys. The zero value is no ID.
type TenantID struct{ id guid }

// ParseTenantID reads the ID of a tenant: 8-4-4-4-12 hexadecimal digits without
// regard to case, braces around them allowed, and nothing else. A fault is a
// [*partnerrules.ParseError], and so is an ID that is all zero.
func ParseTenantID(s string) (TenantID, error) {
	id, err := parseGUID("tenant ID", s)
	return TenantID{id}, err
}

// MustParseTenantID is [ParseTenantID] for texts that are constants of the
// program: it panics on a fault.
func MustParseTenantID(s string) TenantID {
	id, err := ParseTenantID(s)
	if err != nil {
		panic(err)
	}
	return id
}

// IsZero reports whether t is no ID.
func (t TenantID) IsZero() bool { return t == TenantID{} }

// Relate returns -1, 0 or +1 as t comes before, is, or comes after u in the
// order of their digits. No ID comes first.
func (t TenantID) Compare(u TenantID) int { return t.id.compare(u.id) }

// Equal reports t == u. It is there for go-cmp, which looks for it.
func (t TenantID) Equal(u TenantID) bool { return t == u }

// String returns the ID in lower case without braces, and "no tenant ID" for
// no ID.
func (t TenantID) String() string {
	if t.IsZero() {
		return "no tenant ID"
	}
	return string(t.id.append(nil))
}

// AppendText implements [encoding.TextAppender]. It appends nothing for no ID,
// and never fails.
func (t TenantID) AppendText(b []byte) ([]byte, error) { return t.id.append(b), nil }

// MarshalText implements [encoding.TextMarshaler]. It never fails.
func (t TenantID) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParseTenantID] reads, and the empty text as no ID. On a fault t is left as
// it was.
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

// A SubscriptionID is the GUID of a customer's subscription.
//
// IDs are comparable with == and serve as map keys. The zero value is no ID.
type SubscriptionID struct{ id guid }

// ParseSubscriptionID reads the ID of a subscription: 8-4-4-4-12 hexadecimal digits without
// regard to case, braces around them allowed, and nothing else. A fault is a
// [*partnerrules.ParseError], and so is an ID that is all zero.
func ParseSubscriptionID(s string) (SubscriptionID, error) {
	id, err := parseGUID("subscription ID", s)
	return SubscriptionID{id}, err
}

// MustParseSubscriptionID is [ParseSubscriptionID] for texts that are constants of the
// program: it panics on a fault.
func MustParseSubscriptionID(s string) SubscriptionID {
	id, err := ParseSubscriptionID(s)
	if err != nil {
		panic(err)
	}
	return id
}

// IsZero reports whether s is no ID.
func (s SubscriptionID) IsZero() bool { return s == SubscriptionID{} }

// Relate returns -1, 0 or +1 as s comes before, is, or comes after u in the
// order of their digits. No ID comes first.
func (s SubscriptionID) Compare(u SubscriptionID) int { return s.id.compare(u.id) }

// Equal reports s == u. It is there for go-cmp, which looks for it.
func (s SubscriptionID) Equal(u SubscriptionID) bool { return s == u }

// String returns the ID in lower case without braces, and "no subscription ID" for
// no ID.
func (s SubscriptionID) String() string {
	if s.IsZero() {
		return "no subscription ID"
	}
	return string(s.id.append(nil))
}

// AppendText implements [encoding.TextAppender]. It appends nothing for no ID,
// and never fails.
func (s SubscriptionID) AppendText(b []byte) ([]byte, error) { return s.id.append(b), nil }

// MarshalText implements [encoding.TextMarshaler]. It never fails.
func (s SubscriptionID) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParseSubscriptionID] reads, and the empty text as no ID. On a fault s is left as
// it was.
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

// A PartnerID is the number that the programme gives to a location of a partner
// or, above its locations, to the global account of a company.
//
// IDs are comparable with ==. The zero value is no ID. It is a struct so that an
// ID cannot be taken for another number.
type PartnerID struct{ n uint64 }

// ParsePartnerID reads a partner ID, which is of ASCII digits only. It is a
// number: leading zeros play no part. A fault is a [*partnerrules.ParseError], and
// so are zero and what does not fit in 64 bits.
func ParsePartnerID(s string) (PartnerID, error) {
	fault := func(offset int, reason string) (PartnerID, error) {
		return PartnerID{}, &partnerrules.ParseError{Type: "partner ID", Text: s, Offset: offset, Reason: reason}
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

// MustParsePartnerID is [ParsePartnerID] for texts that are constants of the
// program: it panics on a fault.
func MustParsePartnerID(s string) PartnerID {
	p, err := ParsePartnerID(s)
	if err != nil {
		panic(err)
	}
	return p
}

// IsZero reports whether p is no ID.
func (p PartnerID) IsZero() bool { return p.n == 0 }

// Equal reports p == q. It is there for go-cmp, which looks for it.
func (p PartnerID) Equal(q PartnerID) bool { return p == q }

// String returns the digits without leading zeros, and "no partner ID" for no
// ID.
func (p PartnerID) String() string {
	if p.n == 0 {
		return "no partner ID"
	}
	return strconv.FormatUint(p.n, 10)
}

// AppendText implements [encoding.TextAppender]. It appends nothing for no ID,
// and never fails.
func (p PartnerID) AppendText(b []byte) ([]byte, error) {
	if p.n == 0 {
		return b, nil
	}
	return strconv.AppendUint(b, p.n, 10), nil
}

// MarshalText implements [encoding.TextMarshaler]. It never fails.
func (p PartnerID) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParsePartnerID] reads, and the empty text as no ID. On a fault p is left as
// it was.
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

// A guid is the number of a tenant or a subscription. The zero value is none.
type guid struct{ hi, lo uint64 }

const (
	guidLen = 36 // of 8-4-4-4-12 digits
	hex     = "0123456789abcdef"
)

// parseGUID reads 8-4-4-4-12 hexadecimal digits of either case, with or without
// braces around them. All zero is refused.
func parseGUID(kind, s string) (guid, error) {
	fault := func(offset int, reason string) (guid, error) {
		return guid{}, &partnerrules.ParseError{Type: kind, Text: s, Offset: offset, Reason: reason}
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

// isHyphen reports whether a hyphen stands at byte i of a GUID.
func isHyphen(i int) bool { return i == 8 || i == 13 || i == 18 || i == 23 }

func hexValue(c byte) (uint64, bool) {
	switch {
	case c >= '0' && c <= '9':
		return uint64(c - '0'), true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return uint64(c|0x20-'a') + 10, true
	}
	return 0, false
}

// append appends the digits in lower case, and nothing for none.
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

// compare orders GUIDs as their digits; none comes first.
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
// contoso.onmicrosoft.com. Domains are comparable with ==, which disregards
// case. The zero value is no domain.
type Domain struct {
	name string // in lower case, without a dot at its end
}

const (
	tenantSuffix = ".onmicrosoft.com"
	longestName  = 253 // RFC 1035, as text
	longestLabel = 63
)

// ParseDomain reads a domain name: labels of ASCII letters, digits and inner
// hyphens, with dots between. Case and one dot at the end are disregarded. A
// name without a dot is that of a tenant: contoso is contoso.onmicrosoft.com
// (CPR-01). A fault is a [*partnerrules.ParseError].
func ParseDomain(s string) (Domain, error) {
	fault := func(offset int, reason string) (Domain, error) {
		return Domain{}, &partnerrules.ParseError{Type: "domain", Text: s, Offset: offset, Reason: reason}
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

// checkLabel says what is wrong with a label of a domain name, and where.
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

// MustParseDomain is [ParseDomain] for texts that are constants of the program:
// it panics on a fault.
func MustParseDomain(s string) Domain {
	d, err := ParseDomain(s)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether d is no domain.
func (d Domain) IsZero() bool { return d.name == "" }

// Equal reports d == e. It is there for go-cmp, which looks for it.
func (d Domain) Equal(e Domain) bool { return d == e }

// String returns the name in lower case, and "no domain" for no domain.
func (d Domain) String() string {
	if d.IsZero() {
		return "no domain"
	}
	return d.name
}

// AppendText implements [encoding.TextAppender]. It appends nothing for no
// domain, and never fails.
func (d Domain) AppendText(b []byte) ([]byte, error) { return append(b, d.name...), nil }

// MarshalText implements [encoding.TextMarshaler]. It never fails.
func (d Domain) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [ParseDomain] reads, and the empty text as no domain. On a fault d is left as
// it was.
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
