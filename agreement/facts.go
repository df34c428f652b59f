package agreement

import (
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

// Facts are what is known about a partner and its customer. Any field may be left
// unset: its zero value means that the fact is unknown.
type Facts struct {
	Cloud    Cloud        `json:"cloud,omitzero"`   // not given is public (AGR-46)
	Partner  PartnerType  `json:"partner,omitzero"` // AGR-01
	Role     Role         `json:"role,omitzero"`    // of the user who attests (AGR-02)
	Customer CustomerKind `json:"customer,omitzero"`

	// Acceptance is the customer's, by each route (AGR-13).
	Acceptance Acceptance `json:"acceptance,omitzero"`

	// Bought is what may stand in the way of direct acceptance (AGR-31).
	Bought Purchases `json:"bought,omitzero"`

	// Now is the instant to judge by, or the day where no instant is known. A
	// date in the year 1 counts as not given (AGR-08).
	Now Timestamp `json:"now,omitzero"`
}

// Validate returns a [*partnerrules.InputError] for the first field that holds an
// invalid value.
func (f Facts) Validate() error { return f.validate() }

func (f *Facts) validate() error {
	switch {
	case f.Cloud > lastCloud:
		return check.Invalid("facts.cloud", f.Cloud)
	case f.Partner > lastPartnerType:
		return check.Invalid("facts.partner", f.Partner)
	case f.Role > lastRole:
		return check.Invalid("facts.role", f.Role)
	case f.Customer > lastCustomerKind:
		return check.Invalid("facts.customer", f.Customer)
	}
	return check.Tris(
		check.Tri{Name: "facts.acceptance.partner.given", Value: f.Acceptance.Partner.Given},
		check.Tri{Name: "facts.acceptance.provider.given", Value: f.Acceptance.Provider.Given},
		check.Tri{Name: "facts.acceptance.other.given", Value: f.Acceptance.Other.Given},
		check.Tri{Name: "facts.acceptance.direct.given", Value: f.Acceptance.Direct.Given},
		check.Tri{Name: "facts.bought.offers", Value: f.Bought.Offers},
		check.Tri{Name: "facts.bought.software", Value: f.Bought.Software},
		check.Tri{Name: "facts.bought.reservedInstances", Value: f.Bought.ReservedInstances},
		check.Tri{Name: "facts.bought.azurePlan", Value: f.Bought.AzurePlan},
	)
}

// A Cloud is the cloud in which a customer's tenant lives. The rules hold in
// the public one only (AGR-46). The zero value, a cloud that is not given, is
// taken to be the public one.
type Cloud uint8

// The clouds.
const (
	CloudNotGiven     Cloud = iota // "not-given"
	PublicCloud                    // "public"
	Cloud21Vianet                  // operated by 21Vianet in China: "21vianet"
	CloudUSGovernment              // for the government of the United States: "us-government"

	lastCloud = CloudUSGovernment
)

// isSovereign reports whether the rules do not hold in the cloud.
func (c Cloud) isSovereign() bool { return c > PublicCloud }

// A PartnerType is how a partner of the Cloud Solution Provider programme
// sells. The zero value is unknown.
type PartnerType uint8

// The types of partners.
const (
	PartnerTypeUnknown PartnerType = iota // "unknown"
	DirectBill                            // "direct-bill"
	IndirectProvider                      // "indirect-provider"
	IndirectReseller                      // sells through an indirect provider: "indirect-reseller"

	lastPartnerType = IndirectReseller
)

// mayAttest says whether such a partner may attest (AGR-01).
func (p PartnerType) mayAttest() Tri {
	if p == PartnerTypeUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(p != IndirectReseller)
}

// isReseller says whether the partner sells through a provider.
func (p PartnerType) isReseller() Tri { return p.mayAttest().Not() }

// A Role is that of the user of Partner Center who attests. The zero value is
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

// MayAttest says whether a user of this role may attest (AGR-02).
func (r Role) MayAttest() Tri {
	switch r {
	case AdminAgent, SalesAgent:
		return Yes
	case HelpdeskAgent, OtherRole:
		return No
	}
	return Unknown
}

// A CustomerKind says whether a customer is new to the partner: one whose tenant
// is created, or has not bought yet. The zero value is unknown.
type CustomerKind uint8

// The kinds of customers.
const (
	CustomerKindUnknown CustomerKind = iota // "unknown"
	NewCustomer                             // "new"
	ExistingCustomer                        // "existing"

	lastCustomerKind = ExistingCustomer
)

// is says whether the customer is of a kind.
func (c CustomerKind) is(kind CustomerKind) Tri {
	if c == CustomerKindUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(c == kind)
}

// A Purchase is what an order does. The zero value is unknown.
type Purchase uint8

// What an order can do (AGR-41).
const (
	PurchaseUnknown  Purchase = iota // "unknown"
	NewPurchase                      // "new-purchase"
	SeatChange                       // the number of seats of a subscription changes: "seat-change"
	ManualRenewal                    // someone renews a subscription: "manual-renewal"
	AutomaticRenewal                 // a subscription renews itself, which is no purchase: "automatic-renewal"

	lastPurchase = AutomaticRenewal
)

// Purchases says what a customer has bought through an existing relationship
// with a partner, of what may stand in the way of direct acceptance (AGR-31).
type Purchases struct {
	Offers            Tri `json:"offers,omitzero"`
	Software          Tri `json:"software,omitzero"` // or software subscriptions
	ReservedInstances Tri `json:"reservedInstances,omitzero"`
	AzurePlan         Tri `json:"azurePlan,omitzero"`
}

// any says whether anything was bought.
func (p Purchases) any() Tri {
	return p.Offers.Or(p.Software).Or(p.ReservedInstances).Or(p.AzurePlan)
}

// A Consent is what is known of an acceptance by one route: whether it is there,
// and its date where that is known.
type Consent struct {
	Given Tri       `json:"given,omitzero"`
	On    Timestamp `json:"on,omitzero"`
}

// An Acceptance is what is known of a customer's acceptance of the agreement,
// by each route (AGR-13).
type Acceptance struct {
	// Partner is the attestation by the partner itself. It does not count while
	// the partner is an indirect reseller: what it attested as a direct-bill
	// partner is not kept (AGR-44).
	Partner Consent `json:"partner,omitzero"`

	// Provider is the attestation by the indirect provider through which an
	// indirect reseller sells. It counts for a reseller only.
	Provider Consent `json:"provider,omitzero"`

	// Other is the attestation by any other partner, which never counts
	// (AGR-43).
	Other Consent `json:"other,omitzero"`

	// Direct is the direct acceptance by the customer, which counts for all
	// partners.
	Direct Consent `json:"direct,omitzero"`
}

// attested returns the consent that counts as partner attestation for a type of
// partner. If the type is not known, both must agree.
func (a *Acceptance) attested(p PartnerType) Tri {
	reseller := p.isReseller()
	return reseller.Not().And(a.Partner.Given).Or(reseller.And(a.Provider.Given)).Or(a.Partner.Given.And(a.Provider.Given))
}
