package cpor

import "github.com/partnerrules/partnerrules/calendar"

// A Draft is an association claim as it is entered, before its submission.
type Draft struct {
	// ID is that of the claim, if it has one already, so that it is not held
	// against itself.
	ID string `json:"id,omitzero"`

	Partner      PartnerID   `json:"partner,omitzero"`      // the location that claims
	Tenant       TenantID    `json:"tenant,omitzero"`       // of the customer
	Domain       Domain      `json:"domain,omitzero"`       // one of the tenant (CPR-01)
	Area         Area        `json:"area,omitzero"`         // one claim is of one area
	Activities   ActivitySet `json:"activities,omitzero"`   // one of them stands alone (CPR-05)
	CustomerName string      `json:"customerName,omitzero"` // optional

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

	Eligible Tri     `json:"eligible,omitzero"` // no list is published (CPR-41)
	OnTenant Tri     `json:"onTenant,omitzero"` // the customer has the product (CPR-07)
	Channel  Channel `json:"channel,omitzero"`  // how the customer bought it (CPR-03)
	Several  Tri     `json:"several,omitzero"`  // the customer has several subscriptions of it (CPR-06)

	// The facts below are about the subscription entered.

	NotAnID     bool              `json:"notAnID,omitzero"`     // known to be no subscription's ID (CPR-12)
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
	Sure        Tri          `json:"sure,omitzero"`        // the partner knows that it is the one to use
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
