package cpor

import (
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// Claim returns the claim that the draft becomes when it is submitted on a day
// (CPR-49). Its status is [Submitted], and its units are the products of the draft.
// Text that is not a subscription ID is left out, and so is a subscription in
// Microsoft 365. The claim has no company: set it if it is known.
//
// Claim returns a [*partnerrules.InputError] if:
//   - the ID, the day, or the partner, tenant, area, activity or product of the
//     draft is missing,
//   - the ID or the draft has an invalid value.
func (d Draft) Claim(id string, submitted calendar.Date) (Claim, error) {
	if bad := check.Name("id", id); bad != nil {
		return Claim{}, bad
	}
	if submitted.IsZero() {
		return Claim{}, check.NoDate("submitted")
	}
	if err := d.check(); err != nil {
		return Claim{}, check.Within("draft.", err)
	}
	c := Claim{
		ID: id, Tenant: d.Tenant, Area: d.Area, Activities: d.Activities, Status: Submitted, Partner: d.Partner,
		Units: d.units(), Submitted: submitted,
	}
	for _, bad := range []*partnerrules.InputError{
		inputIf(d.Partner.IsZero(), "partner", "missing"),
		inputIf(d.Tenant.IsZero(), "tenant", "missing"),
		inputIf(d.Area == noArea, "area", "missing"),
		inputIf(d.Activities == 0, "activities", "empty"),
		inputIf(len(c.Units) == 0, "products", "empty"),
	} {
		if bad != nil {
			return Claim{}, check.Within("draft.", bad)
		}
	}
	return c, nil
}

// units returns the units of the products that have a name.
func (d *Draft) units() []Unit {
	var units []Unit
	for i := range d.Products {
		p := &d.Products[i]
		if check.IsBlank(p.Name) {
			continue
		}
		unit := Unit{Name: p.Name}
		if id, isID := p.subscription(d.Tenant); isID && d.Area == BusinessApplications {
			unit.Subscription = id
		}
		units = append(units, unit)
	}
	return units
}

// DraftConflicts returns the pairs of a draft with claims under the policy of
// [InForce]. See [Policy.DraftConflicts].
func DraftConflicts(d Draft, company PartnerID, claims []Claim, on calendar.Date) ([]Pair, error) {
	return inForce().DraftConflicts(d, company, claims, on)
}

// DraftConflicts returns the pairs of a draft with claims, as [Policy.Relate] would
// for the claim that the draft becomes when it is submitted on a day (CPR-49). A
// claim with the ID of the draft is ignored. The parameter company is the global
// account above the draft's partner, or zero if it is unknown. The order is by the
// submission day of the other claim, then by its ID.
//
// The draft may have faults, and needs no ID. Without a tenant, an area or a product
// it has no pairs. Without a partner and a company it is unknown whether a claim is of
// the same company. A draft without activities has none in common with a claim.
//
// DraftConflicts returns a [*partnerrules.InputError] if:
//   - the policy is invalid, or on is zero,
//   - the draft has an invalid value,
//   - [Policy.CheckDraft] rejects the claims.
func (p Policy) DraftConflicts(d Draft, company PartnerID, claims []Claim, on calendar.Date) ([]Pair, error) {
	f := Facts{Company: company, Claims: claims}
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if on.IsZero() {
		return nil, check.NoDate("on")
	}
	if err := d.check(); err != nil {
		return nil, check.Within("draft.", err)
	}
	if err := f.checkClaims(d.Partner, on); err != nil {
		return nil, err
	}
	var pairs []Pair
	own := side{d.ID, on, false, era{p.EditionOn(on), known.Coverage(on)}}
	for _, r := range p.rivals(&d, &f, on) {
		pair := Pair{Tenant: d.Tenant, Area: d.Area, Relation: r.relation, SameCompany: r.sameCompany, Units: r.units, Policy: p}
		pair.fill(inOrder(own, p.side(r.claim)))
		pairs = append(pairs, pair)
	}
	return pairs, nil
}

// A rival is a claim that is related to a draft.
type rival struct {
	claim       *Claim
	relation    Relation
	sameCompany Tri
	units       []Unit
}

// rivals returns the claims that are related to a draft, ordered by their submission
// day, then by ID. It allocates only if a claim is on the draft's tenant.
func (p *Policy) rivals(d *Draft, f *Facts, on calendar.Date) []rival {
	var rivals []rival
	var products []product // of the draft
	for i := range f.Claims {
		c := &f.Claims[i]
		if c.Tenant != d.Tenant || c.Area != d.Area || c.isDraft(d) || !c.Status.IsLive() || c.Ends.Before(on) {
			continue
		}
		sameCompany := d.sameCompany(f.Company, c)
		relation := p.relation(sameCompany, c.Activities&d.Activities != 0)
		if relation == noRelation {
			continue
		}
		if c.start().IsZero() {
			relation = UndeterminedOverlap
		}
		if products == nil {
			products = p.products(d.Area, d.units())
		}
		if units := sharedUnits(products, p.products(c.Area, c.Units)); len(units) > 0 {
			rivals = append(rivals, rival{c, relation, sameCompany, units})
		}
	}
	slices.SortFunc(rivals, func(a, b rival) int {
		if order := a.claim.Submitted.Compare(b.claim.Submitted); order != 0 {
			return order
		}
		return strings.Compare(a.claim.ID, b.claim.ID)
	})
	return rivals
}

// isDraft reports whether the claim has the ID of a draft.
func (c *Claim) isDraft(d *Draft) bool { return c.ID == d.ID }

// sameCompany returns whether a claim is of the draft's company.
func (d *Draft) sameCompany(company PartnerID, c *Claim) Tri {
	own := party{d.Partner, company}
	if own.partner.IsZero() {
		own.partner = company // an ID that is given as a company belongs to itself
	}
	if own.partner.IsZero() {
		return Unknown
	}
	return c.party().sameCompany(own)
}
