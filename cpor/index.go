package cpor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// An Index holds claims that come and go, and says of a claim which it makes a
// pair with, as [Policy.Detect] would over all of them. It is for a service that
// runs: to put, replace and remove a claim takes time in the number of its units
// and the logarithm of that of the claims on them, and to ask takes the same
// and, for each pair and shared unit, another logarithm.
//
// An index is not safe for concurrent use while it is changed; asking alone is.
// The zero value is no index, and refuses all claims: see [NewIndex]. A nil
// pointer is not to be called.
type Index struct {
	policy Policy
	hasher hasher
	first  calendar.Date

	claims    map[string]*indexed
	companies map[PartnerID]companyUse
	lists     map[indexKey]*indexList
}

// An indexed claim is one with what follows from it. It is not changed.
type indexed struct {
	claim      Claim
	party      party
	products   []product
	start, end int32
}

// A companyUse is the company of a partner, and how many claims say so.
type companyUse struct {
	company PartnerID
	claims  int
}

// An indexKey names a list of live claims: those that name no subscription of a
// product, those that name any, or those that name one.
type indexKey struct {
	tenant       TenantID
	area         Area
	name         string
	any          bool
	subscription SubscriptionID
}

// An indexList holds live claims in a tree for each set of activities.
type indexList struct {
	trees  [allActivities + 1]*tree
	claims int
}

// NewIndex returns an index without claims. A policy that is not valid is a
// [*calendar.InputError].
func NewIndex(p Policy) (*Index, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return &Index{
		policy: p, hasher: newHasher(), first: calendar.MustParseDate("0001-01-01"),
		claims: map[string]*indexed{}, companies: map[PartnerID]companyUse{}, lists: map[indexKey]*indexList{},
	}, nil
}

// Len returns the number of claims, live or not.
func (x *Index) Len() int { return len(x.claims) }

// Get returns the claim with the given ID. Its list of units must not be
// changed.
func (x *Index) Get(id string) (c Claim, ok bool) {
	found, ok := x.claims[id]
	if !ok {
		return Claim{}, false
	}
	return found.claim, true
}

// Put puts a claim into the index, in place of the one with its ID, if there is
// one. What [Claim.Validate] refuses, and a partner that other claims say is of
// another company, is a [*calendar.InputError], and changes nothing.
func (x *Index) Put(c Claim) error {
	if err := x.check(&c); err != nil {
		return err
	}
	x.Remove(c.ID)
	c.Units = slices.Clone(c.Units)
	in := x.index(c)
	x.claims[c.ID] = in
	if !c.Company.IsZero() {
		x.companies[c.Partner] = companyUse{c.Company, x.companies[c.Partner].claims + 1}
	}
	for key, name := range in.keys() {
		x.join(key, name, in)
	}
	return nil
}

// Remove removes the claim with the given ID, and reports whether there was one.
func (x *Index) Remove(id string) bool {
	in, ok := x.claims[id]
	if !ok {
		return false
	}
	for key := range in.keys() {
		x.leave(key, in)
	}
	if c := &in.claim; !c.Company.IsZero() {
		use := x.companies[c.Partner]
		if use.claims--; use.claims == 0 {
			delete(x.companies, c.Partner)
		} else {
			x.companies[c.Partner] = use
		}
	}
	delete(x.claims, id)
	return true
}

// Conflicts returns the pairs that a claim makes with those of the index,
// ordered by the other claim: by the first day on which it holds, unknown days
// first, then by its ID. The claim need not be in the index; if one with its ID
// is, that is left out. Errors are those of [Index.Put].
func (x *Index) Conflicts(c Claim) ([]Pair, error) {
	if err := x.check(&c); err != nil {
		return nil, err
	}
	if !c.Status.IsLive() {
		return nil, nil
	}
	q := query{index: x, claim: x.index(c)}
	q.products()
	return q.pairs(), nil
}

// check refuses a claim that cannot be judged beside the others.
func (x *Index) check(c *Claim) error {
	if err := x.policy.Validate(); err != nil {
		return err // it is the zero value
	}
	if err := c.Validate(); err != nil {
		return err
	}
	use, known := x.companies[c.Partner]
	if !known || c.Company.IsZero() || use.company == c.Company {
		return nil
	}
	own, replaced := x.claims[c.ID]
	if replaced && use.claims == 1 && own.claim.Partner == c.Partner && !own.claim.Company.IsZero() {
		return nil // only the claim that it replaces says so
	}
	return twoCompanies(c, use.company)
}

func (x *Index) index(c Claim) *indexed {
	in := &indexed{claim: c, party: c.party(), start: day(c.start(), x.first), end: openEnd}
	if c.Status.IsLive() {
		in.products = c.products(&x.policy)
	}
	if !c.Ends.IsZero() {
		in.end = day(c.Ends, x.first)
	}
	return in
}

// keys returns the lists that a live claim is in, with the name as it spells
// it.
func (in *indexed) keys() func(yield func(indexKey, string) bool) {
	return func(yield func(indexKey, string) bool) {
		for _, p := range in.products {
			key := in.key(p)
			key.any = len(p.subscriptions) > 0
			if !yield(key, p.name) {
				return
			}
			for _, s := range p.subscriptions {
				key.any, key.subscription = false, s
				if !yield(key, p.name) {
					return
				}
			}
		}
	}
}

// key returns that of the list of those that name no subscription.
func (in *indexed) key(p product) indexKey {
	return indexKey{tenant: in.claim.Tenant, area: in.claim.Area, name: p.key}
}

func (x *Index) join(key indexKey, name string, in *indexed) {
	list := x.lists[key]
	if list == nil {
		list = &indexList{}
		x.lists[key] = list
	}
	root := &list.trees[in.claim.Activities]
	*root = (*root).insert(&tree{claim: in, name: name, priority: x.hasher.text(in.claim.ID)})
	list.claims++
}

func (x *Index) leave(key indexKey, in *indexed) {
	list := x.lists[key]
	root := &list.trees[in.claim.Activities]
	*root = (*root).remove(in)
	if list.claims--; list.claims == 0 {
		delete(x.lists, key)
	}
}

// compare orders claims by the days from which they hold, then by their IDs.
func (in *indexed) compare(other *indexed) int {
	if in.start != other.start {
		return cmp.Compare(in.start, other.start)
	}
	return strings.Compare(in.claim.ID, other.claim.ID)
}
