package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Task is what can or must be done next with a claim. The zero value is
// nothing.
type Task uint8

// The tasks.
const (
	InitialReview   Task = iota + 1 // Microsoft takes the claim up (CPR-21)
	Decision                        // Microsoft decides, or asks for more (CPR-22)
	PartnerAnswer                   // the partner answers what was asked (CPR-23)
	CustomerDecline                 // the customer may decline (CPR-25)
	PartnerDispute                  // the partner may dispute a rejection (CPR-26)
	FinalDecision                   // Microsoft decides on a dispute (CPR-26)

	noTask   Task = 0
	lastTask      = FinalDecision
)

// Rule returns the ID of the rule in RULES.md: "CPR-21", say.
func (t Task) Rule() string {
	switch t {
	case InitialReview:
		return "CPR-21"
	case Decision:
		return "CPR-22"
	case PartnerAnswer:
		return "CPR-23"
	case CustomerDecline:
		return "CPR-25"
	case PartnerDispute, FinalDecision:
		return "CPR-26"
	}
	return ""
}

// By returns who does it.
func (t Task) By() Actor {
	switch t {
	case InitialReview, Decision, FinalDecision:
		return Microsoft
	case PartnerAnswer, PartnerDispute:
		return Partner
	case CustomerDecline:
		return Customer
	}
	return noActor
}

// isChoice reports whether the task may be left undone.
func (t Task) isChoice() bool { return t == CustomerDecline || t == PartnerDispute }

// String returns the code of t: "initial-review", say, and the empty string for
// nothing.
func (t Task) String() string {
	switch t {
	case noTask:
		return ""
	case InitialReview:
		return "initial-review"
	case Decision:
		return "decision"
	case PartnerAnswer:
		return "partner-answer"
	case CustomerDecline:
		return "customer-decline"
	case PartnerDispute:
		return "partner-dispute"
	case FinalDecision:
		return "final-decision"
	}
	return enum.Outside("task", t)
}

// AppendText implements [encoding.TextAppender].
func (t Task) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "task", t, noTask, lastTask)
}

// MarshalText implements [encoding.TextMarshaler].
func (t Task) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (t *Task) UnmarshalText(text []byte) error {
	return enum.Unmarshal(t, "task", noTask, lastTask, text)
}
