//go:build !js

package main

import (
	"embed"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// files are the page, and the file that differs in static/: answers.js asks the
// service in page/, and WebAssembly in static/.
//
//go:embed page static
var files embed.FS

// page returns the files that the service serves.
func page() fs.FS {
	page, err := fs.Sub(files, "page")
	if err != nil {
		panic(err) // the name is invalid
	}
	return page
}

// writeStatic writes the page, with WebAssembly that answers it, into a new folder.
func writeStatic(dir string) error {
	if err := os.CopyFS(dir, page()); err != nil {
		return err
	}
	answers, err := files.ReadFile("static/answers.js")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "answers.js"), answers, 0o666); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	support, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "wasm_exec.js"), support, 0o666); err != nil {
		return err
	}
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", filepath.Join(dir, "service.wasm"),
		"github.com/partnerrules/partnerrules/examples/service")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	build.Stderr = os.Stderr
	return build.Run()
}
