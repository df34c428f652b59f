package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Cloud is the cloud in which a customer's tenant lives. The rules hold in
// the public one only (AGR-46). The zero value, a cloud that is not given, is
// taken to be the public one.
type Cloud uint8

// The clouds.
const (
	CloudNotGiven Cloud = iota
	PublicCloud
	Cloud21Vianet     // operated by 21Vianet in China
	CloudUSGovernment // for the government of the United States

	lastCloud = CloudUSGovernment
)

// isSovereign reports whether the rules do not hold in the cloud.
func (c Cloud) isSovereign() bool { return c > PublicCloud }

// String returns the code of c: "public", say.
func (c Cloud) String() string {
	switch c {
	case CloudNotGiven:
		return "not-given"
	case PublicCloud:
		return "public"
	case Cloud21Vianet:
		return "21vianet"
	case CloudUSGovernment:
		return "us-government"
	}
	return enum.Outside("cloud", c)
}

// AppendText implements [encoding.TextAppender].
func (c Cloud) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "cloud", c, CloudNotGiven, CloudUSGovernment)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Cloud) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Cloud) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "cloud", CloudNotGiven, CloudUSGovernment, text)
}

// A PartnerType is how a partner of the Cloud Solution Provider programme
// sells. The zero value is unknown.
type PartnerType uint8

// The types of partners.
const (
	PartnerTypeUnknown PartnerType = iota
	DirectBill
	IndirectProvider
	IndirectReseller // sells through an indirect provider

	lastPartnerType = IndirectReseller
)

// mayAttest says whether such a partner may attest (AGR-01).
func (p PartnerType) mayAttest() Tri {
	if p == PartnerTypeUnknown {
		return Unknown
	}
	return TriOf(p != IndirectReseller)
}

// isReseller says whether the partner sells through a provider.
func (p PartnerType) isReseller() Tri { return p.mayAttest().Not() }

// String returns the code of p: "direct-bill", say.
func (p PartnerType) String() string {
	switch p {
	case PartnerTypeUnknown:
		return "unknown"
	case DirectBill:
		return "direct-bill"
	case IndirectProvider:
		return "indirect-provider"
	case IndirectReseller:
		return "indirect-reseller"
	}
	return enum.Outside("partner type", p)
}

// AppendText implements [encoding.TextAppender].
func (p PartnerType) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "partner type", p, PartnerTypeUnknown, IndirectReseller)
}

// MarshalText implements [encoding.TextMarshaler].
func (p PartnerType) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (p *PartnerType) UnmarshalText(text []byte) error {
	return enum.Unmarshal(p, "partner type", PartnerTypeUnknown, IndirectReseller, text)
}

// A Role is that of the user of Partner Center who attests. The zero value is
// unknown.
type Role uint8

// The roles.
const (
	RoleUnknown Role = iota
	AdminAgent
	SalesAgent
	HelpdeskAgent
	OtherRole

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

// String returns the code of r: "admin-agent", say.
func (r Role) String() string {
	switch r {
	case RoleUnknown:
		return "unknown"
	case AdminAgent:
		return "admin-agent"
	case SalesAgent:
		return "sales-agent"
	case HelpdeskAgent:
		return "helpdesk-agent"
	case OtherRole:
		return "other"
	}
	return enum.Outside("role", r)
}

// AppendText implements [encoding.TextAppender].
func (r Role) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "role", r, RoleUnknown, OtherRole)
}

// MarshalText implements [encoding.TextMarshaler].
func (r Role) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (r *Role) UnmarshalText(text []byte) error {
	return enum.Unmarshal(r, "role", RoleUnknown, OtherRole, text)
}
