package partnerrules_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The code that README.md shows is that of an example, and so is its output.
func TestReadmeShowsAnExampleThatRuns(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	fragment := regexp.MustCompile("(?s)```go\n(.*?)```\n\n```\n(.*?)```").FindStringSubmatch(string(readme))
	if fragment == nil {
		t.Fatal("README.md shows no code with its output")
	}
	_, body, found := strings.Cut(string(example), "func Example_readme() {")
	if !found {
		t.Fatal("there is no example for README.md")
	}
	indent := func(text, prefix string) string {
		return prefix + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n"+prefix)
	}
	for what, want := range map[string]string{"code": indent(fragment[1], "\t\t"), "output": indent(fragment[2], "\t// ")} {
		if !strings.Contains(body, want) {
			t.Errorf("the %s in README.md is not that of the example:\n%s", what, want)
		}
	}
}
