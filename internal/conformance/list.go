package conformance

import (
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// PrintCalls prints a line for each call, with its name and the members of given
// with their kinds.
func PrintCalls(w io.Writer) {
	calls := registry()
	for _, name := range slices.Sorted(maps.Keys(calls)) {
		var all []string
		for _, m := range members(calls[name].given) {
			all = append(all, m.name+" ("+kind(m.t)+")")
		}
		fmt.Fprintf(w, "%-30s %s\n", name, strings.Join(all, ", "))
	}
}

// kind returns the kind of a member as named in README.md of rulestest/vectors.
func kind(t reflect.Type) string {
	t = deref(t)
	switch {
	case t.Kind() == reflect.Slice:
		return "list of " + kind(t.Elem()) + "s"
	case t.PkgPath() != "":
		name, _, _ := strings.Cut(t.Name(), "[")
		return kebab(name)
	case t.Kind() == reflect.String:
		return "text"
	case t.Kind() == reflect.Int:
		return "integer"
	}
	return t.Kind().String()
}

// kebab returns a name in kebab case, such as legacy-status for LegacyStatus.
func kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if upper := r >= 'A' && r <= 'Z'; upper {
			if i > 0 {
				b.WriteByte('-')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
