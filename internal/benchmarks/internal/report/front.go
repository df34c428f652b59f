package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/goal"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// Front returns the section of the front page.
func Front(r *result.Results) string {
	var b strings.Builder
	fmt.Fprintf(&b, `Measured by [benchmarks](internal/benchmarks), a module of its own, on %s (%d cores) with %s. All sides give the same answers, and where
their work differs the peer has less of it. Ours runs on one core, with all checks of its input.

![One eligibility decision and a million claims, beside rule engines, databases and trees](internal/benchmarks/main.svg)

`, r.Machine.CPU, r.Machine.Cores, r.Machine.Go)
	if r.Short {
		b.WriteString(shortRun + "\n\n")
	}
	b.WriteString(headlines(r))
	fmt.Fprintf(&b, "\nThe spread is that of the ratio. Rule engines get the six requirements worked out, as booleans; databases only count the pairs. %s\n", worst(r))
	if g, found := r.Group("growth"); found {
		b.WriteString("\n" + ofGrowth(g) + "\n\n" + growth(g))
	}
	b.WriteString("\n```\ncd internal/benchmarks && GOWORK=off go run .\n```\n\nmeasures all of it again. [All results](internal/benchmarks/RESULTS.md), with what plain Go takes that is written for one case only; [how they are measured](internal/benchmarks/README.md).\n")
	return b.String()
}

// headlines returns the table of ratios.
func headlines(r *result.Results) string {
	var b strings.Builder
	b.WriteString("| work | ours | against | takes | ours is faster by | spread |\n|---|--:|---|--:|--:|--:|\n")
	for _, g := range goal.All() {
		j := g.Judge(r)
		if !g.Headline || j.State == goal.NotMeasured {
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", short(j.Done), Duration(j.Ours.Nanos.Median), g.Against,
			Duration(j.Peer.Nanos.Median), times(j.Ratio.Median), spread(j.Ratio, j.Peer.Rounds, times))
	}
	return b.String()
}

// short is the title of a work without what comes after its colon.
func short(w result.Work) string {
	title, _, _ := strings.Cut(w.Title, ":")
	if w.Claims > 0 {
		return title + ", among " + Count(w.Claims)
	}
	return title
}

// worst says how the worst shapes compare with sorting.
func worst(r *result.Results) string {
	least, most := math.Inf(1), 0.0
	for _, g := range goal.All() {
		if j := g.Judge(r); g.Within > 0 && j.State != goal.NotMeasured {
			least, most = math.Min(least, j.Ratio.Median), math.Max(most, j.Ratio.Median)
		}
	}
	if most == 0 {
		return ""
	}
	return fmt.Sprintf("The worst shapes of claims that we know take %s to %s times as long as sorting them.", digits(least), digits(most))
}

// ofGrowth says what the table of growth is about.
func ofGrowth(g result.Group) string {
	w := g.Works[len(g.Works)-1]
	return fmt.Sprintf("Claims in growing numbers, %d on a unit and %.1f pairs for each:", w.Claims/w.Units, float64(w.Pairs)/float64(w.Claims))
}
