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

// ruleIDs returns the IDs of all rules of the library.
func ruleIDs() (ids []string) {
	for _, r := range Rules() {
		ids = append(ids, string(r.ID))
	}
	return ids
}

// checkRule returns an error if the ID has a prefix of the library, but is not one of
// the IDs of its rules. All other IDs are allowed.
func checkRule(id string, ids []string) error {
	if slices.Contains(ids, id) || !libraryID.MatchString(id) {
		return nil
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
