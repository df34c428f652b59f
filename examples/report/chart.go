package main

import "github.com/partnerrules/partnerrules/calendar"

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

// The places down a chart, in pixels.
const (
	axisHeight = 44
	laneHeight = 34
	headHeight = 30
	barTop     = 18 // in a lane
	barHeight  = 9
)

// newChart draws the axis, and the line of the day judged by.
func newChart(id, title string, s scale, on calendar.Date) *chart {
	return &chart{ID: id, Title: title, Ticks: s.ticks(), Today: percent(s.place(on)), TodayText: dayText(on), Height: axisHeight}
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
