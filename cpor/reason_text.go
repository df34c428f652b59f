package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
)

// texts are the rule and the sentences of a reason.
type texts struct {
	rule            partnerrules.RuleID
	message, remedy string

	customer bool // the customer can help
}

func (r Reason) texts() texts {
	if r > lastFinding {
		return r.stepTexts()
	}
	switch r {
	case RoleMayNotClaim:
		return texts{
			rule:    "CPR-19",
			message: "The role of this user may not work on association claims.",
			remedy:  "Let a billing, global or incentives admin do it; in some editions only an incentives admin may.",
		}
	case LocationNotKnown:
		return texts{
			rule:    "CPR-16",
			message: "The partner is not sure of this location ID.",
			remedy:  "Ask the global admin which location ID to use.",
		}
	case LocationNotEnrolled:
		return texts{
			rule:    "CPR-16",
			message: "This location is not enrolled in the incentive programme.",
			remedy:  "Manage its enrolment in the Incentives overview, or use an enrolled location.",
		}
	case NotALocation:
		return texts{
			rule:    "CPR-16",
			message: "This partner ID is not that of a location.",
			remedy:  "Use the ID of a location.",
		}
	case LocationHasPartnerType:
		return texts{
			rule:    "CPR-16",
			message: "This location is tied to a partner type, such as FRP FastTrack.",
			remedy:  "Confirm with the global admin that it is the right one for this claim.",
		}
	case DomainMismatch:
		return texts{
			rule: "CPR-01", customer: true,
			message: "The domain does not belong to the tenant.",
			remedy:  "Get the right tenant ID and subdomain.",
		}
	case ActivityNotOffered:
		return texts{
			rule:    "CPR-02",
			message: "This activity is not offered in this solution area.",
			remedy:  "Choose an activity that the area offers: Microsoft 365 has only Usage.",
		}
	case ActivitiesExclude:
		return texts{
			rule:    "CPR-05",
			message: "Revenue association cannot be claimed together with another activity.",
			remedy:  "Claim Revenue association on its own, or leave it out.",
		}
	case ChannelNotEligible:
		return texts{
			rule:    "CPR-03",
			message: "The customer did not buy this product through Volume Licensing or Web Direct.",
			remedy:  "Claim only products bought through Volume Licensing or Web Direct.",
		}
	case ProductNotOnTenant:
		return texts{
			rule: "CPR-07", customer: true,
			message: "The product is not on the customer's tenant.",
			remedy:  "Make sure that the product and the tenant ID are right.",
		}
	case ProductNotEligible:
		return texts{
			rule:    "CPR-41",
			message: "The product or workload is not eligible.",
			remedy:  "Claim an eligible product or workload.",
		}
	case SubscriptionNeeded:
		return texts{
			rule: "CPR-06", customer: true,
			message: "A subscription of this product must be given.",
			remedy:  "Give the subscription that is claimed.",
		}
	case SubscriptionIgnored:
		return texts{
			rule:    "CPR-06",
			message: "A Microsoft 365 claim takes no subscription; the one given is disregarded.",
			remedy:  "Leave the subscription out.",
		}
	case SubscriptionNotDynamics:
		return texts{
			rule: "CPR-08", customer: true,
			message: "The subscription is not for Dynamics.",
			remedy:  "Give a Dynamics 365 subscription of the product.",
		}
	case SubscriptionIsCSP:
		return texts{
			rule: "CPR-09", customer: true,
			message: "The subscription was bought through CSP.",
			remedy:  "Give a subscription bought through Volume Licensing or Web Direct.",
		}
	case NotProvisioned:
		return texts{
			rule: "CPR-10", customer: true,
			message: "The customer has not yet activated or provisioned the product of this subscription.",
			remedy:  "Have the customer activate and provision the product, then claim it.",
		}
	case AlreadyClaimed:
		return texts{
			rule: "CPR-11", customer: true,
			message: "The company already holds a live claim on this subscription with this activity.",
			remedy:  "Work on the claim that there is; do not claim again.",
		}
	case NotASubscriptionID:
		return texts{
			rule: "CPR-12", customer: true,
			message: "The identifier given is not a subscription ID.",
			remedy:  "Give the ID of the subscription, which is a GUID other than the tenant ID.",
		}
	case SubscriptionNotActive:
		return texts{
			rule: "CPR-13", customer: true,
			message: "The subscription is neither active nor in its grace period.",
			remedy:  "Claim a subscription that is active or in grace.",
		}
	case SubscriptionNotOnTenant:
		return texts{
			rule: "CPR-38", customer: true,
			message: "The subscription does not belong to the tenant.",
			remedy:  "Make sure that the subscription and the tenant ID are right.",
		}
	case FieldMissing:
		return texts{
			rule:    "CPR-18",
			message: "A required field is empty.",
			remedy:  "Fill it in.",
		}
	case ProofMissing:
		return texts{
			rule:    "CPR-17",
			message: "There is no proof of execution.",
			remedy:  "Attach the proof of execution.",
		}
	case ProofNotAcknowledged:
		return texts{
			rule:    "CPR-17",
			message: "The customer has not acknowledged the proof of execution.",
			remedy:  "Get the customer's acknowledgement.",
		}
	case ProofDatesWrong:
		return texts{
			rule:    "CPR-17",
			message: "The acknowledgement has no date, is older than twelve months, or comes after the submission.",
			remedy:  "Get an acknowledgement with a date within the twelve months before the submission.",
		}
	case ProofWithoutSolution:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the partner's solution or service.",
			remedy:  "Add the solution or service to the proof.",
		}
	case ProofWithoutProducts:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the products or workloads of the claim.",
			remedy:  "Add the products or workloads to the proof.",
		}
	case ProofOfAnotherPartner:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the partner of the claim.",
			remedy:  "Correct the partner in the proof or in the claim.",
		}
	case ProofOfAnotherCustomer:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the company name of the claim.",
			remedy:  "Correct the customer in the proof or in the claim.",
		}
	case ProofOfAnotherDomain:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the domain of the claim.",
			remedy:  "Correct the domain in the proof or in the claim.",
		}
	case ProofOfAnotherTenant:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the tenant ID of the claim.",
			remedy:  "Correct the tenant ID in the proof or in the claim.",
		}
	}
	return texts{}
}

func (r Reason) stepTexts() texts {
	switch r {
	case HistoryStartsElsewhere:
		return texts{
			rule:    "CPR-20",
			message: "A history starts at Editing.",
			remedy:  "Give the history from its start.",
		}
	case DaysGoBack:
		return texts{
			rule:    "CPR-20",
			message: "This step lies before the one before it.",
			remedy:  "Give the steps in the order of their days.",
		}
	case StatusNotInEdition:
		return texts{
			rule:    "CPR-20",
			message: "The edition has no such status.",
			remedy:  "Judge the history under the edition it began in.",
		}
	case MoveNotLegal:
		return texts{
			rule:    "CPR-20",
			message: "No move leads from the one status to the other.",
			remedy:  "Make a move that there is.",
		}
	case AnsweredTooLate:
		return texts{
			rule:    "CPR-23",
			message: "The last day for the answer has passed; only a rejection is left.",
			remedy:  "Submit a new claim.",
		}
	case RejectedTooEarly:
		return texts{
			rule:    "CPR-23",
			message: "The partner may still answer, so the claim is not rejected yet.",
			remedy:  "Wait until the last day for the answer has passed.",
		}
	case DeclinedTooLate:
		return texts{
			rule:    "CPR-25",
			message: "The days in which the customer may decline have passed; silence is consent.",
			remedy:  "Let the partner end the claim, if both wish it.",
		}
	case DisputedTooLate:
		return texts{
			rule:    "CPR-26",
			message: "The last day to dispute the rejection has passed.",
			remedy:  "Submit a new claim.",
		}
	case DisputedTwice:
		return texts{
			rule:    "CPR-26",
			message: "The claim has been disputed already, which is possible once.",
			remedy:  "Submit a new claim.",
		}
	case JustificationMissing:
		return texts{
			rule:    "CPR-27",
			message: "To end an approved claim the partner must state a reason.",
			remedy:  "State the reason.",
		}
	case ReviewLate:
		return texts{
			rule:    "CPR-21",
			message: "The initial review came after its due day.",
			remedy:  "Ask in the comments of the claim.",
		}
	case DecisionLate:
		return texts{
			rule:    "CPR-22",
			message: "The decision came after its due day.",
			remedy:  "Ask in the comments of the claim.",
		}
	case FinalDecisionLate:
		return texts{
			rule:    "CPR-26",
			message: "The decision on the dispute came after its due day.",
			remedy:  "Ask in the comments of the claim.",
		}
	}
	return texts{}
}

// noteIf returns the sequence of one note if a condition holds, and else an empty
// one. It is inlined, so that ranging over the sequence does not allocate.
func noteIf(condition bool, note func() partnerrules.Note) iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		if condition {
			yield(note())
		}
	}
}

func askCustomerFirst() partnerrules.Note {
	return partnerrules.Note{
		Code: "ask-customer-first", Rule: "CPR-39",
		Message: "First work with the customer: the tenant ID and subdomain must be right, and the subscription right and provisioned. If that does not solve it, contact support.",
	}
}

func wrongActivityCosts() partnerrules.Note {
	return partnerrules.Note{
		Code: "wrong-activity-costs", Rule: "CPR-40",
		Message: "A wrong activity may cost eligibility and earnings, and mean claiming again.",
	}
}

func subscriptionShown() partnerrules.Note {
	return partnerrules.Note{
		Code: "subscription-shown", Rule: "CPR-43",
		Message: "On an approved claim on a Dynamics product the partner sees the ID of the subscription in the claim.",
	}
}

func answerInComments() partnerrules.Note {
	return partnerrules.Note{
		Code: "answer-in-comments", Rule: "CPR-44",
		Message: "What Microsoft asks for stands in the comments of the claim, whether or not it competes.",
	}
}

func reviewMayTakeLonger() partnerrules.Note {
	return partnerrules.Note{
		Code: "review-may-take-longer", Rule: "CPR-45",
		Message: "Both partners may be asked for more, which may delay the decision further; no new due day follows from that.",
	}
}
