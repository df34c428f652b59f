package main

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// sentence begins a text with a capital.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
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
	return sentence(portfolio.Words(string(a)))
}
