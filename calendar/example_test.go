package calendar_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// A membership was bought on 1 September 2020. When can it be renewed, and how
// long do its benefits last?
func Example() {
	bought := calendar.MustParseDate("2020-09-01")

	ad, err := calendar.AnniversaryDate(bought)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("anniversary date", ad)
	fmt.Println("renewal window  ", calendar.RenewalWindow(ad))
	fmt.Println("last access     ", calendar.LastAccess(ad))
	// Output:
	// anniversary date 2021-09-01
	// renewal window   2021-09-02/2021-10-01
	// last access      2021-10-01
}

// A policy other than the baseline can change the renewal window.
func ExamplePolicy() {
	ad := calendar.MustParseDate("2024-03-01")

	policy := calendar.Baseline()
	policy.WindowOpens = 0 // the renewal article of 2023-24

	fmt.Println(policy)
	fmt.Println(policy.RenewalWindow(ad))
	// Output:
	// baseline with window AD+0 to AD+30
	// 2024-03-01/2024-03-31
}

// Each renewal adds a year, counted from the purchase.
func ExampleAnniversaryDate() {
	bought := calendar.MustParseDate("2024-02-29")
	renewed := []calendar.Date{
		calendar.MustParseDate("2025-03-10"),
		calendar.MustParseDate("2026-03-30"),
		calendar.MustParseDate("2027-03-01"),
	}
	for n := range len(renewed) + 1 {
		ad, err := calendar.AnniversaryDate(bought, renewed[:n]...)
		fmt.Println(ad, err)
	}
	// Output:
	// 2025-02-28 <nil>
	// 2026-02-28 <nil>
	// 2027-02-28 <nil>
	// 2028-02-29 <nil>
}

// A payment outside of the renewal window is not a renewal.
func ExampleAnniversaryDate_outsideTheWindow() {
	_, err := calendar.AnniversaryDate(calendar.MustParseDate("2020-09-01"), calendar.MustParseDate("2021-10-02"))

	var bad *partnerrules.InputError
	if errors.As(err, &bad) {
		fmt.Println(bad.Path)
		fmt.Println(bad.Reason)
	}
	// Output:
	// renewals[0]
	// 2021-10-02 comes after the window 2021-09-02/2021-10-01: it is a new purchase, not a renewal
}

// If only an anniversary date is known, count from it.
func ExampleAnniversaryAfter() {
	ad, err := calendar.AnniversaryAfter(calendar.MustParseDate("2024-03-01"), calendar.MustParseDate("2024-03-31"))
	fmt.Println(ad, err)
	// Output: 2025-03-01 <nil>
}

// A renewal before the second notice stops that notice.
func ExampleRenewalNotices() {
	ad := calendar.MustParseDate("2024-03-01")

	fmt.Println(calendar.RenewalNotices(ad, calendar.Date{}))
	fmt.Println(calendar.RenewalNotices(ad, calendar.MustParseDate("2024-03-10")))
	// Output:
	// 2024-02-15 2024-03-24
	// 2024-02-15 no date
}

// Adding months keeps the day of the month, or takes the last day of a shorter
// month.
func ExampleDate_AddMonths() {
	fmt.Println(calendar.MustParseDate("2024-01-31").AddMonths(1))
	fmt.Println(calendar.MustParseDate("2024-02-29").AddMonths(12))
	fmt.Println(calendar.MustParseDate("2024-02-29").AddMonths(48))
	// Output:
	// 2024-02-29
	// 2025-02-28
	// 2028-02-29
}

// The number of days from the zero Date is unknown.
func ExampleDate_DaysSince() {
	from, to := calendar.MustParseDate("2024-02-01"), calendar.MustParseDate("2024-03-01")

	fmt.Println(to.DaysSince(from))
	fmt.Println(to.DaysSince(calendar.Date{}))
	// Output:
	// 29 true
	// 0 false
}

// Operations on the zero Date return the zero Date.
func ExampleDate_noDate() {
	var unknown calendar.Date

	fmt.Println(unknown)
	fmt.Println(unknown.AddYears(1))
	fmt.Println(unknown.Before(calendar.MustParseDate("2024-03-01")))
	fmt.Println(calendar.RenewalWindow(unknown))
	// Output:
	// no date
	// no date
	// false
	// no period
}

// A InputError describes the fault and its position.
func ExampleParseDate() {
	_, err := calendar.ParseDate("2023-02-29")
	fmt.Println(err)

	var bad *partnerrules.InputError
	fmt.Println(errors.As(err, &bad), bad.Offset)
	// Output:
	// date "2023-02-29" at offset 8: day 29 is not within 1 to 28
	// true 8
}

// The date of an instant depends on the location.
func ExampleDateIn() {
	instant := time.Date(2024, time.March, 1, 23, 30, 0, 0, time.UTC)

	fmt.Println(calendar.DateIn(instant, time.UTC))
	fmt.Println(calendar.DateIn(instant, time.FixedZone("UTC+2", 2*60*60)))
	// Output:
	// 2024-03-01
	// 2024-03-02
}

// A reader sees a date in the layout of their country.
func ExampleDate_Format() {
	ad := calendar.MustParseDate("2024-09-01")

	fmt.Println(ad.Format("2 Jan 2006"))
	fmt.Println(ad.Format("Monday, January 2, 2006"))
	// Output:
	// 1 Sep 2024
	// Sunday, September 1, 2024
}

// A job that runs when a day begins needs the instant.
func ExampleDate_Time() {
	opens := calendar.RenewalWindow(calendar.MustParseDate("2024-09-01")).First()

	fmt.Println(opens.Time(time.UTC))
	fmt.Println(opens.Time(time.FixedZone("UTC+2", 2*60*60)).UTC())
	// Output:
	// 2024-09-02 00:00:00 +0000 UTC
	// 2024-09-01 22:00:00 +0000 UTC
}

// A period has a last day or an open end.
func ExamplePeriod() {
	window := calendar.MustParsePeriod("2024-03-02/2024-03-31")
	absence := calendar.OpenPeriod(calendar.MustParseDate("2024-03-20"))

	fmt.Println(window.Days())
	fmt.Println(window.Overlaps(absence), window.Intersect(absence))
	fmt.Println(absence, absence.Contains(calendar.MustParseDate("2030-01-01")))
	fmt.Println(absence.Days())
	// Output:
	// 30 true
	// true 2024-03-20/2024-03-31
	// 2024-03-20/.. true
	// 0 false
}

// The caller supplies the holidays.
func ExampleBusinessCalendar() {
	christmas, err := calendar.NewBusinessCalendar(calendar.SaturdaySunday,
		calendar.MustParseDate("2024-12-25"),
		calendar.MustParseDate("2024-12-26"),
		calendar.MustParseDate("2025-01-01"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	friday := calendar.MustParseDate("2024-12-20")

	fmt.Println("next: ", christmas.Next(friday))
	fmt.Println("fifth:", christmas.Add(friday, 5))
	fmt.Println(christmas.Count(friday, calendar.MustParseDate("2025-01-03")))
	// Output:
	// next:  2024-12-23
	// fifth: 2024-12-31
	// 7 true
}

// The rules of this package are known for a limited period. InForce reports
// whether a day is in it.
func ExampleInForce() {
	for _, on := range []string{"2018-01-01", "2024-03-01", "2026-03-01"} {
		policy, coverage := calendar.InForce(calendar.MustParseDate(on))
		fmt.Println(on, policy, coverage)
	}
	// Output:
	// 2018-01-01 baseline before-first-edition
	// 2024-03-01 baseline published
	// 2026-03-01 baseline quoted
}

// NewDate makes a date from three numbers, such as the fields of a web form.
func ExampleNewDate() {
	fmt.Println(calendar.NewDate(2024, time.February, 29))
	fmt.Println(calendar.NewDate(2023, time.February, 29))
	// Output:
	// 2024-02-29 <nil>
	// no date day: 29 is not within 1 to 28
}

// The text of a period is an ISO 8601 interval.
func ExampleParsePeriod() {
	window, err := calendar.ParsePeriod("2024-03-02/2024-03-31")
	if err != nil {
		fmt.Println(err)
		return
	}
	employed, err := calendar.NewPeriod(calendar.MustParseDate("2023-07-01"), calendar.MustParseDate("2024-03-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(window.Intersect(employed))
	fmt.Println(calendar.ParsePeriod("2024-03-31/2024-03-02"))
	// Output:
	// 2024-03-02/2024-03-10
	// no period period "2024-03-31/2024-03-02" at offset 11: the last day comes before the first
}

// A benefit ends on the earlier of two days. If one of them is unknown, the result
// is unknown too.
func ExampleMin() {
	expiry, access := calendar.MustParseDate("2025-01-14"), calendar.MustParseDate("2025-03-31")
	fmt.Println(calendar.Min(expiry, access), calendar.Max(expiry, access))
	fmt.Println(calendar.Min(expiry, calendar.Date{}))
	// Output:
	// 2025-01-14 2025-03-31
	// no date
}

// Each package lists its editions and the days for which its rules are known.
func ExampleEditions() {
	for _, edition := range calendar.Editions() {
		fmt.Println(edition.From, "to", edition.Seen, edition.Source)
	}
	known := calendar.Editions().Known()
	fmt.Println(known.Coverage(calendar.MustParseDate("2024-12-31")))
	fmt.Println(known.Coverage(calendar.MustParseDate("2026-06-22")))
	fmt.Println(known.Coverage(calendar.MustParseDate("2026-06-23")))
	// Output:
	// 2018-07-24 to 2024-12-31 Renew your membership offers; Microsoft AI Cloud Partner Program benefits FAQ, Membership
	// 2026-02-13 to 2026-06-22 Microsoft AI Cloud Partner Program benefits FAQ
	// published
	// quoted
	// after-last-seen
}
