package benefits

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// IncludesLicenses says whether product licences, which are internal use rights,
// come with an offer (BEN-30): with a Solutions Partner designation, legacy Gold
// or Silver, and the Microsoft Action Pack. For other packs that is not
// published, and so unknown.
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

// Licenses holds whether the on-premises licences of a membership may be used.
type Licenses struct {
	// Included says whether the offer comes with licences.
	Included Tri `json:"included"`

	// Usable says whether the licences of the offer may be used on the day, and
	// Reason why not: PastAccess after the last day of access, BeforeStart
	// before the first.
	Usable Tri    `json:"usable"`
	Reason Reason `json:"reason,omitzero"`

	// Through is the last day on which licences may be used, which is the last
	// day of access. It is set even if it is unknown whether any are included.
	Through calendar.Date `json:"through,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Licenses says whether licences come with the offer of the membership and may
// be used on a day. On-premises licences are not perpetual: they may be used
// through the last day of access. After that day the company must buy commercial
// licences or uninstall the software (BEN-30, BEN-31).
//
// Licenses returns an [*partnerrules.InputError] if on is zero. It does not
// allocate.
func (t Timeline) Licenses(on calendar.Date) (Licenses, error) {
	if err := t.check(); err != nil {
		return Licenses{}, err
	}
	if on.IsZero() {
		return Licenses{}, check.NoDate("on")
	}
	l := Licenses{Included: IncludesLicenses(t.membership.Offer), Through: t.lastAccess(), Policy: t.policy}
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

// Notes returns what else to know about licences, in a fixed order: who manages
// them (BEN-14), how their terms of use differ (BEN-32), how to get more
// (BEN-34), and where they are managed (BEN-35).
func (l Licenses) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		_ = yield(managedByPartnerAdmin()) && yield(licenceTermsDiffer()) && yield(buyFurtherLicences()) && yield(manageInPartnerCenter())
	}
}

func managedByPartnerAdmin() partnerrules.Note {
	return partnerrules.Note{
		Code: "managed-by-partner-admin", Rule: "BEN-14",
		Message: "Benefits and licences are managed by the partner admin of the programme.",
	}
}

func licenceTermsDiffer() partnerrules.Note {
	return partnerrules.Note{
		Code: "licence-terms-differ", Rule: "BEN-32", See: "Product licensing usage terms",
		Message: "Product licences come without Software Assurance, and their terms of use differ from those of commercial licences: more restrictions apply.",
	}
}

func buyFurtherLicences() partnerrules.Note {
	return partnerrules.Note{
		Code: "buy-further-licences", Rule: "BEN-34", See: "Microsoft licensing",
		Message: "For more licences than are granted, compare the options of commercial licensing and buy there.",
	}
}

func manageInPartnerCenter() partnerrules.Note {
	return partnerrules.Note{
		Code: "manage-in-partner-center", Rule: "BEN-35", See: "Manage your benefits",
		Message: "Licences and benefits are viewed and managed in Partner Center; they are there to build solutions and to learn the products. Its support section answers questions.",
	}
}

// VisualStudioIn says which Visual Studio subscriptions come with an offer
// (BEN-33): the Microsoft Action Pack has Professional and no Enterprise. For
// other offers that is not published here, and so unknown.
func VisualStudioIn(o eligibility.Offer) (professional, enterprise Tri) {
	if o == eligibility.MicrosoftActionPack {
		return Yes, No
	}
	return Unknown, Unknown
}

// A VisualStudio is what is known of a Visual Studio subscription of a
// membership. The zero value of each field is unknown.
type VisualStudio struct {
	Assigned  Tri `json:"assigned,omitzero"`  // to a user
	Activated Tri `json:"activated,omitzero"` // by that user
	Shared    Tri `json:"shared,omitzero"`    // its credentials are used by more than one
}

// CheckVisualStudio says whether a Visual Studio subscription is validly used: it
// is for one user, must be assigned and activated, and its credentials may not
// be shared (BEN-33). It returns an [*partnerrules.InputError] if a field is
// invalid.
func CheckVisualStudio(v VisualStudio) (Answer, error) {
	err := check.Tris(check.Tri{Name: "assigned", Value: v.Assigned}, check.Tri{Name: "activated", Value: v.Activated}, check.Tri{Name: "shared", Value: v.Shared})
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Allowed: Yes}
	a.require(v.Assigned, NotAssigned)
	a.require(v.Activated, NotActivated)
	a.require(v.Shared.Not(), CredentialsShared)
	return a, nil
}
