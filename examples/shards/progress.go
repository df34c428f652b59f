package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// A progress prints how far a step of a run is, about once a second.
type progress struct {
	mu    sync.Mutex
	out   io.Writer
	step  string
	began time.Time
	last  time.Time // when the last line was printed
	count int64     // of claims or pairs
	unit  string
	done  int // tasks
	of    int
}

// shown is how many claims or pairs are counted at a time.
const shown = 10_000

// begin begins a step that counts claims or pairs and has a number of tasks.
func (p *progress) begin(step, unit string, tasks int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.step, p.unit, p.count, p.done, p.of = step, unit, 0, 0, tasks
	p.began = time.Now()
	p.last = p.began
}

// add counts claims or pairs.
func (p *progress) add(n int64) { p.change(n, 0) }

// finish counts a task that is done.
func (p *progress) finish() { p.change(0, 1) }

func (p *progress) change(n int64, tasks int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count += n
	p.done += tasks
	now := time.Now()
	isLast := tasks > 0 && p.done == p.of
	if !isLast && now.Sub(p.last) < time.Second {
		return
	}
	p.last = now
	rate := float64(p.count) / max(now.Sub(p.began).Seconds(), 0.001)
	fmt.Fprintf(p.out, "%-6s %3d of %d done, %d %s, %.0f a second\n", p.step, p.done, p.of, p.count, p.unit, rate)
}
