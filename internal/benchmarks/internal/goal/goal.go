// Package goal contains the ratios that the library promises, and checks results
// against them.
package goal

import (
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// A Goal is a ratio that every full run should reach.
type Goal struct {
	Work    string   // the name of the work
	Against string   // the peer, in words
	Sides   []string // the fastest of these counts

	// Times is the factor by which ours must be faster. It is 0 if nothing is promised.
	Times float64

	// Within, if set, replaces Times. Ours may take at most Within times as long.
	Within float64

	// Rate, if set, replaces Times and Sides. Ours must work through as many claims in a
	// second of processor time.
	Rate float64

	NoAllocs bool // ours may not allocate
	Headline bool // shown on the front page
}

// A State tells whether a goal holds.
type State string

// The states. Near means that the goal is within the spread.
const (
	Holds       State = "holds"
	Near        State = "within the spread"
	Missed      State = "missed"
	NotMeasured State = "not measured"
	NotPromised State = "not promised"
)

// A Judgment is the outcome of a goal for some results.
type Judgment struct {
	Goal
	Done       result.Work
	Ours, Peer result.Side

	// Ratio is the factor by which ours is faster. If the goal is Within, it is the
	// factor by which ours takes longer. If the goal is Rate, it is the rate.
	Ratio measure.Interval
	State State
}

// Judge checks results against the goal.
func (g Goal) Judge(r *result.Results) Judgment {
	j := Judgment{Goal: g, State: NotMeasured}
	w, found := r.Work(g.Work)
	if !found {
		return j
	}
	if g.Rate > 0 {
		ours := w.Sides[0]
		j.Done, j.Ours, j.Peer, j.Ratio = w, ours, ours, ours.Nanos.Inverse().Times(float64(w.Claims)*1e9)
		j.State = g.state(j.Ratio, 0)
		return j
	}
	peer, found := w.Fastest(g.Sides...)
	if !found {
		return j
	}
	j.Done, j.Ours, j.Peer, j.Ratio = w, w.Sides[0], peer, peer.Ratio
	if g.Within > 0 {
		j.Ratio = peer.Ratio.Inverse()
	}
	j.State = g.state(j.Ratio, w.Sides[0].Allocs)
	return j
}

func (g Goal) state(ratio measure.Interval, allocs float64) State {
	want := max(g.Times, g.Rate)
	least, most := ratio.Low >= want, ratio.High < want
	if g.Within > 0 {
		least, most = ratio.High <= g.Within, ratio.Low > g.Within
	}
	switch {
	case want == 0 && g.Within == 0:
		return NotPromised
	case most || g.NoAllocs && allocs > 0:
		return Missed
	case least:
		return Holds
	}
	return Near
}
