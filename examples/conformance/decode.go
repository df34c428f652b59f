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

// An object is a JSON object. Its numbers keep their text.
type object map[string]any

// UnmarshalJSON implements [json.Unmarshaler].
func (o *object) UnmarshalJSON(data []byte) error {
	d := jsonv1.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var members map[string]any
	if d.Decode(&members) != nil { // the text is valid JSON, since it was read before
		return errors.New("want an object")
	}
	*o = members
	return nil
}

// decode decodes JSON into the value that v points to. It rejects unknown and
// duplicate members, and compares names exactly. Otherwise a misspelled member would
// silently change what a vector tests.
func decode(data []byte, v any) error {
	return worded(json.Unmarshal(data, v, json.RejectUnknownMembers(true)))
}

// worded returns an error of package json with the words of this program. Errors of
// the library and of this program keep their words.
func worded(err error) error {
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
		return &formError{syntax.ByteOffset, fmt.Sprintf("%sduplicate member %q", path(at.Parent()), at.LastToken())}
	case errors.As(err, &syntax):
		return &formError{syntax.ByteOffset, "the text is not JSON"}
	}
	return err
}

// path returns the path of a value with a colon, such as "facts.area: ".
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

// A formError is an error of a text that is not valid JSON.
type formError struct {
	offset int64 // of the error, or shortly before it
	reason string
}

func (e *formError) Error() string { return e.reason }

// A member is a member of the JSON object of a struct.
type member struct {
	name string
	t    reflect.Type
}

// members returns the members of a struct in the order of its fields. It returns nil
// for other types and for types with their own decoding.
func members(t reflect.Type) []member {
	t = deref(t)
	if t == nil || t.Kind() != reflect.Struct || hasOwnForm(t) {
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

// hasOwnForm reports whether a type has its own JSON or text decoding.
func hasOwnForm(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[json.Unmarshaler]()) || p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// deref returns the element type of a pointer type, or else t.
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
