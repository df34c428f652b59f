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

// Exit statuses.
const (
	exitOK     = 0
	exitWrite  = 1 // the output could not be written
	exitFault  = 2 // the command line or the input is at fault: there is no output
	exitFaults = 3 // the input is at fault, and the rest was judged (-keep-going)
)

// A setting is what the program runs in.
type setting struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	today  calendar.Date // to judge by if neither the command line nor the input names a day
	colour bool          // stdout takes colours
	ticker bool          // stderr is a terminal, on which progress may be shown
}

type options struct {
	on        calendar.Date
	edition   portfolio.Edition
	other     portfolio.Edition // to compare with; none if empty
	json      bool
	all       bool
	keepGoing bool
	usage     string
	input     string
}

// run is the whole program but for what it runs in.
func (s setting) run(args []string) int {
	opts, err := parseArgs(args, s.stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitFault // parseArgs has said so
	}
	answer, err := opts.answer(s)
	if err != nil {
		fmt.Fprintln(s.stderr, err)
		return exitFault
	}
	if err := answer.write(s.stdout); err != nil {
		fmt.Fprintln(s.stderr, err)
		return exitWrite
	}
	if answer.faults > 0 {
		fmt.Fprintln(s.stderr, count(answer.faults, "fault", "faults")+": see the end of the output")
		return exitFaults
	}
	return exitOK
}

const usageLine = "usage: portfolio [-on YYYY-MM-DD] [-policy baseline|in-force] [-compare baseline|in-force]\n" +
	"                 [-json] [-all] [-keep-going] [-usage report.csv] [folder or file]"

// parseArgs says on stderr what is wrong, and how it is right.
func parseArgs(args []string, stderr io.Writer) (options, error) {
	var opts options
	flags := flag.NewFlagSet("portfolio", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, usageLine)
		flags.PrintDefaults()
	}
	flags.TextVar(&opts.on, "on", calendar.Date{}, "the `day` to judge by; without it that of the input, else today in UTC")
	flags.TextVar(&opts.edition, "policy", portfolio.Baseline, "the `edition` of the rules: baseline, or in-force with the changes since")
	flags.Func("compare", "list what is decided differently under another `edition`", func(text string) error {
		return opts.other.UnmarshalText([]byte(text))
	})
	flags.BoolVar(&opts.json, "json", false, "write JSON")
	flags.BoolVar(&opts.all, "all", false, "list every benefit, customer, claim and pair in the text")
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

// An answer is what is to be written once all is judged, so that there is no
// output if anything is wrong.
type answer struct {
	write  func(io.Writer) error
	faults int
}

func (o options) answer(s setting) (answer, error) {
	p, err := o.load(s)
	if err != nil {
		return answer{}, err
	}
	on := s.today
	switch {
	case !o.on.IsZero():
		on = o.on
	case !p.Day().IsZero():
		on = p.Day()
	}
	r, err := p.Judge(on, o.edition)
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

// text writes a page.
func (s setting) text(all bool, fill func(*page)) func(io.Writer) error {
	return func(w io.Writer) error {
		p := &page{w: bufio.NewWriter(w), colour: s.colour, all: all}
		fill(p)
		return p.w.Flush()
	}
}

// load reads all input.
func (o options) load(s setting) (*portfolio.Portfolio, error) {
	l := portfolio.Loader{KeepGoing: o.keepGoing}
	if s.ticker {
		l.Progress = s.progress
	}
	return l.Open(o.input, o.usage, s.stdin, sample.Folder)
}
