package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestList(t *testing.T) {
	const code = `package p

func f(n int) (sum int) {
	for i := 0; i < n; i++ {
		if i == -3 || !(i&1 != 0) {
			continue
		}
		sum += i
		goto end
	}
end:
	return sum
}
`
	name := filepath.Join(t.TempDir(), "p.go")
	if err := os.WriteFile(name, []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := list(&out, []string{name}); err != nil {
		t.Fatal(err)
	}
	const want = "p.go:4:16 p.go:4:22 p.go:5:14 p.go:5:8 p.go:5:11 p.go:5:23 p.go:5:20 p.go:6:4 p.go:8:7"
	if got := strings.Join(strings.Fields(out.String()), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestListErrors(t *testing.T) {
	if err := list(&strings.Builder{}, []string{"missing.go"}); err == nil {
		t.Error("no error for a missing file")
	}
}
