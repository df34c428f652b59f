package strict

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
)

// A decoder reads valid JSON into a value. It recurses only as deep as the text, which
// package json limits to 10,000 levels.
type decoder struct {
	cursor
	Options
	path    []byte // of the value at the cursor
	structs map[reflect.Type]members
}

// fault returns an error at an offset and the current path.
func (d *decoder) fault(at int, reason string) error {
	return fault(d.text, at, string(d.path), reason)
}

// value reads the value at the cursor into v. Null leaves v as it is.
func (d *decoder) value(v reflect.Value, nullable bool) error {
	at := d.next()
	if d.text[at] == 'n' {
		d.skip()
		if !nullable {
			return d.fault(at, want(v.Type()))
		}
		return nil
	}
	if !v.CanInterface() {
		return d.embedded(v, at)
	}
	if v.Kind() == reflect.Pointer {
		target := reflect.New(v.Type().Elem())
		v.Set(target)
		return d.value(target.Elem(), false)
	}
	switch target := v.Addr().Interface().(type) {
	case located:
		return d.value(reflect.ValueOf(target.at(at)).Elem(), false)
	case json.Unmarshaler:
		raw := d.skip()
		return d.own(target.UnmarshalJSON(raw), at, raw)
	case encoding.TextUnmarshaler:
		if d.text[at] != '"' {
			return d.fault(at, want(v.Type()))
		}
		raw := d.scalar()
		return d.own(target.UnmarshalText([]byte(unquote(raw))), at, raw)
	}
	switch v.Kind() {
	case reflect.Struct:
		return d.object(v)
	case reflect.Map:
		return d.table(v)
	case reflect.Slice:
		if !isBytes(v.Type()) {
			return d.list(v)
		}
	}
	if !isSupported(v) {
		return d.unsupported(at, v.Type())
	}
	if err := json.Unmarshal(d.skip(), v.Addr().Interface()); err != nil {
		return d.fault(at, want(v.Type()))
	}
	return nil
}

// embedded reads a value into an embedded struct whose type is not exported, but has a
// name in JSON. As in package json, it cannot read itself, and is no pointer.
func (d *decoder) embedded(v reflect.Value, at int) error {
	if v.Kind() != reflect.Struct {
		return d.unsupported(at, v.Type())
	}
	return d.object(v)
}

// unsupported returns the error for a value of a type that this package does not read.
func (d *decoder) unsupported(at int, t reflect.Type) error {
	return d.fault(at, "cannot be read into the type "+t.String())
}

// isBytes reports whether a slice is read from a string in base64. A list of an
// enumeration is not, because its elements read themselves.
func isBytes(t reflect.Type) bool {
	p := reflect.PointerTo(t.Elem())
	return t.Elem().Kind() == reflect.Uint8 &&
		!p.Implements(reflect.TypeFor[json.Unmarshaler]()) && !p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// isSupported reports whether package json reads a type as this package does.
func isSupported(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Interface:
		return v.NumMethod() == 0
	case reflect.Array, reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer:
		return false
	}
	return true
}

// own returns the error of a type that reads itself as an error of the text.
func (d *decoder) own(err error, at int, raw []byte) error {
	if err == nil {
		return nil
	}
	return d.asError(err, raw).within(d.text, at, string(d.path))
}

// enter checks that the value at the cursor begins with open, and moves behind it.
func (d *decoder) enter(open byte, t reflect.Type) error {
	if d.text[d.at] != open {
		return d.fault(d.at, want(t))
	}
	d.at++
	return nil
}

// more reports whether another element comes before the end of an object or list. At
// the end it moves behind it.
func (d *decoder) more() bool {
	c := d.text[d.next()]
	if c == '}' || c == ']' {
		d.at++
		return false
	}
	return true
}

// name reads the name of a member, adds it to the path, and returns the offset of the
// name and the length of the path before.
func (d *decoder) name() (name string, at, before int) {
	at, before = d.at, len(d.path)
	name = unquote(d.scalar())
	if before > 0 {
		d.path = append(d.path, '.')
	}
	d.path = append(d.path, Quoted(name)...)
	return name, at, before
}

// object reads an object into a struct.
func (d *decoder) object(v reflect.Value) error {
	if err := d.enter('{', v.Type()); err != nil {
		return err
	}
	known, ok := d.structs[v.Type()]
	if !ok {
		known = membersOf(v.Type())
		d.structs[v.Type()] = known
	}
	for d.more() {
		name, at, before := d.name()
		if index, ok := known.index[name]; ok {
			field, err := d.field(v, index)
			if err == nil {
				err = d.value(field, true)
			}
			if err != nil {
				return err
			}
		} else if d.Lenient {
			d.next()
			d.skip()
		} else {
			return d.fault(at, known.unknown(name))
		}
		d.path = d.path[:before]
	}
	return nil
}

// field returns a field of a struct. It allocates embedded structs.
func (d *decoder) field(v reflect.Value, index []int) (reflect.Value, error) {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() && !v.CanSet() {
				return v, d.unsupported(d.at, v.Type())
			}
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, nil
}

// table reads an object into a map. It omits members that are null.
func (d *decoder) table(v reflect.Value) error {
	t := v.Type()
	if err := d.enter('{', t); err != nil {
		return err
	}
	v.Set(reflect.MakeMap(t))
	for d.more() {
		name, at, before := d.name()
		key := reflect.New(t.Key())
		if own, ok := key.Interface().(encoding.TextUnmarshaler); ok {
			if err := d.own(own.UnmarshalText([]byte(name)), at, []byte(name)); err != nil {
				return err
			}
		} else if t.Key().Kind() == reflect.String {
			key.Elem().SetString(name)
		} else {
			return d.unsupported(at, t)
		}
		if v.MapIndex(key.Elem()).IsValid() {
			return d.fault(at, "repeated in another form")
		}
		isNull := d.text[d.next()] == 'n'
		element := reflect.New(t.Elem()).Elem()
		if err := d.value(element, true); err != nil {
			return err
		}
		if !isNull {
			v.SetMapIndex(key.Elem(), element)
		}
		d.path = d.path[:before]
	}
	return nil
}

// list reads a list into a slice. An empty list is not nil.
func (d *decoder) list(v reflect.Value) error {
	if err := d.enter('[', v.Type()); err != nil {
		return err
	}
	read := reflect.MakeSlice(v.Type(), 0, 0)
	before := len(d.path)
	for d.more() {
		d.path = appendIndex(d.path, read.Len())
		read = reflect.Append(read, reflect.Zero(v.Type().Elem()))
		if err := d.value(read.Index(read.Len()-1), false); err != nil {
			return err
		}
		d.path = d.path[:before]
	}
	v.Set(read)
	return nil
}

// want returns what a type wants: "want a string".
func want(t reflect.Type) string {
	switch p := reflect.New(t).Interface().(type) {
	case located:
		return want(reflect.TypeOf(p.at(0)).Elem())
	case encoding.TextUnmarshaler:
		return "want a string"
	case json.Unmarshaler:
		if t.Kind() != reflect.Struct {
			return "want a value other than null"
		}
	case *json.Number:
		return "want a number"
	}
	switch t.Kind() {
	case reflect.Pointer:
		return want(t.Elem())
	case reflect.Struct, reflect.Map:
		return "want an object"
	case reflect.Slice:
		if isBytes(t) {
			return "want a string in base64"
		}
		return "want a list"
	case reflect.String:
		return "want a string"
	case reflect.Bool:
		return "want true or false"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return "want an integer of " + strconv.Itoa(t.Bits()) + " bits"
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return "want an integer of " + strconv.Itoa(t.Bits()) + " bits without a sign"
	case reflect.Float32, reflect.Float64:
		return "want a number of " + strconv.Itoa(t.Bits()) + " bits"
	}
	return "want a value other than null"
}
