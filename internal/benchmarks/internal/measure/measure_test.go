package measure

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

// A fake is a clock that only the runs of sides advance.
type fake struct {
	at    time.Time
	order []string
}

func (f *fake) meter(rounds int) Meter {
	return Meter{Rounds: rounds, Slice: time.Second, Patience: time.Hour, now: func() time.Time { return f.at }}
}

// side returns a side whose runs take the given time. Its answer is right.
func (f *fake) side(name string, took time.Duration) Side {
	return Side{
		Name:  name,
		Check: func() error { return nil },
		Run: func(n int) {
			f.order = append(f.order, name)
			f.at = f.at.Add(time.Duration(n) * took)
		},
	}
}

func TestMeasure(t *testing.T) {
	var f fake
	w := Work{Name: "w", Sides: []Side{f.side("ours", 10*time.Millisecond), f.side("peer", 40*time.Millisecond), {Name: "gone", Absent: "no server"}}}
	all, err := f.meter(9).Measure(w)
	if err != nil {
		t.Fatal(err)
	}
	if got := all[0].Nanos.Median; got != 10e6 {
		t.Errorf("ours took %v ns", got)
	}
	if got := all[1].Ratio; got.Median != 4 || got.Low != 4 || got.High != 4 || got.Confidence < 0.95 {
		t.Errorf("the ratio is %+v", got)
	}
	if all[1].Rounds != 9 || all[2] != (Figures{}) {
		t.Errorf("%d rounds; the absent side has %+v", all[1].Rounds, all[2])
	}
}

// The sides take turns.
func TestMeasure_Turns(t *testing.T) {
	var f fake
	_, err := f.meter(4).Measure(Work{Sides: []Side{f.side("a", time.Second), f.side("b", time.Second), f.side("c", 2*time.Second)}})
	if err != nil {
		t.Fatal(err)
	}
	turns := f.order[len(f.order)-12:]
	if want := strings.Fields("a b c a b c a b c a b c"); !slices.Equal(turns, want) {
		t.Errorf("turns %v, want %v", turns, want)
	}
}

// A ratio compares turns of the same round, so that a slow round does not change it.
func TestFigures_Ratio(t *testing.T) {
	var ours, theirs []turn
	for _, speed := range []float64{1, 1, 1, 5, 1, 9, 1} {
		ours, theirs = append(ours, turn{nanos: speed}), append(theirs, turn{nanos: 3 * speed})
	}
	if got := figures(theirs, ours).Ratio; got.Median != 3 || got.Low != 3 || got.High != 3 {
		t.Errorf("the ratio is %+v, want 3 without spread", got)
	}
}

// The ratio of a single turn compares it with all turns of the base.
func TestFigures_SingleTurn(t *testing.T) {
	var base []turn
	for _, nanos := range []float64{8, 1, 2, 1, 4} {
		base = append(base, turn{nanos: nanos})
	}
	if got := figures([]turn{{nanos: 16}}, base).Ratio; got != (Interval{Median: 8, Low: 2, High: 16}) {
		t.Errorf("the ratio is %+v", got)
	}
}

func TestMeasure_SlowSide(t *testing.T) {
	var f fake
	m := f.meter(10)
	m.Patience = 7 * time.Second
	slow, slower := f.side("slow", 3*time.Second), f.side("slower", time.Hour)
	all, err := m.Measure(Work{Sides: []Side{f.side("ours", time.Second/2), slow, slower}})
	if err != nil {
		t.Fatal(err)
	}
	if all[0].Rounds != 7 || all[1].Rounds != 2 || all[2].Rounds != 1 {
		t.Errorf("rounds: %d, %d, %d", all[0].Rounds, all[1].Rounds, all[2].Rounds)
	}
	if got := all[1].Ratio; got.Median != 6 || got.Confidence != 0 {
		t.Errorf("the ratio of two rounds is %+v", got)
	}
}

func TestMeasure_Once(t *testing.T) {
	var f fake
	once := f.side("once", time.Hour)
	once.Once = true
	all, err := f.meter(3).Measure(Work{Sides: []Side{f.side("ours", time.Second), once}})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, name := range f.order {
		if name == "once" {
			n++
		}
	}
	if n != 1 || all[1].Rounds != 1 || all[1].Ratio.Median != 3600 {
		t.Errorf("ran %d times: %+v", n, all[1])
	}
}

// A wrong answer stops the measurement: before the timing, after a single run, and
// after the timing.
func TestMeasure_WrongAnswer(t *testing.T) {
	wrong := errors.New("wrong")
	for name, spoil := range map[string]func(*Side, *int){
		"before the timing": func(s *Side, _ *int) { s.Check = func() error { return wrong } },
		"after one run":     func(s *Side, _ *int) { s.Once, s.Check = true, func() error { return wrong } },
		"meanwhile": func(s *Side, checks *int) {
			s.Check = func() error {
				if *checks++; *checks > 1 {
					return wrong
				}
				return nil
			}
		},
	} {
		var f fake
		checks := 0
		side := f.side("peer", time.Second)
		spoil(&side, &checks)
		_, err := f.meter(2).Measure(Work{Name: "work", Sides: []Side{f.side("ours", time.Second), side}})
		if !errors.Is(err, wrong) || !strings.Contains(err.Error(), "work: peer") {
			t.Errorf("%s: %v", name, err)
		}
		if name == "before the timing" && len(f.order) > 4 {
			t.Errorf("timed despite a wrong answer: %v", f.order)
		}
	}
}

// A turn fills a slice for any duration of a run, even with a coarse clock.
func TestPlan_Slice(t *testing.T) {
	for _, took := range []time.Duration{1, 333, time.Millisecond, 10 * time.Second} {
		var f fake
		got, err := f.meter(1).plan(f.side("a", took))
		if err != nil {
			t.Fatal(err)
		}
		if total := time.Duration(got.runs) * took; total < time.Second || got.runs > 1 && total > 2*time.Second {
			t.Errorf("%d runs of %v", got.runs, took)
		}
	}
	if got := more(10, 0, time.Second); got != 1000 {
		t.Errorf("after no time %d runs", got)
	}
}

func TestInterval(t *testing.T) {
	if got := interval(nil); got != (Interval{}) {
		t.Errorf("of nothing: %+v", got)
	}
	if got := interval([]float64{3, 1, 2}); got != (Interval{Median: 2, Low: 1, High: 3}) {
		t.Errorf("of three: %+v", got)
	}
	many := interval([]float64{5, 1, 4, 2, 3, 9, 8, 7, 6, 11, 10})
	if many.Median != 6 || many.Low <= 1 || many.High >= 11 || many.Confidence < 0.95 {
		t.Errorf("of eleven: %+v", many)
	}
	if got := (Interval{Median: 4, Low: 2, High: 8, Confidence: 0.95}).Inverse(); got != (Interval{0.25, 0.125, 0.5, 0.95}) {
		t.Errorf("inverse: %+v", got)
	}
}

func TestLive(t *testing.T) {
	got := Live(func() any {
		_ = make([]byte, 1<<20) // garbage
		return make([]byte, 1<<22)
	})
	if math.Abs(float64(got)-1<<22) > 1<<19 {
		t.Errorf("%d bytes for 4 MiB", got)
	}
}

func TestPercentile(t *testing.T) {
	hundred := make([]float64, 100)
	for i := range hundred {
		hundred[i] = float64(i + 1)
	}
	for part, want := range map[float64]float64{0: 1, 0.5: 50, 0.99: 99, 1: 100} {
		if got := Percentile(hundred, part); got != want {
			t.Errorf("%v: %v, want %v", part, got, want)
		}
	}
	if got := Percentile(nil, 0.5); got != 0 {
		t.Errorf("of nothing: %v", got)
	}
}
