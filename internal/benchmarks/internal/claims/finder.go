package claims

import (
	"cmp"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A finder goes through the pairs of competing claims, each once, and hands over
// the IDs of both. It is the form of the sides in Go.
type finder func(yield func(first, second string)) error

// side returns the side of a finder, which counts what it is handed. The pairs
// themselves are checked the first time only: it takes as long as a run.
func (find finder) side(name string, want answer) measure.Side {
	var failed error
	var count int
	verified := false
	return measure.Side{
		Name: name, Answer: "pairs",
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

// ours is the library. Pairs of one company, which are duplicates, come with the
// others and are left out here.
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
