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

func TestTakesColour(t *testing.T) {
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
		if got := takesColour(test.terminal, func(name string) string { return test.env[name] }); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

func TestAFileIsNoTerminal(t *testing.T) {
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
		t.Error("a file that is closed is a terminal")
	}
}

// TestColourAddsNothing: without its escapes the text is the same, so that no
// meaning hangs on a colour; and without colours there is no escape.
func TestColourAddsNothing(t *testing.T) {
	escapes := regexp.MustCompile("\x1b\\[[0-9]+m")
	for _, args := range [][]string{nil, {"-all"}, {"-compare", "in-force"}, {"-keep-going", "testdata/broken"}} {
		var coloured, stderr bytes.Buffer
		setting{stdout: &coloured, stderr: &stderr, today: today, colour: true}.run(args)
		plain := runWith("", args...).stdout
		if !escapes.MatchString(coloured.String()) || strings.Contains(plain, "\x1b") {
			t.Errorf("%v: colours are where they should not be, or are not", args)
		}
		if diff := cmp.Diff(plain, escapes.ReplaceAllString(coloured.String(), "")); diff != "" {
			t.Errorf("%v (-plain +coloured)\n%s", args, diff)
		}
	}
}

// TestProgress: only of files that are long, and the line goes away at the end.
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

// TestNoProgressWithoutATerminal: nothing but faults goes to an error output that
// is none.
func TestNoProgressWithoutATerminal(t *testing.T) {
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
