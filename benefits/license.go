package benefits

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// IncludesLicenses reports whether an offer includes product licenses, which are
// internal use rights (BEN-30). It is Yes for a Solutions Partner designation,
// legacy Gold or Silver, and the Microsoft Action Pack. It is Unknown for other
// packs, because nothing is published about them, and for an invalid Offer.
func IncludesLicenses(o eligibility.Offer) Tri {
	switch o.Family() {
	case eligibility.FamilySolutionsPartner, eligibility.FamilyLegacy:
		return Yes
	}
	if o == eligibility.MicrosoftActionPack {
		return Yes
	}
	return Unknown
}

// Licenses holds whether a membership includes licenses, and whether its
// on-premises licenses may be used on a day.
type Licenses struct {
	// Included is whether the offer includes licenses.
	Included Tri `json:"included"`

	// Usable is whether the licenses may be used on the day. If it is No, Reason
	// is PastAccess after the last day of access, and BeforeStart before the
	// start of the membership.
	Usable Tri    `json:"usable"`
	Reason Reason `json:"reason,omitzero"`

	// Through is the last day on which licenses may be used, which is the last
	// day of access. It does not depend on Included.
	Through calendar.Date `json:"through,omitzero"`

	// Policy is the policy of the timeline. Coverage is the coverage of the day.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// Licenses reports whether the membership includes licenses, and whether they may
// be used on a day. On-premises licenses are not perpetual: they may be used
// through the last day of access. After that day the company must buy commercial
// licenses or uninstall the software (BEN-30, BEN-31).
//
// Licenses returns a [*partnerrules.InputError] if on is zero. It does not
// allocate.
func (t Timeline) Licenses(on calendar.Date) (Licenses, error) {
	if err := t.check(); err != nil {
		return Licenses{}, err
	}
	if on.IsZero() {
		return Licenses{}, check.NoDate("on")
	}
	offer := t.membership.Offer
	l := Licenses{Included: IncludesLicenses(offer), Through: t.lastAccess(), Policy: t.policy, Coverage: coverage(offer, on)}
	begun := t.year(1).base.last
	switch {
	case on.Before(t.membership.Start):
		l.Usable, l.Reason = No, BeforeStart
	case on.After(l.Through):
		l.Usable, l.Reason = No, PastAccess
	case !begun.IsZero() && !on.Before(begun) && !l.Through.IsZero():
		l.Usable = l.Included
	}
	return l, nil
}

// Notes returns further advice about licenses, in a fixed order: who manages them
// (BEN-14), how their terms of use differ (BEN-32), how to get more of them
// (BEN-34), and where to manage them (BEN-35).
func (l Licenses) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		_ = yield(managedByPartnerAdmin()) && yield(licenseTermsDiffer()) && yield(buyFurtherLicenses()) && yield(manageInPartnerCenter())
	}
}

func managedByPartnerAdmin() partnerrules.Note {
	return partnerrules.Note{
		Code: "managed-by-partner-admin", Rule: "BEN-14",
		Message: "The program's partner admin manages your benefits and licenses.",
	}
}

func licenseTermsDiffer() partnerrules.Note {
	return partnerrules.Note{
		Code: "licence-terms-differ", Rule: "BEN-32", See: "Product licensing usage terms",
		Message: "Product licenses do not include Software Assurance. Their terms of use differ from the terms of commercial licenses and have certain limits: read the product licensing usage terms.",
	}
}

func buyFurtherLicenses() partnerrules.Note {
	return partnerrules.Note{
		Code: "buy-further-licences", Rule: "BEN-34", See: "Microsoft licensing",
		Message: "If you need more licenses than granted, compare the options of commercial licensing and buy the licenses there.",
	}
}

func manageInPartnerCenter() partnerrules.Note {
	return partnerrules.Note{
		Code: "manage-in-partner-center", Rule: "BEN-35", See: "Manage your benefits",
		Message: "View and manage your licenses and benefits in Partner Center; use them to build solutions and to learn the products. If you have questions, use the support section of Partner Center.",
	}
}

// VisualStudioIn reports which Visual Studio subscriptions an offer includes
// (BEN-33). The Microsoft Action Pack includes Professional and no Enterprise. For
// any other offer both results are Unknown.
func VisualStudioIn(o eligibility.Offer) (professional, enterprise Tri) {
	if o == eligibility.MicrosoftActionPack {
		return Yes, No
	}
	return Unknown, Unknown
}

// A VisualStudio holds the known facts about a Visual Studio subscription of a
// membership. In the zero VisualStudio all facts are unknown.
type VisualStudio struct {
	Assigned  Tri `json:"assigned,omitzero"`  // whether it is assigned to a user
	Activated Tri `json:"activated,omitzero"` // whether that user has activated it
	Shared    Tri `json:"shared,omitzero"`    // whether several people use its credentials
}

// A VisualStudioUse is the answer of [CheckVisualStudio].
type VisualStudioUse struct{ Answer }

// CheckVisualStudio reports whether a Visual Studio subscription is used as
// required on a day (BEN-33). It is for one user: it must be assigned and activated,
// and its credentials must not be shared. Only the coverage depends on the day, which
// can be zero. CheckVisualStudio returns a [*partnerrules.InputError] if a field is
// invalid. It does not allocate.
func CheckVisualStudio(v VisualStudio, on calendar.Date) (VisualStudioUse, error) {
	err := check.Tris(check.Tri{Name: "assigned", Value: v.Assigned}, check.Tri{Name: "activated", Value: v.Activated}, check.Tri{Name: "shared", Value: v.Shared})
	if err != nil {
		return VisualStudioUse{}, err
	}
	a := VisualStudioUse{Answer{Allowed: Yes, Coverage: known.Coverage(on)}}
	a.require(v.Assigned, NotAssigned)
	a.require(v.Activated, NotActivated)
	a.require(v.Shared.Not(), CredentialsShared)
	return a, nil
}
