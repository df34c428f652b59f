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
	ExitFault  = 2 // the command line or the input is invalid: there is no output
	ExitFaults = 3 // parts of the input are invalid, and the rest was judged (-keep-going)
)

// A Command holds the command-line options that the programs share.
type Command struct {
	On        calendar.Date // the day of the report, if given
	Edition   Edition
	KeepGoing bool
	Usage     string // the file name of a usage report, or empty
	Input     string // the argument of Loader.Open
}

// Parse parses the arguments of a program, which has defined its own flags before.
// If the arguments are invalid, it writes the error and the usage to stderr.
func (c *Command) Parse(flags *flag.FlagSet, usage string, args []string, stderr io.Writer) error {
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, usage)
		flags.PrintDefaults()
	}
	flags.TextVar(&c.On, "on", calendar.Date{}, "the `day` of the report; default: the day in the input, or today in UTC")
	flags.TextVar(&c.Edition, "policy", InForce, "the `edition` of the rules: in-force, or baseline, which lacks later changes")
	flags.BoolVar(&c.KeepGoing, "keep-going", false, "leave out invalid parts of the input, and list all faults")
	flags.StringVar(&c.Usage, "usage", "", "a CPOR Microsoft 365 usage report: a CSV `file` of approved claims")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 1 {
		err := fmt.Errorf("want at most one folder or file, not %d", flags.NArg())
		fmt.Fprintln(stderr, err)
		flags.Usage()
		return err
	}
	c.Input = flags.Arg(0)
	return nil
}

// Day returns the day of the report: the day on the command line, or else the day
// in the input, or else today.
func (c *Command) Day(p *Portfolio, today calendar.Date) calendar.Date {
	switch {
	case !c.On.IsZero():
		return c.On
	case !p.Day().IsZero():
		return p.Day()
	}
	return today
}
