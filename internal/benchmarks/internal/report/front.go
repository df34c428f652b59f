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
	fmt.Fprintf(&b, `All figures come from one run on one machine, an %s with %d cores, under %s. Other machines give other figures: repeat the run with
[benchmarks](internal/benchmarks), a module of its own. All sides find the same answers. If their work differs, the peer does less. Ours runs on one
core, with all checks of its input.

![One eligibility decision and a million claims, beside rule engines, databases and trees](internal/benchmarks/main.svg)

`, r.Machine.CPU, r.Machine.Cores, r.Machine.Go)
	if r.Short {
		b.WriteString(shortRun + "\n\n")
	}
	b.WriteString(headlines(r))
	fmt.Fprintf(&b, `
A ratio below 1 means that ours is slower. The spread is the spread of the ratio. Rule engines get the six requirements as booleans. Ours hands over each
pair with its units and incumbent. A database counts the pairs, or hands over pairs of numbers, in the fastest query that we found. Its tables have numbers
instead of names and IDs. %s
`, worst(r))
	if g, found := r.Group("growth"); found {
		b.WriteString("\n" + ofGrowth(g) + "\n\n" + growth(g))
	}
	b.WriteString("\n```\ncd internal/benchmarks && GOWORK=off go run .\n```\n\nrepeats all measurements. See [all results](internal/benchmarks/RESULTS.md), which include plain Go written for one case only, and [the method](internal/benchmarks/README.md).\n")
	return b.String()
}

// headlines returns the table of ratios.
func headlines(r *result.Results) string {
	var b strings.Builder
	b.WriteString("| work | ours | against | takes | ratio to ours | spread |\n|---|--:|---|--:|--:|--:|\n")
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

// short returns the title of a work up to its colon.
func short(w result.Work) string {
	title, _, _ := strings.Cut(w.Title, ":")
	if w.Claims > 0 {
		return title + ", among " + Count(w.Claims)
	}
	return title
}

// worst returns a sentence that compares the worst shapes with sorting.
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
	return fmt.Sprintf("The worst known shapes of claims take %s to %s times as long as sorting them.", digits(least), digits(most))
}

// ofGrowth returns the introduction of the table of growth.
func ofGrowth(g result.Group) string {
	w := g.Works[len(g.Works)-1]
	return fmt.Sprintf("Growing numbers of claims, with %d claims on a unit and %.1f pairs for each claim:", w.Claims/w.Units, float64(w.Pairs)/float64(w.Claims))
}
