package wording

import (
	"strings"
	"testing"
)

// Each phrase is found in a sentence, and a plain sentence has none.
func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"A verdict hangs on the facts.":               "hangs on",
		"A value that is no\nvalue of its type.":      "no value of its type",
		"None of its type, or not valid.":             "none of its type, not valid",
		"It returns that of the other; THOSE OF all.": "that of, those of",
		"An ID, say.":                                       ", say",
		"An ID, say, or an offer, say":                      ", say, , say",
		"The licences of the programme are not known.":      "licences, programme, not known",
		"It is refused, and normalises nothing.":            "refused, normalises",
		"Depends on the facts: so programs say \"refused\"": "",
		"The codes `licence-terms` and \"refused\", say so": "",
		"Programming, north, those offers, that offer.":     "",
		"It is 0 if there is none, and not valid JSON.":     "",
		"The step send-sign-in, or a sign-in; there's none": "sign-in",
	} {
		var found []string
		for _, hit := range Find(text) {
			found = append(found, hit.Phrase)
			if hit.Instead == "" || !strings.Contains(strings.ToLower(hit.Around), hit.Phrase) {
				t.Errorf("%q: incomplete hit %+v", text, hit)
			}
		}
		if got := strings.Join(found, ", "); got != want {
			t.Errorf("%q has the phrases %q, want %q", text, got, want)
		}
	}
}
