package repotest

import (
	"fmt"
	"go/ast"
	"maps"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// tables returns the tables of a Markdown text as rows of cells, each with its
// header first. It also returns the number of rows outside of a table.
func tables(text string) (found [][][]string, stray int) {
	in := false
	rule := regexp.MustCompile(`^\|[ :]*-`) // the line below a header
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		switch {
		case !strings.HasPrefix(line, "|"):
			in = false
			continue
		case rule.MatchString(line):
			continue
		case !in && (i+1 == len(lines) || !rule.MatchString(lines[i+1])):
			stray++
			continue
		case !in:
			in = true
			found = append(found, nil)
		}
		var cells []string
		for _, cell := range strings.Split(strings.Trim(line, "|"), "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		last := &found[len(found)-1]
		*last = append(*last, cells)
	}
	return found, stray
}

// tablesOf returns the tables of a file whose first cell is corner.
func tablesOf(t *testing.T, name, corner string) (found [][][]string) {
	t.Helper()
	all, stray := tables(readFile(t, name))
	if stray > 0 {
		t.Errorf("%s has %d rows outside of a table", name, stray)
	}
	for _, table := range all {
		if table[0][0] == corner {
			found = append(found, table)
		}
	}
	return found
}

// RULES.md and README.md list the known days of each package once.
func TestKnownDaysInTables(t *testing.T) {
	for _, name := range []string{"RULES.md", "README.md"} {
		listed := map[string]string{}
		for _, table := range tablesOf(t, name, "package") {
			if table[0][1] != "rules known for" {
				continue
			}
			for _, row := range table[1:] {
				listed[row[0]] += row[1]
			}
		}
		want := map[string]string{}
		for _, dir := range packages {
			if p, ok := knownDays(packageName(dir)); ok {
				want[packageName(dir)] = p.First().String() + " to " + p.Last().String()
			}
		}
		if diff := cmp.Diff(want, listed); diff != "" {
			t.Errorf("the known days in %s differ from the packages:\n%s", name, diff)
		}
	}
}

// knownDays returns the days for which the rules of a package are known, from its
// function Known or from the method Known of its editions.
func knownDays(pkg string) (known calendar.Period, ok bool) {
	f := reflect.ValueOf(functions[pkg+".Known"])
	if editions := reflect.ValueOf(functions[pkg+".Editions"]); !f.IsValid() && editions.IsValid() {
		f = editions.Call(nil)[0].MethodByName("Known")
	}
	if !f.IsValid() {
		return known, false
	}
	return f.Call(nil)[0].Interface().(calendar.Period), true
}

// RULES.md lists the maximum points of each metric in each area (ELG-14).
func TestMaximumPointsInTable(t *testing.T) {
	found := tablesOf(t, "RULES.md", "area")
	if len(found) != 1 || len(found[0]) != 1+6 || len(found[0][0]) != 1+5 {
		t.Fatalf("%d tables of points, want one with six areas and five metrics: %q", len(found), found)
	}
	table := found[0]
	for _, row := range table[1:] {
		var area eligibility.Area
		if err := area.UnmarshalText([]byte(row[0])); err != nil {
			t.Fatal(err)
		}
		for i, cell := range row[1:] {
			var metric eligibility.Metric
			if err := metric.UnmarshalText([]byte(table[0][i+1])); err != nil {
				t.Fatal(err)
			}
			want := eligibility.Greatest(area, metric)
			listed, err := eligibility.ParsePoints(cell)
			if err != nil || listed != want && !(cell == "0" && want.IsZero()) { // 0: the area does not use the metric
				t.Errorf("%v in %v: maximum %s, want %v, %v", metric, area, cell, want, err)
			}
		}
	}
}

// Each rule in RULES.md names functions that exist, and the documentation of
// their package names the rule.
func TestRulesNameFunctions(t *testing.T) {
	names := map[string]string{}
	shown := map[string]string{}
	for _, dir := range packages {
		d, _ := documentation(t, dir)
		pkg := d.Name
		shown[pkg] = d.Doc
		for name, comment := range exportedNames(d) {
			names[pkg+"."+name] = comment
			shown[pkg] += comment
		}
		for _, typ := range d.Types {
			shown[pkg] += fieldComments(typ.Decl)
		}
	}
	rows := regexp.MustCompile(`(?m)^\| ([A-Z]{3}-\d\d) \| (?:decides|informs) \|.*\| ([^|]*) \|$`).FindAllStringSubmatch(readFile(t, "RULES.md"), -1)
	listed := map[string]bool{}
	for _, row := range rows {
		listed[row[1]] = true
	}
	if known := ruleIDs(); !maps.Equal(listed, known) {
		t.Errorf("RULES.md lists %d rules, want the %d rules of ruleIDs", len(listed), len(known))
	}
	for pkg, comments := range shown {
		for _, id := range regexp.MustCompile(`[A-Z]{3}-\d\d`).FindAllString(comments, -1) {
			if !listed[id] {
				t.Errorf("the documentation of %s names %s, which RULES.md does not list", pkg, id)
			}
		}
	}
	for _, row := range rows {
		id, answers := row[1], regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[2], -1)
		if len(answers) == 0 {
			t.Errorf("%s names no function", id)
		}
		found := false
		for _, answer := range answers {
			if _, exists := names[answer[1]]; !exists {
				t.Errorf("%s names %s, which does not exist", id, answer[1])
			}
			pkg, _, _ := strings.Cut(answer[1], ".")
			found = found || mentions(shown[pkg], id)
		}
		if !found {
			t.Errorf("the documentation of the packages does not name %s", id)
		}
	}
}

// ruleIDs returns the IDs of all rules.
func ruleIDs() map[string]bool {
	ids := map[string]bool{}
	for prefix, spans := range map[string][][2]int{
		"CAL": {{1, 9}},
		"ELG": {{1, 22}, {24, 24}},
		"BEN": {{1, 14}, {20, 24}, {30, 35}, {40, 43}},
		"AGR": {{1, 8}, {10, 18}, {20, 22}, {24, 24}, {30, 32}, {35, 35}, {40, 46}},
		"CPR": {{1, 13}, {15, 41}, {43, 46}},
	} {
		for _, span := range spans {
			for n := span[0]; n <= span[1]; n++ {
				ids[fmt.Sprintf("%s-%02d", prefix, n)] = true
			}
		}
	}
	return ids
}

// fieldComments returns the comments of the fields of a struct.
func fieldComments(decl *ast.GenDecl) string {
	var comments strings.Builder
	ast.Inspect(decl, func(node ast.Node) bool {
		if field, ok := node.(*ast.Field); ok {
			comments.WriteString(field.Doc.Text() + field.Comment.Text())
		}
		return true
	})
	return comments.String()
}

// mentions reports whether a text names a rule. A span such as "CAL-01 to CAL-09"
// does not count.
func mentions(text, id string) bool {
	text = regexp.MustCompile(`[A-Z]{3}-\d\d to [A-Z]{3}-\d\d`).ReplaceAllString(text, "")
	return strings.Contains(text, id)
}
