package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

var update = flag.Bool("update", false, "rewrite the files in testdata; read them afterwards")

// TestSample holds the page and the calendar of the sample.
func TestSample(t *testing.T) {
	r := sampleReport(t, portfolio.Baseline)
	golden(t, pageFile, pageOf(t, r))
	golden(t, calendarFile, calendarOf(t, r))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", name, diff)
	}
}

// TestTwiceIsOnce: nothing but the input makes the output.
func TestTwiceIsOnce(t *testing.T) {
	for _, e := range []portfolio.Edition{portfolio.Baseline, portfolio.InForce} {
		one, two := sampleReport(t, e), sampleReport(t, e)
		if pageOf(t, one) != pageOf(t, two) || calendarOf(t, one) != calendarOf(t, two) {
			t.Errorf("%s: two runs differ", e)
		}
	}
}
