package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/partnerrules/partnerrules/rulestest/vectors"
)

// schemaName is the JSON file of a directory that is not a vector file.
const schemaName = "schema.json"

// A source is the text of a vector file.
type source struct {
	name string // for messages
	data []byte
}

// findSources reads the given files and the vector files in the given directories.
// Without paths it returns the vectors of the library. It returns an error if a
// directory has no vector files, because an empty run would look like agreement.
func findSources(paths []string) ([]source, error) {
	if len(paths) == 0 {
		return readDirectory(vectors.FS(), "the library")
	}
	var all []source
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if info.IsDir() {
			found, err := readDirectory(os.DirFS(path), path)
			if err != nil {
				return nil, err
			}
			for i := range found {
				found[i].name = filepath.Join(path, found[i].name)
			}
			all = append(all, found...)
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		all = append(all, source{path, data})
	}
	return all, nil
}

// readDirectory reads the vector files of a directory in order of name, without
// subdirectories.
func readDirectory(dir fs.FS, name string) ([]source, error) {
	names, err := fs.Glob(dir, "*.json")
	if err != nil {
		return nil, err
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == schemaName })
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no vector files", name)
	}
	var all []source
	for _, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		all = append(all, source{name, data})
	}
	return all, nil
}
