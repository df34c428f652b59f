package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/constant"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// output is the name of the generated file.
const output = "codes.go"

// An enum is an enumeration of a package.
type enum struct {
	name   string
	values []value         // in the order of their numbers
	own    map[string]bool // the methods that the package itself has
}

// A value is a constant of an enumeration.
type value struct {
	name   string
	number int64
	code   string
}

// A source is a parsed package, without tests and generated code.
type source struct {
	dir, name string
	fset      *token.FileSet
	files     map[string]*ast.File // by the names of the files
	texts     map[string][]byte
}

// files returns the new texts of the files of a package: the files that lack codes
// in comments, and codes.go.
func files(dir string) (map[string][]byte, error) {
	src, err := parse(dir)
	if err != nil {
		return nil, err
	}
	changed, err := src.addCodes()
	if err != nil {
		return nil, err
	}
	enums, err := src.enums()
	if err != nil {
		return nil, err
	}
	changed[output], err = render(src.name, enums)
	return changed, err
}

func parse(dir string) (*source, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	src := &source{dir: dir, fset: token.NewFileSet(), files: map[string]*ast.File{}, texts: map[string][]byte{}}
	for _, path := range names {
		name := filepath.Base(path)
		if name == output || strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if err := src.add(name, text); err != nil {
			return nil, err
		}
	}
	return src, nil
}

func (s *source) add(name string, text []byte) error {
	file, err := parser.ParseFile(s.fset, name, text, parser.ParseComments)
	if err != nil {
		return err
	}
	s.files[name], s.texts[name], s.name = file, text, file.Name.Name
	return nil
}

// check returns the types of the package. It ignores unresolved names, because
// constants need no imports.
func (s *source) check() *types.Info {
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}}
	config := types.Config{Error: func(error) {}, Importer: noImports{}}
	var files []*ast.File
	for _, name := range s.sorted() {
		files = append(files, s.files[name])
	}
	_, _ = config.Check(s.name, s.fset, files, info)
	return info
}

type noImports struct{}

func (noImports) Import(path string) (*types.Package, error) {
	return nil, fmt.Errorf("%s is not imported", path)
}

func (s *source) sorted() []string {
	var names []string
	for name := range s.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// A declared is the declaration of a constant of an enumeration.
type declared struct {
	file  string
	spec  *ast.ValueSpec
	value value
}

// constants returns the exported constants of each enumeration.
func (s *source) constants() map[string][]declared {
	info := s.check()
	found := map[string][]declared{}
	for _, name := range s.sorted() {
		for _, decl := range s.files[name].Decls {
			decl, ok := decl.(*ast.GenDecl)
			if !ok || decl.Tok != token.CONST {
				continue
			}
			for _, spec := range decl.Specs {
				spec := spec.(*ast.ValueSpec)
				for _, ident := range spec.Names {
					c, ok := info.Defs[ident].(*types.Const)
					if !ok || !ident.IsExported() {
						continue
					}
					named, ok := c.Type().(*types.Named)
					if !ok || !named.Obj().Exported() || !isSmall(named) || c.Val().Kind() != constant.Int {
						continue
					}
					number, _ := constant.Int64Val(c.Val())
					of := named.Obj().Name()
					found[of] = append(found[of], declared{name, spec, value{ident.Name, number, codeOf(spec)}})
				}
			}
		}
	}
	for of, all := range found {
		slices.SortFunc(all, func(a, b declared) int { return cmp.Compare(a.value.number, b.value.number) })
		for i, d := range all {
			if d.value.number != all[0].value.number+int64(i) || all[0].value.number > 1 {
				delete(found, of) // a set of bits, or another type
				break
			}
		}
	}
	return found
}

func isSmall(t *types.Named) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && (basic.Kind() == types.Uint8 || basic.Kind() == types.Int8)
}

// quoted is the code at the end of a comment.
var quoted = regexp.MustCompile(`"([^"]+)"\s*$`)

// codeOf returns the code in the line comment of a constant, or the empty string.
func codeOf(spec *ast.ValueSpec) string {
	if match := quoted.FindStringSubmatch(spec.Comment.Text()); match != nil {
		return match[1]
	}
	return ""
}

// addCodes adds the missing codes to comments, and returns the changed files.
func (s *source) addCodes() (map[string][]byte, error) {
	type edit struct {
		at   int
		text string
	}
	edits := map[string][]edit{}
	for of, all := range s.constants() {
		for _, d := range all {
			if d.value.code != "" {
				continue
			}
			text := strconv.Quote(derive(of, d.value.name))
			at := d.spec.End()
			if d.spec.Comment == nil {
				text = " // " + text
			} else {
				at = d.spec.Comment.End()
				text = ": " + text
			}
			edits[d.file] = append(edits[d.file], edit{s.fset.Position(at).Offset, text})
		}
	}
	changed := map[string][]byte{}
	for name, all := range edits {
		slices.SortFunc(all, func(a, b edit) int { return cmp.Compare(b.at, a.at) }) // last first
		text := s.texts[name]
		for _, e := range all {
			text = slices.Insert(slices.Clone(text), e.at, []byte(e.text)...)
		}
		formatted, err := format.Source(text)
		if err != nil {
			return nil, err
		}
		changed[name] = formatted
		if err := s.add(name, formatted); err != nil {
			return nil, err
		}
	}
	return changed, nil
}

// derive returns the code of a constant: its name in kebab case, without the name
// of its type at the beginning or end.
func derive(of, name string) string {
	bare := strings.TrimSuffix(strings.TrimPrefix(name, of), of)
	if bare == "" {
		bare = name
	}
	return kebab(bare, '-')
}

// kebab returns the words of a name in lower case, with a mark between them.
func kebab(name string, mark rune) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		startsWord := unicode.IsUpper(r) && (i > 0 && !unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if i > 0 && startsWord {
			b.WriteRune(mark)
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// enums returns the enumerations of the package, sorted by name.
func (s *source) enums() ([]enum, error) {
	own := s.ownMethods()
	var all []enum
	for of, constants := range s.constants() {
		e := enum{name: of, own: own[of]}
		seen := map[string]string{}
		for _, d := range constants {
			if other, twice := seen[d.value.code]; twice {
				return nil, fmt.Errorf("%s: %s and %s have the code %q", s.dir, other, d.value.name, d.value.code)
			}
			seen[d.value.code] = d.value.name
			e.values = append(e.values, d.value)
		}
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b enum) int { return strings.Compare(a.name, b.name) })
	return all, nil
}

// ownMethods returns the methods that the package itself has, by type.
func (s *source) ownMethods() map[string]map[string]bool {
	own := map[string]map[string]bool{}
	for _, file := range s.files {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv == nil {
				continue
			}
			receiver := f.Recv.List[0].Type
			if star, ok := receiver.(*ast.StarExpr); ok {
				receiver = star.X
			}
			if ident, ok := receiver.(*ast.Ident); ok {
				if own[ident.Name] == nil {
					own[ident.Name] = map[string]bool{}
				}
				own[ident.Name][f.Name.Name] = true
			}
		}
	}
	return own
}
