package partnerrules

import "fmt"

// A Reason is why an answer is what it is: a requirement that is not met, a
// fault, a deadline that has passed. Each package has a type of its own that
// implements Reason, so that one program can show the reasons of all packages.
//
// The code, which String returns, and the rule of a reason are stable. Its
// sentences may be reworded.
type Reason interface {
	fmt.Stringer     // the code: "window-not-open"
	Rule() RuleID    // the rule that the reason comes from
	Message() string // a sentence that says what is wrong
	Remedy() string  // a sentence that says what to do
	See() string     // the help page to read, or empty
}

// A Note is something to know besides an answer: it never changes one.
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
	SeverityUnknown Severity = iota // a fact that was not given decides: "unknown"
	SeverityWarning                 // worth knowing, prevents nothing: "warning"
	SeverityError                   // prevents what was asked for: "error"
)
