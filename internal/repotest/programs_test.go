package repotest

import (
	"strings"
	"testing"
)

// The small programs stay small, and the guides of the packages name them.
func TestSmallPrograms(t *testing.T) {
	for file, guide := range map[string]string{
		"examples/notices/main.go":  "eligibility/doc.go",
		"examples/gate/main.go":     "agreement/doc.go",
		"examples/desk/main.go":     "cpor/doc.go",
		"examples/policy/policy.go": "rulestest/doc.go",
		"examples/bulk/main.go":     "eligibility/doc.go",
	} {
		if lines := strings.Count(readFile(t, file), "\n"); lines >= 100 {
			t.Errorf("%s has %d lines, want less than 100", file, lines)
		}
		program := file[:strings.LastIndex(file, "/")]
		if !strings.Contains(readFile(t, guide), program) || !strings.Contains(readFile(t, "README.md"), file) {
			t.Errorf("%s and README.md do not name %s", guide, program)
		}
	}
}
