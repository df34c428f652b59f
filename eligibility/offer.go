package eligibility

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// An Offer is a membership offer, with a Buy or Renew button of its own
// (ELG-19). The zero value is no offer.
type Offer uint8

// The offers, in the order of the answers of [EvaluateAll].
const (
	SolutionsPartnerDataAI Offer = iota + 1
	SolutionsPartnerDigitalAppInnovation
	SolutionsPartnerInfrastructure
	SolutionsPartnerBusinessApplications
	SolutionsPartnerModernWork
	SolutionsPartnerSecurity
	LegacyGold
	LegacySilver
	MicrosoftActionPack
	PartnerLaunchBenefits
	PartnerSuccessCore
	PartnerSuccessExpanded
	LearningActionPack

	noOffer   Offer = 0
	lastOffer       = LearningActionPack
)

// Offers returns the thirteen offers in their order.
func Offers() iter.Seq[Offer] {
	return func(yield func(Offer) bool) {
		for o := noOffer + 1; o <= lastOffer && yield(o); o++ {
		}
	}
}

// SolutionsPartner returns the offer of the designation for an area, or no
// offer if a is no area.
func SolutionsPartner(a Area) Offer {
	if a == noArea || a > lastArea {
		return noOffer
	}
	return SolutionsPartnerDataAI + Offer(a-DataAI)
}

// A Family is the offers that share a checklist. The zero value is no family.
type Family uint8

// The families of offers.
const (
	FamilySolutionsPartner Family = iota + 1 // a designation, for an area
	FamilyLegacy                             // legacy Gold or Silver benefits
	FamilyPack                               // a pack of benefits with a checklist
	FamilyLearning                           // the Learning Action Pack, without one

	noFamily   Family = 0
	lastFamily        = FamilyLearning
)

// Family returns the family of o, or no family for no offer.
func (o Offer) Family() Family {
	switch {
	case o == noOffer || o > lastOffer:
		return noFamily
	case o <= SolutionsPartnerSecurity:
		return FamilySolutionsPartner
	case o <= LegacySilver:
		return FamilyLegacy
	case o <= PartnerSuccessExpanded:
		return FamilyPack
	}
	return FamilyLearning
}

// Area returns the solution area of a Solutions Partner designation, and no
// area for other offers.
func (o Offer) Area() Area {
	if o.Family() != FamilySolutionsPartner {
		return noArea
	}
	return DataAI + Area(o-SolutionsPartnerDataAI)
}

// Title returns the name of the offer as people write it.
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

// String returns the code of o: "solutions-partner-data-ai", say, and the empty
// string for no offer.
func (o Offer) String() string {
	switch o {
	case noOffer:
		return ""
	case SolutionsPartnerDataAI:
		return "solutions-partner-data-ai"
	case SolutionsPartnerDigitalAppInnovation:
		return "solutions-partner-digital-app-innovation"
	case SolutionsPartnerInfrastructure:
		return "solutions-partner-infrastructure"
	case SolutionsPartnerBusinessApplications:
		return "solutions-partner-business-applications"
	case SolutionsPartnerModernWork:
		return "solutions-partner-modern-work"
	case SolutionsPartnerSecurity:
		return "solutions-partner-security"
	case LegacyGold:
		return "legacy-gold"
	case LegacySilver:
		return "legacy-silver"
	case MicrosoftActionPack:
		return "microsoft-action-pack"
	case PartnerLaunchBenefits:
		return "partner-launch-benefits"
	case PartnerSuccessCore:
		return "partner-success-core-benefits"
	case PartnerSuccessExpanded:
		return "partner-success-expanded-benefits"
	case LearningActionPack:
		return "learning-action-pack"
	}
	return enum.Outside("offer", o)
}

// AppendText implements [encoding.TextAppender].
func (o Offer) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "offer", o, noOffer, lastOffer)
}

// MarshalText implements [encoding.TextMarshaler].
func (o Offer) MarshalText() ([]byte, error) { return o.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (o *Offer) UnmarshalText(text []byte) error {
	return enum.Unmarshal(o, "offer", noOffer, lastOffer, text)
}

// String returns the code of f: "legacy", say, and the empty string for no
// family.
func (f Family) String() string {
	switch f {
	case noFamily:
		return ""
	case FamilySolutionsPartner:
		return "solutions-partner"
	case FamilyLegacy:
		return "legacy"
	case FamilyPack:
		return "pack"
	case FamilyLearning:
		return "learning"
	}
	return enum.Outside("family", f)
}

// AppendText implements [encoding.TextAppender].
func (f Family) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "family", f, noFamily, lastFamily)
}

// MarshalText implements [encoding.TextMarshaler].
func (f Family) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (f *Family) UnmarshalText(text []byte) error {
	return enum.Unmarshal(f, "family", noFamily, lastFamily, text)
}
