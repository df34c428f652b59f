package eligibility

import "github.com/partnerrules/partnerrules/calendar"

// An Offer is a membership offer with its own Buy or Renew button (ELG-19). The
// zero Offer is invalid.
type Offer uint8

// The thirteen offers, in the order of the decisions of [EvaluateAll].
const (
	SolutionsPartnerDataAI               Offer = iota + 1 // "solutions-partner-data-ai"
	SolutionsPartnerDigitalAppInnovation                  // "solutions-partner-digital-app-innovation"
	SolutionsPartnerInfrastructure                        // "solutions-partner-infrastructure"
	SolutionsPartnerBusinessApplications                  // "solutions-partner-business-applications"
	SolutionsPartnerModernWork                            // "solutions-partner-modern-work"
	SolutionsPartnerSecurity                              // "solutions-partner-security"
	LegacyGold                                            // "legacy-gold"
	LegacySilver                                          // "legacy-silver"
	MicrosoftActionPack                                   // "microsoft-action-pack"
	PartnerLaunchBenefits                                 // "partner-launch-benefits"
	PartnerSuccessCore                                    // "partner-success-core-benefits"
	PartnerSuccessExpanded                                // "partner-success-expanded-benefits"
	LearningActionPack                                    // "learning-action-pack"

	noOffer   Offer = 0
	lastOffer       = LearningActionPack
)

// Retires reports whether o is an Action Pack or a legacy offer. From
// [Policy.RetiredFrom] on, these offers are neither sold nor renewed (ELG-13).
func (o Offer) Retires() bool {
	return o.Family() == FamilyLegacy || o == MicrosoftActionPack || o == LearningActionPack
}

// ListedFrom returns the day of the first public listing of o, before which nothing is
// known about it (EDN-05). It is the zero Date for offers that are as old as the rules
// of this package.
func (o Offer) ListedFrom() calendar.Date {
	if PartnerLaunchBenefits <= o && o <= PartnerSuccessExpanded {
		return firstListed
	}
	return calendar.Date{}
}

// SolutionsPartner returns the Solutions Partner offer of an area. It returns the
// zero Offer if a is invalid.
func SolutionsPartner(a Area) Offer {
	if a == noArea || a > lastArea {
		return noOffer
	}
	return SolutionsPartnerDataAI + Offer(a-DataAI)
}

// A Family is a group of offers with the same checklist. The zero Family is
// invalid.
type Family uint8

// The families of offers.
const (
	FamilySolutionsPartner Family = iota + 1 // the designation of an area: "solutions-partner"
	FamilyLegacy                             // legacy Gold or Silver benefits: "legacy"
	FamilyPack                               // a pack of benefits with a checklist: "pack"
	FamilyLearning                           // the Learning Action Pack, which has no checklist: "learning"
)

// Family returns the family of o, or the zero Family if o is invalid.
func (o Offer) Family() Family {
	switch {
	case o == noOffer || o > lastOffer:
		return 0
	case o <= SolutionsPartnerSecurity:
		return FamilySolutionsPartner
	case o <= LegacySilver:
		return FamilyLegacy
	case o <= PartnerSuccessExpanded:
		return FamilyPack
	}
	return FamilyLearning
}

// Area returns the solution area of a Solutions Partner offer, or the zero Area
// for other offers.
func (o Offer) Area() Area {
	if o.Family() != FamilySolutionsPartner {
		return noArea
	}
	return DataAI + Area(o-SolutionsPartnerDataAI)
}

// Title returns the name of the offer for display, such as "Legacy Gold".
func (o Offer) Title() string {
	switch o {
	case LegacyGold:
		return "Legacy Gold"
	case LegacySilver:
		return "Legacy Silver"
	case MicrosoftActionPack:
		return "Microsoft Action Pack"
	case PartnerLaunchBenefits:
		return "Partner Launch Benefits"
	case PartnerSuccessCore:
		return "Partner Success Core Benefits"
	case PartnerSuccessExpanded:
		return "Partner Success Expanded Benefits"
	case LearningActionPack:
		return "Learning Action Pack"
	}
	if area := o.Area(); area != noArea {
		return "Solutions Partner for " + area.Title()
	}
	return o.String()
}
