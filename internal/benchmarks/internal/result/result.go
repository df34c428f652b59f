// Package result contains the stored form of results.
package result

import (
	"encoding/json"
	"math"
	"os"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/machine"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// Results are the results of one run.
type Results struct {
	Machine machine.Machine  `json:"machine"`
	Modules []machine.Module `json:"modules"`
	Short   bool             `json:"short,omitzero"` // small inputs; the figures mean little
	Groups  []Group          `json:"groups"`
}

// A Group is a set of works on one subject.
type Group struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Works []Work `json:"works"`
}

// A Work is a task that several sides have done. The first side is ours.
type Work struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	LeftOut string   `json:"leftOut"`
	Notes   []string `json:"notes,omitempty"`
	Claims  int      `json:"claims,omitzero"`
	Units   int      `json:"units,omitzero"`
	Pairs   int      `json:"pairs,omitzero"`
	Input   int      `json:"input,omitzero"` // bytes of the claims in memory
	Live    int      `json:"live,omitzero"`  // bytes that ours keeps in memory between steps
	Sides   []Side   `json:"sides"`
}

// A Side is one way to do a work, with its figures.
type Side struct {
	Name   string `json:"name"`
	Answer string `json:"answer,omitzero"`
	Absent string `json:"absent,omitzero"` // why there are no figures
	measure.Figures

	P99  float64 `json:"p99,omitzero"`  // nanoseconds; only if each call was timed
	Peak int     `json:"peak,omitzero"` // the most bytes of memory; only of programs
}

// Of returns the stored form of a work and its figures.
func Of(w measure.Work, figures []measure.Figures) Work {
	stored := Work{Name: w.Name, Title: w.Title, LeftOut: w.LeftOut, Notes: w.Notes, Claims: w.Claims, Units: w.Units, Pairs: w.Pairs, Input: w.Input}
	for i, side := range w.Sides {
		stored.Sides = append(stored.Sides, Side{Name: side.Name, Answer: side.Answer, Absent: side.Absent, Figures: Rounded(figures[i])})
	}
	return stored
}

// Group returns the group with a name, or false if it was not measured.
func (r *Results) Group(name string) (Group, bool) {
	for _, g := range r.Groups {
		if g.Name == name {
			return g, true
		}
	}
	return Group{}, false
}

// Work returns the work with a name, or false if it was not measured.
func (r *Results) Work(name string) (Work, bool) {
	for _, g := range r.Groups {
		for _, w := range g.Works {
			if w.Name == name {
				return w, true
			}
		}
	}
	return Work{}, false
}

// Fastest returns the fastest measured side with one of the given names, or false if
// none of them was measured.
func (w *Work) Fastest(names ...string) (fastest Side, found bool) {
	for _, name := range names {
		for _, s := range w.Sides {
			if s.Name == name && s.Rounds > 0 && (!found || s.Nanos.Median < fastest.Nanos.Median) {
				fastest, found = s, true
			}
		}
	}
	return fastest, found
}

// Read reads results from a file.
func Read(file string) (r Results, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(text, &r)
}

// JSON returns the stored form of the results.
func (r *Results) JSON() ([]byte, error) {
	text, err := json.MarshalIndent(r, "", "\t")
	return append(text, '\n'), err
}

// Rounded drops insignificant digits.
func Rounded(f measure.Figures) measure.Figures {
	for _, i := range []*measure.Interval{&f.Nanos, &f.Ratio} {
		i.Median, i.Low, i.High, i.Confidence = round(i.Median), round(i.Low), round(i.High), round(i.Confidence)
	}
	f.Allocs, f.Bytes = math.Round(f.Allocs*100)/100, math.Round(f.Bytes)
	return f
}

// round returns x with four significant digits.
func round(x float64) float64 {
	if x == 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-3)
	if unit < 1 {
		return math.Round(x*math.Round(1/unit)) / math.Round(1/unit)
	}
	return math.Round(x/unit) * unit
}
