package benefits

import (
	"iter"

	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// An Answer says whether something may be done or holds, and if not why: for
// all reasons, not only the first.
type Answer struct {
	Allowed eligibility.Tri `json:"allowed"`
	Reasons ReasonSet       `json:"reasons,omitzero"`
}

// require adds a requirement, with the reason that is given when it is not met.
func (a *Answer) require(met eligibility.Tri, r Reason) {
	a.Allowed = a.Allowed.And(met)
	if met == eligibility.No {
		a.Reasons |= 1 << r
	}
}

// A ReasonSet is a set of reasons: bit r stands for reason r. Its text is a list
// of codes with commas between, and empty for no reasons.
type ReasonSet uint32

// Has reports whether r is in the set.
func (s ReasonSet) Has(r Reason) bool { return s>>r&1 == 1 }

// All returns the reasons of the set in their order.
func (s ReasonSet) All() iter.Seq[Reason] { return enum.All[Reason](uint32(s)) }

// String returns the set as text.
func (s ReasonSet) String() string { return enum.SetString[Reason](uint32(s)) }

// AppendText implements [encoding.TextAppender]. A set with a bit that is no
// reason is a [*calendar.InputError].
func (s ReasonSet) AppendText(b []byte) ([]byte, error) {
	return enum.AppendSet(b, "reasons", uint32(s), noReason+1, lastReason)
}

// MarshalText implements [encoding.TextMarshaler].
func (s ReasonSet) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *ReasonSet) UnmarshalText(text []byte) error {
	return enum.UnmarshalSet(s, "reasons", noReason+1, lastReason, text)
}
