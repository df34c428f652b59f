package claims

import (
	"fmt"
	"hash/maphash"
)

// An answer is a set of pairs. The order of pairs and within a pair does not matter.
type answer struct {
	pairs int
	sum   uint64 // the sum of the hashes of the pairs
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

// check returns an error unless both answers have the same pairs.
func (a answer) check(want answer) error {
	if err := want.checkCount(a.pairs); err != nil {
		return err
	}
	if a.sum != want.sum {
		return fmt.Errorf("different pairs, in the same number")
	}
	return nil
}

// checkCount returns an error if the number of pairs is wrong.
func (a answer) checkCount(pairs int) error {
	if pairs != a.pairs {
		return fmt.Errorf("%d pairs, want %d", pairs, a.pairs)
	}
	return nil
}
