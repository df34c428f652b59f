package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Arbitration is how Microsoft comes to decide between two claims. It holds
// what is done and what is open, and never who wins (CPR-36). One of the claims
// may be the incumbent, which is approved. If Microsoft approves its challenger,
// the incumbent is displaced and so [Rejected] (CPR-46). Otherwise the challenger
// is Rejected, and the incumbent stays [Approved].
type Arbitration struct {
	// Incumbent is the ID of the approved claim, and Challenger the ID of the
	// other. Both are empty unless exactly one claim is approved.
	Incumbent  string `json:"incumbent,omitzero"`
	Challenger string `json:"challenger,omitzero"`

	// LatestProof says that each partner's most recently submitted proof of
	// execution is compared.
	LatestProof bool `json:"latestProof"`

	Questions partnerrules.Set[Question] `json:"questions"` // what is open
	On        calendar.Date              `json:"on"`        // the day judged by

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Arbitrate returns how Microsoft comes to decide on a pair, under [Baseline]: see
// [Policy.Arbitrate].
func Arbitrate(pair Pair, on calendar.Date) (a Arbitration, ok bool) {
	return Baseline().Arbitrate(pair, on)
}

// Arbitrate returns how Microsoft comes to decide on a pair on a day. It returns
// false if the claims are of one company, which needs no arbitration, if pair or
// on is zero, or if the mark or the policy is invalid. If it is unknown whether the
// pair competes, that is among the open questions.
func (p Policy) Arbitrate(pair Pair, on calendar.Date) (a Arbitration, ok bool) {
	if !p.Edition.isKnown() || pair.Relation == noMark || pair.Relation > lastMark || pair.SameCompany == Yes || on.IsZero() {
		return Arbitration{}, false
	}
	open := partnerrules.SetOf(DetailsRight, StrongerProof, MoreNeeded)
	check.Include(&open, OneCompany, pair.SameCompany != No)
	check.Include(&open, TimesOverlap, pair.Relation == UndeterminedOverlap)
	check.Include(&open, WhichApproval, pair.BothApproved)
	a = Arbitration{LatestProof: !p.LatestProofFrom.IsZero() && !on.Before(p.LatestProofFrom), Questions: open, On: on, Policy: p}
	if pair.Incumbent != "" {
		a.Incumbent, a.Challenger = pair.Incumbent, pair.First
		if a.Challenger == a.Incumbent {
			a.Challenger = pair.Second
		}
	}
	return a, true
}

// Notes returns what to know besides the arbitration: that the review may take
// longer (CPR-45). The zero Arbitration has none.
func (a Arbitration) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(!a.On.IsZero(), reviewMayTakeLonger)
}

// Steps returns the sentences that say what Microsoft does, in order.
func (a Arbitration) Steps() iter.Seq[string] {
	compared := "The proofs of execution of both partners are compared."
	if a.LatestProof {
		compared = "The proofs of execution of both partners are compared, of each the one submitted last."
	}
	steps := [...]string{
		"The details and the proof of execution of the new claim are checked.",
		compared,
		"Both partners may be asked for more, in the comments of their claims.",
		"One of the two is approved; Microsoft decides which.",
	}
	return func(yield func(string) bool) {
		for _, step := range steps {
			if !yield(step) {
				return
			}
		}
	}
}

// A Question is something open in an arbitration.
type Question uint8

// The questions, in the order in which they are asked.
const (
	OneCompany    Question = iota + 1 // are both partners of one company after all?: "one-company"
	TimesOverlap                      // do the times of the claims overlap?: "times-overlap"
	WhichApproval                     // both are approved: which approval is right?: "which-approval"
	DetailsRight                      // are the details and the proof of the new claim right?: "details-right"
	StrongerProof                     // whose proof of execution carries further?: "stronger-proof"
	MoreNeeded                        // is more needed from either partner?: "more-needed"
)

// Message returns the question as a sentence, which is empty if q is zero or
// invalid.
func (q Question) Message() string {
	switch q {
	case OneCompany:
		return "Are both partners of one company after all?"
	case TimesOverlap:
		return "Do the times of the two claims overlap?"
	case WhichApproval:
		return "Both claims are approved: which of the two is right?"
	case DetailsRight:
		return "Are the details and the proof of execution of the new claim right?"
	case StrongerProof:
		return "Whose proof of execution carries further?"
	case MoreNeeded:
		return "Is more needed from either partner?"
	}
	return ""
}
