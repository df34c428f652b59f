package conformance

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The second column of a table in RULES.md.
const (
	decides        = "decides"
	informs        = "informs"
	notImplemented = "not implemented"
)

// A ruleRow is a row of a table in RULES.md.
type ruleRow struct{ id, does string }

var ruleRowPattern = regexp.MustCompile(`^\|\s*([A-Z]{3}-[0-9]{2})\s*\|\s*([^|]*?)\s*\|`)

// readRules returns the rows of all tables in a Markdown text whose first cell is a
// rule ID.
func readRules(text string) ([]ruleRow, error) {
	var rows []ruleRow
	for line := range strings.Lines(text) {
		m := ruleRowPattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		row := ruleRow{m[1], m[2]}
		switch {
		case !slices.Contains([]string{decides, informs, notImplemented}, row.does):
			return nil, fmt.Errorf("%s: want %s, %s or %s, not %q", row.id, decides, informs, notImplemented, row.does)
		case slices.ContainsFunc(rows, func(r ruleRow) bool { return r.id == row.id }):
			return nil, fmt.Errorf("%s has two rows", row.id)
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("no rows that begin with a rule ID")
	}
	return rows, nil
}

// lacks returns the rules without vectors for all cases, and the vectors whose rule
// has no row or is not implemented.
func lacks(rows []ruleRow, vectors []Vector) []string {
	has := map[string]map[string]bool{}
	for _, v := range vectors {
		if has[v.Rule] == nil {
			has[v.Rule] = map[string]bool{}
		}
		has[v.Rule][v.Case] = true
	}
	var faults []string
	implemented := map[string]bool{}
	for _, row := range rows {
		switch row.does {
		case decides:
			for _, c := range []string{caseHolds, caseFails, caseBorder} {
				if !has[row.id][c] {
					faults = append(faults, row.id+" lacks a vector of case "+c)
				}
			}
		case informs:
			if len(has[row.id]) == 0 {
				faults = append(faults, row.id+" lacks a vector")
			}
		}
		implemented[row.id] = row.does != notImplemented
	}
	var without []string
	for id := range has {
		if !implemented[id] {
			without = append(without, id+" has vectors, but RULES.md does not list it as implemented")
		}
	}
	slices.Sort(without)
	return append(faults, without...)
}

func TestVectors_EveryRule(t *testing.T) {
	text, err := os.ReadFile("../../RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readRules(string(text))
	if err != nil {
		t.Fatalf("RULES.md: %v", err)
	}
	var all []Vector
	for _, f := range shipped(t) {
		all = append(all, f.Vectors...)
	}
	for _, fault := range lacks(rows, all) {
		t.Error(fault)
	}
}

func TestReadRules(t *testing.T) {
	tests := []struct {
		name, text string
		want       []ruleRow
		wantErr    string
	}{
		{
			name: "several tables",
			text: "# Rules\n\n| ID | does | says |\n|---|---|---|\n| CAL-01 | decides | dates |\n" +
				"\nText with CAL-09 in it.\n\n| ELG-10 | informs | advice |\n|ELG-23|not implemented|nothing|\n",
			want: []ruleRow{{"CAL-01", decides}, {"ELG-10", informs}, {"ELG-23", notImplemented}},
		},
		{name: "no rows", text: "| ID | does |\n|---|---|\n", wantErr: "no rows that begin with a rule ID"},
		{name: "another word", text: "| CAL-01 | decide | dates |\n", wantErr: `CAL-01: want decides, informs or not implemented, not "decide"`},
		{name: "twice", text: "| CAL-01 | decides |\n| CAL-01 | informs |\n", wantErr: "CAL-01 has two rows"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := readRules(tt.text)
			if diff := cmp.Diff(tt.wantErr, errorText(err)); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(ruleRow{})); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLacks(t *testing.T) {
	rows := []ruleRow{{"CAL-01", decides}, {"CAL-02", decides}, {"ELG-10", informs}, {"ELG-17", informs}, {"ELG-23", notImplemented}}
	var vectors []Vector
	for _, v := range [][2]string{
		{"CAL-01", caseHolds},
		{"CAL-01", caseFails},
		{"CAL-01", caseBorder},
		{"CAL-02", caseHolds},
		{"ELG-10", caseInforms},
		{"ELG-23", caseHolds},
		{"ELG-99", caseHolds},
	} {
		vectors = append(vectors, Vector{Rule: v[0], Case: v[1]})
	}
	want := []string{
		"CAL-02 lacks a vector of case fails",
		"CAL-02 lacks a vector of case border",
		"ELG-17 lacks a vector",
		"ELG-23 has vectors, but RULES.md does not list it as implemented",
		"ELG-99 has vectors, but RULES.md does not list it as implemented",
	}
	if diff := cmp.Diff(want, lacks(rows, vectors)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
