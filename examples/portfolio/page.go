package main

import (
	"bufio"
	"fmt"
	"iter"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A page writes text line by line. Lines are at most pageWidth wide, unless a
// single word is wider.
type page struct {
	w     *bufio.Writer // keeps the first error
	color bool
	all   bool // list every benefit, customer, claim and pair
}

const (
	pageWidth  = 80
	fieldStart = 6  // the column of the label of a field
	fieldText  = 15 // the column of its text
)

func (p *page) line(s string) { p.w.WriteString(s + "\n") }

// title writes the underlined title of a section.
func (p *page) title(s string) {
	p.line("")
	p.line(p.paint(bold, s))
	p.line(strings.Repeat("-", utf8.RuneCountInString(s)))
}

// field writes a label and next to it a text of one or more lines.
func (p *page) field(label, text string) {
	p.wrap(fmt.Sprintf("%*s%-*s", fieldStart, "", fieldText-fieldStart, label), strings.Repeat(" ", fieldText), text)
}

// paragraph writes a text with all lines indented.
func (p *page) paragraph(indent, text string) { p.wrap(indent, indent, text) }

// wrap writes a text and breaks it between words. The first line begins with
// first, the others with rest. It keeps the unusual spaces of names.
func (p *page) wrap(first, rest, text string) {
	line, empty := first, true
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > pageWidth {
			p.line(line)
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	p.line(line)
}

// A style is a terminal style. It never carries meaning of its own: the marks and
// words do.
type style string

const (
	bold   style = "1"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
)

// paint returns text in a style. The text must not be wrapped afterwards.
func (p *page) paint(s style, text string) string {
	if !p.color {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// mark returns the mark of a verdict in its color.
func (p *page) mark(mark string) string {
	switch mark {
	case "+":
		return p.paint(green, mark)
	case "-":
		return p.paint(red, mark)
	case "?":
		return p.paint(yellow, mark)
	}
	return mark
}

// isTerminal reports whether a file is a character device, such as a terminal.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// takesColor reports whether to use colors: the output is a terminal that can show
// them, and NO_COLOR is not set (no-color.org).
func takesColor(terminal bool, getenv func(string) string) bool {
	return terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// progress overwrites one line, and removes it at the end of a file. It shows
// nothing for small files.
func (s setting) progress(at portfolio.Progress) {
	const worthIt = 8 << 20
	switch {
	case at.Done && at.Read > worthIt:
		fmt.Fprint(s.stderr, "\r\x1b[K")
	case at.Read > worthIt && at.Size > 0:
		fmt.Fprintf(s.stderr, "\rreading %s: %d of %d MiB", at.File, at.Read>>20, at.Size>>20)
	case at.Read > worthIt:
		fmt.Fprintf(s.stderr, "\rreading %s: %d MiB", at.File, at.Read>>20)
	}
}

// grouped groups the elements of a list by key. Groups and elements are in the
// order of the list.
func grouped[T any](list []T, key func(T) string) iter.Seq2[string, []T] {
	var keys []string
	groups := map[string][]T{}
	for _, v := range list {
		k := key(v)
		if _, known := groups[k]; !known {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], v)
	}
	return func(yield func(string, []T) bool) {
		for _, k := range keys {
			if !yield(k, groups[k]) {
				return
			}
		}
	}
}
