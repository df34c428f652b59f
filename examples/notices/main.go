// Notices names the companies that must be mailed today because their memberships end,
// and writes the renewal windows of all companies to a calendar file:
//
//	go run ./examples/notices -o renewals.ics < examples/notices/testdata/companies.json
//
// A company gets one notice for all memberships with the same anniversary date. Notices
// go out on the days on which Microsoft sends its own (CAL-08).
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Company is an item of the input.
type Company struct {
	Name        string                   `json:"name"`
	Memberships []eligibility.Membership `json:"memberships"`
}

func main() {
	today := calendar.DateIn(time.Now(), time.UTC)
	flag.TextVar(&today, "on", today, "the `day` to judge by")
	file := flag.String("o", "renewals.ics", "the calendar `file` to write")
	flag.Parse()
	cal, err := notify(os.Stdin, os.Stdout, today)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*file, []byte(cal.Serialize()), 0o644); err != nil {
		log.Fatal(err)
	}
}

// notify writes the notices of a day, and returns the calendar of all renewal windows.
func notify(in io.Reader, out io.Writer, today calendar.Date) (*ics.Calendar, error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	companies, err := partnerrules.Decode[[]Company](text)
	if err != nil {
		return nil, err
	}
	cal := ics.NewCalendar()
	for _, company := range companies {
		offers := map[calendar.Date][]string{} // by anniversary date
		for _, m := range company.Memberships {
			standing, err := eligibility.StandingOn(m, today)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", company.Name, err)
			}
			if standing.Phase == eligibility.Running || standing.Phase == eligibility.InWindow {
				offers[standing.Anniversary] = append(offers[standing.Anniversary], m.Offer.Title())
			}
		}
		for _, ad := range slices.SortedFunc(maps.Keys(offers), calendar.Date.Compare) {
			window, subject := calendar.RenewalWindow(ad), company.Name+": renew "+strings.Join(offers[ad], " and ")
			if first, second := calendar.RenewalNotices(ad, calendar.Date{}); today == first || today == second {
				fmt.Fprintf(out, "%s from %s through %s\n", subject, window.First().Format("2 Jan"), window.Last().Format("2 Jan 2006"))
			}
			event := cal.AddEvent(company.Name + " " + ad.String())
			event.SetDtStampTime(today.Time(time.UTC))
			event.SetSummary(subject)
			event.SetAllDayStartAt(window.First().Time(time.UTC))
			event.SetAllDayEndAt(window.Last().AddDays(1).Time(time.UTC))
		}
	}
	return cal, nil
}
