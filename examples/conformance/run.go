package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// The exit statuses.
const (
	exitAgrees  = 0
	exitDiffers = 1
	exitFault   = 2
)

// run runs the program and returns its exit status. It writes differences to stdout
// and faults to stderr.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("conformance", flag.ContinueOnError)
	flags.SetOutput(stderr)
	list := flags.Bool("list", false, "print the calls that a vector can make")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return exitAgrees
	case err != nil:
		return exitFault
	}
	calls := registry()
	if *list {
		printCalls(stdout, calls)
		return exitAgrees
	}
	sources, err := findSources(flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitFault
	}
	status := exitAgrees
	for _, source := range sources {
		status = max(status, runSource(source, calls, stdout, stderr))
	}
	return status
}

// runSource runs the vectors of one file. It prints the differences and a line with
// totals, which do not count vectors with a fault.
func runSource(source source, calls map[string]call, stdout, stderr io.Writer) int {
	status := exitAgrees
	file, faults := readFile(source, calls)
	fault := func(err error) {
		fmt.Fprintln(stderr, err)
		status = exitFault
	}
	for _, err := range faults {
		fault(err)
	}
	ran, differ, rules := 0, 0, map[string]bool{}
	for _, v := range file.Vectors {
		differences, err := v.run(calls)
		if err != nil {
			fault(fmt.Errorf("%s: %w", source.name, err))
			continue
		}
		ran++
		rules[v.Rule] = true
		if len(differences) > 0 {
			differ++
			fmt.Fprintf(stdout, "%s: %s: %s\n    %s %s\n    %s\n",
				source.name, v.Rule, v.Says, v.Call, v.Given, strings.Join(differences, "\n    "))
		}
	}
	fmt.Fprintf(stdout, "%s: %d vectors, %d rules, %d differ\n", file.Subject, ran, len(rules), differ)
	if differ > 0 {
		status = max(status, exitDiffers)
	}
	return status
}
