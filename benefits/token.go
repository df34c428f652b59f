package benefits

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A TokenUse is the answer of [CheckTokenUse].
type TokenUse struct{ Answer }

// CheckTokenUse reports whether a token may be split into uses on a day. A use is the
// number of seats for a subscription. All seats of a token must be used for one
// subscription (BEN-20). Only the coverage depends on the day, which can be zero:
// since 2026-11-01 there are no tokens (BEN-16).
//
// CheckTokenUse does not allocate. It returns a [*partnerrules.InputError] if:
//   - seats or a use is less than 1 or greater than 1,000,000,000;
//   - there are no uses.
func CheckTokenUse(on calendar.Date, seats int, uses ...int) (TokenUse, error) {
	if err := checkSeats("seats", seats); err != nil {
		return TokenUse{}, err
	}
	if len(uses) == 0 {
		return TokenUse{}, check.Input("uses", "empty")
	}
	whole := true
	for i, use := range uses {
		if use < 1 || use > mostSeats {
			return TokenUse{}, checkSeats(check.Item("uses", i), use)
		}
		whole = whole && use == seats
	}
	a := TokenUse{Answer{Allowed: Yes, Coverage: tokenCoverage(on)}}
	a.require(partnerrules.TriFromBool(whole), TokenSplit)
	a.require(partnerrules.TriFromBool(len(uses) == 1), TokenShared)
	return a, nil
}

// mostSeats is the largest accepted number of seats. It keeps the product of seats
// and months within 64 bits.
const mostSeats = 1_000_000_000

func checkSeats(name string, seats int) error { return check.Range(name, seats, 1, mostSeats) }

// A Token holds the known facts about an activated token for which a replacement is
// wanted. In the zero Token all facts are unknown.
type Token struct {
	Cause     Cause         `json:"cause,omitzero"`     // why a replacement is wanted
	Activated calendar.Date `json:"activated,omitzero"` // the day on which it was activated

	// IsReplacement is whether the token is itself a replacement. Replaced is
	// whether it has already been replaced.
	IsReplacement Tri `json:"isReplacement,omitzero"`
	Replaced      Tri `json:"replaced,omitzero"`
}

// A Replacement is the answer of [CheckReplacement]: whether a token can be replaced,
// and until when.
type Replacement struct {
	Answer

	// Through is the last day on which a replacement can be requested. It is set
	// even if Allowed is No, and zero if it is unknown.
	Through calendar.Date `json:"through,omitzero"`
}

// daysToReplace is the number of days after its activation within which a token can
// be replaced.
const daysToReplace = 30

// CheckReplacement reports whether a replacement for a token can be requested on a
// day (BEN-21). Two causes are covered: a cloud services key was activated on the
// wrong tenant, or it added seats to an active subscription by mistake, instead of
// extending it. A token is replaced once, within 30 days after its activation. A
// replacement is not replaced again. Since 2026-11-01 there are no tokens (BEN-16):
// the coverage of these days is CoverageAfter.
//
// CheckReplacement does not allocate. It returns a [*partnerrules.InputError] if:
//   - on is zero;
//   - the activation is after on (INP-05);
//   - a field of t is invalid.
func CheckReplacement(t Token, on calendar.Date) (Replacement, error) {
	if err := t.check(on); err != nil {
		return Replacement{}, err
	}
	r := Replacement{Answer: Answer{Allowed: Yes, Coverage: tokenCoverage(on)}, Through: t.Activated.AddDays(daysToReplace)}
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

// check returns an error if a field is invalid, or if the token cannot have been
// activated on or before the day.
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
		return afterDay("token.activated", t.Activated, on)
	}
	return nil
}

// A Cause is the reason for which a replacement of a token is wanted (BEN-21). The
// zero Cause is CauseUnknown.
type Cause uint8

// The causes. WrongTenant and SeatsAdded are covered.
const (
	CauseUnknown Cause = iota // "unknown"
	WrongTenant               // a cloud services key was activated on the wrong tenant: "wrong-tenant"
	SeatsAdded                // a key added seats by mistake, instead of extending the subscription: "seats-added"
	OtherCause                // any other cause, or another kind of benefit: "other"

	lastCause = OtherCause
)

// isCovered reports whether a token is replaced for the cause.
func (c Cause) isCovered() Tri {
	if c == CauseUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(c != OtherCause)
}

// A Product is a kind of on-premises software, with regard to activation (BEN-22).
// The zero Product is OtherProduct.
type Product uint8

// The products. No rule is published for other products.
const (
	OtherProduct  Product = iota // any other product: "other"
	WindowsServer                // a Windows Server operating system: "windows-server"
	WindowsClient                // a Windows client operating system: "windows-client"
	OfficeClient                 // an Office client program: "office-client"

	lastProduct = OfficeClient
)

// NeedsActivation returns whether the product must be activated (BEN-22). It is Yes
// for Windows operating systems and Office client programs, and Unknown for any other
// Product.
func (p Product) NeedsActivation() Tri {
	if p == OtherProduct || p > lastProduct {
		return Unknown
	}
	return Yes
}

// NeedsKey returns whether the product needs a product key (BEN-25). A product that
// must be activated need not need a key. It is not published which products do, so
// the result is Unknown for every Product.
func (p Product) NeedsKey() Tri { return Unknown }

// A Key is a multiple activation key with its known limits. A nil limit is unknown.
type Key struct {
	Installations *Limit `json:"installations,omitempty"`
	Activations   *Limit `json:"activations,omitempty"`
	Seats         *Limit `json:"seats,omitempty"`
}

// A Limit holds how often a key can be used, and how often it has been used. The zero
// Limit is invalid.
type Limit struct {
	Most int `json:"most"` // the number of uses that the key allows, at least 1
	Used int `json:"used"` // the number of uses so far, at least 0
}

// A KeyUse is the answer of [CheckKey].
type KeyUse struct{ Answer }

// CheckKey reports whether a multiple activation key still works on a day (BEN-23). A
// key stops working when one of its limits is used up, and no more uses are granted.
// The reasons name every limit that is used up. If no limit is known, the answer is
// Unknown. The answer considers only the known limits: a Yes can become a No when
// another limit becomes known. Only the coverage depends on the day, which can be
// zero.
//
// CheckKey does not allocate. It returns a [*partnerrules.InputError], with a name
// such as "key.seats.most", if Most is less than 1 or Used is negative.
func CheckKey(k Key, on calendar.Date) (KeyUse, error) {
	a := KeyUse{Answer{Coverage: known.Coverage(on)}}
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
			return KeyUse{}, err
		}
		if a.Reasons == 0 {
			a.Allowed = Yes
		}
		a.require(partnerrules.TriFromBool(limit.Used < limit.Most), limit.usedUp)
	}
	return a, nil
}

// check returns an error if the limit is invalid.
func (l *Limit) check(name string) error {
	switch {
	case l.Most < 1:
		return check.Input("key."+name+".most", strconv.Itoa(l.Most)+" is below 1")
	case l.Used < 0:
		return check.Input("key."+name+".used", strconv.Itoa(l.Used)+" is negative")
	}
	return nil
}

// An Extension is the answer of [CheckExtension]: whether a key can extend an active
// cloud subscription, and by how many months.
type Extension struct {
	Answer

	// Months is the number of months that the key adds. It is zero if the key
	// cannot extend the subscription. The library does not compute a date from it.
	Months Months `json:"months,omitzero"`
}

// CheckExtension returns the number of months that a key adds to an active cloud
// subscription: exactly 12 × keySeats ÷ activeSeats. The key can have up to three
// times the active seats (BEN-24). Only the coverage depends on the day, which can be
// zero: since 2026-11-01 there are no keys (BEN-16).
//
// CheckExtension does not allocate. It returns a [*partnerrules.InputError] if
// keySeats or activeSeats is less than 1 or greater than 1,000,000,000.
func CheckExtension(keySeats, activeSeats int, on calendar.Date) (Extension, error) {
	if err := checkSeats("keySeats", keySeats); err != nil {
		return Extension{}, err
	}
	if err := checkSeats("activeSeats", activeSeats); err != nil {
		return Extension{}, err
	}
	e := Extension{Answer: Answer{Allowed: Yes, Coverage: tokenCoverage(on)}}
	key, active := int64(keySeats), int64(activeSeats)
	e.require(partnerrules.TriFromBool(key <= 3*active), TooManySeats)
	if e.Allowed == Yes {
		e.Months = reduced(12*key, active)
	}
	return e, nil
}

// Months is an exact number of months, a positive fraction in lowest terms. It is
// comparable with ==. Its text is "36" or "99/25", and "" for the zero Months, which
// holds no number.
type Months struct {
	numerator, denominator int64
}

// reduced returns the fraction of two positive numbers in lowest terms.
func reduced(numerator, denominator int64) Months {
	a, b := numerator, denominator
	for b != 0 {
		a, b = b, a%b
	}
	return Months{numerator / a, denominator / a}
}

// Fraction returns the numerator and the denominator. Both are 0 for the zero
// Months.
func (m Months) Fraction() (numerator, denominator int64) { return m.numerator, m.denominator }

// String returns the text of the number, such as "99/25".
func (m Months) String() string {
	switch m.denominator {
	case 0:
		return ""
	case 1:
		return strconv.FormatInt(m.numerator, 10)
	}
	return strconv.FormatInt(m.numerator, 10) + "/" + strconv.FormatInt(m.denominator, 10)
}

// words returns, for example, "1 month", "3 24/25 months" or "1/2 of a month".
func (m Months) words() string {
	switch {
	case m.denominator == 0:
		return "an unknown number of months"
	case m.numerator < m.denominator:
		return m.String() + " of a month"
	case m.numerator == m.denominator:
		return "1 month"
	case m.denominator == 1:
		return m.String() + " months"
	}
	whole := strconv.FormatInt(m.numerator/m.denominator, 10)
	return whole + " " + Months{m.numerator % m.denominator, m.denominator}.String() + " months"
}

// Equal reports whether m == n. It exists so that go-cmp can compare Months.
func (m Months) Equal(n Months) bool { return m == n }

// MarshalText implements [encoding.TextMarshaler].
func (m Months) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the output of
// MarshalText, and returns a [*partnerrules.InputError] for any other text, such as
// a fraction that is not in lowest terms.
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
		return &partnerrules.InputError{Type: "months", Text: s, Reason: "want an integer of at least 1"}
	case read.denominator == 0:
		return &partnerrules.InputError{Type: "months", Text: s, Offset: len(upper) + 1, Reason: "want an integer of at least 2"}
	case reduced(read.numerator, read.denominator) != read || read.String() != s:
		return &partnerrules.InputError{Type: "months", Text: s, Reason: "want a fraction in lowest terms"}
	}
	*m = read
	return nil
}

// positive parses an integer of at least 1 in its canonical form. It returns 0 for
// any other text.
func positive(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1 || strconv.FormatInt(n, 10) != s {
		return 0
	}
	return n
}
