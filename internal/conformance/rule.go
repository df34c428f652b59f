package conformance

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Rules returns the rules of the library.
func Rules() partnerrules.Rulebook {
	return slices.Concat(calendar.Rules(), eligibility.Rules(), benefits.Rules(), agreement.Rules(), cpor.Rules(), partnerrules.Rules())
}

// libraryID matches the IDs that the library keeps for its own rules.
var libraryID = regexp.MustCompile(`(?i)^(AGR|BEN|CAL|CPR|EDN|ELG|INP)([-0-9]|$)`)

// CheckRule returns an error if the ID has a prefix of the library, but is not the ID
// of a rule of the library. All other IDs are allowed.
func CheckRule(id string) error {
	rules := Rules()
	if _, ok := rules.Find(partnerrules.RuleID(id)); ok || !libraryID.MatchString(id) {
		return nil
	}
	var ids []string
	for _, r := range rules {
		ids = append(ids, string(r.ID))
	}
	return fmt.Errorf("rule %q is unknown%s", id, DidYouMean(id, ids))
}

// DidYouMean returns a question such as "; did you mean ELG-05?", with the known name
// that is nearest to a misspelled one. It is empty if no name is near.
func DidYouMean(misspelled string, known []string) string {
	name, distance := nearest(misspelled, known)
	if distance > max(2, len(misspelled)/3) {
		return ""
	}
	return "; did you mean " + name + "?"
}
