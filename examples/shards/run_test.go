package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules/cpor"
)

// small returns an order that divides even few claims into many pieces and parts.
func small(dir string, paths ...string) order {
	return order{
		paths: paths, output: filepath.Join(dir, "out.jsonl"), work: filepath.Join(dir, "work"),
		memory: 256 << 10, workers: 2, piece: 10_000, log: io.Discard, step: func() {},
	}
}

// writeFolder divides claims over files of all formats in a folder.
func writeFolder(t *testing.T, claims []cpor.Claim) string {
	t.Helper()
	dir := t.TempDir()
	names := []string{"a.jsonl", "b.csv", "c.parquet", "d.jsonl"}
	for i, name := range names {
		n := len(claims) / (len(names) - i)
		writeAs(t, filepath.Join(dir, name), claims[:n])
		claims = claims[n:]
	}
	return dir
}

func readOutput(t *testing.T, o order) []byte {
	t.Helper()
	got, err := os.ReadFile(o.output)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// The output has the pairs of one detection in memory, byte for byte, for any memory,
// workers, pieces and files. Nothing else is left.
func TestSameAsDetect(t *testing.T) {
	claims := made(1000, 1)
	wanted := want(t, claims)
	in := writeFolder(t, claims)
	for memory := int64(64 << 10); memory <= 64<<20; memory *= 8 {
		for workers := 1; workers <= 3; workers++ {
			o := small(t.TempDir(), in)
			o.memory, o.workers, o.piece = memory, workers, memory/10
			if err := o.do(); err != nil {
				t.Fatal(err)
			}
			if got := readOutput(t, o); !bytes.Equal(got, wanted) {
				t.Errorf("%d KB, %d workers: %d bytes, want %d", memory>>10, workers, len(got), len(wanted))
			}
			if left, err := filepath.Glob(filepath.Join(filepath.Dir(o.output), "*")); err != nil || len(left) != 1 {
				t.Errorf("left %v, %v", left, err)
			}
		}
	}
}

// In this test a part is divided by product, so that the tests above cover it.
func TestDivide(t *testing.T) {
	claims := made(2000, 1)
	o := small(t.TempDir(), writeFolder(t, claims))
	o.memory = 64 << 10
	divided := false
	o.step = func() {
		parts, _ := filepath.Glob(filepath.Join(o.work, "part-*"))
		divided = divided || len(parts) > 0
	}
	o.workers = 1 // step is called by one goroutine
	if err := o.do(); err != nil || !divided {
		t.Errorf("divided: %t, %v", divided, err)
	}
}

// Files can be named one by one, in any order.
func TestFilesInAnyOrder(t *testing.T) {
	claims := made(300, 2)
	in := writeFolder(t, claims)
	paths, err := filepath.Glob(filepath.Join(in, "*"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(paths)
	o := small(t.TempDir(), paths...)
	if err := o.do(); err != nil || !bytes.Equal(readOutput(t, o), want(t, claims)) {
		t.Errorf("the output differs, %v", err)
	}
}

// A file without claims has no pairs.
func TestNoClaims(t *testing.T) {
	in := t.TempDir()
	for name, text := range map[string]string{"a.jsonl": "", "b.csv": "", "c.csv": "id,tenant\n", "d.jsonl": "\n \n"} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	o := small(t.TempDir(), in)
	if err := o.do(); err != nil || len(readOutput(t, o)) > 0 {
		t.Error(err)
	}
}

// A work folder serves only the run that made it, and no folder with other files.
func TestOtherRun(t *testing.T) {
	in := writeFolder(t, made(200, 3))
	o := small(t.TempDir(), in)
	inputs, err := findInputs(o.paths)
	if err == nil {
		_, err = folder{o.work, o.step}.open(manifest{Format: workFormat, Inputs: inputs, Memory: o.memory, Workers: o.workers, Piece: o.piece, Parts: 1})
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := o.do(); status(err) != 2 {
		t.Errorf("other parts: %v", err)
	}
	o.work = in
	if err := o.do(); status(err) != 2 {
		t.Errorf("a folder with other files: %v", err)
	}
	if _, err := os.Stat(o.output); !errors.Is(err, os.ErrNotExist) {
		t.Error("there is an output")
	}
}

// The wrong command, no file, or a file of another format is an error of status 2.
func TestCommand(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(text, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	for _, args := range [][]string{{}, {"-o", out}, {"-o", out, dir}, {"-o", out, text}, {"-o", out, filepath.Join(dir, "none.csv")}, {"-o", out, "-memory", "1", dir}} {
		o := small(dir)
		if err := command(&o, args); err == nil || status(err) != 2 {
			t.Errorf("%v: %v", args, err)
		}
	}
}
