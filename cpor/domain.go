package cpor

import (
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

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
// (CPR-01). A fault is a [*calendar.ParseError].
func ParseDomain(s string) (Domain, error) {
	fault := func(offset int, reason string) (Domain, error) {
		return Domain{}, &calendar.ParseError{Type: "domain", Text: s, Offset: offset, Reason: reason}
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
