package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/cpor"
)

var update = flag.Bool("update", false, "write the files of the sample")

const sample = "testdata/claims"

// isOmitted reports whether the sample omits a claim: it has claims of six small tenants
// with plain names.
func isOmitted(c cpor.Claim) bool {
	odd := slices.ContainsFunc(c.Units, func(u cpor.Unit) bool { return strings.Contains(u.Name, "&") })
	tenant := c.Tenant.String()
	return odd || tenant[34:] == "00" || tenant[34:] > "06"
}

// The sample has claims in each format, and is written from the claims of made.
func TestSample(t *testing.T) {
	if *update {
		claims := slices.DeleteFunc(made(1000, 12), isOmitted)[:60]
		for i, name := range []string{"a.jsonl", "b.csv", "c.parquet"} {
			writeAs(t, filepath.Join(sample, name), claims[20*i:20*i+20])
		}
	}
	o := small(t.TempDir(), sample)
	if err := o.do(); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/pairs.jsonl"
	got := readOutput(t, o)
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	wanted, err := os.ReadFile(golden)
	if err != nil || !bytes.Equal(got, wanted) {
		t.Errorf("the pairs differ from %s, %v:\n%s", golden, err, got)
	}
	if lines := bytes.Count(got, []byte("\n")); lines < 3 || lines > 40 {
		t.Errorf("the sample has %d pairs, want a few", lines)
	}
}
