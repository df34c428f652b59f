package goal

import (
	"testing"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

func side(name string, median, low, high float64) result.Side {
	return result.Side{Name: name, Figures: measure.Figures{
		Rounds: 9, Nanos: measure.Interval{Median: median, Low: low, High: high}, Ratio: measure.Interval{Median: median, Low: low, High: high},
	}}
}

func results(ours result.Side, peers ...result.Side) *result.Results {
	w := result.Work{Name: "w", Title: "work", Claims: 1, Sides: append([]result.Side{ours}, peers...)}
	return &result.Results{Groups: []result.Group{{Works: []result.Work{w}}}}
}

func TestJudge(t *testing.T) {
	ours := side("ours", 1, 1, 1)
	allocates := ours
	allocates.Allocs = 1
	for name, c := range map[string]struct {
		goal Goal
		ours result.Side
		peer result.Side
		want State
	}{
		"holds":             {Goal{Times: 3}, ours, side("p", 4, 3, 5), Holds},
		"near from above":   {Goal{Times: 3}, ours, side("p", 4, 2.9, 5), Near},
		"near from below":   {Goal{Times: 3}, ours, side("p", 2, 1, 3), Near},
		"missed":            {Goal{Times: 3}, ours, side("p", 2, 1, 2.9), Missed},
		"does not allocate": {Goal{Times: 3, NoAllocs: true}, ours, side("p", 4, 3, 5), Holds},
		"allocates":         {Goal{Times: 3, NoAllocs: true}, allocates, side("p", 4, 3, 5), Missed},
		"rate":              {Goal{Rate: 1e9}, ours, ours, Holds},
		"missed rate":       {Goal{Rate: 1.1e9}, ours, ours, Missed},
		"no promise":        {Goal{}, ours, side("p", 0.5, 0.4, 0.6), NotPromised},
		"within":            {Goal{Within: 5}, ours, side("p", 0.5, 0.2, 1), Holds},
		"near the bound":    {Goal{Within: 5}, ours, side("p", 0.5, 0.1, 1), Near},
		"beyond the bound":  {Goal{Within: 5}, ours, side("p", 0.1, 0.05, 0.15), Missed},
	} {
		c.goal.Work, c.goal.Sides = "w", []string{"p"}
		if got := c.goal.Judge(results(c.ours, c.peer)); got.State != c.want {
			t.Errorf("%s: %s, want %s", name, got.State, c.want)
		}
	}
}

// The fastest of several sides counts. An absent side does not.
func TestJudge_FastestSide(t *testing.T) {
	absent := result.Side{Name: "gone", Absent: "no server"}
	r := results(side("ours", 1, 1, 1), side("slow", 9, 9, 9), side("fast", 4, 4, 4), absent)
	g := Goal{Work: "w", Sides: []string{"slow", "fast", "gone"}, Times: 5}
	if j := g.Judge(r); j.Peer.Name != "fast" || j.State != Missed {
		t.Errorf("%s: %s", j.Peer.Name, j.State)
	}
	g.Sides = []string{"gone"}
	if j := g.Judge(r); j.State != NotMeasured {
		t.Errorf("absent: %s", j.State)
	}
	g.Work = "other"
	if j := g.Judge(r); j.State != NotMeasured {
		t.Errorf("no such work: %s", j.State)
	}
}
