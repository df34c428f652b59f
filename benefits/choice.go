package benefits

import "github.com/partnerrules/partnerrules/internal/enum"

// A Choice is which benefits a merged company can take at its first renewal
// (BEN-41). The zero value is ChoiceUnknown.
type Choice uint8

// The choices.
const (
	ChoiceUnknown        Choice = iota
	NoChoice                    // neither side has a designation or legacy benefits
	SolutionsPartnerOnly        // a side has Solutions Partner benefits
	EitherBenefits              // a side has a designation, with legacy benefits: one or the other
	LegacyOnly                  // a side has legacy benefits, and none a designation

	lastChoice = LegacyOnly
)

// String returns the code of c: "legacy-only", say.
func (c Choice) String() string {
	switch c {
	case ChoiceUnknown:
		return "unknown"
	case NoChoice:
		return "none"
	case SolutionsPartnerOnly:
		return "solutions-partner-only"
	case EitherBenefits:
		return "either"
	case LegacyOnly:
		return "legacy-only"
	}
	return enum.Outside("choice", c)
}

// AppendText implements [encoding.TextAppender].
func (c Choice) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "choice", c, ChoiceUnknown, lastChoice)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Choice) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Choice) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "choice", ChoiceUnknown, lastChoice, text)
}
