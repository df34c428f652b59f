package cpor

// A SubscriptionID is the GUID of a customer's subscription.
//
// IDs are comparable with == and serve as map keys. The zero value is no ID.
type SubscriptionID struct{ id guid }

// ParseSubscriptionID reads the ID of a subscription: 8-4-4-4-12 hexadecimal digits without
// regard to case, braces around them allowed, and nothing else. A fault is a
// [*calendar.ParseError], and so is an ID that is all zero.
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

// Compare returns -1, 0 or +1 as s comes before, is, or comes after u in the
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
