package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// An Advice is something to know beside the answers. The zero value is no
// advice.
type Advice uint8

// The advices.
const (
	// AskCustomerFirst goes with every fault that the customer can help
	// with (CPR-39).
	AskCustomerFirst Advice = iota + 1

	// WrongActivityCosts goes with every choice of an activity (CPR-40).
	WrongActivityCosts

	// SubscriptionShown goes with every approved claim on a Dynamics
	// product (CPR-43).
	SubscriptionShown

	// AnswerInComments goes with every claim of which the partner was asked
	// for more (CPR-44).
	AnswerInComments

	// ReviewMayTakeLonger goes with a claim in arbitration (CPR-45).
	ReviewMayTakeLonger

	noAdvice   Advice = 0
	lastAdvice        = ReviewMayTakeLonger
)

func (a Advice) texts() texts {
	switch a {
	case AskCustomerFirst:
		return texts{
			code: "ask-customer-first", rule: "CPR-39", source: issues + ", subscription errors",
			message: "First work with the customer: the tenant ID and subdomain must be right, and the subscription right and provisioned. If that does not solve it, contact support.",
		}
	case WrongActivityCosts:
		return texts{
			code: "wrong-activity-costs", rule: "CPR-40", source: issues + ", which activity",
			message: "A wrong activity may cost eligibility and earnings, and mean claiming again.",
		}
	case SubscriptionShown:
		return texts{
			code: "subscription-shown", rule: "CPR-43", source: issues + ", product and subscription",
			message: "On an approved claim on a Dynamics product the partner sees the ID of the subscription in the claim.",
		}
	case AnswerInComments:
		return texts{
			code: "answer-in-comments", rule: "CPR-44", source: issues + ", competing claims",
			message: "What Microsoft asks for stands in the comments of the claim, whether or not it competes.",
		}
	case ReviewMayTakeLonger:
		return texts{
			code: "review-may-take-longer", rule: "CPR-45", source: issues + ", competing claims",
			message: "Both partners may be asked for more, which may delay the decision further; no new due day follows from that.",
		}
	}
	return texts{}
}

// Rule returns the ID of the rule in RULES.md: "CPR-40", say.
func (a Advice) Rule() string { return a.texts().rule }

// Source names the published document, and its section, that the rule rests on.
func (a Advice) Source() string { return a.texts().source }

// Message returns the advice as a sentence.
func (a Advice) Message() string { return a.texts().message }

// String returns the code of a: "wrong-activity-costs", say, and the empty
// string for no advice.
func (a Advice) String() string {
	if a > lastAdvice {
		return enum.Outside("advice", a)
	}
	return a.texts().code
}

// AppendText implements [encoding.TextAppender].
func (a Advice) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "advice", a, noAdvice, lastAdvice)
}

// MarshalText implements [encoding.TextMarshaler].
func (a Advice) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (a *Advice) UnmarshalText(text []byte) error {
	return enum.Unmarshal(a, "advice", noAdvice, lastAdvice, text)
}
