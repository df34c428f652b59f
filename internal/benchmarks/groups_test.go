package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/chart"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/goal"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// All sides of a work return the same answer. Every side of a goal or a picture is
// measured, unless its database is absent. The times are discarded.
func TestGroups(t *testing.T) {
	sides, absent := map[string][]string{}, map[string]bool{}
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) {
			if g.name == "toolchains" {
				return // it builds the program twice
			}
			if g.measured != nil {
				for w, err := range g.measured(measure.Meter{Rounds: 1}, true) {
					if err != nil {
						t.Fatal(err)
					}
					for _, side := range w.Sides {
						sides[w.Name] = append(sides[w.Name], side.Name)
					}
				}
				return
			}
			for w, err := range g.works(true) {
				if err != nil {
					t.Fatal(err)
				}
				if _, err := (measure.Meter{Rounds: 1}).Measure(w); err != nil {
					t.Error(err)
				}
				if w.Close != nil {
					if err := w.Close(); err != nil {
						t.Error(err)
					}
				}
				for _, side := range w.Sides {
					absent[side.Name] = side.Absent != ""
					sides[w.Name] = append(sides[w.Name], side.Name)
				}
			}
		})
	}
	want := func(by, work string, names []string) {
		for _, name := range names {
			database, _, _ := strings.Cut(name, ",")
			if !slices.Contains(sides[work], name) && !absent[database] {
				t.Errorf("%s uses %q in %s, which is not measured", by, name, work)
			}
		}
	}
	for _, g := range goal.All() {
		want("a goal", g.Work, g.Sides)
	}
	for _, p := range chart.Pictures() {
		for _, panel := range p.Panels {
			for _, pick := range panel.Bars {
				want(p.File, panel.Work, pick.Sides)
			}
		}
	}
}
