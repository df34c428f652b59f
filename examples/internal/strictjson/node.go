package strictjson

import (
	"encoding"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
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

// String returns the kind with its article: "a list".
func (k Kind) String() string {
	return [...]string{"null", "a boolean", "a number", "a string", "a list", "an object"}[k]
}

// A Node is a JSON value at its place in a text. A nil Node stands for a member
// that is absent: reading it gives zero values, and no fault.
type Node struct {
	doc     *document
	path    string
	offset  int // of its first byte, and end of the one after its last
	end     int
	kind    Kind
	text    string // what a string says; a number or boolean as written
	members []member
}

// A member is one of an object, or an element of a list, which has no name.
type member struct{ name, value *Node }

// Err returns the first fault found so far in the text that n belongs to, or
// nil if there is none. It is an [*Error].
func (n *Node) Err() error {
	if n == nil {
		return nil
	}
	return n.doc.err()
}

// Errs returns all faults found so far in the text that n belongs to, in the
// order of the text.
func (n *Node) Errs() []*Error {
	if n == nil {
		return nil
	}
	var all []*Error
	for _, f := range n.doc.faults {
		all = append(all, f.err)
	}
	return all
}

// Faulty reports whether a fault has been found so far in the value or within
// it.
func (n *Node) Faulty() bool {
	return n != nil && slices.ContainsFunc(n.doc.faults, func(f fault) bool { return n.offset <= f.at && f.at < n.end })
}

// Place returns the line and the column at which the value begins, both from 1.
func (n *Node) Place() (line, column int) {
	if n == nil {
		return 0, 0
	}
	return n.doc.place(n.offset)
}

// Error returns what [Node.Fault] would note, without noting it.
func (n *Node) Error(reason string) *Error {
	return n.doc.error(n.offset, n.path, n.source(), reason)
}

// Fault says that the value is wrong. It is for what the reader of the format
// finds; the other methods find wrong kinds by themselves.
func (n *Node) Fault(reason string) {
	if n == nil {
		return
	}
	n.doc.fault(n.offset, n.path, n.source(), reason)
}

// source returns a value that is neither object nor list, cut if it is long.
func (n *Node) source() string {
	const most = 60
	switch {
	case n.kind >= List:
		return ""
	case n.kind == Null:
		return n.kind.String()
	}
	text := n.text
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "..."
	}
	if n.kind == String {
		return strconv.Quote(text)
	}
	return text
}

// is reports whether n is there and of the given kind; if it is of another,
// that is a fault.
func (n *Node) is(k Kind) bool {
	if n == nil {
		return false
	}
	if n.kind != k {
		n.Fault("want " + k.String() + ", not " + n.kind.String())
	}
	return n.kind == k
}

// Kind returns the kind of the value, [Null] for an absent one.
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
	return n.text
}

// Bool reads a boolean.
func (n *Node) Bool() bool { return n.is(Bool) && n.text == "true" }

// Int reads a whole number, written without fraction and exponent.
func (n *Node) Int() int {
	if !n.is(Number) {
		return 0
	}
	i, err := strconv.Atoi(n.text)
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
	values := make([]*Node, len(n.members))
	for i, m := range n.members {
		values[i] = m.value
	}
	return values
}

// Read reads a string as a value of any type that reads itself from text: dates
// and the enumerations of the library, say. The empty string is refused, since
// many types take it for a value that is not known, which is better said by
// leaving the member out.
func Read[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](n *Node) (value T) {
	if !n.is(String) {
		return value
	}
	if n.text == "" {
		n.Fault("empty: leave the member out if it is not known")
		return value
	}
	err := P(&value).UnmarshalText([]byte(n.text))
	var parse *calendar.ParseError
	switch {
	case errors.As(err, &parse):
		n.Fault(parse.Reason) // without the text, which the fault holds already
	case err != nil:
		n.Fault(err.Error())
	}
	return value
}
