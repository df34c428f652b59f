package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A page is text that is filled in line by line, none wider than pageWidth
// unless a single word is.
type page struct{ bytes.Buffer }

const (
	pageWidth  = 96
	fieldStart = 6  // where the label of a field begins
	fieldText  = 15 // and where its text does
)

func (p *page) line(s string) { p.WriteString(s + "\n") }

// title writes the title of a section, underlined.
func (p *page) title(s string) {
	p.line("")
	p.line(s)
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
