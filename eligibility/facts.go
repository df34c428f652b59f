package eligibility

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
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

// Validate returns a *[partnerrules.InputError] for the first field that holds an
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

// rank numbers No, Unknown and Yes from 0, and invalid values from 3.
func rank(t Tri) uint8 { return uint8(t) + 1 }

// invalidTri returns the error of the first invalid Tri.
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
	VerificationUnknown Verification = iota // "unknown"
	Pending                                 // "pending"
	Authorized                              // "authorized"
	Rejected                                // "rejected"

	lastVerification = Rejected
)

// isAuthorized says whether the account is verified and approved (ELG-01).
func (v Verification) isAuthorized() Tri {
	if v == VerificationUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(v == Authorized)
}

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
		return v.unmarshalCode(text)
	}
	return nil
}

// A Holding is the designation-or-legacy membership that a company has, of
// which it can have one at a time (ELG-09).
type Holding uint8

// The memberships that a company can have.
const (
	HoldingUnknown   Holding = iota // "unknown"
	HoldsNothing                    // no such membership is active: "none"
	HoldsDesignation                // a Solutions Partner designation, for one area or more: "designation"
	HoldsGold                       // legacy Gold benefits: "gold"
	HoldsSilver                     // legacy Silver benefits: "silver"

	lastHolding = HoldsSilver
)

// is says whether the holding is a given one.
func (h Holding) is(other Holding) Tri {
	if h == HoldingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(h == other)
}

// A Billing is the state of the billing profile on the tenant (ELG-05).
type Billing uint8

// The states of a billing profile. Only BillingLinked meets the requirement:
// the help page says that a profile is not up to date where it means that it is
// not linked.
const (
	BillingUnknown   Billing = iota // "unknown"
	BillingLinked                   // "linked"
	BillingNotLinked                // "not-linked"
	BillingOutdated                 // "outdated"

	lastBilling = BillingOutdated
)

// isLinked says whether the profile is linked and up to date.
func (s Billing) isLinked() Tri {
	if s == BillingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s == BillingLinked)
}

// A Role is that of a user in Partner Center (ELG-18).
type Role uint8

// The roles. Buying and renewing is for the first two known ones.
const (
	RoleUnknown  Role = iota // "unknown"
	PartnerAdmin             // Microsoft AI Cloud Partner Program partner admin: "partner-admin"
	AccountAdmin             // account admin: "account-admin"
	OtherRole                // any other role: "other"

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

// A LegacyStatus is the Gold and Silver competency status that a company held
// on 2022-09-30, the day on which those memberships ended (ELG-04, ELG-11). A
// company may have held both, in different competencies.
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

// HeldLegacyStatus says whether a Gold or Silver membership counts as held on
// 2022-09-30, from the days on which it was active: from the purchase to the
// anniversary date that the renewals dated on or before 2022-09-30 reached.
// The renewal window after it does not count (ELG-11). No period: Unknown.
func HeldLegacyStatus(active calendar.Period) Tri {
	if active.IsZero() {
		return Unknown
	}
	return partnerrules.TriFromBool(active.Contains(legacyEnd()))
}

// LegacyStatusFrom returns the status of a company that held Gold, Silver, both
// or neither. It is unknown if either is.
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

// legacyEnd is the day on which Gold and Silver memberships ended.
func legacyEnd() calendar.Date { return calendar.MustParseDate("2022-09-30") }

// gold says whether Gold was held.
func (s LegacyStatus) gold() Tri {
	if s == StatusUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s == StatusGold || s == StatusGoldAndSilver)
}

// silver says whether Silver was held.
func (s LegacyStatus) silver() Tri {
	if s == StatusUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s == StatusSilver || s == StatusGoldAndSilver)
}

// A Membership is a purchase of an offer and the renewals since. It needs a Start
// or an Anniversary. Package benefits makes a timeline of it.
type Membership struct {
	// Offer is the offer bought. Only questions about licenses use it.
	Offer Offer `json:"offer,omitzero"`

	// Start is the day of the purchase, on which paid year 1 begins.
	Start calendar.Date `json:"start,omitzero"`

	// Anniversary is the anniversary date that ends paid year 1. Set it if the
	// start is unknown: a membership may have been renewed before, and paid year
	// 1 is the year that ends on this date. If Start is set as well, Anniversary
	// must be one calendar year later (CAL-04).
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Renewals are the days of payment after paid year 1, oldest first, each in
	// its renewal window. An unknown day is the zero Date. A payment after the
	// window starts another membership. There are at most 9998.
	Renewals []calendar.Date `json:"renewals,omitempty"`
}

// mostRenewals is how often a membership bought on the first day of the calendar
// can be renewed.
const mostRenewals = 9998

// Anniversaries returns the anniversary date that ends each paid year, the
// current one last, which is the date that [Facts], [Pack] and [CheckPackageChange]
// take. It takes time linear in the number of renewals. It returns an
// [*partnerrules.InputError] if:
//   - m has neither a start nor an anniversary date;
//   - a renewal is not in its window, or there are more than 9998;
//   - the anniversary date does not follow from the start;
//   - the offer or the policy is invalid.
func (m Membership) Anniversaries(p calendar.Policy) ([]calendar.Date, error) {
	switch {
	case m.Offer > lastOffer:
		return nil, check.Invalid("offer", m.Offer)
	case m.Start.IsZero() && m.Anniversary.IsZero():
		return nil, check.Input("start", "no date: give the start or the anniversary date")
	case len(m.Renewals) > mostRenewals:
		return nil, check.Input("renewals", "more than there are years")
	}
	return p.Anniversaries(m.Start, m.Anniversary, m.Renewals...)
}
