package main

import (
	"strconv"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

// A chart is a timeline of days. Horizontal positions are in percent, so that the
// chart fits any page width with the same font size. Vertical positions are in
// pixels.
type chart struct {
	ID          string
	Title, Desc string
	Ticks       []tick
	Today       string // the position of the day of the report
	TodayText   string
	Lanes       []lane
	Height      int
}

// A tick is a labeled day on the axis: the first of a month, or a Monday.
type tick struct {
	X     string
	Text  string
	Year  bool // the text is the year, for January
	Minor bool // without its text on narrow pages
}

// Vertical positions and sizes, in pixels.
const (
	axisHeight = 44
	laneHeight = 34
	headHeight = 30
	barTop     = 18 // in a lane
	barHeight  = 9
)

// newChart returns a chart with its axis and the line of the day of the report.
func newChart(id, title string, s scale, on calendar.Date) *chart {
	return &chart{ID: id, Title: title, Ticks: s.ticks(), Today: percent(s.place(on)), TodayText: dayText(on), Height: axisHeight}
}

// lane appends a lane. The pointer is valid until the next call.
func (c *chart) lane(text, note string) *lane {
	c.Lanes = append(c.Lanes, lane{Y: c.Height, Text: text, Note: note})
	c.Height += laneHeight
	c.Desc += text + ": " + note + ". "
	return &c.Lanes[len(c.Lanes)-1]
}

// head appends the heading of a group of lanes.
func (c *chart) head(text string) {
	c.Lanes = append(c.Lanes, lane{Y: c.Height, Text: text, Head: true})
	c.Height += headHeight
	c.Desc += text + ". "
}

// A scale maps days to positions on a chart.
type scale struct{ from, to calendar.Date }

// place returns the position where a day begins, from 0 to 100 percent. Days
// outside the chart are at its nearest end.
func (s scale) place(d calendar.Date) float64 {
	all, _ := s.to.DaysSince(s.from)
	days, ok := d.DaysSince(s.from)
	if !ok || all <= 0 {
		return 0
	}
	return min(max(100*float64(days)/float64(all), 0), 100)
}

// end returns the position where a day ends, in percent.
func (s scale) end(d calendar.Date) float64 {
	if next := d.AddDays(1); !next.IsZero() {
		return s.place(next)
	}
	return 100
}

func percent(p float64) string { return strconv.FormatFloat(p, 'f', 2, 64) + "%" }

// shows reports whether any day from first to last is on the chart.
func (s scale) shows(first, last calendar.Date) bool {
	return !first.IsZero() && !last.IsZero() && !last.Before(first) && !last.Before(s.from) && first.Before(s.to)
}

const (
	weeksWithin = 120 // the axis shows Mondays up to this number of days
	lastTick    = 96  // percent; there is no room for text after it
)

// ticks returns the ticks of the axis: Mondays on a short axis, or else months.
func (s scale) ticks() []tick {
	if days, ok := s.to.DaysSince(s.from); ok && days <= weeksWithin {
		return s.weeks()
	}
	return s.months()
}

func (s scale) months() []tick {
	var all []tick
	first := s.from.AddDays(1 - s.from.Day())
	for d := first; !d.IsZero() && d.Before(s.to); d = d.AddMonths(1) {
		if d.Before(s.from) || s.place(d) > lastTick {
			continue
		}
		t := tick{X: percent(s.place(d)), Text: d.Month().String()[:3], Minor: d.Month()%3 != 1}
		if d.Month() == time.January {
			t.Text, t.Year = strconv.Itoa(d.Year()), true
		}
		all = append(all, t)
	}
	return all
}

func (s scale) weeks() []tick {
	var all []tick
	toMonday := (int(time.Monday) - int(s.from.Weekday()) + 7) % 7
	for d := s.from.AddDays(toMonday); !d.IsZero() && d.Before(s.to); d = d.AddDays(7) {
		if s.place(d) > lastTick {
			break
		}
		all = append(all, tick{X: percent(s.place(d)), Text: weekText(d), Minor: len(all)%4 != 0})
	}
	return all
}

// weekText returns a day without its year, such as "2 Oct".
func weekText(d calendar.Date) string {
	return strconv.Itoa(d.Day()) + " " + d.Month().String()[:3]
}

// A lane is a row of a chart: a text with bars and marks below it.
type lane struct {
	Y     int
	Text  string
	Note  string
	Head  bool // a heading without bars
	Bars  []bar
	Marks []mark
}

// A bar shows a run of days.
type bar struct {
	Class, X, Width string
	Y, Height       int
	Tip             string
}

// A mark shows a single day.
type mark struct {
	Class, X string
	Y        int
	Tip      string
}

// bar adds a bar for the days from first through last.
func (l *lane) bar(s scale, class string, first, last calendar.Date, tip string) {
	if !s.shows(first, last) {
		return
	}
	begin, end := s.place(first), s.end(last)
	l.Bars = append(l.Bars, bar{class, percent(begin), percent(end - begin), l.Y + barTop, barHeight, tip + ": " + dayText(first) + " to " + dayText(last)})
}

// mark adds a mark where a day begins.
func (l *lane) mark(s scale, class string, d calendar.Date, tip string) {
	l.sign(s, class, d, s.place(d), tip)
}

// markEnd adds a mark where a day ends.
func (l *lane) markEnd(s scale, class string, d calendar.Date, tip string) {
	l.sign(s, class, d, s.end(d), tip)
}

func (l *lane) sign(s scale, class string, d calendar.Date, place float64, tip string) {
	if s.shows(d, d) {
		l.Marks = append(l.Marks, mark{class, percent(place), l.Y + barTop, tip + ": " + dayText(d)})
	}
}

// TextY returns the vertical position of the text.
func (l lane) TextY() int {
	if l.Head {
		return l.Y + 22
	}
	return l.Y + 12
}

// Path returns the SVG path of a mark, relative to its position at the top of the
// bars. Each class has a shape of its own.
func (m mark) Path() string {
	switch m.Class {
	case "activate":
		return "M0 -1.5l6 6-6 6-6-6z"
	case "renewed":
		return "M-3.5 4.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z"
	case "gone":
		return "M-4 .5l8 8M4 .5l-8 8"
	}
	return "M-3 -3h3v15h-3z"
}
