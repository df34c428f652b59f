package partnerrules_test

import (
	"testing"

	"github.com/partnerrules/partnerrules"
)

// A result is known if and only if it is the same for every way to replace unknown
// operands by yes or no. An invalid operand counts as unknown.
func TestTri_Kleene(t *testing.T) {
	const no, unknown, yes = partnerrules.No, partnerrules.Unknown, partnerrules.Yes
	if partnerrules.TriFromBool(true) != yes || partnerrules.TriFromBool(false) != no {
		t.Errorf("TriFromBool(true) is %v, TriFromBool(false) %v", partnerrules.TriFromBool(true), partnerrules.TriFromBool(false))
	}
	ways := func(t partnerrules.Tri) []bool {
		switch t {
		case yes:
			return []bool{true}
		case no:
			return []bool{false}
		}
		return []bool{false, true}
	}
	agreed := func(results map[bool]bool) partnerrules.Tri {
		switch {
		case len(results) == 2:
			return unknown
		case results[true]:
			return yes
		}
		return no
	}
	values := []partnerrules.Tri{no, unknown, yes, 2, -2, 127, -128}
	for _, a := range values {
		if valid := a == no || a == unknown || a == yes; a.IsValid() != valid {
			t.Errorf("IsValid of %d is %v", a, !valid)
		}
		not := map[bool]bool{}
		for _, x := range ways(a) {
			not[!x] = true
		}
		if a.Not() != agreed(not) {
			t.Errorf("not %d: got %d", a, a.Not())
		}
		for _, b := range values {
			and, or := map[bool]bool{}, map[bool]bool{}
			for _, x := range ways(a) {
				for _, y := range ways(b) {
					and[x && y], or[x || y] = true, true
				}
			}
			if a.And(b) != agreed(and) || a.Or(b) != agreed(or) {
				t.Errorf("%d and %d: got %d, or: got %d", a, b, a.And(b), a.Or(b))
			}
		}
	}
}
