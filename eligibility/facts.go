package eligibility

import (
	"strconv"

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
// zero value is unknown.
type Facts struct {
	// Account is the state of the account's verification (ELG-01).
	Account Verification `json:"account,omitzero"`

	// Membership is the company's one active designation or legacy membership,
	// and Anniversary is its current anniversary date. A membership lapses after
	// its renewal window, even if it is given as active (ELG-09).
	Membership  Holding       `json:"membership,omitzero"`
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Held is the set of areas for which that membership holds a designation.
	// It is ignored unless the membership is a designation (ELG-03).
	Held AreaSet `json:"held,omitzero"`

	// Qualified holds, for each area, whether the company meets the requirements
	// for a Solutions Partner designation on the day (ELG-03). [Assess] computes
	// it from the metrics of the partner capability score.
	Qualified Areas `json:"qualified,omitzero"`

	// Status2022 is the Gold or Silver status on 2022-09-30 (ELG-04).
	Status2022 LegacyStatus `json:"status2022,omitzero"`

	// Billing is the state of the billing profile on the tenant (ELG-05).
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

// A Pack holds the facts about a pack that a company may have. Anniversary is its
// current anniversary date. A pack lapses after its renewal window, even if it is
// given as active (ELG-09). The zero Pack is unknown.
type Pack struct {
	Active      Tri           `json:"active,omitzero"`
	Anniversary calendar.Date `json:"anniversary,omitzero"`
}

// Validate returns an [*partnerrules.InputError] for the first field that holds an
// invalid value.
func (f Facts) Validate() error { return f.validate() }

func (f *Facts) validate() error {
	q := &f.Qualified
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
	case max(rank(q.DataAI), rank(q.DigitalAppInnovation), rank(q.Infrastructure), rank(q.BusinessApplications),
		rank(q.ModernWork), rank(q.Security), rank(f.ActionPack.Active), rank(f.Launch.Active),
		rank(f.SuccessCore.Active), rank(f.SuccessExpanded.Active), rank(f.Learning.Active)) > rank(Yes):
		return f.invalidTri()
	}
	return nil
}

// rank returns 0 for No, 1 for Unknown, 2 for Yes, and 3 or more for an invalid
// value.
func rank(t Tri) uint8 { return uint8(t) + 1 }

// invalidTri returns an error for the first invalid Tri.
func (f *Facts) invalidTri() error {
	return check.Tris(
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

// The states of verification. Partner Center used to call Authorized Accepted.
const (
	VerificationUnknown Verification = iota // "unknown"
	Pending                                 // "pending"
	Authorized                              // "authorized"
	Rejected                                // "rejected"

	lastVerification = Rejected
)

// isAuthorized returns whether the account is verified and approved (ELG-01).
func (v Verification) isAuthorized() Tri {
	if v == VerificationUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(v == Authorized)
}

// UnmarshalText implements [encoding.TextUnmarshaler]. Besides the codes it accepts
// the names that Partner Center shows: Pending, Authorized, Accepted and Rejected
// (ELG-06). Accepted means Authorized.
func (v *Verification) UnmarshalText(text []byte) error {
	switch string(text) {
	case "Pending":
		*v = Pending
	case "Authorized", "Accepted", "accepted":
		*v = Authorized
	case "Rejected":
		*v = Rejected
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

// is returns whether h is the given holding.
func (h Holding) is(other Holding) Tri {
	if h == HoldingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(h == other)
}

// A Billing is the state of the billing profile on the tenant (ELG-05). The zero
// Billing is BillingUnknown.
type Billing uint8

// The states of a billing profile. Only BillingLinked meets the requirement. The
// help page calls a profile "not up to date" if it is not linked.
const (
	BillingUnknown   Billing = iota // "unknown"
	BillingLinked                   // "linked"
	BillingNotLinked                // "not-linked"
	BillingOutdated                 // "outdated"

	lastBilling = BillingOutdated
)

// isLinked returns whether the profile is linked and up to date.
func (s Billing) isLinked() Tri {
	if s == BillingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s == BillingLinked)
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

// A Membership is a purchase of an offer with its renewals. Start or Anniversary
// must be set. Package benefits makes a timeline of a Membership.
type Membership struct {
	// Offer is the offer bought. Only questions about licenses use it.
	Offer Offer `json:"offer,omitzero"`

	// Start is the day of the purchase, on which paid year 1 begins.
	Start calendar.Date `json:"start,omitzero"`

	// Anniversary is the anniversary date that ends paid year 1, the first known
	// year. It is not the current anniversary date, unlike Facts.Anniversary. Set
	// it if the start is unknown. Paid year 1 is then the year that ends on this
	// date, even if the membership was renewed before. If Start is set as well,
	// Anniversary must be one calendar year later (CAL-04).
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Renewals are the days of payment after paid year 1, oldest first. Each is
	// in its renewal window. An unknown day is the zero Date. A payment after the
	// window starts another membership. There are at most 9998 renewals.
	Renewals []calendar.Date `json:"renewals,omitempty"`
}

// mostRenewals is the number of possible renewals of a membership that was bought
// on the first day of the calendar.
const mostRenewals = 9998

// Anniversaries returns the anniversary date that ends each paid year, the current
// one last. Use the last one in [Facts], [Pack] and [CheckPackageChange]. It takes
// time linear in the number of renewals.
//
// Anniversaries returns an [*partnerrules.InputError] if:
//   - both the start and the anniversary date are zero;
//   - a renewal is outside of its renewal window;
//   - the start and the anniversary date are both set, and the anniversary date is
//     not one calendar year after the start;
//   - there are more than 9998 renewals;
//   - the offer or the policy is invalid.
func (m Membership) Anniversaries(p calendar.Policy) ([]calendar.Date, error) {
	switch {
	case m.Offer > lastOffer:
		return nil, check.Invalid("offer", m.Offer)
	case m.Start.IsZero() && m.Anniversary.IsZero():
		return nil, check.Input("start", "no date: give the start or the anniversary date")
	case len(m.Renewals) > mostRenewals:
		return nil, check.Input("renewals", strconv.Itoa(len(m.Renewals))+" are more than "+strconv.Itoa(mostRenewals))
	}
	return p.Anniversaries(m.Start, m.Anniversary, m.Renewals...)
}
