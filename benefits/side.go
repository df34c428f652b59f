package benefits

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Side is what one of two accounts that merge holds. The zero value of each
// field says that it is not known.
type Side struct {
	// Membership is the designation-or-legacy membership, and Anniversary its
	// anniversary date.
	Membership  eligibility.Holding `json:"membership,omitzero"`
	Anniversary calendar.Date       `json:"anniversary,omitzero"`

	// LegacyBenefits says of a designation whether the company chose legacy
	// benefits with it, and not those of Solutions Partners.
	LegacyBenefits eligibility.Tri `json:"legacyBenefits,omitzero"`

	// ActionPack and the others are what is known of each pack.
	ActionPack      eligibility.Pack `json:"actionPack,omitzero"`
	Launch          eligibility.Pack `json:"launch,omitzero"`
	SuccessCore     eligibility.Pack `json:"successCore,omitzero"`
	SuccessExpanded eligibility.Pack `json:"successExpanded,omitzero"`
}

// check refuses values that are no constants.
func (s *Side) check() error {
	switch {
	case s.Membership > eligibility.HoldsSilver:
		return invalid("membership", s.Membership)
	case !isTri(s.LegacyBenefits):
		return invalid("legacyBenefits", s.LegacyBenefits)
	case !isTri(s.ActionPack.Active):
		return invalid("actionPack.active", s.ActionPack.Active)
	case !isTri(s.Launch.Active):
		return invalid("launch.active", s.Launch.Active)
	case !isTri(s.SuccessCore.Active):
		return invalid("successCore.active", s.SuccessCore.Active)
	case !isTri(s.SuccessExpanded.Active):
		return invalid("successExpanded.active", s.SuccessExpanded.Active)
	}
	return nil
}

// holdsDesignation and holdsLegacy say what the membership is, and
// holdsSolutionsPartner whether it gives Solutions Partner benefits.

func (s *Side) holdsDesignation() eligibility.Tri {
	if s.Membership == eligibility.HoldingUnknown {
		return eligibility.Unknown
	}
	return eligibility.TriOf(s.Membership == eligibility.HoldsDesignation)
}

func (s *Side) holdsLegacy() eligibility.Tri {
	if s.Membership == eligibility.HoldingUnknown {
		return eligibility.Unknown
	}
	return eligibility.TriOf(s.Membership == eligibility.HoldsGold || s.Membership == eligibility.HoldsSilver)
}

func (s *Side) holdsSolutionsPartner() eligibility.Tri {
	return s.holdsDesignation().And(s.LegacyBenefits.Not())
}

// held tells of the membership what is told of a pack: whether there is one, and
// its anniversary date.
func (s *Side) held() eligibility.Pack {
	p := eligibility.Pack{Anniversary: s.Anniversary}
	if s.Membership != eligibility.HoldingUnknown {
		p.Active = eligibility.TriOf(s.Membership != eligibility.HoldsNothing)
	}
	return p
}
