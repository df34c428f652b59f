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
// package: its declarations without comments and bodies, below the name of the
// release. A change that breaks a caller fails the test, unless CHANGELOG.md names
// what it breaks above that release, in an item that begins with Breaking. When
// CHANGELOG.md names a new release, -record writes the record anew; of one release
// there is one record.

var record = flag.Bool("record", false, "record the exported API as that of the newest release")

// apiPackages are those that callers import, each after those it imports.
var apiPackages = []string{"calendar", "eligibility", "benefits", "agreement", "cpor"}

func TestAPIIsCompatible(t *testing.T) {
	text, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	changelog, newest := string(text), newestRelease(string(text))
	recorded, current := newChecker(), newChecker()
	for _, pkg := range apiPackages {
		declared, err := declarations(pkg)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", "api", pkg+".txt")
		before, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		release, _, _ := strings.Cut(strings.TrimPrefix(string(before), "// "), "\n")
		if *record == (release == newest) {
			t.Fatalf("%s is of %s, and the newest release in CHANGELOG.md is %s: -record is for a new release", file, release, newest)
		}
		for _, broken := range incompatible(t, recorded, current, pkg, before, declared) {
			if !admitted(changelog, release, pkg, broken) {
				t.Errorf("%s breaks callers, and CHANGELOG.md does not say so: %s", pkg, broken)
			}
		}
		if *record && !t.Failed() {
			if err := os.WriteFile(file, append([]byte("// "+newest+"\n"), declared...), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The guard sees a function removed, a signature changed, a field renamed, in Go
// or in JSON, and lets additions pass.
func TestIncompatibleChangesAreFound(t *testing.T) {
	const before = "package p\ntype T struct{ A int `json:\"a\"` }\nfunc F(int) int\nfunc (T) M()\n"
	for after, want := range map[string]string{
		before: "",
		strings.Replace(before, "}", "; B int `json:\"b\"` }", 1) + "func G()\n": "",
		strings.Replace(before, "func F(int) int\n", "", 1):                      "F: removed",
		strings.Replace(before, "F(int)", "F(int8)", 1):                          "F: changed",
		strings.Replace(before, "A int", "B int", 1):                             "T.A: removed",
		strings.Replace(before, "func (T) M()", "", 1):                           "T.M: removed",
		strings.Replace(before, `"a"`, `"b"`, 1):                                 "T.A: json:",
	} {
		found := strings.Join(incompatible(t, newChecker(), newChecker(), "p", []byte(before), []byte(after)), "; ")
		if !strings.Contains(found, want) || want == "" && found != "" {
			t.Errorf("%s: found %q, want %q", after, found, want)
		}
	}
	const log = "# Changelog\n\n## Unreleased\n\n- Breaking: `p.T.A` is now `p.T.B`, not `F`.\n- `p.I` is right.\n\n## v0.2.0, 2026-12-01\n\n- Breaking: `p.H` is gone.\n\n## v0.1.0, 2026-11-01\n\n- Breaking: `p.G`\n"
	for broken, want := range map[string]bool{
		"T.A: removed": true, "H: removed": true, "(*T).A: removed": true,
		"A: removed": false, "F: removed": false, "G: removed": false, "I: removed": false,
	} {
		if admitted(log, "v0.1.0", "p", broken) != want {
			t.Errorf("that %q breaks callers of what stands since v0.1.0 is admitted: %v", broken, !want)
		}
	}
	if admitted(log, "v0.1.0", "q", "T.A: removed") || admitted(log, "v0.2.0", "p", "H: removed") {
		t.Error("the changelog admits what it says of another package or of an older release")
	}
	if got := newestRelease(log); got != "v0.2.0" {
		t.Errorf("the newest release is %q", got)
	}
}

// newestRelease returns the name of the first release in the changelog.
func newestRelease(changelog string) string {
	_, rest, _ := strings.Cut(changelog, "\n## v")
	name, _, _ := strings.Cut(rest, ",")
	return "v" + name
}

// admitted reports whether the changelog names, above a release and as breaking,
// what a change breaks.
func admitted(changelog, release, pkg, broken string) bool {
	since, _, found := strings.Cut(changelog, "\n## "+release)
	name, _, _ := strings.Cut(broken, ":")
	name = strings.NewReplacer("(*", "", ")", "").Replace(name)
	for line := range strings.Lines(since) {
		if found && strings.HasPrefix(line, "- Breaking: ") && strings.Contains(line, "`"+pkg+"."+name+"`") {
			return true
		}
	}
	return false
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
	if path == module { // the vocabulary
		pkg, err := importer.ForCompiler(c.fset, "source", nil).Import(path)
		c.own[path] = pkg
		return pkg, err
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
	tags := fieldTags(now)
	for field, tag := range fieldTags(old) {
		if other, still := tags[field]; still && other != tag {
			broken = append(broken, fmt.Sprintf("%s: %s is now %s", field, tag, other))
		}
	}
	slices.Sort(broken)
	return broken
}

// fieldTags returns the tags of the fields of a package, by Type.Field: the names
// that stored answers have.
func fieldTags(pkg *types.Package) map[string]string {
	tags := map[string]string{}
	for _, name := range pkg.Scope().Names() {
		object := pkg.Scope().Lookup(name)
		if fields, ok := object.Type().Underlying().(*types.Struct); ok && object.Exported() {
			for i := range fields.NumFields() {
				tags[name+"."+fields.Field(i).Name()] = fields.Tag(i)
			}
		}
	}
	return tags
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
