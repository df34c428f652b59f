package partnerrules

import "fmt"

// A Reason explains an answer: it is a requirement that is not met, a fault, or a
// deadline that has passed. Each package has its own type that implements Reason,
// so that a program can show the reasons of all packages in the same way.
//
// The code and the rule of a reason are stable. Its sentences may be reworded.
type Reason interface {
	fmt.Stringer     // the code: "window-not-open"
	Rule() RuleID    // the rule that the reason comes from
	Message() string // a sentence that says what is wrong
	Remedy() string  // a sentence that says what to do
	See() string     // the help page to read, or empty
}

// A Note is information beside an answer. It never changes the answer.
type Note struct {
	Code    string `json:"code"`         // stable: "review-business-information"
	Rule    RuleID `json:"rule"`         // the rule that the note comes from
	Message string `json:"message"`      // a sentence to show
	See     string `json:"see,omitzero"` // the help page to read, or empty
}

// A Severity is the weight of a finding. The zero Severity is [SeverityUnknown].
type Severity uint8

// The severities.
const (
	SeverityUnknown Severity = iota // a missing fact decides: "unknown"
	SeverityWarning                 // does not block the action: "warning"
	SeverityError                   // blocks the action: "error"
)
