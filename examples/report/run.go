package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
	"github.com/partnerrules/partnerrules/examples/portfolio/sample"
)

// Exit statuses, those of examples/portfolio.
const (
	exitOK     = 0
	exitWrite  = 1 // the output could not be written
	exitFault  = 2 // the command line or the input is at fault: there is no output
	exitFaults = 3 // the input is at fault, and the rest was judged (-keep-going)
)

// The files that are written.
const (
	pageFile     = "report.html"
	calendarFile = "report.ics"
)

// run is the whole program but for the clock: today is the day to judge by if
// neither the command line nor the input names one.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, today calendar.Date) int {
	opts, err := parseArgs(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitFault // parseArgs has said so
	}
	r, err := opts.report(stdin, today)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitFault
	}
	if err := writeFiles(opts.out, r, stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return exitWrite
	}
	for _, fault := range r.Faults {
		fmt.Fprintln(stderr, fault)
	}
	if len(r.Faults) > 0 {
		return exitFaults
	}
	return exitOK
}

// report judges the input, on the day that the command line or else the input
// names.
func (o options) report(stdin io.Reader, today calendar.Date) (*portfolio.Report, error) {
	p, err := portfolio.Loader{KeepGoing: o.keepGoing}.Open(o.input, o.usage, stdin, sample.Folder)
	if err != nil {
		return nil, err
	}
	on := today
	switch {
	case !o.on.IsZero():
		on = o.on
	case !p.Day().IsZero():
		on = p.Day()
	}
	return p.Judge(on, o.edition)
}

// writeFiles writes the page and the calendar into a folder, and says so.
func writeFiles(folder string, r *portfolio.Report, stdout io.Writer) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	for _, file := range []struct {
		name  string
		write func(io.Writer, *portfolio.Report) error
	}{{pageFile, writePage}, {calendarFile, writeCalendar}} {
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
