// Package vectors embeds the test vectors of the library, for package rulestest and
// examples/conformance. README.md beside it explains their form, and how a port to
// another language runs them.
package vectors

import "embed"

//go:embed *.json
var files embed.FS

// FS returns the vector files, and schema.json, which describes their form.
func FS() embed.FS { return files }
