// Command rulebook writes RULES.md, and the table of rules at the end of the
// documentation of each package. Both come from the Rules functions of the
// packages. Run it from the root of the repository:
//
//	go run ./internal/rulebook
package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

func main() {
	if err := generate("."); err != nil {
		fmt.Fprintln(os.Stderr, "rulebook:", err)
		os.Exit(1)
	}
}

// A book holds the rules of one package.
type book struct {
	pkg, subject string
	rules        partnerrules.Rulebook
	known        calendar.Known // zero if the package has no editions
}

// dir returns the folder of the package, from the root of the repository.
func (b *book) dir() string {
	if b.pkg == "partnerrules" {
		return "."
	}
	return b.pkg
}

// books returns the books in the order of RULES.md.
func books() []book {
	return []book{
		{"calendar", "Dates", calendar.Rules(), calendar.Editions().Known()},
		{"eligibility", "Buying and renewing", eligibility.Rules(), eligibility.Editions().Known()},
		{"benefits", "Benefits", benefits.Rules(), benefits.Editions().Known()},
		{"agreement", "Customer agreement", agreement.Rules(), agreement.Editions().Known()},
		{"cpor", "Association claims", cpor.Rules(), cpor.Editions().Known()},
		{"partnerrules", "Ways in", partnerrules.Rules(), calendar.Known{}},
	}
}

// generate updates RULES.md and the doc.go files below root.
func generate(root string) error {
	files, err := files(root)
	if err != nil {
		return err
	}
	for name, text := range files {
		file := filepath.Join(root, name)
		if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, text) {
			continue
		}
		if err := os.WriteFile(file, text, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// files returns the texts of the files, by their paths below root.
func files(root string) (map[string][]byte, error) {
	texts := map[string][]byte{"RULES.md": markdown(books())}
	for _, b := range books() {
		name := path.Join(b.dir(), "doc.go")
		old, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return nil, err
		}
		if texts[name], err = withTable(old, b); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return texts, nil
}
