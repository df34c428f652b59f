package partnerrules

import (
	"errors"

	"github.com/partnerrules/partnerrules/internal/strict"
)

// Decode reads JSON strictly into a value of type T: facts, a draft, or a struct of
// the program with such values (INP-11).
//
//	facts, err := partnerrules.Decode[eligibility.Facts](body)
//
// Fields have the names of their json tags, as in package json. A member that is null
// is treated as absent. A byte-order mark at the start is skipped (INP-01). Decode
// returns an *[InputError] with the path and the offset of the fault if:
//
//   - a member is unknown, also if it differs from a known name by letter case only;
//   - a value is of the wrong kind, or its type rejects it;
//   - a member is repeated in its object, at any depth (INP-03);
//   - a list holds null;
//   - the text is not exactly one JSON value in UTF-8 (INP-02), or it has an invalid
//     surrogate escape.
//
// The error does not hold the text (INP-08).
//
// T has fields that package json can read, except arrays, interfaces other than any,
// and maps whose keys are numbers. The option "string" of a tag is ignored. Give facts
// a field of their own: facts that are embedded in a struct read the whole object, and
// reject the other members.
func Decode[T any](text []byte) (T, error) {
	var v, zero T
	err := strict.Options{Locate: locate}.Decode(text, &v)
	if err == nil {
		return v, nil
	}
	bad := &InputError{Type: strict.Name(&v), Reason: err.Error()}
	var fault *strict.Error
	if errors.As(err, &fault) {
		bad.Path, bad.Reason, bad.Offset = fault.Path, fault.Reason, fault.Offset
	}
	return zero, bad
}

// locate returns the fault of a type of the library in its part of a JSON text. The
// offset in a text is not an offset in the JSON, because the text may have escapes.
func locate(err error) *strict.Error {
	var bad *InputError
	switch {
	case !errors.As(err, &bad):
		return nil
	case bad.Text != "":
		return &strict.Error{Reason: bad.Error()}
	}
	return &strict.Error{Path: bad.Path, Reason: bad.Reason, Offset: bad.Offset}
}
