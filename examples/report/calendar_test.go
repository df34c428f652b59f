package main

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// lines checks the lines of a calendar (RFC 5545, 3.1). Each line has at most 75
// bytes and ends with CR LF. It has no other control character and no split letter.
func lines(t *testing.T, text string) {
	t.Helper()
	rest, found := strings.CutSuffix(text, "\r\n")
	if !found {
		t.Error("the last line does not end")
	}
	for _, line := range strings.Split(rest, "\r\n") {
		if len(line) > 75 || line == "" {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
		if !utf8.ValidString(line) || strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("%q", line)
		}
	}
}

// strict reads a calendar with another library than the one that wrote it. That
// library also checks the required properties.
func strict(t *testing.T, text string) []ical.Event {
	t.Helper()
	lines(t, text)
	decoder := ical.NewDecoder(strings.NewReader(text))
	cal, err := decoder.Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if _, err := decoder.Decode(); err != io.EOF {
		t.Errorf("data after the calendar: %v", err)
	}
	if err := ical.NewEncoder(io.Discard).Encode(cal); err != nil {
		t.Error(err)
	}
	return cal.Events()
}

// Each task with a day is an all-day event on that day. Its texts survive a round
// trip.
func TestCalendar(t *testing.T) {
	for name, r := range map[string]*portfolio.Report{
		"baseline": sampleReport(t, portfolio.Baseline),
		"in-force": sampleReport(t, portfolio.InForce),
		"hostile":  hostileReport(t),
	} {
		tasks := slices.DeleteFunc(tasksOf(r.Actions), func(t task) bool { return t.By.IsZero() })
		events := strict(t, calendarOf(t, r))
		if len(events) != len(tasks) || len(events) < 3 {
			t.Fatalf("%s: %d events for %d tasks", name, len(events), len(tasks))
		}
		seen := map[string]bool{}
		for i, e := range events {
			want := map[string]string{
				ical.PropSummary: plain(tasks[i].summary()), ical.PropDescription: plain(tasks[i].description()),
				ical.PropCategories: portfolio.ActorText(tasks[i].Who), ical.PropTransparency: "TRANSPARENT",
			}
			for property, want := range want {
				if got, err := e.Props.Text(property); err != nil || got != want {
					t.Errorf("%s: %s is %q, %v, want %q", name, property, got, err, want)
				}
			}
			start, _ := e.DateTimeStart(time.UTC)
			end, _ := e.DateTimeEnd(time.UTC)
			stamp, _ := e.Props.DateTime(ical.PropDateTimeStamp, time.UTC)
			if start.Format(time.RFC3339) != tasks[i].By.String()+"T00:00:00Z" || end != start.AddDate(0, 0, 1) || stamp != leapDay {
				t.Errorf("%s: %s: %v to %v, stamp %v", name, want[ical.PropSummary], start, end, stamp)
			}
			if e.Props.Get(ical.PropDateTimeStart).ValueType() != ical.ValueDate {
				t.Errorf("%s: %s is not all day", name, want[ical.PropSummary])
			}
			uid, _ := e.Props.Text(ical.PropUID)
			if seen[uid] || uid == "" {
				t.Errorf("%s: duplicate UID %q", name, uid)
			}
			seen[uid] = true
			if got := slices.Sorted(maps.Keys(e.Props)); len(got) != 9 {
				t.Errorf("%s: properties %v", name, got)
			}
		}
	}
}

// A calendar that is written later has a greater sequence number and a later stamp, so
// that it corrects the events of an earlier one. It has no method.
func TestCalendar_Corrects(t *testing.T) {
	r := sampleReport(t, portfolio.InForce)
	var texts []string
	for _, written := range []time.Time{leapDay, leapDay.Add(time.Second)} {
		var text bytes.Buffer
		if err := writeCalendar(&text, r, written); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text.String())
	}
	if strings.Contains(texts[0], "METHOD") {
		t.Error("the calendar has a method")
	}
	earlier, later := strict(t, texts[0]), strict(t, texts[1])
	for i := range earlier {
		before, err := earlier[i].Props.Get(ical.PropSequence).Int()
		after, err2 := later[i].Props.Get(ical.PropSequence).Int()
		stamp, err3 := later[i].Props.DateTime(ical.PropDateTimeStamp, time.UTC)
		if err != nil || err2 != nil || err3 != nil || before != 59*24*60*60+12*60*60 || after != before+1 || !stamp.After(leapDay) {
			t.Errorf("sequence %d and %d, stamp %v", before, after, stamp)
		}
	}
}

// Long lines are folded between letters.
func TestCalendar_LongNames(t *testing.T) {
	for _, letter := range []string{"x", "é", "漢", "😀", " ", "\\", ","} {
		for n := range 90 {
			name := "a" + strings.Repeat(letter, n)
			r := &portfolio.Report{On: calendar.MustParseDate("2024-09-16"), Actions: []portfolio.Action{{
				By: calendar.MustParseDate("2024-09-17"), Timing: cpor.TimingOpen, Text: "renew", Company: name,
			}}}
			events := strict(t, calendarOf(t, r))
			if got, err := events[0].Props.Text(ical.PropSummary); err != nil || got != "Renew – "+name {
				t.Fatalf("%q, %v, want %q", got, err, name)
			}
		}
	}
}

// An event on the last day of the calendar has no end.
func TestCalendar_LastDay(t *testing.T) {
	last := calendar.MustParseDate("9999-12-31")
	events := strict(t, calendarOf(t, &portfolio.Report{On: last, Actions: []portfolio.Action{{By: last, Text: "renew"}}}))
	if end := events[0].Props.Get(ical.PropDateTimeEnd); len(events) != 1 || end != nil {
		t.Errorf("%v", end)
	}
}

// uidsOf returns the UIDs of the tasks of actions.
func uidsOf(actions ...portfolio.Action) []string { return uids(tasksOf(actions)) }

// A UID depends on the subject of a task, not on the day of the report or on texts.
// Only the UID of a claim stays the same if the day of the task moves.
func TestUIDs(t *testing.T) {
	on := calendar.MustParseDate("2024-09-16")
	renew := portfolio.Action{By: on, Timing: cpor.TimingOpen, Kind: portfolio.RenewMembership, Company: "A", Offer: eligibility.LegacyGold, Text: "renew"}
	redeem := portfolio.Action{By: on, Timing: cpor.TimingOpen, Kind: portfolio.RedeemBenefit, Company: "A", Offer: eligibility.LegacyGold, Benefit: "b"}
	claim := portfolio.Action{By: on, Timing: cpor.TimingOpen, Kind: portfolio.AnswerClaim, Claim: "C", Customer: "D", Text: "answer"}
	for name, test := range map[string]struct {
		action portfolio.Action
		change func(*portfolio.Action)
		same   bool
	}{
		"words":             {renew, func(a *portfolio.Action) { a.Text = "renew it" }, true},
		"overdue":           {renew, func(a *portfolio.Action) { a.Timing = cpor.TimingOverdue }, true},
		"blocked":           {renew, func(a *portfolio.Action) { a.Blocked = true }, true},
		"next year":         {renew, func(a *portfolio.Action) { a.By = on.AddYears(1) }, false},
		"another offer":     {renew, func(a *portfolio.Action) { a.Offer = eligibility.LegacySilver }, false},
		"another company":   {renew, func(a *portfolio.Action) { a.Company = "B" }, false},
		"another benefit":   {redeem, func(a *portfolio.Action) { a.Benefit = "c" }, true},
		"use":               {redeem, func(a *portfolio.Action) { a.Kind = portfolio.UseBenefit }, false},
		"the day moves":     {claim, func(a *portfolio.Action) { a.By = on.AddDays(3) }, true},
		"customer unknown":  {claim, func(a *portfolio.Action) { a.Customer = "" }, true},
		"another claim":     {claim, func(a *portfolio.Action) { a.Claim = "E" }, false},
		"another task":      {claim, func(a *portfolio.Action) { a.Kind = portfolio.DisputeClaim }, false},
		"a name with a NUL": {renew, func(a *portfolio.Action) { a.Company = "A\x00" }, false},
		"no change":         {renew, func(*portfolio.Action) {}, true},
	} {
		changed := test.action
		test.change(&changed)
		if got := uidsOf(test.action)[0] == uidsOf(changed)[0]; got != test.same {
			t.Errorf("%s: the same UID: %t, want %t", name, got, test.same)
		}
	}
}

// Two companies with one name have different UIDs.
func TestUIDs_SameName(t *testing.T) {
	r := reportOf(t, "2024-09-15", `{"companies": [
		{"name": "A", "memberships": [{"offer": "legacy-gold", "anniversary": "2024-09-01"}]},
		{"name": "A", "memberships": [{"offer": "legacy-gold", "anniversary": "2024-09-01"}]},
		{"name": "A", "memberships": [{"offer": "legacy-silver", "anniversary": "2024-09-01"}]}]}`)
	if events := strict(t, calendarOf(t, r)); len(events) != 3 {
		t.Errorf("%d events, want 3", len(events))
	}
	if got := uids([]task{{id: "a"}, {id: "a"}, {id: "b"}}); got[0] == got[1] || got[0] == got[2] || got[1] == got[2] {
		t.Errorf("%v", got)
	}
}
