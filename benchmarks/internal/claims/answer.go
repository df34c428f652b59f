package claims

import (
	"fmt"
	"hash/maphash"
)

// An answer is a set of pairs, whatever their order and that within a pair.
type answer struct {
	pairs int
	sum   uint64 // of the hashes of the pairs
}

var seed = maphash.MakeSeed()

// add adds the pair of two claim IDs.
func (a *answer) add(first, second string) {
	if first > second {
		first, second = second, first
	}
	a.pairs++
	a.sum += maphash.String(seed, first+"\x00"+second)
}

// check says whether two sides have found the same pairs.
func (a answer) check(want answer) error {
	switch {
	case a.pairs != want.pairs:
		return fmt.Errorf("%d pairs, want %d", a.pairs, want.pairs)
	case a.sum != want.sum:
		return fmt.Errorf("other pairs, though as many as wanted")
	}
	return nil
}
