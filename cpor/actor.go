package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// An Actor is who acts on a claim. The zero value is nobody.
type Actor uint8

// The actors.
const (
	Microsoft Actor = iota + 1
	Partner
	Customer

	noActor   Actor = 0
	lastActor       = Customer
)

// String returns the code of a: "partner", say, and the empty string for
// nobody.
func (a Actor) String() string {
	switch a {
	case noActor:
		return ""
	case Microsoft:
		return "microsoft"
	case Partner:
		return "partner"
	case Customer:
		return "customer"
	}
	return enum.Outside("actor", a)
}

// AppendText implements [encoding.TextAppender].
func (a Actor) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "actor", a, noActor, lastActor)
}

// MarshalText implements [encoding.TextMarshaler].
func (a Actor) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (a *Actor) UnmarshalText(text []byte) error {
	return enum.Unmarshal(a, "actor", noActor, lastActor, text)
}
