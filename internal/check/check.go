// Package check holds what the packages share to reject bad input.
package check

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/partnerrules/partnerrules"
)

// Input returns the error of a field.
func Input(name, reason string) *partnerrules.InputError {
	return &partnerrules.InputError{Name: name, Reason: reason}
}

// NoDate returns the error of a field that holds the zero Date.
func NoDate(name string) *partnerrules.InputError { return Input(name, "no date") }

// Invalid returns the error of a field that holds an invalid value.
func Invalid(name string, value fmt.Stringer) *partnerrules.InputError {
	return Input(name, "invalid value "+value.String())
}

// A Tri is a field that is yes, no or unknown, with its name.
type Tri struct {
	Name  string
	Value partnerrules.Tri
}

// Tris returns the error of the first invalid field, or nil.
func Tris(fields ...Tri) error {
	for _, f := range fields {
		if !f.Value.IsValid() {
			return Invalid(f.Name, f.Value)
		}
	}
	return nil
}

// Range returns the error of a number outside of first to last, or nil.
func Range(name string, n, first, last int) error {
	if n < first || n > last {
		return Input(name, Outside(n, first, last))
	}
	return nil
}

// Outside words the rejection of a number out of its bounds.
func Outside(n, first, last int) string {
	return strconv.Itoa(n) + " is not within " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
}

// Item names an element of a list.
func Item(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// Within puts the path of a struct before the name that an error gives a field of
// it.
func Within(path string, err error) error {
	if err == nil {
		return nil
	}
	var bad *partnerrules.InputError // after the return, since it escapes
	if !errors.As(err, &bad) {
		return err
	}
	return Input(path+bad.Name, bad.Reason)
}

// Include adds an element to a set if the condition holds.
func Include[E partnerrules.Enum](s *partnerrules.Set[E], e E, condition bool) {
	if condition {
		*s |= 1 << e
	}
}
