package portfolio

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A Fault is an error in a file, with its place.
type Fault struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitzero"`   // from 1; 0 if the fault concerns the whole file
	Column int    `json:"column,omitzero"` // from 1, in bytes of UTF-8
	Path   string `json:"path,omitempty"`  // of the value, or the name of a column
	Value  string `json:"value,omitempty"` // in JSON
	Reason string `json:"reason"`
}

// Error returns, for example,
// `mine/claims.json:12:18: [3].partner: "x": want a digit`.
func (f *Fault) Error() string {
	switch {
	case f.Line == 0 && f.Path != "":
		return f.File + ": " + f.Path + ": " + f.Reason
	case f.Line == 0:
		return f.File + ": " + f.Reason
	}
	return (*strictjson.Error)(f).Error()
}

// sortFaults sorts the faults of one file by place. Of several faults at one place
// it keeps the first.
func sortFaults(faults []*Fault) []*Fault {
	place := func(a, b *Fault) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) }
	slices.SortStableFunc(faults, place)
	return slices.CompactFunc(faults, func(a, b *Fault) bool { return place(a, b) == 0 })
}

// A source is a file that lists things.
type source struct {
	file string
	path string // of the list, such as "claims"; empty for a whole file
}

// A place is the position of an element in a source. It is small, since a source
// may list a million elements.
type place struct {
	source              *source
	line, column, index int32
}

func placeOf(s *source, index int, n *strictjson.Node) place {
	line, column := n.Place()
	return place{s, int32(line), int32(column), int32(index)}
}

// String returns, for example, "claims.json:12:3".
func (p place) String() string {
	return p.source.file + ":" + strconv.Itoa(int(p.line)) + ":" + strconv.Itoa(int(p.column))
}

func (p place) fault(reason string) *Fault {
	path := p.source.path + "[" + strconv.Itoa(int(p.index)) + "]"
	return &Fault{File: p.source.file, Line: int(p.line), Column: int(p.column), Path: path, Reason: reason}
}
