package main

import (
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// nextGo is the newest version of Go on the module proxy. Update it with .ci/run.
const nextGo = "go1.27.3"

// toolchains measures our sides of the main works in two programs, which are built from
// the same source by the version of Go that runs this program and by the next one. The
// programs take turns.
func toolchains(m measure.Meter, _ bool) iter.Seq2[result.Work, error] {
	return func(yield func(result.Work, error) bool) {
		folder, err := os.MkdirTemp("", "benchmarks")
		if err != nil {
			yield(result.Work{}, err)
			return
		}
		defer os.RemoveAll(folder)
		versions := []string{runtime.Version(), nextGo}
		turns, err := turnsOf(versions, folder, min(5, m.Rounds))
		for _, w := range beside(versions, turns) {
			if !yield(w, err) {
				return
			}
		}
		if err != nil {
			yield(result.Work{}, err)
		}
	}
}

// turnsOf returns the results of the programs, by version and turn.
func turnsOf(versions []string, folder string, rounds int) ([][]result.Results, error) {
	for _, version := range versions {
		cmd := exec.Command("go", "build", "-tags", "noduckdb", "-o", filepath.Join(folder, version), ".")
		cmd.Env = append(cmd.Environ(), "GOTOOLCHAIN="+version, "GOWORK=off", "CGO_ENABLED=0")
		if text, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("build with %s: %w: %s", version, err, text)
		}
	}
	turns := make([][]result.Results, len(versions))
	for range rounds {
		for i, version := range versions {
			to := filepath.Join(folder, "results")
			cmd := exec.Command(filepath.Join(folder, version), "-ours", "-run", "eligibility|dates|business|growth", "-rounds", "3", "-o", to)
			if text, err := cmd.CombinedOutput(); err != nil {
				return nil, fmt.Errorf("%s: %w: %s", version, err, text)
			}
			r, err := result.Read(filepath.Join(to, "results.json"))
			if err != nil {
				return nil, err
			}
			turns[i] = append(turns[i], r)
		}
	}
	return turns, nil
}

// beside returns a work for each work of the results, with a side for each version.
func beside(versions []string, turns [][]result.Results) (works []result.Work) {
	if len(turns) == 0 {
		return nil
	}
	for _, g := range turns[0][0].Groups {
		for _, w := range g.Works {
			both := result.Work{Name: "toolchains/" + w.Name, Title: w.Title, Claims: w.Claims}
			base := medians(turns[0], w.Name)
			for i, version := range versions {
				figures := measure.Compare(medians(turns[i], w.Name), base)
				both.Sides = append(both.Sides, result.Side{Name: version, Figures: result.Rounded(figures)})
			}
			works = append(works, both)
		}
	}
	return works
}

// medians returns the median time of our side of a work in each of the results.
func medians(turns []result.Results, work string) (nanos []float64) {
	for _, r := range turns {
		if w, found := r.Work(work); found {
			nanos = append(nanos, w.Sides[0].Nanos.Median)
		}
	}
	return nanos
}
