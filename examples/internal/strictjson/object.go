package strictjson

import (
	"iter"
	"slices"
	"strings"
)

// Members are those of an object, handed out by name. [Members.End] refuses
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
	return &Members{node: n}
}

// Optional returns the member with the given name, or nil if it is absent.
func (m *Members) Optional(name string) *Node {
	m.asked = append(m.asked, name)
	for found, value := range m.All() {
		if found.text == name {
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
		for _, member := range m.node.members {
			if !yield(member.name, member.value) {
				return
			}
		}
	}
}

// End refuses the members that were not asked for by name.
func (m *Members) End() {
	known := "known are " + strings.Join(m.asked, ", ")
	if len(m.asked) == 0 {
		known = "none is known"
	}
	for name := range m.All() {
		if !slices.Contains(m.asked, name.text) {
			name.Fault("unknown member; " + known)
		}
	}
}
