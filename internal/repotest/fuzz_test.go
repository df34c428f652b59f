package repotest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

// Every parser, function or method, is called by a fuzz target of its package, of the
// root package or of this one. FuzzEnumerations calls the UnmarshalText methods of
// enumerations.
func TestParsersAreFuzzed(t *testing.T) {
	for _, dir := range published() {
		called := calledInTargets(t, dir)
		maps.Copy(called, calledInTargets(t, "."))
		maps.Copy(called, calledInTargets(t, filepath.Join("internal", "repotest")))
		d, _ := documentation(t, dir)
		for _, f := range functionsOf(d) {
			isParser := strings.HasPrefix(f.Name, "Parse") || strings.HasPrefix(f.Name, "Decode")
			if isParser && !called[f.Name] && !called[strings.TrimPrefix(f.Name, "Parse")] { // UnmarshalText of T calls ParseT
				t.Errorf("no fuzz target calls %s.%s", d.Name, f.Name)
			}
		}
		for _, typ := range d.Types {
			for _, method := range typ.Methods {
				isParser := method.Name == "UnmarshalText" || method.Name == "UnmarshalJSON"
				isCalled := called[typ.Name] || called["Decode"+typ.Name] || enumerations[d.Name+"."+typ.Name] != nil
				if isParser && !isCalled {
					t.Errorf("no fuzz target calls %s.%s.%s", d.Name, typ.Name, method.Name)
				}
			}
		}
	}
}

// calledInTargets returns the names that the fuzz targets of a package call,
// directly or through functions of its tests. It includes the type arguments of
// generic functions.
func calledInTargets(t *testing.T, dir string) map[string]bool {
	t.Helper()
	bodies := map[string]ast.Node{} // by name of the function
	for _, file := range sources(t, dir, true) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range parsed.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil {
				bodies[f.Name.Name] = f.Body
			}
		}
	}
	called := map[string]bool{}
	var collect func(body ast.Node)
	collect = func(body ast.Node) {
		ast.Inspect(body, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			for _, name := range namesIn(call.Fun) {
				if called[name] {
					continue
				}
				called[name] = true
				if own, ok := bodies[name]; ok {
					collect(own)
				}
			}
			return true
		})
	}
	for name, body := range bodies {
		if strings.HasPrefix(name, "Fuzz") {
			collect(body)
		}
	}
	return called
}

// namesIn returns the names in the function of a call: F and T in F[p.T](x).
func namesIn(fun ast.Expr) []string {
	switch fun := fun.(type) {
	case *ast.Ident:
		return []string{fun.Name}
	case *ast.SelectorExpr:
		return []string{fun.Sel.Name}
	case *ast.StarExpr:
		return namesIn(fun.X)
	case *ast.IndexExpr:
		return append(namesIn(fun.X), namesIn(fun.Index)...)
	case *ast.IndexListExpr:
		names := namesIn(fun.X)
		for _, index := range fun.Indices {
			names = append(names, namesIn(index)...)
		}
		return names
	}
	return nil
}
