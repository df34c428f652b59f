package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// packages returns the packages that the directive in doc.go of the root names.
func packages(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, line, found := strings.Cut(string(text), "go run ./internal/codes ")
	line, _, _ = strings.Cut(line, "\n")
	if !found || line == "" {
		t.Fatal("doc.go does not run this command")
	}
	return strings.Fields(line)
}

func TestGeneratedFilesAreUpToDate(t *testing.T) {
	for _, pkg := range packages(t) {
		dir := filepath.Join("../..", pkg)
		want, err := files(dir)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range want {
			if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, text) {
				t.Errorf("%s/%s is out of date: run go generate (%v)", pkg, name, err)
			}
		}
	}
}

// Codes are stable, because other programs store and compare them. Each line of
// testdata/codes.txt has a package and the codes of an enumeration in the last
// release. An enumeration of the package must have all of them; its name may change.
func TestCodesAreStable(t *testing.T) {
	recorded, err := os.ReadFile("testdata/codes.txt")
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string][][]string{} // of the enumerations of a package
	for _, pkg := range packages(t) {
		src, err := parse(filepath.Join("../..", pkg))
		if err != nil {
			t.Fatal(err)
		}
		enums, err := src.enums()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range enums {
			var have []string
			for _, v := range e.values {
				have = append(have, v.code)
			}
			codes[src.name] = append(codes[src.name], have)
		}
	}
	for line := range strings.Lines(string(recorded)) {
		pkg, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		hasAll := func(have []string) bool {
			for _, code := range strings.Fields(list) {
				if !slices.Contains(have, code) {
					return false
				}
			}
			return true
		}
		if !slices.ContainsFunc(codes[pkg], hasAll) {
			t.Errorf("no enumeration of %s has the codes %s", pkg, list)
		}
	}
}

// write writes a package of one file, and returns its folder.
func write(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const example = `package p

type Offer uint8

const (
	LegacyOffer Offer = iota + 1
	// PoEOffer is documented above.
	PoEOffer
	OfferCSP // through a provider
)

type Bits uint8

const Weekend Bits = 96

type hidden uint8

const Hidden hidden = 0
`

// A new constant gets a code from its name. A renamed constant keeps its code.
func TestGenerate_NewAndRenamed(t *testing.T) {
	dir := write(t, example)
	if err := generate(dir); err != nil {
		t.Fatal(err)
	}
	source := read(t, dir, "p.go")
	for _, want := range []string{`// "legacy"`, `// "po-e"`, `// through a provider: "csp"`} {
		if !strings.Contains(source, want) {
			t.Errorf("no constant has the comment %s in\n%s", want, source)
		}
	}
	if strings.Contains(source, `96 //`) || strings.Contains(source, `0 //`) {
		t.Errorf("a constant of another type got a code:\n%s", source)
	}
	before := read(t, dir, output)
	renamed := strings.NewReplacer("PoEOffer", "ProofOffer").Replace(source)
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(renamed), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := generate(dir); err != nil {
		t.Fatal(err)
	}
	if after := read(t, dir, output); after != strings.ReplaceAll(before, "PoEOffer", "ProofOffer") || !strings.Contains(after, `"po-e"`) {
		t.Errorf("a rename changed more than the name:\n%s", after)
	}
	if again := read(t, dir, "p.go"); again != renamed {
		t.Errorf("the source changed again:\n%s", again)
	}
}

func TestGenerate_DuplicateCode(t *testing.T) {
	dir := write(t, "package p\n\ntype T uint8\n\nconst (\n\tA T = iota // \"a\"\n\tB // \"a\"\n)\n")
	if err := generate(dir); err == nil || !strings.Contains(err.Error(), "A and B") {
		t.Errorf("two constants with one code: %v", err)
	}
}

// A method that the package itself has is not written.
func TestGenerate_OwnMethods(t *testing.T) {
	dir := write(t, "package p\n\ntype T uint8\n\nconst A T = 1 // \"a\"\n\nfunc (t *T) UnmarshalText(text []byte) error { return t.unmarshalCode(text) }\n")
	if err := generate(dir); err != nil {
		t.Fatal(err)
	}
	text := read(t, dir, output)
	if strings.Contains(text, "UnmarshalText") || !strings.Contains(text, "func (t *T) unmarshalCode(text []byte) error") || !strings.Contains(text, "func (t T) String() string") {
		t.Errorf("codes.go is\n%s", text)
	}
}

// The methods compile, even if the receiver would have the name of the loop variable.
func TestRender_Compiles(t *testing.T) {
	for _, name := range []string{"Verdict", "Week", "Category"} {
		text, err := render("p", []enum{{name: name, values: []value{{"A", 0, "a"}, {"B", 1, "b"}}}})
		if err != nil {
			t.Fatal(err)
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, output, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		const constants = "package p\n\ntype %s uint8\n\nconst A, B %s = 0, 1\n"
		declared, err := parser.ParseFile(fset, "p.go", fmt.Sprintf(constants, name, name), 0)
		if err != nil {
			t.Fatal(err)
		}
		config := types.Config{Importer: noImports{}, Error: func(err error) {
			if fault := err.(types.Error); !strings.Contains(fault.Msg, "import") && !strings.Contains(fault.Msg, "undefined: partnerrules") && !strings.Contains(fault.Msg, "undefined: strconv") {
				t.Errorf("%s: %v", name, err)
			}
		}}
		_, _ = config.Check("p", fset, []*ast.File{file, declared}, nil)
	}
}

func TestDerive(t *testing.T) {
	for _, test := range []struct{ of, name, want string }{
		{"Billing", "BillingNotLinked", "not-linked"},
		{"Offer", "LegacyGold", "legacy-gold"},
		{"Role", "OtherRole", "other"},
		{"State", "State", "state"},
		{"Channel", "CSP", "csp"},
		{"Cloud", "CloudUSGovernment", "us-government"},
		{"Kind", "HTTPServer", "http-server"},
	} {
		if got := derive(test.of, test.name); got != test.want {
			t.Errorf("the code of %s.%s is %s, want %s", test.of, test.name, got, test.want)
		}
	}
}
