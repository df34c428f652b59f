package claims

import (
	"cmp"
	"iter"
	"slices"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A finder yields the IDs of each pair of competing claims once. The sides in Go are
// finders.
type finder func(yield func(first, second string)) error

// side returns a side that counts the pairs of a finder. Check compares the pairs
// themselves only the first time, because it takes as long as a run.
func (find finder) side(name, handsOver string, want answer) measure.Side {
	var failed error
	var count int
	verified := false
	return measure.Side{
		Name: name, Answer: handsOver,
		Run: func(n int) {
			for range n {
				count = 0
				if err := find(func(string, string) { count++ }); err != nil {
					failed = err
				}
			}
		},
		Check: func() error {
			if err := cmp.Or(failed, want.checkCount(count)); err != nil || verified {
				return err
			}
			var got answer
			if err := find(got.add); err != nil {
				return err
			}
			verified = true
			return got.check(want)
		},
	}
}

// ours returns the library as a finder. It skips duplicates, which are pairs of one
// company.
func ours(claims []cpor.Claim) finder {
	return func(yield func(first, second string)) error {
		pairs, err := cpor.Detect(claims)
		if err != nil {
			return err
		}
		for pair := range pairs {
			if pair.Relation == cpor.Competing {
				yield(pair.First, pair.Second)
			}
		}
		return nil
	}
}

// inBulk returns a detection of the library that ranges over claims as a finder.
func inBulk(claims []cpor.Claim, detect func(iter.Seq[cpor.Claim]) iter.Seq2[cpor.Pair, error]) finder {
	return func(yield func(first, second string)) error {
		for pair, err := range detect(slices.Values(claims)) {
			if err != nil {
				return err
			}
			if pair.Relation == cpor.Competing {
				yield(pair.First, pair.Second)
			}
		}
		return nil
	}
}
