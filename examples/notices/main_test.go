package main

import (
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"github.com/partnerrules/partnerrules/calendar"
)

// On 31 October, Bluefin gets its first notice, for two areas at once, and Copperline its
// second.
func Example() {
	companies, err := os.Open("testdata/companies.json")
	if err != nil {
		log.Fatal(err)
	}
	cal, err := notify(companies, os.Stdout, calendar.MustParseDate("2024-10-31"))
	if err != nil {
		log.Fatal(err)
	}
	for _, event := range cal.Events() {
		day, _ := event.GetAllDayStartAt()
		fmt.Println(day.Format("2006-01-02"), event.GetProperty(ics.ComponentPropertySummary).Value)
	}
	// Output:
	// Bluefin Analytics: renew Solutions Partner for Data & AI and Solutions Partner for Security from 16 Nov through 15 Dec 2024
	// Copperline: renew Solutions Partner for Modern Work from 9 Oct through 7 Nov 2024
	// 2024-11-16 Bluefin Analytics: renew Solutions Partner for Data & AI and Solutions Partner for Security
	// 2025-03-02 Bluefin Analytics: renew Partner Success Core Benefits
	// 2024-10-09 Copperline: renew Solutions Partner for Modern Work
	// 2025-10-09 Dovecote IT: renew Solutions Partner for Infrastructure
	// 2025-08-02 Elderflower: renew Partner Launch Benefits
}

// Notices go out fifteen days before the anniversary date and 23 days after it, unless
// the membership was renewed by then.
func TestNotify(t *testing.T) {
	for on, want := range map[string]int{
		"2024-09-22": 0, "2024-09-23": 2, "2024-09-24": 0, // Copperline and Dovecote IT
		"2024-10-30": 0, "2024-10-31": 2, "2024-11-01": 0, // Bluefin Analytics, and Copperline again
		"2025-02-14": 1, // Bluefin Analytics, for its other membership
	} {
		companies, err := os.Open("testdata/companies.json")
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if _, err := notify(companies, &out, calendar.MustParseDate(on)); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(out.String(), "\n"); got != want {
			t.Errorf("on %s: %d notices, want %d:\n%s", on, got, want, out.String())
		}
	}
}

// A fault is named by its path, or by the company.
func TestNotify_Errors(t *testing.T) {
	for text, want := range map[string]string{
		`[{"name": "Fernhill", "membership": []}]`:                                                     "[0].membership",
		`[{"name": "Fernhill", "memberships": [{"start": "2024-02-30"}]}]`:                             "[0].memberships[0].start",
		`[{"name": "Fernhill", "memberships": [{"start": "2023-03-01", "renewals": ["2024-06-01"]}]}]`: "Fernhill: ",
	} {
		if _, err := notify(strings.NewReader(text), &strings.Builder{}, calendar.MustParseDate("2024-10-31")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s in it", text, err, want)
		}
	}
}
