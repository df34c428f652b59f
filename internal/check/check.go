// Package check has the errors and checks that the packages share to reject
// invalid input.
package check

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/quote"
)

// Input returns the error of an argument or field.
func Input(name, reason string) *partnerrules.InputError {
	return &partnerrules.InputError{Path: name, Reason: reason}
}

// NoDate returns the error of a field that holds the zero Date.
func NoDate(name string) *partnerrules.InputError { return Input(name, "no date") }

// Invalid returns the error of a field that holds an invalid value. An empty text
// is the text of a zero value that is not allowed.
func Invalid(name string, value fmt.Stringer) *partnerrules.InputError {
	text := value.String()
	if text == "" {
		return Input(name, "missing")
	}
	return Input(name, "invalid value "+text)
}

// Quote quotes a text of the caller. It cuts a text of more than 40 bytes at its end,
// and marks the cut (INP-08).
func Quote(text string) string { return quote.Around(text, 0) }

// A Tri is a field of type [partnerrules.Tri] with its name.
type Tri struct {
	Name  string
	Value partnerrules.Tri
}

// Tris returns the error of the first invalid field, or nil if all are valid.
func Tris(fields ...Tri) error {
	for _, f := range fields {
		if !f.Value.IsValid() {
			return Invalid(f.Name, f.Value)
		}
	}
	return nil
}

// Range returns an error if n is not within first to last.
func Range(name string, n, first, last int) error {
	if n < first || n > last {
		return Input(name, Outside(n, first, last))
	}
	return nil
}

// Outside returns the reason for which n is invalid: "30 is not within 1 to 29".
func Outside(n, first, last int) string {
	return strconv.Itoa(n) + " is not within " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
}

// Item returns the name of an element: "holidays[3]".
func Item(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// Within adds the path of a struct, such as "dates.", to the name of the field in
// an InputError. It returns other errors unchanged.
func Within(path string, err error) error {
	if err == nil {
		return nil
	}
	var bad *partnerrules.InputError // after the return, since it escapes
	if !errors.As(err, &bad) {
		return err
	}
	return Input(path+bad.Path, bad.Reason)
}

// Include adds e to the set if the condition is true.
func Include[E partnerrules.Enum](s *partnerrules.Set[E], e E, condition bool) {
	if condition {
		*s |= 1 << e
	}
}
