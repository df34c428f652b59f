package partnerrules_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/partnerrules/partnerrules"

// floors says which packages of the library each may import: arrows point down.
var floors = map[string][]string{
	"calendar":          nil,
	"internal/enum":     {"calendar"},
	"internal/enumtest": {"calendar"},
	"internal/kleene":   nil,
	"eligibility":       {"calendar", "internal/enum", "internal/kleene"},
	"benefits":          {"calendar", "eligibility", "internal/enum"},
	"agreement":         {"calendar", "internal/enum", "internal/kleene"},
	"cpor":              {"calendar", "internal/enum", "internal/kleene"},
}

// forbidden are standard packages through which a rule could reach beyond its
// arguments, and, with that, all below them.
var forbidden = []string{"os", "net", "log", "math/rand", "reflect", "unsafe", "encoding/json", "runtime", "syscall", "plugin", "C"}

// forbiddenNames are what a rule may not take from package time.
var forbiddenNames = map[string][]string{"time": {"Now", "Since", "Until", "Local", "After", "Tick", "Sleep", "NewTimer", "NewTicker", "AfterFunc", "LoadLocation"}}

// impurities returns what breaks the rules of the house in a source file of a
// package: imports that point up or out, variables that can change, goroutines,
// and uses of the clock and the local zone.
func impurities(pkg, filename string, src any) []string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filename, src, 0)
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	report := func(at token.Pos, format string, args ...any) {
		found = append(found, fmt.Sprint(fset.Position(at), ": ", fmt.Sprintf(format, args...)))
	}
	names := map[string]string{} // of imported packages, to their paths
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			report(spec.Pos(), "import %s: %v", spec.Path.Value, err)
		}
		names[filepath.Base(path)] = path
		if spec.Name != nil {
			names[spec.Name.Name] = path
			if spec.Name.Name == "." {
				report(spec.Pos(), "dot import of %s", path)
			}
		}
		if reason := badImport(pkg, path); reason != "" {
			report(spec.Pos(), "imports %s: %s", path, reason)
		}
	}
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.GenDecl); ok && decl.Tok == token.VAR {
			for _, spec := range decl.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					if name.Name != "_" {
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
		case *ast.SelectorExpr:
			if x, ok := node.X.(*ast.Ident); ok && slices.Contains(forbiddenNames[names[x.Name]], node.Sel.Name) {
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

func badImport(pkg, path string) string {
	if own, isOwn := strings.CutPrefix(path, module+"/"); isOwn {
		if !slices.Contains(floors[pkg], own) {
			return "it is not on a floor below"
		}
		return ""
	}
	if strings.Contains(strings.Split(path, "/")[0], ".") {
		return "it is not of the standard library"
	}
	for _, bad := range forbidden {
		if path == "encoding/json" && pkg == "agreement" {
			continue // it reads published bodies, with errors that say where
		}
		if path == bad || strings.HasPrefix(path, bad+"/") {
			return "rules may not reach there"
		}
	}
	return ""
}

func TestRulePackagesArePure(t *testing.T) {
	for pkg := range floors {
		files, err := filepath.Glob(filepath.Join(pkg, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no source in %s: %v", pkg, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, found := range impurities(pkg, file, nil) {
				t.Error(found)
			}
		}
	}
}

// Every package of the library has its floor.
func TestEveryPackageHasItsFloor(t *testing.T) {
	out, err := exec.Command("go", "list", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(string(out)) {
		pkg := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
		if _, hasFloor := floors[pkg]; !hasFloor && pkg != "" && !strings.HasPrefix(pkg, "rulestest/") {
			t.Errorf("package %s stands on no floor", pkg)
		}
	}
}

// The check finds what it is there to find: each of these breaks one rule.
func TestImpuritiesAreFound(t *testing.T) {
	for src, want := range map[string]string{
		`import "os"`:                           "imports os",
		`import "net/http"`:                     "imports net/http",
		`import "log/slog"`:                     "imports log/slog",
		`import "math/rand/v2"`:                 "imports math/rand/v2",
		`import "reflect"`:                      "imports reflect",
		`import "unsafe"`:                       "imports unsafe",
		`import "encoding/json"`:                "imports encoding/json",
		`import "github.com/google/go-cmp/cmp"`: "not of the standard library",
		`import "` + module + `/benefits"`:      "not on a floor below",
		`import . "time"`:                       "dot import",
		`var cache = map[int]int{}`:             "package variable cache",
		`var a, b int`:                          "package variable b",
		`func f() { go f() }`:                   "starts a goroutine",
		`func init() {}`:                        "init function",
		`import "time"; func f() time.Time { return time.Now() }`:                  "uses time.Now",
		`import clock "time"; func f() { _ = clock.Now }`:                          "uses clock.Now",
		`import "time"; func f(t time.Time) time.Time { return t.In(time.Local) }`: "uses time.Local",
		`func f( {`: "expected",
	} {
		found := impurities("eligibility", "bad.go", "package p; "+src)
		if len(found) == 0 || !strings.Contains(found[len(found)-1], want) {
			t.Errorf("%s: found %q, want %q", src, found, want)
		}
	}
	for _, src := range []string{
		`import "` + module + `/calendar"`, `import "database/sql/driver"`, `import "time"; var _ = time.UTC`, `var _ int = 1`,
	} {
		if found := impurities("eligibility", "good.go", "package p; "+src); found != nil {
			t.Errorf("%s: found %q", src, found)
		}
	}
	if found := impurities("agreement", "good.go", `package p; import "encoding/json"`); found != nil {
		t.Errorf("agreement may read JSON, but %q", found)
	}
	if found := impurities("calendar", "bad.go", `package p; import "`+module+`/internal/enum"`); found == nil {
		t.Error("calendar may import what stands above it")
	}
}

// requirements are the direct ones, which importers see.
var requirements = []string{
	"github.com/google/go-cmp",
	"github.com/shopspring/decimal",
	"golang.org/x/exp",
	"pgregory.net/rapid",
}

// directRequirements returns those of a go.mod file, and whether it has tool
// lines.
func directRequirements(file string) (paths []string, tools bool, err error) {
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

func TestFourDirectRequirements(t *testing.T) {
	paths, tools, err := directRequirements("go.mod")
	if err != nil || tools || !slices.Equal(paths, requirements) {
		t.Errorf("go.mod requires %q, with tool lines: %v, %v", paths, tools, err)
	}
	broken := filepath.Join(t.TempDir(), "go.mod")
	text := "module m\n\ntool example.com/tool\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0 // indirect\n)\n"
	if err := os.WriteFile(broken, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	paths, tools, err = directRequirements(broken)
	if err != nil || !tools || !slices.Equal(paths, []string{"example.com/a"}) {
		t.Errorf("of a go.mod with one direct requirement and a tool: %q, %v, %v", paths, tools, err)
	}
}
