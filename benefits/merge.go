package benefits

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Account is what one of two accounts that merge holds. The zero value of each
// field says that it is not known.
type Account struct {
	// Membership is the designation-or-legacy membership, and Anniversary its
	// anniversary date.
	Membership  eligibility.Holding `json:"membership,omitzero"`
	Anniversary calendar.Date       `json:"anniversary,omitzero"`

	// LegacyBenefits says of a designation whether the company chose legacy
	// benefits with it, and not those of Solutions Partners.
	LegacyBenefits Tri `json:"legacyBenefits,omitzero"`

	// ActionPack and the others are what is known of each pack.
	ActionPack      eligibility.Pack `json:"actionPack,omitzero"`
	Launch          eligibility.Pack `json:"launch,omitzero"`
	SuccessCore     eligibility.Pack `json:"successCore,omitzero"`
	SuccessExpanded eligibility.Pack `json:"successExpanded,omitzero"`
}

// check rejects invalid values.
func (s *Account) check() error {
	if s.Membership > eligibility.HoldsSilver {
		return check.Invalid("membership", s.Membership)
	}
	return check.Tris(
		check.Tri{Name: "legacyBenefits", Value: s.LegacyBenefits},
		check.Tri{Name: "actionPack.active", Value: s.ActionPack.Active},
		check.Tri{Name: "launch.active", Value: s.Launch.Active},
		check.Tri{Name: "successCore.active", Value: s.SuccessCore.Active},
		check.Tri{Name: "successExpanded.active", Value: s.SuccessExpanded.Active},
	)
}

// holdsDesignation and holdsLegacy say what the membership is, and
// holdsSolutionsPartner whether it gives Solutions Partner benefits.

func (s *Account) holdsDesignation() Tri {
	if s.Membership == eligibility.HoldingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s.Membership == eligibility.HoldsDesignation)
}

func (s *Account) holdsLegacy() Tri {
	if s.Membership == eligibility.HoldingUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(s.Membership == eligibility.HoldsGold || s.Membership == eligibility.HoldsSilver)
}

func (s *Account) holdsSolutionsPartner() Tri {
	return s.holdsDesignation().And(s.LegacyBenefits.Not())
}

// held tells of the membership what is told of a pack: whether there is one, and
// its anniversary date.
func (s *Account) held() eligibility.Pack {
	p := eligibility.Pack{Anniversary: s.Anniversary}
	if s.Membership != eligibility.HoldingUnknown {
		p.Active = partnerrules.TriFromBool(s.Membership != eligibility.HoldsNothing)
	}
	return p
}

// A Merge says what a merge of two accounts leaves.
type Merge struct {
	// MergeChoice says which benefits the merged company can take at its first
	// renewal (BEN-41).
	Choice MergeChoice `json:"choice"`

	// Membership is the designation-or-legacy membership, and the others are
	// the packs.
	Membership      MergedMembership `json:"membership,omitzero"`
	ActionPack      MergedMembership `json:"actionPack,omitzero"`
	Launch          MergedMembership `json:"launch,omitzero"`
	SuccessCore     MergedMembership `json:"successCore,omitzero"`
	SuccessExpanded MergedMembership `json:"successExpanded,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// A MergedMembership says what a merge makes of one membership or pack.
type MergedMembership struct {
	// Anniversary is the merged anniversary date (BEN-42). It governs only the
	// next purchase. It is no date if neither side has the membership or pack,
	// or if it is not known.
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Inviting and Joining are what each side keeps of its own.
	Inviting RetainedBenefits `json:"inviting,omitzero"`
	Joining  RetainedBenefits `json:"joining,omitzero"`
}

// A RetainedBenefits says until when the benefits of one side stay as they are (BEN-40).
type RetainedBenefits struct {
	Held Tri `json:"held,omitzero"`

	// LastAccess is the last day of access to them, unless the side renews
	// before; at a renewal the benefits become those of the global account.
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// Gap are the days after it, through the merged anniversary date. It is no
	// period if there are none, or if they are not known.
	Gap calendar.Period `json:"gap,omitzero"`
}

// PreviewMerge says what a merge of two accounts leaves, under [Baseline]: see
// [Policy.PreviewMerge].
func PreviewMerge(inviting, joining Account) (Merge, error) {
	return Baseline().PreviewMerge(inviting, joining)
}

// PreviewMerge says what a merge of two accounts leaves: the choice at the
// first renewal, the merged anniversary dates, and until when each side keeps
// what it has (BEN-40 to BEN-42). It matters which account invites only where
// both have legacy benefits and neither a designation. Nothing is allocated.
//
// A policy that is not valid and a value that is no constant give a
// [*partnerrules.InputError]: "joining.actionPack.active".
func (p Policy) PreviewMerge(inviting, joining Account) (Merge, error) {
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
	}, nil
}

// Notes returns what else to know about a merge, in a fixed order: what to read
// before it (BEN-43), and whose benefits come at a renewal after it (BEN-40).
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
		Message: "Read first how a merge of accounts works and whether it suits the company: it cannot be undone.",
	}
}

func benefitsOfGlobalAccount() partnerrules.Note {
	return partnerrules.Note{
		Code: "benefits-of-global-account", Rule: "BEN-40", See: mergeAccounts,
		Message: "Each side keeps its benefits until its own renewal or last day of access; at a renewal they become those of the global account.",
	}
}

// choice is what the first row of BEN-41 that is not known to be false says, if
// that row is known to be true.
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

// A candidate is a date that a completion of the facts gives. Candidates that
// differ leave it unknown.
type candidate struct {
	date         calendar.Date
	given, mixed bool
}

func (c *candidate) add(d calendar.Date) {
	c.mixed = c.mixed || c.given && c.date != d
	c.date, c.given = d, true
}

// agreed returns the date that all completions give, or no date.
func (c *candidate) agreed() calendar.Date {
	if c.mixed {
		return calendar.Date{}
	}
	return c.date
}

// mergedMembership returns the merged date of the membership, if every way to
// fill in what the sides hold gives the same.
func mergedMembership(inviting, joining *Account) calendar.Date {
	var dates candidate
	const rest = eligibility.HoldsGold // stands for Silver too
	for a := eligibility.HoldsNothing; a <= rest; a++ {
		for b := eligibility.HoldsNothing; b <= rest; b++ {
			if inviting.canHold(a) && joining.canHold(b) {
				dates.add(mergedOf(a, b, inviting.Anniversary, joining.Anniversary))
			}
		}
	}
	return dates.agreed()
}

// canHold reports whether the side's membership is or may be the given one, with
// Gold standing for both legacy memberships.
func (s *Account) canHold(h eligibility.Holding) bool {
	switch s.Membership {
	case eligibility.HoldingUnknown:
		return true
	case eligibility.HoldsSilver:
		return h == eligibility.HoldsGold
	}
	return s.Membership == h
}

// mergedOf returns the merged date of two memberships that are known (BEN-42).
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

// mergedPack says what becomes of a pack. Of two the later date holds, where
// that is published.
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

// merged adds to a merged date what each side keeps.
func (p *Policy) merged(ad calendar.Date, inviting, joining eligibility.Pack) MergedMembership {
	return MergedMembership{Anniversary: ad, Inviting: p.kept(ad, inviting), Joining: p.kept(ad, joining)}
}

func (p *Policy) kept(ad calendar.Date, own eligibility.Pack) RetainedBenefits {
	k := RetainedBenefits{Held: own.Active}
	if own.Active != No {
		k.LastAccess = p.Dates.LastAccess(own.Anniversary)
	}
	if own.Active == Yes {
		k.Gap = between(k.LastAccess, ad.AddDays(1))
	}
	return k
}

// A MergeChoice is which benefits a merged company can take at its first renewal
// (BEN-41). The zero value is ChoiceUnknown.
type MergeChoice uint8

// The choices.
const (
	ChoiceUnknown        MergeChoice = iota // "unknown"
	NoChoice                                // neither side has a designation or legacy benefits: "none"
	SolutionsPartnerOnly                    // a side has Solutions Partner benefits: "solutions-partner-only"
	EitherBenefits                          // a side has a designation, with legacy benefits: one or the other: "either"
	LegacyOnly                              // a side has legacy benefits, and none a designation: "legacy-only"
)
