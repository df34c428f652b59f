package cpor

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
)

// A PartnerID is the number that the programme gives to a location of a partner
// or, above its locations, to the global account of a company.
//
// IDs are comparable with ==. The zero value is no ID. It is a struct so that an
// ID cannot be taken for another number.
type PartnerID struct{ n uint64 }

// ParsePartnerID reads a partner ID, which is of ASCII digits only. It is a
// number: leading zeros play no part. A fault is a [*calendar.ParseError], and
// so are zero and what does not fit in 64 bits.
func ParsePartnerID(s string) (PartnerID, error) {
	fault := func(offset int, reason string) (PartnerID, error) {
		return PartnerID{}, &calendar.ParseError{Type: "partner ID", Text: s, Offset: offset, Reason: reason}
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
