package main

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// words turns a code into words.
func words(code string) string { return strings.ReplaceAll(code, "-", " ") }

// sentence begins a text with a capital.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// count writes a number and its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// some names the first few of a list, and counts the others.
func some(names []string, few int) string {
	if len(names) <= few+1 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:few], ", ") + " and " + strconv.Itoa(len(names)-few) + " more"
}

func actorText(a portfolio.Actor) string {
	switch a {
	case portfolio.Partner:
		return "Partner"
	case portfolio.IndirectProvider:
		return "Indirect provider"
	case portfolio.TheCustomer:
		return "Customer"
	case portfolio.Microsoft:
		return "Microsoft"
	}
	return sentence(words(string(a)))
}
