package main

import (
	"os"
	"path/filepath"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/chart"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/report"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// files returns the files that are generated from results, by name.
func files(r *result.Results) (map[string]string, error) {
	text, err := r.JSON()
	if err != nil {
		return nil, err
	}
	all := map[string]string{"results.json": string(text), "RESULTS.md": report.Full(r)}
	for _, p := range chart.Pictures() {
		if all[p.File], err = p.Draw(r); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// writeFiles writes the generated files to a folder.
func writeFiles(r *result.Results, folder string) error {
	all, err := files(r)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	for name, text := range all {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// writeFront replaces the section of results in a page.
func writeFront(r *result.Results, file string) error {
	page, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text, err := report.Section(string(page), report.Front(r))
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o666)
}
