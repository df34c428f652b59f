package main

import (
	"testing"

	"github.com/partnerrules/partnerrules/benchmarks/internal/measure"
)

// The sides of every work give the same answer. What is timed here is thrown
// away.
func TestAllSidesAnswerAlike(t *testing.T) {
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) {
			for w, err := range g.works(true) {
				if err != nil {
					t.Fatal(err)
				}
				all, err := measure.Meter{Rounds: 1}.Measure(w)
				if err != nil {
					t.Error(err)
				}
				for i, side := range w.Sides {
					if i < len(all) {
						t.Log(w.Name, side.Name, all[i].Nanos.Median, side.Absent)
					}
				}
				if w.Close != nil {
					if err := w.Close(); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
}
