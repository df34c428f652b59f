package repotest

import (
	"go/ast"
	"go/doc"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
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

// README.md lists the known days of each package once. RULES.md is generated.
func TestKnownDays_Readme(t *testing.T) {
	listed := map[string]string{}
	for _, table := range tablesOf(t, "README.md", "package") {
		if table[0][1] != "rules known for" {
			continue
		}
		for _, row := range table[1:] {
			listed[row[0]] += row[1]
		}
	}
	want := map[string]string{}
	for _, dir := range packages {
		if editions, ok := functions[packageName(dir)+".Editions"].(func() calendar.EditionList); ok {
			known := editions().Known()
			want[packageName(dir)] = known.First.String() + " to " + known.Last.String()
		}
	}
	if diff := cmp.Diff(want, listed); diff != "" {
		t.Errorf("the known days in README.md differ from the packages:\n%s", diff)
	}
}

// The documentation of a package names each of its rules at the function, type or
// field that answers it, and names no other rule. The rules of the root package that
// decide are named in any package.
func TestDocumentationNamesRules(t *testing.T) {
	known := map[string]bool{}
	var everywhere strings.Builder
	for _, dir := range packages {
		for _, rule := range rulesOf(packageName(dir)) {
			known[string(rule.ID)] = true
		}
		d, _ := documentation(t, dir)
		everywhere.WriteString(commentsOf(d))
	}
	for _, dir := range packages {
		d, _ := documentation(t, dir)
		shown := commentsOf(d)
		for _, rule := range rulesOf(d.Name) {
			if dir == "." && (!rule.Decides || mentions(everywhere.String(), string(rule.ID))) {
				continue
			}
			if !mentions(shown, string(rule.ID)) {
				t.Errorf("no comment in %s names %s", d.Name, rule.ID)
			}
		}
		for _, id := range regexp.MustCompile(`\b(CAL|ELG|BEN|AGR|CPR|EDN|INP)-\d\d\b`).FindAllString(d.Doc+shown, -1) {
			if !known[id] {
				t.Errorf("the documentation of %s names %s, which is not a rule", d.Name, id)
			}
		}
	}
}

// rulesOf returns the rules of a package, if it has any.
func rulesOf(pkg string) partnerrules.Rulebook {
	rules, ok := functions[pkg+".Rules"].(func() partnerrules.Rulebook)
	if !ok {
		return nil
	}
	return rules()
}

// commentsOf returns the comments of the exported names of a package, and of their
// fields.
func commentsOf(d *doc.Package) string {
	var comments strings.Builder
	for _, comment := range exportedNames(d) {
		comments.WriteString(comment)
	}
	for _, typ := range d.Types {
		comments.WriteString(fieldComments(typ.Decl))
	}
	return comments.String()
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
