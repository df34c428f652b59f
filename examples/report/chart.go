package main

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
)

// A chart is a drawing of days. Places along the time are in percent, so that
// it can be as wide as the page is, on a phone too, with letters of one size;
// places down the page are in pixels.
type chart struct {
	ID          string
	Title, Desc string
	Ticks       []tick
	Today       string // the place of the day judged by
	TodayText   string
	Lanes       []lane
	Height      int
}

// A tick is a day that the axis names: the first of a month, or a Monday.
type tick struct {
	X     string
	Text  string
	Year  bool // the text is the year, for January
	Minor bool // without a text where there is little room
}

// A lane is a line of a chart: a text, and bars and marks under it.
type lane struct {
	Y     int
	Text  string
	Note  string
	Head  bool // a text without bars
	Bars  []bar
	Marks []mark
}

// A bar is a run of days, a mark a single one.
type bar struct {
	Class, X, Width string
	Y, Height       int
	Tip             string
}

type mark struct {
	Class, X string
	Y        int
	Tip      string
}

// The places down a chart, in pixels.
const (
	axisHeight = 44
	laneHeight = 34
	headHeight = 30
	barTop     = 18 // in a lane
	barHeight  = 9
)

// A scale places days between the two ends of a chart.
type scale struct{ from, to calendar.Date }

// place returns how far along a day begins, in percent, or at which end it lies
// if it is beyond.
func (s scale) place(d calendar.Date) float64 {
	all, _ := s.to.DaysSince(s.from)
	days, ok := d.DaysSince(s.from)
	if !ok || all <= 0 {
		return 0
	}
	return min(max(100*float64(days)/float64(all), 0), 100)
}

func (s scale) x(d calendar.Date) string { return percent(s.place(d)) }

func percent(p float64) string { return strconv.FormatFloat(p, 'f', 2, 64) + "%" }

// shows reports whether any of the days from first to last is on the chart.
func (s scale) shows(first, last calendar.Date) bool {
	return !first.IsZero() && !last.IsZero() && !last.Before(first) && !last.Before(s.from) && first.Before(s.to)
}

// bar draws the days from first to last, both included.
func (l *lane) bar(s scale, class string, first, last calendar.Date, tip string) {
	if !s.shows(first, last) {
		return
	}
	begin, end := s.place(first), s.place(last.AddDays(1))
	l.Bars = append(l.Bars, bar{class, percent(begin), percent(end - begin), l.Y + barTop, barHeight, tip + ": " + dayText(first) + " to " + dayText(last)})
}

// mark draws a sign on a day.
func (l *lane) mark(s scale, class string, d calendar.Date, tip string) {
	if s.shows(d, d) {
		l.Marks = append(l.Marks, mark{class, s.x(d), l.Y + barTop, tip + ": " + dayText(d)})
	}
}

// newChart draws the axis, and the line of the day judged by.
func newChart(id, title string, s scale, on calendar.Date) *chart {
	return &chart{ID: id, Title: title, Ticks: s.ticks(), Today: s.x(on), TodayText: dayText(on), Height: axisHeight}
}

// lane begins a lane under the ones before it. Its address holds until the next.
func (c *chart) lane(text, note string) *lane {
	c.Lanes = append(c.Lanes, lane{Y: c.Height, Text: text, Note: note})
	c.Height += laneHeight
	c.Desc += text + ": " + note + ". "
	return &c.Lanes[len(c.Lanes)-1]
}

// head begins a group of lanes.
func (c *chart) head(text string) {
	c.Lanes = append(c.Lanes, lane{Y: c.Height, Text: text, Head: true})
	c.Height += headHeight
	c.Desc += text + ". "
}

// TextY is where the letters of a lane stand.
func (l lane) TextY() int {
	if l.Head {
		return l.Y + 22
	}
	return l.Y + 12
}

// Path draws the sign of a mark, from the place of its day on and the top of the
// bars. The last day of something ends with that day, and so its sign stands
// to the left; all signs differ in shape.
func (m mark) Path() string {
	switch m.Class {
	case "activate":
		return "M0 -1.5l6 6-6 6-6-6z"
	case "renewed":
		return "M-3.5 4.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z"
	case "gone":
		return "M-4 .5l8 8M4 .5l-8 8"
	}
	return "M-1.5 -3h3v15h-3z"
}
