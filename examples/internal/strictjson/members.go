package strictjson

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Members reads the members of an object by name. [Members.End] rejects members
// that were not read.
type Members struct {
	node  *Node
	asked []string
}

// Object reads an object.
func (n *Node) Object() *Members {
	if !n.is(Object) {
		return &Members{}
	}
	last := len(n.doc.spare) - 1
	if last < 0 {
		return &Members{node: n}
	}
	m := n.doc.spare[last]
	n.doc.spare = n.doc.spare[:last]
	m.node, m.asked = n, m.asked[:0]
	return m
}

// Optional returns the first member with the given name, or nil if it is absent.
func (m *Members) Optional(name string) *Node {
	m.asked = append(m.asked, name)
	for found, value := range m.All() {
		if string(found.text()) == name {
			return value
		}
	}
	return nil
}

// Required returns the member with the given name. It records a fault of the object
// if the member is absent.
func (m *Members) Required(name string) *Node {
	value := m.Optional(name)
	if value == nil {
		m.node.Fault("the member " + name + " is missing")
	}
	return value
}

// All returns the members in the order of the text. Names are nodes too, so that
// [Read] can read a name. It is for objects whose names are data. They need no call
// of End.
func (m *Members) All() iter.Seq2[*Node, *Node] {
	return func(yield func(name, value *Node) bool) {
		if m.node == nil {
			return
		}
		nodes := m.node.doc.nodes
		for i := m.node.self + 1; i < m.node.next; i = nodes[i+1].next {
			if !yield(&nodes[i], &nodes[i+1]) {
				return
			}
		}
	}
}

// End rejects the members that were not read by name. It must be the last call.
func (m *Members) End() {
	for name := range m.All() {
		if !slices.Contains(m.asked, string(name.text())) {
			known := "known are " + strings.Join(m.asked, ", ")
			if len(m.asked) == 0 {
				known = "this object has no members"
			}
			name.Fault("unknown member; " + known)
		}
	}
	if m.node != nil {
		m.node.doc.spare = append(m.node.doc.spare, m)
		m.node = nil
	}
}

// manyMembers is the number of members from which a map is faster than a search.
const manyMembers = 17

// DuplicateMember begins the reason of the fault for a member whose name occurred
// before in its object.
const DuplicateMember = "duplicate member"

// checkNames rejects members whose name occurred before in the object.
func (n *Node) checkNames() {
	members := Members{node: n}
	first := members.first
	if n.count >= manyMembers {
		names := make(map[string]*Node, n.count)
		first = func(name *Node) *Node {
			text := string(name.text())
			if names[text] == nil {
				names[text] = name
			}
			return names[text]
		}
	}
	for name := range members.All() {
		if other := first(name); other != name {
			line, column := other.Place()
			name.Fault(DuplicateMember + ", first at " + strconv.Itoa(line) + ":" + strconv.Itoa(column))
		}
	}
}

// first returns the first name with the same text as name.
func (m *Members) first(name *Node) *Node {
	for other := range m.All() {
		if bytes.Equal(other.text(), name.text()) {
			return other
		}
	}
	return nil
}
