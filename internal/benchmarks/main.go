// Command benchmarks compares partnerrules with its alternatives and prints the
// results as Markdown. README.md describes the method.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"time"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/report"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

func main() {
	if err := command(os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "benchmarks:", err)
		os.Exit(1)
	}
}

func command(args []string, out, progress io.Writer) error {
	flags := flag.NewFlagSet("benchmarks", flag.ContinueOnError)
	flags.SetOutput(progress)
	var (
		names  = flags.String("run", "", "measure the groups whose names match this `expression`: "+groupNames())
		rounds = flags.Int("rounds", 0, "the maximum number of turns of each side; 0 means 31, or 3 with -short")
		short  = flags.Bool("short", false, "use small inputs and short turns, as a test of the program")
		ours   = flags.Bool("ours", false, "measure our sides only, among at most a million claims")
		folder = flags.String("o", "", "write results.json, RESULTS.md and the pictures to this `folder`")
		from   = flags.String("from", "", "read the results from this `file` instead of measuring")
		readme = flags.String("readme", "", "replace the section of results in this `page`")
	)
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: want flags only", flags.Arg(0))
	}
	pattern, err := regexp.Compile(*names)
	if err != nil {
		return fmt.Errorf("-run: %w", err)
	}
	var r result.Results
	if *from != "" {
		r, err = result.Read(*from)
	} else {
		r, err = run(meter(*rounds, *short), options{*short, *ours}, pattern, progress)
	}
	if err != nil {
		return err
	}
	if *folder != "" {
		err = errors.Join(err, writeFiles(&r, *folder))
	}
	if *readme != "" {
		err = errors.Join(err, writeFront(&r, *readme))
	}
	if *folder == "" && *readme == "" {
		fmt.Fprint(out, report.Full(&r))
	}
	return err
}

// meter returns the meter of a full run or of a short run.
func meter(rounds int, short bool) measure.Meter {
	m := measure.Meter{Rounds: 31, Slice: 10 * time.Millisecond, Patience: 20 * time.Second}
	if short {
		m = measure.Meter{Rounds: 3, Slice: time.Millisecond, Patience: time.Second}
	}
	if rounds > 0 {
		m.Rounds = rounds
	}
	return m
}

func groupNames() (names string) {
	for i, g := range groups {
		if i > 0 {
			names += ", "
		}
		names += g.name
	}
	return names
}
