package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// An Arbitration is how Microsoft comes to decide between two claims. It says
// what is done and what is open, and never who wins (CPR-36).
type Arbitration struct {
	// Incumbent is the ID of the approved claim, and Challenger that of the
	// other. Both are empty where no claim alone is approved.
	Incumbent  string `json:"incumbent,omitzero"`
	Challenger string `json:"challenger,omitzero"`

	// LatestProof says that each partner's most recently submitted proof of
	// execution is compared.
	LatestProof bool `json:"latestProof"`

	Questions QuestionSet   `json:"questions"` // what is open
	On        calendar.Date `json:"on"`        // the day judged by

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Arbitrate says how Microsoft comes to decide on a pair, under [Baseline]: see
// [Policy.Arbitrate].
func Arbitrate(pair Pair, on calendar.Date) (a Arbitration, ok bool) {
	return Baseline().Arbitrate(pair, on)
}

// Arbitrate says how Microsoft comes to decide on a pair on a day. Two claims of
// one company see no arbitration, and ok is false; so it is without a pair, a
// day or a policy that is valid. A pair of which it is not known whether it
// competes has that among its open questions.
func (p Policy) Arbitrate(pair Pair, on calendar.Date) (a Arbitration, ok bool) {
	if !p.Edition.isKnown() || pair.Mark == noMark || pair.Mark > lastMark || pair.SameCompany == Yes || on.IsZero() {
		return Arbitration{}, false
	}
	var open QuestionSet
	if pair.SameCompany != No {
		open.add(OneCompany)
	}
	if pair.Mark == UndeterminedOverlap {
		open.add(TimesOverlap)
	}
	if pair.BothApproved {
		open.add(WhichApproval)
	}
	open.add(DetailsRight)
	open.add(StrongerProof)
	open.add(MoreNeeded)
	a = Arbitration{LatestProof: !p.LatestProofFrom.IsZero() && !on.Before(p.LatestProofFrom), Questions: open, On: on, Policy: p}
	if pair.Incumbent != "" {
		a.Incumbent, a.Challenger = pair.Incumbent, pair.First
		if a.Challenger == a.Incumbent {
			a.Challenger = pair.Second
		}
	}
	return a, true
}

// Outcome returns the statuses that the two claims come to by the decision on
// the challenger: if it is approved, the incumbent is displaced and rejected
// (CPR-46); else the challenger is rejected and the incumbent stays approved.
func Outcome(challengerApproved bool) (incumbent, challenger Status) {
	if challengerApproved {
		return Rejected, Approved
	}
	return Approved, Rejected
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

// A Question is something open in an arbitration. The zero value is none.
type Question uint8

// The questions, in the order in which they are asked.
const (
	OneCompany    Question = iota + 1 // are both partners of one company after all?
	TimesOverlap                      // do the times of the claims overlap?
	WhichApproval                     // both are approved: which approval is right?
	DetailsRight                      // are the details and the proof of the new claim right?
	StrongerProof                     // whose proof of execution carries further?
	MoreNeeded                        // is more needed from either partner?

	noQuestion   Question = 0
	lastQuestion          = MoreNeeded
)

// Message returns the question as a sentence.
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

// String returns the code of q: "details-right", say, and the empty string for
// no question.
func (q Question) String() string {
	switch q {
	case noQuestion:
		return ""
	case OneCompany:
		return "one-company"
	case TimesOverlap:
		return "times-overlap"
	case WhichApproval:
		return "which-approval"
	case DetailsRight:
		return "details-right"
	case StrongerProof:
		return "stronger-proof"
	case MoreNeeded:
		return "more-needed"
	}
	return enum.Outside("question", q)
}

// AppendText implements [encoding.TextAppender].
func (q Question) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "question", q, noQuestion, lastQuestion)
}

// MarshalText implements [encoding.TextMarshaler].
func (q Question) MarshalText() ([]byte, error) { return q.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (q *Question) UnmarshalText(text []byte) error {
	return enum.Unmarshal(q, "question", noQuestion, lastQuestion, text)
}

// A QuestionSet is a set of questions: bit q stands for question q. Its text is
// a list of codes with commas between, and empty for no questions.
type QuestionSet uint8

func (s *QuestionSet) add(q Question) { *s |= 1 << q }

// Has reports whether q is in the set.
func (s QuestionSet) Has(q Question) bool { return s>>q&1 == 1 }

// All returns the questions of the set in their order.
func (s QuestionSet) All() iter.Seq[Question] { return enum.All[Question](uint32(s)) }

// String returns the set as text.
func (s QuestionSet) String() string { return enum.SetString[Question](uint32(s)) }

// AppendText implements [encoding.TextAppender]. A set with a bit that is no
// question is a [*calendar.InputError].
func (s QuestionSet) AppendText(b []byte) ([]byte, error) {
	return enum.AppendSet(b, "questions", uint32(s), OneCompany, lastQuestion)
}

// MarshalText implements [encoding.TextMarshaler].
func (s QuestionSet) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *QuestionSet) UnmarshalText(text []byte) error {
	return enum.UnmarshalSet(s, "questions", OneCompany, lastQuestion, text)
}
