package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// A State is where a benefit stands on a day (BEN-10). The zero value is
// StateUnknown.
type State uint8

// The states.
const (
	StateUnknown       State = iota // missing facts can turn out either way
	NotYetProvided                  // the day lies before that of provision
	Available                       // provided, and not redeemed
	InUse                           // redeemed, and of use
	ExpiredUnredeemed               // it can no longer be redeemed
	Expired                         // its own term is over
	LostWithMembership              // its term would go on, but access has ended

	lastState = LostWithMembership
)

// A Standing is the state of a benefit on a day, and until when it lasts.
type Standing struct {
	State State         `json:"state"`
	On    calendar.Date `json:"on"`

	// Until is the last day on which an available benefit can be redeemed, or
	// on which one in use is of use. It is no date if it is not known, and in
	// other states.
	Until calendar.Date `json:"until,omitzero"`

	// EndedBy is what ends an available benefit or one in use after that day,
	// or has ended one that is over. It is no reason if that is not known.
	EndedBy Reason `json:"endedBy,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// StateOn returns the state of a benefit on a day, under [Baseline]: see
// [Policy.StateOn].
func StateOn(m Membership, b Benefit, on calendar.Date) (Standing, error) {
	return Baseline().StateOn(m, b, on)
}

// StateOn returns the state of a benefit of a membership on a day (BEN-10). It
// is StateUnknown exactly if the facts that are missing about the benefit, or
// the day of a renewal, can turn out so that the states differ; and whenever an
// anniversary date is not known.
//
// Errors are those of [Policy.TermOf]; no day is an [*calendar.InputError] too.
// Nothing is allocated.
func (p Policy) StateOn(m Membership, b Benefit, on calendar.Date) (Standing, error) {
	l, err := p.checkedLife(&m, &b)
	if err != nil {
		return Standing{}, err
	}
	if on.IsZero() {
		return Standing{}, noDate("on")
	}
	s := Standing{State: l.on(on), On: on, Policy: p}
	switch s.State {
	case Available:
		s.Until, s.EndedBy = l.redeemBy()
	case InUse:
		s.Until, s.EndedBy = l.lastUse()
	case ExpiredUnredeemed:
		_, s.EndedBy = l.redeemBy()
	case Expired:
		s.EndedBy = PastExpiry
	case LostWithMembership:
		s.EndedBy = PastAccess
	}
	return s, nil
}

// String returns the code of s: "in-use", say.
func (s State) String() string {
	switch s {
	case StateUnknown:
		return "unknown"
	case NotYetProvided:
		return "not-yet-provided"
	case Available:
		return "available"
	case InUse:
		return "in-use"
	case ExpiredUnredeemed:
		return "expired-unredeemed"
	case Expired:
		return "expired"
	case LostWithMembership:
		return "lost-with-membership"
	}
	return enum.Outside("state", s)
}

// AppendText implements [encoding.TextAppender].
func (s State) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "state", s, StateUnknown, lastState)
}

// MarshalText implements [encoding.TextMarshaler].
func (s State) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *State) UnmarshalText(text []byte) error {
	return enum.Unmarshal(s, "state", StateUnknown, lastState, text)
}
