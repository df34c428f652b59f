package conformance

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"strings"

	"github.com/partnerrules/partnerrules"
)

// An object is a JSON object. Its numbers keep their text.
type object map[string]any

// UnmarshalJSON implements [json.Unmarshaler].
func (o *object) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var members map[string]any
	if d.Decode(&members) != nil || members == nil { // valid JSON, since it was read before
		return errors.New("want an object")
	}
	*o = members
	return nil
}

// decode decodes JSON into the value that v points to. It rejects unknown and
// repeated members. Otherwise a misspelled member would silently change what a vector
// tests. The path is the path of the value, or empty.
func decode[T any](path string, data []byte, v *T) error {
	got, err := partnerrules.Decode[T](data)
	var bad *partnerrules.InputError
	if errors.As(err, &bad) {
		return &partnerrules.InputError{Path: strings.Trim(path+"."+bad.Path, "."), Reason: bad.Reason, Offset: bad.Offset}
	}
	*v = got
	return nil
}

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
