package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// An edition names a policy of every package.
type edition string

// The editions.
const (
	baseline edition = "baseline"
	inForce  edition = "in-force"
)

// parseEditions parses the two names that -diff compares.
func parseEditions(text string) (pair [2]edition, err error) {
	names := strings.Split(text, ",")
	if len(names) != len(pair) {
		return pair, fmt.Errorf("-diff: want two editions such as %s,%s", baseline, inForce)
	}
	for i, name := range names {
		pair[i] = edition(strings.TrimSpace(name))
		if pair[i] != baseline && pair[i] != inForce {
			return pair, fmt.Errorf("-diff: unknown edition %.20q, want %s or %s", name, baseline, inForce)
		}
	}
	return pair, nil
}

// A change is a dated change of the rules, with a grid of questions that it can
// affect.
type change struct {
	rule  partnerrules.RuleID
	first calendar.Date // the first day of the change
	cells func(on calendar.Date) []cell
}

// A cell is a question of a grid. The input is a value that marshals to JSON. The
// answer under an edition is one too.
type cell struct {
	input  any
	answer func(edition) (any, error)
}

// writeDiff prints, for each dated change, the number of cells in which two editions
// differ on the day before the change and on its first day, and one such cell. With
// every it prints all of them.
func writeDiff(w io.Writer, rules partnerrules.Rulebook, pair [2]edition, every bool) error {
	separator := ""
	for _, c := range changes() {
		rule, ok := rules.Find(c.rule)
		if !ok {
			continue
		}
		fmt.Fprint(w, separator)
		separator = "\n"
		fmt.Fprintf(w, "%s  %s, from %s\n", rule.ID, rule.Title, c.first)
		for _, on := range []calendar.Date{c.first.AddDays(-1), c.first} {
			if err := writeDay(w, c.cells(on), pair, on, every); err != nil {
				return fmt.Errorf("%s on %s: %w", c.rule, on, err)
			}
		}
	}
	return nil
}

func writeDay(w io.Writer, cells []cell, pair [2]edition, on calendar.Date, every bool) error {
	var examples strings.Builder
	differ := 0
	for _, c := range cells {
		var answers [2]map[string]json.RawMessage
		for i, e := range pair {
			answer, err := c.answer(e)
			if err == nil {
				answers[i], err = members(answer)
			}
			if err != nil {
				return err
			}
		}
		names := differences(answers[0], answers[1])
		if len(names) == 0 {
			continue
		}
		if differ++; differ > 1 && !every {
			continue
		}
		input, err := json.Marshal(c.input)
		if err != nil {
			return err
		}
		fmt.Fprintf(&examples, "    %s\n", input)
		for i, e := range pair {
			fmt.Fprintf(&examples, "      %s", e)
			for _, name := range names {
				value := answers[i][name]
				if value == nil {
					value = json.RawMessage("-")
				}
				fmt.Fprintf(&examples, "  %s %s", name, value)
			}
			fmt.Fprintln(&examples)
		}
	}
	fmt.Fprintf(w, "  %s  %d of %d cells differ\n%s", on, differ, len(cells), examples.String())
	return nil
}

// members returns the JSON members of an answer, without the policy that it was given
// under.
func members(answer any) (map[string]json.RawMessage, error) {
	text, err := json.Marshal(answer)
	if err != nil {
		return nil, err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, err
	}
	delete(all, "policy")
	return all, nil
}

// differences returns the names of the members that differ, sorted.
func differences(a, b map[string]json.RawMessage) (names []string) {
	for _, name := range slices.Sorted(maps.Keys(merged(a, b))) {
		if string(a[name]) != string(b[name]) {
			names = append(names, name)
		}
	}
	return names
}

func merged(a, b map[string]json.RawMessage) map[string]json.RawMessage {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}
