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
	next  int // the index in document.nodes of the name after the last one found
}

// Object reads an object.
func (n *Node) Object() *Members {
	if !n.is(Object) {
		return &Members{}
	}
	last := len(n.doc.spare) - 1
	if last < 0 {
		return &Members{node: n, next: n.self + 1}
	}
	m := n.doc.spare[last]
	n.doc.spare = n.doc.spare[:last]
	m.node, m.asked, m.next = n, m.asked[:0], n.self+1
	return m
}

// Optional returns the first member with the given name, or nil if it is absent.
func (m *Members) Optional(name string) *Node {
	m.asked = append(m.asked, name)
	if m.node == nil {
		return nil
	}
	nodes, first := m.node.doc.nodes, m.node.self+1
	if m.node.repeated {
		m.next = first
	}
	for range m.node.count { // most members are read in their order
		if m.next == m.node.next {
			m.next = first
		}
		found, value := &nodes[m.next], &nodes[m.next+1]
		m.next = value.next
		if string(found.text) == name {
			found.read = true
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
		if !name.read && !slices.Contains(m.asked, string(name.text)) {
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

// DuplicateMember begins the reason of the fault for a member whose name occurred
// before in its object.
const DuplicateMember = "duplicate member"

// manyMembers is the number of members from which a map is faster than a search.
const manyMembers = 17

// checkNames rejects members whose name occurred before in the object.
func (n *Node) checkNames() {
	nodes := n.doc.nodes
	var seen map[string]int
	if n.count >= manyMembers {
		seen = make(map[string]int, n.count)
	}
	for i := n.self + 1; i < n.next; i = nodes[i+1].next {
		first := i
		if seen == nil {
			for first = n.self + 1; !bytes.Equal(nodes[first].text, nodes[i].text); first = nodes[first+1].next {
			}
		} else if at, found := seen[string(nodes[i].text)]; found {
			first = at
		} else {
			seen[string(nodes[i].text)] = i
		}
		if first != i {
			n.repeated = true
			line, column := nodes[first].Place()
			nodes[i].Fault(DuplicateMember + ", first at " + strconv.Itoa(line) + ":" + strconv.Itoa(column))
		}
	}
}
