package main

import "github.com/partnerrules/partnerrules/calendar"

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

// bar draws the days from first to last, both included.
func (l *lane) bar(s scale, class string, first, last calendar.Date, tip string) {
	if !s.shows(first, last) {
		return
	}
	begin, end := s.place(first), s.end(last)
	l.Bars = append(l.Bars, bar{class, percent(begin), percent(end - begin), l.Y + barTop, barHeight, tip + ": " + dayText(first) + " to " + dayText(last)})
}

// mark draws a sign where a day begins.
func (l *lane) mark(s scale, class string, d calendar.Date, tip string) {
	l.sign(s, class, d, s.place(d), tip)
}

// markEnd draws a sign where a day ends.
func (l *lane) markEnd(s scale, class string, d calendar.Date, tip string) {
	l.sign(s, class, d, s.end(d), tip)
}

func (l *lane) sign(s scale, class string, d calendar.Date, place float64, tip string) {
	if s.shows(d, d) {
		l.Marks = append(l.Marks, mark{class, percent(place), l.Y + barTop, tip + ": " + dayText(d)})
	}
}

// TextY is where the letters of a lane stand.
func (l lane) TextY() int {
	if l.Head {
		return l.Y + 22
	}
	return l.Y + 12
}

// Path draws the sign of a mark, around its place and from the top of the bars on.
// All signs differ in shape.
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
