// Package strict reads JSON strictly: one value in UTF-8, without repeated members,
// invalid surrogate escapes, or members that the Go type does not have.
//
// It reads what package json reads, with these differences. Names of members must
// match exactly. A member that is null is treated as absent, and a list may not
// contain null. The kind of each value must be the kind that the type wants. An error
// has the path and the byte offset of the fault.
package strict

import (
	"bytes"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/internal/quote"
)

// An Error is a fault of a text. It does not hold the text (INP-08).
type Error struct {
	// Path is the member at fault, such as "facts.packs[2].active". A name from the
	// text is quoted if it is long or has unusual characters. Of a deep path, Path has
	// the end.
	Path   string
	Reason string
	Offset int   // of the fault, in bytes, from 0 to the length of the text
	Err    error // the error of a type that reads itself, or nil
}

// Error returns the path, the offset and the reason.
func (e *Error) Error() string {
	return strings.TrimPrefix(e.Path+" ", " ") + "at offset " + strconv.Itoa(e.Offset) + ": " + e.Reason
}

// Unwrap returns the error of the type that was read.
func (e *Error) Unwrap() error { return e.Err }

// Options are ways to read a text. The zero Options is the strictest.
type Options struct {
	// Lenient makes Decode ignore unknown members.
	Lenient bool

	// Locate returns the fault within a value whose method UnmarshalJSON or
	// UnmarshalText returned err, or nil if it does not know err. Decode knows an
	// Error without it.
	Locate func(err error) *Error
}

// Decode reads a text that is exactly one JSON value into the value that v points to.
// It returns an [*Error] if the text is invalid or does not have the form of the
// value. The value may be changed then.
func Decode(text []byte, v any) error { return Options{}.Decode(text, v) }

// Decode is like the function [Decode], with options.
func (o Options) Decode(text []byte, v any) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return fault(text, 0, "", "want a pointer to a value")
	}
	text, err := checked(text)
	if err != nil {
		return err
	}
	d := decoder{cursor: cursor{text: text}, Options: o, structs: map[reflect.Type]members{}}
	return d.value(target.Elem(), false)
}

// Name returns the name of the type to which v points, in words: "facts". It returns
// "JSON" for a type without a name.
func Name(v any) string {
	name, _, _ := strings.Cut(reflect.TypeOf(v).Elem().Name(), "[")
	if name == "" {
		return "JSON"
	}
	var words strings.Builder
	afterLower := false
	for _, r := range name {
		if afterLower && unicode.IsUpper(r) {
			words.WriteByte(' ')
		}
		afterLower = unicode.IsLower(r)
		words.WriteRune(unicode.ToLower(r))
	}
	return words.String()
}

// An At is a member with its place in the text. Given reports whether the text has the
// member, and its value is not null.
type At[T any] struct {
	Value  T
	Offset int
	Given  bool
}

// at stores the offset, and returns a pointer to the value.
func (a *At[T]) at(offset int) any {
	a.Offset, a.Given = offset, true
	return &a.Value
}

type located interface{ at(offset int) any }

// fault returns an error at an offset.
func fault(text []byte, offset int, path, reason string) *Error {
	return &Error{Path: endOf(path), Reason: reason, Offset: min(offset, len(text))}
}

// longestPath is the number of bytes of the longest path that an error has whole.
const longestPath = 200

// endOf returns a path, or the end of a long one.
func endOf(path string) string {
	if len(path) <= longestPath {
		return path
	}
	start := len(path) - longestPath
	for !utf8.RuneStart(path[start]) {
		start++
	}
	return "…" + path[start:]
}

// Quoted returns a name from the text as it is in a path: in quotes if it is long or
// has unusual characters.
func Quoted(name string) string {
	unusual := func(r rune) bool { return !strconv.IsPrint(r) || r == '"' || r == '\\' }
	if len(name) > quote.Most || strings.ContainsFunc(name, unusual) {
		return quote.Around(name, len(name))
	}
	return name
}

// within returns the fault in a part of the text as a fault of the text.
func (e *Error) within(text []byte, offset int, path string) *Error {
	if e.Path != "" && path != "" && e.Path[0] != '[' {
		path += "."
	}
	inner := fault(text, offset+e.Offset, path+e.Path, e.Reason)
	inner.Err = e.Err
	return inner
}

// asError returns the fault that an error of a type tells. The reason of an unknown
// error is its text, unless the text may quote more than 40 bytes (INP-08).
func (o Options) asError(err error, raw []byte) *Error {
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	if o.Locate != nil {
		if own = o.Locate(err); own != nil {
			own.Err = err
			return own
		}
	}
	reason := err.Error()
	if len(raw) > quote.Most {
		reason = "invalid value"
	}
	return &Error{Reason: reason, Err: err}
}

// IsEmpty reports whether a text has nothing but a byte-order mark and white space
// (INP-09).
func IsEmpty(text []byte) bool {
	return len(bytes.Trim(bytes.TrimPrefix(text, []byte(byteOrderMark)), jsonSpace)) == 0
}
