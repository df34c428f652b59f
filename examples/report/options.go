package main

import (
	"flag"
	"io"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

type options struct {
	portfolio.Command
	out string
}

const usageLine = "usage: report [-o folder] [-on YYYY-MM-DD] [-policy baseline|in-force]\n" +
	"              [-keep-going] [-usage report.csv] [folder or file]"

// parseArgs says on stderr what is wrong, and how it is right.
func parseArgs(args []string, stderr io.Writer) (opts options, err error) {
	flags := flag.NewFlagSet("report", flag.ContinueOnError)
	flags.StringVar(&opts.out, "o", ".", "the `folder` to write "+pageFile+" and "+calendarFile+" into")
	err = opts.Parse(flags, usageLine, args, stderr)
	return opts, err
}
