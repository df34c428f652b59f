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

// A page is text that is written line by line, none wider than pageWidth unless
// a single word is.
type page struct {
	w      *bufio.Writer // keeps the first error
	colour bool
	all    bool // every benefit, customer, claim and pair is listed
}

const (
	pageWidth  = 80
	fieldStart = 6  // where the label of a field begins
	fieldText  = 15 // and where its text does
)

func (p *page) line(s string) { p.w.WriteString(s + "\n") }

// title writes the title of a section, underlined.
func (p *page) title(s string) {
	p.line("")
	p.line(p.paint(bold, s))
	p.line(strings.Repeat("-", utf8.RuneCountInString(s)))
}

// field writes a label and, beside it, a text of one line or more.
func (p *page) field(label, text string) {
	p.wrap(fmt.Sprintf("%*s%-*s", fieldStart, "", fieldText-fieldStart, label), strings.Repeat(" ", fieldText), text)
}

// paragraph writes a text with every line indented.
func (p *page) paragraph(indent, text string) { p.wrap(indent, indent, text) }

// wrap breaks a text between words. The first line begins with first, the
// others with rest.
func (p *page) wrap(first, rest, text string) {
	line, empty := first, true
	for _, word := range strings.Fields(text) {
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

// A style is what a terminal does to a text. It never says anything that the
// text does not say: marks and words carry the meaning.
type style string

const (
	bold   style = "1"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
)

// paint is for text that is not wrapped.
func (p *page) paint(s style, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// mark paints the mark of a verdict.
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

// isTerminal reports whether a file is a terminal, as far as the standard
// library can tell.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// takesColour reports whether colours are welcome on an output: it is a terminal
// that can show them, and nobody has said that there should be none
// (no-color.org).
func takesColour(terminal bool, getenv func(string) string) bool {
	return terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// progress overwrites one line, and removes it at the end of a file. Small files
// are read before anyone could read the line.
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

// grouped returns the elements of a list that have one key together, groups and
// elements in the order in which they are first met.
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
