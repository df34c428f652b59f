package report

import (
	"fmt"
	"strings"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/goal"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// Full returns everything that was measured.
func Full(r *result.Results) string {
	var b strings.Builder
	b.WriteString("# Results\n\nWritten by the program of this folder from [results.json](results.json); [README.md](README.md) says how it measures.\n")
	if r.Short {
		b.WriteString("\n" + shortRun + "\n")
	}
	b.WriteString("\n" + machineText(r) + "\n\n| module | version |\n|---|---|\n")
	for _, m := range r.Modules {
		fmt.Fprintf(&b, "| %s | %s |\n", m.Path, m.Version)
	}
	b.WriteString("\n## What is promised, and whether it holds\n\n" + goals(r))
	for _, g := range r.Groups {
		fmt.Fprintf(&b, "\n## %s\n", g.Title)
		if g.Name == "growth" {
			b.WriteString("\n" + growth(g))
			continue
		}
		for _, w := range g.Works {
			b.WriteString("\n" + work(w))
		}
	}
	return b.String()
}

// shortRun stands wherever the results of one are shown.
const shortRun = "A short run: inputs are small and rounds few, so these figures say little."

func machineText(r *result.Results) string {
	m := r.Machine
	return fmt.Sprintf("Machine: %s, %d cores, %s of memory, %s, %s.", m.CPU, m.Cores, m.Memory, m.System, m.Go)
}

// goals returns the table of the promises.
func goals(r *result.Results) string {
	var b strings.Builder
	b.WriteString("| work | against | promised | measured | spread | |\n|---|---|--:|--:|--:|---|\n")
	for _, g := range goal.All() {
		j := g.Judge(r)
		measured, reach := "", ""
		if j.State != goal.NotMeasured {
			measured, reach = times(j.Ratio.Median), spread(j.Ratio, j.Peer.Rounds, times)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", g.Work, g.Against, promise(g), measured, reach, j.State)
	}
	return b.String()
}

// promise says what a goal asks for.
func promise(g goal.Goal) string {
	switch {
	case g.Within > 0:
		return "at most " + times(g.Within) + " as long"
	case g.NoAllocs:
		return times(g.Times) + ", no allocation"
	case g.Aim > 0:
		return times(g.Times) + ", aim " + times(g.Aim)
	}
	return times(g.Times)
}

// work returns the table of the sides of a work.
func work(w result.Work) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n", w.Title)
	if w.Claims > 0 {
		fmt.Fprintf(&b, "%s on %s, %s. ", counted(w.Claims, "claim"), counted(w.Units, "unit"), counted(w.Pairs, "pair"))
	}
	fmt.Fprintf(&b, "Not timed: %s\n", w.LeftOut)
	for _, note := range w.Notes {
		b.WriteString("\n" + note + "\n")
	}
	b.WriteString("\n| side | answer | time | spread | ratio to ours | spread | allocations | allocated | rounds |\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n")
	for i, s := range w.Sides {
		b.WriteString(side(s, i == 0))
	}
	return b.String()
}

func side(s result.Side, ours bool) string {
	if s.Absent != "" {
		return fmt.Sprintf("| %s | not measured: %s | | | | | | | |\n", s.Name, s.Absent)
	}
	name, ratio, reach := s.Name, times(s.Ratio.Median), spread(s.Ratio, s.Rounds, times)
	if ours {
		name, ratio, reach = "**"+name+"**", "", ""
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s | %s | %s | %s | %d |\n",
		name, s.Answer, Duration(s.Nanos.Median), spread(s.Nanos, s.Rounds, Duration), ratio, reach, digits(s.Allocs), size(s.Bytes), s.Rounds)
}

// growth returns the table of more and more claims.
func growth(g result.Group) string {
	var b strings.Builder
	b.WriteString("| claims | pairs | time | a claim | allocated, a claim | kept, a claim |\n|--:|--:|--:|--:|--:|--:|\n")
	for _, w := range g.Works {
		s, n := w.Sides[0], float64(w.Claims)
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n",
			Count(w.Claims), Count(w.Pairs), Duration(s.Nanos.Median), Duration(s.Nanos.Median/n), size(s.Bytes/n), size(float64(w.Live)/n))
	}
	return b.String()
}
