package main

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// An object is a JSON object whose numbers are kept as they are written.
type object map[string]any

// UnmarshalJSON implements [json.Unmarshaler].
func (o *object) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var members map[string]any
	if err := d.Decode(&members); err != nil {
		return err
	}
	*o = members
	return nil
}

// decode reads JSON into the value that v points to. It is stricter than
// [json.Unmarshal], since a misspelt member would leave a vector without what
// it is about: each member of an object must be one that is asked for, spelt
// alike in case too, and none may come twice.
func decode(data []byte, v any) error {
	if err := json.Unmarshal(data, v); err != nil {
		return err
	}
	return checkMembers(json.NewDecoder(bytes.NewReader(data)), reflect.TypeOf(v).Elem())
}

// checkMembers checks the members of the next value, which is well formed and
// has been read into a value of type t. With no type any members will do, but
// none twice. What is kept as it is written is passed over: it is checked when
// it is read.
func checkMembers(d *json.Decoder, t reflect.Type) error {
	if t == reflect.TypeFor[json.RawMessage]() {
		var kept json.RawMessage
		return d.Decode(&kept)
	}
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('{'):
		return checkObject(d, members(t))
	case json.Delim('['):
		for d.More() {
			if err := checkMembers(d, elem(t)); err != nil {
				return err
			}
		}
		_, err = d.Token()
	}
	return err
}

// checkObject checks an object of which the opening brace has been read. With
// known being nil any members will do.
func checkObject(d *json.Decoder, known []member) error {
	seen := map[string]bool{}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := token.(string)
		if seen[name] {
			return fmt.Errorf("member %q comes twice", name)
		}
		seen[name] = true
		var t reflect.Type
		if known != nil {
			if t = typeOf(known, name); t == nil {
				return fmt.Errorf("member %q is unknown; known are %s", name, names(known))
			}
		}
		if err := checkMembers(d, t); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	_, err := d.Token()
	return err
}

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

// elem returns the type of a list's elements, or nil if t is no list.
func elem(t reflect.Type) reflect.Type {
	if t = deref(t); t == nil || t.Kind() != reflect.Slice || readsItself(t) {
		return nil
	}
	return t.Elem()
}

func typeOf(known []member, name string) reflect.Type {
	for _, m := range known {
		if m.name == name {
			return m.t
		}
	}
	return nil
}

func names(known []member) string {
	var all []string
	for _, m := range known {
		all = append(all, m.name)
	}
	return strings.Join(all, ", ")
}
