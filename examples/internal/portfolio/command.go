package portfolio

import (
	"flag"
	"fmt"
	"io"

	"github.com/partnerrules/partnerrules/calendar"
)

// Exit statuses of the programs that show a report.
const (
	ExitOK     = 0
	ExitWrite  = 1 // the output could not be written
	ExitFault  = 2 // the command line or the input is at fault: there is no output
	ExitFaults = 3 // the input is at fault, and the rest was judged (-keep-going)
)

// A Command is what all of these programs are asked on the command line.
type Command struct {
	On        calendar.Date // the day to judge by, if one is named
	Edition   Edition
	KeepGoing bool
	Usage     string // the name of a usage report, or empty
	Input     string // what Loader.Open opens
}

// Parse reads the arguments of a program, whose own flags are defined already.
// It says on stderr what is wrong, and how it is right.
func (c *Command) Parse(flags *flag.FlagSet, usage string, args []string, stderr io.Writer) error {
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, usage)
		flags.PrintDefaults()
	}
	flags.TextVar(&c.On, "on", calendar.Date{}, "the `day` to judge by; without it that of the input, else today in UTC")
	flags.TextVar(&c.Edition, "policy", Baseline, "the `edition` of the rules: baseline, or in-force with the changes since")
	flags.BoolVar(&c.KeepGoing, "keep-going", false, "leave out what is at fault, and list all faults")
	flags.StringVar(&c.Usage, "usage", "", "a CPOR Microsoft 365 usage report, a CSV `file` of approved claims")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 1 {
		err := fmt.Errorf("want one folder or file at most, not %d", flags.NArg())
		fmt.Fprintln(stderr, err)
		flags.Usage()
		return err
	}
	c.Input = flags.Arg(0)
	return nil
}

// Day returns the day to judge by: that of the command line, else that of the
// input, else today.
func (c *Command) Day(p *Portfolio, today calendar.Date) calendar.Date {
	switch {
	case !c.On.IsZero():
		return c.On
	case !p.Day().IsZero():
		return p.Day()
	}
	return today
}
