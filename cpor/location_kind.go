package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A LocationKind says what kind of partner ID a claim was given. The zero value
// is not known.
type LocationKind uint8

// The kinds.
const (
	LocationKindUnknown LocationKind = iota
	PartnerLocation                  // a location (PLA), which is what claims
	GlobalAccount                    // the account above locations (PGA)
	LegacyVOrg                       // an ID of before the move to Partner Center

	lastLocationKind = LegacyVOrg
)

// String returns the code of k: "location", say.
func (k LocationKind) String() string {
	switch k {
	case LocationKindUnknown:
		return "unknown"
	case PartnerLocation:
		return "location"
	case GlobalAccount:
		return "global-account"
	case LegacyVOrg:
		return "legacy-v-org"
	}
	return enum.Outside("location kind", k)
}

// AppendText implements [encoding.TextAppender].
func (k LocationKind) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "location kind", k, LocationKindUnknown, lastLocationKind)
}

// MarshalText implements [encoding.TextMarshaler].
func (k LocationKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (k *LocationKind) UnmarshalText(text []byte) error {
	return enum.Unmarshal(k, "location kind", LocationKindUnknown, lastLocationKind, text)
}
