package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
)

// A texts holds the rule and the sentences of a reason.
type texts struct {
	rule            partnerrules.RuleID
	message, remedy string

	// If the customer can help, ask is the remedy as long as the customer was not
	// asked.
	ask string

	// If a finding can have this reason while it is unknown whether it applies,
	// unknown is its message, and find says what to find out, and from whom
	// (CPR-48).
	unknown, find string
}

// A remedy that begins with askCustomer begins with askSupport once the customer was
// asked.
const (
	askCustomer = "Ask the customer "
	askSupport  = "Ask support "
)

// texts returns the texts of a reason, which are empty if r is zero or invalid.
func (r Reason) texts() texts {
	if r > lastFinding && r <= lastStep {
		return r.stepTexts()
	}
	switch r {
	case RoleMayNotClaim:
		return texts{
			rule:    "CPR-19",
			message: "The role of this user does not allow work on association claims.",
			remedy:  "Ask an incentives admin to work on the claim. A billing admin, a global admin or an incentives user can do so too, unless your company allows only incentives admins.",
			unknown: "It is unknown whether the role of this user allows work on association claims.",
			find:    "Ask your global admin which role this user has.",
		}
	case LocationNotKnown:
		return texts{
			rule:    "CPR-16",
			message: "It is not confirmed that this is the right location (MPN ID) for the claim.",
			remedy:  "Ask your global admin which location to use.",
		}
	case LocationNotEnrolled:
		return texts{
			rule:    "CPR-16",
			message: "This location is not enrolled in the incentive program.",
			remedy:  "Enroll the location in the Incentives overview, or use a location that is enrolled.",
		}
	case NotALocation:
		return texts{
			rule:    "CPR-16",
			message: "This PartnerID does not belong to a location.",
			remedy:  "Use the MPN ID of a location, not a global account ID or a legacy V-org ID.",
		}
	case LocationHasPartnerType:
		return texts{
			rule:    "CPR-16",
			message: "This location is tied to a partner type, such as FRP FastTrack.",
			remedy:  "Ask your global admin whether it is the right location for this claim.",
		}
	case DomainMismatch:
		return texts{
			rule:    "CPR-01",
			message: "The domain does not belong to the tenant.",
			remedy:  "Correct the tenant ID or the domain.",
			ask:     "Ask the customer for the tenant ID and for a domain of the tenant. Then correct the tenant ID or the domain.",
			unknown: "It is unknown whether the domain belongs to the tenant.",
			find:    "Ask the customer which domains the tenant has.",
		}
	case ActivityNotOffered:
		return texts{
			rule:    "CPR-02",
			message: "The solution area does not offer this activity.",
			remedy:  "Choose an activity that the area offers; Microsoft 365 offers only Usage.",
		}
	case ActivitiesExclude:
		return texts{
			rule:    "CPR-05",
			message: "Revenue association cannot be claimed together with another activity.",
			remedy:  "Claim Revenue association alone, or leave it out.",
		}
	case ChannelNotEligible:
		return texts{
			rule:    "CPR-03",
			message: "The customer did not buy this product through Volume Licensing or Web Direct.",
			remedy:  "Remove the product from the claim. You can claim it only if the customer bought it through Volume Licensing or Web Direct.",
			unknown: "It is unknown whether the customer bought this product through Volume Licensing or Web Direct.",
			find:    "Ask the customer how it bought the product.",
		}
	case ProductNotOnTenant:
		return texts{
			rule:    "CPR-07",
			message: "The product is not on the customer's tenant.",
			remedy:  "Correct the product or the tenant ID.",
			ask:     "Ask the customer which tenant has the product. Then correct the product or the tenant ID.",
			unknown: "It is unknown whether the product is on the customer's tenant.",
			find:    "Ask the customer which products the tenant has.",
		}
	case ProductNotEligible:
		return texts{
			rule:    "CPR-41",
			message: "This product or workload is not eligible for a claim.",
			remedy:  "Remove the product or workload from the claim, or replace it with an eligible one.",
			unknown: "It is unknown whether this product or workload is eligible for a claim.",
			find:    "Ask support whether it is eligible, because no list is published.",
		}
	case SubscriptionNeeded:
		return texts{
			rule:    "CPR-06",
			message: "This product needs a subscription, but none is entered.",
			remedy:  "Enter the ID of the subscription that you claim.",
			ask:     "Ask the customer for its subscriptions of the product. Then enter the ID of the subscription that you claim.",
			unknown: "It is unknown whether the customer has several subscriptions of this product, and a subscription is needed only then.",
			find:    "Ask the customer which subscriptions of the product it has.",
		}
	case SubscriptionIgnored:
		return texts{
			rule:    "CPR-06",
			message: "The subscription is ignored, because a Microsoft 365 claim does not use one.",
			remedy:  "Remove the subscription from the claim.",
		}
	case SubscriptionNotDynamics:
		return texts{
			rule:    "CPR-08",
			message: "The subscription is not for Dynamics.",
			remedy:  "Enter a Dynamics 365 subscription of the product.",
			ask:     "Ask the customer for its Dynamics 365 subscriptions. Then enter a Dynamics 365 subscription of the product.",
			unknown: "It is unknown whether the subscription is for Dynamics.",
			find:    "Ask the customer what the subscription is for.",
		}
	case SubscriptionIsCSP:
		return texts{
			rule:    "CPR-09",
			message: "The subscription was bought through CSP.",
			remedy:  "Enter a subscription that the customer bought through Volume Licensing or Web Direct.",
			ask:     "Ask the customer how it bought its subscriptions. Then enter a subscription that it bought through Volume Licensing or Web Direct.",
			unknown: "It is unknown whether the subscription was bought through CSP.",
			find:    "Ask the customer how it bought the subscription.",
		}
	case NotProvisioned:
		return texts{
			rule:    "CPR-10",
			message: "The customer has not yet activated or provisioned the product of this subscription.",
			remedy:  "Claim the product only after the customer has activated or provisioned it.",
			ask:     "Ask the customer to activate or provision the product. Then claim it.",
			unknown: "It is unknown whether the customer has provisioned the product.",
			find:    "Ask the customer whether it has activated or provisioned the product.",
		}
	case AlreadyClaimed:
		return texts{
			rule:    "CPR-11",
			message: "Your company already holds a live claim on this subscription for this activity.",
			remedy:  "Work on your company's existing claim. Do not submit another one.",
			unknown: "It is unknown whether your company already holds a live claim on this subscription for this activity.",
			find:    "Look through all claims of your company, and ask your global admin which locations belong to it.",
		}
	case NotASubscriptionID:
		return texts{
			rule:    "CPR-12",
			message: "The identifier that is entered is not a subscription ID.",
			remedy:  "Enter the ID of the subscription: a GUID that differs from the tenant ID.",
			ask:     "Ask the customer for the subscription ID, a GUID that differs from the tenant ID. Then enter it.",
		}
	case SubscriptionNotActive:
		return texts{
			rule:    "CPR-13",
			message: "The subscription is suspended, locked out, deleted or expired.",
			remedy:  "Claim a subscription that is active, in its grace period, or in its extended service term.",
			ask:     "Ask the customer for a subscription that is active, in its grace period, or in its extended service term. Then claim that subscription.",
			unknown: "It is unknown whether the subscription is active, in its grace period, or in its extended service term.",
			find:    "Ask the customer for the state of the subscription.",
		}
	case SubscriptionNotOnTenant:
		return texts{
			rule:    "CPR-38",
			message: "The subscription does not belong to the tenant.",
			remedy:  "Correct the subscription ID or the tenant ID.",
			ask:     "Ask the customer which tenant has the subscription. Then correct the subscription ID or the tenant ID.",
			unknown: "It is unknown whether the subscription belongs to the tenant.",
			find:    "Ask the customer which subscriptions the tenant has.",
		}
	case FieldMissing:
		return texts{
			rule:    "CPR-18",
			message: "A required field is empty.",
			remedy:  "Fill in the field.",
		}
	case ProofMissing:
		return texts{
			rule:    "CPR-17",
			message: "The claim has no proof of execution.",
			remedy:  "Attach the proof of execution.",
			unknown: "It is unknown whether the claim has a proof of execution.",
			find:    "Check whether a proof of execution is attached to the claim.",
		}
	case ProofNotAcknowledged:
		return texts{
			rule:    "CPR-17",
			message: "The customer has not acknowledged the proof of execution.",
			remedy:  "Ask the customer to acknowledge the proof of execution.",
			unknown: "It is unknown whether the customer has acknowledged the proof of execution.",
			find:    "Ask the customer whether it has acknowledged the proof of execution.",
		}
	case ProofDatesWrong:
		return texts{
			rule:    "CPR-17",
			message: "The customer's acknowledgment has no date, is more than 12 months old, or is dated after the submission.",
			remedy:  "Ask the customer for an acknowledgment that is dated within the 12 months before the submission.",
			unknown: "It is unknown whether the customer's acknowledgment is dated within the 12 months before the submission.",
			find:    "Look up the date of the acknowledgment in the proof of execution.",
		}
	case ProofWithoutSolution:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show your solution or service.",
			remedy:  "Add your solution or service to the proof, and ask the customer to acknowledge the corrected proof.",
			unknown: "It is unknown whether the proof of execution shows your solution or service.",
			find:    "Check whether the proof shows your solution or service.",
		}
	case ProofWithoutProducts:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the products or workloads of the claim.",
			remedy:  "Correct the products or workloads in the claim, if the claim is wrong. Otherwise correct the proof, and ask the customer to acknowledge the corrected proof.",
			unknown: "It is unknown whether the proof of execution shows the products or workloads of the claim.",
			find:    "Compare the products or workloads in the proof with the claim.",
		}
	case ProofOfAnotherPartner:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the partner of the claim.",
			remedy:  "Correct the partner in the claim, if the claim is wrong. Otherwise correct the proof, and ask the customer to acknowledge the corrected proof.",
			unknown: "It is unknown whether the proof of execution shows the partner of the claim.",
			find:    "Compare the partner in the proof with the claim.",
		}
	case ProofOfAnotherCustomer:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the company name of the claim.",
			remedy:  "Correct the company name in the claim, if the claim is wrong. Otherwise correct the proof, and ask the customer to acknowledge the corrected proof.",
			unknown: "It is unknown whether the proof of execution shows the company name of the claim.",
			find:    "Compare the company name in the proof with the claim.",
		}
	case ProofOfAnotherDomain:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the domain of the claim.",
			remedy:  "Correct the domain in the claim, if the claim is wrong. Otherwise correct the proof, and ask the customer to acknowledge the corrected proof.",
			unknown: "It is unknown whether the proof of execution shows the domain of the claim.",
			find:    "Compare the domain in the proof with the claim.",
		}
	case ProofOfAnotherTenant:
		return texts{
			rule:    "CPR-17",
			message: "The proof of execution does not show the tenant ID of the claim.",
			remedy:  "Correct the tenant ID in the claim, if the claim is wrong. Otherwise correct the proof, and ask the customer to acknowledge the corrected proof.",
			unknown: "It is unknown whether the proof of execution shows the tenant ID of the claim.",
			find:    "Compare the tenant ID in the proof with the claim.",
		}
	case ClaimCompetes:
		return texts{
			rule:    "CPR-47",
			message: "A claim of another company competes with this draft, or may compete with it.",
			remedy:  "Prepare for arbitration: make sure that your proof of execution is complete. Microsoft decides which claim it approves.",
		}
	}
	return texts{}
}

// stepTexts returns the texts of the reason of a StepError.
func (r Reason) stepTexts() texts {
	switch r {
	case HistoryStartsElsewhere:
		return texts{
			rule:    "CPR-20",
			message: "The history does not start at Editing.",
			remedy:  "Enter the whole history, from its first step on.",
		}
	case DaysGoBack:
		return texts{
			rule:    "CPR-20",
			message: "This step is dated before the previous step.",
			remedy:  "Correct the day, or enter the steps in the order of their days.",
		}
	case StatusNotInEdition:
		return texts{
			rule:    "CPR-20",
			message: "This edition of the rules does not have the status.",
			remedy:  "Check the history under the edition that was in force when it began.",
		}
	case MoveNotLegal:
		return texts{
			rule:    "CPR-20",
			message: "The rules do not allow this transition.",
			remedy:  "Compare the history with the claim in Partner Center. Then add the missing step, or correct the status or the cause.",
		}
	case AnsweredTooLate:
		return texts{
			rule:    "CPR-23",
			message: "The last day to answer has passed, and Microsoft can now only reject the claim.",
			remedy:  "Submit a new claim instead of answering on this one.",
		}
	case RejectedTooEarly:
		return texts{
			rule:    "CPR-23",
			message: "The last day to answer has not passed yet, so Microsoft cannot reject the claim.",
			remedy:  "Answer by that day. Microsoft can reject the claim only after it.",
		}
	case DeclinedTooLate:
		return texts{
			rule:    "CPR-25",
			message: "The last day for the customer to decline has passed, and silence counts as consent.",
			remedy:  "If you and the customer agree, end the claim yourself.",
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
			message: "The claim was disputed before, and only one dispute is allowed.",
			remedy:  "Submit a new claim.",
		}
	case JustificationMissing:
		return texts{
			rule:    "CPR-27",
			message: "Ending an approved claim requires a reason, and none is stated.",
			remedy:  "State your reason, and then end the claim.",
		}
	case ReviewLate:
		return texts{
			rule:    "CPR-21",
			message: "The initial review by Microsoft came after its deadline.",
			remedy:  "Ask Microsoft about the review in the comments of the claim.",
		}
	case DecisionLate:
		return texts{
			rule:    "CPR-22",
			message: "The decision by Microsoft came after its deadline.",
			remedy:  "Ask Microsoft about the decision in the comments of the claim.",
		}
	case FinalDecisionLate:
		return texts{
			rule:    "CPR-26",
			message: "The decision by Microsoft on the dispute came after its deadline.",
			remedy:  "Ask Microsoft about the dispute in the comments of the claim.",
		}
	}
	return texts{}
}

// noteIf returns an iterator over one note if the condition is true. Otherwise the
// iterator is empty. The compiler inlines noteIf, so ranging does not allocate.
func noteIf(condition bool, note func() partnerrules.Note) iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		if condition {
			yield(note())
		}
	}
}

// askCustomerFirst is the note of CPR-39.
func askCustomerFirst() partnerrules.Note {
	return partnerrules.Note{
		Code: "ask-customer-first", Rule: "CPR-39",
		Message: "First check with the customer that the tenant ID, the subdomain and the subscription are right, and that the subscription is provisioned. If that does not help, contact support.",
	}
}

// wrongActivityCosts is the note of CPR-40.
func wrongActivityCosts() partnerrules.Note {
	return partnerrules.Note{
		Code: "wrong-activity-costs", Rule: "CPR-40",
		Message: "A wrong activity may cost you eligibility and earnings, and you may have to claim again.",
	}
}

// wrongPartnerCosts is the note of CPR-51.
func wrongPartnerCosts() partnerrules.Note {
	return partnerrules.Note{
		Code: "wrong-partner-costs", Rule: "CPR-51",
		Message: "A wrong MPN ID may cost you eligibility and earnings, and you may have to claim again.",
	}
}

// subscriptionShown is the note of CPR-43.
func subscriptionShown() partnerrules.Note {
	return partnerrules.Note{
		Code: "subscription-shown", Rule: "CPR-43",
		Message: "You can see the subscription ID in an approved claim on a Dynamics product.",
	}
}

// newSubscription is the note of CPR-29.
func newSubscription() partnerrules.Note {
	return partnerrules.Note{
		Code: "new-subscription-needs-claim", Rule: "CPR-29",
		Message: "The subscription has ended, and a claim on it ends with it. Claim the new subscription in a claim of its own.",
	}
}

// nothingToDo is the note of CPR-25.
func nothingToDo() partnerrules.Note {
	return partnerrules.Note{
		Code: "nothing-to-do", Rule: "CPR-25",
		Message: "The claim is approved. There is nothing for you to do.",
	}
}

// answerInComments is the note of CPR-44.
func answerInComments() partnerrules.Note {
	return partnerrules.Note{
		Code: "answer-in-comments", Rule: "CPR-44",
		Message: "Read the comments of the claim. Microsoft states there what it asks of you, and whether the claim stays under review longer.",
	}
}

// reviewMayTakeLonger is the note of CPR-45.
func reviewMayTakeLonger() partnerrules.Note {
	return partnerrules.Note{
		Code: "review-may-take-longer", Rule: "CPR-45",
		Message: "Microsoft may ask both partners for more, which may delay the decision; this does not set a new deadline.",
	}
}
