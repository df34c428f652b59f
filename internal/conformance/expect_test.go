package conformance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// listed writes a list of expected failures.
func listed(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "failures.txt")
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// A vector is taken once, by the name of its file without folder. Lines that nobody
// takes are unknown.
func TestExpected(t *testing.T) {
	e, err := ReadExpected(listed(t, "\ufeff# not done\n\nb.json: ELG-01: one: two\r\n  a.json: CAL-01: a date\nc.json: CAL-01: a date"))
	if err != nil {
		t.Fatal(err)
	}
	one, date := Vector{Rule: "ELG-01", Says: "one: two"}, Vector{Rule: "CAL-01", Says: "a date"}
	for i, tt := range []struct {
		file   string
		v      Vector
		listed bool
	}{
		{"b.json", one, true},
		{"b.json", one, false},
		{filepath.Join("x", "a.json"), date, true},
		{"d.json", date, false},
	} {
		if got := e.Take(tt.file, tt.v); got != tt.listed {
			t.Errorf("%d: listed: %v, want %v", i, got, tt.listed)
		}
	}
	var unknown []string
	for _, err := range e.Unknown() {
		unknown = append(unknown, filepath.Base(err.Error()))
	}
	if diff := cmp.Diff([]string{"failures.txt:5: no such vector: c.json: CAL-01: a date"}, unknown); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadExpected_Errors(t *testing.T) {
	for text, want := range map[string]string{
		"a.json: CAL-01":                     "failures.txt:1: want a file",
		"#\na: b: c\n\na: b: c\n":            "failures.txt:4: the vector is listed twice",
		"a.json CAL-01 a date: with a colon": "failures.txt:1: want a file",
	} {
		if _, err := ReadExpected(listed(t, text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := ReadExpected("no such file"); err == nil {
		t.Error("a file that does not exist was read")
	}
	if e, err := ReadExpected(""); err != nil || e.Unknown() != nil {
		t.Errorf("without a file: %v, %v", e, err)
	}
}
