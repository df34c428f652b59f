package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/wording"
)

// The root of the repository.
const root = "../.."

// RULES.md and the tables in doc.go are up to date.
func TestGenerated_UpToDate(t *testing.T) {
	texts, err := files(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range texts {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: run go generate .", name)
		}
	}
}

// The table replaces an old table. Without one, it becomes the last section.
func TestWithTable(t *testing.T) {
	b := book{pkg: "toy", rules: partnerrules.Rulebook{
		{ID: "TOY-01", Title: "One", AnsweredBy: []string{"toy.A"}},
		{ID: "TOY-02", Title: "Second", AnsweredBy: []string{"toy.A", "toy.B", "toy.C", "toy.D"}},
	}}
	const guide = "// Package toy is a toy.\n"
	want := guide + "//\n" + string(section(b)) + "package toy\n"
	if !strings.Contains(want, "//\tTOY-01  One     A\n//\tTOY-02  Second  A, B, C, ...\npackage toy\n") {
		t.Errorf("section:\n%s", want)
	}
	for name, text := range map[string]string{
		"none":    guide + "package toy\n",
		"current": want,
		"old":     guide + "//\n" + heading + "//\n//\tTOY-09  Old  Z\npackage toy\n",
	} {
		got, err := withTable([]byte(text), b)
		if err != nil || string(got) != want {
			t.Errorf("%s: got\n%s\nwant\n%s\n%v", name, got, want, err)
		}
	}
	if _, err := withTable([]byte("package other\n"), b); err == nil {
		t.Error("a file of another package is accepted")
	}
}

// Every rule is complete and in order, and has plain texts.
func TestRules_Complete(t *testing.T) {
	prefixes := map[string]string{"calendar": "CAL", "eligibility": "ELG", "benefits": "BEN", "agreement": "AGR", "cpor": "CPR", "partnerrules": "EDN INP"}
	for _, b := range books() {
		previous := partnerrules.RuleID("")
		for _, rule := range b.rules {
			if !slices.Contains(strings.Fields(prefixes[b.pkg]), string(rule.ID[:3])) || rule.ID <= previous {
				t.Errorf("%s in package %s is out of order", rule.ID, b.pkg)
			}
			previous = rule.ID
			for _, fault := range faults(rule) {
				t.Errorf("%s: %s", rule.ID, fault)
			}
		}
	}
}

// faults returns the faults of a single rule.
func faults(r partnerrules.Rule) (found []string) {
	report := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	if !regexp.MustCompile(`^[A-Z]{3}-\d\d$`).MatchString(string(r.ID)) {
		report("invalid ID")
	}
	if n := len(strings.Fields(r.Title)); n < 1 || n > 5 || strings.HasSuffix(r.Title, ".") {
		report("title %q has %d words, want 1 to 5", r.Title, n)
	}
	for _, text := range append([]string{r.Statement}, r.Readings...) {
		for _, fault := range textFaults(text) {
			report("%q: %s", text, fault)
		}
	}
	for _, phrase := range phrasesIn(r.Title) {
		report("the title has the phrase %q", phrase)
	}
	if r.Basis == "" || len(r.Sources) == 0 && !strings.HasSuffix(r.Basis, "D") {
		report("basis %q with %d sources", r.Basis, len(r.Sources))
	}
	if len(r.AnsweredBy) == 0 {
		report("no function answers it")
	}
	for _, source := range r.Sources {
		if source.Title == "" || source.Edition == "" || source.Seen == "" || !strings.Contains("SPAQT", source.Basis) || len(source.Basis) != 1 {
			report("incomplete source %+v", source)
		}
	}
	if r.From != "" || r.Seen != "" {
		from, err := time.Parse(time.DateOnly, r.From)
		seen, err2 := time.Parse(time.DateOnly, r.Seen)
		announced := len(r.Sources) > 0 && strings.HasPrefix(r.Sources[0].Title, "Announcements") // begins after it was last seen
		if err != nil || err2 != nil || seen.Before(from) && !announced {
			report("from %q, seen %q: not two days in order", r.From, r.Seen)
		}
	}
	return found
}

const maxWords = 25

// textFaults returns the faults of a statement or a reading.
func textFaults(text string) (found []string) {
	if !strings.HasSuffix(text, ".") || strings.Contains(text, "  ") || strings.Contains(text, "|") {
		found = append(found, "want sentences that end with a period, with single spaces and no |")
	}
	for _, sentence := range regexp.MustCompile(`[.?!:] `).Split(text, -1) {
		if n := len(strings.Fields(sentence)); n > maxWords {
			found = append(found, fmt.Sprintf("a sentence of %d words, want %d at most", n, maxWords))
		}
	}
	for _, phrase := range phrasesIn(text) {
		found = append(found, fmt.Sprintf("the phrase %q", phrase))
	}
	return found
}

// phrasesIn returns the phrases in a text that plain English avoids: the phrases
// of package wording, and some that only the texts of rules avoid.
func phrasesIn(text string) (found []string) {
	for _, hit := range wording.Find(text) {
		found = append(found, hit.Phrase)
	}
	for _, phrase := range []string{"none of", "nor ", "stands in", "stand in", "e-mail"} {
		if regexp.MustCompile(`(?i)(^|\W)` + regexp.QuoteMeta(phrase)).MatchString(text) {
			found = append(found, phrase)
		}
	}
	return found
}

// Each change makes one fault, and the checks find it.
func TestFaults(t *testing.T) {
	good := func() partnerrules.Rule {
		return partnerrules.Rule{
			ID: "TOY-01", Title: "Toy rule", Statement: "A toy must be safe. It is.", Basis: "S", AnsweredBy: []string{"toy.A"},
			Sources: []partnerrules.Source{{Title: "Toys", Edition: "2020", Seen: "2021", Basis: "S"}}, From: "2020-01-01", Seen: "2020-01-01",
		}
	}
	if found := faults(good()); found != nil {
		t.Errorf("a good rule has faults: %q", found)
	}
	for name, change := range map[string]func(*partnerrules.Rule){
		"ID":             func(r *partnerrules.Rule) { r.ID = "TOY-1" },
		"no title":       func(r *partnerrules.Rule) { r.Title = "" },
		"long title":     func(r *partnerrules.Rule) { r.Title = "a b c d e f" },
		"no statement":   func(r *partnerrules.Rule) { r.Statement = "" },
		"no period":      func(r *partnerrules.Rule) { r.Readings = []string{"A toy"} },
		"phrase":         func(r *partnerrules.Rule) { r.Readings = []string{"The answer hangs on the toy."} },
		"title's phrase": func(r *partnerrules.Rule) { r.Title = "Not known" },
		"long sentence":  func(r *partnerrules.Rule) { r.Statement = strings.Repeat("a ", 25) + "z." },
		"no basis":       func(r *partnerrules.Rule) { r.Basis = "" },
		"no source":      func(r *partnerrules.Rule) { r.Sources = nil },
		"basis":          func(r *partnerrules.Rule) { r.Sources[0].Basis = "D" },
		"edition":        func(r *partnerrules.Rule) { r.Sources[0].Edition = "" },
		"answered":       func(r *partnerrules.Rule) { r.AnsweredBy = nil },
		"one day":        func(r *partnerrules.Rule) { r.Seen = "" },
		"seen before":    func(r *partnerrules.Rule) { r.Seen = "2019-12-31" },
		"no day":         func(r *partnerrules.Rule) { r.From = "2020" },
	} {
		rule := good()
		change(&rule)
		if found := faults(rule); len(found) != 1 {
			t.Errorf("%s: faults %q, want one", name, found)
		}
	}
}

// withoutSource are rules for which no source of a letter of their basis is known.
var withoutSource = map[partnerrules.RuleID]string{
	"CAL-01": "P", // Partner Center shows the days of UTC: the page is unknown
}

// Every letter of a basis except D has a source, and a document has one edition.
func TestSources_Consistent(t *testing.T) {
	documents := map[string]partnerrules.Source{}
	for _, b := range books() {
		for _, rule := range b.rules {
			sourced := ""
			for _, source := range rule.Sources {
				sourced += source.Basis
				source.Section = ""
				if other, known := documents[source.Title]; known && other != source {
					t.Errorf("%s: %+v, but elsewhere %+v", rule.ID, source, other)
				}
				documents[source.Title] = source
			}
			for _, letter := range basisLetters(partnerrules.Rule{Basis: rule.Basis}) {
				if !strings.Contains(sourced+"D"+withoutSource[rule.ID], letter) {
					t.Errorf("%s: basis %s, but sources of %q", rule.ID, rule.Basis, sourced)
				}
			}
			if excuse := withoutSource[rule.ID]; excuse != "" && strings.Contains(sourced, excuse) {
				t.Errorf("%s has a source of %s: it needs no exception", rule.ID, excuse)
			}
		}
	}
}

// A reading refers to rules that exist.
func TestTexts_ReferToRules(t *testing.T) {
	var all partnerrules.Rulebook
	for _, b := range books() {
		all = append(all, b.rules...)
	}
	for _, rule := range all {
		for _, text := range append([]string{rule.Statement}, rule.Readings...) {
			for _, id := range regexp.MustCompile(`[A-Z]{3}-\d\d`).FindAllString(text, -1) {
				other, found := all.Find(partnerrules.RuleID(id))
				if !found && id != "UTF-16" {
					t.Errorf("%s refers to %s, which is unknown", rule.ID, id)
				}
				if strings.Contains(text, "see "+id) && len(other.Readings) == 0 {
					t.Errorf("%s refers to the readings of %s, which has none", rule.ID, id)
				}
			}
		}
	}
}

func TestFind(t *testing.T) {
	for _, b := range books() {
		for _, rule := range b.rules {
			if got, ok := b.rules.Find(rule.ID); !ok || got.ID != rule.ID || got.Statement != rule.Statement {
				t.Errorf("%s.Rules().Find(%q) = %v, %t", b.pkg, rule.ID, got, ok)
			}
			for _, other := range books() {
				if _, ok := other.rules.Find(rule.ID); ok != (other.pkg == b.pkg) {
					t.Errorf("%s.Rules().Find(%q): %t", other.pkg, rule.ID, ok)
				}
			}
		}
		for _, id := range []partnerrules.RuleID{"", "ELG-23", "elg-05", "ELG-5", "ELG-050", "ELG", "CPR-14", "XYZ-01"} {
			if got, ok := b.rules.Find(id); ok || got.ID != "" {
				t.Errorf("%s.Rules().Find(%q) = %v, %t", b.pkg, id, got, ok)
			}
		}
	}
}

// The rules name functions, methods, types and constants of their own package. The
// rules of the root package hold for all packages, and name those of any.
func TestAnsweredBy_Exists(t *testing.T) {
	all := map[string]bool{}
	for _, b := range books() {
		maps.Copy(all, exported(t, b))
	}
	for _, b := range books() {
		names := exported(t, b)
		if b.dir() == "." {
			names = all
		}
		for _, rule := range b.rules {
			for i, name := range rule.AnsweredBy {
				if !names[name] {
					t.Errorf("%s is answered by %s, which does not exist", rule.ID, name)
				}
				if slices.Contains(rule.AnsweredBy[:i], name) {
					t.Errorf("%s is answered twice by %s", rule.ID, name)
				}
			}
		}
	}
}

// exported returns the exported names of a package, as in "toy.Type.Method".
func exported(t *testing.T, b book) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, b.dir(), "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files in %s: %v", b.dir(), err)
	}
	names := map[string]bool{}
	add := func(parts ...string) {
		if ast.IsExported(parts[len(parts)-1]) {
			names[b.pkg+"."+strings.Join(parts, ".")] = true
		}
	}
	for _, name := range paths {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if decl.Recv == nil {
					add(decl.Name.Name)
				} else {
					add(receiver(decl.Recv.List[0].Type), decl.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						add(spec.Name.Name)
					case *ast.ValueSpec:
						for _, name := range spec.Names {
							add(name.Name)
						}
					}
				}
			}
		}
	}
	return names
}

// receiver returns the name of the type of a receiver.
func receiver(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.StarExpr:
		return receiver(expr.X)
	case *ast.IndexExpr:
		return receiver(expr.X)
	case *ast.Ident:
		return expr.Name
	}
	return ""
}

// A rule is stated in one handwritten file: rules.go of its package.
func TestStatements_OnePlace(t *testing.T) {
	texts := handwritten(t)
	for _, b := range books() {
		for _, rule := range b.rules {
			var places []string
			for name, text := range texts {
				if n := strings.Count(text, rule.Statement); n > 0 {
					places = append(places, strings.Repeat(name+" ", n))
				}
			}
			if want := path.Join(b.dir(), "rules.go") + " "; len(places) != 1 || places[0] != want {
				t.Errorf("%s is stated in %q, want %s", rule.ID, places, want)
			}
		}
	}
}

// handwritten returns the texts of the files that are not generated. In each text
// string literals and comments are joined to one line.
func handwritten(t *testing.T) map[string]string {
	t.Helper()
	joints := regexp.MustCompile(`"\s*\+\s*"`)
	space := regexp.MustCompile(`\s*(\n\s*//)?\s+`)
	texts := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if entry.IsDir() {
			if name != "." && strings.HasPrefix(entry.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		if !slices.Contains([]string{".go", ".md", ".json"}, filepath.Ext(name)) {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !bytes.Contains(text[:min(len(text), 200)], []byte("Code generated by ")) {
			texts[name] = space.ReplaceAllString(joints.ReplaceAllString(string(text), ""), " ")
			texts[name] = strings.ReplaceAll(texts[name], `\"`, `"`)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
