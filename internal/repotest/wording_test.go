package repotest

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/internal/wording"
)

// wordingExceptions admit phrases that package wording finds. An exception with
// an empty text admits all phrases of a file. There are at most
// maxWordingExceptions.
var wordingExceptions = []struct{ file, text, reason string }{
	{"internal/wording/wording.go", "", "lists the phrases"},
	{"internal/wording/wording_test.go", "", "has a sentence for each phrase"},
	{"internal/repotest/wording_test.go", "", "plants phrases"},
	{"internal/rulebook/rulebook_test.go", "", "plants phrases"},
	{"agreement/plan_test.go", "open-address sign-in", "the code of a step"},
}

const maxWordingExceptions = 20

// Comments, messages and documents are in plain English.
func TestWording(t *testing.T) {
	if n := len(wordingExceptions); n > maxWordingExceptions {
		t.Errorf("there are %d exceptions, want at most %d", n, maxWordingExceptions)
	}
	unused := map[int]bool{}
	for i := range wordingExceptions {
		unused[i] = true
	}
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
			if entry.Name() == "testdata" || strings.HasPrefix(name, ".") && name != "." && name != ".ci" {
				return fs.SkipDir
			}
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		passages, err := passagesOf(name, src)
		if err != nil {
			return err
		}
		for _, p := range passages {
			for _, hit := range hitsIn(p) {
				excepted := false
				for i, e := range wordingExceptions {
					if e.file == name && strings.Contains(hit.Around, e.text) {
						excepted = true
						delete(unused, i)
					}
				}
				if !excepted {
					t.Errorf("%s:%d: %q, want %s: ...%s...", name, p.line, hit.Phrase, hit.Instead, hit.Around)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range maps.Keys(unused) {
		t.Errorf("wordingExceptions lists %q, which does not occur", wordingExceptions[i])
	}
}

// A passage is text that people read: a comment, a string of a program, or a
// paragraph of a document.
type passage struct {
	line    int // the line on which it begins
	text    string
	comment bool // of a Go file
}

// hitsIn returns the phrases in a passage. "no date" is the string of the zero Date
// and an error text, but a phrase in comments.
func hitsIn(p passage) []wording.Hit {
	hits := wording.Find(p.text)
	around := regexp.MustCompile(`(?i).{0,50}(?:^|[^"])\bno date\b.{0,50}`).FindString(strings.ReplaceAll(p.text, "\n", " "))
	if around != "" && p.comment && !strings.Contains(around, "has no date") {
		hits = append(hits, wording.Hit{Phrase: "no date", Instead: "the zero Date", Around: around})
	}
	return hits
}

// passagesOf returns the passages of a file. History and measurements have none.
func passagesOf(name string, src []byte) ([]passage, error) {
	text := string(src)
	switch {
	case strings.HasSuffix(name, ".go"):
		return goPassages(name, src)
	case name == "CHANGELOG.md":
		text, _, _ = strings.Cut(text, "\n## v0.1.0")
		return paragraphs(text), nil
	case name == "internal/benchmarks/RESULTS.md":
		return nil, nil
	case strings.HasSuffix(name, ".md"), strings.HasSuffix(name, ".html"):
		return paragraphs(text), nil
	case strings.HasPrefix(name, "rulestest/vectors/") && strings.HasSuffix(name, ".json"):
		return jsonPassages(src)
	case strings.HasPrefix(name, ".ci/"):
		return hashComments(text), nil
	}
	return nil, nil
}

// goPassages returns the comments and the strings of a Go file. The output of an
// example is not a comment. Strings that are added are one passage. A string without a space is a name or a code.
func goPassages(name string, src []byte) (found []passage, err error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	for _, group := range file.Comments {
		line := fset.Position(group.Pos()).Line
		text, output, _ := strings.Cut(group.Text(), "Output:\n")
		found = append(found, passage{line, text, true}, passage{line, output, false})
	}
	ast.Inspect(file, func(node ast.Node) bool {
		expr, ok := node.(ast.Expr)
		if !ok {
			return true
		}
		text := stringOf(expr)
		if strings.ContainsAny(text, " \n") {
			found = append(found, passage{fset.Position(expr.Pos()).Line, text, false})
		}
		return text == ""
	})
	return found, nil
}

// stringOf returns the string literals in a sum, joined. It is empty if expr is
// neither a string literal nor a sum.
func stringOf(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(expr.Value); err == nil && expr.Kind == token.STRING {
			return text
		}
	case *ast.BinaryExpr:
		if expr.Op == token.ADD {
			return stringOf(expr.X) + stringOf(expr.Y)
		}
	}
	return ""
}

// paragraphs returns the paragraphs, list items and table rows of a document.
func paragraphs(text string) (found []passage) {
	item := regexp.MustCompile(`^\s*(\||- |\d+\. )`)
	blank := true
	for i, line := range strings.Split(text, "\n") {
		switch {
		case strings.TrimSpace(line) == "":
			blank = true
		case blank || item.MatchString(line):
			found = append(found, passage{line: i + 1, text: line})
			blank = false
		default:
			found[len(found)-1].text += "\n" + line
		}
	}
	return found
}

// jsonPassages returns the sentences of a file of vectors or of its schema.
func jsonPassages(src []byte) (found []passage, err error) {
	var value any
	if err := json.Unmarshal(src, &value); err != nil {
		return nil, err
	}
	var walk func(value any)
	walk = func(value any) {
		switch value := value.(type) {
		case []any:
			for _, element := range value {
				walk(element)
			}
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(value)) {
				text, isText := value[key].(string)
				if isText && slices.Contains([]string{"says", "subject", "title", "description"}, key) {
					at := strings.Index(string(src), strconv.Quote(text))
					found = append(found, passage{line: 1 + strings.Count(string(src[:max(0, at)]), "\n"), text: text})
				}
				walk(value[key])
			}
		}
	}
	walk(value)
	return found, nil
}

// hashComments returns the comments of a shell script.
func hashComments(text string) (found []passage) {
	last := -1
	for i, line := range strings.Split(text, "\n") {
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "#")
		switch {
		case !ok:
			continue
		case last == i-1 && len(found) > 0:
			found[len(found)-1].text += "\n" + comment
		default:
			found = append(found, passage{line: i + 1, text: comment})
		}
		last = i
	}
	return found
}

// Planted phrases are found in every kind of file, with their lines.
func TestPassages(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"a.go", "package p\n\n// F returns that\n// of its argument, or no date.\nfunc F() {}\n", "3 that of, 3 no date"},
		{"a.go", "package p\n\nconst c = \"it is not \" +\n\t\"known\" // \"not-known\"\n", "3 not known"},
		{"a.go", "package p\n\nvar v = f(\"the licence\"+name, \"licence\", \"no date\", `a\nprogramme`)\n", "3 licence, 3 programme"},
		{"a.md", "# A\n\nIt hangs\non it: `licence`, but\n- for a\n- for b\n\n| a | b |\n|---|---|\n| what is no date | c |\n", "3 hangs on, 10 what is no"},
		{"CHANGELOG.md", "# A\n\n- refused\n\n## v0.1.0, 2026-11-21\n\n- licences\n", "3 refused"},
		{"internal/benchmarks/RESULTS.md", "licences", ""},
		{"a.go", "package p\n\n// F has no date, or \"no date\".\nfunc F() {}\n", ""},
		{"a_test.go", "package p\n\nfunc Example() {\n\t// No date:\n\t// Output:\n\t// no date, but for one\n}\n", "4 no date, 4 but for"},
		{"rulestest/vectors/a.json", "{\"subject\": \"a\",\n\"vectors\": [{\"says\": \"no offer, but for one\", \"given\": {\"a\": \"but for one\"}}]}", "2 but for"},
		{".ci/run", "#!/bin/sh\n# This is\n# to be told.\necho not known\n", "1 is to be"},
		{"a.txt", "licences", ""},
	} {
		passages, err := passagesOf(test.name, []byte(test.src))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		var found []string
		for _, p := range passages {
			for _, hit := range hitsIn(p) {
				found = append(found, fmt.Sprint(p.line, " ", hit.Phrase))
			}
		}
		if got := strings.Join(found, ", "); got != test.want {
			t.Errorf("%s with %q has %q, want %q", test.name, test.src, got, test.want)
		}
	}
	for name, src := range map[string]string{"a.go": "package", "rulestest/vectors/a.json": "{"} {
		if _, err := passagesOf(name, []byte(src)); err == nil {
			t.Errorf("%s with %q has no error", name, src)
		}
	}
}
