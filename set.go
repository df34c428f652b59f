package partnerrules

import (
	"bytes"
	"encoding"
	"fmt"
	"iter"
	"math/bits"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/internal/quote"
	"github.com/partnerrules/partnerrules/internal/strict"
)

// An Enum is an enumeration of the library. Its constants have consecutive values,
// and each has a code, which is its string, its text and its form in JSON.
type Enum interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}

// Values returns an iterator over the constants of an enumeration, in order:
//
//	for offer := range partnerrules.Values[eligibility.Offer]() {
//		...
//	}
//
// It skips a zero value that has no code, such as the zero Offer.
func Values[E Enum]() iter.Seq[E] {
	return func(yield func(E) bool) {
		for n := range 256 {
			text, err := E(n).MarshalText()
			if err != nil || len(text) > 0 && !yield(E(n)) {
				return
			}
		}
	}
}

// A Set is a set of constants of an enumeration with at most 64 values. The zero
// Set is empty. Sets are comparable with ==. In JSON a set is a list of the codes of
// its elements, such as ["account","billing"]. The text of a set has the codes
// separated by commas, such as "account,billing".
type Set[E Enum] uint64

// setSize is the number of values that a set can hold.
const setSize = 64

// SetOf returns the set of the given elements. An invalid element makes the set
// invalid: MarshalText returns an error, and functions that take the set reject it.
func SetOf[E Enum](elements ...E) Set[E] {
	var s Set[E]
	for _, e := range elements {
		if e >= setSize {
			e = setSize - 1 // no enumeration with sets has so many values
		}
		s |= 1 << e
	}
	return s
}

// Has reports whether e is in the set.
func (s Set[E]) Has(e E) bool { return s>>e&1 == 1 }

// All returns an iterator over the elements in the order of their constants. A
// range over it does not allocate.
func (s Set[E]) All() iter.Seq[E] {
	return func(yield func(E) bool) { s.walk(yield) }
}

// walk is a function of its own so that All is inlined, and the iterator stays on
// the caller's stack.
func (s Set[E]) walk(yield func(E) bool) {
	for ; s != 0; s &= s - 1 {
		if !yield(E(bits.TrailingZeros64(uint64(s)))) {
			return
		}
	}
}

// String returns the codes of the elements, separated by commas.
func (s Set[E]) String() string {
	var b strings.Builder
	for e := range s.All() {
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(e.String())
	}
	return b.String()
}

// MarshalText implements [encoding.TextMarshaler]. It returns an *[InputError]
// if the set has an invalid element.
func (s Set[E]) MarshalText() ([]byte, error) {
	for e := range s.All() {
		if text, err := e.MarshalText(); err != nil || len(text) == 0 {
			return nil, &InputError{Path: "set", Reason: "bit " + strconv.Itoa(int(e)) + " is not an element"}
		}
	}
	return []byte(s.String()), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. The codes may be in any
// order, and the empty text is the empty set. It returns a *[InputError], and
// leaves s unchanged, if a code is unknown or repeated.
func (s *Set[E]) UnmarshalText(text []byte) error {
	var read Set[E]
	offset := 0
	for code := range strings.SplitSeq(string(text), ",") {
		fault := func(reason string) error {
			return &InputError{Type: "set", Text: string(text), Offset: offset, Reason: reason}
		}
		e, ok := find[E](code)
		switch {
		case len(text) == 0:
		case !ok:
			return fault("want " + wanted[E]())
		case read.Has(e):
			return fault(code + " is repeated")
		default:
			read |= 1 << e
		}
		offset += len(code) + 1
	}
	*s = read
	return nil
}

// MarshalJSON implements [json.Marshaler]. It writes a list of codes, such as
// ["account","billing"]. It returns an *[InputError] if the set has an invalid
// element.
func (s Set[E]) MarshalJSON() ([]byte, error) {
	if _, err := s.MarshalText(); err != nil {
		return nil, err
	}
	b := []byte{'['}
	for e := range s.All() {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = strconv.AppendQuote(b, e.String())
	}
	return append(b, ']'), nil
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads a list of codes in any order,
// or a string with the text of a set. It returns an *[InputError], and leaves s
// unchanged, if a code is unknown or repeated. The path of the error is the index of
// the code, such as "[1]".
func (s *Set[E]) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil // as in package json
	}
	if bytes.HasPrefix(text, []byte(`"`)) {
		codes, err := Decode[string](text)
		if err != nil {
			return err
		}
		return s.UnmarshalText([]byte(codes))
	}
	codes, err := Decode[[]strict.At[string]](text)
	if err != nil {
		return err
	}
	var read Set[E]
	for i, code := range codes {
		e, ok := find[E](code.Value)
		reason := ""
		switch {
		case !ok:
			reason = "invalid code " + quote.Around(code.Value, 0) + ", want " + wanted[E]()
		case read.Has(e):
			reason = quote.Around(code.Value, 0) + " is repeated"
		}
		if reason != "" {
			return &InputError{Type: "set", Path: "[" + strconv.Itoa(i) + "]", Offset: code.Offset, Reason: reason}
		}
		read |= 1 << e
	}
	*s = read
	return nil
}

// find returns the constant with the given code.
func find[E Enum](code string) (E, bool) {
	for e := range Values[E]() {
		if e.String() == code {
			return e, true
		}
	}
	return 0, false
}

// wanted lists the codes of an enumeration.
func wanted[E Enum]() string {
	var codes []string
	for e := range Values[E]() {
		codes = append(codes, e.String())
	}
	last := len(codes) - 1
	return strings.Join(codes[:last], ", ") + " or " + codes[last]
}
