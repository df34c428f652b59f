package portfolio

import (
	"github.com/partnerrules/partnerrules/cpor"
)

// A Claims is what there is to say of the association claims.
type Claims struct {
	Policy string  `json:"policy"` // that of competition; each claim has its own
	Claims []Claim `json:"claims"`
}

// A Claim is what there is to say of one claim.
type Claim struct {
	Claim    *cpor.Claim      `json:"claim"`
	Customer string           `json:"customer,omitempty"` // its name, if a customer has the tenant
	Standing cpor.Standing    `json:"standing,omitzero"`  // absent if the history is not legal
	Due      *cpor.Deadline   `json:"due,omitempty"`
	Fault    *StepFault       `json:"fault,omitempty"` // the first step that is late or not legal
	Draft    *cpor.Validation `json:"draft,omitempty"`
	Findings []Finding        `json:"findings,omitempty"`
}

// A StepFault is a step that is late or not legal, in full.
type StepFault struct {
	Fault   cpor.StepError `json:"fault"`
	Rule    string         `json:"rule"`
	Message string         `json:"message"`
	Remedy  string         `json:"remedy"`
}

// A Finding is what is wrong with a draft, in full.
type Finding struct {
	Rule    string       `json:"rule"`
	Finding cpor.Finding `json:"finding"`
	Message string       `json:"message"`
	Remedy  string       `json:"remedy"`
}

// A Pair is two claims on one customer that compete, or may, or are duplicates.
type Pair struct {
	Tenant   cpor.TenantID `json:"tenant"`
	Customer string        `json:"customer,omitempty"` // its name, if a customer has the tenant
	Pair     cpor.Pair     `json:"pair"`

	Arbitration *cpor.Arbitration `json:"arbitration,omitempty"`
}
