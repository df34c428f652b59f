// Report writes what examples/portfolio says as a page to look at and print,
// report.html, and as a calendar to import, report.ics.
//
// Usage:
//
//	report [-o folder] [-on YYYY-MM-DD] [-policy baseline|in-force] [-keep-going] [-usage report.csv] [folder or file]
//
// The input, the day to judge by and the exit statuses are those of
// examples/portfolio: without an argument it is the sample that ships with it.
//
// The page is one file. It needs no network and no script, shows the timelines
// as SVG, follows the light or dark colours of the reader, and can be read on a
// phone and printed. The calendar holds an all-day event for each thing to do by
// a day; importing it twice changes nothing.
//
// How it is made: package portfolio, in examples/internal, reads and judges; the
// files here turn its report into a view, in words, which the templates in page
// arrange; charts.go places bars along the days; calendar.go writes the calendar
// from the tasks that the page shows too.
package main
