package conformance

import (
	"math"
	"strings"
)

// longestNear is the length of the longest text that is compared with names.
const longestNear = 100

// nearest returns the first of the names with the fewest edits from a text, and the
// number of edits. Upper and lower case are equal. Without names, and for a text of
// more than longestNear bytes, the number is the greatest integer.
func nearest(text string, names []string) (found string, edits int) {
	edits = math.MaxInt
	if len(text) > longestNear {
		return "", edits
	}
	for _, name := range names {
		if n := distance(strings.ToLower(text), strings.ToLower(name)); n < edits {
			found, edits = name, n
		}
	}
	return found, edits
}

// distance returns the number of bytes to insert, delete or replace to turn a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1) // the distances of a prefix of a from the prefixes of b
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
