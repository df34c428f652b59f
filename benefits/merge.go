package benefits

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Account holds the known facts about one of two accounts that merge, as they are
// on the day of the merge: leave out a membership or a pack that has lapsed. In the
// zero Account all facts are unknown.
type Account struct {
	// Membership is the designation or legacy membership of the account, and
	// Anniversary is its anniversary date.
	Membership  eligibility.Holding `json:"membership,omitzero"`
	Anniversary calendar.Date       `json:"anniversary,omitzero"`

	// LegacyBenefits is whether the company chose legacy benefits with its
	// designation, instead of Solutions Partner benefits. It is used only if
	// Membership is a designation.
	LegacyBenefits Tri `json:"legacyBenefits,omitzero"`

	// ActionPack, Launch, SuccessCore and SuccessExpanded hold the known facts
	// about each pack.
	ActionPack      eligibility.Pack `json:"actionPack,omitzero"`
	Launch          eligibility.Pack `json:"launch,omitzero"`
	SuccessCore     eligibility.Pack `json:"successCore,omitzero"`
	SuccessExpanded eligibility.Pack `json:"successExpanded,omitzero"`
}

// UnmarshalJSON implements [json.Unmarshaler]. It reads strictly, as
// [partnerrules.Decode] does, because a misspelled member would leave a fact unknown.
func (a *Account) UnmarshalJSON(text []byte) error {
	type account Account // without methods
	return check.UnmarshalJSON(text, (*account)(a))
}

// check returns an error if a field is invalid.
func (a *Account) check() error {
	if a.Membership > eligibility.HoldsSilver {
		return check.Invalid("membership", a.Membership)
	}
	return check.Tris(
		check.Tri{Name: "legacyBenefits", Value: a.LegacyBenefits},
		check.Tri{Name: "actionPack.active", Value: a.ActionPack.Active},
		check.Tri{Name: "launch.active", Value: a.Launch.Active},
		check.Tri{Name: "successCore.active", Value: a.SuccessCore.Active},
		check.Tri{Name: "successExpanded.active", Value: a.SuccessExpanded.Active},
	)
}

// holdsDesignation reports whether the membership is a designation.
func (a *Account) holdsDesignation() Tri {
	if a.Membership == eligibility.HoldingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(a.Membership == eligibility.HoldsDesignation)
}

// holdsLegacy reports whether the membership is legacy Gold or Silver.
func (a *Account) holdsLegacy() Tri {
	if a.Membership == eligibility.HoldingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(a.Membership == eligibility.HoldsGold || a.Membership == eligibility.HoldsSilver)
}

// holdsSolutionsPartner reports whether the account has Solutions Partner benefits.
func (a *Account) holdsSolutionsPartner() Tri {
	return a.holdsDesignation().And(a.LegacyBenefits.Not())
}

// held returns the membership in the form of a pack: whether there is one, and its
// anniversary date.
func (a *Account) held() eligibility.Pack {
	p := eligibility.Pack{Anniversary: a.Anniversary}
	if a.Membership != eligibility.HoldingUnknown {
		p.Active = partnerrules.TriFromBool(a.Membership != eligibility.HoldsNothing)
	}
	return p
}

// A Merge is the result of a merge of two accounts, computed by PreviewMerge.
type Merge struct {
	// Choice is the choice of benefits at the first renewal after the merge
	// (BEN-41).
	Choice MergeChoice `json:"choice"`

	// Membership is the designation or legacy membership. ActionPack, Launch,
	// SuccessCore and SuccessExpanded are the packs.
	Membership      MergedMembership `json:"membership,omitzero"`
	ActionPack      MergedMembership `json:"actionPack,omitzero"`
	Launch          MergedMembership `json:"launch,omitzero"`
	SuccessCore     MergedMembership `json:"successCore,omitzero"`
	SuccessExpanded MergedMembership `json:"successExpanded,omitzero"`

	// Policy is the policy that the result was computed under. Coverage is the
	// coverage of the day of the merge.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// A MergedMembership is the result of a merge for one membership or pack.
type MergedMembership struct {
	// Anniversary is the merged anniversary date (BEN-42). It governs only the
	// next purchase. It is zero if neither account has the membership or pack, or
	// if the date is unknown.
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Inviting and Joining are the benefits that each account keeps.
	Inviting RetainedBenefits `json:"inviting,omitzero"`
	Joining  RetainedBenefits `json:"joining,omitzero"`
}

// RetainedBenefits are the benefits that an account keeps after a merge (BEN-40).
type RetainedBenefits struct {
	// Held is whether the account has the membership or pack.
	Held Tri `json:"held,omitzero"`

	// LastAccess is the last day of access to the benefits. If the account renews
	// earlier, it then gets the benefits of the global account instead.
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// Gap is the period from the day after LastAccess through the merged
	// anniversary date. It is zero if there is no such period, if it is unknown,
	// or if Held is not Yes.
	Gap calendar.Period `json:"gap,omitzero"`
}

// PreviewMerge returns the result of a merge of two accounts under the policy in
// force. See [Policy.PreviewMerge].
func PreviewMerge(inviting, joining Account, on calendar.Date) (Merge, error) {
	return inForce().PreviewMerge(inviting, joining, on)
}

// PreviewMerge returns the result of a merge of two accounts on a day: the choice at the
// first renewal, the merged anniversary dates, and the benefits that each account
// keeps (BEN-40 to BEN-42). The order of the accounts matters only if both have
// legacy benefits and neither has a designation. Only the coverage depends on the day,
// which can be zero. PreviewMerge does not allocate.
//
// PreviewMerge returns a [*partnerrules.InputError], with a name such as
// "joining.actionPack.active", if the policy or a field is invalid.
func (p Policy) PreviewMerge(inviting, joining Account, on calendar.Date) (Merge, error) {
	if err := p.Validate(); err != nil {
		return Merge{}, err
	}
	if err := inviting.check(); err != nil {
		return Merge{}, check.Within("inviting.", err)
	}
	if err := joining.check(); err != nil {
		return Merge{}, check.Within("joining.", err)
	}
	return Merge{
		Choice:          choice(&inviting, &joining),
		Membership:      p.merged(mergedMembership(&inviting, &joining), inviting.held(), joining.held()),
		ActionPack:      p.mergedPack(inviting.ActionPack, joining.ActionPack, true),
		Launch:          p.mergedPack(inviting.Launch, joining.Launch, false),
		SuccessCore:     p.mergedPack(inviting.SuccessCore, joining.SuccessCore, false),
		SuccessExpanded: p.mergedPack(inviting.SuccessExpanded, joining.SuccessExpanded, false),
		Policy:          p,
		Coverage:        known.Coverage(on),
	}, nil
}

// Notes returns further advice about a merge, in a fixed order: what to read before
// it (BEN-43), and which benefits a renewal after it provides (BEN-40).
func (m Merge) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		_ = yield(readBeforeMerge()) && yield(benefitsOfGlobalAccount())
	}
}

// mergeAccounts is the help page about merges.
const mergeAccounts = "Merge Partner Center accounts"

func readBeforeMerge() partnerrules.Note {
	return partnerrules.Note{
		Code: "read-before-merge", Rule: "BEN-43", See: mergeAccounts,
		Message: "Before you merge accounts, read how a merge works and check that it suits your company: it cannot be undone.",
	}
}

func benefitsOfGlobalAccount() partnerrules.Note {
	return partnerrules.Note{
		Code: "benefits-of-global-account", Rule: "BEN-40", See: mergeAccounts,
		Message: "Each account keeps its benefits until its own renewal or last day of access; a renewal then provides the benefits of the global account.",
	}
}

// choice returns the outcome of the first row of BEN-41 that may apply, or
// ChoiceUnknown if it is unknown whether that row applies.
func choice(inviting, joining *Account) MergeChoice {
	for _, row := range [...]struct {
		holds  Tri
		choice MergeChoice
	}{
		{inviting.holdsSolutionsPartner().Or(joining.holdsSolutionsPartner()), SolutionsPartnerOnly},
		{inviting.holdsDesignation().Or(joining.holdsDesignation()), EitherBenefits},
		{inviting.holdsLegacy().Or(joining.holdsLegacy()), LegacyOnly},
	} {
		switch row.holds {
		case Yes:
			return row.choice
		case Unknown:
			return ChoiceUnknown
		}
	}
	return NoChoice
}

// A candidate collects the dates that result from the possible values of unknown
// facts. If they differ, the date is unknown.
type candidate struct {
	date         calendar.Date
	given, mixed bool
}

// add adds a possible date.
func (c *candidate) add(d calendar.Date) {
	c.mixed = c.mixed || c.given && c.date != d
	c.date, c.given = d, true
}

// agreed returns the date if all possible dates are equal, and otherwise the zero
// Date.
func (c *candidate) agreed() calendar.Date {
	if c.mixed {
		return calendar.Date{}
	}
	return c.date
}

// mergedMembership returns the merged date of the membership. It is zero if the date
// depends on an unknown holding.
func mergedMembership(inviting, joining *Account) calendar.Date {
	var dates candidate
	const rest = eligibility.HoldsGold // represents Silver too
	for a := eligibility.HoldsNothing; a <= rest; a++ {
		for b := eligibility.HoldsNothing; b <= rest; b++ {
			if inviting.canHold(a) && joining.canHold(b) {
				dates.add(mergedOf(a, b, inviting.Anniversary, joining.Anniversary))
			}
		}
	}
	return dates.agreed()
}

// canHold reports whether the account has or may have the given membership. Gold
// represents both legacy memberships.
func (a *Account) canHold(h eligibility.Holding) bool {
	switch a.Membership {
	case eligibility.HoldingUnknown:
		return true
	case eligibility.HoldsSilver:
		return h == eligibility.HoldsGold
	}
	return a.Membership == h
}

// mergedOf returns the merged date of two known memberships (BEN-42).
func mergedOf(inviting, joining eligibility.Holding, invitingAD, joiningAD calendar.Date) calendar.Date {
	const designation = eligibility.HoldsDesignation
	switch {
	case inviting == designation && joining == designation:
		return calendar.Max(invitingAD, joiningAD)
	case inviting == designation:
		return invitingAD
	case joining == designation:
		return joiningAD
	case inviting != eligibility.HoldsNothing:
		return invitingAD
	case joining != eligibility.HoldsNothing:
		return joiningAD
	}
	return calendar.Date{}
}

// mergedPack returns the result of a merge for a pack. If both accounts have the
// pack, the merged date is the later one if later is set, and otherwise unknown.
func (p *Policy) mergedPack(inviting, joining eligibility.Pack, later bool) MergedMembership {
	var dates candidate
	for _, a := range [...]Tri{No, Yes} {
		for _, b := range [...]Tri{No, Yes} {
			if inviting.Active.Not() == a || joining.Active.Not() == b {
				continue
			}
			var date calendar.Date
			switch {
			case a == Yes && b == Yes && later:
				date = calendar.Max(inviting.Anniversary, joining.Anniversary)
			case a == Yes && b == No:
				date = inviting.Anniversary
			case a == No && b == Yes:
				date = joining.Anniversary
			}
			dates.add(date)
		}
	}
	return p.merged(dates.agreed(), inviting, joining)
}

// merged returns a merged date together with the benefits that each account keeps.
func (p *Policy) merged(ad calendar.Date, inviting, joining eligibility.Pack) MergedMembership {
	return MergedMembership{Anniversary: ad, Inviting: p.retained(ad, inviting), Joining: p.retained(ad, joining)}
}

// retained returns the benefits of a pack that its account keeps.
func (p *Policy) retained(ad calendar.Date, own eligibility.Pack) RetainedBenefits {
	k := RetainedBenefits{Held: own.Active}
	if own.Active != No {
		k.LastAccess = p.Dates.LastAccess(own.Anniversary)
	}
	if own.Active == Yes {
		k.Gap = between(k.LastAccess, ad.AddDays(1))
	}
	return k
}

// A MergeChoice is the choice of benefits that a merged company has at its first
// renewal (BEN-41). The zero MergeChoice is ChoiceUnknown.
type MergeChoice uint8

// The choices.
const (
	ChoiceUnknown        MergeChoice = iota // "unknown"
	NoChoice                                // neither account has a designation or legacy benefits: "none"
	SolutionsPartnerOnly                    // an account has Solutions Partner benefits: "solutions-partner-only"
	EitherBenefits                          // an account has a designation, with legacy benefits: "either"
	LegacyOnly                              // an account has legacy benefits, and neither has a designation: "legacy-only"
)
