package main

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// sentence begins a text with a capital.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// dayText writes a day as people do: 2 Oct 2024.
func dayText(d calendar.Date) string {
	if d.IsZero() {
		return "not known"
	}
	return strconv.Itoa(d.Day()) + " " + d.Month().String()[:3] + " " + strconv.Itoa(d.Year())
}

// weekdayText is the short name of the day of the week.
func weekdayText(d calendar.Date) string { return d.Weekday().String()[:3] }

// daysText writes a period.
func daysText(p calendar.Period) string {
	switch {
	case p.IsZero():
		return "not known"
	case p.IsOpen():
		return "from " + dayText(p.First()) + ", without a known end"
	}
	return dayText(p.First()) + " to " + dayText(p.Last())
}

// distance says how far a day is from that which is judged by.
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

// A tone is how something looks. It never says anything by itself: a word or a
// mark beside it says the same.
type tone string

const (
	good    tone = "good"
	notice  tone = "notice" // to be seen to
	bad     tone = "bad"
	neutral tone = "neutral"
)

// A badge is a word or two in a tone, after a mark that tells tones apart
// without colour.
type badge struct {
	Tone tone
	Text string
}

// Mark tells the tones apart for those who do not see colours.
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
