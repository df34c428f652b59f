package main

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The list in internal/repotest is the list of what the packages export today.
func TestGeneratedListIsCurrent(t *testing.T) {
	want, err := generate(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join("..", "api_gen_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("internal/repotest/api_gen_test.go is out of date: run go generate ./internal/repotest")
	}
}

// The list skips aliases, interfaces, and functions that panic by design. It
// holds instances of what is generic.
func TestListAdd(t *testing.T) {
	l, err := listOf(t, `package agreement
		type List[T any] struct{}
		type Alias = List[int]
		type Interface interface{ M() }
		type hidden int
		type Kind uint8
		const (
			First Kind = iota
			Second
			third
		)
		func (*Kind) UnmarshalText([]byte) error
		type Bits uint8
		const Low Bits = 1
		func New() Kind
		func ParseKind(string) (Kind, error)
		func MustParseKind(string) Kind
		func MustAlone()
		func unexported()`)
	if err != nil {
		t.Fatal(err)
	}
	out, err := l.source()
	if err != nil {
		t.Fatal(err)
	}
	for want, present := range map[string]bool{
		`"agreement.List": reflect.TypeFor[agreement.List[agreement.Attestation]](),`: true,
		`"agreement.Kind": reflect.TypeFor[agreement.Kind](),`:                        true,
		`"agreement.Kind": {agreement.First, agreement.Second},`:                      true,
		`"agreement.Bits": reflect.TypeFor[agreement.Bits](),`:                        true,
		`"agreement.ParseKind": agreement.ParseKind,`:                                 true,
		`"agreement.MustAlone": agreement.MustAlone,`:                                 true,
		`"agreement.New": agreement.New,`:                                             true,
		`"github.com/partnerrules/partnerrules/agreement"`:                            true,
		`"github.com/partnerrules/partnerrules/cpor"`:                                 false,
		`"agreement.Bits": {`:                                                         false,
		`Alias`:                                                                       false,
		`Interface`:                                                                   false,
		`MustParseKind`:                                                               false,
		`hidden`:                                                                      false,
		`third`:                                                                       false,
		`unexported`:                                                                  false,
	} {
		text := strings.Join(strings.Fields(string(out)), " ")
		if strings.Contains(text, want) != present {
			t.Errorf("contains %s: %v, want %v, in\n%s", want, !present, present, out)
		}
	}
	for _, src := range []string{"type Box[T any] struct{}", "func Make[T any]() T"} {
		if _, err := listOf(t, "package agreement; "+src); err == nil || !strings.Contains(err.Error(), "typeArguments") {
			t.Errorf("%s: error %v, want one that names typeArguments", src, err)
		}
	}
}

func listOf(t *testing.T, src string) (list, error) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	d, err := doc.NewFromFiles(fset, []*ast.File{file}, module+"/agreement")
	if err != nil {
		t.Fatal(err)
	}
	l := list{map[string]string{}, map[string]string{}, map[string][]string{}}
	return l, l.add(d)
}
