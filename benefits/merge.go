package benefits

import (
	"iter"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Merge says what a merge of two accounts leaves.
type Merge struct {
	// Choice says which benefits the merged company can take at its first
	// renewal (BEN-41).
	Choice Choice `json:"choice"`

	// Membership is the designation-or-legacy membership, and the others are
	// the packs.
	Membership      Merged `json:"membership,omitzero"`
	ActionPack      Merged `json:"actionPack,omitzero"`
	Launch          Merged `json:"launch,omitzero"`
	SuccessCore     Merged `json:"successCore,omitzero"`
	SuccessExpanded Merged `json:"successExpanded,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// A Merged says what a merge makes of one membership or pack.
type Merged struct {
	// Anniversary is the merged anniversary date (BEN-42). It governs only the
	// next purchase. It is no date if neither side has the membership or pack,
	// or if it is not known.
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Inviting and Joining are what each side keeps of its own.
	Inviting Kept `json:"inviting,omitzero"`
	Joining  Kept `json:"joining,omitzero"`
}

// A Kept says until when the benefits of one side stay as they are (BEN-40).
type Kept struct {
	Held eligibility.Tri `json:"held,omitzero"`

	// LastAccess is the last day of access to them, unless the side renews
	// before; at a renewal the benefits become those of the global account.
	LastAccess calendar.Date `json:"lastAccess,omitzero"`

	// Gap are the days after it, through the merged anniversary date. It is no
	// period if there are none, or if they are not known.
	Gap calendar.Period `json:"gap,omitzero"`
}

// MergeAccounts says what a merge of two accounts leaves, under [Baseline]: see
// [Policy.MergeAccounts].
func MergeAccounts(inviting, joining Side) (Merge, error) {
	return Baseline().MergeAccounts(inviting, joining)
}

// MergeAccounts says what a merge of two accounts leaves: the choice at the
// first renewal, the merged anniversary dates, and until when each side keeps
// what it has (BEN-40 to BEN-42). It matters which account invites only where
// both have legacy benefits and neither a designation. Nothing is allocated.
//
// A policy that is not valid and a value that is no constant give a
// [*calendar.InputError]: "joining.actionPack.active".
func (p Policy) MergeAccounts(inviting, joining Side) (Merge, error) {
	if err := p.Validate(); err != nil {
		return Merge{}, err
	}
	if err := inviting.check(); err != nil {
		return Merge{}, within("inviting.", err)
	}
	if err := joining.check(); err != nil {
		return Merge{}, within("joining.", err)
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

// Advice returns what there is to know about a merge, in a fixed order.
func (m Merge) Advice() iter.Seq[Advice] {
	return func(yield func(Advice) bool) { _ = yield(ReadBeforeMerge) && yield(BenefitsOfGlobalAccount) }
}

// choice is what the first row of BEN-41 that is not known to be false says, if
// that row is known to be true.
func choice(inviting, joining *Side) Choice {
	for _, row := range [...]struct {
		holds  eligibility.Tri
		choice Choice
	}{
		{inviting.holdsSolutionsPartner().Or(joining.holdsSolutionsPartner()), SolutionsPartnerOnly},
		{inviting.holdsDesignation().Or(joining.holdsDesignation()), EitherBenefits},
		{inviting.holdsLegacy().Or(joining.holdsLegacy()), LegacyOnly},
	} {
		switch row.holds {
		case eligibility.Yes:
			return row.choice
		case eligibility.Unknown:
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
func mergedMembership(inviting, joining *Side) calendar.Date {
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
func (s *Side) canHold(h eligibility.Holding) bool {
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
func (p *Policy) mergedPack(inviting, joining eligibility.Pack, later bool) Merged {
	var dates candidate
	for _, a := range [...]eligibility.Tri{eligibility.No, eligibility.Yes} {
		for _, b := range [...]eligibility.Tri{eligibility.No, eligibility.Yes} {
			if inviting.Active.Not() == a || joining.Active.Not() == b {
				continue
			}
			var date calendar.Date
			switch {
			case a == eligibility.Yes && b == eligibility.Yes && later:
				date = calendar.Max(inviting.Anniversary, joining.Anniversary)
			case a == eligibility.Yes && b == eligibility.No:
				date = inviting.Anniversary
			case a == eligibility.No && b == eligibility.Yes:
				date = joining.Anniversary
			}
			dates.add(date)
		}
	}
	return p.merged(dates.agreed(), inviting, joining)
}

// merged adds to a merged date what each side keeps.
func (p *Policy) merged(ad calendar.Date, inviting, joining eligibility.Pack) Merged {
	return Merged{Anniversary: ad, Inviting: p.kept(ad, inviting), Joining: p.kept(ad, joining)}
}

func (p *Policy) kept(ad calendar.Date, own eligibility.Pack) Kept {
	k := Kept{Held: own.Active}
	if own.Active != eligibility.No {
		k.LastAccess = p.Dates.LastAccess(own.Anniversary)
	}
	if own.Active == eligibility.Yes {
		k.Gap = between(k.LastAccess, ad.AddDays(1))
	}
	return k
}
