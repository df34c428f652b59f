package agreement

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// A Fact names one of those that an answer may hang on.
type Fact uint8

// The facts, in the order in which they are named.
const (
	FactPartner          Fact = iota // Facts.Partner
	FactRole                         // Facts.Role
	FactCustomer                     // Facts.Customer
	FactPurchase                     // what the order does
	FactAttested                     // Facts.Acceptance.Partner.Given
	FactAttestedOn                   // Facts.Acceptance.Partner.On
	FactProviderAttested             // Facts.Acceptance.Provider.Given
	FactProviderOn                   // Facts.Acceptance.Provider.On
	FactDirect                       // Facts.Acceptance.Direct.Given
	FactNow                          // Facts.Now
)

// String returns the code of f: "attested-on", say.
func (f Fact) String() string {
	switch f {
	case FactPartner:
		return "partner"
	case FactRole:
		return "role"
	case FactCustomer:
		return "customer"
	case FactPurchase:
		return "purchase"
	case FactAttested:
		return "attested"
	case FactAttestedOn:
		return "attested-on"
	case FactProviderAttested:
		return "provider-attested"
	case FactProviderOn:
		return "provider-attested-on"
	case FactDirect:
		return "direct"
	case FactNow:
		return "now"
	}
	return enum.Outside("fact", f)
}

// AppendText implements [encoding.TextAppender].
func (f Fact) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "fact", f, FactPartner, FactNow)
}

// MarshalText implements [encoding.TextMarshaler].
func (f Fact) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (f *Fact) UnmarshalText(text []byte) error {
	return enum.Unmarshal(f, "fact", FactPartner, FactNow, text)
}

// A FactSet is a set of facts: bit f stands for fact f. Its text is a list of
// codes with commas between, and empty for no facts.
type FactSet uint16

// Has reports whether f is in the set.
func (s FactSet) Has(f Fact) bool { return s>>f&1 == 1 }

// All returns the facts of the set in their order.
func (s FactSet) All() iter.Seq[Fact] { return enum.All[Fact](uint32(s)) }

// include adds f to the set if the condition holds.
func (s *FactSet) include(f Fact, condition bool) {
	if condition {
		*s |= 1 << f
	}
}

// String returns the set as text.
func (s FactSet) String() string { return enum.SetString[Fact](uint32(s)) }

// AppendText implements [encoding.TextAppender]. A set with a bit that is no
// fact is a [*calendar.InputError].
func (s FactSet) AppendText(b []byte) ([]byte, error) {
	return enum.AppendSet(b, "facts", uint32(s), FactPartner, FactNow)
}

// MarshalText implements [encoding.TextMarshaler].
func (s FactSet) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *FactSet) UnmarshalText(text []byte) error {
	return enum.UnmarshalSet(s, "facts", FactPartner, FactNow, text)
}
