package eligibility

import (
	"bytes"
	"errors"
	"iter"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Area is a solution area in which a company can hold a Solutions Partner
// designation. The zero Area is invalid.
type Area uint8

// The six solution areas.
const (
	DataAI               Area = iota + 1 // "data-ai"
	DigitalAppInnovation                 // "digital-app-innovation"
	Infrastructure                       // "infrastructure"
	BusinessApplications                 // "business-applications"
	ModernWork                           // "modern-work"
	Security                             // "security"

	noArea   Area = 0
	lastArea      = Security
)

// Title returns the name of the area for display, such as "Modern Work".
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

// An AreaSet is a set of areas. The zero AreaSet is unknown, which is not the
// same as empty. Sets are comparable with ==.
//
// In JSON a set is a list of codes, such as ["data-ai","security"], and the unknown
// set is "unknown". The text of a set has the codes separated by commas, such as
// "data-ai,security". The text of the empty set is "none".
type AreaSet uint8

// Bit a stands for area a. Bit 0 marks a known set, and bit 7 marks a set that was
// made from an invalid Area.
const (
	knownSet  AreaSet = 1 << noArea
	allInSet  AreaSet = 1<<(lastArea+1) - 1
	badSet    AreaSet = 1 << 7
	emptyText         = "none"
)

// AreasOf returns the set of the given areas. With no arguments the set is empty,
// not unknown. [Facts.Validate] rejects a set made from an invalid Area.
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

// Has reports whether a is in the set. It is Unknown if the set is.
func (s AreaSet) Has(a Area) Tri {
	if !s.IsKnown() {
		return Unknown
	}
	return partnerrules.TriFromBool(a != noArea && s>>a&1 == 1)
}

// All returns the areas of the set in the order of their constants. If the set is
// unknown, it returns no areas.
func (s AreaSet) All() iter.Seq[Area] {
	if !s.IsKnown() {
		s = knownSet
	}
	return s.elements().All()
}

// elements returns the areas of a known set.
func (s AreaSet) elements() partnerrules.Set[Area] {
	return partnerrules.Set[Area](s & allInSet &^ knownSet)
}

// String returns the text of the set.
func (s AreaSet) String() string {
	switch {
	case s == 0:
		return Unknown.String()
	case s == knownSet:
		return emptyText
	case !s.isValid():
		return "areas(" + strconv.Itoa(int(s)) + ")"
	}
	return s.elements().String()
}

// MarshalText implements [encoding.TextMarshaler]. It returns an
// [*partnerrules.InputError] if the set was made from an invalid Area.
func (s AreaSet) MarshalText() ([]byte, error) {
	if !s.isValid() {
		return nil, check.Invalid("areas", s)
	}
	return []byte(s.String()), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts areas in any
// order. It returns a [*partnerrules.InputError] if an area is invalid or repeated,
// or if text is empty. An error leaves s unchanged.
func (s *AreaSet) UnmarshalText(text []byte) error {
	var areas partnerrules.Set[Area]
	switch string(text) {
	case Unknown.String():
		*s = 0
		return nil
	case emptyText:
	case "":
		return &partnerrules.InputError{Type: "areas", Reason: "want " + Unknown.String() + ", " + emptyText + " or areas"}
	default:
		if err := areas.UnmarshalText(text); err != nil {
			return typed(err)
		}
	}
	*s = knownSet | AreaSet(areas)
	return nil
}

// MarshalJSON implements [json.Marshaler]. It writes a list of codes, or "unknown". It
// returns an [*partnerrules.InputError] if the set was made from an invalid Area.
func (s AreaSet) MarshalJSON() ([]byte, error) {
	switch {
	case !s.isValid():
		return nil, check.Invalid("areas", s)
	case !s.IsKnown():
		return strconv.AppendQuote(nil, s.String()), nil
	}
	return s.elements().MarshalJSON()
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads a list of areas in any order,
// or a string with the text of a set. It returns a [*partnerrules.InputError], and
// leaves s unchanged, if an area is invalid or repeated. The path of the error is the
// index of the area, such as "[1]".
func (s *AreaSet) UnmarshalJSON(text []byte) error {
	switch {
	case string(text) == "null":
		return nil // as in package json
	case bytes.HasPrefix(text, []byte(`"`)):
		areas, err := partnerrules.Decode[string](text)
		if err != nil {
			return err
		}
		return s.UnmarshalText([]byte(areas))
	}
	var areas partnerrules.Set[Area]
	if err := areas.UnmarshalJSON(text); err != nil {
		return typed(err)
	}
	*s = knownSet | AreaSet(areas)
	return nil
}

// typed returns an error about a set of areas.
func typed(err error) error {
	var bad *partnerrules.InputError
	if errors.As(err, &bad) {
		bad.Type = "areas"
	}
	return err
}

// isValid reports whether s is unknown or a set of areas.
func (s AreaSet) isValid() bool { return s == 0 || s.IsKnown() && s <= allInSet }

// Areas holds a [Tri] for each solution area. In the zero Areas all are Unknown.
type Areas struct {
	DataAI               Tri `json:"dataAI,omitzero"`
	DigitalAppInnovation Tri `json:"digitalAppInnovation,omitzero"`
	Infrastructure       Tri `json:"infrastructure,omitzero"`
	BusinessApplications Tri `json:"businessApplications,omitzero"`
	ModernWork           Tri `json:"modernWork,omitzero"`
	Security             Tri `json:"security,omitzero"`
}

// Get returns the Tri of an area. It is Unknown if area is invalid.
func (a Areas) Get(area Area) Tri {
	if t := a.at(area); t != nil {
		return *t
	}
	return Unknown
}

// With returns a copy of a in which the Tri of area is t. If area is invalid, it
// returns a unchanged.
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

// word returns the areas, a byte each. The compiler reads four bytes and two bytes at
// once.
func (a *Areas) word() uint64 {
	four := uint32(uint8(a.DataAI)) | uint32(uint8(a.DigitalAppInnovation))<<8 |
		uint32(uint8(a.Infrastructure))<<16 | uint32(uint8(a.BusinessApplications))<<24
	two := uint16(uint8(a.ModernWork)) | uint16(uint8(a.Security))<<8
	return uint64(four) | uint64(two)<<32
}

const (
	eachNo  = 0xff_ff_ff_ff_ff_ff // in Areas.word
	eachYes = 0x01_01_01_01_01_01
)

// isValid reports whether each area is No, Unknown or Yes.
func (a *Areas) isValid() bool {
	w := a.word()
	no := w >> 7 & eachYes
	return w == no*0xff|w&eachYes
}

// any returns Yes if the Tri of an area is Yes, No if all are No, and otherwise
// Unknown. The areas must be valid.
func (a *Areas) any() Tri {
	w := a.word()
	switch {
	case w == eachNo:
		return No
	case w&^(w>>7)&eachYes != 0:
		return Yes
	}
	return Unknown
}
