package cpor

import "github.com/partnerrules/partnerrules"

// A Reason is why a draft is not right, or why a step of a claim's life is not
// legal or late. Its code, which String returns, is stable, and so is its rule;
// its sentences may be reworded. The texts of an invalid Reason are empty.
type Reason uint8

// What can be found in a draft, in the order in which it is given.
const (
	// RoleMayNotClaim: the role of the user may not work on claims (CPR-19).
	RoleMayNotClaim Reason = iota + 1 // "role-may-not-claim"

	// LocationNotKnown: the partner does not know which location ID to use
	// (CPR-16).
	LocationNotKnown // "location-not-known"

	// LocationNotEnrolled: the location is not enrolled in the incentive
	// programme (CPR-16).
	LocationNotEnrolled // "location-not-enrolled"

	// NotALocation: the partner ID is that of a global account, or a legacy
	// V-org ID (CPR-16).
	NotALocation // "not-a-location"

	// LocationHasPartnerType: the location is tied to a partner type, such
	// as FastTrack (CPR-16).
	LocationHasPartnerType // "location-has-partner-type"

	// DomainMismatch: the domain is not one of the tenant (CPR-01).
	DomainMismatch // "domain-mismatch"

	// ActivityNotOffered: the solution area does not offer the activity
	// (CPR-02).
	ActivityNotOffered // "activity-not-offered"

	// ActivitiesExclude: Revenue association stands beside another activity
	// (CPR-05).
	ActivitiesExclude // "activities-exclude"

	// ChannelNotEligible: the product was not bought through Volume
	// Licensing or Web Direct (CPR-03).
	ChannelNotEligible // "channel-not-eligible"

	// ProductNotOnTenant: the product is not on the tenant of the customer
	// (CPR-07).
	ProductNotOnTenant // "product-not-on-tenant"

	// ProductNotEligible: the product or workload is not eligible (CPR-41).
	ProductNotEligible // "product-not-eligible"

	// SubscriptionNeeded: a subscription must be given (CPR-06).
	SubscriptionNeeded // "subscription-needed"

	// SubscriptionIgnored: a Microsoft 365 claim takes no subscription
	// (CPR-06).
	SubscriptionIgnored // "subscription-ignored"

	// SubscriptionNotDynamics: the subscription is not for Dynamics
	// (CPR-08).
	SubscriptionNotDynamics // "subscription-not-dynamics"

	// SubscriptionIsCSP: the subscription is a CSP one (CPR-09).
	SubscriptionIsCSP // "subscription-is-csp"

	// NotProvisioned: the customer has not activated or provisioned the
	// product (CPR-10).
	NotProvisioned // "not-provisioned"

	// AlreadyClaimed: the claimant's own company holds a live claim on the
	// subscription (CPR-11).
	AlreadyClaimed // "already-claimed"

	// NotASubscriptionID: the identifier is not a subscription ID (CPR-12).
	NotASubscriptionID // "not-a-subscription-id"

	// SubscriptionNotActive: the subscription is neither active nor in grace
	// (CPR-13).
	SubscriptionNotActive // "subscription-not-active"

	// SubscriptionNotOnTenant: the subscription is not one of the tenant
	// (CPR-38).
	SubscriptionNotOnTenant // "subscription-not-on-tenant"

	// FieldMissing: a required field is empty (CPR-18).
	FieldMissing // "field-missing"

	// ProofMissing: there is no proof of execution (CPR-17).
	ProofMissing // "proof-missing"

	// ProofNotAcknowledged: the customer has not acknowledged it (CPR-17).
	ProofNotAcknowledged // "proof-not-acknowledged"

	// ProofDatesWrong: the acknowledgement has no date, is more than 12
	// months old, or comes after the submission (CPR-17).
	ProofDatesWrong // "proof-dates-wrong"

	// ProofWithoutSolution: it does not show the partner's solution or
	// service (CPR-17).
	ProofWithoutSolution // "proof-without-solution"

	// ProofWithoutProducts: it does not show the products or workloads
	// (CPR-17).
	ProofWithoutProducts // "proof-without-products"

	// ProofOfAnotherPartner: it does not show the partner of the claim
	// (CPR-17).
	ProofOfAnotherPartner // "proof-partner-mismatch"

	// ProofOfAnotherCustomer: it does not show the customer of the claim
	// (CPR-17).
	ProofOfAnotherCustomer // "proof-customer-mismatch"

	// ProofOfAnotherDomain: it does not show the domain of the claim
	// (CPR-17).
	ProofOfAnotherDomain // "proof-domain-mismatch"

	// ProofOfAnotherTenant: it does not show the tenant ID of the claim
	// (CPR-17).
	ProofOfAnotherTenant // "proof-tenant-mismatch"
)

// What can be wrong with a step of a claim's life. The last three are late, not
// illegal.
const (
	// HistoryStartsElsewhere: a history starts at Editing (CPR-20).
	HistoryStartsElsewhere Reason = iota + 1 + lastFinding // "history-starts-elsewhere"

	// DaysGoBack: a step lies before the one before it (CPR-20).
	DaysGoBack // "days-go-back"

	// StatusNotInEdition: the edition has no such status (CPR-20).
	StatusNotInEdition // "status-not-in-edition"

	// MoveNotLegal: no rule leads from one status to the other (CPR-20).
	MoveNotLegal // "move-not-legal"

	// AnsweredTooLate: the last day of the answer has passed (CPR-23).
	AnsweredTooLate // "answered-too-late"

	// RejectedTooEarly: the partner may still answer (CPR-23).
	RejectedTooEarly // "rejected-too-early"

	// DeclinedTooLate: the customer may no longer decline (CPR-25).
	DeclinedTooLate // "declined-too-late"

	// DisputedTooLate: the last day to dispute has passed (CPR-26).
	DisputedTooLate // "disputed-too-late"

	// DisputedTwice: the claim has been disputed already (CPR-26).
	DisputedTwice // "disputed-twice"

	// GroundsMissing: ending the claim needs a reason (CPR-27).
	JustificationMissing // "grounds-missing"

	// ReviewLate: the initial review came after its due day (CPR-21).
	ReviewLate // "review-late"

	// DecisionLate: the decision came after its due day (CPR-22).
	DecisionLate // "decision-late"

	// FinalDecisionLate: the decision on the dispute came after its due day
	// (CPR-26).
	FinalDecisionLate // "final-decision-late"

	noReason    Reason = 0
	lastFinding        = ProofOfAnotherTenant
	firstLate          = ReviewLate
	lastReason         = FinalDecisionLate
)

var _ partnerrules.Reason = Reason(0)

// Rule returns the ID of the rule that the reason comes from, such as "CPR-01".
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Message returns the sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns the sentences that say what to do. Where the customer can help,
// they say so. [Finding.Remedy] also knows whether the customer was asked already.
func (r Reason) Remedy() string {
	t := r.texts()
	if t.customer {
		return t.remedy + " Work with the customer on it first."
	}
	return t.remedy
}

// See returns the empty string: the package knows no help pages.
func (r Reason) See() string { return "" }

// isLate reports whether the reason is that of a step that is late, but legal.
func (r Reason) isLate() bool { return r >= firstLate && r <= lastReason }
