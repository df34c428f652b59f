package eligibility

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// Facts are what is known about a company on the day to judge by. Each may be
// left unset: the zero value of each field says that it is not known.
type Facts struct {
	// Account is the state of the account's verification (ELG-01).
	Account Verification `json:"account,omitzero"`

	// Membership is the one active designation-or-legacy membership, and
	// Anniversary its anniversary date. A membership whose renewal window has
	// passed is judged as lapsed, not as active (ELG-09).
	Membership  Holding       `json:"membership,omitzero"`
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Held is the set of areas for which that membership holds a designation.
	// It matters only if the membership is a designation (ELG-03).
	Held AreaSet `json:"held,omitzero"`

	// Qualified says for each area whether the requirements for a Solutions
	// Partner designation are met on the day (ELG-03). Assess judges it from
	// the metrics of the partner capability score.
	Qualified Areas `json:"qualified,omitzero"`

	// Status2022 is the Gold or Silver status on 2022-09-30 (ELG-04).
	Status2022 LegacyStatus `json:"status2022,omitzero"`

	// Billing says whether a billing profile is linked to the tenant (ELG-05).
	Billing Billing `json:"billing,omitzero"`

	// ActionPack and the others are what is known of each pack (ELG-08, ELG-09).
	ActionPack      Pack `json:"actionPack,omitzero"`
	Launch          Pack `json:"launch,omitzero"`
	SuccessCore     Pack `json:"successCore,omitzero"`
	SuccessExpanded Pack `json:"successExpanded,omitzero"`
	Learning        Pack `json:"learning,omitzero"`

	// Role is that of the user who wants to buy or renew (ELG-18).
	Role Role `json:"role,omitzero"`
}

// A Pack is what is known about a pack that a company may hold. A pack whose
// renewal window has passed is judged as lapsed, not as active (ELG-09).
type Pack struct {
	Active      Tri           `json:"active,omitzero"`
	Anniversary calendar.Date `json:"anniversary,omitzero"`
}

// Validate returns a [*calendar.InputError] for the first field whose value is
// none of the constants of its type.
func (f Facts) Validate() error { return f.validate() }

func (f *Facts) validate() error {
	q := &f.Qualified
	switch {
	case f.Account > lastVerification:
		return invalid("facts.account", f.Account)
	case f.Membership > lastHolding:
		return invalid("facts.membership", f.Membership)
	case !f.Held.isValid():
		return invalid("facts.held", f.Held)
	case f.Status2022 > lastLegacyStatus:
		return invalid("facts.status2022", f.Status2022)
	case f.Billing > lastBilling:
		return invalid("facts.billing", f.Billing)
	case f.Role > lastRole:
		return invalid("facts.role", f.Role)
	case max(q.DataAI.rank(), q.DigitalAppInnovation.rank(), q.Infrastructure.rank(), q.BusinessApplications.rank(),
		q.ModernWork.rank(), q.Security.rank(), f.ActionPack.Active.rank(), f.Launch.Active.rank(),
		f.SuccessCore.Active.rank(), f.SuccessExpanded.Active.rank(), f.Learning.Active.rank()) > Yes.rank():
		return f.invalidTri()
	}
	return nil
}

// invalidTri names the first answer that is none of the three.
func (f *Facts) invalidTri() error {
	for _, answer := range [...]struct {
		name string
		tri  Tri
	}{
		{"qualified.dataAI", f.Qualified.DataAI},
		{"qualified.digitalAppInnovation", f.Qualified.DigitalAppInnovation},
		{"qualified.infrastructure", f.Qualified.Infrastructure},
		{"qualified.businessApplications", f.Qualified.BusinessApplications},
		{"qualified.modernWork", f.Qualified.ModernWork},
		{"qualified.security", f.Qualified.Security},
		{"actionPack.active", f.ActionPack.Active},
		{"launch.active", f.Launch.Active},
		{"successCore.active", f.SuccessCore.Active},
		{"successExpanded.active", f.SuccessExpanded.Active},
		{"learning.active", f.Learning.Active},
	} {
		if !answer.tri.isValid() {
			return invalid("facts."+answer.name, answer.tri)
		}
	}
	return nil
}

func invalid(name string, value interface{ String() string }) error {
	return &calendar.InputError{Name: name, Reason: value.String() + " is no value of its type"}
}

// pack returns the facts about a pack, and nothing known for other offers.
func (f *Facts) pack(o Offer) Pack {
	switch o {
	case MicrosoftActionPack:
		return f.ActionPack
	case PartnerLaunchBenefits:
		return f.Launch
	case PartnerSuccessCore:
		return f.SuccessCore
	case PartnerSuccessExpanded:
		return f.SuccessExpanded
	case LearningActionPack:
		return f.Learning
	}
	return Pack{}
}

// A Verification is the state of an account's verification (ELG-06).
type Verification uint8

// The states of verification. Partner Center has called Authorized by the name
// of Accepted too, and that text is read as Authorized.
const (
	VerificationUnknown Verification = iota
	Pending
	Authorized
	Rejected

	lastVerification = Rejected
)

// isAuthorized says whether the account is verified and approved (ELG-01).
func (v Verification) isAuthorized() Tri {
	if v == VerificationUnknown {
		return Unknown
	}
	return TriOf(v == Authorized)
}

// String returns the code of v: "authorized", say.
func (v Verification) String() string {
	switch v {
	case VerificationUnknown:
		return "unknown"
	case Pending:
		return "pending"
	case Authorized:
		return "authorized"
	case Rejected:
		return "rejected"
	}
	return enum.Outside("verification", v)
}

// AppendText implements [encoding.TextAppender].
func (v Verification) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "verification", v, VerificationUnknown, lastVerification)
}

// MarshalText implements [encoding.TextMarshaler].
func (v Verification) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]. Besides the codes it
// reads the names that Partner Center shows, Pending, Authorized, Accepted and
// Rejected.
func (v *Verification) UnmarshalText(text []byte) error {
	switch string(text) {
	case "Pending":
		*v = Pending
	case "Authorized", "Accepted", "accepted":
		*v = Authorized
	case "Rejected":
		*v = Rejected
	default:
		return enum.Unmarshal(v, "verification", VerificationUnknown, lastVerification, text)
	}
	return nil
}

// A Holding is the designation-or-legacy membership that a company has, of
// which it can have one at a time (ELG-09).
type Holding uint8

// The memberships that a company can have.
const (
	HoldingUnknown   Holding = iota
	HoldsNothing             // no such membership is active
	HoldsDesignation         // a Solutions Partner designation, for one area or more
	HoldsGold                // legacy Gold benefits
	HoldsSilver              // legacy Silver benefits

	lastHolding = HoldsSilver
)

// is says whether the holding is a given one.
func (h Holding) is(other Holding) Tri {
	if h == HoldingUnknown {
		return Unknown
	}
	return TriOf(h == other)
}

// String returns the code of h: "designation", say.
func (h Holding) String() string {
	switch h {
	case HoldingUnknown:
		return "unknown"
	case HoldsNothing:
		return "none"
	case HoldsDesignation:
		return "designation"
	case HoldsGold:
		return "gold"
	case HoldsSilver:
		return "silver"
	}
	return enum.Outside("holding", h)
}

// AppendText implements [encoding.TextAppender].
func (h Holding) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "holding", h, HoldingUnknown, lastHolding)
}

// MarshalText implements [encoding.TextMarshaler].
func (h Holding) MarshalText() ([]byte, error) { return h.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (h *Holding) UnmarshalText(text []byte) error {
	return enum.Unmarshal(h, "holding", HoldingUnknown, lastHolding, text)
}

// A Billing is the state of the billing profile on the tenant (ELG-05).
type Billing uint8

// The states of a billing profile. Only BillingLinked meets the requirement:
// the help page says that a profile is not up to date where it means that it is
// not linked.
const (
	BillingUnknown Billing = iota
	BillingLinked
	BillingNotLinked
	BillingOutdated

	lastBilling = BillingOutdated
)

// isLinked says whether the profile is linked and up to date.
func (s Billing) isLinked() Tri {
	if s == BillingUnknown {
		return Unknown
	}
	return TriOf(s == BillingLinked)
}

// String returns the code of s: "linked", say.
func (s Billing) String() string {
	switch s {
	case BillingUnknown:
		return "unknown"
	case BillingLinked:
		return "linked"
	case BillingNotLinked:
		return "not-linked"
	case BillingOutdated:
		return "outdated"
	}
	return enum.Outside("billing", s)
}

// AppendText implements [encoding.TextAppender].
func (s Billing) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "billing", s, BillingUnknown, lastBilling)
}

// MarshalText implements [encoding.TextMarshaler].
func (s Billing) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *Billing) UnmarshalText(text []byte) error {
	return enum.Unmarshal(s, "billing", BillingUnknown, lastBilling, text)
}

// A Role is that of a user in Partner Center (ELG-18).
type Role uint8

// The roles. Buying and renewing is for the first two known ones.
const (
	RoleUnknown  Role = iota
	PartnerAdmin      // Microsoft AI Cloud Partner Program partner admin
	AccountAdmin      // account admin
	OtherRole         // any other role

	lastRole = OtherRole
)

// MayBuy says whether a user in that role may buy and renew offers (ELG-18).
func (r Role) MayBuy() Tri {
	switch r {
	case PartnerAdmin, AccountAdmin:
		return Yes
	case OtherRole:
		return No
	}
	return Unknown
}

// String returns the code of r: "account-admin", say.
func (r Role) String() string {
	switch r {
	case RoleUnknown:
		return "unknown"
	case PartnerAdmin:
		return "partner-admin"
	case AccountAdmin:
		return "account-admin"
	case OtherRole:
		return "other"
	}
	return enum.Outside("role", r)
}

// AppendText implements [encoding.TextAppender].
func (r Role) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "role", r, RoleUnknown, lastRole)
}

// MarshalText implements [encoding.TextMarshaler].
func (r Role) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (r *Role) UnmarshalText(text []byte) error {
	return enum.Unmarshal(r, "role", RoleUnknown, lastRole, text)
}
