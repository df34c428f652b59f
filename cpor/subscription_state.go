package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A SubscriptionState is the state of a subscription. The zero value is not
// known.
type SubscriptionState uint8

// The states. The first two can be claimed (CPR-13).
const (
	StateUnknown SubscriptionState = iota
	Active
	InGrace
	Suspended
	LockedOut
	Deleted
	Expired

	lastState = Expired
)

// isClaimable says whether a subscription in this state can be claimed.
func (s SubscriptionState) isClaimable() Tri {
	switch s {
	case Active, InGrace:
		return Yes
	case Suspended, LockedOut, Deleted, Expired:
		return No
	}
	return Unknown
}

// String returns the code of s: "in-grace", say.
func (s SubscriptionState) String() string {
	switch s {
	case StateUnknown:
		return "unknown"
	case Active:
		return "active"
	case InGrace:
		return "in-grace"
	case Suspended:
		return "suspended"
	case LockedOut:
		return "locked-out"
	case Deleted:
		return "deleted"
	case Expired:
		return "expired"
	}
	return enum.Outside("subscription state", s)
}

// AppendText implements [encoding.TextAppender].
func (s SubscriptionState) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "subscription state", s, StateUnknown, lastState)
}

// MarshalText implements [encoding.TextMarshaler].
func (s SubscriptionState) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. Besides the codes it
// reads the names of Microsoft Graph: Enabled, Warning, Suspended, LockedOut,
// Deleted.
func (s *SubscriptionState) UnmarshalText(text []byte) error {
	switch string(text) {
	case "Enabled":
		*s = Active
		return nil
	case "Warning":
		*s = InGrace
		return nil
	case "Suspended":
		*s = Suspended
		return nil
	case "LockedOut":
		*s = LockedOut
		return nil
	case "Deleted":
		*s = Deleted
		return nil
	}
	return enum.Unmarshal(s, "subscription state", StateUnknown, lastState, text)
}
