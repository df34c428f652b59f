package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Reason is why a draft is not right, or why a step of a claim's life is not
// legal or late. Its code, which String returns, is stable, and so is its rule;
// its sentences may be reworded. The zero value is no reason.
type Reason uint8

// What can be found in a draft, in the order in which it is given.
const (
	// RoleMayNotClaim: the role of the user may not work on claims (CPR-19).
	RoleMayNotClaim Reason = iota + 1

	// LocationNotKnown: the partner does not know which location ID to use
	// (CPR-16).
	LocationNotKnown

	// LocationNotEnrolled: the location is not enrolled in the incentive
	// programme (CPR-16).
	LocationNotEnrolled

	// NotALocation: the partner ID is that of a global account, or a legacy
	// V-org ID (CPR-16).
	NotALocation

	// LocationHasPartnerType: the location is tied to a partner type, such
	// as FastTrack (CPR-16).
	LocationHasPartnerType

	// DomainMismatch: the domain is not one of the tenant (CPR-01).
	DomainMismatch

	// ActivityNotOffered: the solution area does not offer the activity
	// (CPR-02).
	ActivityNotOffered

	// ActivitiesExclude: Revenue association stands beside another activity
	// (CPR-05).
	ActivitiesExclude

	// ChannelNotEligible: the product was not bought through Volume
	// Licensing or Web Direct (CPR-03).
	ChannelNotEligible

	// ProductNotOnTenant: the product is not on the tenant of the customer
	// (CPR-07).
	ProductNotOnTenant

	// ProductNotEligible: the product or workload is not eligible (CPR-41).
	ProductNotEligible

	// SubscriptionNeeded: a subscription must be given (CPR-06).
	SubscriptionNeeded

	// SubscriptionIgnored: a Microsoft 365 claim takes no subscription
	// (CPR-06).
	SubscriptionIgnored

	// SubscriptionNotDynamics: the subscription is not for Dynamics
	// (CPR-08).
	SubscriptionNotDynamics

	// SubscriptionIsCSP: the subscription is a CSP one (CPR-09).
	SubscriptionIsCSP

	// NotProvisioned: the customer has not activated or provisioned the
	// product (CPR-10).
	NotProvisioned

	// AlreadyClaimed: the claimant's own company holds a live claim on the
	// subscription (CPR-11).
	AlreadyClaimed

	// NotASubscriptionID: the identifier is not a subscription ID (CPR-12).
	NotASubscriptionID

	// SubscriptionNotActive: the subscription is neither active nor in grace
	// (CPR-13).
	SubscriptionNotActive

	// SubscriptionNotOnTenant: the subscription is not one of the tenant
	// (CPR-38).
	SubscriptionNotOnTenant

	// FieldMissing: a required field is empty (CPR-18).
	FieldMissing

	// ProofMissing: there is no proof of execution (CPR-17).
	ProofMissing

	// ProofNotAcknowledged: the customer has not acknowledged it (CPR-17).
	ProofNotAcknowledged

	// ProofDatesWrong: the acknowledgement has no date, is more than 12
	// months old, or comes after the submission (CPR-17).
	ProofDatesWrong

	// ProofWithoutSolution: it does not show the partner's solution or
	// service (CPR-17).
	ProofWithoutSolution

	// ProofWithoutProducts: it does not show the products or workloads
	// (CPR-17).
	ProofWithoutProducts

	// ProofOfAnotherPartner: it does not show the partner of the claim
	// (CPR-17).
	ProofOfAnotherPartner

	// ProofOfAnotherCustomer: it does not show the customer of the claim
	// (CPR-17).
	ProofOfAnotherCustomer

	// ProofOfAnotherDomain: it does not show the domain of the claim
	// (CPR-17).
	ProofOfAnotherDomain

	// ProofOfAnotherTenant: it does not show the tenant ID of the claim
	// (CPR-17).
	ProofOfAnotherTenant
)

// What can be wrong with a step of a claim's life. The last three are late, not
// illegal.
const (
	// HistoryStartsElsewhere: a history starts at Editing (CPR-20).
	HistoryStartsElsewhere Reason = iota + 1 + lastFinding

	// DaysGoBack: a step lies before the one before it (CPR-20).
	DaysGoBack

	// StatusNotInEdition: the edition has no such status (CPR-20).
	StatusNotInEdition

	// MoveNotLegal: no rule leads from one status to the other (CPR-20).
	MoveNotLegal

	// AnsweredTooLate: the last day of the answer has passed (CPR-23).
	AnsweredTooLate

	// RejectedTooEarly: the partner may still answer (CPR-23).
	RejectedTooEarly

	// DeclinedTooLate: the customer may no longer decline (CPR-25).
	DeclinedTooLate

	// DisputedTooLate: the last day to dispute has passed (CPR-26).
	DisputedTooLate

	// DisputedTwice: the claim has been disputed already (CPR-26).
	DisputedTwice

	// GroundsMissing: ending the claim needs a reason (CPR-27).
	GroundsMissing

	// ReviewLate: the initial review came after its due day (CPR-21).
	ReviewLate

	// DecisionLate: the decision came after its due day (CPR-22).
	DecisionLate

	// FinalDecisionLate: the decision on the dispute came after its due day
	// (CPR-26).
	FinalDecisionLate

	noReason    Reason = 0
	lastFinding        = ProofOfAnotherTenant
	firstLate          = ReviewLate
	lastReason         = FinalDecisionLate
)

// Rule returns the ID of the rule in RULES.md: "CPR-01", say.
func (r Reason) Rule() string { return r.texts().rule }

// Source names the published document, and its section, that the rule rests on.
func (r Reason) Source() string { return r.texts().source }

// Message returns the sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns what to do. Where the customer can help, it says whom to turn
// to first: the customer, or, if the customer was already asked and that did
// not solve it, support (CPR-39).
func (r Reason) Remedy(customerAsked bool) string {
	t := r.texts()
	switch {
	case !t.customer:
		return t.remedy
	case customerAsked:
		return t.remedy + " The customer was asked already: contact support."
	}
	return t.remedy + " Work with the customer on it first."
}

// isLate reports whether the reason is that of a step that is late, but legal.
func (r Reason) isLate() bool { return r >= firstLate && r <= lastReason }

// String returns the code of r: "domain-mismatch", say, and the empty string for
// no reason.
func (r Reason) String() string {
	if r > lastReason {
		return enum.Outside("reason", r)
	}
	return r.texts().code
}

// AppendText implements [encoding.TextAppender].
func (r Reason) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "reason", r, noReason, lastReason)
}

// MarshalText implements [encoding.TextMarshaler].
func (r Reason) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (r *Reason) UnmarshalText(text []byte) error {
	return enum.Unmarshal(r, "reason", noReason, lastReason, text)
}
