// Command codes writes the text forms of enumerations: codes.go of each package
// named, with String, MarshalText and UnmarshalText.
//
// An enumeration is an exported type over uint8 or int8 whose constants are
// numbered one after another. The line comment of each constant ends with the
// code that text and JSON have for it, in quotes:
//
//	BillingLinked // linked and up to date: "linked"
//
// The comment decides, so a constant can be renamed without changing its code. A
// constant without a code gets one, written into its comment: its name in kebab
// case, without the name of its type.
//
// A zero value that no constant stands for has the empty code. Where a package
// writes one of the three methods itself, that method is left out; instead of
// UnmarshalText there is then unmarshalCode, for it to call.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	for _, dir := range os.Args[1:] {
		if err := generate(dir); err != nil {
			fmt.Fprintln(os.Stderr, "codes:", err)
			os.Exit(1)
		}
	}
}

// generate brings the comments and codes.go of a package up to date.
func generate(dir string) error {
	files, err := files(dir)
	if err != nil {
		return err
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, text) {
			continue
		}
		if err := os.WriteFile(path, text, 0o666); err != nil {
			return err
		}
	}
	return nil
}
