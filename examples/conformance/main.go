// Command conformance runs test vectors and prints the differences by rule ID.
//
//	conformance [file or folder ...]
//	conformance -exec "python3 port.py" [-expect failures.txt] [file or folder ...]
//	conformance -serve
//	conformance -list
//
// Without arguments it runs the vectors of the library in rulestest/vectors.
// Otherwise it runs the given files and the *.json files of the given folders.
// A program can assert the rules that it relies on with vectors of its own.
// README.md in rulestest/vectors describes how to write them.
//
// The vectors run against the library. With -exec they run against a program in any
// language: it reads a line {"call": ..., "given": ...} for each vector, and writes a
// line with the result, or {"error": ...}. The file of -expect lists vectors that are
// expected to fail. With -serve the library answers such lines itself, so that a port
// can compare its answers.
//
// With -list it prints the calls that a vector can make, with their members.
//
// The exit status is 0 if all vectors agree, 1 if a vector differs, and 2 if a file
// or a vector is invalid, or the program of -exec cannot answer.
package main

import (
	"errors"
	"flag"
	"io"
	"os"
	"time"

	"github.com/partnerrules/partnerrules/internal/conformance"
	"github.com/partnerrules/partnerrules/rulestest/vectors"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run runs the program and returns its exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("conformance", flag.ContinueOnError)
	flags.SetOutput(stderr)
	list := flags.Bool("list", false, "print the calls that a vector can make")
	serve := flags.Bool("serve", false, "answer the lines of the standard input")
	command := flags.String("exec", "", "run the vectors against a program: its `command`, without quotation marks")
	expect := flags.String("expect", "", "the `file` that lists the vectors expected to fail")
	deadline := flags.Duration("deadline", 10*time.Second, "the time in which the program must answer a line")
	r := conformance.Runner{Stdout: stdout, Stderr: stderr}
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return conformance.Agrees
	case err != nil:
		return conformance.Invalid
	case *list:
		conformance.PrintCalls(stdout)
		return conformance.Agrees
	case *serve:
		return r.Fault(conformance.Serve(stdin, stdout, conformance.Answer))
	}
	sources, err := sourcesAt(flags.Args())
	if err != nil {
		return r.Fault(err)
	}
	if r.Expected, err = conformance.ReadExpected(*expect); err != nil {
		return r.Fault(err)
	}
	if *command == "" {
		return r.Run(sources)
	}
	if r.Program, err = conformance.Start(*command, *deadline, stderr); err != nil {
		return r.Fault(err)
	}
	r.Run(sources)
	return r.Fault(r.Program.Close())
}

// sourcesAt reads vector files. Without paths it reads the vectors of the library.
func sourcesAt(paths []string) ([]conformance.Source, error) {
	if len(paths) == 0 {
		return conformance.Sources(vectors.FS())
	}
	return conformance.SourcesAt(paths...)
}
