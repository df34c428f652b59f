package main

import (
	"bytes"
	"encoding"
	jsonv1 "encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// An object is a JSON object whose numbers are kept as they are written.
type object map[string]any

// UnmarshalJSON implements [json.Unmarshaler].
func (o *object) UnmarshalJSON(data []byte) error {
	d := jsonv1.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var members map[string]any
	if d.Decode(&members) != nil { // the text is JSON, as it has been read before
		return errors.New("want an object")
	}
	*o = members
	return nil
}

// decode reads JSON into the value that v points to, strictly, since a misspelt
// member would leave a vector without what it is about: each member of an object
// must be one that is asked for, spelt alike in case too, and none may come twice.
func decode(data []byte, v any) error {
	return inOurWords(json.Unmarshal(data, v, json.RejectUnknownMembers(true)))
}

// inOurWords words an error of package json. One of the library, or of a type of
// this program, keeps its words.
func inOurWords(err error) error {
	var syntax *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.As(err, &semantic):
		at, known := semantic.JSONPointer, names(members(semantic.GoType))
		switch {
		case errors.Is(semantic.Err, json.ErrUnknownName):
			return fmt.Errorf("%smember %q is unknown; known are %s", path(at.Parent()), at.LastToken(), known)
		case semantic.Err != nil:
			return fmt.Errorf("%s%w", path(at), semantic.Err)
		}
		return fmt.Errorf("%swant %s", path(at), kind(semantic.GoType))
	case errors.As(err, &syntax) && errors.Is(err, jsontext.ErrDuplicateName):
		at := syntax.JSONPointer
		return &formError{syntax.ByteOffset, fmt.Sprintf("%smember %q comes twice", path(at.Parent()), at.LastToken())}
	case errors.As(err, &syntax):
		return &formError{syntax.ByteOffset, "the text is not JSON"}
	}
	return err
}

// path returns where a value is, with a colon behind it: "facts.area: ".
func path(p jsontext.Pointer) string {
	var names []string
	for name := range p.Tokens() {
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, ".") + ": "
}

// A formError is about a text as a whole, which cannot be read.
type formError struct {
	offset int64 // at which, or a little before the place at which, it is wrong
	reason string
}

func (e *formError) Error() string { return e.reason }

// A member is a member of the JSON object that a struct is read from.
type member struct {
	name string
	t    reflect.Type
}

// members returns the members of a struct, in the order of its fields. It is
// nil for what is no struct and for types that read themselves.
func members(t reflect.Type) []member {
	t = deref(t)
	if t == nil || t.Kind() != reflect.Struct || readsItself(t) {
		return nil
	}
	all := make([]member, 0, t.NumField())
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		all = append(all, member{name, field.Type})
	}
	return all
}

// readsItself reports whether a type has a JSON or text form of its own.
func readsItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[json.Unmarshaler]()) || p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// deref returns the type that a pointer type points to, and other types as they
// are.
func deref(t reflect.Type) reflect.Type {
	if t != nil && t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

func names(known []member) string {
	var all []string
	for _, m := range known {
		all = append(all, m.name)
	}
	return strings.Join(all, ", ")
}
