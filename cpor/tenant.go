package cpor

// A TenantID is the GUID of a customer's tenant.
//
// IDs are comparable with == and serve as map keys. The zero value is no ID.
type TenantID struct{ id guid }

// ParseTenantID reads the ID of a tenant: 8-4-4-4-12 hexadecimal digits without
// regard to case, braces around them allowed, and nothing else. A fault is a
// [*calendar.ParseError], and so is an ID that is all zero.
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

// Compare returns -1, 0 or +1 as t comes before, is, or comes after u in the
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
