package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
	"github.com/partnerrules/partnerrules/examples/portfolio/sample"
)

// Exit statuses.
const (
	exitOK    = 0
	exitWrite = 1 // the output could not be written
	exitFault = 2 // the command line or the input is at fault
)

type options struct {
	on      calendar.Date
	edition portfolio.Edition
	json    bool
	usage   string
	file    string
}

// run is the whole program but for the clock: today is the day to judge by if
// neither the command line nor the file names one.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, today calendar.Date) int {
	opts, err := parseArgs(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitFault // parseArgs has said so
	}
	output, err := opts.report(stdin, today)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitFault
	}
	if _, err := stdout.Write(output); err != nil {
		fmt.Fprintln(stderr, err)
		return exitWrite
	}
	return exitOK
}

// parseArgs says on stderr what is wrong, and how it is right.
func parseArgs(args []string, stderr io.Writer) (options, error) {
	var opts options
	flags := flag.NewFlagSet("portfolio", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: portfolio [-on YYYY-MM-DD] [-policy baseline|in-force] [-json] [-usage report.csv] [file]")
		flags.PrintDefaults()
	}
	flags.TextVar(&opts.on, "on", calendar.Date{}, "the `day` to judge by; without it that of the file, else today in UTC")
	flags.TextVar(&opts.edition, "policy", portfolio.Baseline, "the `edition` of the rules: baseline, or in-force with the changes since")
	flags.BoolVar(&opts.json, "json", false, "write JSON")
	flags.StringVar(&opts.usage, "usage", "", "a CPOR Microsoft 365 usage report, a CSV `file` of approved claims")
	if err := flags.Parse(args); err != nil {
		return options{}, err
	}
	if flags.NArg() > 1 {
		err := fmt.Errorf("want one file at most, not %d", flags.NArg())
		fmt.Fprintln(stderr, err)
		flags.Usage()
		return options{}, err
	}
	opts.file = flags.Arg(0)
	return opts, nil
}

// report returns the whole output, so that there is none if anything is wrong.
func (o options) report(stdin io.Reader, today calendar.Date) ([]byte, error) {
	p, err := o.load(stdin)
	if err != nil {
		return nil, err
	}
	if err := o.addUsage(p); err != nil {
		return nil, err
	}
	on := today
	switch {
	case !o.on.IsZero():
		on = o.on
	case !p.Day().IsZero():
		on = p.Day()
	}
	r, err := p.Judge(on, o.edition)
	if err != nil {
		return nil, err
	}
	if o.json {
		return jsonOf(r)
	}
	return textOf(r), nil
}

// load reads the sample, the standard input or a file.
func (o options) load(stdin io.Reader) (*portfolio.Portfolio, error) {
	switch o.file {
	case "":
		return portfolio.Load(sample.Folder)
	case "-":
		return portfolio.LoadFile("standard input", stdin)
	}
	file, err := os.Open(o.file)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return portfolio.LoadFile(o.file, file)
}

// addUsage adds the claims of the usage report.
func (o options) addUsage(p *portfolio.Portfolio) error {
	if o.usage == "" {
		return nil
	}
	file, err := os.Open(o.usage)
	if err != nil {
		return err
	}
	defer file.Close()
	return p.AddUsage(o.usage, file)
}

// jsonOf keeps the & of a title as it is: the output is no HTML.
func jsonOf(r *portfolio.Report) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(r)
	return buf.Bytes(), err
}
