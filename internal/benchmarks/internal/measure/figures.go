package measure

import (
	"math"
	"slices"

	"golang.org/x/perf/benchmath"
)

// Figures are the measurements of one side. They are zero for an absent side.
type Figures struct {
	Rounds int      `json:"rounds"`
	Nanos  Interval `json:"nanos"`  // of one run
	Ratio  Interval `json:"ratio"`  // to the base in the same round; for a single round, to the median of the base
	Allocs float64  `json:"allocs"` // of one run on the Go heap; the median
	Bytes  float64  `json:"bytes"`
}

// An Interval is a median with its spread.
type Interval struct {
	Median float64 `json:"median"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`

	// Confidence is the confidence of the interval, at least 0.95. It is 0 if there
	// were too few rounds. Then Low and High are the extremes.
	Confidence float64 `json:"confidence,omitzero"`
}

// confidence is the required confidence of an interval.
const confidence = 0.95

// Compare returns the figures of a side whose rounds took the given nanoseconds. It
// compares them with the base in the same rounds.
func Compare(nanos, base []float64) Figures { return figures(turnsOf(nanos), turnsOf(base)) }

func turnsOf(nanos []float64) []turn {
	turns := make([]turn, len(nanos))
	for i := range nanos {
		turns[i].nanos = nanos[i]
	}
	return turns
}

// Percentile returns the value that a part of the sorted values, such as 0.99, does
// not exceed.
func Percentile(sorted []float64, part float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max(0, int(math.Ceil(part*float64(len(sorted))))-1)]
}

// figures returns the figures of the turns of a side, compared with the base.
func figures(turns, base []turn) Figures {
	f := Figures{Rounds: len(turns)}
	nanos, allocs, bytes := make([]float64, len(turns)), make([]float64, len(turns)), make([]float64, len(turns))
	var ratios []float64
	for i, t := range turns {
		nanos[i], allocs[i], bytes[i] = t.nanos, t.allocs, t.bytes
		if i < len(base) {
			ratios = append(ratios, t.nanos/base[i].nanos)
		}
	}
	f.Nanos, f.Ratio = interval(nanos), interval(ratios)
	if len(turns) == 1 {
		f.Ratio = toMedian(turns[0], base)
	}
	f.Allocs, f.Bytes = interval(allocs).Median, interval(bytes).Median
	return f
}

// toMedian returns the ratio of a single turn to all turns of the base, because a
// single turn of the base may have been disturbed.
func toMedian(t turn, base []turn) Interval {
	nanos := make([]float64, len(base))
	for i, b := range base {
		nanos[i] = b.nanos
	}
	i := interval(nanos).Inverse()
	return i.Times(t.nanos)
}

// interval returns the median of values with a confidence interval. It makes no
// assumption about their distribution.
func interval(values []float64) Interval {
	if len(values) == 0 {
		return Interval{}
	}
	s := benchmath.AssumeNothing.Summary(benchmath.NewSample(values, &benchmath.DefaultThresholds), confidence)
	if math.IsInf(s.Lo, 0) || math.IsInf(s.Hi, 0) || s.Confidence < confidence {
		return Interval{Median: s.Center, Low: slices.Min(values), High: slices.Max(values)}
	}
	return Interval{s.Center, s.Lo, s.Hi, s.Confidence}
}

// Inverse returns the interval of the inverse ratio.
func (i Interval) Inverse() Interval {
	return Interval{1 / i.Median, 1 / i.High, 1 / i.Low, i.Confidence}
}

// Times returns the interval with all values times a factor.
func (i Interval) Times(factor float64) Interval {
	return Interval{factor * i.Median, factor * i.Low, factor * i.High, i.Confidence}
}
