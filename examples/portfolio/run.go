package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
	"github.com/partnerrules/partnerrules/examples/portfolio/sample"
)

// A setting is the environment of the program.
type setting struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	today  calendar.Date // used if neither the command line nor the input contains a day
	color  bool          // stdout shows colors
	ticker bool          // stderr is a terminal that can show progress
}

type options struct {
	portfolio.Command
	other portfolio.Edition // to compare with; empty for no comparison
	json  bool
	all   bool
}

// run runs the program and returns its exit status.
func (s setting) run(args []string) int {
	opts, err := parseArgs(args, s.stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return portfolio.ExitOK
	case err != nil:
		return portfolio.ExitFault // parseArgs has written the error
	}
	answer, err := opts.answer(s)
	if err != nil {
		fmt.Fprintln(s.stderr, err)
		return portfolio.ExitFault
	}
	if err := answer.write(s.stdout); err != nil {
		fmt.Fprintln(s.stderr, err)
		return portfolio.ExitWrite
	}
	if answer.faults > 0 {
		fmt.Fprintln(s.stderr, portfolio.Count(answer.faults, "fault", "faults")+": see the end of the output")
		return portfolio.ExitFaults
	}
	return portfolio.ExitOK
}

const usageLine = "usage: portfolio [-on YYYY-MM-DD] [-policy baseline|in-force] [-compare baseline|in-force]\n" +
	"                 [-json] [-all] [-keep-going] [-usage report.csv] [folder or file]"

// parseArgs parses the arguments. It writes an error and the usage to stderr.
func parseArgs(args []string, stderr io.Writer) (opts options, err error) {
	flags := flag.NewFlagSet("portfolio", flag.ContinueOnError)
	flags.Func("compare", "list the decisions that differ under another `edition`", func(text string) error {
		return opts.other.UnmarshalText([]byte(text))
	})
	flags.BoolVar(&opts.json, "json", false, "write JSON")
	flags.BoolVar(&opts.all, "all", false, "list every benefit, customer, claim and pair in the text")
	err = opts.Parse(flags, usageLine, args, stderr)
	return opts, err
}

// An answer writes the output. It exists only once everything is judged, so that
// there is no output after an error.
type answer struct {
	write  func(io.Writer) error
	faults int
}

func (o options) answer(s setting) (answer, error) {
	p, err := o.load(s)
	if err != nil {
		return answer{}, err
	}
	on := o.Day(p, s.today)
	r, err := p.Judge(on, o.Edition)
	if err != nil {
		return answer{}, err
	}
	if o.other == "" {
		return answer{o.report(r, s), len(r.Faults)}, nil
	}
	other, err := p.Judge(on, o.other)
	if err != nil {
		return answer{}, err
	}
	c := portfolio.Compare(r, other)
	return answer{o.comparison(c, s), len(c.Faults)}, nil
}

func (o options) report(r *portfolio.Report, s setting) func(io.Writer) error {
	if o.json {
		return r.WriteJSON
	}
	return s.text(o.all, func(p *page) { p.report(r) })
}

func (o options) comparison(c *portfolio.Comparison, s setting) func(io.Writer) error {
	if o.json {
		return func(w io.Writer) error {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(c)
		}
	}
	return s.text(o.all, func(p *page) { p.comparison(c) })
}

// text returns a function that writes a page.
func (s setting) text(all bool, fill func(*page)) func(io.Writer) error {
	return func(w io.Writer) error {
		p := &page{w: bufio.NewWriter(w), color: s.color, all: all}
		fill(p)
		return p.w.Flush()
	}
}

// load reads the input.
func (o options) load(s setting) (*portfolio.Portfolio, error) {
	l := portfolio.Loader{KeepGoing: o.KeepGoing}
	if s.ticker {
		l.Progress = s.progress
	}
	return l.Open(o.Input, o.Usage, s.stdin, sample.Folder)
}
