package programs

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/partnerrules/partnerrules/cpor"
)

// Each line is a valid claim, and there is about one pair for each claim, as in the
// input of the other groups.
func TestWriteLines(t *testing.T) {
	const n = 2000
	file := filepath.Join(t.TempDir(), "claims.jsonl")
	if err := writeLines(file, n); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var claims []cpor.Claim
	for line := range bytes.Lines(text) {
		var c cpor.Claim
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	pairs, err := cpor.Detect(claims)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for range pairs {
		found++
	}
	if len(claims) != n || found < n*8/10 || found > n*12/10 {
		t.Errorf("%d claims, %d pairs", len(claims), found)
	}
}

// The system counts the memory of a program without the memory of its parent.
func TestProgram_Peak(t *testing.T) {
	path, err := build(".", "./internal/programs/decode", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "claims.json")
	if err := writeHistories(file, 10); err != nil {
		t.Fatal(err)
	}
	large := make([]byte, 256<<20)
	for i := range large {
		large[i] = 1
	}
	runtime.KeepAlive(large)
	used, err := program{name: "decode", path: path, args: []string{file}, want: "10 claims"}.run()
	if err != nil || used.processor <= 0 || used.peak > 128<<20 {
		t.Errorf("%v and %d bytes: %v", used.processor, used.peak, err)
	}
	if _, err := (program{name: "decode", path: path, args: []string{file}, want: "11 claims"}).run(); err == nil {
		t.Error("no error for another answer")
	}
}
