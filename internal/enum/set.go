package enum

import (
	"iter"
	"math/bits"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// All returns the elements of a set in their order: e is in it where bit e of
// set is 1.
func All[E ~uint8](set uint32) iter.Seq[E] {
	return func(yield func(E) bool) { walk(set, yield) }
}

// walk is apart from All so that All is inlined, and what it returns stays on
// the caller's stack.
func walk[E ~uint8](set uint32, yield func(E) bool) {
	for ; set != 0; set &= set - 1 {
		if !yield(E(bits.TrailingZeros32(set))) {
			return
		}
	}
}

// An Element is an enumeration of which there are sets.
type Element interface {
	~uint8
	Enum
}

// SetString returns the texts of the elements of a set, with commas between.
func SetString[E Element](set uint32) string { return string(appendTexts[E](nil, set)) }

// AppendSet appends what SetString returns. A bit that stands for no element from
// first to last is a [*calendar.InputError] that names the kind of set.
func AppendSet[E Element](b []byte, kind string, set uint32, first, last E) ([]byte, error) {
	for e := range All[E](set) {
		if e < first || e > last {
			return b, &calendar.InputError{Name: kind, Reason: "bit " + strconv.Itoa(int(e)) + " stands for nothing"}
		}
	}
	return appendTexts[E](b, set), nil
}

func appendTexts[E Element](b []byte, set uint32) []byte {
	start := len(b)
	for e := range All[E](set) {
		if len(b) > start {
			b = append(b, ',')
		}
		b = append(b, e.String()...)
	}
	return b
}

// ParseSet reads what AppendSet writes, in any order. What is no element from
// first to last is a [*calendar.ParseError], and so is one that comes twice.
func ParseSet[E Element](kind string, first, last E, text []byte) (uint32, error) {
	var set uint32
	offset := 0
	for item := range strings.SplitSeq(string(text), ",") {
		fault := func(reason string) error {
			return &calendar.ParseError{Type: kind, Text: string(text), Offset: offset, Reason: reason}
		}
		e, ok := find([]byte(item), first, last)
		switch {
		case !ok:
			return 0, fault(want(first, last))
		case set>>e&1 == 1:
			return 0, fault(item + " comes twice")
		}
		set |= 1 << e
		offset += len(item) + 1
	}
	return set, nil
}

// UnmarshalSet sets s to the set whose text is the given one, which is empty for
// no elements. On a fault, which is one of [ParseSet], s is left as it was.
func UnmarshalSet[S ~uint8 | ~uint16 | ~uint32, E Element](s *S, kind string, first, last E, text []byte) error {
	var set uint32
	if len(text) > 0 {
		var err error
		if set, err = ParseSet(kind, first, last, text); err != nil {
			return err
		}
	}
	*s = S(set)
	return nil
}
