package agreement

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// A ReasonSet is a set of the reasons that [Check] and [CheckInvitation] give:
// bit r stands for reason r. Its text is a list of codes with commas between,
// and empty for no reasons.
type ReasonSet uint32

// Has reports whether r is in the set.
func (s ReasonSet) Has(r Reason) bool { return s>>r&1 == 1 }

// All returns the reasons of the set in their order.
func (s ReasonSet) All() iter.Seq[Reason] { return enum.All[Reason](uint32(s)) }

// include adds r to the set if the condition holds.
func (s *ReasonSet) include(r Reason, condition bool) {
	if condition {
		*s |= 1 << r
	}
}

// errorReasons is the set of those that are errors.
func errorReasons() ReasonSet {
	return 1<<(lastFinding+1) - 1<<PartnerMayNotAttest -
		(1<<EmailOfMicrosoft | 1<<EmailOfPartner | 1<<DateAheadOfService | 1<<DatePast | 1<<DateBeforeAgreement |
			1<<TemplateNotKnown | 1<<TypeNotKnown)
}

// String returns the set as text.
func (s ReasonSet) String() string { return enum.SetString[Reason](uint32(s)) }

// AppendText implements [encoding.TextAppender]. A set with a bit that is no
// reason is a [*calendar.InputError].
func (s ReasonSet) AppendText(b []byte) ([]byte, error) {
	return enum.AppendSet(b, "reasons", uint32(s), PartnerMayNotAttest, lastFinding)
}

// MarshalText implements [encoding.TextMarshaler].
func (s ReasonSet) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *ReasonSet) UnmarshalText(text []byte) error {
	return enum.UnmarshalSet(s, "reasons", PartnerMayNotAttest, lastFinding, text)
}
