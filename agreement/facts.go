package agreement

import "github.com/partnerrules/partnerrules/calendar"

// Facts are what is known about a partner and its customer. Each may be left
// unset: the zero value of each field says that it is not known.
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

// Validate returns a [*calendar.InputError] for the first field whose value is
// none of the constants of its type.
func (f Facts) Validate() error { return f.validate() }

func (f *Facts) validate() error {
	switch {
	case f.Cloud > lastCloud:
		return invalid("facts.cloud", f.Cloud)
	case f.Partner > lastPartnerType:
		return invalid("facts.partner", f.Partner)
	case f.Role > lastRole:
		return invalid("facts.role", f.Role)
	case f.Customer > lastCustomerKind:
		return invalid("facts.customer", f.Customer)
	}
	for _, answer := range [...]struct {
		name string
		tri  Tri
	}{
		{"facts.acceptance.partner.given", f.Acceptance.Partner.Given},
		{"facts.acceptance.provider.given", f.Acceptance.Provider.Given},
		{"facts.acceptance.other.given", f.Acceptance.Other.Given},
		{"facts.acceptance.direct.given", f.Acceptance.Direct.Given},
		{"facts.bought.offers", f.Bought.Offers},
		{"facts.bought.software", f.Bought.Software},
		{"facts.bought.reservedInstances", f.Bought.ReservedInstances},
		{"facts.bought.azurePlan", f.Bought.AzurePlan},
	} {
		if !answer.tri.isValid() {
			return invalid(answer.name, answer.tri)
		}
	}
	return nil
}

func invalid(name string, value interface{ String() string }) error {
	return &calendar.InputError{Name: name, Reason: value.String() + " is no value of its type"}
}
