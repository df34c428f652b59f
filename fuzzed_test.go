package partnerrules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// What reads a text or a body, be it a function or a type, is called in a fuzz
// target of its package.
func TestEveryParserIsFuzzed(t *testing.T) {
	for _, pkg := range apiPackages {
		fuzzed := calledInTargets(t, pkg)
		d := documentation(t, pkg)
		for _, f := range functionsOf(d) {
			isParser := strings.HasPrefix(f.Name, "Parse") || strings.HasPrefix(f.Name, "Decode")
			if isParser && !fuzzed[f.Name] && !fuzzed[strings.TrimPrefix(f.Name, "Parse")] { // which a type of that name reads
				t.Errorf("no fuzz target calls %s.%s", pkg, f.Name)
			}
		}
		for _, typ := range d.Types {
			for _, method := range typ.Methods {
				if method.Name == "UnmarshalText" && !fuzzed[typ.Name] {
					t.Errorf("no fuzz target reads %s.%s", pkg, typ.Name)
				}
			}
		}
	}
}

// calledInTargets returns the functions that are called in the fuzz targets of a
// package, and in what these call of its tests, and the types for which generic
// functions are called there.
func calledInTargets(t *testing.T, pkg string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(pkg, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]ast.Node{} // of the functions, by their names
	for _, file := range files {
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
			fun := call.Fun
			if generic, ok := fun.(*ast.IndexExpr); ok {
				fun = generic.Index
			}
			if name, ok := fun.(*ast.Ident); ok && !called[name.Name] {
				called[name.Name] = true
				if own, ok := bodies[name.Name]; ok {
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
