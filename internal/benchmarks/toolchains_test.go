package main

import (
	"testing"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// The versions of Go are compared turn by turn, in each work.
func TestBeside(t *testing.T) {
	turn := func(nanos float64) result.Results {
		side := result.Side{Figures: measure.Figures{Nanos: measure.Interval{Median: nanos}}}
		return result.Results{Groups: []result.Group{{Works: []result.Work{{Name: "w", Sides: []result.Side{side}}}}}}
	}
	works := beside([]string{"old", "new"}, [][]result.Results{{turn(10), turn(50), turn(20)}, {turn(20), turn(100), turn(40)}})
	if len(works) != 1 || len(works[0].Sides) != 2 {
		t.Fatalf("%+v", works)
	}
	if got := works[0].Sides[1]; got.Name != "new" || got.Nanos.Median != 40 || got.Ratio.Median != 2 {
		t.Errorf("%+v", got)
	}
}
