// Package goal holds the ratios that the library promises, and judges results by
// them.
package goal

import (
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// A Goal is a ratio that is to hold in every full run.
type Goal struct {
	Work    string   // the name of the work
	Against string   // whom, in words
	Sides   []string // the fastest of these counts

	// Times is how many times faster ours is to be at least, and Aim the further
	// aim, if there is one.
	Times, Aim float64

	// Within says instead how many times as long ours may take at most.
	Within float64

	NoAllocs bool // ours may not allocate
	Headline bool // for the front page
}

// A State says whether a goal holds.
type State string

// The states. Near is neither: the goal lies within the spread.
const (
	Holds       State = "holds"
	Near        State = "within the spread"
	Missed      State = "missed"
	NotMeasured State = "not measured"
)

// A Judgement is how results stand to a goal.
type Judgement struct {
	Goal
	Done       result.Work
	Ours, Peer result.Side

	// Ratio says how many times faster ours is, or how many times as long it
	// takes where the goal is Within.
	Ratio measure.Interval
	State State
}

// Judge judges results by a goal.
func (g Goal) Judge(r *result.Results) Judgement {
	j := Judgement{Goal: g, State: NotMeasured}
	w, found := r.Work(g.Work)
	if !found {
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
	least, most := ratio.Low >= g.Times, ratio.High < g.Times
	if g.Within > 0 {
		least, most = ratio.High <= g.Within, ratio.Low > g.Within
	}
	switch {
	case most || g.NoAllocs && allocs > 0:
		return Missed
	case least:
		return Holds
	}
	return Near
}
