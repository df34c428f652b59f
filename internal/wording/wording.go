// Package wording finds phrases that plain English avoids. Tests of the
// repository apply it to comments, messages and documents.
package wording

import (
	"regexp"
	"slices"
	"strings"
)

// phrases are patterns of whole words, each with what to write instead.
var phrases = []struct{ pattern, instead string }{
	// Invalid and missing values.
	{`(?:no value|none) of its type|not valid(?: json| utf-8)?`, "invalid"},
	{`not known`, "unknown"},
	{`what is no`, "a noun"},
	{`(?:there )?(?:is|are|be) none`, "empty, missing, or a noun"},

	// Verbs.
	{`hang(?:s|ing)? on`, "depend on"},
	{`plays? no part`, "is ignored"},
	{`(?:is|are) told|(?:tells?|told) apart`, "an active verb"},
	{`looked at|is asked for|may be had`, "an active verb"},
	{`(?:is|are) to be`, "must be"},
	{`refuse[sd]?|refusing`, "reject"},

	// Connections.
	{`that of|those of|of which`, "the noun, or a possessive"},
	{`but for`, "except"},
	{`anew`, "again"},
	{`all the same`, "still"},

	// Words of the program, and American spelling.
	{`sign-in`, "credentials"},
	{`(?:sub)?licenc(?:e|es|ed|ing)`, "license"},
	{`programmes?`, "program"},
	{`(?:un)?recognis\w+|(?:de)?normalis\w+|modernis\w+|organis\w+|initialis\w+|summaris\w+|(?:un)?authoris\w+|serialis\w+|minimis(?:e|es|ed|ing)`, "-ize"},
	{`colour\w*|behaviour\w*|favour\w*|neighbour\w*`, "-or"},
	{`cancelled|cancelling|labelled|labelling|marshalled|marshalling|enrolment|acknowledgement|judgement`, "American spelling"},
}

// plain are texts that match a phrase, but are plain English.
var plain = []string{"there is none", "there are none", "there be none", "not valid json", "not valid utf-8"}

// A Hit is a phrase in a text.
type Hit struct {
	Phrase  string // in lower case
	Instead string // what to write instead
	Around  string // the text around the phrase
}

var (
	code    = regexp.MustCompile("\"[^\"\\s]*\"|`[^`\\s]*`|\\b[a-z]+(?:-[a-z0-9]+){2,}\\b")
	space   = regexp.MustCompile(`\s+`)
	matcher = compile()
)

// compile returns one matcher for all phrases, with a group for each.
func compile() *regexp.Regexp {
	var patterns []string
	for _, p := range phrases {
		patterns = append(patterns, "("+p.pattern+")")
	}
	// ", say" is a phrase where punctuation follows, as in "an ID, say.".
	return regexp.MustCompile(`(?i)\b(?:` + strings.Join(patterns, "|") + `)\b|(, say)(?:[,.:;)]|$)`)
}

// Find returns the phrases in a text. It ignores codes and names: quoted words, and
// words with two hyphens.
func Find(text string) (hits []Hit) {
	text = space.ReplaceAllString(code.ReplaceAllString(text, "``"), " ")
	for _, m := range matcher.FindAllStringSubmatchIndex(text, -1) {
		hit := Hit{Instead: "for example, such as", Around: strings.ToValidUTF8(text[max(0, m[0]-50):min(len(text), m[1]+50)], "")}
		for group := 1; 2*group < len(m); group++ {
			if start := m[2*group]; start >= 0 {
				hit.Phrase = strings.ToLower(text[start:m[2*group+1]])
				if group <= len(phrases) {
					hit.Instead = phrases[group-1].instead
				}
			}
		}
		if !slices.Contains(plain, hit.Phrase) {
			hits = append(hits, hit)
		}
	}
	return hits
}
