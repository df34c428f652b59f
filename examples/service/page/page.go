// Package page has the page on which a person tries the service. It works on the
// service, and on any server for static files.
package page

import (
	"embed"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Files are the files of the page. Its questions are answered by WebAssembly, in
// answers.js, and by the service in served/answers.js.
//
//go:embed *.html *.css *.js *.svg *.json
var Files embed.FS

//go:embed served
var served embed.FS

// policy is the content security policy of the page: it loads its own files and
// WebAssembly only.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

// Handle serves the page on mux, at /.
func Handle(mux *http.ServeMux) {
	files := http.FileServerFS(Files)
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy+"; frame-ancestors 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		if r.URL.Path == "/answers.js" {
			http.ServeFileFS(w, r, served, "served/answers.js")
			return
		}
		files.ServeHTTP(w, r)
	})
	mux.Handle("GET /{$}", handler)
	mux.Handle("GET /{file}", handler)
}

// Write writes the page for a server for static files into dir, with the command of
// the given import path as WebAssembly. It makes the folder, and returns an error if
// there is one.
func Write(dir, command string) error {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	if err := os.CopyFS(dir, Files); err != nil {
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
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", filepath.Join(dir, "service.wasm"), command)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	build.Stderr = os.Stderr
	return build.Run()
}
