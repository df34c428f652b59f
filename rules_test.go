package partnerrules_test

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// documentation returns the documentation of a package as go doc shows it.
func documentation(t *testing.T, pkg string) *doc.Package {
	t.Helper()
	documented, _ := documentationIn(t, pkg)
	return documented
}

// documentationIn also returns the files that positions are in.
func documentationIn(t *testing.T, pkg string) (*doc.Package, *token.FileSet) {
	t.Helper()
	fset := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	documented, err := doc.NewFromFiles(fset, files, module+"/"+pkg)
	if err != nil {
		t.Fatal(err)
	}
	return documented, fset
}

// exported returns the exported names of a package, methods as Type.Method, and
// what is said of each.
func exported(d *doc.Package) map[string]string {
	names := map[string]string{}
	addFuncs := func(prefix string, funcs []*doc.Func) {
		for _, f := range funcs {
			names[prefix+f.Name] = f.Doc
		}
	}
	addValues := func(values []*doc.Value) {
		for _, v := range values {
			for _, spec := range v.Decl.Specs {
				spec := spec.(*ast.ValueSpec)
				for _, name := range spec.Names {
					if name.IsExported() {
						names[name.Name] = v.Doc + spec.Doc.Text() + spec.Comment.Text()
					}
				}
			}
		}
	}
	addFuncs("", d.Funcs)
	addValues(d.Consts)
	addValues(d.Vars)
	for _, typ := range d.Types {
		names[typ.Name] = typ.Doc
		addFuncs("", typ.Funcs)
		addFuncs(typ.Name+".", typ.Methods)
		addValues(typ.Consts)
	}
	return names
}

// undocumentedFields returns the exported fields of a struct that have no comment:
// neither one of their own nor, with no blank line between, that of fields above
// or of the type.
func undocumentedFields(fset *token.FileSet, typ *doc.Type) (names []string) {
	ast.Inspect(typ.Decl, func(node ast.Node) bool {
		fields, ok := node.(*ast.StructType)
		if !ok {
			return true
		}
		covered, last := true, fset.Position(fields.Fields.Opening).Line
		for _, field := range fields.Fields.List {
			first := fset.Position(field.Pos()).Line
			switch {
			case strings.TrimSpace(field.Doc.Text()) != "":
				covered = true
			case first > last+1:
				covered = false
			}
			last = fset.Position(field.End()).Line
			for _, name := range field.Names {
				if name.IsExported() && !covered && strings.TrimSpace(field.Comment.Text()) == "" {
					names = append(names, typ.Name+"."+name.Name)
				}
			}
		}
		return true
	})
	return names
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	for _, pkg := range apiPackages {
		d, fset := documentationIn(t, pkg)
		for _, typ := range d.Types {
			for _, name := range undocumentedFields(fset, typ) {
				t.Errorf("%s.%s is not documented", pkg, name)
			}
		}
		if len(d.Doc) < 500 || len(d.Examples) == 0 {
			t.Errorf("package %s has a guide of %d bytes and %d examples", pkg, len(d.Doc), len(d.Examples))
		}
		for name, said := range exported(d) {
			if strings.TrimSpace(said) == "" {
				t.Errorf("%s.%s is not documented", pkg, name)
			}
		}
	}
}

// tables returns the tables of a Markdown text as rows of cells, the headers
// first, and the number of lines that look like rows of a table and are in none.
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

// tablesOf returns the tables of a file that begin with a cell.
func tablesOf(t *testing.T, name, corner string) (found [][][]string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	all, stray := tables(string(text))
	if stray > 0 {
		t.Errorf("%s: %d rows are in no table", name, stray)
	}
	for _, table := range all {
		if table[0][0] == corner {
			found = append(found, table)
		}
	}
	return found
}

// RULES.md and README.md tell once for each package for which days it is known.
func TestTablesTellTheKnownDays(t *testing.T) {
	for _, name := range []string{"RULES.md", "README.md"} {
		told := map[string]string{}
		for _, table := range tablesOf(t, name, "package") {
			if table[0][1] != "rules known for" {
				continue
			}
			for _, row := range table[1:] {
				told[row[0]] += row[1]
			}
		}
		want := map[string]string{}
		for pkg, p := range map[string]calendar.Period{
			"calendar": calendar.Known(), "eligibility": eligibility.Known(), "benefits": benefits.Known(), "agreement": agreement.Known(), "cpor": cpor.Known(),
		} {
			want[pkg] = p.First().String() + " to " + p.Last().String()
		}
		if diff := cmp.Diff(want, told); diff != "" {
			t.Errorf("%s tells other days than the packages:\n%s", name, diff)
		}
	}
}

// RULES.md tells the most points of each metric in each area (ELG-14).
func TestTableTellsThePoints(t *testing.T) {
	found := tablesOf(t, "RULES.md", "area")
	if len(found) != 1 || len(found[0]) != 1+6 || len(found[0][0]) != 1+5 {
		t.Fatalf("%d tables of points, want one of six areas and five metrics: %q", len(found), found)
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
			told, err := eligibility.ParsePoints(cell)
			if err != nil || told != want && !(cell == "0" && want.IsZero()) { // 0: there is no such metric
				t.Errorf("%v in %v: %s points at most, want %v, %v", metric, area, cell, want, err)
			}
		}
	}
}

// Every rule of RULES.md that belongs to a package is answered by functions that
// exist, and is found by its ID in what go doc shows of the package.
func TestRulesNameWhatAnswersThem(t *testing.T) {
	text, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	shown := map[string]string{}
	for _, pkg := range apiPackages {
		d := documentation(t, pkg)
		shown[pkg] = d.Doc
		for name, said := range exported(d) {
			names[pkg+"."+name] = said
			shown[pkg] += said
		}
		for _, typ := range d.Types {
			shown[pkg] += fieldComments(typ.Decl)
		}
	}
	rows := regexp.MustCompile(`(?m)^\| ([A-Z]{3}-\d\d) \| (?:decides|informs) \|.*\| ([^|]*) \|$`).FindAllStringSubmatch(string(text), -1)
	listed := map[string]bool{}
	for _, row := range rows {
		listed[row[1]] = true
	}
	if known := ruleIDs(); !maps.Equal(listed, known) {
		t.Errorf("RULES.md lists %d rules, want those of ruleIDs, which are %d", len(listed), len(known))
	}
	for pkg, said := range shown {
		for _, id := range regexp.MustCompile(`[A-Z]{3}-\d\d`).FindAllString(said, -1) {
			if !listed[id] {
				t.Errorf("go doc of %s speaks of %s, which RULES.md does not list", pkg, id)
			}
		}
	}
	for _, row := range rows {
		id, answers := row[1], regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[2], -1)
		if len(answers) == 0 {
			t.Errorf("%s is answered by nothing", id)
		}
		found := false
		for _, answer := range answers {
			if _, exists := names[answer[1]]; !exists {
				t.Errorf("%s is answered by %s, which does not exist", id, answer[1])
			}
			pkg, _, _ := strings.Cut(answer[1], ".")
			found = found || mentions(shown[pkg], id)
		}
		if !found {
			t.Errorf("go doc does not lead to %s", id)
		}
	}
}

// ruleIDs are the IDs of all rules there are.
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

// fieldComments returns what is said of the fields of a struct.
func fieldComments(decl *ast.GenDecl) string {
	var said strings.Builder
	ast.Inspect(decl, func(node ast.Node) bool {
		if field, ok := node.(*ast.Field); ok {
			said.WriteString(field.Doc.Text() + field.Comment.Text())
		}
		return true
	})
	return said.String()
}

// mentions reports whether a text names a rule, alone or within a span: CAL-03
// is within "CAL-01 to CAL-09" only for the overview, so spans do not count.
func mentions(text, id string) bool {
	text = regexp.MustCompile(`[A-Z]{3}-\d\d to [A-Z]{3}-\d\d`).ReplaceAllString(text, "")
	return strings.Contains(text, id)
}
