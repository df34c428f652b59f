package conformance

import (
	"iter"

	"github.com/partnerrules/partnerrules"
)

// reasonTexts returns the rule of a reason, and whether it has each of its texts.
// Vectors do not contain the texts themselves, since these may be reworded.
func reasonTexts(r partnerrules.Reason) object {
	return object{
		"rule": known(r.Rule()), "see": known(r.See()),
		"message": r.Message() != "", "remedy": r.Remedy() != "", "source": hasSource(r.Rule()),
	}
}

// notes returns the codes of the notes of an answer, and by code whether a note has
// its texts.
func notes(all iter.Seq[partnerrules.Note]) object {
	texts := object{}
	for n := range all {
		texts[n.Code] = object{
			"rule": known(n.Rule), "see": known(n.See),
			"message": n.Message != "", "source": hasSource(n.Rule),
		}
	}
	return object{"notes": codes(all), "noteTexts": texts}
}

// codes returns the codes of notes, in order.
func codes(all iter.Seq[partnerrules.Note]) []string {
	codes := []string{}
	for n := range all {
		codes = append(codes, n.Code)
	}
	return codes
}

// hasSource reports whether a rule has a published source.
func hasSource(id partnerrules.RuleID) bool {
	rule, _ := Rules().Find(id)
	return len(rule.Sources) > 0
}
