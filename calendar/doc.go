// Package calendar answers the question: when does a membership of the Microsoft
// AI Cloud Partner Program end, and when can it be renewed? It also holds the
// types that the answer needs: dates, periods and business calendars.
//
// This program prints the dates of a membership that was bought on 1 September
// 2020:
//
//	package main
//
//	import (
//		"fmt"
//
//		"github.com/partnerrules/partnerrules/calendar"
//	)
//
//	func main() {
//		bought := calendar.MustParseDate("2020-09-01")
//
//		ad, err := calendar.AnniversaryDate(bought)
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		fmt.Println("anniversary date", ad)
//		fmt.Println("renewal window  ", calendar.RenewalWindow(ad))
//		fmt.Println("last access     ", calendar.LastAccess(ad))
//		// Output:
//		// anniversary date 2021-09-01
//		// renewal window   2021-09-02/2021-10-01
//		// last access      2021-10-01
//	}
//
// A membership is paid by the year. The anniversary date is the last day of the
// paid year. The renewal window opens on the next day and stays open for thirty
// days. The benefits last through the last day of the window.
//
// # Functions
//
//	question                                          function
//	When does the paid year end?                      AnniversaryDate
//	And if only an anniversary date is known?         AnniversaryAfter
//	When did each paid year end?                      Policy.Anniversaries
//	On which days can the membership be renewed?      RenewalWindow
//	How long do the benefits last without a renewal?  LastAccess
//	When does Microsoft send renewal notices?         RenewalNotices
//	Which day is n business days later?               BusinessCalendar.Add
//	How many business days are between two days?      BusinessCalendar.Count
//	Do two periods share days?                        Period.Overlaps, Period.Intersect
//	Which date is it in a location?                   DateIn
//	When does a date begin in a location?             Date.Time
//	Which rules apply on a day?                       InForce, Editions
//
// # Dates
//
// A [Date] differs from [time.Time] in three ways:
//
//   - It is a day without a time or zone, in four bytes. Dates are comparable with ==.
//   - Adding months or years keeps the day within the month: 29 February 2024 plus
//     one year is 28 February 2025, not 1 March.
//   - The zero Date means that a date is missing.
//
// [NewDate] and [ParseDate] check their arguments, and [MustParseDate] is for
// constants. The text of a Date or [Period] is ISO 8601, as in 2024-02-29,
// 2024-03-01/2024-03-30 and 2024-03-01/.. for an open end. [Date.Format] writes a
// date for a reader. A Date is also a SQL value, which is NULL for the zero Date.
//
// # Unknown dates
//
// The zero Date stands for an unknown date and stays zero in every operation. An
// operation whose result is outside of 0001-01-01 to 9999-12-31 also returns the
// zero Date. The methods Date.DaysSince, Period.Days and BusinessCalendar.Count
// also return false if their number is unknown. Year, Month, Day and YearDay
// return 0 for the zero Date.
//
// # Editions and policies
//
// The functions of this package answer under the policy of [InForce], which is the
// baseline on every day. Where editions of the published rules differ, the
// difference is a field of [Policy]. To use another edition, copy the baseline,
// change the field, and call the method with the same name. The [Coverage] of a day
// is whether the rules are known for it.
//
// # From JSON to explained views
//
// To read a policy from JSON, call partnerrules.Decode[calendar.Policy].
//
// The functions of this package return dates and periods, which need no explanation.
// [Coverage.Message] is a sentence about a coverage, for the explanations of the other
// packages.
//
// # Errors
//
// Functions return a [*partnerrules.InputError] for an invalid argument, with its
// path, and for an invalid text, with the offset of the fault. Only [MustParseDate]
// and [MustParsePeriod] panic.
//
// # Rules
//
// The rules CAL-01 to CAL-11 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	CAL-01  Civil dates                 ParseDate, NewDate, DateIn, ...
//	CAL-02  Adding months and years     Date.AddMonths, Date.AddYears
//	CAL-03  Later anniversaries         Date.AddYears
//	CAL-04  Anniversary date            AnniversaryDate
//	CAL-05  Renewal window              RenewalWindow
//	CAL-06  Last day of access          LastAccess
//	CAL-07  Anniversary after renewals  AnniversaryDate, AnniversaryAfter
//	CAL-08  Renewal notices             RenewalNotices
//	CAL-09  Business days               NewBusinessCalendar, BusinessCalendar.Add, BusinessCalendar.Next, ...
//	CAL-10  Dates in databases          Date.Scan
//	CAL-11  Placeholders for dates      ParseDate
package calendar
