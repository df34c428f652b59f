package main

import (
	"testing"

	"github.com/partnerrules/partnerrules/eligibility"
)

// TestMissingTexts: every fact that can be missing is named by words of its own.
func TestMissingTexts(t *testing.T) {
	seen := map[string]eligibility.Fact{}
	for fact := eligibility.FactAccount; fact <= eligibility.FactLearningAnniversary; fact++ {
		texts := missingTexts(1 << fact)
		if len(texts) != 1 || texts[0] == fact.String() {
			t.Errorf("%v: %q", fact, texts)
			continue
		}
		if other, twice := seen[texts[0]]; twice {
			t.Errorf("%v and %v are both %q", other, fact, texts[0])
		}
		seen[texts[0]] = fact
	}
}
