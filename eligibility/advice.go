package eligibility

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// An Advice is something to know beside the checklist. It never disables a
// button. The zero value is no advice.
type Advice uint8

// The advices, in the order in which they are given.
const (
	// ReviewBusinessInformation goes with every renewal (ELG-10).
	ReviewBusinessInformation Advice = iota + 1

	// OneFeeForAllDesignations goes with every designation (ELG-17).
	OneFeeForAllDesignations

	// RoleMayNotBuy goes to a user whose role may not buy or renew, and
	// RoleNotGiven where no role is known (ELG-18).
	RoleMayNotBuy
	RoleNotGiven

	// NoChecklist goes with the Learning Action Pack (ELG-24).
	NoChecklist

	noAdvice   Advice = 0
	lastAdvice        = NoChecklist
)

func (a Advice) texts() texts {
	switch a {
	case ReviewBusinessInformation:
		return texts{
			code: "review-business-information", rule: "ELG-10", source: benefitsFAQ,
			message: "Before the renewal the account admin must review and update the company's business information; further documents may be asked for.",
		}
	case OneFeeForAllDesignations:
		return texts{
			code: "one-fee-for-all-designations", rule: "ELG-17", source: "Solutions Partner FAQ",
			message: "One annual fee pays for all designations, and all share the anniversary date of the first.",
		}
	case RoleMayNotBuy:
		return texts{
			code: "role-may-not-buy", rule: "ELG-18", source: benefitsFAQ,
			message: "This user's role may not buy or renew: ask the partner admin of the programme or the account admin.",
		}
	case RoleNotGiven:
		return texts{
			code: "role-not-given", rule: "ELG-18", source: benefitsFAQ,
			message: "Buying and renewing takes the partner admin of the programme or the account admin.",
		}
	case NoChecklist:
		return texts{
			code: "no-checklist", rule: "ELG-24", source: benefitsFAQ,
			message: "The Learning Action Pack belongs to the Learning Partner programme, for companies that train; no checklist is published for it.",
		}
	}
	return texts{}
}

// Advice returns what there is to know beside the checklist, in a fixed order.
func (d Decision) Advice() iter.Seq[Advice] {
	given := [...]bool{
		ReviewBusinessInformation: d.Button == Renew,
		OneFeeForAllDesignations:  d.Offer.Family() == FamilySolutionsPartner,
		RoleMayNotBuy:             d.RoleMayBuy == No,
		RoleNotGiven:              d.RoleMayBuy == Unknown,
		NoChecklist:               d.Verdict == NoPublishedChecklist,
	}
	return func(yield func(Advice) bool) {
		for a, isGiven := range given {
			if isGiven && !yield(Advice(a)) {
				return
			}
		}
	}
}

// Rule returns the ID of the rule in RULES.md: "ELG-10", say.
func (a Advice) Rule() string { return a.texts().rule }

// Source names the published document, and its section, that the rule rests on.
func (a Advice) Source() string { return a.texts().source }

// Message returns the advice as a sentence.
func (a Advice) Message() string { return a.texts().message }

// String returns the code of a: "review-business-information", say, and the
// empty string for no advice.
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
