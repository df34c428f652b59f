package main

import (
	"bytes"
	"fmt"
	"strings"
)

// heading begins the section of the rules, which ends with the package clause.
const heading = "// # Rules\n"

// maxNames is the number of functions that the table in doc.go names for a rule.
const maxNames = 3

// withTable returns the text of a doc.go file in which the section of the rules is
// the last section of the comment.
func withTable(text []byte, b book) ([]byte, error) {
	clause := bytes.LastIndex(text, []byte("\npackage "+b.pkg+"\n"))
	if clause < 0 {
		return nil, fmt.Errorf("no clause of package %s below the comment", b.pkg)
	}
	guide := text[:clause+1]
	if start := bytes.Index(guide, []byte("\n"+heading)); start >= 0 {
		guide = guide[:start+1]
	} else {
		guide = append(bytes.Clone(guide), "//\n"...)
	}
	return bytes.Join([][]byte{guide, section(b), text[clause+1:]}, nil), nil
}

// section returns the section of the rules, as lines of a comment.
func section(b book) []byte {
	var s bytes.Buffer
	s.WriteString(heading)
	first, last := b.rules[0].ID, b.rules[len(b.rules)-1].ID
	fmt.Fprintf(&s, "//\n// The rules %s to %s are listed, with their sources, in RULES.md.\n", first, last)
	fmt.Fprintf(&s, "// [Rules] returns them as data. The last column names functions that answer a\n// rule, at most %d.\n//\n", maxNames)
	width := 0
	for _, rule := range b.rules {
		width = max(width, len(rule.Title))
	}
	for _, rule := range b.rules {
		var names []string
		for _, name := range rule.AnsweredBy {
			names = append(names, strings.TrimPrefix(name, b.pkg+"."))
		}
		if len(names) > maxNames {
			names = append(names[:maxNames:maxNames], "...")
		}
		fmt.Fprintf(&s, "//\t%s  %-*s  %s\n", rule.ID, width, rule.Title, strings.Join(names, ", "))
	}
	return s.Bytes()
}
