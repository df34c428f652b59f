package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Channel is how the customer bought a product. The zero value is not known.
type Channel uint8

// The channels.
const (
	ChannelUnknown  Channel = iota
	VolumeLicensing         // EA, Open, CASA, EES
	WebDirect               // MOSA
	CSP                     // through a Cloud Solution Provider

	lastChannel = CSP
)

// isClaimable says whether a Business Applications product bought so can be
// claimed (CPR-03).
func (c Channel) isClaimable() Tri {
	switch c {
	case VolumeLicensing, WebDirect:
		return Yes
	case CSP:
		return No
	}
	return Unknown
}

// String returns the code of c: "web-direct", say.
func (c Channel) String() string {
	switch c {
	case ChannelUnknown:
		return "unknown"
	case VolumeLicensing:
		return "volume-licensing"
	case WebDirect:
		return "web-direct"
	case CSP:
		return "csp"
	}
	return enum.Outside("channel", c)
}

// AppendText implements [encoding.TextAppender].
func (c Channel) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "channel", c, ChannelUnknown, lastChannel)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Channel) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Channel) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "channel", ChannelUnknown, lastChannel, text)
}
