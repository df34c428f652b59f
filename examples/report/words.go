package main

import (
	"unicode"
	"unicode/utf8"
)

// sentence begins a text with a capital.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
