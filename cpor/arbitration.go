package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Arbitration is the procedure by which Microsoft decides between two claims. It
// holds the steps and the open questions, but predicts no winner (CPR-36).
//
// The incumbent, if there is one, is the approved claim of the two. If Microsoft
// approves the challenger, the incumbent becomes [Rejected] (CPR-46). Otherwise the
// challenger becomes Rejected, and the incumbent stays [Approved].
type Arbitration struct {
	// Incumbent is the ID of the approved claim, and Challenger the ID of the
	// other. Both are empty unless exactly one claim is approved.
	Incumbent  string `json:"incumbent,omitzero"`
	Challenger string `json:"challenger,omitzero"`

	// LatestProof is true if Microsoft compares the proofs of execution that the
	// partners submitted most recently.
	LatestProof bool `json:"latestProof"`

	Questions partnerrules.Set[Question] `json:"questions"` // the open questions
	On        calendar.Date              `json:"on"`        // the day of the arbitration

	// Coverage reports whether the rules are known for On. Policy is the policy
	// that the answer was computed under.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// Arbitrate returns the arbitration of a pair under the policy of [InForce]. See
// [Policy.Arbitrate].
func Arbitrate(pair Pair, on calendar.Date) (a Arbitration, ok bool) {
	return inForce().Arbitrate(pair, on)
}

// Arbitrate returns the arbitration of a pair on a day. If it is unknown whether
// the claims compete, that is one of the open questions. Arbitrate returns false
// if:
//   - both claims are of one company, which needs no arbitration,
//   - pair or on is zero,
//   - the relation of the pair or the policy is invalid.
func (p Policy) Arbitrate(pair Pair, on calendar.Date) (a Arbitration, ok bool) {
	if !p.Edition.isKnown() || pair.Relation == noRelation || pair.Relation > lastRelation || pair.SameCompany == Yes || on.IsZero() {
		return Arbitration{}, false
	}
	open := partnerrules.SetOf(DetailsRight, StrongerProof, MoreNeeded)
	check.Include(&open, OneCompany, pair.SameCompany != No)
	check.Include(&open, TimesOverlap, pair.Relation == UndeterminedOverlap)
	check.Include(&open, WhichApproval, pair.BothApproved)
	a = Arbitration{LatestProof: !p.LatestProofFrom.IsZero() && !on.Before(p.LatestProofFrom), Questions: open, On: on, Coverage: known.Coverage(on), Policy: p}
	if pair.Incumbent != "" {
		a.Incumbent, a.Challenger = pair.Incumbent, pair.First
		if a.Challenger == a.Incumbent {
			a.Challenger = pair.Second
		}
	}
	return a, true
}

// Notes returns an iterator over the note that the review may take longer (CPR-45).
// It is empty for the zero Arbitration.
func (a Arbitration) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(!a.On.IsZero(), reviewMayTakeLonger)
}

// Steps returns an iterator over the steps that Microsoft takes, as sentences, in
// their order.
func (a Arbitration) Steps() iter.Seq[string] {
	compared := "Microsoft compares the proofs of execution of both partners, to determine which claim to approve."
	if a.LatestProof {
		compared = "Microsoft compares the most recently submitted proofs of execution of both partners, to determine which claim to approve."
	}
	steps := [...]string{
		"Microsoft checks the details and the proof of execution of the new claim.",
		compared,
		"Microsoft may ask both partners for more, which may delay the decision.",
		"Microsoft reviews the claim within five business days. Its status may stay Under review longer while Microsoft works with the partner that owns the product or workload. Microsoft then says so in the comments of the claim.",
	}
	return func(yield func(string) bool) {
		for _, step := range steps {
			if !yield(step) {
				return
			}
		}
	}
}

// A Question is an open question of an arbitration. The zero Question
// has no message.
type Question uint8

// The questions, in the order in which they are asked.
const (
	OneCompany    Question = iota + 1 // do both partners belong to one company?: "one-company"
	TimesOverlap                      // do the times of the claims overlap?: "times-overlap"
	WhichApproval                     // both are approved: which approval is correct?: "which-approval"
	DetailsRight                      // are the details and the proof of the new claim correct?: "details-right"
	StrongerProof                     // which partner has the stronger proof of execution?: "stronger-proof"
	MoreNeeded                        // does Microsoft need more from either partner?: "more-needed"
)

// Message returns the question as a sentence. It returns the empty string if q is
// zero or invalid.
func (q Question) Message() string {
	switch q {
	case OneCompany:
		return "Do both partners belong to one company?"
	case TimesOverlap:
		return "Do the times of the two claims overlap?"
	case WhichApproval:
		return "Both claims are approved: which approval is correct?"
	case DetailsRight:
		return "Are the details and the proof of execution of the new claim correct?"
	case StrongerProof:
		return "Which partner has the stronger proof of execution?"
	case MoreNeeded:
		return "Does Microsoft need more from either partner?"
	}
	return ""
}
