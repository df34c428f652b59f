package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/rulestest/vectors"
)

// list prints a line for each rule.
func list(w io.Writer, rules partnerrules.Rulebook) {
	for _, rule := range rules {
		fmt.Fprintf(w, "%s  %s\n", rule.ID, rule.Title)
	}
}

// write prints each rule with its reasons and vectors.
func write(w io.Writer, rules partnerrules.Rulebook) error {
	tests, err := tests()
	if err != nil {
		return err
	}
	reasons := reasons()
	for i, rule := range rules {
		if i > 0 {
			fmt.Fprintln(w)
		}
		writeRule(w, rule)
		if carried := reasons[rule.ID]; carried != nil {
			fmt.Fprintln(w, "\nReasons")
			for _, r := range carried {
				fmt.Fprintf(w, "  %s\n    %s\n    To do: %s\n", r.code, r.message, cmp.Or(r.remedy, "nothing"))
			}
		}
		if named := tests[rule.ID]; named != nil {
			fmt.Fprintln(w, "\nVectors")
			for _, v := range named {
				fmt.Fprintf(w, "  %s, %s: %s\n", v.file, v.Case, v.Says)
			}
		}
	}
	return nil
}

// writeRule prints the fields of a rule.
func writeRule(w io.Writer, rule partnerrules.Rule) {
	kind := "informs"
	if rule.Decides {
		kind = "decides"
	}
	fmt.Fprintf(w, "%s  %s (%s, basis %s)\n\n  %s\n", rule.ID, rule.Title, kind, rule.Basis, rule.Statement)
	if rule.From != "" {
		fmt.Fprintf(w, "\n  First day %s, last seen %s.\n", rule.From, rule.Seen)
	}
	if len(rule.Readings) > 0 {
		fmt.Fprintln(w, "\nReadings")
		for _, reading := range rule.Readings {
			fmt.Fprintf(w, "  - %s\n", reading)
		}
	}
	if len(rule.Sources) > 0 {
		fmt.Fprintln(w, "\nSources")
		for _, s := range rule.Sources {
			title := s.Title
			if s.Section != "" {
				title += "; " + s.Section
			}
			fmt.Fprintf(w, "  %s  %s (edition %s, last seen %s)\n", s.Basis, title, s.Edition, s.Seen)
		}
	}
	fmt.Fprintln(w, "\nAnswered by")
	for _, name := range rule.AnsweredBy {
		fmt.Fprintf(w, "  %s\n", name)
	}
}

// A reason is a reason of some package, with its texts.
type reason struct{ code, message, remedy string }

// reasons returns the reasons of all packages by their rules.
func reasons() map[partnerrules.RuleID][]reason {
	byRule := map[partnerrules.RuleID][]reason{}
	addReasons[eligibility.Reason](byRule)
	addReasons[benefits.Reason](byRule)
	addReasons[agreement.Reason](byRule)
	addReasons[cpor.Reason](byRule)
	return byRule
}

// addReasons adds the reasons of one package.
func addReasons[R interface {
	partnerrules.Enum
	partnerrules.Reason
}](byRule map[partnerrules.RuleID][]reason) {
	for r := range partnerrules.Values[R]() {
		byRule[r.Rule()] = append(byRule[r.Rule()], reason{r.String(), r.Message(), r.Remedy()})
	}
}

// A test is the part of a vector that this program prints.
type test struct {
	file string
	Rule partnerrules.RuleID
	Case string
	Says string
}

// tests returns the vectors by their rules.
func tests() (map[partnerrules.RuleID][]test, error) {
	files, err := fs.Glob(vectors.FS(), "*.json")
	if err != nil {
		return nil, err
	}
	byRule := map[partnerrules.RuleID][]test{}
	for _, name := range files {
		text, err := fs.ReadFile(vectors.FS(), name)
		if err != nil {
			return nil, err
		}
		var file struct{ Vectors []test }
		if err := json.Unmarshal(text, &file); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, v := range file.Vectors { // schema.json has no vectors
			v.file = name
			byRule[v.Rule] = append(byRule[v.Rule], v)
		}
	}
	return byRule, nil
}
