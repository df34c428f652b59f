package benefits

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// UseToken says whether a token for a number of seats may be used so: each
// element of uses is the number of seats that a subscription would get from it.
// A token is used whole, for one subscription (BEN-20).
//
// Fewer than one seat, or more than 1,000,000,000, and no use at all are a
// [*calendar.InputError]. Nothing is allocated.
func UseToken(seats int, uses ...int) (Answer, error) {
	if err := checkSeats("seats", seats); err != nil {
		return Answer{}, err
	}
	if len(uses) == 0 {
		return Answer{}, &calendar.InputError{Name: "uses", Reason: "none"}
	}
	whole := true
	for i, use := range uses {
		if use < 1 || use > mostSeats {
			return Answer{}, checkSeats("uses["+strconv.Itoa(i)+"]", use)
		}
		whole = whole && use == seats
	}
	a := Answer{Allowed: eligibility.Yes}
	a.require(eligibility.TriOf(whole), TokenSplit)
	a.require(eligibility.TriOf(len(uses) == 1), TokenShared)
	return a, nil
}

// mostSeats is the greatest number of seats that is read. With it no product of
// seats and months leaves 64 bits.
const mostSeats = 1_000_000_000

func checkSeats(name string, seats int) error {
	if seats < 1 || seats > mostSeats {
		return &calendar.InputError{Name: name, Reason: strconv.Itoa(seats) + " is not within 1 to " + strconv.Itoa(mostSeats)}
	}
	return nil
}

// A Token is what is known of a token that was activated and is to be replaced.
// The zero value of each field says that it is not known.
type Token struct {
	Cause     Cause         `json:"cause,omitzero"`     // what is wrong with it
	Activated calendar.Date `json:"activated,omitzero"` // the day on which it was activated

	// IsReplacement says whether the token is itself a replacement, Replaced
	// whether it has been replaced before.
	IsReplacement eligibility.Tri `json:"isReplacement,omitzero"`
	Replaced      eligibility.Tri `json:"replaced,omitzero"`
}

// A Replacement says whether a token may be replaced, and until when.
type Replacement struct {
	Answer

	// Through is the last day on which a replacement can be had, refused or
	// not.
	Through calendar.Date `json:"through,omitzero"`
}

// daysToReplace is how long after its activation a token can be replaced.
const daysToReplace = 30

// ReplaceToken says whether a replacement for a token may be had on a day: for
// a cloud-services key that was activated on the wrong tenant, or one that by
// mistake added seats to a running subscription instead of extending it; once,
// within 30 days after the activation, and not for a token that is a replacement
// itself (BEN-21).
//
// A value that is no constant, no day, and a day before the activation are a
// [*calendar.InputError]. Nothing is allocated.
func ReplaceToken(t Token, on calendar.Date) (Replacement, error) {
	if err := t.check(on); err != nil {
		return Replacement{}, err
	}
	r := Replacement{Answer: Answer{Allowed: eligibility.Yes}, Through: t.Activated.AddDays(daysToReplace)}
	r.require(t.Cause.isCovered(), CauseNotCovered)
	r.require(t.IsReplacement.Not(), TokenIsReplacement)
	r.require(t.Replaced.Not(), TokenReplaced)
	inTime := eligibility.Unknown
	if days, ok := on.DaysSince(t.Activated); ok {
		inTime = eligibility.TriOf(days <= daysToReplace)
	}
	r.require(inTime, ReplacementLate)
	return r, nil
}

func (t *Token) check(on calendar.Date) error {
	switch {
	case t.Cause > lastCause:
		return invalid("token.cause", t.Cause)
	case !isTri(t.IsReplacement):
		return invalid("token.isReplacement", t.IsReplacement)
	case !isTri(t.Replaced):
		return invalid("token.replaced", t.Replaced)
	case on.IsZero():
		return noDate("on")
	case on.Before(t.Activated):
		return &calendar.InputError{Name: "on", Reason: on.String() + " comes before the activation, " + t.Activated.String()}
	}
	return nil
}

// isTri reports whether t is yes, no or unknown.
func isTri(t eligibility.Tri) bool { return t >= eligibility.No && t <= eligibility.Yes }

// A Cause is why a token is to be replaced (BEN-21).
type Cause uint8

// The causes. The first two known ones are covered.
const (
	CauseUnknown Cause = iota
	WrongTenant        // a cloud-services key was activated on the wrong tenant
	SeatsAdded         // seats were added by mistake to a running subscription, which was to be extended
	OtherCause         // anything else, another kind of benefit included

	lastCause = OtherCause
)

// isCovered says whether a token is replaced for that cause.
func (c Cause) isCovered() eligibility.Tri {
	if c == CauseUnknown {
		return eligibility.Unknown
	}
	return eligibility.TriOf(c != OtherCause)
}

// String returns the code of c: "wrong-tenant", say.
func (c Cause) String() string {
	switch c {
	case CauseUnknown:
		return "unknown"
	case WrongTenant:
		return "wrong-tenant"
	case SeatsAdded:
		return "seats-added"
	case OtherCause:
		return "other"
	}
	return enum.Outside("cause", c)
}

// AppendText implements [encoding.TextAppender].
func (c Cause) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "cause", c, CauseUnknown, lastCause)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Cause) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Cause) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "cause", CauseUnknown, lastCause, text)
}
