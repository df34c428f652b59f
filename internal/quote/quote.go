// Package quote quotes the texts of callers in errors.
package quote

import (
	"strconv"
	"unicode/utf8"
)

// Most is the number of bytes of a text that an error quotes at most (INP-08).
const Most = 40

// mark stands for the text that was cut off.
const mark = "…"

// Around quotes a text. Of a text of more than [Most] bytes, it quotes the part
// around an offset, cut between characters, with a mark on each side that was cut.
func Around(text string, offset int) string {
	if len(text) <= Most {
		return strconv.Quote(text)
	}
	start := max(0, min(offset-Most/2, len(text)-Most))
	end := start + Most
	before, after := "", ""
	if start > 0 {
		before = mark
		start = boundary(text, start, +1)
	}
	if end < len(text) {
		after = mark
		end = boundary(text, end, -1)
	}
	return before + strconv.Quote(text[start:end]) + after
}

// boundary returns the start of the first character at i or, in the given
// direction, beyond it. In a text that is not UTF-8 it may return another index.
func boundary(text string, i, step int) int {
	for n := 1; n < utf8.UTFMax && !utf8.RuneStart(text[i]); n++ {
		i += step
	}
	return i
}
