package conformance

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Expected is a list of vectors that are expected to fail.
type Expected struct {
	name  string
	lines map[string]int // the numbers of the lines
}

// ReadExpected reads a list of expected failures. Each line names a vector: the
// file without its folder, the rule and the sentence, as in
//
//	calendar.json: CAL-01: a valid date is parsed
//
// Empty lines are ignored, and so are lines that begin with #.
func ReadExpected(name string) (*Expected, error) {
	e := &Expected{name, map[string]int{}}
	if name == "" {
		return e, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	number := 0
	for line := range strings.Lines(strings.TrimPrefix(string(text), "\ufeff")) {
		number++
		line = strings.TrimSpace(line)
		switch _, twice := e.lines[line]; {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.Count(line, ": ") < 2:
			return nil, fmt.Errorf("%s:%d: want a file, a rule and a sentence, with colons", name, number)
		case twice:
			return nil, fmt.Errorf("%s:%d: the vector is listed twice", name, number)
		default:
			e.lines[line] = number
		}
	}
	return e, nil
}

// Take removes a vector of a file from the list. It reports whether the vector was in
// it.
func (e *Expected) Take(file string, v Vector) bool {
	key := filepath.Base(file) + ": " + v.Rule + ": " + v.Says
	_, ok := e.lines[key]
	delete(e.lines, key)
	return ok
}

// Unknown returns an error for each line that is still in the list: no vector that
// ran has its name.
func (e *Expected) Unknown() (faults []error) {
	byNumber := func(a, b string) int { return e.lines[a] - e.lines[b] }
	for _, line := range slices.SortedFunc(maps.Keys(e.lines), byNumber) {
		faults = append(faults, fmt.Errorf("%s:%d: no such vector: %s", e.name, e.lines[line], line))
	}
	return faults
}
