package eligibility

import (
	"iter"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// An Area is a solution area in which a company can hold a Solutions Partner
// designation. The zero value is no area.
type Area uint8

// The six solution areas.
const (
	DataAI Area = iota + 1
	DigitalAppInnovation
	Infrastructure
	BusinessApplications
	ModernWork
	Security

	noArea   Area = 0
	lastArea      = Security
)

// Title returns the name of the area as people write it.
func (a Area) Title() string {
	switch a {
	case DataAI:
		return "Data & AI"
	case DigitalAppInnovation:
		return "Digital & App Innovation"
	case Infrastructure:
		return "Infrastructure"
	case BusinessApplications:
		return "Business Applications"
	case ModernWork:
		return "Modern Work"
	case Security:
		return "Security"
	}
	return a.String()
}

// String returns the code of a: "data-ai", say, and the empty string for no
// area.
func (a Area) String() string {
	switch a {
	case noArea:
		return ""
	case DataAI:
		return "data-ai"
	case DigitalAppInnovation:
		return "digital-app-innovation"
	case Infrastructure:
		return "infrastructure"
	case BusinessApplications:
		return "business-applications"
	case ModernWork:
		return "modern-work"
	case Security:
		return "security"
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

// An AreaSet is a set of areas, or unknown, which is its zero value and not the
// empty set. Sets are comparable with ==.
//
// Its text is a list of codes with commas between, as in "data-ai,security";
// "none" is the empty set, "unknown" the unknown one.
type AreaSet uint8

// Bit a stands for area a. Bit 0, which is no area, marks a set as known, and
// bit 7 one in which something is no area.
const (
	knownSet  AreaSet = 1 << noArea
	allInSet  AreaSet = 1<<(lastArea+1) - 1
	badSet    AreaSet = 1 << 7
	emptyText         = "none"
)

// AreasOf returns the set of the given areas, a known one even if there are
// none. A value that is no area makes a set that [Facts.Validate] refuses.
func AreasOf(areas ...Area) AreaSet {
	set := knownSet
	for _, a := range areas {
		if a == noArea || a > lastArea {
			set |= badSet
		} else {
			set |= 1 << a
		}
	}
	return set
}

// IsKnown reports whether the set is known.
func (s AreaSet) IsKnown() bool { return s&knownSet != 0 }

// Has says whether a is in the set: Unknown if the set is.
func (s AreaSet) Has(a Area) Tri {
	if !s.IsKnown() {
		return Unknown
	}
	return TriOf(a != noArea && s>>a&1 == 1)
}

// All returns the areas of the set in their order; none if it is unknown.
func (s AreaSet) All() iter.Seq[Area] {
	if !s.IsKnown() {
		s = knownSet
	}
	return enum.All[Area](uint32(s & allInSet &^ knownSet))
}

// String returns the set as text.
func (s AreaSet) String() string {
	text, err := s.AppendText(nil)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// AppendText implements [encoding.TextAppender].
func (s AreaSet) AppendText(b []byte) ([]byte, error) {
	switch {
	case s == 0:
		return append(b, Unknown.String()...), nil
	case s == knownSet:
		return append(b, emptyText...), nil
	case !s.isValid():
		return b, &calendar.InputError{Name: "areas", Reason: enum.Outside("areas", noArea|Area(s))}
	}
	return append(b, enum.SetString[Area](uint32(s&^knownSet))...), nil
}

// MarshalText implements [encoding.TextMarshaler].
func (s AreaSet) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *AreaSet) UnmarshalText(text []byte) error {
	switch string(text) {
	case Unknown.String():
		*s = 0
		return nil
	case emptyText:
		*s = knownSet
		return nil
	}
	set, err := enum.ParseSet("areas", DataAI, lastArea, text)
	if err != nil {
		return err
	}
	*s = knownSet | AreaSet(set)
	return nil
}

// isValid reports whether s is unknown or a set of areas.
func (s AreaSet) isValid() bool { return s == 0 || s.IsKnown() && s <= allInSet }

// Areas holds an answer for each solution area.
type Areas struct {
	DataAI               Tri `json:"dataAI,omitzero"`
	DigitalAppInnovation Tri `json:"digitalAppInnovation,omitzero"`
	Infrastructure       Tri `json:"infrastructure,omitzero"`
	BusinessApplications Tri `json:"businessApplications,omitzero"`
	ModernWork           Tri `json:"modernWork,omitzero"`
	Security             Tri `json:"security,omitzero"`
}

// Of returns the answer for an area, and Unknown for no area.
func (a Areas) Of(area Area) Tri {
	if t := a.at(area); t != nil {
		return *t
	}
	return Unknown
}

// With returns a copy in which the answer for area is t. For no area it is a.
func (a Areas) With(area Area, t Tri) Areas {
	if at := a.at(area); at != nil {
		*at = t
	}
	return a
}

func (a *Areas) at(area Area) *Tri {
	switch area {
	case DataAI:
		return &a.DataAI
	case DigitalAppInnovation:
		return &a.DigitalAppInnovation
	case Infrastructure:
		return &a.Infrastructure
	case BusinessApplications:
		return &a.BusinessApplications
	case ModernWork:
		return &a.ModernWork
	case Security:
		return &a.Security
	}
	return nil
}

// any says whether any area has the answer Yes.
func (a *Areas) any() Tri {
	return max(a.DataAI, a.DigitalAppInnovation, a.Infrastructure, a.BusinessApplications, a.ModernWork, a.Security)
}
