package agreement

import (
	"cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Tri is yes, no or unknown: see [partnerrules.Tri].
type Tri = partnerrules.Tri

// The three answers of [partnerrules.Tri].
const (
	No      = partnerrules.No
	Unknown = partnerrules.Unknown
	Yes     = partnerrules.Yes
)

// Facts holds the known facts about a partner and its customer. A field with its
// zero value is an unknown fact, except Cloud.
type Facts struct {
	Cloud    Cloud        `json:"cloud,omitzero"`   // assumed to be public if not given (AGR-46)
	Partner  PartnerType  `json:"partner,omitzero"` // AGR-01
	Role     Role         `json:"role,omitzero"`    // of the user who attests or invites (AGR-02, AGR-50)
	Channel  Channel      `json:"channel,omitzero"` // through which the partner attests (AGR-45, AGR-48)
	Customer CustomerKind `json:"customer,omitzero"`

	// UnderReview is whether Microsoft is reviewing the customer account. It is
	// used only from Policy.ReviewFrom on (AGR-47).
	UnderReview Tri `json:"underReview,omitzero"`

	// Acceptance is the customer's acceptance by each route (AGR-13).
	Acceptance Acceptance `json:"acceptance,omitzero"`

	// Bought holds the purchases that may prevent direct acceptance (AGR-31).
	Bought Purchases `json:"bought,omitzero"`

	// Now is the current instant, or the current day if the instant is unknown. A
	// placeholder date is an unknown date (AGR-08).
	Now Timestamp `json:"now,omitzero"`
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads strictly, as
// [partnerrules.Decode] does, because a misspelled member would leave a fact unknown.
func (f *Facts) UnmarshalJSON(text []byte) error {
	type facts Facts // without methods
	return check.UnmarshalJSON(text, (*facts)(f))
}

// Validate returns a [*partnerrules.InputError] for the first field that holds an
// invalid value, or else for the first acceptance that is after Now (INP-05) or has a
// date although it is not given.
func (f Facts) Validate() error { return f.validate() }

func (f *Facts) validate() error {
	switch {
	case f.Cloud > lastCloud:
		return check.Invalid("facts.cloud", f.Cloud)
	case f.Partner > lastPartnerType:
		return check.Invalid("facts.partner", f.Partner)
	case f.Role > lastRole:
		return check.Invalid("facts.role", f.Role)
	case f.Channel > lastChannel:
		return check.Invalid("facts.channel", f.Channel)
	case f.Customer > lastCustomerKind:
		return check.Invalid("facts.customer", f.Customer)
	}
	if err := check.Tris(
		check.Tri{Name: "facts.underReview", Value: f.UnderReview},
		check.Tri{Name: "facts.acceptance.partner.given", Value: f.Acceptance.Partner.Given},
		check.Tri{Name: "facts.acceptance.provider.given", Value: f.Acceptance.Provider.Given},
		check.Tri{Name: "facts.acceptance.other.given", Value: f.Acceptance.Other.Given},
		check.Tri{Name: "facts.acceptance.direct.given", Value: f.Acceptance.Direct.Given},
		check.Tri{Name: "facts.bought.offers", Value: f.Bought.Offers},
		check.Tri{Name: "facts.bought.software", Value: f.Bought.Software},
		check.Tri{Name: "facts.bought.reservedInstances", Value: f.Bought.ReservedInstances},
		check.Tri{Name: "facts.bought.azurePlan", Value: f.Bought.AzurePlan},
	); err != nil {
		return err
	}
	return cmp.Or(
		f.Acceptance.Partner.check(f.Now, "facts.acceptance.partner.on"),
		f.Acceptance.Provider.check(f.Now, "facts.acceptance.provider.on"),
		f.Acceptance.Other.check(f.Now, "facts.acceptance.other.on"),
		f.Acceptance.Direct.check(f.Now, "facts.acceptance.direct.on"),
	)
}

// A Cloud is the cloud of a customer's tenant. The rules apply in the public cloud
// only (AGR-46). The zero Cloud is not given, and is assumed to be the public cloud.
type Cloud uint8

// The clouds.
const (
	CloudNotGiven     Cloud = iota // "not-given"
	PublicCloud                    // "public"
	Cloud21Vianet                  // operated by 21Vianet in China: "21vianet"
	CloudUSGovernment              // for the United States government: "us-government"

	lastCloud = CloudUSGovernment
)

// isSovereign reports whether the cloud is sovereign, so that the rules do not apply.
func (c Cloud) isSovereign() bool { return c > PublicCloud }

// A PartnerType is the way in which a partner of the Cloud Solution Provider program
// sells. The zero PartnerType is unknown.
type PartnerType uint8

// The types of partners.
const (
	PartnerTypeUnknown PartnerType = iota // "unknown"
	DirectBill                            // "direct-bill"
	IndirectProvider                      // "indirect-provider"
	IndirectReseller                      // sells through an indirect provider: "indirect-reseller"

	lastPartnerType = IndirectReseller
)

// mayAttest returns whether a partner of this type may attest (AGR-01).
func (p PartnerType) mayAttest() Tri {
	if p == PartnerTypeUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(p != IndirectReseller)
}

// isReseller returns whether the partner sells through an indirect provider.
func (p PartnerType) isReseller() Tri { return p.mayAttest().Not() }

// A Role is the role of the Partner Center user who attests. The zero Role is
// unknown.
type Role uint8

// The roles.
const (
	RoleUnknown   Role = iota // "unknown"
	AdminAgent                // "admin-agent"
	SalesAgent                // "sales-agent"
	HelpdeskAgent             // "helpdesk-agent"
	OtherRole                 // "other"

	lastRole = OtherRole
)

// MayAttest returns whether a user with this role may attest (AGR-02).
func (r Role) MayAttest() Tri {
	switch r {
	case AdminAgent, SalesAgent:
		return Yes
	case HelpdeskAgent, OtherRole:
		return No
	}
	return Unknown
}

// A Channel is the way in which an attestation is sent to the service: through the
// portal or an API. The zero Channel is unknown.
type Channel uint8

// The channels (AGR-45).
const (
	ChannelUnknown Channel = iota // "unknown"
	Portal                        // Partner Center: "portal"
	API                           // the agreements resource of its REST API: "api"
	EnhancedAPI                   // the enhanced attestation API: "enhanced-api"

	lastChannel = EnhancedAPI
)

// A CustomerKind says whether a customer is new to the partner or existing. The zero
// CustomerKind is unknown.
type CustomerKind uint8

// The kinds of customers.
const (
	CustomerKindUnknown CustomerKind = iota // "unknown"
	NewCustomer                             // its tenant is being created, or it has not bought yet: "new"
	ExistingCustomer                        // "existing"

	lastCustomerKind = ExistingCustomer
)

// is returns whether the customer is of the given kind.
func (c CustomerKind) is(kind CustomerKind) Tri {
	if c == CustomerKindUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(c == kind)
}

// An OrderKind is the kind of an order (AGR-41). The zero OrderKind is unknown.
type OrderKind uint8

// The kinds of orders.
const (
	OrderKindUnknown OrderKind = iota // "unknown"
	NewPurchase                       // "new-purchase"
	SeatIncrease                      // a subscription gets more seats: "seat-increase"
	SeatDecrease                      // a subscription gets fewer seats: "seat-decrease"
	Upgrade                           // "upgrade"
	TermChange                        // the term or the billing plan changes: "term-change"
	ManualRenewal                     // someone renews a subscription: "manual-renewal"
	AutomaticRenewal                  // a subscription renews itself or passes into an extended service term: "automatic-renewal"
	Cancellation                      // "cancellation"

	lastOrderKind = Cancellation
)

// isStoppedByReview reports whether an order of a known kind is stopped while
// Microsoft reviews the customer account. For a change of term the published text
// does not say (AGR-47).
func (k OrderKind) isStoppedByReview() Tri {
	switch k {
	case NewPurchase, SeatIncrease, Upgrade:
		return Yes
	case TermChange:
		return Unknown
	}
	return No
}

// Purchases holds what a customer has bought through an existing relationship with a
// partner. Any of these may prevent direct acceptance (AGR-31).
type Purchases struct {
	Offers            Tri `json:"offers,omitzero"`
	Software          Tri `json:"software,omitzero"` // or software subscriptions
	ReservedInstances Tri `json:"reservedInstances,omitzero"`
	AzurePlan         Tri `json:"azurePlan,omitzero"`
}

// any reports whether the customer has bought at least one of them.
func (p Purchases) any() Tri {
	return p.Offers.Or(p.Software).Or(p.ReservedInstances).Or(p.AzurePlan)
}

// A Consent is an acceptance by one route: whether it exists, and its date.
type Consent struct {
	// Given is whether the acceptance exists. If On is set and Given is unknown, the
	// acceptance counts as given (AGR-13).
	Given Tri `json:"given,omitzero"`

	// On is the date of the acceptance, or zero if it is unknown. It must not be after
	// Facts.Now (INP-05), and must not be set if Given is No.
	On Timestamp `json:"on,omitzero"`
}

// given returns whether the acceptance exists.
func (c *Consent) given() Tri {
	if c.On.IsSet() {
		return Yes
	}
	return c.Given
}

// check returns an error with the given path if the date contradicts the acceptance or
// is after now.
func (c *Consent) check(now Timestamp, path string) error {
	switch {
	case !c.On.IsSet():
		return nil
	case c.Given == No:
		return check.Input(path, c.On.String()+" is the date of an acceptance that is not given")
	case now.IsSet() && c.On.after(now):
		return check.Input(path, c.On.String()+" is after now, "+now.String())
	}
	return nil
}

// An Acceptance is a customer's acceptance of the agreement by each route (AGR-13).
type Acceptance struct {
	// Partner is the attestation by the partner itself. It does not count while the
	// partner is an indirect reseller, even if it attested earlier as a direct-bill
	// partner (AGR-44).
	Partner Consent `json:"partner,omitzero"`

	// Provider is the attestation by the indirect provider through which an
	// indirect reseller sells. It counts only for an indirect reseller.
	Provider Consent `json:"provider,omitzero"`

	// Other is an attestation by any other partner. It never counts (AGR-43).
	Other Consent `json:"other,omitzero"`

	// Direct is the direct acceptance by the customer. It counts for all partners.
	Direct Consent `json:"direct,omitzero"`
}

// attested returns which of two answers counts for a type of partner: the answer for
// the partner's own attestation, or for its provider's. If the type is unknown, the
// answers must agree.
func (p PartnerType) attested(partner, provider Tri) Tri {
	reseller := p.isReseller()
	return reseller.Not().And(partner).Or(reseller.And(provider)).Or(partner.And(provider))
}
