package partnerrules_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/exp/apidiff"
)

// The API that a release promises is recorded in testdata/api, a file for each
// package: its declarations without comments and bodies. A change that breaks a
// caller fails the test, unless CHANGELOG.md names what it breaks under
// Unreleased. After a release, -record writes the record anew.

var record = flag.Bool("record", false, "record the exported API as that of a release")

// apiPackages are those that callers import, each after those it imports.
var apiPackages = []string{"calendar", "eligibility", "benefits", "agreement", "cpor"}

func TestAPIIsCompatible(t *testing.T) {
	changelog, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	recorded, current := newChecker(), newChecker()
	for _, pkg := range apiPackages {
		declared, err := declarations(pkg)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", "api", pkg+".txt")
		if *record {
			if err := os.WriteFile(file, declared, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		before, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range incompatible(t, recorded, current, pkg, before, declared) {
			if !admitted(string(changelog), broken) {
				t.Errorf("%s breaks callers, and CHANGELOG.md does not say so: %s", pkg, broken)
			}
		}
	}
}

// The guard sees a function removed, a signature changed and a field renamed,
// and lets additions pass.
func TestIncompatibleChangesAreFound(t *testing.T) {
	const before = "package p\ntype T struct{ A int }\nfunc F(int) int\nfunc (T) M()\n"
	for after, want := range map[string]string{
		before: "",
		"package p\ntype T struct{ A, B int }\nfunc F(int) int\nfunc (T) M()\nfunc G()\n": "",
		"package p\ntype T struct{ A int }\nfunc (T) M()\n":                               "F: removed",
		"package p\ntype T struct{ A int }\nfunc F(int8) int\nfunc (T) M()\n":             "F: changed",
		"package p\ntype T struct{ B int }\nfunc F(int) int\nfunc (T) M()\n":              "T.A: removed",
		"package p\ntype T struct{ A int }\nfunc F(int) int\n":                            "T.M: removed",
	} {
		found := strings.Join(incompatible(t, newChecker(), newChecker(), "p", []byte(before), []byte(after)), "; ")
		if !strings.Contains(found, want) || want == "" && found != "" {
			t.Errorf("%s: found %q, want %q", after, found, want)
		}
	}
	const log = "# Changelog\n\n## Unreleased\n\n- Breaking: `T.A` is now `T.B`.\n\n## 0.1.0\n\n- `F` is new.\n"
	if !admitted(log, "T.A: removed") || admitted(log, "F: removed") || admitted(log, "A: removed") {
		t.Error("the changelog admits what it does not name under Unreleased, or not what it names")
	}
}

// admitted reports whether the changelog names, under Unreleased, what a change
// breaks.
func admitted(changelog, broken string) bool {
	_, unreleased, _ := strings.Cut(changelog, "## Unreleased")
	unreleased, _, _ = strings.Cut(unreleased, "\n## ")
	name, _, _ := strings.Cut(broken, ":")
	return strings.Contains(unreleased, "`"+name+"`")
}

// A checker makes packages from their declarations, and remembers them for
// those that import them.
type checker struct {
	fset *token.FileSet
	own  map[string]*types.Package
	std  types.Importer
}

func newChecker() *checker {
	return &checker{token.NewFileSet(), map[string]*types.Package{}, importer.Default()}
}

func (c *checker) Import(path string) (*types.Package, error) {
	if pkg, ok := c.own[path]; ok {
		return pkg, nil
	}
	return c.std.Import(path)
}

func (c *checker) check(pkg string, src []byte) (*types.Package, error) {
	file, err := parser.ParseFile(c.fset, pkg+".txt", src, 0)
	if err != nil {
		return nil, err
	}
	path := module + "/" + pkg
	config := types.Config{Importer: c, IgnoreFuncBodies: true, DisableUnusedImportCheck: true}
	checked, err := config.Check(path, c.fset, []*ast.File{file}, nil)
	if err != nil {
		return nil, err
	}
	c.own[path] = checked
	return checked, nil
}

// incompatible returns what changed between two declarations of a package so
// that callers break, sorted.
func incompatible(t *testing.T, recorded, current *checker, pkg string, before, after []byte) []string {
	t.Helper()
	old, err := recorded.check(pkg, before)
	if err != nil {
		t.Fatal(err)
	}
	now, err := current.check(pkg, after)
	if err != nil {
		t.Fatal(err)
	}
	var broken []string
	for _, change := range apidiff.Changes(old, now).Changes {
		if !change.Compatible {
			broken = append(broken, change.Message)
		}
	}
	slices.Sort(broken)
	return broken
}

// declarations returns a package as one file of declarations, without comments,
// bodies, tests, and functions that are not exported.
func declarations(pkg string) ([]byte, error) {
	fset := token.NewFileSet()
	files, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		return nil, err
	}
	imports := map[string]bool{}
	var body bytes.Buffer
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if !decl.Name.IsExported() || decl.Recv != nil && !receiver(decl).IsExported() {
					continue
				}
				decl.Body, decl.Doc = nil, nil
			case *ast.GenDecl:
				if decl.Tok == token.IMPORT {
					for _, spec := range decl.Specs {
						imports[spec.(*ast.ImportSpec).Path.Value] = true
					}
					continue
				}
			}
			if err := format.Node(&body, fset, decl); err != nil {
				return nil, err
			}
			body.WriteString("\n\n")
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "package %s\n\nimport (\n", filepath.Base(pkg))
	paths := make([]string, 0, len(imports))
	for path := range imports {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		if !strings.Contains(path, "/internal/") {
			fmt.Fprintf(&out, "\t%s\n", path)
		}
	}
	out.WriteString(")\n\n")
	out.Write(body.Bytes())
	return format.Source(out.Bytes())
}

// receiver is the name of the type of a method.
func receiver(f *ast.FuncDecl) *ast.Ident {
	expr := f.Recv.List[0].Type
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	return expr.(*ast.Ident)
}
