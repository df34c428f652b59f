package partnerrules_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// documentation returns the documentation of a package as go doc shows it.
func documentation(t *testing.T, pkg string) *doc.Package {
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
	return documented
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

func TestEveryExportedNameIsDocumented(t *testing.T) {
	for _, pkg := range apiPackages {
		d := documentation(t, pkg)
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
	if len(rows) == 0 {
		t.Fatal("RULES.md holds no rules")
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
