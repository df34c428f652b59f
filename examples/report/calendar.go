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

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// writeCalendar writes what is to be done by a day as all-day events. Events and
// not to-dos, which many calendars leave out when they import; without alarms,
// since every calendar has its user's own; and free, so that nobody looks busy.
//
// Nothing in it depends on the clock: the stamp of an event is the day judged by,
// so that importing a calendar twice changes nothing, and a later one replaces
// what an earlier one said.
func writeCalendar(w io.Writer, r *portfolio.Report) error {
	cal := ics.NewCalendar()
	cal.SetProductId("-//partnerrules//examples report//EN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName("Partner portfolio")
	cal.SetXWRCalName("Partner portfolio")
	tasks := slices.DeleteFunc(tasksOf(r.Actions), func(t task) bool { return t.By.IsZero() })
	for i, uid := range uids(tasks) {
		addEvent(cal, uid, tasks[i], r.On)
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows)
}

func addEvent(cal *ics.Calendar, uid string, t task, on calendar.Date) {
	e := cal.AddEvent(uid)
	e.SetDtStampTime(midnight(on))
	e.SetAllDayStartAt(midnight(t.By))
	if end := t.By.AddDays(1); !end.IsZero() {
		e.SetAllDayEndAt(midnight(end))
	}
	e.SetSummary(plain(t.summary()))
	e.SetDescription(plain(t.description()))
	e.AddCategory(portfolio.ActorText(t.Who))
	e.SetTimeTransparency(ics.TransparencyTransparent)
}

// midnight is the first instant of a day in UTC. All-day events show its date
// only.
func midnight(d calendar.Date) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// summary is what a calendar shows of a task.
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

// description is what it shows of one that is opened.
func (t *task) description() string {
	lines := []string{"To be done by: " + portfolio.ActorText(t.Who)}
	for _, p := range t.Parts {
		lines = append(lines, p.String())
	}
	if t.Blocked {
		lines = append(lines, "Blocked at present: the report says why.")
	}
	return strings.Join(append(lines, "Rules: "+portfolio.RulesText(t.Rules)), "\n")
}

// plain makes sure that a text is UTF-8 and has no control characters but
// the ends of its own lines: the writer of calendars escapes nothing else.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// taskID identifies the task that an action belongs to. It rests on what the task
// is about and nothing else, so that the same task has the same ID in every
// report. A task of a claim keeps its ID when its day moves: a claim has one
// such clock at a time. Others have their day in it, since next year's renewal is
// another one.
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

// uids turns the IDs of tasks into those of a calendar. Where two companies have
// one name, theirs are told apart by their order.
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
