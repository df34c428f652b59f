package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// libraryForms returns the members that have the JSON of the library. The library
// documents their content.
func libraryForms() []string {
	return []string{
		"companies[].facts", "companies[].scores[]", "answer.decision", "answer.opening", "answer.packageChange", "answer.events[]",
		"answer.held.years[]", "answer.benefits[].status", "answer.benefits[].term",
		"agreement.customers[].orders[]", "agreement.customers[].facts", "agreement.customers[].confirmation", "agreement.customers[].plan",
		"claims.claims[].claim", "claims.claims[].state", "claims.claims[].due", "claims.claims[].fault.fault", "claims.claims[].draft",
		"claims.claims[].findings[].finding", "claims.claims[].choice", "claims.claims[].locations[]", "claims.claims[].covers[].subscription",
		"claims.claims[].covers[].cover", "competing[].pair", "competing[].arbitration",
	}
}

// memberPaths collects the paths of the members of a JSON value. It leaves out
// members inside of libraryForms. The path of a membership or a wanted offer is
// "answer".
func memberPaths(paths map[string]bool, path string, value any) {
	for _, answers := range []string{"companies[].memberships[]", "companies[].wanted[]"} {
		if path == answers {
			path = "answer"
		}
	}
	if slices.Contains(libraryForms(), path) {
		return
	}
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			memberPaths(paths, path+"[]", v)
		}
	case map[string]any:
		for name, v := range value {
			at := strings.TrimPrefix(path+"."+name, ".")
			paths[at] = true
			memberPaths(paths, at, v)
		}
	}
}

// documented returns the first column of the tables in a section of README.md.
func documented(t *testing.T, section string) map[string]bool {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, found := strings.Cut(string(readme), "\n"+section+"\n")
	if !found {
		t.Fatalf("README.md has no section %q", section)
	}
	text, _, _ = strings.Cut(text, "\n## ")
	names := map[string]bool{}
	for line := range strings.Lines(text) {
		if row, isRow := strings.CutPrefix(line, "| `"); isRow {
			first, _, _ := strings.Cut(row, " |")
			for name := range strings.SplitSeq(first, ",") {
				names[strings.Trim(name, " `")] = true
			}
		}
	}
	return names
}

// README.md describes exactly the members that the program writes.
func TestReadme_JSON(t *testing.T) {
	written := map[string]bool{}
	collect := func(output, root string) {
		var value any
		if err := json.Unmarshal([]byte(output), &value); err != nil {
			t.Fatal(err)
		}
		memberPaths(written, root, value)
	}
	for file, args := range goldens() {
		if filepath.Ext(file) == ".json" {
			root := ""
			if strings.HasPrefix(file, "compare") {
				root = "comparison"
			}
			collect(runWith("", args...).stdout, root)
		}
	}
	collect(runWith("", "-json", "-policy", "in-force", "-on", "2025-12-20").stdout, "")
	collect(runWith("", "-json", "-compare", "baseline", "-on", "2026-01-05").stdout, "comparison")
	collect(runWith("", "-json", "-keep-going", "testdata/broken").stdout, "")
	alike := `{"companies": [{"name": "A B"}, {"name": "A\u00a0B"}]}`
	collect(runWith(alike, "-json", "-").stdout, "")
	collect(runWith(alike, "-json", "-compare", "baseline", "-").stdout, "comparison")
	described := documented(t, "## The JSON output")
	for _, path := range slices.Sorted(maps.Keys(written)) {
		if !described[path] {
			t.Errorf("README.md does not describe %s", path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(described)) {
		if !written[path] {
			t.Errorf("README.md describes %s, but the program does not write it", path)
		}
	}
}
