package strictjson

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Members gives out the members of an object by name. [Members.End] refuses
// those that nobody asked for.
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

// Optional returns the member with the given name, or nil if it is absent. Of two
// members with one name it is the first.
func (m *Members) Optional(name string) *Node {
	m.asked = append(m.asked, name)
	for found, value := range m.All() {
		if string(found.text()) == name {
			return value
		}
	}
	return nil
}

// Required returns the member with the given name. If it is absent, that is a
// fault of the object.
func (m *Members) Required(name string) *Node {
	value := m.Optional(name)
	if value == nil {
		m.node.Fault("without the member " + name)
	}
	return value
}

// All returns the members in the order of the text. Their names are nodes too,
// so that [Read] reads a name as it does a value. It is for objects whose names
// are data; there is nothing to refuse at their end.
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

// End refuses the members that were not asked for by name. No member can be
// asked for after it.
func (m *Members) End() {
	for name := range m.All() {
		if !slices.Contains(m.asked, string(name.text())) {
			known := "known are " + strings.Join(m.asked, ", ")
			if len(m.asked) == 0 {
				known = "none is known"
			}
			name.Fault("unknown member; " + known)
		}
	}
	if m.node != nil {
		m.node.doc.spare = append(m.node.doc.spare, m)
		m.node = nil
	}
}

// manyMembers is from how many on a map finds names faster than a search does.
const manyMembers = 17

// checkNames refuses the members of an object whose names occur before.
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
			line, _ := other.Place()
			name.Fault("comes twice, first on line " + strconv.Itoa(line))
		}
	}
}

// first returns the first name of a member that is the same text as one of them.
func (m *Members) first(name *Node) *Node {
	for other := range m.All() {
		if bytes.Equal(other.text(), name.text()) {
			return other
		}
	}
	return nil
}
