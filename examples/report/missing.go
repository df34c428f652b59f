package main

import (
	"strings"

	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// missingText says which facts are missing, those on areas together.
func missingText(d eligibility.Decision) string {
	var texts, areas []string
	for fact := range d.Missing.All() {
		if fact >= eligibility.FactDataAI && fact <= eligibility.FactSecurity {
			areas = append(areas, areaOf(fact).Title())
		} else {
			texts = append(texts, factText(fact))
		}
	}
	if len(areas) > 0 {
		texts = append(texts, "whether qualified for "+strings.Join(areas, ", "))
	}
	return strings.Join(texts, "; ")
}

// areaOf returns the area that a fact is about: both go in one order.
func areaOf(f eligibility.Fact) eligibility.Area {
	return eligibility.DataAI + eligibility.Area(f-eligibility.FactDataAI)
}

// factText says what a fact is that is not about an area.
func factText(f eligibility.Fact) string {
	switch f {
	case eligibility.FactAccount:
		return "the state of the account's verification"
	case eligibility.FactMembership:
		return "the active designation or legacy membership, if any"
	case eligibility.FactAnniversary:
		return "its anniversary date"
	case eligibility.FactHeld:
		return "the areas of the designations held"
	case eligibility.FactStatus2022:
		return "the Gold or Silver status on 30 Sep 2022"
	case eligibility.FactBilling:
		return "whether a billing profile is linked"
	case eligibility.FactPack:
		return "whether the pack is active"
	case eligibility.FactPackAnniversary:
		return "the pack's anniversary date"
	case eligibility.FactLearning:
		return "whether a Learning Action Pack is active"
	case eligibility.FactLearningAnniversary:
		return "the Learning Action Pack's anniversary date"
	}
	return portfolio.Words(f.String())
}
