package main

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
	status, stdout, stderr := runOn(t, map[string]string{"example.json": example})
	if status != exitAgrees || stderr != "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	contains(t, "stdout", stdout, "what we rely on: 2 vectors, 1 rules, 0 differ\n")
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
		if calls[name].run == nil {
			t.Errorf("README.md lists %s, which is not a call", name)
		}
	}
}
