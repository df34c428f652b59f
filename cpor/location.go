package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Location holds what is known of the partner ID of a draft. All facts are
// optional: nothing follows from an unknown one (CPR-16).
type Location struct {
	Confirmed   Tri          `json:"confirmed,omitzero"`   // the partner is sure that this location is the right one
	Enrolled    Tri          `json:"enrolled,omitzero"`    // the location is enrolled in the incentive program
	Kind        LocationKind `json:"kind,omitzero"`        // the kind of account that the ID names
	PartnerType Tri          `json:"partnerType,omitzero"` // the location is tied to a partner type
}

// A LocationKind is the kind of account that a partner ID names. The zero
// LocationKind is unknown.
type LocationKind uint8

// The kinds.
const (
	LocationKindUnknown LocationKind = iota // "unknown"
	PartnerLocation                         // a location (PLA), which can claim: "location"
	GlobalAccount                           // the account above locations (PGA): "global-account"
	LegacyVOrg                              // an ID from before the move to Partner Center: "legacy-v-org"

	lastLocationKind = LegacyVOrg
)

// isNoLocation reports whether the ID is known to name something other than a
// location.
func (l *Location) isNoLocation() bool { return l.Kind == GlobalAccount || l.Kind == LegacyVOrg }

// warnings returns an iterator over the warnings about a location (CPR-16).
func (l *Location) warnings() iter.Seq[Reason] {
	return func(yield func(Reason) bool) {
		_ = (l.Confirmed != No || yield(LocationNotKnown)) &&
			(l.Enrolled != No || yield(LocationNotEnrolled)) &&
			(!l.isNoLocation() || yield(NotALocation)) &&
			(l.PartnerType != Yes || yield(LocationHasPartnerType))
	}
}

// check returns the error of the first invalid field, or nil.
func (l *Location) check() error {
	if l.Kind > lastLocationKind {
		return check.Invalid("kind", l.Kind)
	}
	return check.Tris(
		check.Tri{Name: "confirmed", Value: l.Confirmed},
		check.Tri{Name: "enrolled", Value: l.Enrolled},
		check.Tri{Name: "partnerType", Value: l.PartnerType},
	)
}

// A LocationEntry is a location of a company, with what is known of it.
type LocationEntry struct {
	Partner  PartnerID `json:"partner"`
	Location Location  `json:"location,omitzero"`
}

// A LocationOption is a location that a partner could claim with (CPR-53).
type LocationOption struct {
	Partner PartnerID `json:"partner"`

	// MayChoose is false if the ID is known to be a global account ID or a legacy
	// V-org ID.
	MayChoose bool     `json:"mayChoose"`
	Warnings  []Reason `json:"warnings,omitzero"` // see CPR-16
}

// LocationOptions are the locations that a partner could claim with, in the order in
// which they were given.
type LocationOptions []LocationOption

// CompareLocations returns which locations of a list may be chosen for a claim, each
// with its warnings (CPR-53). It recommends none.
//
// CompareLocations returns a [*partnerrules.InputError] if an ID is missing or
// repeated, or if a value is invalid.
func CompareLocations(locations []LocationEntry) (LocationOptions, error) {
	options := make(LocationOptions, 0, len(locations))
	first := map[PartnerID]int{}
	for i, entry := range locations {
		path := check.Item("locations", i) + "."
		if entry.Partner.IsZero() {
			return nil, check.Input(path+"partner", "missing")
		}
		if other, isRepeated := first[entry.Partner]; isRepeated {
			return nil, check.Input(path+"partner", "repeats "+check.Item("locations", other)+".partner")
		}
		if err := entry.Location.check(); err != nil {
			return nil, check.Within(path+"location.", err)
		}
		first[entry.Partner] = i
		option := LocationOption{Partner: entry.Partner, MayChoose: !entry.Location.isNoLocation()}
		for r := range entry.Location.warnings() {
			option.Warnings = append(option.Warnings, r)
		}
		options = append(options, option)
	}
	return options, nil
}

// Notes returns an iterator over the note on what a wrong partner ID costs (CPR-51).
func (o LocationOptions) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(true, wrongPartnerCosts)
}
