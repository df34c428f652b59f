// Package calendar is the arithmetic of civil dates that the rules of the
// Microsoft AI Cloud Partner Program rest on: dates, periods, business days,
// anniversaries and renewal windows.
//
// It differs from package time in three ways that matter to a contract.
// A [Date] is a day and nothing else: no hour, no zone, four bytes, comparable
// with ==. Months and years are added with the day clamped to the month, so
// that 29 February 2024 plus a year is 28 February 2025 and not 1 March. And
// the zero value is no date at all, which is not 0001-01-01: what is not known
// stays not known through every operation.
//
// # Dates
//
// [NewDate] and [ParseDate] check what they are given; [MustParseDate] is for
// constants; [DateIn] takes the day of an instant in a location that the
// caller names. Nothing in this package reads the clock or the local zone.
//
//	bought := calendar.MustParseDate("2020-09-01")
//	bought.AddYears(1)            // 2021-09-01
//	bought.AddMonths(13)          // 2021-10-01
//
// An operation on no date, or one whose result would lie outside 0001-01-01 to
// 9999-12-31, gives no date.
//
// # Periods and business days
//
// A [Period] runs from its first day to its last, both included, or has an
// open end. A [BusinessCalendar] knows the weekend and the holidays; its zero
// value is Monday to Friday without holidays, and its cost does not grow with
// the number of days asked for.
//
// # Membership dates
//
// A membership is paid by the year. The anniversary date, on which the paid
// year ends, is the purchase date one calendar year on. The renewal window
// opens the day after and stays open for thirty days, and so long do the
// benefits last.
//
//	ad := calendar.MustParseDate("2021-09-01")
//	calendar.RenewalWindow(ad)    // 2021-09-02/2021-10-01
//	calendar.LastAccess(ad)       // 2021-10-01
//
// These functions answer under [Baseline]. Where editions of the published
// rules differ, the difference is a field of [Policy]: copy the baseline,
// change the field, and call the method of the same name.
//
// # Text, JSON and SQL
//
// Date and Period are written as ISO 8601 (2024-02-29, 2024-03-01/2024-03-30,
// 2024-03-01/..), in text as in JSON; no date and no period are the empty
// string. A Date is also a SQL value, NULL for no date.
//
// # Errors
//
// Text that cannot be read gives a [*partnerrules.ParseError], which holds the text and the
// offset of the fault. An argument that cannot be used gives an [*partnerrules.InputError],
// which names it. No function panics, except MustParseDate and
// MustParsePeriod.
//
// # Rules
//
// The rules CAL-01 to CAL-09 are listed, with their sources, in RULES.md.
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
package calendar
