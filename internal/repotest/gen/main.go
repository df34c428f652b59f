// Gen writes api_gen_test.go, the list of everything that the packages export,
// for the tests in internal/repotest. Run it with
//
//	go generate ./internal/repotest
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/format"
	"go/parser"
	"go/token"
	"log"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

const module = "github.com/partnerrules/partnerrules"

// packages are the folders of the packages that users import, from the root of
// the repository. It is the only list of them: the tests use a copy in the
// generated file.
var packages = []string{".", "calendar", "eligibility", "benefits", "agreement", "cpor"}

// typeArguments are the type arguments with which the tests call each generic
// function, and the methods of each generic type.
var typeArguments = map[string]string{
	"agreement.List":     "agreement.Attestation",
	"partnerrules.Set":   "eligibility.Fact",
	"partnerrules.SetOf": "cpor.Activity",

	"partnerrules.Decode": "eligibility.Facts",
	"partnerrules.Values": "eligibility.Offer",
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	out, err := generate(filepath.Join("..", ".."))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("api_gen_test.go", out, 0o666); err != nil {
		log.Fatal(err)
	}
}

// A list collects what packages export, as Go source, by qualified name.
type list struct {
	functions    map[string]string
	types        map[string]string
	enumerations map[string][]string
}

// generate returns the generated file for the repository at root.
func generate(root string) ([]byte, error) {
	l := list{map[string]string{}, map[string]string{}, map[string][]string{}}
	for _, dir := range packages {
		names, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil {
			return nil, err
		}
		fset := token.NewFileSet()
		var files []*ast.File
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
			if err != nil {
				return nil, err
			}
			files = append(files, file)
		}
		d, err := doc.NewFromFiles(fset, files, module)
		if err != nil {
			return nil, fmt.Errorf("%s: %v", dir, err)
		}
		if err := l.add(d); err != nil {
			return nil, err
		}
	}
	return l.source()
}

// add adds what a package exports.
func (l *list) add(d *doc.Package) error {
	funcs := slices.Clone(d.Funcs)
	for _, typ := range d.Types {
		funcs = append(funcs, typ.Funcs...)
		if err := l.addType(d.Name, typ); err != nil {
			return err
		}
	}
	for _, f := range funcs {
		// MustF panics by design where F returns an error.
		if base, ok := strings.CutPrefix(f.Name, "Must"); ok && slices.ContainsFunc(funcs, func(g *doc.Func) bool { return g.Name == base }) {
			continue
		}
		name, err := instance(d.Name, f.Name, f.Decl.Type.TypeParams)
		if err != nil {
			return err
		}
		l.functions[d.Name+"."+f.Name] = name
	}
	return nil
}

// addType adds a type. It skips aliases, because the type that they stand for is
// in the list, and interfaces, because they have no values of their own.
func (l *list) addType(pkg string, typ *doc.Type) error {
	spec := typ.Decl.Specs[0].(*ast.TypeSpec)
	if _, ok := spec.Type.(*ast.InterfaceType); ok || spec.Assign.IsValid() {
		return nil
	}
	name, err := instance(pkg, typ.Name, spec.TypeParams)
	if err != nil {
		return err
	}
	l.types[pkg+"."+typ.Name] = name
	if !isEnumeration(spec, typ) {
		return nil
	}
	for _, values := range typ.Consts {
		for _, spec := range values.Decl.Specs {
			for _, constant := range spec.(*ast.ValueSpec).Names {
				if constant.IsExported() {
					l.enumerations[pkg+"."+typ.Name] = append(l.enumerations[pkg+"."+typ.Name], pkg+"."+constant.Name)
				}
			}
		}
	}
	return nil
}

// isEnumeration reports whether a type has constants, a small integer as its
// underlying type, and a text form.
func isEnumeration(spec *ast.TypeSpec, typ *doc.Type) bool {
	underlying, _ := spec.Type.(*ast.Ident)
	return underlying != nil && (underlying.Name == "uint8" || underlying.Name == "int8") && len(typ.Consts) > 0 &&
		slices.ContainsFunc(typ.Methods, func(f *doc.Func) bool { return f.Name == "UnmarshalText" })
}

// instance returns the qualified name of a function or type, instantiated if it
// is generic.
func instance(pkg, name string, params *ast.FieldList) (string, error) {
	qualified := pkg + "." + name
	if params == nil {
		return qualified, nil
	}
	args, ok := typeArguments[qualified]
	if !ok {
		return "", fmt.Errorf("%s is generic: add its type arguments to typeArguments in internal/repotest/gen", qualified)
	}
	return qualified + "[" + args + "]", nil
}

// source returns the generated file.
func (l *list) source() ([]byte, error) {
	var body bytes.Buffer
	body.WriteString("// packages are the folders of the packages that users import.\nvar packages = []string{\n")
	for _, dir := range packages {
		fmt.Fprintf(&body, "%q,\n", dir)
	}
	body.WriteString("}\n\n// functions are the exported functions, except those that panic by design.\nvar functions = map[string]any{\n")
	for _, name := range slices.Sorted(maps.Keys(l.functions)) {
		fmt.Fprintf(&body, "%q: %s,\n", name, l.functions[name])
	}
	body.WriteString("}\n\n// exportedTypes are the exported types, except aliases and interfaces.\nvar exportedTypes = map[string]reflect.Type{\n")
	for _, name := range slices.Sorted(maps.Keys(l.types)) {
		fmt.Fprintf(&body, "%q: reflect.TypeFor[%s](),\n", name, l.types[name])
	}
	body.WriteString("}\n\n// enumerations are the exported constants of each enumeration.\nvar enumerations = map[string][]any{\n")
	for _, name := range slices.Sorted(maps.Keys(l.enumerations)) {
		fmt.Fprintf(&body, "%q: {%s},\n", name, strings.Join(l.enumerations[name], ", "))
	}
	body.WriteString("}\n")

	var out bytes.Buffer
	out.WriteString("// Code generated by internal/repotest/gen. DO NOT EDIT.\n\npackage repotest\n\nimport (\n\"reflect\"\n\n")
	for _, path := range imports(body.String()) {
		fmt.Fprintf(&out, "%q\n", path)
	}
	out.WriteString(")\n\n")
	out.Write(body.Bytes())
	return format.Source(out.Bytes())
}

// imports returns the sorted paths of the packages that a source uses.
func imports(source string) []string {
	var paths []string
	for _, dir := range packages {
		path := module
		if dir != "." {
			path += "/" + dir
		}
		if regexp.MustCompile(`[^"]\b` + filepath.Base(path) + `\.`).MatchString(source) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}
