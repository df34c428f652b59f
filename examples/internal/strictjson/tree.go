package strictjson

import "bytes"

// none is the parent of a top-level value.
const none = -1

// value returns the root of a new tree of the text, which is valid JSON.
func (d *document) value() (*Node, error) {
	d.nodes, d.lists, d.faults = d.nodes[:0], d.lists[:0], nil
	depth := 0
	if d.streamed {
		depth = 1
	}
	if _, err := d.add(Node{doc: d, parent: none}, 0, depth); err != nil {
		return nil, err
	}
	return &d.nodes[0], nil
}

// add adds the value or name that begins at an index of the text, with the nodes inside
// it. It returns the index after the value.
func (d *document) add(n Node, at, depth int) (end int, err error) {
	n.self, n.offset, n.kind = len(d.nodes), d.offset+int64(at), kindOf(d.text[at])
	d.nodes = append(d.nodes, n)
	switch n.kind {
	case List, Object:
		if depth == MaxDepth {
			return 0, d.nodes[n.self].Error(tooDeep)
		}
		if end, err = d.addMembers(n.self, at+1, depth+1); err != nil {
			return 0, err
		}
	case String:
		end = d.addString(&d.nodes[n.self], at)
	default:
		end = len(d.text)
		if i := bytes.IndexAny(d.text[at:], space+",]}"); i >= 0 {
			end = at + i
		}
		d.nodes[n.self].text = d.text[at:end]
	}
	d.nodes[n.self].next, d.nodes[n.self].end = len(d.nodes), d.offset+int64(end)
	if n.kind == Object {
		d.nodes[n.self].checkNames()
	}
	return end, nil
}

// kindOf returns the kind of a value by its first byte.
func kindOf(first byte) Kind {
	switch first {
	case '{':
		return Object
	case '[':
		return List
	case '"':
		return String
	case 't', 'f':
		return Bool
	case 'n':
		return Null
	}
	return Number
}

// addMembers adds the members of an object or the elements of a list.
func (d *document) addMembers(parent, at, depth int) (end int, err error) {
	n := Node{doc: d, parent: parent}
	for {
		at = d.skip(at)
		if c := d.text[at]; c == '}' || c == ']' {
			d.nodes[parent].count = n.index
			return at + 1, nil
		}
		n.isName = d.nodes[parent].kind == Object && !n.isName
		if at, err = d.add(n, at, depth); err != nil {
			return 0, err
		}
		if !n.isName {
			n.index++
		}
	}
}

// skip returns the index of the next value or closing bracket from an index of the text.
func (d *document) skip(at int) int {
	for {
		switch d.text[at] {
		case ' ', '\n', '\t', '\r', ',', ':':
			at++
		default:
			return at
		}
	}
}
