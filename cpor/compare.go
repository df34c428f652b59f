package cpor

import (
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Pair is a pair of related claims: they compete, may compete, or are duplicates.
// A Pair without a relation stands for unrelated claims.
type Pair struct {
	// First and Second are the IDs of the claims, ordered by submission day and
	// then by ID. The order does not favor either claim (CPR-35).
	First  string `json:"first"`
	Second string `json:"second"`

	Tenant TenantID `json:"tenant,omitzero"` // the tenant of both claims
	Area   Area     `json:"area,omitzero"`   // the area of both claims

	Relation Relation `json:"relation"` // the relation between the claims

	// SameCompany is whether both claims are of one company. It is No if they
	// compete, and Yes if they are duplicates.
	SameCompany Tri `json:"sameCompany"`

	// Units are the units that both claims share (CPR-32), ordered by name and
	// subscription, without repetition. If the claims spell a name differently,
	// the spelling that sorts first by bytes is used. The caller may keep the list
	// but must not modify it, because other pairs may share it.
	Units []Unit `json:"units"`

	// Incumbent is the ID of the only approved claim of the two (CPR-35). It is
	// empty if both claims are pending or both are approved, and for claims of
	// one company. BothApproved is true if both claims are approved, unless they
	// are of one company. This is conflicting data.
	Incumbent    string `json:"incumbent,omitzero"`
	BothApproved bool   `json:"bothApproved,omitzero"`

	// FirstEdition and SecondEdition are the editions of the claims. Each is the
	// edition of the day on which the claim begins, and zero if that is unknown.
	FirstEdition  Edition `json:"firstEdition,omitzero"`
	SecondEdition Edition `json:"secondEdition,omitzero"`

	// Coverage reports whether the rules are known for the days on which both
	// claims begin. Policy is the policy that the answer was computed under.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// Relate returns the relation between two claims under the policy of [InForce]. See
// [Policy.Relate].
func Relate(a, b Claim) (pair Pair, ok bool, err error) { return inForce().Relate(a, b) }

// Relate returns the relation between two claims. If they are unrelated it returns
// false, and a Pair that has only its Policy and Coverage.
//
// Two live claims of different companies compete if they share a tenant, a solution
// area and a unit, and their times overlap (CPR-30 to CPR-37). Under the same
// conditions, two claims of one company with an activity in common are duplicates.
// [Policy.Detect] and [Index] find the same pairs as Relate.
//
// Relate returns a [*partnerrules.InputError] if:
//   - [Claim.Validate] rejects a claim,
//   - both claims have the same ID,
//   - the claims contradict each other: see [FillCompanies],
//   - the policy is invalid.
func (p Policy) Relate(a, b Claim) (pair Pair, ok bool, err error) {
	if err := p.checkPair(&a, &b); err != nil {
		return Pair{}, false, err
	}
	sameCompany, overlap := a.party().sameCompany(b.party()), a.overlaps(&b)
	relation := p.relation(sameCompany, a.Activities&b.Activities != 0)
	units := sharedUnits(p.products(a.Area, a.Units), p.products(b.Area, b.Units))
	if a.Tenant != b.Tenant || a.Area != b.Area || overlap == No || relation == noRelation || len(units) == 0 {
		coverage := leastCovered(p.era(&a).coverage, p.era(&b).coverage)
		return Pair{Coverage: coverage, Policy: p}, false, nil
	}
	if overlap == Unknown {
		relation = UndeterminedOverlap
	}
	pair = Pair{Tenant: a.Tenant, Area: a.Area, Relation: relation, SameCompany: sameCompany, Units: units, Policy: p}
	pair.fill(inOrder(p.side(&a), p.side(&b)))
	return pair, true, nil
}

// checkPair returns an error if the policy is invalid or the claims cannot be
// related.
func (p *Policy) checkPair(a, b *Claim) error {
	if err := p.Validate(); err != nil {
		return err
	}
	for _, c := range []*Claim{a, b} {
		if err := c.validate(); err != nil {
			return err
		}
	}
	if a.ID == b.ID {
		return check.Input("id", "both claims have the ID "+check.Quote(a.ID))
	}
	for id := range b.party().stated {
		if a.party().states(id) && a.Company != b.Company {
			return b.named(check.Input("company", contradiction(id, b.Company, a.Company)+" in claim "+check.Quote(a.ID)))
		}
	}
	return nil
}

// overlaps returns whether both claims are live and their times overlap. It is No
// if one claim is known to end before the other starts. Otherwise it is Unknown
// if a start is unknown.
func (c *Claim) overlaps(d *Claim) Tri {
	switch {
	case !c.Status.IsLive() || !d.Status.IsLive():
		return No
	case c.Ends.Before(d.start()) || d.Ends.Before(c.start()):
		return No
	case c.start().IsZero() || d.start().IsZero():
		return Unknown
	}
	return Yes
}

// relation returns the relation between two claims that share a unit while their
// times overlap.
func (p *Policy) relation(sameCompany Tri, commonActivity bool) Relation {
	switch {
	case sameCompany == Yes && commonActivity:
		return Duplicate
	case sameCompany == Yes || p.CommonActivity && !commonActivity:
		return noRelation
	case sameCompany == Unknown:
		return PossiblyCompeting
	}
	return Competing
}

// A side holds what a pair needs of one of its claims.
type side struct {
	id        string
	submitted calendar.Date
	approved  bool
	era       era
}

func (p *Policy) side(c *Claim) side {
	return side{c.ID, c.Submitted, c.Status == Approved, p.era(c)}
}

// An era is the edition of a claim, and whether the rules are known for it.
type era struct {
	edition  Edition
	coverage calendar.Coverage
}

func (p *Policy) era(c *Claim) era {
	begins := c.begins()
	return era{p.EditionOn(begins), known.Coverage(begins)}
}

// leastCovered returns the coverage of two days together. It is unknown if one of
// them is unknown.
func leastCovered(a, b calendar.Coverage) calendar.Coverage {
	if a == calendar.CoverageUnknown || b == calendar.CoverageUnknown {
		return calendar.CoverageUnknown
	}
	return max(a, b)
}

// inOrder returns the sides ordered by submission day, then by ID.
func inOrder(a, b side) (first, second side) {
	if order := a.submitted.Compare(b.submitted); order > 0 || order == 0 && a.id > b.id {
		return b, a
	}
	return a, b
}

// fill sets the IDs of the claims, which are given in order, and the incumbent.
func (p *Pair) fill(a, b side) {
	p.First, p.Second, p.Incumbent, p.BothApproved = a.id, b.id, "", false
	p.FirstEdition, p.SecondEdition = a.era.edition, b.era.edition
	p.Coverage = leastCovered(a.era.coverage, b.era.coverage)
	switch {
	case p.SameCompany == Yes:
	case a.approved && b.approved:
		p.BothApproved = true
	case a.approved:
		p.Incumbent = a.id
	case b.approved:
		p.Incumbent = b.id
	}
}

// sharedUnits returns the units that two claims of one area share. For each name in
// common these are the subscriptions that both claims name. If one of the claims
// names no subscription, it is the name alone.
func sharedUnits(products, others []product) []Unit {
	var shared []Unit
	for _, x := range products {
		i, found := slices.BinarySearchFunc(others, x.key, product.compareKey)
		if !found {
			continue
		}
		y := others[i]
		name := min(x.name, y.name)
		if len(x.subscriptions) == 0 || len(y.subscriptions) == 0 {
			shared = append(shared, Unit{Name: name})
			continue
		}
		for _, s := range x.subscriptions {
			if _, both := slices.BinarySearchFunc(y.subscriptions, s, SubscriptionID.Compare); both {
				shared = append(shared, Unit{name, s})
			}
		}
	}
	return shared
}

// A product is one name of a claim with all its subscriptions that distinguish
// claims.
type product struct {
	key           string // the name in the form that is compared
	name          string // the spelling that sorts first
	subscriptions []SubscriptionID
}

func (p product) compareKey(key string) int { return strings.Compare(p.key, key) }

// products returns the products of the units of a claim, ordered by name and
// subscription, without repetition.
func (p *Policy) products(area Area, units []Unit) []product {
	all := make([]product, 0, len(units))
	for _, u := range units {
		name := strings.TrimSpace(u.Name)
		one := product{key: foldName(name), name: name}
		if p.bySubscription(area) && !u.Subscription.IsZero() {
			one.subscriptions = []SubscriptionID{u.Subscription}
		}
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b product) int { return strings.Compare(a.key, b.key) })
	merged := all[:0]
	for _, one := range all {
		last := len(merged) - 1
		if last < 0 || merged[last].key != one.key {
			merged = append(merged, one)
			continue
		}
		merged[last].name = min(merged[last].name, one.name)
		merged[last].subscriptions = append(merged[last].subscriptions, one.subscriptions...)
	}
	for i := range merged {
		slices.SortFunc(merged[i].subscriptions, SubscriptionID.Compare)
		merged[i].subscriptions = slices.Compact(merged[i].subscriptions)
	}
	return merged
}

// bySubscription reports whether claims in an area are distinguished by
// subscription.
func (p *Policy) bySubscription(area Area) bool {
	return area == BusinessApplications && !p.ProductDecides
}

// A Relation is the relation between two claims. The zero Relation means that they
// are unrelated.
type Relation uint8

// The relations.
const (
	Competing           Relation = iota + 1 // different companies (CPR-30): "competing"
	PossiblyCompeting                       // perhaps different companies (CPR-30): "possibly-competing"
	Duplicate                               // one company, an activity in common (CPR-34): "duplicate"
	UndeterminedOverlap                     // one of these, if their times overlap, which is unknown (CPR-37): "undetermined"

	noRelation   Relation = 0
	lastRelation          = UndeterminedOverlap
)
