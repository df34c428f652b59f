package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
	"github.com/partnerrules/partnerrules/examples/portfolio/sample"
)

// The names of the output files.
const (
	pageFile     = "report.html"
	calendarFile = "report.ics"
)

// run runs the program and returns its exit status. The day of the report is the day
// of now in UTC, as in Partner Center, if neither the command line nor the input
// contains a day.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, now time.Time) int {
	opts, err := parseArgs(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return portfolio.ExitOK
	case err != nil:
		return portfolio.ExitFault // parseArgs has written the error
	}
	r, err := opts.report(stdin, calendar.DateIn(now, time.UTC))
	if err != nil {
		fmt.Fprintln(stderr, err)
		return portfolio.ExitFault
	}
	if err := writeFiles(opts.out, r, now, stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return portfolio.ExitWrite
	}
	for _, fault := range r.Faults {
		fmt.Fprintln(stderr, fault)
	}
	if len(r.Faults) > 0 {
		return portfolio.ExitFaults
	}
	return portfolio.ExitOK
}

// report reads the input and returns the report.
func (o options) report(stdin io.Reader, today calendar.Date) (*portfolio.Report, error) {
	p, err := portfolio.Loader{KeepGoing: o.KeepGoing}.Open(o.Input, o.Usage, stdin, sample.Folder)
	if err != nil {
		return nil, err
	}
	return p.Judge(o.Day(p, today), o.Edition)
}

// writeFiles writes the page and the calendar into a folder, and their paths to
// stdout.
func writeFiles(folder string, r *portfolio.Report, now time.Time, stdout io.Writer) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	for _, file := range []struct {
		name  string
		write func(io.Writer, *portfolio.Report) error
	}{
		{pageFile, writePage},
		{calendarFile, func(w io.Writer, r *portfolio.Report) error { return writeCalendar(w, r, now) }},
	} {
		var text bytes.Buffer
		if err := file.write(&text, r); err != nil {
			return err
		}
		path := filepath.Join(folder, file.name)
		if err := os.WriteFile(path, text.Bytes(), 0o666); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(stdout, path); err != nil {
			return err
		}
	}
	return nil
}

type options struct {
	portfolio.Command
	out string
}

const usageLine = "usage: report [-o folder] [-on YYYY-MM-DD] [-policy baseline|in-force]\n" +
	"              [-keep-going] [-usage report.csv] [folder or file]"

// parseArgs parses the arguments. It writes an error and the usage to stderr.
func parseArgs(args []string, stderr io.Writer) (opts options, err error) {
	flags := flag.NewFlagSet("report", flag.ContinueOnError)
	flags.StringVar(&opts.out, "o", ".", "the output `folder` for "+pageFile+" and "+calendarFile+"")
	err = opts.Parse(flags, usageLine, args, stderr)
	return opts, err
}
