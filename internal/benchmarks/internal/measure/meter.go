package measure

import (
	"fmt"
	"runtime"
	"time"
)

// A Meter contains the parameters of a measurement.
type Meter struct {
	Rounds   int           // the number of turns of each side
	Slice    time.Duration // the minimum duration of a turn
	Patience time.Duration // the maximum duration of all turns of a side

	now func() time.Time // the clock of tests
}

// A turn is one slice of a side.
type turn struct {
	nanos         float64 // of one run
	allocs, bytes float64 // of one run, on the Go heap
}

// Measure times the sides of a work in turns, A B C A B C, so that a disturbance of
// the machine affects all sides alike. It checks the answer of a side before and
// after the timing. It checks a side that runs once only after its run.
func (m Meter) Measure(w Work) ([]Figures, error) {
	plans := make([]plan, len(w.Sides))
	for i, side := range w.Sides {
		if side.Absent != "" {
			continue
		}
		var err error
		if plans[i], err = m.plan(side); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", w.Name, side.Name, err)
		}
	}
	turns := make([][]turn, len(w.Sides))
	for round := range m.Rounds {
		for i, side := range w.Sides {
			if round < plans[i].rounds {
				turns[i] = append(turns[i], m.take(side, plans[i].runs))
			}
		}
	}
	all := make([]Figures, len(w.Sides))
	for i, side := range w.Sides {
		if side.Absent != "" {
			continue
		}
		if err := side.Check(); err != nil {
			return nil, fmt.Errorf("%s: %s: after the timing: %w", w.Name, side.Name, err)
		}
		all[i] = figures(turns[i], turns[0])
	}
	return all, nil
}

// A plan contains the number of turns of a side, and the number of runs in a turn.
type plan struct{ rounds, runs int }

// plan checks the answer of a side and measures its speed.
func (m Meter) plan(side Side) (plan, error) {
	if side.Once {
		return plan{1, 1}, nil
	}
	defer threads(side)()
	side.Run(1)
	if err := side.Check(); err != nil {
		return plan{}, err
	}
	runs := 1
	for {
		took := m.time(side, runs)
		if took < 10*m.Slice {
			took = min(took, m.time(side, runs)) // the machine may have paused the first time
		}
		if took >= m.Slice {
			return plan{min(m.Rounds, max(1, int(m.Patience/took))), runs}, nil
		}
		runs = more(runs, took, m.Slice)
	}
}

// more returns the number of runs to try next, if runs took less than a slice.
func more(runs int, took, slice time.Duration) int {
	if took <= 0 {
		return runs * 100
	}
	want := 1.1 * float64(runs) * float64(slice) / float64(took)
	return min(max(int(want), runs+1), runs*100)
}

// take measures one turn. It first collects the garbage of other sides.
func (m Meter) take(side Side, runs int) turn {
	defer threads(side)()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	took := m.time(side, runs)
	runtime.ReadMemStats(&after)
	n := float64(runs)
	return turn{
		nanos:  float64(took.Nanoseconds()) / n,
		allocs: float64(after.Mallocs-before.Mallocs) / n,
		bytes:  float64(after.TotalAlloc-before.TotalAlloc) / n,
	}
}

func (m Meter) time(side Side, runs int) time.Duration {
	now := m.now
	if now == nil {
		now = time.Now
	}
	start := now()
	side.Run(runs)
	return now().Sub(start)
}

// threads sets the number of threads for a side. The result restores the previous
// number.
func threads(side Side) (restore func()) {
	before := runtime.GOMAXPROCS(max(1, side.Threads))
	return func() { runtime.GOMAXPROCS(before) }
}
