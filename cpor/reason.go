package cpor

import "github.com/partnerrules/partnerrules"

// A Reason is the reason for a finding on a draft, or for a [StepError]. Its code
// and its rule are stable. Its sentences may be reworded. Message and Remedy are
// empty for the zero Reason and for invalid Reasons.
type Reason uint8

// The reasons for findings on a draft, by field and rule.
const (
	// RoleMayNotClaim: the role of the user does not allow work on claims
	// (CPR-19).
	RoleMayNotClaim Reason = iota + 1 // "role-may-not-claim"

	// LocationNotKnown: the partner is not sure which location to use (CPR-16).
	LocationNotKnown // "location-not-known"

	// LocationNotEnrolled: the location is not enrolled in the incentive
	// program (CPR-16).
	LocationNotEnrolled // "location-not-enrolled"

	// NotALocation: the partner ID names a global account, or is a legacy V-org
	// ID (CPR-16).
	NotALocation // "not-a-location"

	// LocationHasPartnerType: the location is tied to a partner type, such
	// as FastTrack (CPR-16).
	LocationHasPartnerType // "location-has-partner-type"

	// DomainMismatch: the domain is not one of the tenant's domains (CPR-01).
	DomainMismatch // "domain-mismatch"

	// ActivityNotOffered: the solution area does not offer the activity
	// (CPR-02).
	ActivityNotOffered // "activity-not-offered"

	// ActivitiesExclude: Revenue association is combined with another activity
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

	// SubscriptionNeeded: a subscription is required, but none is entered
	// (CPR-06).
	SubscriptionNeeded // "subscription-needed"

	// SubscriptionIgnored: a subscription of a Microsoft 365 claim is ignored
	// (CPR-06).
	SubscriptionIgnored // "subscription-ignored"

	// SubscriptionNotDynamics: the subscription is not for Dynamics
	// (CPR-08).
	SubscriptionNotDynamics // "subscription-not-dynamics"

	// SubscriptionIsCSP: the subscription was bought through CSP (CPR-09).
	SubscriptionIsCSP // "subscription-is-csp"

	// NotProvisioned: the customer has not activated or provisioned the
	// product (CPR-10).
	NotProvisioned // "not-provisioned"

	// AlreadyClaimed: the claimant's own company holds a live claim on the
	// subscription (CPR-11).
	AlreadyClaimed // "already-claimed"

	// NotASubscriptionID: the identifier is not a subscription ID (CPR-12).
	NotASubscriptionID // "not-a-subscription-id"

	// SubscriptionNotActive: the subscription is suspended, locked out, deleted
	// or expired (CPR-13).
	SubscriptionNotActive // "subscription-not-active"

	// SubscriptionNotOnTenant: the subscription is not one of the tenant's
	// subscriptions (CPR-38).
	SubscriptionNotOnTenant // "subscription-not-on-tenant"

	// FieldMissing: a required field is empty (CPR-18).
	FieldMissing // "field-missing"

	// ProofMissing: the claim has no proof of execution (CPR-17).
	ProofMissing // "proof-missing"

	// ProofNotAcknowledged: the customer has not acknowledged the proof
	// (CPR-17).
	ProofNotAcknowledged // "proof-not-acknowledged"

	// ProofDatesWrong: the acknowledgment has no date, is more than 12 months
	// old, or is after the submission (CPR-17).
	ProofDatesWrong // "proof-dates-wrong"

	// ProofWithoutSolution: the proof does not show the partner's solution or
	// service (CPR-17).
	ProofWithoutSolution // "proof-without-solution"

	// ProofWithoutProducts: the proof does not show the products or workloads
	// (CPR-17).
	ProofWithoutProducts // "proof-without-products"

	// ProofOfAnotherPartner: the proof does not show the partner of the claim
	// (CPR-17).
	ProofOfAnotherPartner // "proof-partner-mismatch"

	// ProofOfAnotherCustomer: the proof does not show the customer of the claim
	// (CPR-17).
	ProofOfAnotherCustomer // "proof-customer-mismatch"

	// ProofOfAnotherDomain: the proof does not show the domain of the claim
	// (CPR-17).
	ProofOfAnotherDomain // "proof-domain-mismatch"

	// ProofOfAnotherTenant: the proof does not show the tenant ID of the claim
	// (CPR-17).
	ProofOfAnotherTenant // "proof-tenant-mismatch"
)

// The reasons for which a step is illegal or late. ReviewLate, DecisionLate and
// FinalDecisionLate are the reasons for legal steps that are late.
const (
	// HistoryStartsElsewhere: the history does not start at Editing (CPR-20).
	HistoryStartsElsewhere Reason = iota + 1 + lastFinding // "history-starts-elsewhere"

	// DaysGoBack: the step is dated before the previous step (CPR-20).
	DaysGoBack // "days-go-back"

	// StatusNotInEdition: the edition does not have the status (CPR-20).
	StatusNotInEdition // "status-not-in-edition"

	// MoveNotLegal: the edition does not have the transition (CPR-20).
	MoveNotLegal // "move-not-legal"

	// AnsweredTooLate: the last day to answer has passed (CPR-23).
	AnsweredTooLate // "answered-too-late"

	// RejectedTooEarly: the partner may still answer (CPR-23).
	RejectedTooEarly // "rejected-too-early"

	// DeclinedTooLate: the last day for the customer to decline has passed
	// (CPR-25).
	DeclinedTooLate // "declined-too-late"

	// DisputedTooLate: the last day to dispute has passed (CPR-26).
	DisputedTooLate // "disputed-too-late"

	// DisputedTwice: the claim was disputed before (CPR-26).
	DisputedTwice // "disputed-twice"

	// JustificationMissing: the partner must state a reason for ending the claim
	// (CPR-27).
	JustificationMissing // "grounds-missing"

	// ReviewLate: the initial review came after its deadline (CPR-21).
	ReviewLate // "review-late"

	// DecisionLate: the decision came after its deadline (CPR-22).
	DecisionLate // "decision-late"

	// FinalDecisionLate: the decision on the dispute came after its deadline
	// (CPR-26).
	FinalDecisionLate // "final-decision-late"

	noReason    Reason = 0
	lastFinding        = ProofOfAnotherTenant
	firstLate          = ReviewLate
	lastStep           = FinalDecisionLate
)

// Another reason for a finding on a draft.
const (
	// ClaimCompetes: a claim of another company competes with the draft, or may
	// compete with it (CPR-47).
	ClaimCompetes Reason = iota + 1 + lastStep // "claim-competes"
)

var _ partnerrules.Reason = Reason(0)

// Rule returns the ID of the reason's rule, such as "CPR-01".
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Message returns the sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns the sentences that say what to do. If the customer can help, they
// say what to ask of the customer (CPR-39). [Finding.Remedy] also considers whether
// the customer was asked already.
func (r Reason) Remedy() string {
	t := r.texts()
	if t.ask != "" {
		return t.ask
	}
	return t.remedy
}

// See returns the empty string. The package does not have links to help pages.
func (r Reason) See() string { return "" }

// isLate reports whether the reason is for a step that is legal but late.
func (r Reason) isLate() bool { return r >= firstLate && r <= lastStep }
