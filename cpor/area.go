package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// An Area is a solution area in which associations are claimed. The zero value
// is no area.
type Area uint8

// The solution areas.
const (
	BusinessApplications Area = iota + 1 // Dynamics 365
	Microsoft365                         // of 2023 on named Modern Work and Security

	noArea   Area = 0
	lastArea      = Microsoft365
)

// String returns the code of a: "microsoft-365", say, and the empty string for
// no area.
func (a Area) String() string {
	switch a {
	case noArea:
		return ""
	case BusinessApplications:
		return "business-applications"
	case Microsoft365:
		return "microsoft-365"
	}
	return enum.Outside("area", a)
}

// AppendText implements [encoding.TextAppender].
func (a Area) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "area", a, noArea, lastArea)
}

// MarshalText implements [encoding.TextMarshaler].
func (a Area) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (a *Area) UnmarshalText(text []byte) error {
	return enum.Unmarshal(a, "area", noArea, lastArea, text)
}
