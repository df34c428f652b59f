package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/examples/internal/golden"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

const brokenFolder = "testdata/broken"

// TestKeepGoing reads a folder with many faults. Each of its files has a valid part
// too.
func TestKeepGoing(t *testing.T) {
	got := runWith("", "-keep-going", brokenFolder+"/")
	if got.status != portfolio.ExitFaults || got.stderr != "18 faults: see the end of the output\n" {
		t.Errorf("status %d, stderr %q", got.status, got.stderr)
	}
	golden.Check(t, "broken.txt", got.stdout)
}

// Without -keep-going the program writes only the first fault.
func TestKeepGoing_Off(t *testing.T) {
	got := runWith("", brokenFolder)
	const want = `testdata/broken/companies.json:5:40: companies[1].account: "approved": want unknown, pending, authorized, rejected, in-progress or challenged` + "\n"
	if got.status != portfolio.ExitFault || got.stdout != "" || got.stderr != want {
		t.Errorf("%+v, want %s", got, want)
	}
}

// Text, JSON and comparisons list all faults.
func TestKeepGoing_Outputs(t *testing.T) {
	var r portfolio.Report
	var c portfolio.Comparison
	for args, into := range map[string]any{"-json": &r, "-json -compare baseline": &c} {
		got := runWith("", append(strings.Fields(args), "-keep-going", brokenFolder)...)
		if err := json.Unmarshal([]byte(got.stdout), into); err != nil || got.status != portfolio.ExitFaults {
			t.Errorf("%s: status %d, %v", args, got.status, err)
		}
	}
	compared := runWith("", "-compare", "baseline", "-keep-going", brokenFolder)
	for i, f := range r.Faults {
		if *c.Faults[i] != *f || !strings.Contains(flat(compared.stdout), flat(f.Error())) {
			t.Errorf("%v is missing", f)
		}
	}
	if len(r.Faults) != 18 || len(c.Faults) != 18 || len(r.Notes) != 1 || len(c.Notes) != 1 {
		t.Errorf("%d and %d faults, notes %v and %v", len(r.Faults), len(c.Faults), r.Notes, c.Notes)
	}
}

// flat returns text on one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// Without faults -keep-going changes nothing.
func TestKeepGoing_NoFaults(t *testing.T) {
	if with, without := runWith("", "-keep-going"), runWith(""); with != without {
		t.Error("-keep-going changes the report on the sample")
	}
}

// A folder without any known file is rejected.
func TestKeepGoing_NoKnownFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "company.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{dir}, {"-keep-going", dir}} {
		got := runWith("", args...)
		if got.status != portfolio.ExitFault || got.stdout != "" || !strings.HasPrefix(got.stderr, dir+": contains none of these: ") {
			t.Errorf("%v: %+v", args, got)
		}
	}
}

// Without arguments the program reads the folder sample.
func TestSampleFolder(t *testing.T) {
	if folder, embedded := runWith("", "sample"), runWith(""); folder != embedded {
		t.Errorf("status %d, %s", folder.status, folder.stderr)
	}
}
