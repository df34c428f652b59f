package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// An Advice is something to know beside an answer. The zero value is no advice.
type Advice uint8

// The advices.
const (
	// AnswerQuestions goes with every attestation that notifies (AGR-24).
	AnswerQuestions Advice = iota + 1

	// CustomerIsReferred goes with a customer that may be unable to accept
	// directly (AGR-32).
	CustomerIsReferred

	noAdvice Advice = 0
)

// Rule returns the ID of the rule in RULES.md: "AGR-24", say.
func (a Advice) Rule() string {
	switch a {
	case AnswerQuestions:
		return "AGR-24"
	case CustomerIsReferred:
		return "AGR-32"
	}
	return ""
}

// Message returns the advice as a sentence.
func (a Advice) Message() string {
	switch a {
	case AnswerQuestions:
		return "The e-mail sends the customer to its partner of record with questions: be ready to answer on the notice and on the agreement."
	case CustomerIsReferred:
		return "On a new purchase, automatic renewal apart, the customer may be told to contact its partner to confirm the acceptance."
	}
	return ""
}

// Source names the published document, and its section, that the rule rests on.
func (a Advice) Source() string {
	switch a {
	case AnswerQuestions:
		return helpPage + "; Customer notification of partner attestation"
	case CustomerIsReferred:
		return helpPage + "; Troubleshoot customer acceptance"
	}
	return ""
}

// String returns the code of a: "answer-questions", say.
func (a Advice) String() string {
	switch a {
	case noAdvice:
		return ""
	case AnswerQuestions:
		return "answer-questions"
	case CustomerIsReferred:
		return "customer-is-referred"
	}
	return enum.Outside("advice", a)
}

// AppendText implements [encoding.TextAppender].
func (a Advice) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "advice", a, noAdvice, CustomerIsReferred)
}

// MarshalText implements [encoding.TextMarshaler].
func (a Advice) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (a *Advice) UnmarshalText(text []byte) error {
	return enum.Unmarshal(a, "advice", noAdvice, CustomerIsReferred, text)
}
