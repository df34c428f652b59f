// Command codes writes the text forms of enumerations. For each package that it is
// given it writes codes.go, with String, MarshalText and UnmarshalText.
//
// An enumeration is an exported type over uint8 or int8 whose constants have
// consecutive values. The line comment of each constant ends with its code in text
// and JSON, in quotes:
//
//	BillingLinked // linked and up to date: "linked"
//
// The comment decides, so a constant can be renamed and keep its code. If a
// constant has no code, the program writes one into its comment: its name in kebab
// case, without the name of its type.
//
// A zero value without a constant has the empty code. If the package itself has
// one of the three methods, the program leaves the method out. Instead of
// UnmarshalText it then writes unmarshalCode, for the method to call.
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

// generate updates the comments and codes.go of a package.
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
