// Package edits compares names, to find the one that a misspelled name may stand for.
package edits

// Distance returns the number of bytes to insert, delete or replace to turn a into b. It
// takes time proportional to the product of their lengths.
func Distance(a, b string) int {
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
