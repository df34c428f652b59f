package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

func TestTakesColor(t *testing.T) {
	for _, test := range []struct {
		terminal bool
		env      map[string]string
		want     bool
	}{
		{true, nil, true},
		{true, map[string]string{"TERM": "xterm"}, true},
		{true, map[string]string{"NO_COLOR": ""}, true},
		{true, map[string]string{"NO_COLOR": "1"}, false},
		{true, map[string]string{"NO_COLOR": "0"}, false},
		{true, map[string]string{"TERM": "dumb"}, false},
		{false, nil, false},
	} {
		if got := takesColor(test.terminal, func(name string) string { return test.env[name] }); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

func TestIsTerminal_File(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "f"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if isTerminal(file) {
		t.Error("a file is a terminal")
	}
	file.Close()
	if isTerminal(file) {
		t.Error("a closed file is a terminal")
	}
}

// Color adds only escapes to the text, so that no meaning depends on a color.
// Without color there is no escape.
func TestColor(t *testing.T) {
	escapes := regexp.MustCompile("\x1b\\[[0-9]+m")
	for _, args := range [][]string{nil, {"-all"}, {"-compare", "baseline"}, {"-keep-going", "testdata/broken"}} {
		var colored, stderr bytes.Buffer
		setting{stdout: &colored, stderr: &stderr, today: today, color: true}.run(args)
		plain := runWith("", args...).stdout
		if !escapes.MatchString(colored.String()) || strings.Contains(plain, "\x1b") {
			t.Errorf("%v: colors are missing or misplaced", args)
		}
		if diff := cmp.Diff(plain, escapes.ReplaceAllString(colored.String(), "")); diff != "" {
			t.Errorf("%v (-plain +colored)\n%s", args, diff)
		}
	}
}

// Only long files have a progress line, and it is removed at the end.
func TestProgress(t *testing.T) {
	var stderr bytes.Buffer
	s := setting{stderr: &stderr}
	for _, at := range []portfolio.Progress{
		{File: "a", Read: 1 << 20, Size: 2 << 20},
		{File: "a", Read: 2 << 20, Size: 2 << 20, Done: true},
		{File: "b", Read: 9 << 20, Size: 20 << 20},
		{File: "b", Read: 20 << 20, Size: 20 << 20, Done: true},
		{File: "c", Read: 9 << 20},
	} {
		s.progress(at)
	}
	const want = "\rreading b: 9 of 20 MiB\r\x1b[K\rreading c: 9 MiB"
	if stderr.String() != want {
		t.Errorf("%q, want %q", stderr.String(), want)
	}
}

// An error output that is not a terminal gets only faults.
func TestProgress_NoTerminal(t *testing.T) {
	file := filepath.Join(t.TempDir(), "long.json")
	if err := os.WriteFile(file, []byte(`{"companies": []`+strings.Repeat(" ", 10<<20)+"}"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, ticker := range []bool{false, true} {
		var stdout, stderr bytes.Buffer
		status := setting{stdout: &stdout, stderr: &stderr, today: today, ticker: ticker}.run([]string{file})
		if status != portfolio.ExitOK || (stderr.Len() > 0) != ticker {
			t.Errorf("ticker %v: status %d, stderr %q", ticker, status, stderr.String())
		}
	}
}
