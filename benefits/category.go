package benefits

import "github.com/partnerrules/partnerrules/internal/enum"

// A Category is a kind of benefit. It decides when the benefit expires. The
// zero value is no category.
type Category uint8

// The categories, in the order in which events of one day come (BEN-11).
const (
	AzureCredits       Category = iota + 1 // 12 months from unlocking (BEN-04)
	CloudServices                          // 12 months from redeeming the key (BEN-05)
	DeveloperTools                         // 12 months from unlocking (BEN-06)
	SupportAndAdvisory                     // 12 months from unlocking (BEN-07)
	Marketing                              // 12 months from unlocking (BEN-08)
	OnPremisesSoftware                     // no term of its own (BEN-31)

	noCategory   Category = 0
	lastCategory          = OnPremisesSoftware
)

// Rule returns the ID of the rule that gives the term of the category, in
// RULES.md: "BEN-04", say.
func (c Category) Rule() string {
	switch c {
	case AzureCredits:
		return "BEN-04"
	case CloudServices:
		return "BEN-05"
	case DeveloperTools:
		return "BEN-06"
	case SupportAndAdvisory:
		return "BEN-07"
	case Marketing:
		return "BEN-08"
	case OnPremisesSoftware:
		return "BEN-31"
	}
	return ""
}

// isUnlocked reports whether the term runs from the day of unlocking.
func (c Category) isUnlocked() bool { return c != CloudServices && c != OnPremisesSoftware }

// String returns the code of c: "azure-credits", say, and the empty string
// for no category.
func (c Category) String() string {
	switch c {
	case noCategory:
		return ""
	case AzureCredits:
		return "azure-credits"
	case CloudServices:
		return "cloud-services"
	case DeveloperTools:
		return "developer-tools"
	case SupportAndAdvisory:
		return "support-and-advisory"
	case Marketing:
		return "marketing"
	case OnPremisesSoftware:
		return "on-premises-software"
	}
	return enum.Outside("category", c)
}

// AppendText implements [encoding.TextAppender].
func (c Category) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "category", c, noCategory, lastCategory)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Category) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Category) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "category", noCategory, lastCategory, text)
}
