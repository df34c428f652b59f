package cpor

// texts are what a reason has to say.
type texts struct {
	code, rule, message, remedy, source string

	customer bool // the customer can help
}

const (
	issues = "Issues with Claimed Partner of Record (CPOR) customer associations"
	submit = "Submit CPOR claims"
	manage = "Manage customer associations"
	poe    = "CPOR proof of execution template; Submit CPOR claims"
)

func (r Reason) texts() texts {
	if r > lastFinding {
		return r.stepTexts()
	}
	switch r {
	case RoleMayNotClaim:
		return texts{
			code: "role-may-not-claim", rule: "CPR-19", source: issues,
			message: "The role of this user may not work on association claims.",
			remedy:  "Let a billing, global or incentives admin do it; in some editions only an incentives admin may.",
		}
	case LocationNotKnown:
		return texts{
			code: "location-not-known", rule: "CPR-16", source: issues + ", which MPN",
			message: "The partner is not sure of this location ID.",
			remedy:  "Ask the global admin which location ID to use.",
		}
	case LocationNotEnrolled:
		return texts{
			code: "location-not-enrolled", rule: "CPR-16", source: issues + ", which MPN",
			message: "This location is not enrolled in the incentive programme.",
			remedy:  "Manage its enrolment in the Incentives overview, or use an enrolled location.",
		}
	case NotALocation:
		return texts{
			code: "not-a-location", rule: "CPR-16", source: "Account structure; manage locations",
			message: "This partner ID is not that of a location.",
			remedy:  "Use the ID of a location.",
		}
	case LocationHasPartnerType:
		return texts{
			code: "location-has-partner-type", rule: "CPR-16", source: issues + ", which MPN",
			message: "This location is tied to a partner type, such as FRP FastTrack.",
			remedy:  "Confirm with the global admin that it is the right one for this claim.",
		}
	case DomainMismatch:
		return texts{
			code: "domain-mismatch", rule: "CPR-01", source: issues + ", domain and tenant", customer: true,
			message: "The domain does not belong to the tenant.",
			remedy:  "Get the right tenant ID and subdomain.",
		}
	case ActivityNotOffered:
		return texts{
			code: "activity-not-offered", rule: "CPR-02", source: issues + ", which activity",
			message: "This activity is not offered in this solution area.",
			remedy:  "Choose an activity that the area offers: Microsoft 365 has only Usage.",
		}
	case ActivitiesExclude:
		return texts{
			code: "activities-exclude", rule: "CPR-05", source: "Submit CPOR claims",
			message: "Revenue association cannot be claimed together with another activity.",
			remedy:  "Claim Revenue association on its own, or leave it out.",
		}
	case ChannelNotEligible:
		return texts{
			code: "channel-not-eligible", rule: "CPR-03", source: issues + ", which activity",
			message: "The customer did not buy this product through Volume Licensing or Web Direct.",
			remedy:  "Claim only products bought through Volume Licensing or Web Direct.",
		}
	case ProductNotOnTenant:
		return texts{
			code: "product-not-on-tenant", rule: "CPR-07", source: issues + ", subscription errors", customer: true,
			message: "The product is not on the customer's tenant.",
			remedy:  "Make sure that the product and the tenant ID are right.",
		}
	case ProductNotEligible:
		return texts{
			code: "product-not-eligible", rule: "CPR-41", source: issues + ", which activity",
			message: "The product or workload is not eligible.",
			remedy:  "Claim an eligible product or workload.",
		}
	case SubscriptionNeeded:
		return texts{
			code: "subscription-needed", rule: "CPR-06", source: "Submit CPOR claims", customer: true,
			message: "A subscription of this product must be given.",
			remedy:  "Give the subscription that is claimed.",
		}
	case SubscriptionIgnored:
		return texts{
			code: "subscription-ignored", rule: "CPR-06", source: "Submit CPOR claims",
			message: "A Microsoft 365 claim takes no subscription; the one given is disregarded.",
			remedy:  "Leave the subscription out.",
		}
	case SubscriptionNotDynamics:
		return texts{
			code: "subscription-not-dynamics", rule: "CPR-08", source: issues + ", subscription errors", customer: true,
			message: "The subscription is not for Dynamics.",
			remedy:  "Give a Dynamics 365 subscription of the product.",
		}
	case SubscriptionIsCSP:
		return texts{
			code: "subscription-is-csp", rule: "CPR-09", source: issues + ", subscription errors", customer: true,
			message: "The subscription was bought through CSP.",
			remedy:  "Give a subscription bought through Volume Licensing or Web Direct.",
		}
	case NotProvisioned:
		return texts{
			code: "not-provisioned", rule: "CPR-10", source: issues + ", subscription errors", customer: true,
			message: "The customer has not yet activated or provisioned the product of this subscription.",
			remedy:  "Have the customer activate and provision the product, then claim it.",
		}
	case AlreadyClaimed:
		return texts{
			code: "already-claimed", rule: "CPR-11", source: issues + ", subscription errors", customer: true,
			message: "The company already holds a live claim on this subscription with this activity.",
			remedy:  "Work on the claim that there is; do not claim again.",
		}
	case NotASubscriptionID:
		return texts{
			code: "not-a-subscription-id", rule: "CPR-12", source: issues + ", subscription errors", customer: true,
			message: "The identifier given is not a subscription ID.",
			remedy:  "Give the ID of the subscription, which is a GUID other than the tenant ID.",
		}
	case SubscriptionNotActive:
		return texts{
			code: "subscription-not-active", rule: "CPR-13", source: issues + ", subscription errors", customer: true,
			message: "The subscription is neither active nor in its grace period.",
			remedy:  "Claim a subscription that is active or in grace.",
		}
	case SubscriptionNotOnTenant:
		return texts{
			code: "subscription-not-on-tenant", rule: "CPR-38", source: issues + ", subscription errors", customer: true,
			message: "The subscription does not belong to the tenant.",
			remedy:  "Make sure that the subscription and the tenant ID are right.",
		}
	case FieldMissing:
		return texts{
			code: "field-missing", rule: "CPR-18", source: issues + "; Submit CPOR claims",
			message: "A required field is empty.",
			remedy:  "Fill it in.",
		}
	case ProofMissing:
		return texts{
			code: "proof-missing", rule: "CPR-17", source: poe,
			message: "There is no proof of execution.",
			remedy:  "Attach the proof of execution.",
		}
	case ProofNotAcknowledged:
		return texts{
			code: "proof-not-acknowledged", rule: "CPR-17", source: poe,
			message: "The customer has not acknowledged the proof of execution.",
			remedy:  "Get the customer's acknowledgement.",
		}
	case ProofDatesWrong:
		return texts{
			code: "proof-dates-wrong", rule: "CPR-17", source: poe,
			message: "The acknowledgement has no date, is older than twelve months, or comes after the submission.",
			remedy:  "Get an acknowledgement with a date within the twelve months before the submission.",
		}
	case ProofWithoutSolution:
		return texts{
			code: "proof-without-solution", rule: "CPR-17", source: poe,
			message: "The proof of execution does not show the partner's solution or service.",
			remedy:  "Add the solution or service to the proof.",
		}
	case ProofWithoutProducts:
		return texts{
			code: "proof-without-products", rule: "CPR-17", source: poe,
			message: "The proof of execution does not show the products or workloads of the claim.",
			remedy:  "Add the products or workloads to the proof.",
		}
	case ProofOfAnotherPartner:
		return texts{
			code: "proof-partner-mismatch", rule: "CPR-17", source: poe,
			message: "The proof of execution does not show the partner of the claim.",
			remedy:  "Correct the partner in the proof or in the claim.",
		}
	case ProofOfAnotherCustomer:
		return texts{
			code: "proof-customer-mismatch", rule: "CPR-17", source: poe,
			message: "The proof of execution does not show the company name of the claim.",
			remedy:  "Correct the customer in the proof or in the claim.",
		}
	case ProofOfAnotherDomain:
		return texts{
			code: "proof-domain-mismatch", rule: "CPR-17", source: poe,
			message: "The proof of execution does not show the domain of the claim.",
			remedy:  "Correct the domain in the proof or in the claim.",
		}
	case ProofOfAnotherTenant:
		return texts{
			code: "proof-tenant-mismatch", rule: "CPR-17", source: poe,
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
			code: "history-starts-elsewhere", rule: "CPR-20", source: submit,
			message: "A history starts at Editing.",
			remedy:  "Give the history from its start.",
		}
	case DaysGoBack:
		return texts{
			code: "days-go-back", rule: "CPR-20", source: submit,
			message: "This step lies before the one before it.",
			remedy:  "Give the steps in the order of their days.",
		}
	case StatusNotInEdition:
		return texts{
			code: "status-not-in-edition", rule: "CPR-20", source: submit,
			message: "The edition has no such status.",
			remedy:  "Judge the history under the edition it began in.",
		}
	case MoveNotLegal:
		return texts{
			code: "move-not-legal", rule: "CPR-20", source: submit,
			message: "No move leads from the one status to the other.",
			remedy:  "Make a move that there is.",
		}
	case AnsweredTooLate:
		return texts{
			code: "answered-too-late", rule: "CPR-23", source: manage,
			message: "The last day for the answer has passed; only a rejection is left.",
			remedy:  "Submit a new claim.",
		}
	case RejectedTooEarly:
		return texts{
			code: "rejected-too-early", rule: "CPR-23", source: manage,
			message: "The partner may still answer, so the claim is not rejected yet.",
			remedy:  "Wait until the last day for the answer has passed.",
		}
	case DeclinedTooLate:
		return texts{
			code: "declined-too-late", rule: "CPR-25", source: manage,
			message: "The days in which the customer may decline have passed; silence is consent.",
			remedy:  "Let the partner end the claim, if both wish it.",
		}
	case DisputedTooLate:
		return texts{
			code: "disputed-too-late", rule: "CPR-26", source: manage,
			message: "The last day to dispute the rejection has passed.",
			remedy:  "Submit a new claim.",
		}
	case DisputedTwice:
		return texts{
			code: "disputed-twice", rule: "CPR-26", source: manage,
			message: "The claim has been disputed already, which is possible once.",
			remedy:  "Submit a new claim.",
		}
	case GroundsMissing:
		return texts{
			code: "grounds-missing", rule: "CPR-27", source: manage,
			message: "To end an approved claim the partner must state a reason.",
			remedy:  "State the reason.",
		}
	case ReviewLate:
		return texts{
			code: "review-late", rule: "CPR-21", source: issues + ", competing claims",
			message: "The initial review came after its due day.",
			remedy:  "Ask in the comments of the claim.",
		}
	case DecisionLate:
		return texts{
			code: "decision-late", rule: "CPR-22", source: submit,
			message: "The decision came after its due day.",
			remedy:  "Ask in the comments of the claim.",
		}
	case FinalDecisionLate:
		return texts{
			code: "final-decision-late", rule: "CPR-26", source: manage,
			message: "The decision on the dispute came after its due day.",
			remedy:  "Ask in the comments of the claim.",
		}
	}
	return texts{}
}
