package strictjson

import (
	"bytes"
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

// A document is what the nodes of one text share. It keeps the fault that comes
// first in the text; of two at the same place, the one found first.
type document struct {
	file  string
	text  []byte
	first *Error
	at    int // the offset of the first fault
}

func (d *document) fault(offset int, path, value, reason string) {
	if d.first != nil && d.at <= offset {
		return
	}
	before := d.text[:offset]
	d.at = offset
	d.first = &Error{
		File:   d.file,
		Line:   d.line(offset),
		Column: offset - bytes.LastIndexByte(before, '\n'),
		Path:   path,
		Value:  value,
		Reason: reason,
	}
}

func (d *document) line(offset int) int { return 1 + bytes.Count(d.text[:offset], []byte{'\n'}) }

// err keeps a nil *Error from becoming an error that is not nil.
func (d *document) err() error {
	if d.first == nil {
		return nil
	}
	return d.first
}
