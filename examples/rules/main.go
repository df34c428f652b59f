// Command rules prints the rules of the library.
//
//	rules             list the IDs and titles of all rules
//	rules ELG-05      print a rule, its sources, its reasons and its vectors
//	rules -json       print all rules as JSON, or the given ones
//	rules -diff baseline,in-force
//	                  print where two editions differ: for each dated change, or for
//	                  the given rules, on the day before it and on its first day
//
// With -diff, each change has a grid of questions. The program counts the questions
// with different answers and prints one of them, or all with -all.
//
// The exit status is 0, 1 if the output cannot be written, or 2 if a rule is
// unknown or the command line is invalid.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/edits"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	exitOK = iota
	exitWrite
	exitUsage
)

// run runs the program and returns its exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("rules", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: rules [-json | -diff editions [-all]] [ID ...]")
		flags.PrintDefaults()
	}
	diff := flags.String("diff", "", "print where two `editions` differ, such as baseline,in-force")
	every := flags.Bool("all", false, "with -diff, print all differences")
	asJSON := flags.Bool("json", false, "print the rules as JSON")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitUsage
	}
	var pair [2]edition
	if *diff != "" {
		var err error
		if pair, err = parseEditions(*diff); err != nil {
			fmt.Fprintln(stderr, "rules:", err)
			return exitUsage
		}
	}
	rules, err := find(all(), flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, "rules:", err)
		return exitUsage
	}
	var out bytes.Buffer
	switch {
	case *diff != "":
		err = writeDiff(&out, rules, pair, *every)
	case *asJSON:
		err = writeJSON(&out, rules)
	case flags.NArg() == 0:
		list(&out, rules)
	default:
		err = write(&out, rules)
	}
	if err == nil {
		_, err = stdout.Write(out.Bytes())
	}
	if err != nil {
		fmt.Fprintln(stderr, "rules:", err)
		return exitWrite
	}
	return exitOK
}

// all returns the rules of all packages.
func all() partnerrules.Rulebook {
	return slices.Concat(calendar.Rules(), eligibility.Rules(), benefits.Rules(), agreement.Rules(), cpor.Rules(), partnerrules.Rules())
}

// find returns the rules with the given IDs, in any case of letters, or all rules
// if no ID is given.
func find(rules partnerrules.Rulebook, ids []string) (found partnerrules.Rulebook, err error) {
	if len(ids) == 0 {
		return rules, nil
	}
	for _, id := range ids {
		rule, ok := rules.Find(partnerrules.RuleID(strings.ToUpper(id)))
		if !ok {
			return nil, fmt.Errorf("unknown rule %.20q, did you mean %s?", id, strings.Join(near(rules, strings.ToUpper(id)), ", "))
		}
		found = append(found, rule)
	}
	return found, nil
}

const nearest = 3

// near returns the IDs that are most similar to an unknown ID.
func near(rules partnerrules.Rulebook, id string) (ids []string) {
	for _, rule := range rules {
		ids = append(ids, string(rule.ID))
	}
	id = id[:min(len(id), 20)]
	slices.SortStableFunc(ids, func(a, b string) int { return edits.Distance(a, id) - edits.Distance(b, id) })
	return ids[:nearest]
}

func writeJSON(w io.Writer, rules partnerrules.Rulebook) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(rules)
}
