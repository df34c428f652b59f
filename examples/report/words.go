package main

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// sentence returns s with a capital first letter.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// dayText returns a day as in 2 Oct 2024.
func dayText(d calendar.Date) string {
	if d.IsZero() {
		return "unknown"
	}
	return strconv.Itoa(d.Day()) + " " + d.Month().String()[:3] + " " + strconv.Itoa(d.Year())
}

// weekdayText returns the short name of the weekday.
func weekdayText(d calendar.Date) string { return d.Weekday().String()[:3] }

// daysText returns a period as words.
func daysText(p calendar.Period) string {
	switch {
	case p.IsZero():
		return "unknown"
	case p.IsOpen():
		return "from " + dayText(p.First()) + ", with no known end"
	}
	return dayText(p.First()) + " to " + dayText(p.Last())
}

// distance returns the distance of a day from the day of the report, in words.
func distance(d, on calendar.Date) string {
	days, ok := d.DaysSince(on)
	switch {
	case !ok:
		return ""
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days > 0:
		return "in " + strconv.Itoa(days) + " days"
	}
	return portfolio.Count(-days, "day ago", "days ago")
}

// A tone is a color. It never carries meaning of its own: a word or a mark next to
// it has the same meaning.
type tone string

const (
	good    tone = "good"
	notice  tone = "notice" // needs attention
	bad     tone = "bad"
	neutral tone = "neutral"
)

// A badge is a short text in a tone, with a mark that shows the tone without
// color.
type badge struct {
	Tone tone
	Text string
}

// Mark returns a sign for the tone, for readers who do not see colors.
func (b badge) Mark() string {
	switch b.Tone {
	case good:
		return "✓"
	case notice:
		return "!"
	case bad:
		return "✕"
	}
	return "–"
}
