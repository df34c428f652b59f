package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// writeCalendar writes the tasks with a day as all-day events. They are events,
// because many calendars ignore to-dos on import. They have no alarms, because
// calendars add their user's own. They are marked free, so that nobody looks busy.
//
// The stamp and the sequence number of an event grow with the time of writing. So
// importing a calendar twice changes nothing, and a later calendar updates the events
// of an earlier one, even if both are of the same day. The calendar has no method:
// nobody is invited, so there is no organizer.
func writeCalendar(w io.Writer, r *portfolio.Report, written time.Time) error {
	cal := ics.NewCalendar()
	cal.SetProductId("-//partnerrules//examples report//EN")
	cal.SetName("Partner portfolio")
	cal.SetXWRCalName("Partner portfolio")
	tasks := slices.DeleteFunc(tasksOf(r.Actions), func(t task) bool { return t.By.IsZero() })
	for i, uid := range uids(tasks) {
		addEvent(cal, uid, tasks[i], written)
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows)
}

func addEvent(cal *ics.Calendar, uid string, t task, written time.Time) {
	e := cal.AddEvent(uid)
	e.SetDtStampTime(written)
	e.SetSequence(sequence(written))
	e.SetAllDayStartAt(t.By.Time(time.UTC))
	if end := t.By.AddDays(1); !end.IsZero() {
		e.SetAllDayEndAt(end.Time(time.UTC))
	}
	e.SetSummary(plain(t.summary()))
	e.SetDescription(plain(t.description()))
	e.AddCategory(portfolio.ActorText(t.Who))
	e.SetTimeTransparency(ics.TransparencyTransparent)
}

// sequence returns the sequence number of the events of a calendar: the seconds from
// the beginning of 2020, which fit in 32 bits until 2088.
func sequence(written time.Time) int {
	return int(max(0, written.Unix()-time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC).Unix()))
}

// summary returns the title of the event of a task.
func (t *task) summary() string {
	s := t.Title
	switch t.Timing {
	case cpor.TimingOverdue:
		s = "Overdue: " + s
	case cpor.TimingUnknown:
		s = "Perhaps overdue: " + s
	}
	if t.About != "" {
		s += " – " + t.About
	}
	return s
}

// description returns the text of the event of a task.
func (t *task) description() string {
	lines := []string{"Who: " + portfolio.ActorText(t.Who)}
	for _, p := range t.Parts {
		lines = append(lines, p.String())
	}
	if t.Blocked {
		lines = append(lines, "Blocked at present: see the report for the reason.")
	}
	return strings.Join(append(lines, "Rules: "+portfolio.RulesText(t.Rules)), "\n")
}

// plain returns s as valid UTF-8 without control characters other than newlines,
// because the calendar library does not escape them.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// taskID returns the ID of the task that an action belongs to. It depends only on
// the subject of the task, so that a task has the same ID in every report. A task
// of a claim keeps its ID if its day moves, because a claim has only one deadline
// at a time. Other IDs include the day, because next year's renewal is another
// task.
func taskID(a portfolio.Action) string {
	parts := []string{string(a.Kind)}
	switch {
	case a.Claim != "":
		parts = append(parts, a.Claim)
	case ofBenefit(a.Kind):
		parts = append(parts, a.Company, a.By.String())
	default:
		parts = append(parts, a.Company, a.Offer.String(), a.Customer, a.By.String())
	}
	return strings.Join(parts, "\x00")
}

// uids returns the calendar UIDs of tasks. If two companies have the same name, the
// order of their tasks makes the UIDs unique.
func uids(tasks []task) []string {
	seen := map[string]int{}
	all := make([]string, len(tasks))
	for i, t := range tasks {
		id := t.id
		if seen[t.id]++; seen[t.id] > 1 {
			id += "\x00" + strconv.Itoa(seen[t.id])
		}
		sum := sha256.Sum256([]byte(id))
		all[i] = hex.EncodeToString(sum[:16]) + "@partnerrules"
	}
	return all
}
