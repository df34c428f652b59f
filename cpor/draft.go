package cpor

import (
	"iter"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// A Tri is yes, no or unknown: see [partnerrules.Tri].
type Tri = partnerrules.Tri

// The three answers of [partnerrules.Tri].
const (
	No      = partnerrules.No
	Unknown = partnerrules.Unknown
	Yes     = partnerrules.Yes
)

// A Draft is an association claim as it is entered, before its submission.
type Draft struct {
	// ID is that of the claim, if it has one already, so that it is not held
	// against itself.
	ID string `json:"id,omitzero"`

	Partner      PartnerID                  `json:"partner,omitzero"`      // the location that claims
	Tenant       TenantID                   `json:"tenant,omitzero"`       // of the customer
	Domain       Domain                     `json:"domain,omitzero"`       // one of the tenant (CPR-01)
	Area         Area                       `json:"area,omitzero"`         // one claim is of one area
	Activities   partnerrules.Set[Activity] `json:"activities,omitzero"`   // one of them stands alone (CPR-05)
	CustomerName string                     `json:"customerName,omitzero"` // optional

	// Products are the products, or for Microsoft 365 the workloads; several
	// subscriptions of one product are several entries.
	Products []Product `json:"products,omitzero"`

	CustomerContact Contact `json:"customerContact,omitzero"` // with all three
	PartnerContact  Contact `json:"partnerContact,omitzero"`  // a title is not asked for
}

// A Product is a product or workload of a draft, with what is known of it.
type Product struct {
	Name string `json:"name"`

	// Subscription is the text that was entered for the subscription, empty if
	// none was. It need not be an ID, which is for Validate to tell.
	Subscription string `json:"subscription,omitzero"`

	Eligible   Tri     `json:"eligible,omitzero"`   // no list is published (CPR-41)
	OnTenant   Tri     `json:"onTenant,omitzero"`   // the customer has the product (CPR-07)
	Channel    Channel `json:"channel,omitzero"`    // how the customer bought it (CPR-03)
	HasSeveral Tri     `json:"hasSeveral,omitzero"` // the customer has several subscriptions of it (CPR-06)

	// The facts below are about the subscription entered.

	KnownNotID  bool              `json:"knownNotID,omitzero"`  // known to be no subscription's ID (CPR-12)
	Dynamics    Tri               `json:"dynamics,omitzero"`    // it is for Dynamics (CPR-08)
	BoughtByCSP Tri               `json:"boughtByCSP,omitzero"` // it is a CSP one (CPR-09)
	Provisioned Tri               `json:"provisioned,omitzero"` // activated or provisioned by the customer (CPR-10)
	State       SubscriptionState `json:"state,omitzero"`       // (CPR-13)
}

// A Contact is a person to turn to.
type Contact struct {
	Name  string `json:"name,omitzero"`
	Title string `json:"title,omitzero"`
	Email string `json:"email,omitzero"`
}

// Facts are what is known of a draft's user, location, tenant and proof. The
// zero value knows nothing.
type Facts struct {
	Role    Role      `json:"role,omitzero"`    // of the user (CPR-19)
	Company PartnerID `json:"company,omitzero"` // the global account above the draft's location

	Location Location `json:"location,omitzero"` // what the draft's partner ID is (CPR-16)

	// Domains are those known of the tenant (CPR-01). DomainsComplete says that
	// it has no others: if it is true, an empty list means that the tenant has
	// no domains.
	Domains         []Domain `json:"domains,omitzero"`
	DomainsComplete bool     `json:"domainsComplete,omitzero"`

	// Subscriptions are those known of the tenant, in the same way (CPR-38).
	Subscriptions         []SubscriptionID `json:"subscriptions,omitzero"`
	SubscriptionsComplete bool             `json:"subscriptionsComplete,omitzero"`

	// Claims are those known of the claimant's company, in the same way
	// (CPR-11). Claims of other companies among them play no part, but no ID may
	// come twice, and no partner be of two companies.
	Claims         []Claim `json:"claims,omitzero"`
	ClaimsComplete bool    `json:"claimsComplete,omitzero"`

	Proof Proof `json:"proof,omitzero"` // of execution (CPR-17)

	// CustomerAsked says that the customer was asked already, and it did not
	// help (CPR-39).
	CustomerAsked bool `json:"customerAsked,omitzero"`
}

// A Location is what is known of the partner ID of a draft. Nothing is inferred
// from what is not known (CPR-16).
type Location struct {
	Confirmed   Tri          `json:"confirmed,omitzero"`   // the partner knows that it is the one to use
	Enrolled    Tri          `json:"enrolled,omitzero"`    // in the incentive programme
	Kind        LocationKind `json:"kind,omitzero"`        // of account that the ID names
	PartnerType Tri          `json:"partnerType,omitzero"` // it is tied to a partner type
}

// A Proof is what is known of the proof of execution: whether it shows each of
// these as the claim has it (CPR-17).
type Proof struct {
	Attached Tri `json:"attached,omitzero"` // there is one at all
	Partner  Tri `json:"partner,omitzero"`
	Customer Tri `json:"customer,omitzero"` // the company name
	Domain   Tri `json:"domain,omitzero"`
	Tenant   Tri `json:"tenant,omitzero"`
	Solution Tri `json:"solution,omitzero"` // the partner's solution or service
	Products Tri `json:"products,omitzero"`

	Acknowledged   Tri           `json:"acknowledged,omitzero"`   // by the customer
	Dated          Tri           `json:"dated,omitzero"`          // No: the acknowledgement bears no date
	AcknowledgedOn calendar.Date `json:"acknowledgedOn,omitzero"` // its date, if known
}

// A LocationKind is the kind of account that a partner ID names. The zero value
// is unknown.
type LocationKind uint8

// The kinds.
const (
	LocationKindUnknown LocationKind = iota // "unknown"
	PartnerLocation                         // a location (PLA), which is what claims: "location"
	GlobalAccount                           // the account above locations (PGA): "global-account"
	LegacyVOrg                              // an ID of before the move to Partner Center: "legacy-v-org"

	lastLocationKind = LegacyVOrg
)

// A Channel is how the customer bought a product. The zero value is unknown.
type Channel uint8

// The channels.
const (
	ChannelUnknown  Channel = iota // "unknown"
	VolumeLicensing                // EA, Open, CASA, EES: "volume-licensing"
	WebDirect                      // MOSA: "web-direct"
	CSP                            // through a Cloud Solution Provider: "csp"

	lastChannel = CSP
)

// isClaimable returns whether a Business Applications product bought so can be
// claimed (CPR-03).
func (c Channel) isClaimable() Tri {
	switch c {
	case VolumeLicensing, WebDirect:
		return Yes
	case CSP:
		return No
	}
	return Unknown
}

// A SubscriptionState is the state of a subscription. The zero value is unknown.
type SubscriptionState uint8

// The states. The first two can be claimed (CPR-13).
const (
	StateUnknown   SubscriptionState = iota // "unknown"
	StateActive                             // "active"
	StateInGrace                            // "in-grace"
	StateSuspended                          // "suspended"
	StateLockedOut                          // "locked-out"
	StateDeleted                            // "deleted"
	StateExpired                            // "expired"

	lastState = StateExpired
)

// isClaimable returns whether a subscription in this state can be claimed.
func (s SubscriptionState) isClaimable() Tri {
	switch s {
	case StateActive, StateInGrace:
		return Yes
	case StateSuspended, StateLockedOut, StateDeleted, StateExpired:
		return No
	}
	return Unknown
}

// UnmarshalText implements [encoding.TextUnmarshaler]. Besides the codes it
// reads the names of Microsoft Graph: Enabled, Warning, Suspended, LockedOut,
// Deleted.
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

// A Role is the role of the user who works on a claim. The zero value is unknown.
type Role uint8

// The roles.
const (
	RoleUnknown     Role = iota // "unknown"
	BillingAdmin                // "billing-admin"
	GlobalAdmin                 // "global-admin"
	IncentivesAdmin             // "incentives-admin"
	OtherRole                   // "other"

	lastRole = OtherRole
)

// MayClaim returns whether a user in this role may work on claims, under
// [Baseline]: see [Policy.MayClaim].
func (r Role) MayClaim() Tri { return Baseline().MayClaim(r) }

// MayClaim returns whether a user in a role may work on claims: a billing, global
// or incentives admin; only an incentives admin where the policy says so
// (CPR-19). It is Unknown for an invalid role and under an invalid policy.
func (p Policy) MayClaim(r Role) Tri {
	if !p.Edition.isKnown() {
		return Unknown
	}
	switch r {
	case BillingAdmin, GlobalAdmin:
		return partnerrules.TriFromBool(!p.IncentivesAdminOnly)
	case IncentivesAdmin:
		return Yes
	case OtherRole:
		return No
	}
	return Unknown
}

// A Validation is the answer for a draft: all that the facts prove wrong, and
// all that is not known.
type Validation struct {
	Verdict Verdict `json:"verdict"`

	// Findings are in the order of their fields, within a field in that of the
	// IDs of their rules, and within a rule in that of the products.
	Findings []Finding `json:"findings,omitzero"`

	On calendar.Date `json:"on"` // the day of the submission

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// A Finding is something wrong with a draft, or not known of it.
type Finding struct {
	Reason   Reason                `json:"reason"`
	Severity partnerrules.Severity `json:"severity"`
	Field    Field                 `json:"field"`

	// Product is the number of the product, from 1, if the finding is about
	// one.
	Product int `json:"product,omitzero"`

	// CustomerAsked is what the facts say, for the remedy.
	CustomerAsked bool `json:"customerAsked,omitzero"`
}

// Message returns the sentence that says what is wrong, or not known.
func (f Finding) Message() string {
	if f.Severity == partnerrules.SeverityUnknown {
		return "It is not known whether this is so: " + f.Reason.Message()
	}
	return f.Reason.Message()
}

// Remedy returns the sentences that say what to do. Where the customer can help,
// they name who is asked next: the customer or, if the customer was asked already,
// support (CPR-39).
func (f Finding) Remedy() string {
	if t := f.Reason.texts(); f.CustomerAsked && t.customer {
		return t.remedy + " The customer was asked already: contact support."
	}
	return f.Reason.Remedy()
}

// Notes returns what to know besides the findings: whom to ask first, if the
// customer can help with one of them (CPR-39).
func (v Validation) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(slices.ContainsFunc(v.Findings, Finding.isForCustomer), askCustomerFirst)
}

func (f Finding) isForCustomer() bool { return f.Reason.texts().customer }

// MaySubmit reports whether the draft may be submitted: it was judged on a day,
// and has no error. What is not known does not bar it (CPR-20).
func (v Validation) MaySubmit() bool { return !v.On.IsZero() && v.Verdict < VerdictInvalid }

// String returns the validation on a line:
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

// A Verdict is whether a draft is right. The zero value is Undetermined.
type Verdict uint8

// The verdicts.
const (
	VerdictUndetermined Verdict = iota // no error is proved, and facts are missing: "undetermined"
	VerdictValid                       // nothing is missing, and no error: "valid"
	VerdictInvalid                     // an error is proved: "invalid"
)

// A Field is the part of a claim that a finding is about.
type Field uint8

// The fields, in the order in which findings are given.
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
