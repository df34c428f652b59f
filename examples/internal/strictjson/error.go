package strictjson

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
)

// An Error is a fault in a JSON text.
type Error struct {
	File   string // as it was given to Parse
	Line   int    // from 1
	Column int    // from 1, in bytes of UTF-8
	Path   string // "companies[1].memberships[0].offer"; empty for the whole text
	Value  string // the faulty value as JSON writes it; empty for an object or a list
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

// A document is what the nodes of one text share, with the faults found in it:
// at most one at a place, that found first.
type document struct {
	file   string
	text   []byte
	origin origin
	faults []fault
}

// A fault is an error and the offset in the text at which it lies.
type fault struct {
	at  int
	err *Error
}

// An origin is the place of the first byte of a text in its file, counted from 0.
type origin struct{ line, column int }

func (d *document) fault(offset int, path, value, reason string) {
	i, found := slices.BinarySearchFunc(d.faults, offset, func(f fault, at int) int { return cmp.Compare(f.at, at) })
	if !found {
		d.faults = slices.Insert(d.faults, i, fault{offset, d.error(offset, path, value, reason)})
	}
}

func (d *document) error(offset int, path, value, reason string) *Error {
	line, column := d.place(offset)
	return &Error{File: d.file, Line: line, Column: column, Path: path, Value: value, Reason: reason}
}

// place returns the line and the column of an offset, both from 1.
func (d *document) place(offset int) (line, column int) {
	before := d.text[:offset]
	line, column = 1+bytes.Count(before, []byte{'\n'}), offset-bytes.LastIndexByte(before, '\n')
	if line == 1 {
		column += d.origin.column
	}
	return line + d.origin.line, column
}

// err keeps a nil *Error from becoming an error that is not nil.
func (d *document) err() error {
	if len(d.faults) == 0 {
		return nil
	}
	return d.faults[0].err
}
