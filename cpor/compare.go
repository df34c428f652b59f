package cpor

import (
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Pair is two claims that compete, or may, or are duplicates.
type Pair struct {
	// First and Second are the IDs of the claims, in the order of their
	// submission days and then of their IDs, which says nothing of who wins
	// (CPR-35).
	First  string `json:"first"`
	Second string `json:"second"`

	Relation Relation `json:"relation"` // what the claims are to one another

	// SameCompany says whether the claims are of one company, which for claims
	// that compete is No, and for duplicates Yes.
	SameCompany Tri `json:"sameCompany"`

	// Units are what both claim, in the order of names and subscriptions, each
	// once, in the spelling that comes first in the order of bytes (CPR-32).
	// The list may be kept after a range has gone on, but not be changed, since
	// other pairs may have the same.
	Units []Unit `json:"units"`

	// Incumbent is the ID of the one claim that is approved, if the claims may
	// be of two companies; empty if both are pending, or if both are approved,
	// which is conflicting data and told by BothApproved (CPR-35).
	Incumbent    string `json:"incumbent,omitzero"`
	BothApproved bool   `json:"bothApproved,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Relate returns the relation between two claims, under [Baseline]: see
// [Policy.Relate].
func Relate(a, b Claim) (pair Pair, ok bool, err error) { return Baseline().Relate(a, b) }

// Relate returns the relation between two claims. It returns true if they
// compete, may compete, or are duplicates, and false if they are unrelated.
//
// Two claims compete when they are of different companies, on the same tenant
// and in the same solution area, have a unit in common, are live, and their
// times overlap (CPR-30 to CPR-37). Those of one company with an activity in
// common are duplicates.
//
// This is the definition, which [Policy.Detect] and [Index] agree with. Compare
// returns a [*partnerrules.InputError] if:
//   - [Claim.Validate] rejects a claim,
//   - both claims have the same ID,
//   - both claims have the same partner, of two companies,
//   - the policy is invalid.
func (p Policy) Relate(a, b Claim) (pair Pair, ok bool, err error) {
	if err := p.checkPair(&a, &b); err != nil {
		return Pair{}, false, err
	}
	sameCompany, overlap := a.party().sameCompany(b.party()), a.overlaps(&b)
	mark := p.relation(sameCompany, a.Activities&b.Activities != 0)
	units := p.sharedUnits(&a, &b)
	if a.Tenant != b.Tenant || a.Area != b.Area || overlap == No || mark == noMark || len(units) == 0 {
		return Pair{}, false, nil
	}
	if overlap == Unknown {
		mark = UndeterminedOverlap
	}
	pair = Pair{Relation: mark, SameCompany: sameCompany, Units: units, Policy: p}
	pair.tell(inOrder(a.side(), b.side()))
	return pair, true, nil
}

// checkPair returns the error of an invalid policy, or of claims that cannot be
// compared.
func (p *Policy) checkPair(a, b *Claim) error {
	if err := p.Validate(); err != nil {
		return err
	}
	for _, c := range []*Claim{a, b} {
		if err := c.validate(); err != nil {
			return err
		}
	}
	switch {
	case a.ID == b.ID:
		return check.Input("id", "the ID of both claims"+a.in())
	case a.Partner == b.Partner && a.Company != b.Company && !a.Company.IsZero() && !b.Company.IsZero():
		return twoCompanies(b, a.Company)
	}
	return nil
}

// twoCompanies returns the error of a claim whose partner is known to be of
// another company.
func twoCompanies(c *Claim, other PartnerID) error {
	return check.Input("company", "partner "+c.Partner.String()+" is of "+c.Company.String()+" and of "+other.String()+c.in())
}

// overlaps returns whether both claims are live, and their times overlap. Where
// no start is known it is Unknown, unless a known end lies before the other's
// known start.
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

// relation is the mark of two claims that share a unit while their times
// overlap.
func (p *Policy) relation(sameCompany Tri, commonActivity bool) Relation {
	switch {
	case sameCompany == Yes && commonActivity:
		return Duplicate
	case sameCompany == Yes || p.CommonActivity && !commonActivity:
		return noMark
	case sameCompany == Unknown:
		return PossiblyCompeting
	}
	return Competing
}

// A side is what a pair tells of one of its claims.
type side struct {
	id        string
	submitted calendar.Date
	approved  bool
}

func (c *Claim) side() side { return side{c.ID, c.Submitted, c.Status == Approved} }

// inOrder returns the sides in the order of submission days and IDs.
func inOrder(a, b side) (first, second side) {
	if order := a.submitted.Compare(b.submitted); order > 0 || order == 0 && a.id > b.id {
		return b, a
	}
	return a, b
}

// tell fills in the claims, which come in their order, and which is the
// incumbent.
func (p *Pair) tell(a, b side) {
	p.First, p.Second, p.Incumbent, p.BothApproved = a.id, b.id, "", false
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

// sharedUnits returns what two claims of one area both claim: for each name in
// common the subscriptions that both name, or the name alone where either names
// none.
func (p *Policy) sharedUnits(a, b *Claim) []Unit {
	var shared []Unit
	others := b.products(p)
	for _, x := range a.products(p) {
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

// A product is one name of a claim with all its subscriptions that tell.
type product struct {
	key           string // the name as it is compared
	name          string // the first of its spellings
	subscriptions []SubscriptionID
}

func (p product) compareKey(key string) int { return strings.Compare(p.key, key) }

// products returns those of a claim, in the order of names and subscriptions,
// each once.
func (c *Claim) products(p *Policy) []product {
	all := make([]product, 0, len(c.Units))
	for _, u := range c.Units {
		name := strings.TrimSpace(u.Name)
		one := product{key: foldName(name), name: name}
		if p.tells(c.Area) && !u.Subscription.IsZero() {
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

// tells reports whether subscriptions tell claims of an area apart.
func (p *Policy) tells(area Area) bool { return area == BusinessApplications && !p.ProductDecides }

// A Relation is the relation between two claims. The zero Mark stands for unrelated
// claims.
type Relation uint8

// The marks.
const (
	Competing           Relation = iota + 1 // different companies (CPR-30): "competing"
	PossiblyCompeting                       // perhaps of one company (CPR-30): "possibly-competing"
	Duplicate                               // one company, an activity in common (CPR-34): "duplicate"
	UndeterminedOverlap                     // one of these, if their times overlap, which is not known (CPR-37): "undetermined"

	noMark   Relation = 0
	lastMark          = UndeterminedOverlap
)
