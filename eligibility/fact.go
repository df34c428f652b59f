package eligibility

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// A Fact names one of the [Facts] that may be missing (ELG-15).
type Fact uint8

// The facts on which a verdict may hang, in the order in which they are named.
const (
	FactAccount              Fact = iota // Facts.Account
	FactMembership                       // Facts.Membership
	FactAnniversary                      // Facts.Anniversary
	FactHeld                             // Facts.Held
	FactDataAI                           // Facts.Qualified.DataAI
	FactDigitalAppInnovation             // Facts.Qualified.DigitalAppInnovation
	FactInfrastructure                   // Facts.Qualified.Infrastructure
	FactBusinessApplications             // Facts.Qualified.BusinessApplications
	FactModernWork                       // Facts.Qualified.ModernWork
	FactSecurity                         // Facts.Qualified.Security
	FactStatus2022                       // Facts.Status2022
	FactBilling                          // Facts.Billing
	FactPack                             // Active of the pack that is asked about
	FactPackAnniversary                  // Anniversary of the pack that is asked about
	FactLearning                         // Facts.Learning.Active
	FactLearningAnniversary              // Facts.Learning.Anniversary

	lastFact = FactLearningAnniversary
)

// factQualified is the fact whether an area is qualified.
func factQualified(a Area) Fact { return FactDataAI + Fact(a-DataAI) }

// String returns the code of f: "held-areas", say.
func (f Fact) String() string {
	switch f {
	case FactAccount:
		return "account"
	case FactMembership:
		return "membership"
	case FactAnniversary:
		return "anniversary"
	case FactHeld:
		return "held-areas"
	case FactDataAI:
		return "data-ai"
	case FactDigitalAppInnovation:
		return "digital-app-innovation"
	case FactInfrastructure:
		return "infrastructure"
	case FactBusinessApplications:
		return "business-applications"
	case FactModernWork:
		return "modern-work"
	case FactSecurity:
		return "security"
	case FactStatus2022:
		return "status-2022"
	case FactBilling:
		return "billing"
	case FactPack:
		return "pack"
	case FactPackAnniversary:
		return "pack-anniversary"
	case FactLearning:
		return "learning-pack"
	case FactLearningAnniversary:
		return "learning-pack-anniversary"
	}
	return enum.Outside("fact", f)
}

// AppendText implements [encoding.TextAppender].
func (f Fact) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "fact", f, FactAccount, lastFact)
}

// MarshalText implements [encoding.TextMarshaler].
func (f Fact) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (f *Fact) UnmarshalText(text []byte) error {
	return enum.Unmarshal(f, "fact", FactAccount, lastFact, text)
}

// A FactSet is a set of facts: bit f stands for fact f. Its text is a list of
// codes with commas between, as in "account,billing", and empty for no facts.
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
	return enum.AppendSet(b, "facts", uint32(s), FactAccount, lastFact)
}

// MarshalText implements [encoding.TextMarshaler].
func (s FactSet) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *FactSet) UnmarshalText(text []byte) error {
	return enum.UnmarshalSet(s, "facts", FactAccount, lastFact, text)
}
