package repotest

import (
	"go/ast"
	"go/doc"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// README.md shows a whole program and its output. The program is the body of
// Example, and it runs.
func TestReadmeExample(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```\n\n```\n(.*?)```").FindStringSubmatch(readFile(t, "README.md"))
	if blocks == nil {
		t.Fatal("README.md has no program followed by its output")
	}
	program, output := blocks[1], blocks[2]
	if _, body, _ := strings.Cut(program, "\nfunc main() {\n"); !strings.Contains(readFile(t, "example_test.go"),
		"\nfunc Example() {\n"+strings.TrimSuffix(body, "}\n")+"\t// Output:\n\t// "+strings.ReplaceAll(strings.TrimSpace(output), "\n", "\n\t// ")+"\n}\n") {
		t.Errorf("the program in README.md or its output differs from Example in example_test.go:\n%s\n%s", program, output)
	}
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, []byte(program), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", file)
	cmd.Dir = root
	if got, err := cmd.CombinedOutput(); err != nil || string(got) != output {
		t.Errorf("the program in README.md prints\n%s\n%v, want\n%s", got, err, output)
	}
}

// The guide of rulestest shows a test file and a file of vectors. The tests pass with a
// service that answers as the library does.
func TestRulestestGuide(t *testing.T) {
	d, _ := documentation(t, "rulestest")
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "testdata"), 0o777); err != nil {
		t.Fatal(err)
	}
	service := "\n\nfunc askService(given json.RawMessage) (any, error) { return rulestest.Answer(\"eligibility.evaluate\", given) }\n"
	for name, text := range map[string]string{
		"policy_test.go": codeBlock(t, d.Doc, "package policy") + service,
		filepath.Join("testdata", "renewals.json"): codeBlock(t, d.Doc, "{"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "test", "-v", filepath.Join(dir, "policy_test.go"))
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	for _, name := range []string{"TestCases/renewals.json/OUR-7/the_thirtieth_day_is_in_the_window", "TestService", "TestReasons"} {
		if !strings.Contains(string(out), "--- PASS: "+name+" ") {
			t.Errorf("%s does not pass: %v\n%.3000s", name, err, out)
		}
	}
}

// codeBlock returns the code in a comment that begins with the given line.
func codeBlock(t *testing.T, comment, first string) string {
	t.Helper()
	_, code, found := strings.Cut(comment, "\n\t"+first+"\n")
	if !found {
		t.Fatalf("no code begins with %s", first)
	}
	lines := []string{first}
	for line := range strings.Lines(code) {
		if line != "\n" && !strings.HasPrefix(line, "\t") {
			break
		}
		lines = append(lines, strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return strings.Join(lines, "\n")
}

// Each package has a guide and an example, and each exported name and field a
// comment.
func TestExportedNamesAreDocumented(t *testing.T) {
	for _, dir := range published() {
		d, fset := documentation(t, dir)
		for _, typ := range d.Types {
			for _, name := range undocumentedFields(fset, typ) {
				t.Errorf("%s.%s has no comment", d.Name, name)
			}
		}
		if len(d.Doc) < 500 || len(d.Examples) == 0 {
			t.Errorf("package %s has a package comment of %d bytes and %d examples, want 500 and one at least", d.Name, len(d.Doc), len(d.Examples))
		}
		for name, comment := range exportedNames(d) {
			if strings.TrimSpace(comment) == "" {
				t.Errorf("%s.%s has no comment", d.Name, name)
			}
		}
	}
}

// undocumentedFields returns the exported fields of a struct without a comment. A
// comment covers the fields below it, up to the next blank line. The comment of
// the type covers the fields before the first blank line.
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

// withoutExample are the functions that need no example, each with the reason.
var withoutExample = map[string]string{
	"eligibility.Baseline": "the default of the plain functions",
	"agreement.Editions":   "like calendar.Editions",
	"benefits.Editions":    "like calendar.Editions",
	"cpor.Editions":        "like calendar.Editions",
	"eligibility.Editions": "like calendar.Editions",

	"rulestest.Run":     "takes a *testing.T; the package comment has a test file",
	"rulestest.RunFunc": "like rulestest.Run",
	"rulestest.Reasons": "like rulestest.Run",
}

// Each exported function is called in an example of its package.
func TestFunctionsHaveExamples(t *testing.T) {
	unused := keys(withoutExample)
	for _, dir := range published() {
		d, _ := documentation(t, dir)
		shown := map[string]bool{}
		for _, example := range examplesOf(d) {
			ast.Inspect(example.Code, func(node ast.Node) bool {
				if selector, ok := node.(*ast.SelectorExpr); ok {
					if x, ok := selector.X.(*ast.Ident); ok && x.Name == d.Name {
						shown[selector.Sel.Name] = true
					}
				}
				return true
			})
		}
		for _, f := range functionsOf(d) {
			if shown[f.Name] {
				continue
			}
			name := d.Name + "." + f.Name
			if delete(unused, name); withoutExample[name] == "" {
				t.Errorf("no example calls %s", name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("withoutExample lists %s, which does not exist or has an example", name)
	}
}

// examplesOf returns all examples of a package.
func examplesOf(d *doc.Package) []*doc.Example {
	all := d.Examples
	for _, f := range functionsOf(d) {
		all = append(all, f.Examples...)
	}
	for _, typ := range d.Types {
		all = append(all, typ.Examples...)
		for _, method := range typ.Methods {
			all = append(all, method.Examples...)
		}
	}
	return all
}
