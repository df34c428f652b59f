package main

import (
	"os"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// blocks returns the code blocks of a language in README.md.
func blocks(t *testing.T, language string) []string {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	parts := strings.Split(string(readme), "\n```")
	for _, part := range parts {
		if code, ok := strings.CutPrefix(part, language+"\n"); ok {
			found = append(found, code+"\n")
		}
	}
	if len(found) == 0 {
		t.Fatalf("README.md has no block of %s", language)
	}
	return found
}

// The program writes the output that README.md shows.
func TestReadme_Output(t *testing.T) {
	for language, args := range map[string][]string{"text": nil, "compare": {"-compare", "baseline"}} {
		output := runWith("", args...).stdout
		for _, block := range blocks(t, language) {
			if !strings.Contains(output, block) {
				t.Errorf("the program does not write\n%s", block)
			}
		}
	}
}

// The program reads the files that README.md shows.
func TestReadme_Input(t *testing.T) {
	for _, block := range blocks(t, "json") {
		if got := runWith(block, "-"); got.status != portfolio.ExitOK {
			t.Errorf("status %d: %s", got.status, got.stderr)
		}
	}
}

// README.md describes every member that a file may have. The members come from the
// faults for unknown members.
func TestReadme_Members(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		`{"x": 0, "companies": []}`,
		`{"companies": [{"x": 0, "name": "a"}]}`,
		`{"companies": [{"name": "a", "qualified": {"x": 0}}]}`,
		`{"companies": [{"name": "a", "scores": {"security": {"x": 0}}}]}`,
		`{"companies": [{"name": "a", "memberships": [{"x": 0, "offer": "legacy-gold"}]}]}`,
		`{"companies": [{"name": "a", "memberships": [{"offer": "legacy-gold", "start": "2023-01-01", "benefits": [{"x": 0, "id": "a", "category": "marketing", "year": 1}]}]}]}`,
		`{"companies": [], "customers": [{"x": 0, "name": "a"}]}`,
		`{"companies": [], "customers": [{"name": "a", "direct": {"x": 0}}]}`,
		`{"companies": [], "customers": [{"name": "a", "attestations": [{"x": 0, "primaryContact": {}}]}]}`,
		`{"companies": [], "customers": [{"name": "a", "attestations": [{"primaryContact": {"x": 0}}]}]}`,
		`{"claims": [` + claimWith(`"x": 0`) + `], "companies": []}`,
		`{"claims": [` + claimWith(`"units": [{"name": "a", "x": 0}]`) + `], "companies": []}`,
		`{"claims": [` + claimWith(`"history": [{"status": "editing", "on": "2024-09-01", "x": 0}]`) + `], "companies": []}`,
		`{"claims": [` + claimWith(`"draft": {"x": 0, "products": []}`) + `], "companies": []}`,
		`{"claims": [` + claimWith(`"draft": {"products": [{"name": "a", "x": 0}]}`) + `], "companies": []}`,
		`{"claims": [` + claimWith(`"draft": {"products": [], "proof": {"x": 0}}`) + `], "companies": []}`,
		`{"claims": [` + claimWith(`"draft": {"products": [], "partnerContact": {"x": 0}}`) + `], "companies": []}`,
		`{"claims": [` + claimWith(`"draft": {"products": [], "location": {"x": 0}}`) + `], "companies": []}`,
	} {
		_, known, found := strings.Cut(strings.TrimSpace(runWith(text, "-").stderr), "known are ")
		if !found {
			t.Errorf("%s is not rejected", text)
		}
		for _, name := range strings.Split(known, ", ") {
			if !strings.Contains(string(readme), "`"+name+"`") {
				t.Errorf("README.md does not describe %s", name)
			}
		}
	}
}
