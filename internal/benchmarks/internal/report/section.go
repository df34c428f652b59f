package report

import (
	"errors"
	"strings"
)

// The marks around the generated section of a page.
const (
	Begin = "<!-- benchmarks:begin -->\n"
	End   = "<!-- benchmarks:end -->\n"
)

// Section returns the page with text between the marks.
func Section(page, text string) (string, error) {
	before, rest, begins := strings.Cut(page, Begin)
	_, after, ends := strings.Cut(rest, End)
	if !begins || !ends {
		return "", errors.New("the page has no marks for the section: " + strings.TrimSpace(Begin) + " and " + strings.TrimSpace(End))
	}
	return before + Begin + text + End + after, nil
}
