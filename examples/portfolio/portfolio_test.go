package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/golden"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// today replaces the day of the clock.
var today = calendar.MustParseDate("2023-03-01")

// outcome is the result of a run of the program.
type outcome struct {
	status         int
	stdout, stderr string
}

func runWith(stdin string, args ...string) outcome {
	var stdout, stderr bytes.Buffer
	status := setting{stdin: strings.NewReader(stdin), stdout: &stdout, stderr: &stderr, today: today}.run(args)
	return outcome{status, stdout.String(), stderr.String()}
}

// tenCompanies is a file for which the tests check every verdict. The expected
// verdicts are worked out by hand.
const tenCompanies = "testdata/ten-companies.json"

// goldens returns the runs whose whole output is a golden file.
func goldens() map[string][]string {
	return map[string][]string{
		"sample.txt":           nil,
		"sample.json":          {"-json"},
		"sample-all.txt":       {"-all"},
		"in-force.txt":         {"-policy", "in-force", "-on", "2025-01-22"},
		"in-force.json":        {"-policy", "in-force", "-on", "2025-01-22", "-json"},
		"compare.txt":          {"-compare", "baseline"},
		"compare.json":         {"-compare", "baseline", "-json"},
		"compare-same.txt":     {"-compare", "in-force"},
		"ten-companies.txt":    {"-all", tenCompanies},
		"ten-companies-22.txt": {"-all", "-policy", "in-force", "-on", "2025-01-22", tenCompanies},
	}
}

// TestGolden compares the output with golden files. Review the differences before
// accepting them with -update.
func TestGolden(t *testing.T) {
	for file, args := range goldens() {
		t.Run(file, func(t *testing.T) {
			got := runWith("", args...)
			if got.status != portfolio.ExitOK || got.stderr != "" {
				t.Fatalf("status %d, stderr %q", got.status, got.stderr)
			}
			golden.Check(t, file, got.stdout)
		})
	}
}

// No line is wider than 80 columns or ends with spaces.
func TestText_Lines(t *testing.T) {
	for file, args := range goldens() {
		if filepath.Ext(file) != ".txt" {
			continue
		}
		for line := range strings.Lines(runWith("", args...).stdout) {
			if line = strings.TrimSuffix(line, "\n"); utf8.RuneCountInString(line) > 80 || strings.TrimRight(line, " ") != line {
				t.Errorf("%s: too wide, or spaces at the end: %q", file, line)
			}
		}
	}
}

// The day on the command line has precedence over the day in the file. The
// day in the file has precedence over today.
func TestDay(t *testing.T) {
	dated := `{"on": "2023-05-06", "companies": []}`
	undated := `{"companies": []}`
	file := filepath.Join(t.TempDir(), "f.json")
	if err := os.WriteFile(file, []byte(undated), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, stdin string
		args        []string
		want        string
	}{
		{"the sample's own day", "", nil, "2024-09-16"},
		{"sample, another day", "", []string{"-on", "2024-09-20"}, "2024-09-20"},
		{"a file's own day", dated, []string{"-"}, "2023-05-06"},
		{"a file's own day overridden", dated, []string{"-on", "2024-07-08", "-"}, "2024-07-08"},
		{"today for standard input", undated, []string{"-"}, "2023-03-01"},
		{"today for a file", "", []string{file}, "2023-03-01"},
		{"a day for a file", "", []string{"-on", "2024-07-08", file}, "2024-07-08"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := runWith(test.stdin, test.args...)
			if got.status != portfolio.ExitOK {
				t.Fatalf("status %d: %s", got.status, got.stderr)
			}
			if want := "Portfolio on " + test.want + ". Policy: in force.\n"; !strings.HasPrefix(got.stdout, want) {
				t.Errorf("got %.80q, want it to begin with %q", got.stdout, want)
			}
		})
	}
}

// The report has a warning if no published source shows the rules for its day.
func TestWarning(t *testing.T) {
	for _, test := range []struct {
		args   []string
		limits string // the warning, or empty
	}{
		{[]string{"-on", "2022-10-03"}, "These rules are known only from 2022-10-04 to 2026-06-22."},
		{[]string{"-on", "2022-10-04"}, ""},
		{[]string{"-on", "2025-01-31"}, ""},
		{[]string{"-on", "2025-01-31", "-policy", "baseline"}, ""},
		{[]string{"-on", "2025-02-01"}, "After 2025-01-31 these rules are known only as others quote them."},
		{[]string{"-on", "2026-06-22"}, "After 2025-01-31 these rules are known only as others quote them."},
		{[]string{"-on", "2026-06-23"}, "These rules are known only from 2022-10-04 to 2026-06-22."},
	} {
		got := runWith(`{"companies": []}`, append(test.args, "-")...).stdout
		warned := strings.Contains(flat(got), " Warning: "+test.limits)
		if warned != (test.limits != "") || warned != strings.Contains(got, "Warning") {
			t.Errorf("%v: got %s", test.args, got)
		}
	}
}

func TestCommandLineFaults(t *testing.T) {
	for _, args := range [][]string{
		{"-on", "2024-02-30"},
		{"-on", "tomorrow"},
		{"-policy", "newest"},
		{"-verbose"},
		{"a.json", "b.json"},
		{"-compare", "newest"},
	} {
		got := runWith("", args...)
		if got.status != portfolio.ExitFault || got.stdout != "" || !strings.Contains(got.stderr, "usage: portfolio ") {
			t.Errorf("%v: %+v", args, got)
		}
	}
}

func TestHelp(t *testing.T) {
	got := runWith("", "-h")
	if got.status != portfolio.ExitOK || got.stdout != "" || !strings.HasPrefix(got.stderr, "usage: portfolio ") {
		t.Errorf("%+v", got)
	}
}

func TestNoSuchFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "none.json")
	got := runWith("", file)
	if got.status != portfolio.ExitFault || got.stdout != "" || !strings.Contains(got.stderr, file) {
		t.Errorf("%+v", got)
	}
}

var errBroken = errors.New("broken pipe")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }
func (broken) Read([]byte) (int, error)  { return 0, errBroken }

func TestWriteError(t *testing.T) {
	var stderr bytes.Buffer
	status := setting{stdout: broken{}, stderr: &stderr, today: today}.run(nil)
	if status != portfolio.ExitWrite || !strings.Contains(stderr.String(), "broken pipe") {
		t.Errorf("status %d, stderr %q", status, stderr.String())
	}
}

func TestReadError(t *testing.T) {
	var stdout, stderr bytes.Buffer
	status := setting{stdin: broken{}, stdout: &stdout, stderr: &stderr, today: today}.run([]string{"-"})
	if status != portfolio.ExitFault || stdout.Len() > 0 || !strings.Contains(stderr.String(), "broken pipe") {
		t.Errorf("status %d, stderr %q", status, stderr.String())
	}
}
