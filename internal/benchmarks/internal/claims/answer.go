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
	if err := want.checkCount(a.pairs); err != nil {
		return err
	}
	if a.sum != want.sum {
		return fmt.Errorf("other pairs, though as many as wanted")
	}
	return nil
}

// checkCount says whether so many pairs are as many as wanted.
func (a answer) checkCount(pairs int) error {
	if pairs != a.pairs {
		return fmt.Errorf("%d pairs, want %d", pairs, a.pairs)
	}
	return nil
}
