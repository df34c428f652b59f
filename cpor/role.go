package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Role is that of the user who works on a claim. The zero value is not known.
type Role uint8

// The roles.
const (
	RoleUnknown Role = iota
	BillingAdmin
	GlobalAdmin
	IncentivesAdmin
	OtherRole

	lastRole = OtherRole
)

// MayClaim says whether a user in this role may work on claims, under
// [Baseline]: see [Policy.MayClaim].
func (r Role) MayClaim() Tri { return Baseline().MayClaim(r) }

// MayClaim says whether a user in a role may work on claims: a billing, global
// or incentives admin; only an incentives admin where the policy says so
// (CPR-19). Of what is no role, and under a policy that is not valid, it is
// unknown.
func (p Policy) MayClaim(r Role) Tri {
	if !p.Edition.isKnown() {
		return Unknown
	}
	switch r {
	case BillingAdmin, GlobalAdmin:
		return TriOf(!p.IncentivesAdminOnly)
	case IncentivesAdmin:
		return Yes
	case OtherRole:
		return No
	}
	return Unknown
}

// String returns the code of r: "billing-admin", say.
func (r Role) String() string {
	switch r {
	case RoleUnknown:
		return "unknown"
	case BillingAdmin:
		return "billing-admin"
	case GlobalAdmin:
		return "global-admin"
	case IncentivesAdmin:
		return "incentives-admin"
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
