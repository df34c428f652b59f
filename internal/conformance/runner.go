package conformance

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// The results of running vectors, which are exit statuses too.
const (
	Agrees  = 0 // all vectors agree
	Differs = 1 // a vector differs
	Invalid = 2 // a file or a vector is invalid, or the program cannot answer
)

// A Runner runs vector files. It prints differences to Stdout and faults to Stderr.
type Runner struct {
	Stdout, Stderr io.Writer
	Expected       *Expected

	// Program answers the vectors. If it is nil, the library does.
	Program *Program

	result int
}

// Run runs the vectors of all files and returns the result. It stops if the program
// can no longer answer.
func (r *Runner) Run(sources []Source) int {
	for _, source := range sources {
		if err := r.runSource(source); err != nil {
			return r.Fault(err)
		}
	}
	for _, err := range r.Expected.Unknown() {
		r.Fault(err)
	}
	return r.result
}

// Fault prints an error, unless it is nil, and returns the result so far.
func (r *Runner) Fault(err error) int {
	if err != nil {
		fmt.Fprintln(r.Stderr, err)
		r.result = Invalid
	}
	return r.result
}

// ask asks the program or the library.
func (r *Runner) ask(v *Vector) ([]string, error) {
	if r.Program == nil {
		return v.RunLibrary()
	}
	return v.Run(r.Program.Answer)
}

// A count counts the vectors of a file.
type count struct{ ran, differ, expected int }

// runSource runs the vectors of one file. It prints the differences and a line with
// totals, which do not count vectors with a fault. It returns an error if the program
// can no longer answer.
func (r *Runner) runSource(source Source) error {
	file, faults := Read(source, r.Program != nil)
	for _, err := range faults {
		r.Fault(err)
	}
	var n count
	rules := map[string]bool{}
	for _, v := range file.Vectors {
		differences, err := r.ask(&v)
		switch {
		case errors.As(err, new(*ProgramError)):
			return err
		case errors.Is(err, errors.ErrUnsupported):
			differences = []string{err.Error()}
		case err != nil:
			r.Fault(fmt.Errorf("%s: %s: %s: %w", source.Name, v.Rule, v.Says, err))
			continue
		}
		rules[v.Rule] = true
		r.report(source, v, differences, &n)
	}
	fmt.Fprintf(r.Stdout, "%s: %d vectors, %d rules, %d differ", file.Subject, n.ran, len(rules), n.differ)
	if n.expected > 0 {
		fmt.Fprintf(r.Stdout, ", %d differ as expected", n.expected)
	}
	fmt.Fprintln(r.Stdout)
	return nil
}

// report counts a vector, and prints its differences unless they are expected.
func (r *Runner) report(source Source, v Vector, differences []string, n *count) {
	n.ran++
	if r.Expected.Take(source.Name, v) {
		if len(differences) > 0 {
			n.expected++
			return
		}
		differences = []string{"agrees, but is expected to fail"}
	}
	if len(differences) > 0 {
		n.differ++
		r.result = max(r.result, Differs)
		fmt.Fprintf(r.Stdout, "%s: %s: %s\n    %s %s\n    %s\n",
			source.Name, v.Rule, v.Says, v.Call, v.Given, strings.Join(differences, "\n    "))
	}
}
