package cpor

import (
	"iter"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Tri is yes, no or unknown. See [partnerrules.Tri].
type Tri = partnerrules.Tri

// The values of [partnerrules.Tri].
const (
	No      = partnerrules.No
	Unknown = partnerrules.Unknown
	Yes     = partnerrules.Yes
)

// A Draft is an association claim before its submission, as the user entered it. A
// field left zero is empty.
type Draft struct {
	// ID is the ID of the claim, if it has one already. A claim with this ID is
	// ignored in CPR-11 and CPR-47. IDs are compared byte by byte.
	ID string `json:"id,omitzero"`

	Partner      PartnerID                  `json:"partner,omitzero"`      // the location that claims
	Tenant       TenantID                   `json:"tenant,omitzero"`       // the customer's tenant
	Domain       Domain                     `json:"domain,omitzero"`       // a domain of the tenant (CPR-01)
	Area         Area                       `json:"area,omitzero"`         // a claim has one area
	Activities   partnerrules.Set[Activity] `json:"activities,omitzero"`   // Revenue association must be alone (CPR-05)
	CustomerName string                     `json:"customerName,omitzero"` // optional

	// Products are the products, or the workloads of Microsoft 365. A product
	// with several subscriptions has one entry for each.
	Products []Product `json:"products,omitzero"`

	CustomerContact Contact `json:"customerContact,omitzero"` // name, title and email are required (CPR-18)
	PartnerContact  Contact `json:"partnerContact,omitzero"`  // name and email are required (CPR-18)
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads strictly, as
// [partnerrules.Decode] does, because a misspelled member would leave a field empty.
func (d *Draft) UnmarshalJSON(text []byte) error {
	type draft Draft // without methods
	return check.UnmarshalJSON(text, (*draft)(d))
}

// A Product is a product or workload of a draft, with the facts that are known of
// it.
type Product struct {
	// Name is the name of the product or workload. A name in which nothing is
	// visible is missing (CPR-18).
	Name string `json:"name"`

	// Subscription is the text that was entered for the subscription. It may be
	// malformed: CheckDraft checks it.
	Subscription string `json:"subscription,omitzero"`

	Eligible   Tri     `json:"eligible,omitzero"`   // eligible for a claim; no list is published (CPR-41)
	OnTenant   Tri     `json:"onTenant,omitzero"`   // the product is on the customer's tenant (CPR-07)
	Channel    Channel `json:"channel,omitzero"`    // how the customer bought it (CPR-03, CPR-09)
	HasSeveral Tri     `json:"hasSeveral,omitzero"` // the customer has several subscriptions of the product (CPR-06)

	// The following facts are about the subscription that was entered.

	KnownNotID  bool              `json:"knownNotID,omitzero"`  // known to identify something else (CPR-12)
	Dynamics    Tri               `json:"dynamics,omitzero"`    // the subscription is for Dynamics (CPR-08)
	BoughtByCSP Tri               `json:"boughtByCSP,omitzero"` // the subscription was bought through CSP; if unknown, Channel decides (CPR-09)
	Provisioned Tri               `json:"provisioned,omitzero"` // activated or provisioned by the customer (CPR-10)
	State       SubscriptionState `json:"state,omitzero"`       // the state of the subscription (CPR-13)
}

// A Contact is a contact person of the customer or the partner.
type Contact struct {
	Name  string `json:"name,omitzero"`
	Title string `json:"title,omitzero"`
	Email string `json:"email,omitzero"`
}

// Facts holds what is known of the user, location, tenant and proof of a draft. In
// the zero Facts everything is unknown.
type Facts struct {
	Role    Role      `json:"role,omitzero"`    // the role of the user (CPR-19)
	Company PartnerID `json:"company,omitzero"` // the global account above the draft's location

	Location Location `json:"location,omitzero"` // the location that the draft's partner ID names (CPR-16)

	// Domains are the known domains of the tenant (CPR-01). DomainsComplete is
	// true if the tenant has no others. An empty list that is complete means that
	// the tenant has no domains.
	Domains         []Domain `json:"domains,omitzero"`
	DomainsComplete bool     `json:"domainsComplete,omitzero"`

	// Subscriptions are the known subscriptions of the tenant (CPR-38).
	// SubscriptionsComplete is true if the tenant has no others.
	Subscriptions         []SubscriptionID `json:"subscriptions,omitzero"`
	SubscriptionsComplete bool             `json:"subscriptionsComplete,omitzero"`

	// Claims are the known claims of the claimant's company (CPR-11) and of other
	// companies (CPR-47). ClaimsComplete is true if the claimant's company has no
	// others.
	Claims         []Claim `json:"claims,omitzero"`
	ClaimsComplete bool    `json:"claimsComplete,omitzero"`

	Proof Proof `json:"proof,omitzero"` // the proof of execution (CPR-17)

	// CustomerAsked is true if the customer was asked already and that did not
	// help (CPR-39).
	CustomerAsked bool `json:"customerAsked,omitzero"`
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads strictly, as
// [partnerrules.Decode] does, because a misspelled member would leave a fact unknown.
func (f *Facts) UnmarshalJSON(text []byte) error {
	type facts Facts // without methods
	return check.UnmarshalJSON(text, (*facts)(f))
}

// A Proof holds what is known of the proof of execution (CPR-17). The fields from
// Partner to Products are whether it shows the value that the claim has.
type Proof struct {
	Attached Tri `json:"attached,omitzero"` // the claim has a proof of execution
	Partner  Tri `json:"partner,omitzero"`
	Customer Tri `json:"customer,omitzero"` // the company name
	Domain   Tri `json:"domain,omitzero"`
	Tenant   Tri `json:"tenant,omitzero"`
	Solution Tri `json:"solution,omitzero"` // the partner's solution or service
	Products Tri `json:"products,omitzero"`

	Acknowledged   Tri           `json:"acknowledged,omitzero"`   // the customer acknowledged the proof
	Dated          Tri           `json:"dated,omitzero"`          // the acknowledgment has a date
	AcknowledgedOn calendar.Date `json:"acknowledgedOn,omitzero"` // the date of the acknowledgment, if known
}

// A Channel is the way in which the customer bought a product. The zero Channel is
// unknown.
type Channel uint8

// The channels.
const (
	ChannelUnknown  Channel = iota // "unknown"
	VolumeLicensing                // EA, Open, CASA, EES: "volume-licensing"
	WebDirect                      // MOSA: "web-direct"
	CSP                            // through a Cloud Solution Provider: "csp"

	lastChannel = CSP
)

// isClaimable returns whether a Business Applications product that was bought
// through the channel can be claimed (CPR-03).
func (c Channel) isClaimable() Tri {
	switch c {
	case VolumeLicensing, WebDirect:
		return Yes
	case CSP:
		return No
	}
	return Unknown
}

// A SubscriptionState is the state of a subscription. The zero SubscriptionState is
// unknown.
type SubscriptionState uint8

// The states. StateActive, StateInGrace and StateExtended can be claimed (CPR-13).
const (
	StateUnknown   SubscriptionState = iota // "unknown"
	StateActive                             // "active"
	StateInGrace                            // "in-grace"
	StateSuspended                          // "suspended"
	StateLockedOut                          // "locked-out"
	StateDeleted                            // "deleted"
	StateExpired                            // "expired"
	StateExtended                           // in the extended service term, in place of a grace period: "extended"

	lastState = StateExtended
)

// isClaimable returns whether a subscription in this state can be claimed.
func (s SubscriptionState) isClaimable() Tri {
	switch s {
	case StateActive, StateInGrace, StateExtended:
		return Yes
	case StateSuspended, StateLockedOut, StateDeleted, StateExpired:
		return No
	}
	return Unknown
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads the codes and the
// names of Microsoft Graph: Enabled, Warning, Suspended, LockedOut and Deleted. No
// such name is known for StateExtended.
func (s *SubscriptionState) UnmarshalText(text []byte) error {
	switch string(text) {
	case "Enabled":
		*s = StateActive
		return nil
	case "Warning":
		*s = StateInGrace
		return nil
	case "Suspended":
		*s = StateSuspended
		return nil
	case "LockedOut":
		*s = StateLockedOut
		return nil
	case "Deleted":
		*s = StateDeleted
		return nil
	}
	return s.unmarshalCode(text)
}

// A Role is the role of the user who works on a claim. The zero Role is unknown.
type Role uint8

// The roles.
const (
	RoleUnknown     Role = iota // "unknown"
	BillingAdmin                // "billing-admin"
	GlobalAdmin                 // "global-admin"
	IncentivesAdmin             // "incentives-admin"
	OtherRole                   // such as a sales agent: "other"
	IncentivesUser              // may view and initiate claims: "incentives-user"

	lastRole = IncentivesUser
)

// MayClaim returns whether a user with role r may work on claims under the policy of
// [InForce]. See [Policy.MayClaim].
func (r Role) MayClaim() Tri { return inForce().MayClaim(r) }

// MayClaim returns whether a user with role r may work on claims (CPR-19).
// Billing, global and incentives admins and incentives users may. If
// p.IncentivesAdminOnly is true, only incentives admins may. MayClaim returns Unknown for an unknown or invalid
// role and under an invalid policy.
func (p Policy) MayClaim(r Role) Tri {
	if !p.Edition.isKnown() {
		return Unknown
	}
	switch r {
	case BillingAdmin, GlobalAdmin, IncentivesUser:
		return partnerrules.TriFromBool(!p.IncentivesAdminOnly)
	case IncentivesAdmin:
		return Yes
	case OtherRole:
		return No
	}
	return Unknown
}

// A Validation is the result of checking a draft. It lists every fault that the
// facts prove, and every check that lacks a fact.
type Validation struct {
	Verdict Verdict `json:"verdict"`

	// Findings are ordered by field, then by rule ID, then by product.
	Findings []Finding `json:"findings,omitzero"`

	Partner       PartnerID                  `json:"partner,omitzero"`       // of the draft
	Activities    partnerrules.Set[Activity] `json:"activities,omitzero"`    // of the draft
	CustomerAsked bool                       `json:"customerAsked,omitzero"` // from the facts

	On calendar.Date `json:"on"` // the day of the submission

	// Coverage reports whether the rules are known for On. Policy is the policy
	// that the answer was computed under.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// A Finding is a fault of a draft, or a check that lacks a fact. The latter has the
// severity SeverityUnknown.
type Finding struct {
	Reason   Reason                `json:"reason"`
	Severity partnerrules.Severity `json:"severity"`
	Field    Field                 `json:"field"`

	// Product is the number of the product that the finding is about, counted
	// from 1. It is 0 if the finding is not about a product.
	Product int `json:"product,omitzero"`

	// Claim is the ID of the competing claim, and Relation is its relation to the
	// draft (CPR-47). Both are zero for other reasons.
	Claim    string   `json:"claim,omitzero"`
	Relation Relation `json:"relation,omitzero"`

	// CustomerAsked is copied from the facts. Remedy depends on it.
	CustomerAsked bool `json:"customerAsked,omitzero"`
}

// Message returns the sentence that says what is wrong or unknown.
func (f Finding) Message() string {
	t := f.Reason.texts()
	switch {
	case f.Severity == partnerrules.SeverityUnknown && t.unknown != "":
		return t.unknown
	case f.Reason == ClaimCompetes && f.Relation == Competing:
		return "Claim " + f.Claim + " of another company competes with this draft."
	case f.Reason == ClaimCompetes && f.Relation == PossiblyCompeting:
		return "Claim " + f.Claim + " may be of another company, and then competes with this draft."
	case f.Reason == ClaimCompetes && f.Relation == UndeterminedOverlap:
		return "Claim " + f.Claim + " competes with this draft if it is of another company and their times overlap, which is unknown."
	}
	return t.message
}

// Remedy returns the sentences that say what to do. If the customer can help, they
// name whom to ask next: the customer, or support if the customer was asked already
// (CPR-39). If it is unknown whether the reason applies, they say what to find out,
// and from whom (CPR-48).
func (f Finding) Remedy() string {
	t := f.Reason.texts()
	switch isUnknown := f.Severity == partnerrules.SeverityUnknown && t.find != ""; {
	case isUnknown && f.CustomerAsked && strings.HasPrefix(t.find, askCustomer):
		return "You have already asked the customer. " + askSupport + strings.TrimPrefix(t.find, askCustomer)
	case isUnknown:
		return t.find
	case f.CustomerAsked && t.ask != "":
		return t.remedy + " You have already asked the customer, so contact support."
	}
	return f.Reason.Remedy()
}

// Notes returns an iterator over the notes to ask the customer first (CPR-39), and on
// what a wrong activity (CPR-40) or a wrong partner ID (CPR-51) costs. The first note
// applies if the customer can help with a finding. The others apply if the draft has
// an activity or a partner.
func (v Validation) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		_ = (!slices.ContainsFunc(v.Findings, Finding.isForCustomer) || yield(askCustomerFirst())) &&
			(v.Activities == 0 || yield(wrongActivityCosts())) &&
			(v.Partner.IsZero() || yield(wrongPartnerCosts()))
	}
}

// isForCustomer reports whether the finding is of a rule for which the customer is
// asked first (CPR-39).
func (f Finding) isForCustomer() bool {
	rule := f.Reason.Rule()
	return rule == "CPR-01" || rule >= "CPR-06" && rule <= "CPR-13" || rule == "CPR-38"
}

// A PortalError is an error that Partner Center shows while a claim is entered.
type PortalError uint8

// The errors.
const (
	PortalDomainError       PortalError = iota + 1 // the tenant ID and the domain do not match: "domain"
	PortalSubscriptionError                        // the product or the subscription cannot be claimed: "subscription"
)

// Causes returns the findings that can be the cause of an error in Partner Center:
// faults that the facts prove, and those that they do not exclude. It also returns
// whom to ask first: the customer, or support if the customer was asked already
// (CPR-39). Both are zero if e is zero or invalid, and for the zero Validation.
func (v Validation) Causes(e PortalError) (causes []Finding, ask Actor) {
	if v.On.IsZero() || e != PortalDomainError && e != PortalSubscriptionError {
		return nil, 0
	}
	for _, f := range v.Findings {
		isDomain := f.Reason == DomainMismatch
		if f.isForCustomer() && f.Severity != partnerrules.SeverityWarning && isDomain == (e == PortalDomainError) {
			causes = append(causes, f)
		}
	}
	if v.CustomerAsked {
		return causes, ActorSupport
	}
	return causes, ActorCustomer
}

// MaySubmit reports whether the draft may be submitted (CPR-20). It may if it was
// checked for a day and has no error. Unknown facts do not prevent the submission.
func (v Validation) MaySubmit() bool { return !v.On.IsZero() && v.Verdict < VerdictInvalid }

// String returns the validation on one line, such as
// "invalid on 2020-07-06: error subscription-is-csp, unknown domain-mismatch".
func (v Validation) String() string {
	var b strings.Builder
	b.WriteString(v.Verdict.String() + " on " + v.On.String())
	separator := ": "
	for _, f := range v.Findings {
		b.WriteString(separator + f.Severity.String() + " " + f.Reason.String())
		separator = ", "
	}
	return b.String()
}

// A Verdict is the verdict on a draft. The zero Verdict is VerdictUndetermined.
type Verdict uint8

// The verdicts.
const (
	VerdictUndetermined Verdict = iota // no error is proved, but facts are missing: "undetermined"
	VerdictValid                       // no error, and no fact is missing: "valid"
	VerdictInvalid                     // an error is proved: "invalid"
)

// A Field is the part of a claim that a finding is about. The zero Field has an
// empty code.
type Field uint8

// The fields, in the order of Validation.Findings.
const (
	FieldRole            Field = iota + 1 // "role"
	FieldPartner                          // "partner"
	FieldTenant                           // "tenant"
	FieldDomain                           // "domain"
	FieldArea                             // "area"
	FieldActivity                         // "activity"
	FieldProduct                          // "product"
	FieldSubscription                     // "subscription"
	FieldCustomerContact                  // "customer-contact"
	FieldPartnerContact                   // "partner-contact"
	FieldPoE                              // "poe"
)
