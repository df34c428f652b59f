package conformance

import (
	"math"
	"strings"

	"github.com/partnerrules/partnerrules/internal/edits"
)

// longestNear is the length of the longest text that is compared with names.
const longestNear = 100

// nearest returns the first of the names with the fewest edits from a text, and the
// number of edits. Upper and lower case are equal. Without names, and for a text of
// more than longestNear bytes, the number is the greatest integer.
func nearest(text string, names []string) (found string, distance int) {
	distance = math.MaxInt
	if len(text) > longestNear {
		return "", distance
	}
	for _, name := range names {
		if n := edits.Distance(strings.ToLower(text), strings.ToLower(name)); n < distance {
			found, distance = name, n
		}
	}
	return found, distance
}
