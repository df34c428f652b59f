package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// growth returns the table of growing numbers of claims.
func growth(g result.Group) string {
	var b strings.Builder
	b.WriteString("| claims | pairs | time | time per claim | allocated per claim | kept per claim | claims in memory |\n|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, w := range g.Works {
		s, n := w.Sides[0], float64(w.Claims)
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n",
			Count(w.Claims), Count(w.Pairs), Duration(s.Nanos.Median), Duration(s.Nanos.Median/n), size(s.Bytes/n), size(float64(w.Live)/n), size(float64(w.Input)))
	}
	return b.String()
}

// calls returns the table of single calls.
func calls(g result.Group) string {
	var b strings.Builder
	b.WriteString(`Each call is timed by itself, with the clock of the system, which adds some 50 ns. The index has all claims. A put follows a remove of the same claim. The
tree by hand checks nothing, and returns pairs of IDs. Ours checks the claim, and returns pairs with units and incumbent. Both find as many pairs.

| call | side | median | spread | 99 % within | median for each pair | ratio to ours | spread |
|---|---|--:|--:|--:|--:|--:|--:|
`)
	for _, w := range g.Works {
		for i, s := range w.Sides {
			title, name, ratio, reach, each := w.Title, s.Name, times(s.Ratio.Median), spread(s.Ratio, s.Rounds, times), ""
			if i == 0 {
				name, ratio, reach = "**"+s.Name+"**", "", ""
			}
			if w.Pairs > 0 {
				title += " with " + counted(w.Pairs, "pair")
				each = Duration(s.Nanos.Median / float64(w.Pairs))
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", title, name, Duration(s.Nanos.Median), spread(s.Nanos, s.Rounds, Duration), Duration(s.P99), each, ratio, reach)
		}
	}
	return b.String()
}

// programs returns the tables of programs.
func programs(g result.Group) string {
	var b strings.Builder
	b.WriteString("The time is the processor time in user and system mode, on all cores. The memory is the most that a program had in any run. Less than 70 MB cannot be\ntold, because this is what the benchmarks have when they start it.\n")
	for _, w := range g.Works {
		fmt.Fprintf(&b, "\n### %s\n\n%s. Not timed: %s\n", w.Title, counted(w.Claims, "claim"), w.LeftOut)
		for _, note := range w.Notes {
			b.WriteString("\n" + note + "\n")
		}
		b.WriteString("\n| program | hands over | processor time | spread | claims a second and core | memory | ours takes | spread | rounds |\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n")
		for i, s := range w.Sides {
			name, inverse := s.Name, s.Ratio.Inverse()
			ratio, reach := times(inverse.Median)+" as long", spread(inverse, s.Rounds, times)
			if i == 0 {
				name, ratio, reach = "**"+s.Name+"**", "", ""
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s | %d |\n", name, s.Answer, Duration(s.Nanos.Median), spread(s.Nanos, s.Rounds, Duration),
				digits(math.Round(float64(w.Claims)/s.Nanos.Median*1e9)), size(float64(s.Peak)), ratio, reach, s.Rounds)
		}
	}
	return b.String()
}

// toolchains returns the table of our times under two versions of Go.
func toolchains(g result.Group) string {
	if len(g.Works) == 0 {
		return ""
	}
	var b strings.Builder
	first, second := g.Works[0].Sides[0].Name, g.Works[0].Sides[1].Name
	fmt.Fprintf(&b, "Ours, in two programs built from the same source by %s and %s, which took turns. All other tables are measured under %s.\n\n", first, second, first)
	fmt.Fprintf(&b, "| work | %s | %s | ratio | spread |\n|---|--:|--:|--:|--:|\n", first, second)
	for _, w := range g.Works {
		old, next := w.Sides[0], w.Sides[1]
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", short(w), Duration(old.Nanos.Median), Duration(next.Nanos.Median), times(next.Ratio.Median), spread(next.Ratio, next.Rounds, times))
	}
	return b.String()
}
