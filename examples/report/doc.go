// Report writes the report of examples/portfolio as a web page, report.html, and as
// a calendar, report.ics.
//
// Usage:
//
//	report [-o folder] [-on YYYY-MM-DD] [-policy baseline|in-force] [-keep-going] [-usage report.csv] [folder or file]
//
// It takes the same input as examples/portfolio, and has the same exit statuses.
// Without an argument it uses the sample of examples/portfolio.
//
// The page is one file without scripts. It needs no network, shows timelines as
// SVG, follows the reader's light or dark theme, works on phones and can be
// printed. The calendar has an all-day event for each task with a day. Importing
// it twice changes nothing.
//
// Package portfolio, in examples/internal, reads the input and applies the rules.
// The files here turn its report into a view in words. The templates in page
// arrange the view, charts.go draws the timelines, and calendar.go writes the
// tasks as a calendar.
package main
