package portfolio

import (
	"strings"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A MissingFact is a fact on which an answer depends and which is unknown, in
// words.
type MissingFact struct {
	Text   string // "whether a billing profile is linked"
	Member string // the members of the file that give it: "billing"
}

// String returns, for example, "whether a billing profile is linked (billing)".
func (f MissingFact) String() string { return f.Text + " (" + f.Member + ")" }

// MissingFacts returns the facts on an offer that are missing. The areas share an
// element.
func MissingFacts(missing eligibility.FactSet) []MissingFact {
	var facts []MissingFact
	var areas []string
	for fact := range missing.All() {
		if fact < eligibility.FactDataAI || fact > eligibility.FactSecurity {
			facts = append(facts, offerFact(fact))
			continue
		}
		area := eligibility.DataAI + eligibility.Area(fact-eligibility.FactDataAI) // both go in one order
		if areas = append(areas, area.Title()); len(areas) == 1 {
			facts = append(facts, MissingFact{Member: "qualified or scores"})
		}
	}
	for i := range facts {
		if facts[i].Text == "" {
			facts[i].Text = "whether qualified for " + strings.Join(areas, ", ")
		}
	}
	return facts
}

// offerFact words a fact that is not about an area.
func offerFact(f eligibility.Fact) MissingFact {
	switch f {
	case eligibility.FactAccount:
		return MissingFact{"the state of the account's verification", "account"}
	case eligibility.FactMembership:
		return MissingFact{"which designation or legacy membership is active, if any", "memberships"}
	case eligibility.FactAnniversary:
		return MissingFact{"the anniversary date of that membership", "start or anniversary"}
	case eligibility.FactHeld:
		return MissingFact{"the areas of the designations held", "memberships"}
	case eligibility.FactStatus2022:
		return MissingFact{"the Gold or Silver status on 2022-09-30", "status2022"}
	case eligibility.FactBilling:
		return MissingFact{"whether a billing profile is linked", "billing"}
	case eligibility.FactPack:
		return MissingFact{"whether the pack is active", "memberships"}
	case eligibility.FactPackAnniversary:
		return MissingFact{"the pack's anniversary date", "start or anniversary"}
	case eligibility.FactLearning:
		return MissingFact{"whether a Learning Action Pack is active", "memberships"}
	case eligibility.FactLearningAnniversary:
		return MissingFact{"the Learning Action Pack's anniversary date", "start or anniversary"}
	}
	return MissingFact{Words(f.String()), "memberships"}
}

// MissingConsents returns the facts on a customer that are missing.
func MissingConsents(missing agreement.FactSet) []MissingFact {
	var facts []MissingFact
	for fact := range missing.All() {
		facts = append(facts, customerFact(fact))
	}
	return facts
}

func customerFact(f agreement.Fact) MissingFact {
	switch f {
	case agreement.FactPartner:
		return MissingFact{"the type of the partner", "partner"}
	case agreement.FactRole:
		return MissingFact{"the role of the user", "role"}
	case agreement.FactCustomer:
		return MissingFact{"whether the customer is new", "kind"}
	case agreement.FactAttested:
		return MissingFact{"whether the partner has attested", "attestations"}
	case agreement.FactAttestedOn:
		return MissingFact{"the date of the attestation", "attestations"}
	case agreement.FactProviderAttested:
		return MissingFact{"whether the indirect provider has attested", "provider"}
	case agreement.FactProviderOn:
		return MissingFact{"the date of the provider's attestation", "provider"}
	case agreement.FactDirect:
		return MissingFact{"whether the customer has accepted directly", "direct"}
	}
	return MissingFact{Words(f.String()), "customers"}
}
