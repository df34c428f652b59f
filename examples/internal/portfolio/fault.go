package portfolio

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A Fault is something wrong in a file. It is an error.
type Fault struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitzero"`   // from 1; 0 where the whole file is at fault
	Column int    `json:"column,omitzero"` // from 1, in bytes of UTF-8
	Path   string `json:"path,omitempty"`  // of the value, or the name of a column
	Value  string `json:"value,omitempty"` // as JSON writes it
	Reason string `json:"reason"`
}

// Error returns, for example,
// `mine/claims.json:12:18: [3].partner: "x": want a digit`.
func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.File + ": " + f.Reason
	}
	return (*strictjson.Error)(f).Error()
}

// sortFaults sorts faults of one file by their places, and keeps of those at one
// place the first.
func sortFaults(faults []*Fault) []*Fault {
	place := func(a, b *Fault) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) }
	slices.SortStableFunc(faults, place)
	return slices.CompactFunc(faults, func(a, b *Fault) bool { return place(a, b) == 0 })
}

// A source is a file that lists things.
type source struct {
	file string
	path string // of the list: "claims", or empty for a whole file
}

// A place is where a thing of a source stands. It keeps what is needed to name
// it later, since a source may list a million.
type place struct {
	source              *source
	line, column, index int32
}

func placeOf(s *source, index int, n *strictjson.Node) place {
	line, column := n.Place()
	return place{s, int32(line), int32(column), int32(index)}
}

// String returns "claims.json:12:3".
func (p place) String() string {
	return p.source.file + ":" + strconv.Itoa(int(p.line)) + ":" + strconv.Itoa(int(p.column))
}

func (p place) fault(reason string) *Fault {
	path := p.source.path + "[" + strconv.Itoa(int(p.index)) + "]"
	return &Fault{File: p.source.file, Line: int(p.line), Column: int(p.column), Path: path, Reason: reason}
}
