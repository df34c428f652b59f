package claims

import (
	"fmt"
	"iter"
	"slices"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// Works returns the comparisons with databases and trees. Short inputs have one
// hundredth of the claims.
func Works(short bool) iter.Seq2[measure.Work, error] {
	return func(yield func(measure.Work, error) bool) {
		scale := 1
		if short {
			scale = 100
		}
		_ = yield(compete("million", "Competing claims", million(1_000_000/scale), false)) &&
			yield(compete("hot", "Hot keys, claims of 1 to 3 days", hot(200_000/scale), true)) &&
			yield(bulk(million(1_000_000/scale)))
	}
}

func compete(name, title string, in input, crowded bool) (measure.Work, error) {
	c, err := newContest(name, title, in)
	if err != nil {
		return measure.Work{}, err
	}
	if err := c.addDatabases(crowded); err != nil {
		return measure.Work{}, err
	}
	return c.work, nil
}

// bulk compares Detect with the detections that do not hold all claims.
func bulk(in input) (measure.Work, error) {
	claims := in.generate()
	sorted := slices.SortedFunc(slices.Values(claims), func(a, b cpor.Claim) int { return a.Tenant.Compare(b.Tenant) })
	var want answer
	if err := byHand(claims)(want.add); err != nil {
		return measure.Work{}, err
	}
	parts := func(n int) finder {
		return inBulk(claims, func(all iter.Seq[cpor.Claim]) iter.Seq2[cpor.Pair, error] {
			return cpor.DetectParts(all, cpor.Split{Parts: n})
		})
	}
	return measure.Work{
		Name: "claims/bulk", Title: "Competing claims, part by part", Claims: in.claims, Units: in.units, Pairs: want.pairs,
		LeftOut: "the claims are in memory, for DetectSorted in the order of their tenants.",
		Notes:   []string{"DetectSorted and DetectParts range over the claims, and hold the claims of few tenants at a time. They are for claims that come from a file. The allocations are all of a run. Only a small part of them is in memory at a time."},
		Sides: []measure.Side{
			ours(claims).side("Detect", wholePairs, want),
			inBulk(sorted, cpor.DetectSorted).side("DetectSorted", wholePairs, want),
			parts(16).side("DetectParts, 16 parts", wholePairs, want),
		},
	}, nil
}

// Shapes returns the comparisons with sorting.
func Shapes(short bool) iter.Seq2[measure.Work, error] {
	return func(yield func(measure.Work, error) bool) {
		for _, s := range shapes(short) {
			if !yield(s.work(), nil) {
				return
			}
		}
	}
}

// Growth returns the detection in growing numbers of claims.
func Growth(short bool) iter.Seq2[measure.Work, error] {
	return func(yield func(measure.Work, error) bool) {
		sizes := []int{10_000, 100_000, 1_000_000, 3_000_000, 10_000_000}
		if short {
			sizes = []int{100, 1_000, 10_000, 30_000, 100_000}
		}
		for _, n := range sizes {
			if !yield(grow(n)) {
				return
			}
		}
	}
}

func grow(n int) (measure.Work, error) {
	in := million(n)
	var claims []cpor.Claim
	input := measure.Live(func() any {
		claims = in.generate()
		return claims
	})
	var want answer
	if err := byHand(claims)(want.add); err != nil {
		return measure.Work{}, err
	}
	return measure.Work{
		Name: fmt.Sprintf("growth/%d", n), Title: "Competing claims",
		LeftOut: "the claims are in memory.", Claims: n, Units: in.units, Pairs: want.pairs, Input: input,
		Sides: []measure.Side{ours(claims).side("partnerrules", wholePairs, want)},
		Live: func() any {
			pairs, err := cpor.Detect(claims)
			return []any{pairs, err}
		},
	}, nil
}
