package repotest

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/partnerrules/partnerrules"

// root is the folder of the repository, from the folder of this package.
var root = filepath.Join("..", "..")

// published returns the folders of all packages that users import: the packages of
// rules, and the package for tests, whose functions take a *testing.T.
func published() []string { return append(slices.Clone(packages), "rulestest") }

// packageName returns the name of the package in a folder.
func packageName(dir string) string {
	if dir == "." {
		return "partnerrules"
	}
	return filepath.Base(dir)
}

// importPath returns the import path of the package in a folder.
func importPath(dir string) string {
	if dir == "." {
		return module
	}
	return module + "/" + dir
}

// readFile returns the text of a file, named from the root of the repository.
func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// sources returns the names of the Go files in a folder of the repository, tests
// or others.
func sources(t *testing.T, dir string, tests bool) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") == tests {
			found = append(found, name)
		}
	}
	return found
}

// documentation returns the documentation of the package in a folder, with its
// examples, and the file set for its positions.
func documentation(t *testing.T, dir string) (*doc.Package, *token.FileSet) {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range append(sources(t, dir, false), sources(t, dir, true)...) {
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	d, err := doc.NewFromFiles(fset, files, importPath(dir))
	if err != nil {
		t.Fatal(err)
	}
	return d, fset
}

// functionsOf returns the functions of a package, without methods.
func functionsOf(d *doc.Package) []*doc.Func {
	funcs := d.Funcs
	for _, typ := range d.Types {
		funcs = append(funcs, typ.Funcs...)
	}
	return funcs
}

// exportedNames returns the doc comment of each exported name of a package.
// Methods are Type.Method.
func exportedNames(d *doc.Package) map[string]string {
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
		addValues(typ.Vars)
	}
	return names
}
