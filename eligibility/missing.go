package eligibility

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Fact is the name of a fact that can be missing (ELG-15). The facts are the
// fields of [Facts], without Held and Role, on which no verdict depends.
type Fact uint8

// The facts that a verdict can depend on, in the order of Decision.Missing.
const (
	FactAccount              Fact = iota // Facts.Account: "account"
	FactMembership                       // Facts.Membership: "membership"
	FactAnniversary                      // Facts.Anniversary: "anniversary"
	FactHeldEarlier                      // Facts.HeldEarlier: "held-earlier"
	FactDataAI                           // Facts.Qualified.DataAI: "data-ai"
	FactDigitalAppInnovation             // Facts.Qualified.DigitalAppInnovation: "digital-app-innovation"
	FactInfrastructure                   // Facts.Qualified.Infrastructure: "infrastructure"
	FactBusinessApplications             // Facts.Qualified.BusinessApplications: "business-applications"
	FactModernWork                       // Facts.Qualified.ModernWork: "modern-work"
	FactSecurity                         // Facts.Qualified.Security: "security"
	FactStatus2022                       // Facts.Status2022: "status-2022"
	FactBilling                          // Facts.Billing: "billing"
	FactPack                             // Pack.Active of the pack that is evaluated: "pack"
	FactPackAnniversary                  // Pack.Anniversary of the pack that is evaluated: "pack-anniversary"
	FactLearning                         // Facts.Learning.Active: "learning-pack"
	FactLearningAnniversary              // Facts.Learning.Anniversary: "learning-pack-anniversary"
)

// factQualified returns the fact for the qualification of an area.
func factQualified(a Area) Fact { return FactDataAI + Fact(a-DataAI) }

// The functions of this file return the missing facts of an undetermined verdict.
// An unknown fact is missing if, for some values of the other unknown facts, it
// decides alone (ELG-15). Since an undetermined verdict can still become Enabled,
// all requirements can be met. So it is enough to check whether a fact can change
// its own requirement.

// missing returns the missing facts of an undetermined decision.
func (d *Decision) missing(f *Facts) partnerrules.Set[Fact] {
	m := d.Policy.position(-f.holds(HoldsNothing), f.Anniversary, d.On)
	switch d.Offer.Family() {
	case FamilySolutionsPartner:
		return f.missingDesignation(d.Offer.Area(), m)
	case FamilyLegacy:
		return f.missingLegacy(m)
	}
	missing := f.missingCommon() | d.missingPack(f.pack(d.Offer), FactPack, FactPackAnniversary)
	if d.Offer == MicrosoftActionPack {
		missing |= d.missingPack(f.Learning, FactLearning, FactLearningAnniversary)
	}
	return missing
}

func (f *Facts) missingCommon() partnerrules.Set[Fact] {
	var missing partnerrules.Set[Fact]
	check.Include(&missing, FactAccount, f.Account == VerificationUnknown)
	check.Include(&missing, FactBilling, f.Billing == BillingUnknown)
	return missing
}

func (f *Facts) missingDesignation(area Area, m windowPosition) partnerrules.Set[Fact] {
	missing := f.missingCommon()
	check.Include(&missing, FactMembership, m.active == Unknown && m.before != No)
	check.Include(&missing, FactAnniversary, f.Anniversary.IsZero() && m.active != No)
	check.Include(&missing, factQualified(area), f.Qualified.Get(area) == Unknown)
	return missing
}

func (f *Facts) missingLegacy(m windowPosition) partnerrules.Set[Fact] {
	missing := f.missingCommon()
	designated := f.holds(HoldsDesignation)
	check.Include(&missing, FactMembership, designated == Unknown || m.active == Unknown && m.before != No)
	check.Include(&missing, FactAnniversary, f.Anniversary.IsZero() && m.active != No)
	check.Include(&missing, FactHeldEarlier, f.HeldEarlier == Unknown)
	check.Include(&missing, FactStatus2022, f.Status2022 == StatusUnknown)
	for a := DataAI; a <= lastArea; a++ {
		check.Include(&missing, factQualified(a), f.Qualified.Get(a) == Unknown)
	}
	return missing
}

// missingPack returns the missing facts of a pack, under the given names.
func (d *Decision) missingPack(pack Pack, active, anniversary Fact) partnerrules.Set[Fact] {
	m := d.Policy.position(pack.Active, pack.Anniversary, d.On)
	var missing partnerrules.Set[Fact]
	check.Include(&missing, active, pack.Active == Unknown && m.before != No)
	check.Include(&missing, anniversary, pack.Anniversary.IsZero() && pack.Active != No)
	return missing
}
