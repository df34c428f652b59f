package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Verdict is the answer in a word. Each function gives some of them; all may
// give Undetermined, which is the zero value, and NotApplicable.
type Verdict uint8

// The verdicts.
const (
	Undetermined  Verdict = iota // missing facts can turn out either way
	NotApplicable                // the customer is in a sovereign cloud (AGR-46)

	Ready  // of Check, CheckInvitation: it can be sent
	Faulty // of Check, CheckInvitation: it has an error

	Allowed     // of MayOrder: the order may go on
	AttestFirst // of MayOrder: it waits until the acceptance is there (AGR-42)
	Blocked     // of MayOrder: the customer cannot buy (AGR-40)

	NoKnownObstacle  // of MayAcceptDirectly
	MayBeUnavailable // of MayAcceptDirectly: it may not work, which is not that it does not (AGR-31)

)

// String returns the code of v: "attest-first", say.
func (v Verdict) String() string {
	switch v {
	case Undetermined:
		return "undetermined"
	case NotApplicable:
		return "not-applicable"
	case Ready:
		return "ready"
	case Faulty:
		return "faulty"
	case Allowed:
		return "allowed"
	case AttestFirst:
		return "attest-first"
	case Blocked:
		return "blocked"
	case NoKnownObstacle:
		return "no-known-obstacle"
	case MayBeUnavailable:
		return "may-be-unavailable"
	}
	return enum.Outside("verdict", v)
}

// AppendText implements [encoding.TextAppender].
func (v Verdict) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "verdict", v, Undetermined, MayBeUnavailable)
}

// MarshalText implements [encoding.TextMarshaler].
func (v Verdict) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (v *Verdict) UnmarshalText(text []byte) error {
	return enum.Unmarshal(v, "verdict", Undetermined, MayBeUnavailable, text)
}
