package eligibility

// The functions of this file name the facts that are missing, for a verdict
// that is Undetermined: each unknown fact for which the others can be filled in
// so that it decides alone (ELG-15). An undetermined verdict can still become
// Enabled, so every other requirement can be met; what is left to ask is
// whether the fact can make a difference to its own.

func (f *Facts) missingCommon() FactSet {
	var missing FactSet
	missing.include(FactAccount, f.Account == VerificationUnknown)
	missing.include(FactBilling, f.Billing == BillingUnknown)
	return missing
}

func (f *Facts) missingDesignation(area Area, m standing) FactSet {
	missing := f.missingCommon()
	designation := f.Membership.is(HoldsDesignation)
	qualified := f.Qualified.Of(area)

	// Another area helps only while this one can be unqualified and the
	// company can be renewing it. Each fact that this hangs on is asked for
	// with its own part left out.
	possible := func(parts ...Tri) bool {
		for _, part := range parts {
			if part == No {
				return false
			}
		}
		return qualified != Yes
	}
	other := f.otherQualified(area)
	held := f.Held.Has(area)

	missing.include(FactMembership, f.Membership == HoldingUnknown && (m.before != No || possible(m.open(), held, other)))
	missing.include(FactAnniversary, f.Anniversary.IsZero() && m.active != No)
	missing.include(FactHeld, !f.Held.IsKnown() && possible(designation, m.open(), f.otherCanQualify(area)))
	for a := DataAI; a <= lastArea; a++ {
		if f.Qualified.Of(a) != Unknown {
			continue
		}
		if a == area {
			renews := designation.and(m.open()).and(held)
			missing.include(factQualified(a), renews.and(other) != Yes)
			continue
		}
		// It decides if no other held area is qualified already.
		without := Facts{Held: f.Held, Qualified: f.Qualified.With(a, No)}
		missing.include(factQualified(a),
			without.otherQualified(area) != Yes && possible(designation, m.open(), held, f.Held.Has(a)))
	}
	return missing
}

// otherCanQualify says No if every area other than the given one is known not
// to be qualified, and Unknown otherwise.
func (f *Facts) otherCanQualify(than Area) Tri {
	others := f.Qualified.With(than, No)
	return others.any().and(Unknown)
}

func (f *Facts) missingLegacy(m standing) FactSet {
	missing := f.missingCommon()
	missing.include(FactMembership, f.Membership == HoldingUnknown && m.lapsed != Yes)
	missing.include(FactAnniversary, f.Anniversary.IsZero() && m.active != No)
	missing.include(FactStatus2022, f.Status2022 == StatusUnknown)
	for a := DataAI; a <= lastArea; a++ {
		missing.include(factQualified(a), f.Qualified.Of(a) == Unknown)
	}
	return missing
}

// missingPack names the two facts about a pack by the names given.
func missingPack(pack Pack, m standing, active, anniversary Fact) FactSet {
	var missing FactSet
	missing.include(active, pack.Active == Unknown && m.before != No)
	missing.include(anniversary, pack.Anniversary.IsZero() && pack.Active != No)
	return missing
}
