package strict

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/internal/edits"
)

// members are the members of an object that a struct reads.
type members struct {
	names []string         // in the order of the fields
	index map[string][]int // of the field of each name
}

// A candidate is a field that may have a name. Of several, the one that is embedded
// least deep has it, and then the one with a tag.
type candidate struct {
	name   string
	index  []int
	tagged bool
}

// membersOf returns the members of a struct type. As in package json, fields of
// embedded structs are fields of the struct, unless another field hides them.
func membersOf(t reflect.Type) members {
	m := members{index: map[string][]int{}}
	hidden := map[string]bool{}
	seen := map[reflect.Type]bool{}
	for level := []embedded{{t, nil}}; len(level) > 0; {
		fields, deeper := fieldsAt(level, seen)
		for _, f := range fields {
			if !hidden[f.name] && isDominant(f, fields) {
				m.names = append(m.names, f.name)
				m.index[f.name] = f.index
			}
		}
		for _, f := range fields {
			hidden[f.name] = true
		}
		level = deeper
	}
	slices.SortStableFunc(m.names, func(a, b string) int { return slices.Compare(m.index[a], m.index[b]) })
	return m
}

// An embedded is a struct type in a struct, with the index of the field.
type embedded struct {
	t     reflect.Type
	index []int
}

// fieldsAt returns the fields at one level, and the structs embedded in it. It marks
// the types of the level as seen, so that a struct embedded in itself has an end.
func fieldsAt(level []embedded, seen map[reflect.Type]bool) (fields []candidate, deeper []embedded) {
	for _, s := range level {
		if seen[s.t] {
			continue
		}
		for i := range s.t.NumField() {
			f := s.t.Field(i)
			t := f.Type
			if f.Anonymous && t.Kind() == reflect.Pointer {
				t = t.Elem()
			}
			tag := f.Tag.Get("json")
			name, _, _ := strings.Cut(tag, ",")
			index := append(slices.Clone(s.index), i)
			isStruct := f.Anonymous && t.Kind() == reflect.Struct
			switch {
			case tag == "-", !f.IsExported() && !isStruct:
			case isStruct && name == "":
				deeper = append(deeper, embedded{t, index})
			case name == "":
				fields = append(fields, candidate{f.Name, index, false})
			default:
				fields = append(fields, candidate{name, index, true})
			}
		}
	}
	for _, s := range level {
		seen[s.t] = true
	}
	return fields, deeper
}

// isDominant reports whether f has its name among the fields of its level: no other
// field has the name, or f is the only one with a tag.
func isDominant(f candidate, fields []candidate) bool {
	for _, other := range fields {
		if other.name == f.name && !slices.Equal(other.index, f.index) && (other.tagged || !f.tagged) {
			return false
		}
	}
	return true
}

// unknown returns the reason for a member that the struct does not have.
func (m members) unknown(name string) string {
	for _, known := range m.names {
		if isNear(name, known) {
			return "unknown member, did you mean " + strconv.Quote(known) + "?"
		}
	}
	switch last := len(m.names) - 1; last {
	case -1:
		return "unknown member, want an empty object"
	case 0:
		return "unknown member, want " + m.names[0]
	default:
		return "unknown member, want " + strings.Join(m.names[:last], ", ") + " or " + m.names[last]
	}
}

// longestNear is the length of the longest name that is compared with known names.
const longestNear = 40

// isNear reports whether a name may be a misspelled known name: it differs by letter
// case, or by at most two edits of a name that is three times as long.
func isNear(name, known string) bool {
	if len(name) > longestNear {
		return false
	}
	a, b := strings.ToLower(name), strings.ToLower(known)
	return edits.Distance(a, b) <= min(2, len(b)/3)
}
