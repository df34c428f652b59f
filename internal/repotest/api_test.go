package repotest

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/exp/apidiff"
)

// The API of the last release is recorded in testdata/api. There is one file for
// each package, with its declarations but without comments and function bodies,
// below the name of the release.
//
// A change that breaks callers fails the test, unless CHANGELOG.md names what it
// breaks above that release, in backquotes and with its package, in
//
//   - an item that begins with "- Breaking:", or
//   - the first cell of a row of a table "| was | is |".
//
// A row whose second cell has a name in backquotes is a renaming. It also admits
// the types and signatures in which nothing else changed: with a row
// "| `agreement.Course` | `agreement.Plan` |" a function may return a Plan where
// it returned a Course.
var (
	record = flag.Bool("record", false, "record the exported API as the API of the newest release")
	breaks = flag.Bool("breaks", false, "print the names that break callers and are not in CHANGELOG.md")
)

func TestAPIIsCompatible(t *testing.T) {
	changelog := readFile(t, "CHANGELOG.md")
	newest := newestRelease(changelog)
	release := recordedRelease(t)
	if *record == (release == newest) {
		t.Fatalf("the record is of %s, and the newest release in CHANGELOG.md is %s: use -record for a new release only", release, newest)
	}
	recorded, current := newChecker(recordedSource), newChecker(currentSource)
	admitted := admissionsSince(t, changelog, release)
	for _, dir := range published() {
		last := ""
		for _, broken := range incompatible(t, recorded, current, dir, admitted) {
			if !*breaks {
				t.Errorf("%s breaks callers, but is not in CHANGELOG.md: %s", broken.name, broken.change)
			} else if t.Fail(); broken.name != last {
				fmt.Println(broken.name)
			}
			last = broken.name
		}
	}
	if *record && !t.Failed() {
		for dir := range current.own {
			src, err := currentSource(dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(recordFile(dir), append([]byte("// "+newest+"\n"), src...), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A function removed, a signature changed, and a field renamed in Go or in JSON
// are found. Additions pass.
func TestIncompatible(t *testing.T) {
	const before = "package cpor\ntype T struct{ A int `json:\"a\"` }\ntype Tri int8\nconst Yes Tri = 1\nfunc F(int) int\nfunc (T) M()\nfunc G(T, ...[]Tri) *T\n"
	edit := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(before) }
	alias := edit("package cpor", "package cpor\nimport \"github.com/partnerrules/partnerrules\"", "type Tri int8", "type Tri = partnerrules.Tri", "const Yes Tri = 1", "const Yes = partnerrules.Yes")
	for _, test := range []struct{ after, changelog, want string }{
		{before, "", ""},
		{edit(" }\n", "; B int `json:\"b\"` }\nfunc H()\n"), "", ""},
		{edit("func F(int) int\n", ""), "", "cpor.F"},
		{edit("func F(int) int\n", ""), "- Breaking: `cpor.F` is gone.\n", ""},
		{edit("func F(int) int\n", ""), "- Breaking: `cpor.G` is gone.\n", "cpor.F"},
		{edit("func F(int) int\n", ""), "- `cpor.F` is gone.\n", "cpor.F"},
		{edit("func F(int) int\n", ""), "| was | is |\n|---|---|\n| `cpor.G`, `cpor.F` | |\n", ""},
		{edit("func F(int) int\n", ""), "| is | was |\n|---|---|\n| `cpor.F` | `cpor.G` |\n", "cpor.F"},
		{edit("F(int)", "F(int8)"), "", "cpor.F"},
		{edit("A int", "B int"), "", "cpor.T.A"},
		{edit("func (T) M()\n", ""), "", "cpor.T.M"},
		{edit("func (T) M()\n", ""), "- Breaking: `cpor.T.M` is gone.", ""},
		{edit(`"a"`, `"b"`), "", "cpor.T.A"},
		{edit(`"a"`, `"b"`), "- Breaking: `cpor.T.A` is `b` in JSON.\n", ""},
		{edit("T struct", "U struct", "(T)", "(U)", "G(T, ...[]Tri) *T", "G(U, ...[]Tri) *U"), "", "cpor.T"},
		{edit("T struct", "U struct", "(T)", "(U)", "G(T, ...[]Tri) *T", "G(U, ...[]Tri) *U"), "| was | is |\n|---|---|\n| `cpor.T` | `cpor.U` |\n", ""},
		{edit("T struct", "U struct", "(T)", "(U)", "G(T, ...[]Tri) *T", "G(U, ...[]Tri) (*U, error)"), "| was | is |\n|---|---|\n| `cpor.T` | `cpor.U` |\n", "cpor.G"},
		{edit("T struct", "U struct", `"a"`, `"b"`, "(T)", "(U)", "G(T, ...[]Tri) *T", "G(U, ...[]Tri) *U"), "| was | is |\n|---|---|\n| `cpor.T` | `cpor.U` |\n", "cpor.T.A"},
		{alias, "", "cpor.Tri"},
		{alias, "| was | is |\n|---|---|\n| `agreement.Tri`, `cpor.Tri` | `partnerrules.Tri` |\n", ""},
	} {
		const vocabulary = "package partnerrules\nimport \"github.com/partnerrules/partnerrules/internal/intern\"\ntype Tri int8\nconst Yes Tri = 1\ntype S[E any] struct { table intern.Table }\nfunc (S[E]) Len() int\nfunc Of[E any]() S[E] {}\n"
		sources := func(cpor string) func(string) ([]byte, error) {
			return func(dir string) ([]byte, error) {
				return []byte(map[string]string{"cpor": cpor, ".": vocabulary, "internal/intern": "package intern; type Table []int"}[dir]), nil
			}
		}
		admitted := admissionsSince(t, "# Changelog\n\n## Unreleased\n\n"+test.changelog+"\n## v0.1.0, 2026-11-01\n\n- Breaking: `cpor.F`\n", "v0.1.0")
		var names []string
		for _, broken := range incompatible(t, newChecker(sources(before)), newChecker(sources(test.after)), "cpor", admitted) {
			names = append(names, broken.name)
		}
		if got := strings.Join(slices.Compact(names), " "); got != test.want {
			t.Errorf("%s\nwith %q breaks %q, want %q", test.after, test.changelog, got, test.want)
		}
	}
	if got := newestRelease("# Changelog\n\n## Unreleased\n\n## v0.2.0, 2026-12-01\n\n## v0.1.0, 2026-11-01\n"); got != "v0.2.0" {
		t.Errorf("the newest release is %q, want v0.2.0", got)
	}
}

// newestRelease returns the name of the first release in a changelog.
func newestRelease(changelog string) string {
	_, rest, _ := strings.Cut(changelog, "\n## v")
	name, _, _ := strings.Cut(rest, ",")
	return "v" + name
}

// recordFile returns the name of the file that records the package in a folder.
func recordFile(dir string) string {
	name := strings.ReplaceAll(dir, "/", "_")
	if dir == "." {
		name = "partnerrules"
	}
	return filepath.Join("testdata", "api", name+".txt")
}

// recordedRelease returns the release that all files in testdata/api record.
func recordedRelease(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob(recordFile("*"))
	if err != nil {
		t.Fatal(err)
	}
	releases := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		release, _, _ := strings.Cut(strings.TrimPrefix(string(text), "// "), "\n")
		releases[release] = true
	}
	if len(releases) != 1 {
		t.Fatalf("testdata/api records the releases %v, want one", slices.Collect(maps.Keys(releases)))
	}
	return slices.Collect(maps.Keys(releases))[0]
}

// admissions are the names that may break according to the changelog. A name
// that is renamed maps to the new one, other names to the empty string.
type admissions map[string]string

var quoted = regexp.MustCompile("`([^`]+)`")

// admissionsSince returns what the changelog admits above a release.
func admissionsSince(t *testing.T, changelog, release string) admissions {
	t.Helper()
	since, _, found := strings.Cut(changelog, "\n## "+release)
	if !found {
		t.Fatalf("CHANGELOG.md has no release %s", release)
	}
	admitted := admissions{}
	for line := range strings.Lines(since) {
		if strings.HasPrefix(line, "- Breaking: ") {
			for _, name := range quoted.FindAllStringSubmatch(line, -1) {
				admitted[name[1]] = ""
			}
		}
	}
	all, _ := tables(since)
	for _, table := range all {
		if len(table[0]) < 2 || table[0][0] != "was" || table[0][1] != "is" {
			continue
		}
		for _, row := range table[1:] {
			was := quoted.FindAllStringSubmatch(row[0], -1)
			is := [][]string(nil)
			if len(row) > 1 {
				is = quoted.FindAllStringSubmatch(row[1], -1)
			}
			for i, name := range was {
				switch {
				case len(is) == 1:
					admitted[name[1]] = is[0][1]
				case len(is) == len(was):
					admitted[name[1]] = is[i][1]
				default:
					admitted[name[1]] = ""
				}
			}
		}
	}
	return admitted
}

// A checker checks the types of packages, from their declarations.
type checker struct {
	fset   *token.FileSet
	source func(dir string) ([]byte, error)
	own    map[string]*types.Package // by folder
	std    types.Importer
}

func newChecker(source func(dir string) ([]byte, error)) *checker {
	return &checker{token.NewFileSet(), source, map[string]*types.Package{}, importer.Default()}
}

// Import implements [types.Importer]. It checks imported packages of the module
// on demand.
func (c *checker) Import(path string) (*types.Package, error) {
	switch dir, ok := strings.CutPrefix(path, module+"/"); {
	case ok:
		return c.check(dir)
	case path == module:
		return c.check(".")
	}
	return c.std.Import(path)
}

func (c *checker) check(dir string) (*types.Package, error) {
	if pkg, ok := c.own[dir]; ok {
		return pkg, nil
	}
	src, err := c.source(dir)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(c.fset, dir+".txt", src, 0)
	if err != nil {
		return nil, err
	}
	config := types.Config{Importer: c, IgnoreFuncBodies: true, DisableUnusedImportCheck: true}
	pkg, err := config.Check(importPath(dir), c.fset, []*ast.File{file}, nil)
	if err != nil {
		return nil, err
	}
	c.own[dir] = pkg
	return pkg, nil
}

// A breakage is a change of the API that breaks callers.
type breakage struct {
	name   string // the changed name, with its package
	change string
}

// incompatible returns the changes of a package that break callers and are not
// admitted, sorted.
func incompatible(t *testing.T, recorded, current *checker, dir string, admitted admissions) []breakage {
	t.Helper()
	old, err := recorded.check(dir)
	if err != nil {
		t.Fatal(err)
	}
	now, err := current.check(dir)
	if err != nil {
		t.Fatal(err)
	}
	pkg := packageName(dir)
	aliases := aliasesIn(current)
	var broken []breakage
	add := func(name, change string) {
		name = pkg + "." + strings.NewReplacer("(*", "", ")", "").Replace(name)
		if _, ok := admitted[name]; !ok && !followsFrom(admitted, aliases, pkg, name, change) {
			broken = append(broken, breakage{name, change})
		}
	}
	for _, change := range apidiff.Changes(old, now).Changes {
		if !change.Compatible {
			name, what, _ := strings.Cut(change.Message, ": ")
			add(name, what)
		}
	}
	tags := map[string]string{}
	for dir, other := range current.own {
		for field, tag := range fieldTags(other) {
			tags[packageName(dir)+"."+field] = tag
		}
	}
	for field, tag := range fieldTags(old) {
		typ, name, _ := strings.Cut(field, ".")
		now := pkg + "." + field
		if is := admitted[now]; is != "" {
			now = is
		} else if is := rename(aliases, rename(admitted, pkg+"."+typ)); is != pkg+"."+typ {
			now = is + "." + name
		}
		if other, ok := tags[now]; ok && other != tag {
			add(field, fmt.Sprintf("%s is now %s", tag, other))
		}
	}
	slices.SortFunc(broken, func(a, b breakage) int { return strings.Compare(a.name+a.change, b.name+b.change) })
	return broken
}

// aliasesIn returns the types to which the exported aliases in the current packages
// refer, by qualified name.
func aliasesIn(current *checker) map[string]string {
	found := map[string]string{}
	for _, pkg := range current.own {
		for _, name := range pkg.Scope().Names() {
			if typ, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok && typ.IsAlias() {
				found[pkg.Name()+"."+name] = qualify(pkg.Name(), types.TypeString(types.Unalias(typ.Type()), types.RelativeTo(pkg)))
			}
		}
	}
	return found
}

// followsFrom reports whether the type of a name changed only because types in it
// were renamed.
func followsFrom(admitted admissions, aliases map[string]string, pkg, name, change string) bool {
	was, is, ok := strings.Cut(strings.TrimPrefix(change, "changed from "), " to ")
	was, is = qualify(pkg, was), qualify(pkg, is)
	return ok && was != name && rename(aliases, rename(admitted, was)) == rename(aliases, is)
}

// rename replaces the qualified names in the text of a type.
func rename(names map[string]string, typ string) string {
	return regexp.MustCompile(`\b\w+\.[A-Z]\w*`).ReplaceAllStringFunc(typ, func(name string) string {
		if is := names[name]; is != "" {
			return is
		}
		return name
	})
}

// qualify adds the name of its package to each exported name in the text of a
// type. The default is pkg.
func qualify(pkg, typ string) string {
	typ = regexp.MustCompile(`\w[\w.-]*(?:/[\w.-]+)*/(\w+\.)`).ReplaceAllString(typ, "$1")
	return regexp.MustCompile(`(^|[^.\w])([A-Z]\w*)`).ReplaceAllString(typ, "${1}"+pkg+".$2")
}

// fieldTags returns the tags of the exported fields of a package, by Type.Field.
// They hold the names of the fields in JSON.
func fieldTags(pkg *types.Package) map[string]string {
	tags := map[string]string{}
	for _, name := range pkg.Scope().Names() {
		object := pkg.Scope().Lookup(name)
		if _, isType := object.(*types.TypeName); !isType || !object.Exported() {
			continue
		}
		if fields, ok := object.Type().Underlying().(*types.Struct); ok {
			for i := range fields.NumFields() {
				if fields.Field(i).Exported() {
					tags[name+"."+fields.Field(i).Name()] = fields.Tag(i)
				}
			}
		}
	}
	return tags
}

// recordedSource returns the recorded declarations of a package. A package
// without a record had none.
func recordedSource(dir string) ([]byte, error) {
	src, err := os.ReadFile(recordFile(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return []byte("package " + packageName(dir)), nil
	}
	return src, err
}

// currentSource returns a package as one file of declarations, without comments,
// function bodies, tests, and functions that are not exported.
func currentSource(dir string) ([]byte, error) {
	fset := token.NewFileSet()
	files, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
	if err != nil {
		return nil, err
	}
	imports, used := map[string]bool{}, map[string]bool{}
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
				if !decl.Name.IsExported() || decl.Recv != nil && !receiver(decl.Recv.List[0].Type).IsExported() {
					continue
				}
				decl.Body, decl.Doc = nil, nil
				if decl.Type.TypeParams != nil {
					decl.Body = &ast.BlockStmt{} // go/types wants one
				}
			case *ast.GenDecl:
				if decl.Tok == token.IMPORT {
					for _, spec := range decl.Specs {
						imports[spec.(*ast.ImportSpec).Path.Value] = true
					}
					continue
				}
			}
			ast.Inspect(decl, func(node ast.Node) bool {
				if selector, ok := node.(*ast.SelectorExpr); ok {
					if x, ok := selector.X.(*ast.Ident); ok {
						used[x.Name] = true
					}
				}
				return true
			})
			if err := format.Node(&body, fset, decl); err != nil {
				return nil, err
			}
			body.WriteString("\n\n")
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "package %s\n\nimport (\n", packageName(dir))
	for _, path := range slices.Sorted(maps.Keys(imports)) {
		// Bodies use most internal packages, but some are in the types of fields.
		if !strings.Contains(path, "/internal/") || used[strings.Trim(filepath.Base(path), `"`)] {
			fmt.Fprintf(&out, "\t%s\n", path)
		}
	}
	out.WriteString(")\n\n")
	out.Write(body.Bytes())
	return format.Source(out.Bytes())
}

// receiver returns the name of a method's receiver type.
func receiver(typ ast.Expr) *ast.Ident {
	switch typ := typ.(type) {
	case *ast.StarExpr:
		return receiver(typ.X)
	case *ast.IndexExpr:
		return receiver(typ.X)
	case *ast.IndexListExpr:
		return receiver(typ.X)
	}
	return typ.(*ast.Ident)
}
