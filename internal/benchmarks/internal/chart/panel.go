// Package chart draws results as bars on a logarithmic scale.
package chart

import (
	"math"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/report"
)

// A Panel is a group of bars on one scale.
type Panel struct {
	Title string
	Bars  []Bar
}

// A Bar is the time of one side.
type Bar struct {
	Name  string
	Nanos float64
	Ours  bool
}

// scale returns the lowest and the highest power of ten of the scale. The lowest one
// is below all bars, so that each bar is visible.
func (p Panel) scale() (low, high int) {
	least, most := math.Inf(1), 0.0
	for _, b := range p.Bars {
		least, most = math.Min(least, b.Nanos), math.Max(most, b.Nanos)
	}
	return int(math.Floor(math.Log10(least * 0.8))), int(math.Ceil(math.Log10(most)))
}

// The sizes of the picture, in its own units.
const (
	width  = 860
	left   = 300 // the start of the bars
	right  = 760 // the highest power of ten
	row    = 26
	bar    = 16
	margin = 20
	header = 34
	footer = 40
)

// A drawing is the input of the template.
type drawing struct {
	Title, Description string
	Width, Height      int
	Left               int
	Panels             []drawnPanel
}

type drawnPanel struct {
	Title       string
	TitleY      int
	Top, Bottom int
	TickY       int
	Ticks       []tick
	Bars        []drawnBar
}

type tick struct {
	X    float64
	Text string
}

type drawnBar struct {
	Bar
	Class, Text string
	Y, TextY    int
	Height      int
	Width, End  float64
}

// draw arranges the panels below one another.
func draw(title, description string, panels []Panel) drawing {
	d := drawing{Title: title, Description: description, Width: width, Left: left}
	y := margin
	for _, p := range panels {
		d.Panels = append(d.Panels, p.draw(y))
		y += header + len(p.Bars)*row + footer
	}
	d.Height = y
	return d
}

func (p Panel) draw(y int) drawnPanel {
	low, high := p.scale()
	at := func(nanos float64) float64 {
		return math.Round(10*(math.Log10(nanos)-float64(low))/float64(high-low)*(right-left)) / 10
	}
	top := y + header
	drawn := drawnPanel{Title: p.Title, TitleY: y + 16, Top: top - 4, Bottom: top + len(p.Bars)*row, TickY: top + len(p.Bars)*row + 16}
	for power := low; power <= high; power++ {
		nanos := math.Pow(10, float64(power))
		drawn.Ticks = append(drawn.Ticks, tick{left + at(nanos), tickText(nanos)})
	}
	for i, b := range p.Bars {
		class := "peer"
		if b.Ours {
			class = "ours"
		}
		barY := top + i*row + (row-bar)/2
		drawn.Bars = append(drawn.Bars, drawnBar{
			Bar: b, Class: class, Text: report.Duration(b.Nanos), Y: barY, TextY: barY + 13, Height: bar,
			Width: at(b.Nanos), End: left + at(b.Nanos) + 6,
		})
	}
	return drawn
}

// tickText returns a power of ten with a unit.
func tickText(nanos float64) string {
	units := []string{"ns", "µs", "ms", "s"}
	power := int(math.Round(math.Log10(nanos)))
	unit := min(max(power/3, 0), len(units)-1)
	number := math.Pow(10, float64(power-3*unit))
	return trim(number) + " " + units[unit]
}
