package strictjson

import (
	"cmp"
	"slices"
	"strconv"
)

// An Error is a fault in a JSON text.
type Error struct {
	File   string // the argument of Parse
	Line   int    // from 1
	Column int    // from 1, in bytes of UTF-8
	Path   string // "companies[1].memberships[0].offer"; empty for the whole text
	Value  string // the invalid value in JSON; empty for an object or a list
	Reason string
}

// Error returns, for example,
// `portfolio.json:12:18: companies[1].account: "approved": want pending, authorized or rejected`.
func (e *Error) Error() string {
	s := e.File + ":" + strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column)
	for _, part := range []string{e.Path, e.Value, e.Reason} {
		if part != "" {
			s += ": " + part
		}
	}
	return s
}

// A fault is an error and its offset in the text.
type fault struct {
	at  int64
	err *Error
}

func compareOffset(f fault, at int64) int { return cmp.Compare(f.at, at) }

// fault records a fault, unless there is one at the same place.
func (d *document) fault(at int64, path, value, reason string) {
	i, found := slices.BinarySearchFunc(d.faults, at, compareOffset)
	if !found {
		d.faults = slices.Insert(d.faults, i, fault{at, d.error(at, path, value, reason)})
	}
}

func (d *document) error(at int64, path, value, reason string) *Error {
	line, column := d.lines.place(at)
	return &Error{File: d.file, Line: line, Column: column, Path: path, Value: value, Reason: reason}
}

// Err returns the first fault found so far in the text of n as an [*Error], or nil
// if there is none.
func (n *Node) Err() error {
	if n == nil || len(n.doc.faults) == 0 {
		return nil
	}
	return n.doc.faults[0].err
}

// Errs returns all faults found so far in the text of n, in the order of the text.
// For a node of [Elements] it returns the faults in the element.
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

// Faulty reports whether a fault has been found so far in the value or inside it.
func (n *Node) Faulty() bool {
	if n == nil {
		return false
	}
	i, _ := slices.BinarySearchFunc(n.doc.faults, n.offset, compareOffset)
	return i < len(n.doc.faults) && n.doc.faults[i].at < n.end
}

// Place returns the line and the column where the value begins, both from 1.
func (n *Node) Place() (line, column int) {
	if n == nil {
		return 0, 0
	}
	return n.doc.lines.place(n.offset)
}

// Offset returns the number of bytes of the text before the value.
func (n *Node) Offset() int64 { return n.offset }

// Error returns the error that [Node.Fault] would record, without recording it.
func (n *Node) Error(reason string) *Error {
	return n.doc.error(n.offset, n.path(), n.source(), reason)
}

// Fault records that the value is invalid. It is for checks of the caller. The other
// methods record values of the wrong kind themselves.
func (n *Node) Fault(reason string) {
	if n != nil {
		n.doc.fault(n.offset, n.path(), n.source(), reason)
	}
}
