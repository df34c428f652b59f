package conformance

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../rulestest/vectors/README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The example in README.md runs and agrees.
func TestReadme_Example(t *testing.T) {
	_, rest, _ := strings.Cut(readme(t), "```json\n")
	example, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("README.md has no example")
	}
	f, faults := Read(Source{"example.json", []byte(example)}, false)
	if len(faults) > 0 || f.Subject != "what we rely on" || len(f.Vectors) != 2 {
		t.Errorf("%d vectors about %q, faults %v", len(f.Vectors), f.Subject, faults)
	}
	for _, v := range f.Vectors {
		if differences, err := v.RunLibrary(); err != nil || differences != nil {
			t.Errorf("%s: %q, %v", v.Says, differences, err)
		}
	}
}

// The table in README.md lists every call with its members, in the order of -list.
func TestReadme_Calls(t *testing.T) {
	code := regexp.MustCompile("`([^`]+)`")
	listed := map[string]string{}
	for line := range strings.Lines(readme(t)) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || !strings.Contains(cells[1], ".") {
			continue
		}
		var given []string
		for _, m := range code.FindAllStringSubmatch(cells[2], -1) {
			if m[1] != "UTC" {
				given = append(given, m[1])
			}
		}
		for _, m := range code.FindAllStringSubmatch(cells[1], -1) {
			listed[m[1]] = strings.Join(given, ", ")
		}
	}
	calls := registry()
	for name, call := range calls {
		if want := names(members(call.given)); listed[name] != want {
			t.Errorf("%s takes %s, but README.md has %q", name, want, listed[name])
		}
	}
	for name := range listed {
		if calls[name].answer == nil {
			t.Errorf("README.md lists %s, which is not a call", name)
		}
	}
}
