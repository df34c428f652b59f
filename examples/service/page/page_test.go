package page

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// get asks for a file of the page.
func get(t *testing.T, path string) *http.Response {
	t.Helper()
	mux, answer := http.NewServeMux(), httptest.NewRecorder()
	Handle(mux)
	mux.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, http.NoBody))
	return answer.Result()
}

// The page has the policy of the service, for servers for static files. All its files
// are its own, and all are served with the policy.
func TestPage_ContentPolicy(t *testing.T) {
	root, err := html.Parse(get(t, "/").Body)
	if err != nil {
		t.Fatal(err)
	}
	policies, links := 0, []string{"answers.js"} // which page.js imports
	for n := range root.Descendants() {
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
		}
		if attributes["http-equiv"] == "Content-Security-Policy" {
			policies++
			if got := attributes["content"]; got != policy {
				t.Errorf("policy %q, want %q", got, policy)
			}
		}
		for _, name := range []string{"src", "href"} {
			if link := attributes[name]; link != "" && !strings.HasPrefix(link, "#") {
				links = append(links, link)
			}
		}
		if n.Data == "style" || attributes["style"] != "" {
			t.Errorf("the policy forbids the style in %s", n.Data)
		}
	}
	if policies != 1 || len(links) < 5 {
		t.Errorf("%d policies, links %q", policies, links)
	}
	for _, link := range links {
		answer := get(t, "/"+link)
		if got := answer.Header.Get("Content-Security-Policy"); answer.StatusCode != http.StatusOK || got != policy+"; frame-ancestors 'none'" {
			t.Errorf("%s: %d, policy %q", link, answer.StatusCode, got)
		}
	}
}

// Write writes into a new folder only, so that it replaces no files.
func TestWrite_Existing(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, "example.com/none"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v, want an error that the folder exists", err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) > 0 {
		t.Errorf("%d files, %v", len(files), err)
	}
}
