package main

import (
	"testing"

	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// TestMissing: every fact that can be missing has words of its own, and an area
// its title.
func TestMissing(t *testing.T) {
	seen := map[string]bool{}
	for fact := eligibility.FactAccount; fact <= eligibility.FactLearningAnniversary; fact++ {
		text := missingText(eligibility.Decision{Missing: 1 << fact})
		if text == "" || text == portfolio.Words(fact.String()) || seen[text] {
			t.Errorf("%v: %q", fact, text)
		}
		seen[text] = true
	}
	both := eligibility.Decision{Missing: 1<<eligibility.FactDataAI | 1<<eligibility.FactSecurity | 1<<eligibility.FactBilling}
	if got, want := missingText(both), "whether a billing profile is linked; whether qualified for Data & AI, Security"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
