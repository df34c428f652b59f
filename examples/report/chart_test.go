package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// A bar ends at the end of its last day, and stays on the chart.
func TestLane_Bar(t *testing.T) {
	s := scale{day("2024-09-01"), day("2024-09-11")} // ten days, ten percent each
	for _, test := range []struct{ first, last, want string }{
		{"2024-09-01", "2024-09-01", "0.00% 10.00%"},
		{"2024-09-03", "2024-09-04", "20.00% 20.00%"},
		{"2024-08-01", "2024-09-01", "0.00% 10.00%"},
		{"2024-09-10", "2025-01-01", "90.00% 10.00%"},
		{"2024-08-01", "2025-01-01", "0.00% 100.00%"},
		{"2024-08-01", "2024-08-31", ""},
		{"2024-09-11", "2024-09-12", ""},
		{"2024-09-04", "2024-09-03", ""},
	} {
		var l lane
		l.bar(s, "use", day(test.first), day(test.last), "tip")
		got := ""
		for _, b := range l.Bars {
			got += b.X + " " + b.Width
		}
		if got != test.want {
			t.Errorf("%s to %s: %q, want %q", test.first, test.last, got, test.want)
		}
	}
	var l lane
	l.bar(s, "use", calendar.Date{}, day("2024-09-03"), "tip")
	l.markEnd(s, "end", calendar.Date{}, "tip")
	l.mark(s, "end", day("2024-09-11"), "tip")
	if len(l.Bars)+len(l.Marks) != 0 {
		t.Errorf("%v: a zero day or a day outside the chart is drawn", l)
	}
}

// mark is at the start of a day, markEnd at its end, even on the last day of the
// calendar.
func TestLane_Mark(t *testing.T) {
	s := scale{day("2024-09-01"), day("2024-09-11")}
	var l lane
	l.mark(s, "renewed", day("2024-09-03"), "tip")
	l.markEnd(s, "end", day("2024-09-03"), "tip")
	end := scale{day("9999-12-30"), day("9999-12-31")}
	l.markEnd(end, "end", day("9999-12-30"), "tip")
	var got []string
	for _, m := range l.Marks {
		got = append(got, m.X)
	}
	if diff := cmp.Diff([]string{"20.00%", "30.00%", "100.00%"}, got); diff != "" {
		t.Error(diff)
	}
	if got := end.end(day("9999-12-31")); got != 100 {
		t.Errorf("the last day ends at %v", got)
	}
}

// A long axis shows months, a short one Mondays. 2024-09-02 was a Monday.
func TestScale_Ticks(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"2024-09-01", "2025-02-01", "Sep Oct Nov Dec 2025"},
		{"2024-09-02", "2025-02-15", "Oct Nov Dec 2025 Feb"},
		{"2024-09-01", "2024-09-20", "2 Sep 9 Sep 16 Sep"},
		{"2024-09-02", "2024-09-20", "2 Sep 9 Sep 16 Sep"},
		{"2024-09-03", "2024-09-20", "9 Sep 16 Sep"},
	} {
		var texts []string
		for _, tick := range (scale{day(test.from), day(test.to)}).ticks() {
			texts = append(texts, tick.Text)
		}
		if got := strings.Join(texts, " "); got != test.want {
			t.Errorf("%s to %s: %s, want %s", test.from, test.to, got, test.want)
		}
	}
}

// The membership is bought on 1 September 2023, and renewed on the fifth day of its
// renewal window.
func TestMembershipsChart(t *testing.T) {
	r := reportOf(t, "2024-09-16", `{"companies": [{"name": "A", "memberships": [
		{"offer": "partner-launch-benefits", "start": "2023-09-01", "renewals": ["2024-09-06"]}]}]}`)
	c := membershipsChart(r)
	var got []string
	for _, l := range c.Lanes {
		got = append(got, strings.TrimSpace(l.Text+" "+l.Note))
		for _, b := range l.Bars {
			got = append(got, b.Class+" "+b.Tip)
		}
		for _, m := range l.Marks {
			got = append(got, m.Class+" "+m.Tip)
		}
	}
	want := []string{
		"A",
		"Partner Launch Benefits window opens 2 Sep 2025",
		"year paid year 1: 1 Sep 2023 to 1 Sep 2024",
		"year paid year 2: 2 Sep 2024 to 1 Sep 2025",
		"window renewal window: 2 Sep 2025 to 1 Oct 2025",
		"renewed renewed: 6 Sep 2024",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A benefit can be redeemed with use only until its own term ends. The anniversary date
// is 2024-09-01, and access ends with 2024-10-01.
func TestBenefitsChart_OwnTerm(t *testing.T) {
	r := reportOf(t, "2024-09-16", `{"companies": [{"name": "A", "memberships": [
		{"offer": "solutions-partner-security", "start": "2023-09-01", "benefits": [
			{"id": "open", "category": "marketing", "year": 1, "unlocked": "2023-09-20", "redeemed": "no"},
			{"id": "missed", "category": "marketing", "year": 1, "unlocked": "2023-09-05", "redeemed": "no"},
			{"id": "useless", "category": "marketing", "year": 1, "unlocked": "2023-09-10", "redeemedOn": "2024-09-15"}]}]}]}`)
	var got []string
	for _, l := range benefitsChart(&r.Companies[0].Memberships[0], "id", r.On).Lanes[1:] {
		got = append(got, strings.TrimSpace(l.Text+" "+l.Note))
	}
	want := []string{"open redeem by 20 Sep 2024", "missed expired unredeemed 5 Sep 2024", "useless redeemed of no use 10 Sep 2024"}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The page and the calendar work on the first and the last days of the calendar.
func TestPage_FirstAndLastDays(t *testing.T) {
	for _, on := range []string{"0001-01-01", "0001-01-02", "9999-12-30", "9999-12-31"} {
		r := reportOf(t, on, `{"companies": [{"name": "A", "memberships": [{"offer": "legacy-gold", "anniversary": "2024-09-01"}]}]}`)
		if page := pageOf(t, r); strings.Contains(page, "NaN") || !strings.Contains(page, "Legacy Gold") {
			t.Errorf("%s: %s", on, page)
		}
		strict(t, calendarOf(t, &portfolio.Report{On: r.On, Actions: []portfolio.Action{{By: r.On, Text: "renew"}}}))
	}
}
