package claims

import (
	"cmp"

	"github.com/Workiva/go-datastructures/augmentedtree"
	"github.com/google/btree"

	"github.com/partnerrules/partnerrules/cpor"
)

// sorted uses a btree for each unit, ordered by start. For each claim it finds the
// other claims that start before the claim ends.
func sorted(claims []cpor.Claim) finder {
	return func(yield func(first, second string)) error {
		trees := map[unitKey]*btree.BTreeG[span]{}
		for i := range claims {
			s := spanOf(&claims[i])
			tree := trees[s.unitKey()]
			if tree == nil {
				tree = btree.NewG(8, span.before)
				trees[s.unitKey()] = tree
			}
			tree.ReplaceOrInsert(s)
		}
		for i := range claims {
			s := spanOf(&claims[i])
			trees[s.unitKey()].AscendGreaterOrEqual(s, func(other span) bool {
				if other.start > s.end {
					return false
				}
				if other.claim.Company != s.claim.Company {
					yield(s.claim.ID, other.claim.ID)
				}
				return true
			})
		}
		return nil
	}
}

// augmented uses an interval tree for each unit. For each claim it finds the earlier
// claims that overlap.
func augmented(claims []cpor.Claim) finder {
	return func(yield func(first, second string)) error {
		trees := map[unitKey]augmentedtree.Tree{}
		for i := range claims {
			s := interval{spanOf(&claims[i]), uint64(i)}
			tree := trees[s.unitKey()]
			if tree == nil {
				tree = augmentedtree.New(1)
				trees[s.unitKey()] = tree
			}
			for _, other := range tree.Query(s) {
				if other := other.(interval); other.claim.Company != s.claim.Company {
					yield(other.claim.ID, s.claim.ID)
				}
			}
			tree.Add(s)
		}
		return nil
	}
}

// A span is a claim with days as numbers.
type span struct {
	start, end int32
	claim      *cpor.Claim
}

func spanOf(c *cpor.Claim) span { return span{dayNumber(c.Approved), lastDay(c), c} }

func (s span) unitKey() unitKey { return unitKey{s.claim.Tenant, s.claim.Units[0].Name} }

func (s span) before(t span) bool {
	return cmp.Or(cmp.Compare(s.start, t.start), cmp.Compare(s.claim.ID, t.claim.ID)) < 0
}

// An interval is a span for the interval tree.
type interval struct {
	span
	id uint64
}

func (i interval) LowAtDimension(uint64) int64  { return int64(i.start) }
func (i interval) HighAtDimension(uint64) int64 { return int64(i.end) }
func (i interval) ID() uint64                   { return i.id }

func (i interval) OverlapsAtDimension(other augmentedtree.Interval, d uint64) bool {
	return i.LowAtDimension(d) <= other.HighAtDimension(d) && other.LowAtDimension(d) <= i.HighAtDimension(d)
}
