package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/partnerrules/partnerrules/examples/internal/golden"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// leapDay is a time of writing.
var leapDay = time.Date(2020, time.February, 29, 12, 0, 0, 0, time.UTC)

// A result is the result of a run.
type result struct {
	status         int
	stdout, stderr string
	page, calendar string // empty if missing
}

// runIn runs the program with a new output folder.
func runIn(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new", "folder")
	var stdout, stderr bytes.Buffer
	status := run(append([]string{"-o", dir}, args...), strings.NewReader(stdin), &stdout, &stderr, leapDay)
	page, _ := os.ReadFile(filepath.Join(dir, pageFile))
	events, _ := os.ReadFile(filepath.Join(dir, calendarFile))
	return result{status, strings.ReplaceAll(stdout.String(), dir, "DIR"), stderr.String(), string(page), string(events)}
}

const small = `{"on": "2024-09-15", "companies": [{"name": "Example", "memberships": [{"offer": "legacy-gold", "anniversary": "2024-09-01"}]}]}`

func TestRun_Sample(t *testing.T) {
	got := runIn(t, "")
	if got.status != portfolio.ExitOK || got.stderr != "" {
		t.Errorf("status %d: %s", got.status, got.stderr)
	}
	want := filepath.Join("DIR", pageFile) + "\n" + filepath.Join("DIR", calendarFile) + "\n"
	if got.stdout != want {
		t.Errorf("writes %q, want %q", got.stdout, want)
	}
	golden.Check(t, pageFile, got.page)
	golden.Check(t, calendarFile, got.calendar)
}

// The day is the day on the command line, or else in the file, or else today.
func TestRun_Day(t *testing.T) {
	for name, test := range map[string]struct {
		stdin string
		args  []string
		want  string
	}{
		"command line": {small, []string{"-on", "2024-09-20", "-"}, "20 Sep 2024"},
		"file":         {small, []string{"-"}, "15 Sep 2024"},
		"today":        {strings.Replace(small, `"on": "2024-09-15", `, "", 1), []string{"-"}, "29 Feb 2020"},
	} {
		got := runIn(t, test.stdin, test.args...)
		if got.status != portfolio.ExitOK || !strings.Contains(got.page, "</span> "+test.want+"</h1>") {
			t.Errorf("%s: status %d: %s", name, got.status, got.stderr)
		}
	}
}

// The input is a file or a folder, with or without a usage report.
func TestRun_Inputs(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "companies.json")
	if err := os.WriteFile(file, []byte(small), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{file}, {dir}, {dir + "/"}, {"-policy", "in-force", dir}} {
		if got := runIn(t, "", args...); got.status != portfolio.ExitOK || !strings.Contains(got.page, "Example") || !strings.Contains(got.calendar, "Renew Legacy Gold") {
			t.Errorf("%v: status %d: %s", args, got.status, got.stderr)
		}
	}
	got := runIn(t, "", "-usage", filepath.Join("..", "portfolio", "sample", "usage.csv"), dir)
	if got.status != portfolio.ExitOK || !strings.Contains(got.page, `id="claims"`) {
		t.Errorf("with a usage report: status %d: %s", got.status, got.stderr)
	}
}

// With a fault the program writes the fault and no files.
func TestRun_Faults(t *testing.T) {
	empty := t.TempDir()
	for name, test := range map[string]struct {
		stdin string
		args  []string
		want  string
	}{
		"unknown flag":    {"", []string{"-nonsense"}, "usage: report"},
		"two inputs":      {"", []string{"a", "b"}, "want at most one folder or file, not 2"},
		"no such day":     {"", []string{"-on", "2023-02-29"}, "2023-02-29"},
		"no such edition": {"", []string{"-policy", "new"}, "want baseline or in-force"},
		"no such file":    {"", []string{filepath.Join(empty, "x.json")}, "x.json"},
		"no such usage":   {"", []string{"-usage", filepath.Join(empty, "x.csv")}, "x.csv"},
		"no known file":   {"", []string{empty}, "contains none of these: "},
		"broken":          {`{"companies": [{"name": 1}]}`, []string{"-"}, "standard input:1:25"},
	} {
		got := runIn(t, test.stdin, test.args...)
		if got.status != portfolio.ExitFault || !strings.Contains(got.stderr, test.want) || got.page+got.calendar+got.stdout != "" {
			t.Errorf("%s: status %d, wrote %q: %s", name, got.status, got.stdout, got.stderr)
		}
	}
}

// With -keep-going the page has the faults and the rest of the input.
func TestRun_KeepGoing(t *testing.T) {
	text := strings.Replace(small, `[{"name"`, `[{"name": 1}, {"name"`, 1)
	got := runIn(t, text, "-keep-going", "-")
	const fault = "standard input:1:45: companies[0].name"
	if got.status != portfolio.ExitFaults || !strings.Contains(got.stderr, fault) {
		t.Errorf("status %d: %s", got.status, got.stderr)
	}
	if !strings.Contains(got.page, fault) || !strings.Contains(got.page, "Example") {
		t.Error("the page does not have the fault or the rest")
	}
}

func TestRun_Help(t *testing.T) {
	if got := runIn(t, "", "-h"); got.status != portfolio.ExitOK || !strings.Contains(got.stderr, "usage: report") || got.stdout != "" {
		t.Errorf("status %d: %s", got.status, got.stderr)
	}
}

// The status is ExitWrite if the folder cannot be created.
func TestRun_WriteError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	status := run([]string{"-o", file}, nil, &stdout, &stderr, time.Time{})
	if status != portfolio.ExitWrite || stderr.Len() == 0 || stdout.Len() != 0 {
		t.Errorf("status %d: %s", status, stderr.Bytes())
	}
}
