package repotest

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers lists the packages of the library that each package may import. Imports
// point down only; "." is the root package. An entry for a package that does not
// exist yet is ignored.
var layers = map[string][]string{
	".":                {"internal/quote", "internal/strict"},
	"internal/check":   {".", "internal/quote"},
	"internal/explain": {".", "calendar"},
	"internal/intern":  {"."},
	"internal/kleene":  nil,
	"internal/edits":   nil,
	"internal/quote":   nil,
	"internal/strict":  {"internal/edits", "internal/quote"},
	"calendar":         {".", "internal/check"},

	"internal/enum":     {"calendar"},
	"internal/enumtest": {"calendar"},

	"eligibility": {".", "calendar", "internal/check", "internal/explain", "internal/intern", "internal/enum", "internal/kleene"},
	"agreement":   {".", "calendar", "internal/check", "internal/explain", "internal/strict", "internal/intern", "internal/enum", "internal/kleene"},
	"cpor":        {".", "calendar", "internal/check", "internal/explain", "internal/intern", "internal/enum", "internal/kleene"},
	"benefits":    {".", "calendar", "eligibility", "internal/check", "internal/explain", "internal/intern", "internal/enum"},

	"messages": {".", "calendar", "eligibility", "benefits", "agreement", "cpor"},
}

// tools are the folders of programs and tests. They import what they like, and
// no package in layers imports them.
var tools = []string{
	"examples", "rulestest", "testdata",
	"internal/benchmarks", "internal/codes", "internal/conformance", "internal/repotest", "internal/rulebook", "internal/texttest", "internal/tools", "internal/wording",
}

func isTool(dir string) bool {
	return slices.ContainsFunc(tools, func(tool string) bool { return dir == tool || strings.HasPrefix(dir, tool+"/") })
}

// forbidden are packages of the standard library with which a rule could depend on
// more than its arguments. Packages below them are forbidden too.
var forbidden = []string{"os", "net", "log", "math/rand", "reflect", "unsafe", "encoding/json", "runtime", "syscall", "plugin", "C"}

// forbiddenNames are the names that rules may not use, by package.
var forbiddenNames = map[string][]string{"time": {"Now", "Since", "Until", "Local", "After", "Tick", "Sleep", "NewTimer", "NewTicker", "AfterFunc", "LoadLocation"}}

// impurities returns the faults of a source file: imports that are not allowed,
// package variables other than days, goroutines, init functions, and uses of the
// clock or the local time zone.
func impurities(dir, filename string, src any) []string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filename, src, 0)
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	report := func(at token.Pos, format string, args ...any) {
		found = append(found, fmt.Sprint(fset.Position(at), ": ", fmt.Sprintf(format, args...)))
	}
	paths := map[string]string{} // import paths by the name of the package
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			report(spec.Pos(), "import %s: %v", spec.Path.Value, err)
		}
		paths[filepath.Base(path)] = path
		if spec.Name != nil {
			paths[spec.Name.Name] = path
			if spec.Name.Name == "." {
				report(spec.Pos(), "dot import of %s", path)
			}
		}
		if reason := badImport(dir, path); reason != "" {
			report(spec.Pos(), "imports %s: %s", path, reason)
		}
	}
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.GenDecl); ok && decl.Tok == token.VAR {
			for _, spec := range decl.Specs {
				for i, name := range spec.(*ast.ValueSpec).Names {
					if name.Name != "_" && !isPublishedDay(spec.(*ast.ValueSpec), i) {
						report(name.Pos(), "package variable %s", name.Name)
					}
				}
			}
		}
	}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.GoStmt:
			report(node.Pos(), "starts a goroutine")
		case *ast.AssignStmt:
			for _, left := range node.Lhs {
				if x := variable(left); x != nil && node.Tok != token.DEFINE && isGlobal(x) {
					report(left.Pos(), "assigns to package variable %s", x.Name)
				}
			}
		case *ast.UnaryExpr:
			if x := variable(node.X); x != nil && node.Op == token.AND && isGlobal(x) {
				report(node.Pos(), "takes the address of package variable %s", x.Name)
			}
		case *ast.SelectorExpr:
			if x, ok := node.X.(*ast.Ident); ok && slices.Contains(forbiddenNames[paths[x.Name]], node.Sel.Name) {
				report(node.Pos(), "uses %s.%s", x.Name, node.Sel.Name)
			}
		case *ast.FuncDecl:
			if node.Recv == nil && node.Name.Name == "init" {
				report(node.Pos(), "has an init function")
			}
		}
		return true
	})
	return found
}

// isPublishedDay reports whether the variable of a declaration is a day, or the days
// for which the rules are known. Go has no constants of these types.
func isPublishedDay(spec *ast.ValueSpec, i int) bool {
	if i >= len(spec.Values) || spec.Names[i].IsExported() {
		return false
	}
	switch types.ExprString(spec.Values[i]) {
	case "Editions().Known()":
		return true
	default:
		call, ok := spec.Values[i].(*ast.CallExpr)
		return ok && slices.Contains([]string{"MustParseDate", "calendar.MustParseDate"}, types.ExprString(call.Fun))
	}
}

// variable returns the identifier at the beginning of an operand such as x.f[i], or nil.
func variable(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return variable(e.X)
	case *ast.IndexExpr:
		return variable(e.X)
	}
	return nil
}

// isGlobal reports whether an identifier can name a package variable: it is declared
// outside of functions, or in another file.
func isGlobal(x *ast.Ident) bool {
	if x.Name == "_" {
		return false
	}
	if x.Obj == nil {
		return true
	}
	spec, ok := x.Obj.Decl.(*ast.ValueSpec)
	return ok && x.Obj.Kind == ast.Var && isPublishedDay(spec, slices.IndexFunc(spec.Names, func(n *ast.Ident) bool { return n.Name == x.Name }))
}

// badImport returns why a package may not import a path, or the empty string.
func badImport(dir, path string) string {
	if path == module || strings.HasPrefix(path, module+"/") {
		imported := "."
		if path != module {
			imported = strings.TrimPrefix(path, module+"/")
		}
		if !slices.Contains(layers[dir], imported) {
			return "it is not in a lower layer"
		}
		return ""
	}
	if strings.Contains(strings.Split(path, "/")[0], ".") {
		return "it is not in the standard library"
	}
	for _, bad := range forbidden {
		if path == "encoding/json" && dir == "agreement" {
			continue // agreement marshals the bodies of requests
		}
		if dir == "internal/strict" && (path == "encoding/json" || path == "reflect") {
			continue // it reads a text into the type that it is given
		}
		if path == bad || strings.HasPrefix(path, bad+"/") {
			return "rules depend on their arguments only"
		}
	}
	return ""
}

// packageFolders returns the folders of all packages of the root module.
func packageFolders(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", "{{.ImportPath}}", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var dirs []string
	for _, path := range strings.Fields(string(out)) {
		if path == module {
			path = module + "/."
		}
		dirs = append(dirs, strings.TrimPrefix(path, module+"/"))
	}
	return dirs
}

// Each package imports lower layers and the standard library only.
func TestImportLayers(t *testing.T) {
	for _, dir := range packageFolders(t) {
		if _, ok := layers[dir]; !ok && !isTool(dir) {
			t.Errorf("package %s is in no layer: add it to layers or tools", dir)
		}
	}
	for dir, imports := range layers {
		for _, imported := range imports {
			if _, ok := layers[imported]; !ok || isTool(imported) || slices.Contains(layers[imported], dir) {
				t.Errorf("layers: %s may not import %s", dir, imported)
			}
		}
	}
}

// A program that imports rulestest does not link the vectors, and no package but the
// examples imports rulestest.
func TestRulestestIsApart(t *testing.T) {
	list := func(args ...string) string {
		cmd := exec.Command("go", append([]string{"list"}, args...)...)
		cmd.Dir = root
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return "\n" + string(out)
	}
	if deps := list("-deps", "./rulestest"); strings.Contains(deps, "/rulestest/vectors\n") || !strings.Contains(deps, "/internal/conformance\n") {
		t.Errorf("rulestest imports rulestest/vectors:%s", deps)
	}
	if imports := list("-f", `{{join .Imports "\n"}}`, "./..."); strings.Contains(imports, "/rulestest\n") {
		t.Errorf("a package imports rulestest:%s", imports)
	}
}

// Rules depend on nothing but their arguments.
func TestRulePackagesArePure(t *testing.T) {
	for _, dir := range packageFolders(t) {
		if isTool(dir) {
			continue
		}
		for _, file := range sources(t, dir, false) {
			for _, found := range impurities(dir, file, nil) {
				t.Error(found)
			}
		}
	}
}

// Each of these sources has one fault, and the check finds it.
func TestImpurities(t *testing.T) {
	for src, want := range map[string]string{
		`import "os"`:                           "imports os",
		`import "net/http"`:                     "imports net/http",
		`import "log/slog"`:                     "imports log/slog",
		`import "math/rand/v2"`:                 "imports math/rand/v2",
		`import "reflect"`:                      "imports reflect",
		`import "unsafe"`:                       "imports unsafe",
		`import "encoding/json"`:                "imports encoding/json",
		`import "github.com/google/go-cmp/cmp"`: "not in the standard library",
		`import "` + module + `/benefits"`:      "not in a lower layer",
		`import "` + module + `/rulestest"`:     "not in a lower layer",
		`import . "time"`:                       "dot import",
		`var cache = map[int]int{}`:             "package variable cache",
		`var a, b int`:                          "package variable b",
		`func f() { go f() }`:                   "starts a goroutine",
		`func init() {}`:                        "init function",
		`import "time"; func f() time.Time { return time.Now() }`:                  "uses time.Now",
		`import clock "time"; func f() { _ = clock.Now }`:                          "uses clock.Now",
		`import "time"; func f(t time.Time) time.Time { return t.In(time.Local) }`: "uses time.Local",
		`func f( {`: "expected",
		`var Day = calendar.MustParseDate("2024-02-29")`: "package variable Day",
		`var day = today()`: "package variable day",
		`var day, other = calendar.MustParseDate("2024-02-29"), today()`:       "package variable other",
		`var day = calendar.MustParseDate("2024-02-29"); func f() { day = d }`: "assigns to package variable day",
		`func f() { known.First = d }`:                                         "assigns to package variable known",
		`func f() { g(&known.First) }`:                                         "takes the address of package variable known",
	} {
		found := impurities("eligibility", "bad.go", "package p; "+src)
		if len(found) == 0 || !strings.Contains(found[len(found)-1], want) {
			t.Errorf("%s: found %q, want %q", src, found, want)
		}
	}
	for _, src := range []string{
		`import "` + module + `"`, `import "` + module + `/calendar"`, `import "database/sql/driver"`, `import "time"; var _ = time.UTC`, `var _ int = 1`,
		`var day = calendar.MustParseDate("2024-02-29")`, `var known = Editions().Known()`,
		`func (p *T) f(q U) { p.x, q[1].y = 1, 2; var z int; z = 3; g(&z, &p.x) }`,
	} {
		if found := impurities("eligibility", "good.go", "package p; "+src); found != nil {
			t.Errorf("%s: found %q", src, found)
		}
	}
	if found := impurities("agreement", "good.go", `package p; import "encoding/json"`); found != nil {
		t.Errorf("agreement may import encoding/json: found %q", found)
	}
	for dir, path := range map[string]string{".": module + "/calendar", "calendar": module + "/cpor", "internal/check": module + "/calendar"} {
		if found := impurities(dir, "bad.go", `package p; import "`+path+`"`); found == nil {
			t.Errorf("%s may import %s, want a fault", dir, path)
		}
	}
}

// requirements are the direct requirements of the root module, which users of
// the library see in their module graph.
var requirements = []string{
	"github.com/google/go-cmp",
	"github.com/shopspring/decimal",
	"golang.org/x/exp",
	"pgregory.net/rapid",
}

// directRequirements returns the direct requirements of a go.mod file, and
// whether it has tool lines.
func directRequirements(file string) (paths []string, hasTools bool, err error) {
	out, err := exec.Command("go", "mod", "edit", "-json", file).Output()
	if err != nil {
		return nil, false, err
	}
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
		Tool []struct{ Path string }
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		return nil, false, err
	}
	for _, r := range mod.Require {
		if !r.Indirect {
			paths = append(paths, r.Path)
		}
	}
	slices.Sort(paths)
	return paths, len(mod.Tool) > 0, nil
}

// The root module has the listed direct requirements and no tools.
func TestDirectRequirements(t *testing.T) {
	paths, hasTools, err := directRequirements(filepath.Join(root, "go.mod"))
	if err != nil || hasTools || !slices.Equal(paths, requirements) {
		t.Errorf("go.mod requires %q, tool lines: %v, error: %v", paths, hasTools, err)
	}
	other := filepath.Join(t.TempDir(), "go.mod")
	text := "module m\n\ntool example.com/tool\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0 // indirect\n)\n"
	if err := os.WriteFile(other, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	paths, hasTools, err = directRequirements(other)
	if err != nil || !hasTools || !slices.Equal(paths, []string{"example.com/a"}) {
		t.Errorf("a go.mod with one direct requirement and a tool: %q, %v, %v", paths, hasTools, err)
	}
}
