package eligibility

import (
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

// Facts holds the facts about a company on the day of a decision. A field with its
// zero value is unknown. [FactsFrom] returns the facts that follow from a list of
// memberships.
type Facts struct {
	// Account is the state of the account's verification (ELG-01).
	Account Verification `json:"account,omitzero"`

	// Membership is the company's one active designation or legacy membership,
	// and Anniversary is its current anniversary date. A membership lapses after
	// its renewal window, even if it is given as active (ELG-09).
	Membership  Holding       `json:"membership,omitzero"`
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Held is the set of areas for which that membership holds a designation. It
	// is empty if and only if the membership is not a designation (ELG-15).
	Held AreaSet `json:"held,omitzero"`

	// HeldEarlier is Yes if the company once held a designation that has lapsed
	// (ELG-03). It is ignored if the membership is a designation.
	HeldEarlier Tri `json:"heldEarlier,omitzero"`

	// Qualified holds, for each area, whether the company met the requirements for
	// a Solutions Partner designation on a day of the area's qualification window,
	// through the day of the decision (ELG-25). [Qualify] computes it from scores.
	Qualified Areas `json:"qualified,omitzero"`

	// Status2022 is the Gold or Silver status on 2022-09-30 (ELG-04).
	Status2022 LegacyStatus `json:"status2022,omitzero"`

	// Billing is the state of the tenant's billing profile (ELG-05).
	Billing Billing `json:"billing,omitzero"`

	// ActionPack and the fields below hold the facts about each pack (ELG-08,
	// ELG-09).
	ActionPack      Pack `json:"actionPack,omitzero"`
	Launch          Pack `json:"launch,omitzero"`
	SuccessCore     Pack `json:"successCore,omitzero"`
	SuccessExpanded Pack `json:"successExpanded,omitzero"`
	Learning        Pack `json:"learning,omitzero"`

	// Role is the role of the user who wants to buy or renew (ELG-18).
	Role Role `json:"role,omitzero"`
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads strictly, as
// [partnerrules.Decode] does, because a misspelled member would leave a fact unknown.
func (f *Facts) UnmarshalJSON(text []byte) error {
	type facts Facts // without methods
	return check.UnmarshalJSON(text, (*facts)(f))
}

// A Pack holds the facts about a pack that a company may have. Anniversary is its
// current anniversary date. A pack lapses after its renewal window, even if it is
// given as active (ELG-09). The zero Pack is unknown.
type Pack struct {
	Active      Tri           `json:"active,omitzero"`
	Anniversary calendar.Date `json:"anniversary,omitzero"`
}

// Validate returns an [*partnerrules.InputError] for the first field that:
//   - holds an invalid value;
//   - holds areas although the membership is known not to be a designation, or no
//     areas although it is one.
func (f Facts) Validate() error { return f.validate() }

func (f *Facts) validate() error {
	switch {
	case f.Account > lastVerification:
		return check.Invalid("facts.account", f.Account)
	case f.Membership > lastHolding:
		return check.Invalid("facts.membership", f.Membership)
	case !f.Held.isValid():
		return check.Invalid("facts.held", f.Held)
	case f.Status2022 > lastLegacyStatus:
		return check.Invalid("facts.status2022", f.Status2022)
	case f.Billing > lastBilling:
		return check.Invalid("facts.billing", f.Billing)
	case f.Role > lastRole:
		return check.Invalid("facts.role", f.Role)
	case f.Held != 0 && f.Membership != HoldingUnknown && (f.Membership == HoldsDesignation) == (f.Held == knownSet):
		return check.Input("facts.held", f.Held.String()+" contradicts the membership, "+f.Membership.String())
	case !f.Qualified.isValid() ||
		square(f.HeldEarlier)|square(f.ActionPack.Active)|square(f.Launch.Active)|
			square(f.SuccessCore.Active)|square(f.SuccessExpanded.Active)|square(f.Learning.Active) > 1:
		return f.invalidTri()
	}
	return nil
}

// square returns 0 or 1 for a valid Tri, and otherwise 4 or more.
func square(t Tri) int { return int(t) * int(t) }

// invalidTri returns an error for the first invalid Tri.
func (f *Facts) invalidTri() error {
	return check.Tris(
		check.Tri{Name: "facts.heldEarlier", Value: f.HeldEarlier},
		check.Tri{Name: "facts.qualified.dataAI", Value: f.Qualified.DataAI},
		check.Tri{Name: "facts.qualified.digitalAppInnovation", Value: f.Qualified.DigitalAppInnovation},
		check.Tri{Name: "facts.qualified.infrastructure", Value: f.Qualified.Infrastructure},
		check.Tri{Name: "facts.qualified.businessApplications", Value: f.Qualified.BusinessApplications},
		check.Tri{Name: "facts.qualified.modernWork", Value: f.Qualified.ModernWork},
		check.Tri{Name: "facts.qualified.security", Value: f.Qualified.Security},
		check.Tri{Name: "facts.actionPack.active", Value: f.ActionPack.Active},
		check.Tri{Name: "facts.launch.active", Value: f.Launch.Active},
		check.Tri{Name: "facts.successCore.active", Value: f.SuccessCore.Active},
		check.Tri{Name: "facts.successExpanded.active", Value: f.SuccessExpanded.Active},
		check.Tri{Name: "facts.learning.active", Value: f.Learning.Active},
	)
}

// pack returns the facts about the pack o, or the zero Pack for other offers.
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

// A Verification is the state of an account's verification (ELG-06). The zero
// Verification is VerificationUnknown.
type Verification uint8

// The states of verification. Partner Center also calls Authorized Accepted, and
// Rejected Declined.
const (
	VerificationUnknown Verification = iota // "unknown"
	Pending                                 // "pending"
	Authorized                              // "authorized"
	Rejected                                // "rejected"
	InProgress                              // "in-progress"
	Challenged                              // Microsoft asks for documents or credentials: "challenged"

	lastVerification = Challenged
)

// isAuthorized returns whether the account is verified and approved (ELG-01).
func (v Verification) isAuthorized() Tri {
	if v == VerificationUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(v == Authorized)
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the codes and the
// names that Partner Center shows, in upper or lower case: Pending, In progress,
// Authorized or Accepted, Rejected or Declined, and Challenged (ELG-06). In progress
// may have a space, a hyphen or nothing between its words.
func (v *Verification) UnmarshalText(text []byte) error {
	switch strings.ToLower(string(text)) {
	case "unknown":
		*v = VerificationUnknown
	case "pending":
		*v = Pending
	case "in progress", "in-progress", "inprogress":
		*v = InProgress
	case "authorized", "accepted":
		*v = Authorized
	case "rejected", "declined":
		*v = Rejected
	case "challenged":
		*v = Challenged
	default:
		return v.unmarshalCode(text)
	}
	return nil
}

// A Holding is the kind of designation or legacy membership that a company has. It
// can have one at a time (ELG-09). The zero Holding is HoldingUnknown.
type Holding uint8

// The kinds of memberships.
const (
	HoldingUnknown   Holding = iota // "unknown"
	HoldsNothing                    // no such membership is active: "none"
	HoldsDesignation                // a Solutions Partner designation for one or more areas: "designation"
	HoldsGold                       // legacy Gold benefits: "gold"
	HoldsSilver                     // legacy Silver benefits: "silver"

	lastHolding = HoldsSilver
)

// holds returns whether the membership is h. If only the held areas are known, they
// tell whether it is a designation (ELG-15).
func (f *Facts) holds(h Holding) Tri {
	switch {
	case f.Membership != HoldingUnknown:
		return partnerrules.TriFromBool(f.Membership == h)
	case f.Held > knownSet: // known and not empty
		return partnerrules.TriFromBool(h == HoldsDesignation)
	case f.Held == knownSet && h == HoldsDesignation:
		return No
	}
	return Unknown
}

// A Billing is the state of the tenant's billing profile (ELG-05). The zero Billing
// is BillingUnknown.
type Billing uint8

// The states of a billing profile. BillingLinked and BillingSetUp meet the
// requirement.
const (
	BillingUnknown   Billing = iota // "unknown"
	BillingLinked                   // linked to the tenant: "linked"
	BillingNotLinked                // neither linked to the tenant nor set up on it: "not-linked"
	BillingOutdated                 // linked or set up, but not up to date: "outdated"
	BillingSetUp                    // set up on the tenant itself: "set-up"

	lastBilling = BillingSetUp
)

// isCurrent returns whether a profile is linked or set up, and up to date.
func (s Billing) isCurrent() Tri {
	if s == BillingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s == BillingLinked || s == BillingSetUp)
}

// A Role is the role of a user in Partner Center (ELG-18). The zero Role is
// RoleUnknown.
type Role uint8

// The roles. Only PartnerAdmin and AccountAdmin can buy and renew.
const (
	RoleUnknown  Role = iota // "unknown"
	PartnerAdmin             // partner admin of the Microsoft AI Cloud Partner Program: "partner-admin"
	AccountAdmin             // account admin: "account-admin"
	OtherRole                // any other role: "other"

	lastRole = OtherRole
)

// MayBuy returns whether a user with role r can buy and renew offers (ELG-18).
func (r Role) MayBuy() Tri {
	switch r {
	case PartnerAdmin, AccountAdmin:
		return Yes
	case OtherRole:
		return No
	}
	return Unknown
}

// A LegacyStatus is the Gold and Silver competency status that a company held
// on 2022-09-30, the day on which those memberships ended (ELG-04, ELG-11). A
// company can have held both, in different competencies. The zero LegacyStatus is
// StatusUnknown.
type LegacyStatus uint8

// The statuses.
const (
	StatusUnknown       LegacyStatus = iota // "unknown"
	StatusNone                              // "none"
	StatusGold                              // "gold"
	StatusSilver                            // "silver"
	StatusGoldAndSilver                     // "gold-and-silver"

	lastLegacyStatus = StatusGoldAndSilver
)

// HeldLegacyStatus returns whether a Gold or Silver membership was held on
// 2022-09-30 (ELG-11). The period active runs from the purchase through the
// anniversary date. For the anniversary date count only renewals on or before
// 2022-09-30. The renewal window after it does not count. The result is Unknown if
// active is zero.
func HeldLegacyStatus(active calendar.Period) Tri {
	if active.IsZero() {
		return Unknown
	}
	return partnerrules.TriFromBool(active.Contains(legacyEnd()))
}

// LegacyStatusFrom returns the status of a company that held Gold, Silver, both or
// neither. It returns StatusUnknown if gold or silver is Unknown.
func LegacyStatusFrom(gold, silver Tri) LegacyStatus {
	switch [2]Tri{gold, silver} {
	case [2]Tri{Yes, Yes}:
		return StatusGoldAndSilver
	case [2]Tri{Yes, No}:
		return StatusGold
	case [2]Tri{No, Yes}:
		return StatusSilver
	case [2]Tri{No, No}:
		return StatusNone
	}
	return StatusUnknown
}

// legacyEnd returns the day on which Gold and Silver memberships ended.
func legacyEnd() calendar.Date { return calendar.MustParseDate("2022-09-30") }

// gold returns whether Gold was held.
func (s LegacyStatus) gold() Tri {
	if s == StatusUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s == StatusGold || s == StatusGoldAndSilver)
}

// silver returns whether Silver was held.
func (s LegacyStatus) silver() Tri {
	if s == StatusUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s == StatusSilver || s == StatusGoldAndSilver)
}
