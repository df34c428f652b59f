package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/goal"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/report"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

func stored(t *testing.T) result.Results {
	t.Helper()
	r, err := result.Read("results.json")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The tables, the pictures and the front page agree with results.json.
func TestFiles(t *testing.T) {
	r := stored(t)
	all, err := files(&r)
	if err != nil {
		t.Fatal(err)
	}
	front, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if all["../../README.md"], err = report.Section(string(front), report.Front(&r)); err != nil {
		t.Fatal(err)
	}
	for name, want := range all {
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s does not agree with results.json (%v), run: GOWORK=off go run . -from results.json -o . -readme ../../README.md", name, err)
		}
	}
}

// The results in this folder contain every goal. They are of full size unless they
// are marked as short.
func TestResults_Complete(t *testing.T) {
	r := stored(t)
	if len(r.Groups) != len(groups) && !r.Short || len(r.Modules) != len(peers) {
		t.Errorf("%d of %d groups, %d of %d modules", len(r.Groups), len(groups), len(r.Modules), len(peers))
	}
	if w, _ := r.Work("claims/million"); !r.Short && w.Claims != 1_000_000 {
		t.Errorf("%d claims", w.Claims)
	}
	for _, g := range goal.All() {
		if j := g.Judge(&r); j.State == goal.NotMeasured {
			t.Errorf("%s against %s: %s", g.Work, g.Against, j.State)
		}
	}
}

// A picture is XML with a title and a description, and uses no other file.
func TestPictures(t *testing.T) {
	pictures, err := filepath.Glob("*.svg")
	if err != nil || len(pictures) == 0 {
		t.Fatalf("no pictures: %v", err)
	}
	for _, name := range pictures {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		elements := map[string]int{}
		for d := xml.NewDecoder(strings.NewReader(string(text))); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if start, ok := token.(xml.StartElement); ok {
				elements[start.Name.Local]++
			}
		}
		if elements["title"] != 1 || elements["desc"] != 1 || elements["rect"] < 10 || elements["image"]+elements["script"] > 0 {
			t.Errorf("%s has %v", name, elements)
		}
	}
}

func TestCommand_InvalidArguments(t *testing.T) {
	for _, args := range [][]string{{"all"}, {"-run", "("}, {"-from", "no such file"}, {"-rounds", "many"}} {
		if err := command(args, io.Discard, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
}

// A short run writes its files to a folder.
func TestCommand_ShortRun(t *testing.T) {
	folder := t.TempDir()
	if err := command([]string{"-short", "-rounds", "2", "-run", "business|growth", "-o", folder}, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	r, err := result.Read(filepath.Join(folder, "results.json"))
	if err != nil || !r.Short || len(r.Groups) != 2 || r.Groups[1].Works[0].Live <= 0 {
		t.Errorf("%+v, %v", r, err)
	}
}
