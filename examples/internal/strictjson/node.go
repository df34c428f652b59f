package strictjson

import (
	"bytes"
	"encoding"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/partnerrules/partnerrules"
)

// A Kind is the kind of a JSON value.
type Kind uint8

// The kinds of JSON values.
const (
	Null Kind = iota
	Bool
	Number
	String
	List
	Object
)

// String returns the kind with its article, such as "a list".
func (k Kind) String() string {
	return [...]string{"null", "a boolean", "a number", "a string", "a list", "an object"}[k]
}

// wanted returns the reason for a value of another kind.
func (k Kind) wanted(got Kind) string { return "want " + k.String() + ", not " + got.String() }

// A Node is a JSON value with its place in a text. A nil Node is an absent member.
// Reading it returns zero values and records no fault.
type Node struct {
	doc         *document
	offset, end int64 // of the first byte, and of the byte after the last
	kind        Kind
	isName      bool   // the name of a member; the next node is its value
	repeated    bool   // an object in which a name occurs twice
	read        bool   // a name that was read by name
	text        []byte // unquoted, of a string; the source of a number, boolean or null

	// Indexes in document.nodes: the node itself, the node that contains it, and
	// the first node after it and its contents.
	self, parent, next int

	index int // of a member or an element in its parent
	count int // of its own members or elements
}

// addString sets the text of a string that begins at an index of the text. It returns
// the index after the string. Lost characters are a fault: invalid UTF-8, half a
// surrogate pair, or a replacement character from another program.
func (d *document) addString(n *Node, at int) (end int) {
	plain := true // ASCII without escapes
	for end = at + 1; d.text[end] != '"'; end++ {
		if c := d.text[end]; c == '\\' {
			plain = false
			end++
		} else if c >= utf8.RuneSelf {
			plain = false
		}
	}
	end++
	n.text = d.text[at+1 : end-1]
	if plain {
		return end
	}
	raw := jsontext.Value(d.text[at:end])
	n.text, _ = jsontext.AppendUnquote(nil, raw) // the error means lost characters, which are checked below
	if !bytes.ContainsRune(n.text, utf8.RuneError) {
		return end
	}
	if i, reason := NotUTF8(raw); i >= 0 {
		d.fault(n.offset+int64(i), n.path(), n.source(), reason)
	} else {
		n.Fault("contains U+FFFD, which replaces a lost character")
	}
	return end
}

// invalidUTF8 returns the index of the first byte that is not UTF-8, or -1.
func invalidUTF8(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// path returns the path of the value. The path of a name is the path of its object.
func (n *Node) path() string {
	d := n.doc
	if n.parent == none {
		if d.streamed {
			return "[" + strconv.Itoa(d.element) + "]"
		}
		return ""
	}
	parent := &d.nodes[n.parent]
	path := parent.path()
	switch {
	case n.isName:
		return path
	case parent.kind == List:
		return path + "[" + strconv.Itoa(n.index) + "]"
	}
	return join(path, string(d.nodes[n.self-1].text))
}

// join appends the name of a member to a path. It quotes unusual names.
func join(path, name string) string {
	plain := name != "" && !strings.ContainsFunc(name, func(r rune) bool {
		return r != '_' && r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
	switch {
	case !plain:
		return path + "[" + strconv.Quote(name) + "]"
	case path == "":
		return name
	}
	return path + "." + name
}

// source returns the text of a value, cut if it is long. It is empty for an object
// or a list.
func (n *Node) source() string {
	const most = 60
	switch {
	case n.kind >= List:
		return ""
	case n.kind == Null:
		return n.kind.String()
	}
	text := string(n.text)
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "..."
	}
	if n.kind == String {
		return strconv.Quote(text)
	}
	return text
}

// is reports whether n exists and has the given kind. It records a fault if n has
// another kind.
func (n *Node) is(k Kind) bool {
	if n == nil {
		return false
	}
	if n.kind != k {
		n.Fault(k.wanted(n.kind))
	}
	return n.kind == k
}

// Kind returns the kind of the value, or [Null] if it is absent.
func (n *Node) Kind() Kind {
	if n == nil {
		return Null
	}
	return n.kind
}

// String reads a string.
func (n *Node) String() string {
	if !n.is(String) {
		return ""
	}
	return string(n.text)
}

// Bool reads a boolean.
func (n *Node) Bool() bool { return n.is(Bool) && n.text[0] == 't' }

// Int reads a whole number without fraction and exponent.
func (n *Node) Int() int {
	if !n.is(Number) {
		return 0
	}
	i, err := strconv.Atoi(string(n.text))
	if err != nil {
		n.Fault("want a whole number that fits in an int")
	}
	return i
}

// List reads a list.
func (n *Node) List() []*Node {
	if !n.is(List) {
		return nil
	}
	d := n.doc
	from := len(d.lists)
	for i := n.self + 1; i < n.next; i = d.nodes[i].next {
		d.lists = append(d.lists, &d.nodes[i])
	}
	return d.lists[from:len(d.lists):len(d.lists)]
}

// Read reads a string as a value of a type with an UnmarshalText method, such as a
// date or an enumeration of the library. It rejects the empty string, which many
// types parse as unknown. An unknown value must be left out instead.
func Read[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](n *Node) T {
	var zero T
	if !n.is(String) {
		return zero
	}
	if len(n.text) == 0 {
		n.Fault("empty: leave the member out if it is unknown")
		return zero
	}
	value := new(T) // not allocated for absent members
	err := P(value).UnmarshalText(n.text)
	var parse *partnerrules.InputError
	switch {
	case errors.As(err, &parse):
		n.Fault(parse.Reason) // without the text, which the fault already has
	case err != nil:
		n.Fault(err.Error())
	}
	return *value
}
