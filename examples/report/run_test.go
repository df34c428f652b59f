package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/golden"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A result is what a run leaves behind.
type result struct {
	status         int
	stdout, stderr string
	page, calendar string // empty if they are not there
}

// runIn runs the program with a fresh folder to write to.
func runIn(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new", "folder")
	var stdout, stderr bytes.Buffer
	status := run(append([]string{"-o", dir}, args...), strings.NewReader(stdin), &stdout, &stderr, calendar.MustParseDate("2020-02-29"))
	page, _ := os.ReadFile(filepath.Join(dir, pageFile))
	events, _ := os.ReadFile(filepath.Join(dir, calendarFile))
	return result{status, strings.ReplaceAll(stdout.String(), dir, "DIR"), stderr.String(), string(page), string(events)}
}

const small = `{"on": "2024-09-15", "companies": [{"name": "Example", "memberships": [{"offer": "legacy-gold", "anniversary": "2024-09-01"}]}]}`

func TestRunSample(t *testing.T) {
	got := runIn(t, "")
	if got.status != portfolio.ExitOK || got.stderr != "" {
		t.Errorf("status %d: %s", got.status, got.stderr)
	}
	want := filepath.Join("DIR", pageFile) + "\n" + filepath.Join("DIR", calendarFile) + "\n"
	if got.stdout != want {
		t.Errorf("says %q, want %q", got.stdout, want)
	}
	golden.Check(t, pageFile, got.page)
	golden.Check(t, calendarFile, got.calendar)
}

// TestDay: that of the command line, else that of the file, else today.
func TestDay(t *testing.T) {
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

// TestInputs: a file, a folder, and a usage report beside either.
func TestInputs(t *testing.T) {
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

// TestFaults: what is at fault is said, and nothing is written.
func TestFaults(t *testing.T) {
	empty := t.TempDir()
	for name, test := range map[string]struct {
		stdin string
		args  []string
		want  string
	}{
		"unknown flag":       {"", []string{"-nonsense"}, "usage: report"},
		"two inputs":         {"", []string{"a", "b"}, "want one folder or file at most, not 2"},
		"no such day":        {"", []string{"-on", "2023-02-29"}, "2023-02-29"},
		"no such edition":    {"", []string{"-policy", "new"}, "want baseline or in-force"},
		"no such file":       {"", []string{filepath.Join(empty, "x.json")}, "x.json"},
		"no such usage":      {"", []string{"-usage", filepath.Join(empty, "x.csv")}, "x.csv"},
		"nothing recognised": {"", []string{empty}, "holds nothing that is known"},
		"broken":             {`{"companies": [{"name": 1}]}`, []string{"-"}, "standard input:1:25"},
	} {
		got := runIn(t, test.stdin, test.args...)
		if got.status != portfolio.ExitFault || !strings.Contains(got.stderr, test.want) || got.page+got.calendar+got.stdout != "" {
			t.Errorf("%s: status %d, wrote %q: %s", name, got.status, got.stdout, got.stderr)
		}
	}
}

// TestKeepGoing: the rest is judged, the page tells what is missing, and so does
// the status.
func TestKeepGoing(t *testing.T) {
	text := strings.Replace(small, `[{"name"`, `[{"name": 1}, {"name"`, 1)
	got := runIn(t, text, "-keep-going", "-")
	const fault = "standard input:1:45: companies[0].name"
	if got.status != portfolio.ExitFaults || !strings.Contains(got.stderr, fault) {
		t.Errorf("status %d: %s", got.status, got.stderr)
	}
	if !strings.Contains(got.page, fault) || !strings.Contains(got.page, "Example") {
		t.Error("the page does not tell the fault, or not the rest")
	}
}

func TestHelp(t *testing.T) {
	if got := runIn(t, "", "-h"); got.status != portfolio.ExitOK || !strings.Contains(got.stderr, "usage: report") || got.stdout != "" {
		t.Errorf("status %d: %s", got.status, got.stderr)
	}
}

// TestCannotWrite: where the folder cannot be made, the status says so.
func TestCannotWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	status := run([]string{"-o", file}, nil, &stdout, &stderr, calendar.Date{})
	if status != portfolio.ExitWrite || stderr.Len() == 0 || stdout.Len() != 0 {
		t.Errorf("status %d: %s", status, stderr.Bytes())
	}
}
