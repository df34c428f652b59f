package benefits

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// CheckTokenUse says whether a token for a number of seats may be used so: each
// element of uses is the number of seats that a subscription would get from it.
// A token is used whole, for one subscription (BEN-20).
//
// Fewer than one seat, or more than 1,000,000,000, and no use at all are a
// [*partnerrules.InputError]. Nothing is allocated.
func CheckTokenUse(seats int, uses ...int) (Answer, error) {
	if err := checkSeats("seats", seats); err != nil {
		return Answer{}, err
	}
	if len(uses) == 0 {
		return Answer{}, check.Input("uses", "none")
	}
	whole := true
	for i, use := range uses {
		if use < 1 || use > mostSeats {
			return Answer{}, checkSeats(check.Item("uses", i), use)
		}
		whole = whole && use == seats
	}
	a := Answer{Allowed: Yes}
	a.require(partnerrules.TriFromBool(whole), TokenSplit)
	a.require(partnerrules.TriFromBool(len(uses) == 1), TokenShared)
	return a, nil
}

// mostSeats is the greatest number of seats that is read. With it no product of
// seats and months leaves 64 bits.
const mostSeats = 1_000_000_000

func checkSeats(name string, seats int) error { return check.Range(name, seats, 1, mostSeats) }

// A Token is what is known of a token that was activated and is to be replaced.
// The zero value of each field says that it is not known.
type Token struct {
	Cause     Cause         `json:"cause,omitzero"`     // what is wrong with it
	Activated calendar.Date `json:"activated,omitzero"` // the day on which it was activated

	// IsReplacement says whether the token is itself a replacement, Replaced
	// whether it has been replaced before.
	IsReplacement Tri `json:"isReplacement,omitzero"`
	Replaced      Tri `json:"replaced,omitzero"`
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

// CheckReplacement says whether a replacement for a token may be had on a day: for
// a cloud-services key that was activated on the wrong tenant, or one that by
// mistake added seats to a running subscription instead of extending it; once,
// within 30 days after the activation, and not for a token that is a replacement
// itself (BEN-21).
//
// A value that is no constant, no day, and a day before the activation are a
// [*partnerrules.InputError]. Nothing is allocated.
func CheckReplacement(t Token, on calendar.Date) (Replacement, error) {
	if err := t.check(on); err != nil {
		return Replacement{}, err
	}
	r := Replacement{Answer: Answer{Allowed: Yes}, Through: t.Activated.AddDays(daysToReplace)}
	r.require(t.Cause.isCovered(), CauseNotCovered)
	r.require(t.IsReplacement.Not(), TokenIsReplacement)
	r.require(t.Replaced.Not(), TokenReplaced)
	inTime := Unknown
	if days, ok := on.DaysSince(t.Activated); ok {
		inTime = partnerrules.TriFromBool(days <= daysToReplace)
	}
	r.require(inTime, ReplacementLate)
	return r, nil
}

func (t *Token) check(on calendar.Date) error {
	if t.Cause > lastCause {
		return check.Invalid("token.cause", t.Cause)
	}
	err := check.Tris(check.Tri{Name: "token.isReplacement", Value: t.IsReplacement}, check.Tri{Name: "token.replaced", Value: t.Replaced})
	switch {
	case err != nil:
		return err
	case on.IsZero():
		return check.NoDate("on")
	case on.Before(t.Activated):
		return check.Input("on", on.String()+" comes before the activation, "+t.Activated.String())
	}
	return nil
}

// A Cause is why a token is to be replaced (BEN-21).
type Cause uint8

// The causes. The first two known ones are covered.
const (
	CauseUnknown Cause = iota // "unknown"
	WrongTenant               // a cloud-services key was activated on the wrong tenant: "wrong-tenant"
	SeatsAdded                // seats were added by mistake to a running subscription, which was to be extended: "seats-added"
	OtherCause                // anything else, another kind of benefit included: "other"

	lastCause = OtherCause
)

// isCovered says whether a token is replaced for that cause.
func (c Cause) isCovered() Tri {
	if c == CauseUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(c != OtherCause)
}

// A Product is a kind of on-premises software, as far as activation goes
// (BEN-22). The zero value is OtherProduct.
type Product uint8

// The products. Which others need a key or activation is not published.
const (
	OtherProduct  Product = iota // "other"
	WindowsServer                // a Windows Server operating system: "windows-server"
	WindowsClient                // a Windows client operating system: "windows-client"
	OfficeClient                 // an Office client program: "office-client"

	lastProduct = OfficeClient
)

// NeedsActivation says whether the product must be activated (BEN-22): yes for
// the Windows operating systems and the Office client programs, and not known
// for any other, for not every product needs a key.
func (p Product) NeedsActivation() Tri {
	if p == OtherProduct || p > lastProduct {
		return Unknown
	}
	return Yes
}

// A Key is a multiple activation key with the limits that it is known to have.
// A limit that is nil is not known.
type Key struct {
	Installations *Limit `json:"installations,omitempty"`
	Activations   *Limit `json:"activations,omitempty"`
	Seats         *Limit `json:"seats,omitempty"`
}

// A Limit is how many uses a key allows, which is one or more, and how many have
// been made, from 0 on.
type Limit struct {
	Most int `json:"most"`
	Used int `json:"used"`
}

// CheckKey says whether a multiple activation key still works (BEN-23): it stops
// when a limit is used up, the first of several, and no more are granted. The
// reasons name all that are used up. If no limit is known, the answer is Unknown.
// If some are, it is about these alone: a yes can become a no once another limit
// is known.
//
// A limit below one and a negative count are a [*partnerrules.InputError]:
// "key.seats.most". Nothing is allocated.
func CheckKey(k Key) (Answer, error) {
	var a Answer
	for _, limit := range [...]struct {
		name string
		*Limit
		usedUp Reason
	}{
		{"installations", k.Installations, InstallationsUsedUp},
		{"activations", k.Activations, ActivationsUsedUp},
		{"seats", k.Seats, SeatsUsedUp},
	} {
		if limit.Limit == nil {
			continue
		}
		if err := limit.check(limit.name); err != nil {
			return Answer{}, err
		}
		if a == (Answer{}) {
			a.Allowed = Yes
		}
		a.require(partnerrules.TriFromBool(limit.Used < limit.Most), limit.usedUp)
	}
	return a, nil
}

func (l *Limit) check(name string) error {
	switch {
	case l.Most < 1:
		return check.Input("key."+name+".most", strconv.Itoa(l.Most)+" is below 1")
	case l.Used < 0:
		return check.Input("key."+name+".used", strconv.Itoa(l.Used)+" is negative")
	}
	return nil
}

// An Extension says whether a key may extend a running cloud subscription, and
// by how much.
type Extension struct {
	Answer

	// Months is what the key adds, zero if it may not extend the subscription.
	// No date is derived from it.
	Months Months `json:"months,omitzero"`
}

// CheckExtension says how many months a key for a number of seats adds to a running
// cloud subscription: 12 × seats on the key ÷ active seats, exactly. It may be
// used for up to three times the active seats (BEN-24).
//
// Fewer than one seat on either side, or more than 1,000,000,000, is a
// [*partnerrules.InputError]. Nothing is allocated.
func CheckExtension(keySeats, activeSeats int) (Extension, error) {
	if err := checkSeats("keySeats", keySeats); err != nil {
		return Extension{}, err
	}
	if err := checkSeats("activeSeats", activeSeats); err != nil {
		return Extension{}, err
	}
	e := Extension{Answer: Answer{Allowed: Yes}}
	key, active := int64(keySeats), int64(activeSeats)
	e.require(partnerrules.TriFromBool(key <= 3*active), TooManySeats)
	if e.Allowed == Yes {
		e.Months = reduced(12*key, active)
	}
	return e, nil
}

// Months is an exact number of months, a fraction in lowest terms. The zero
// value is no number of months. It is comparable with ==, and its text is "36"
// or "99/25".
type Months struct {
	numerator, denominator int64
}

// reduced is the fraction of two positive numbers in lowest terms.
func reduced(numerator, denominator int64) Months {
	a, b := numerator, denominator
	for b != 0 {
		a, b = b, a%b
	}
	return Months{numerator / a, denominator / a}
}

// Fraction returns the numerator and the denominator, both 0 for no number.
func (m Months) Fraction() (numerator, denominator int64) { return m.numerator, m.denominator }

// String returns the number as text, and the empty string for no number.
func (m Months) String() string {
	switch m.denominator {
	case 0:
		return ""
	case 1:
		return strconv.FormatInt(m.numerator, 10)
	}
	return strconv.FormatInt(m.numerator, 10) + "/" + strconv.FormatInt(m.denominator, 10)
}

// Equal reports m == n. It is there for go-cmp, which looks for it.
func (m Months) Equal(n Months) bool { return m == n }

// MarshalText implements [encoding.TextMarshaler].
func (m Months) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what MarshalText
// writes, in lowest terms, and returns a [*partnerrules.ParseError] for any other
// text.
func (m *Months) UnmarshalText(text []byte) error {
	s := string(text)
	if s == "" {
		*m = Months{}
		return nil
	}
	upper, lower, isFraction := strings.Cut(s, "/")
	read := Months{positive(upper), 1}
	if isFraction {
		read.denominator = positive(lower)
	}
	switch {
	case read.numerator == 0:
		return &partnerrules.ParseError{Type: "months", Text: s, Reason: "want a number from 1 on"}
	case read.denominator == 0:
		return &partnerrules.ParseError{Type: "months", Text: s, Offset: len(upper) + 1, Reason: "want a number from 2 on"}
	case reduced(read.numerator, read.denominator) != read || read.String() != s:
		return &partnerrules.ParseError{Type: "months", Text: s, Reason: "want lowest terms"}
	}
	*m = read
	return nil
}

// positive reads a number from 1 on in its one form, and gives 0 for any other
// text.
func positive(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1 || strconv.FormatInt(n, 10) != s {
		return 0
	}
	return n
}
