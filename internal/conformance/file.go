package conformance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/strict"
)

// SchemaName is the JSON file of a folder that is not a vector file.
const SchemaName = "schema.json"

// A Source is the text of a vector file.
type Source struct {
	Name string // for messages
	Data []byte
}

// Sources reads the vector files in files and its folders, in order of name. It
// returns an error if there are none, because an empty run would look like agreement.
func Sources(files fs.FS) ([]Source, error) {
	var all []Source
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".json" || path.Base(name) == SchemaName {
			return err
		}
		data, err := fs.ReadFile(files, name)
		all = append(all, Source{name, data})
		return err
	})
	if err == nil && len(all) == 0 {
		err = errors.New("no vector files")
	}
	return all, err
}

// SourcesAt reads the given files, and the vector files in the given folders. It
// returns an error if one of the folders has no vector files.
func SourcesAt(paths ...string) (all []Source, err error) {
	for _, name := range paths {
		data, err := os.ReadFile(name)
		switch {
		case err == nil:
			all = append(all, Source{name, data})
			continue
		case errors.Is(err, fs.ErrNotExist):
			return nil, err
		}
		found, err := Sources(os.DirFS(name))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, source := range found {
			all = append(all, Source{filepath.Join(name, source.Name), source.Data})
		}
	}
	return all, nil
}

// A File holds the valid vectors of a vector file.
type File struct {
	Name    string // the name of the source
	Subject string
	Vectors []Vector
}

// Read reads a vector file. A fault names the file, the line, the index of the
// vector and its rule. Vectors with a fault are left out. Calls that are not calls of the library
// are allowed if own is true.
func Read(src Source, own bool) (File, []error) {
	f := File{Name: src.Name, Subject: src.Name}
	var raw struct {
		Subject string                       `json:"subject"`
		Vectors []strict.At[json.RawMessage] `json:"vectors"`
	}
	if err := decode("", src.Data, &raw); err != nil {
		var bad *partnerrules.InputError
		errors.As(err, &bad)
		return f, []error{fmt.Errorf("%s: %w", src.place(bad.Offset), err)}
	}
	var faults []error
	if raw.Subject == "" {
		faults = append(faults, fmt.Errorf("%s: no subject", src.Name))
	} else {
		f.Subject = raw.Subject
	}
	if len(raw.Vectors) == 0 {
		faults = append(faults, fmt.Errorf("%s: no vectors", src.Name))
	}
	c, seen := checker{registry(), ruleIDs(), own}, map[[2]string]bool{}
	for i, data := range raw.Vectors {
		v, err := c.read(data.Value)
		if err == nil && seen[[2]string{v.Rule, v.Says}] {
			err = fmt.Errorf("another vector of the rule says %q too", v.Says)
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: vectors[%d] %s: %w", src.place(data.Offset), i, v.Rule, err))
			continue
		}
		seen[[2]string{v.Rule, v.Says}] = true
		f.Vectors = append(f.Vectors, v)
	}
	return f, faults
}

// read reads a vector and checks it.
func (c checker) read(data []byte) (v Vector, err error) {
	if err = decode("", data, &v); err == nil {
		err = c.check(&v)
	}
	return v, err
}

// place returns the name and the line of an offset, such as "mine.json:12".
func (src Source) place(offset int) string {
	before := src.Data[:min(offset, len(src.Data))]
	return fmt.Sprintf("%s:%d", src.Name, 1+bytes.Count(before, []byte("\n")))
}
