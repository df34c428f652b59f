package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"time"
)

// A manifest says what a work folder is for. A run that finds another one does not use
// the folder.
type manifest struct {
	Format  int     `json:"format"`
	Inputs  []input `json:"inputs"`
	Memory  int64   `json:"memory"` // in bytes
	Workers int     `json:"workers"`
	Piece   int64   `json:"piece"`
	Parts   int     `json:"parts"`
	Done    bool    `json:"done"` // the output is written
}

// An input is a file with claims.
type input struct {
	Path     string    `json:"path"`
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
}

const (
	manifestName = "manifest.json"

	// workFormat is the form of the intermediate files. Raise it with each change of
	// their form, of the hashes, or of the pieces.
	workFormat = 1
)

// open creates the work folder, or checks that it is of a run with the same manifest. It
// reports whether that run has written its output.
func (f folder) open(m manifest) (isDone bool, err error) {
	f.step()
	if err := os.MkdirAll(f.path, 0o777); err != nil {
		return false, err
	}
	var found manifest
	text, err := os.ReadFile(f.name(manifestName))
	if errors.Is(err, os.ErrNotExist) {
		if err := f.checkEmpty(); err != nil {
			return false, err
		}
		return false, f.note(m)
	}
	if err == nil {
		err = json.Unmarshal(text, &found)
	}
	isDone = found.Done
	found.Done = false
	if err == nil && !reflect.DeepEqual(found, m) {
		err = fmt.Errorf("%s is of a run with other files or flags: delete it, or name another folder with -work", f.path)
	}
	return isDone, err
}

// note writes the manifest.
func (f folder) note(m manifest) error {
	return f.replace(f.name(manifestName), func(w io.Writer) error { return json.NewEncoder(w).Encode(m) })
}

// checkEmpty returns an error if the folder has files of somebody else.
func (f folder) checkEmpty() error {
	files, err := os.ReadDir(f.path)
	for _, file := range files {
		if file.Name() != manifestName+".tmp" {
			return fmt.Errorf("%s has files, but no %s: name another folder with -work", f.path, manifestName)
		}
	}
	return err
}

// findInputs returns the files with claims: the files that paths name, and those in
// folders that it names, in the order of their names.
func findInputs(paths []string) ([]input, error) {
	var inputs []input
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			inputs = append(inputs, input{path, info.Size(), info.ModTime().UTC()})
			continue
		}
		found, err := inFolder(path)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, found...)
	}
	return inputs, checkInputs(inputs)
}

// inFolder returns the files in a folder whose ending is of a format.
func inFolder(path string) ([]input, error) {
	entries, err := os.ReadDir(path) // sorted by name
	var inputs []input
	for _, entry := range entries {
		if _, known := formats[filepath.Ext(entry.Name())]; !known || entry.IsDir() {
			continue
		}
		info, err := os.Stat(filepath.Join(path, entry.Name()))
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, input{filepath.Join(path, entry.Name()), info.Size(), info.ModTime().UTC()})
	}
	return inputs, err
}

// checkInputs returns an error if there are no inputs, or if one is of no format or
// named twice.
func checkInputs(inputs []input) error {
	if len(inputs) == 0 {
		return errors.New("no files with claims: want names that end in .jsonl, .csv or .parquet")
	}
	for i, in := range inputs {
		if _, known := formats[filepath.Ext(in.Path)]; !known {
			return fmt.Errorf("%s: want a name that ends in .jsonl, .csv or .parquet", in.Path)
		}
		if slices.ContainsFunc(inputs[:i], func(other input) bool { return other.Path == in.Path }) {
			return fmt.Errorf("%s is named twice", in.Path)
		}
	}
	return nil
}
