package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A CustomerKind says whether a customer is new to the partner: one whose tenant
// is created, or has not bought yet. The zero value is unknown.
type CustomerKind uint8

// The kinds of customers.
const (
	CustomerKindUnknown CustomerKind = iota
	NewCustomer
	ExistingCustomer

	lastCustomerKind = ExistingCustomer
)

// is says whether the customer is of a kind.
func (c CustomerKind) is(kind CustomerKind) Tri {
	if c == CustomerKindUnknown {
		return Unknown
	}
	return TriOf(c == kind)
}

// String returns the code of c: "new", say.
func (c CustomerKind) String() string {
	switch c {
	case CustomerKindUnknown:
		return "unknown"
	case NewCustomer:
		return "new"
	case ExistingCustomer:
		return "existing"
	}
	return enum.Outside("customer kind", c)
}

// AppendText implements [encoding.TextAppender].
func (c CustomerKind) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "customer kind", c, CustomerKindUnknown, ExistingCustomer)
}

// MarshalText implements [encoding.TextMarshaler].
func (c CustomerKind) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *CustomerKind) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "customer kind", CustomerKindUnknown, ExistingCustomer, text)
}

// A Purchase is what an order does. The zero value is unknown.
type Purchase uint8

// What an order can do (AGR-41).
const (
	PurchaseUnknown Purchase = iota
	NewPurchase
	SeatChange       // the number of seats of a subscription changes
	ManualRenewal    // someone renews a subscription
	AutomaticRenewal // a subscription renews itself, which is no purchase

	lastPurchase = AutomaticRenewal
)

// String returns the code of p: "new-purchase", say.
func (p Purchase) String() string {
	switch p {
	case PurchaseUnknown:
		return "unknown"
	case NewPurchase:
		return "new-purchase"
	case SeatChange:
		return "seat-change"
	case ManualRenewal:
		return "manual-renewal"
	case AutomaticRenewal:
		return "automatic-renewal"
	}
	return enum.Outside("purchase", p)
}

// AppendText implements [encoding.TextAppender].
func (p Purchase) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "purchase", p, PurchaseUnknown, AutomaticRenewal)
}

// MarshalText implements [encoding.TextMarshaler].
func (p Purchase) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (p *Purchase) UnmarshalText(text []byte) error {
	return enum.Unmarshal(p, "purchase", PurchaseUnknown, AutomaticRenewal, text)
}

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
