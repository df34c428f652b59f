package main

import (
	"flag"
	"fmt"
	"io"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

type options struct {
	out       string
	on        calendar.Date
	edition   portfolio.Edition
	keepGoing bool
	usage     string
	input     string
}

const usageLine = "usage: report [-o folder] [-on YYYY-MM-DD] [-policy baseline|in-force]\n" +
	"              [-keep-going] [-usage report.csv] [folder or file]"

// parseArgs says on stderr what is wrong, and how it is right.
func parseArgs(args []string, stderr io.Writer) (options, error) {
	var opts options
	flags := flag.NewFlagSet("report", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, usageLine)
		flags.PrintDefaults()
	}
	flags.StringVar(&opts.out, "o", ".", "the `folder` to write "+pageFile+" and "+calendarFile+" into")
	flags.TextVar(&opts.on, "on", calendar.Date{}, "the `day` to judge by; without it that of the input, else today in UTC")
	flags.TextVar(&opts.edition, "policy", portfolio.Baseline, "the `edition` of the rules: baseline, or in-force with the changes since")
	flags.BoolVar(&opts.keepGoing, "keep-going", false, "leave out what is at fault, and list all faults")
	flags.StringVar(&opts.usage, "usage", "", "a CPOR Microsoft 365 usage report, a CSV `file` of approved claims")
	if err := flags.Parse(args); err != nil {
		return options{}, err
	}
	if flags.NArg() > 1 {
		err := fmt.Errorf("want one folder or file at most, not %d", flags.NArg())
		fmt.Fprintln(stderr, err)
		flags.Usage()
		return options{}, err
	}
	opts.input = flags.Arg(0)
	return opts, nil
}
