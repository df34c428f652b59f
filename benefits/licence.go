package benefits

import (
	"iter"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// IncludesLicences says whether product licences, which are internal use rights,
// come with an offer (BEN-30): with a Solutions Partner designation, legacy Gold
// or Silver, and the Microsoft Action Pack. For other packs that is not
// published, and so not known.
func IncludesLicences(o eligibility.Offer) eligibility.Tri {
	switch o.Family() {
	case eligibility.FamilySolutionsPartner, eligibility.FamilyLegacy:
		return eligibility.Yes
	}
	if o == eligibility.MicrosoftActionPack {
		return eligibility.Yes
	}
	return eligibility.Unknown
}

// Licences says what becomes of the on-premises licences of a membership.
type Licences struct {
	// Included says whether the offer comes with licences.
	Included eligibility.Tri `json:"included"`

	// Usable says whether those that come with it may be used on the day, and
	// Reason why not: PastAccess after the last day of access, BeforeStart
	// before the first.
	Usable eligibility.Tri `json:"usable"`
	Reason Reason          `json:"reason,omitzero"`

	// Through is the last day on which licences may be used, which is the last
	// day of access. It is set even if it is not known that any are included.
	Through calendar.Date `json:"through,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// LicencesOf says what becomes of the licences of a membership, under
// [Baseline]: see [Policy.LicencesOf].
func LicencesOf(m Membership, on calendar.Date) (Licences, error) {
	return Baseline().LicencesOf(m, on)
}

// LicencesOf says whether licences come with the offer of a membership and may
// be used on a day. On-premises licences are not perpetual: they may be used
// through the last day of access, and then commercial licences are to be bought
// or the software uninstalled (BEN-30, BEN-31).
//
// A policy that is not valid, a membership that cannot be, and no day give a
// [*calendar.InputError].
func (p Policy) LicencesOf(m Membership, on calendar.Date) (Licences, error) {
	if err := p.check(&m); err != nil {
		return Licences{}, err
	}
	if on.IsZero() {
		return Licences{}, noDate("on")
	}
	l := Licences{Included: IncludesLicences(m.Offer), Through: p.year(&m, 1).lastAccess, Policy: p}
	switch {
	case on.Before(m.Start):
		l.Usable, l.Reason = eligibility.No, BeforeStart
	case on.After(l.Through):
		l.Usable, l.Reason = eligibility.No, PastAccess
	case !m.Start.IsZero() && !l.Through.IsZero():
		l.Usable = l.Included
	}
	return l, nil
}

// Advice returns what there is to know about licences, in a fixed order.
func (l Licences) Advice() iter.Seq[Advice] {
	return func(yield func(Advice) bool) {
		_ = yield(ManagedByPartnerAdmin) && yield(LicenceTermsDiffer) && yield(BuyFurtherLicences) && yield(ManageInPartnerCenter)
	}
}

// VisualStudioIn says which Visual Studio subscriptions come with an offer
// (BEN-33): the Microsoft Action Pack has Professional and no Enterprise. For
// other offers that is not published here, and so not known.
func VisualStudioIn(o eligibility.Offer) (professional, enterprise eligibility.Tri) {
	if o == eligibility.MicrosoftActionPack {
		return eligibility.Yes, eligibility.No
	}
	return eligibility.Unknown, eligibility.Unknown
}

// A VisualStudio is what is known of a Visual Studio subscription of a
// membership. The zero value of each field says that it is not known.
type VisualStudio struct {
	Assigned  eligibility.Tri `json:"assigned,omitzero"`  // to a user
	Activated eligibility.Tri `json:"activated,omitzero"` // by that user
	Shared    eligibility.Tri `json:"shared,omitzero"`    // its credentials are used by more than one
}

// VisualStudioUse says whether a Visual Studio subscription is validly used: it
// is for one user, must be assigned and activated, and its credentials may not
// be shared (BEN-33). A value that is no constant is a [*calendar.InputError].
func VisualStudioUse(v VisualStudio) (Answer, error) {
	switch {
	case !isTri(v.Assigned):
		return Answer{}, invalid("assigned", v.Assigned)
	case !isTri(v.Activated):
		return Answer{}, invalid("activated", v.Activated)
	case !isTri(v.Shared):
		return Answer{}, invalid("shared", v.Shared)
	}
	a := Answer{Allowed: eligibility.Yes}
	a.require(v.Assigned, NotAssigned)
	a.require(v.Activated, NotActivated)
	a.require(v.Shared.Not(), CredentialsShared)
	return a, nil
}
