package cpor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// An Index holds claims that come and go, and says of a claim which it makes a
// pair with, as [Policy.Detect] would over all of them. It is for a service that
// runs: to put, replace and remove a claim takes time in the number of its units
// and the logarithm of that of the claims on them, and to ask takes the same
// and, for each pair and shared unit, another logarithm.
//
// An index is not safe for concurrent use while it is changed; asking alone is.
// The zero Index rejects all claims: see [NewIndex]. Its methods panic on a nil
// pointer.
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

// NewIndex returns an index without claims. It returns a
// [*partnerrules.InputError] if the policy is invalid.
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
// one. It returns a [*partnerrules.InputError], and changes nothing, if
// [Claim.Validate] rejects the claim, or if other claims say that its partner is of
// another company.
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

// check returns the error of a claim that cannot be judged beside the others.
func (x *Index) check(c *Claim) error {
	if err := x.policy.Validate(); err != nil {
		return err // it is the zero Index
	}
	if err := c.validate(); err != nil {
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

// A query gathers what a claim makes pairs with.
type query struct {
	index *Index
	claim *indexed
	hits  []hit
}

// A hit is a claim that shares a unit with the one asked for.
type hit struct {
	other *indexed
	order int // of the unit among those of the claim asked for
	unit  Unit
}

// products asks the lists that a claim of the same units can be in.
func (q *query) products() {
	order := 0
	for _, p := range q.claim.products {
		bare := q.claim.key(p)
		q.list(bare, p.name, order)
		if len(p.subscriptions) == 0 {
			bare.any = true
			q.list(bare, p.name, order)
		}
		for _, s := range p.subscriptions {
			order++
			own := bare
			own.subscription = s
			q.list(own, p.name, order)
		}
		order++
	}
}

// list notes those of a list that make a pair with the claim.
func (q *query) list(key indexKey, name string, order int) {
	list := q.index.lists[key]
	if list == nil {
		return
	}
	for activities, root := range list.trees {
		common := partnerrules.Set[Activity](activities)&q.claim.claim.Activities != 0
		if root != nil && (common || !q.index.policy.CommonActivity) {
			root.visit(q.claim, !common, func(found *tree) {
				if found.claim.claim.ID != q.claim.claim.ID {
					q.hits = append(q.hits, hit{found.claim, order, Unit{min(name, found.name), key.subscription}})
				}
			})
		}
	}
}

// pairs puts the hits of each claim together.
func (q *query) pairs() []Pair {
	slices.SortFunc(q.hits, func(a, b hit) int {
		if a.other != b.other {
			return a.other.compare(b.other)
		}
		return cmp.Compare(a.order, b.order)
	})
	var pairs []Pair
	for i, h := range q.hits {
		if i == 0 || q.hits[i-1].other != h.other {
			pairs = append(pairs, q.pair(h.other))
		}
		last := &pairs[len(pairs)-1]
		last.Units = append(last.Units, h.unit)
	}
	return pairs
}

func (q *query) pair(other *indexed) Pair {
	p, c := &q.index.policy, q.claim
	sameCompany := c.party.sameCompany(other.party)
	mark := p.relation(sameCompany, true) // met without a common activity are only those to whom it makes no difference
	if c.start == 0 || other.start == 0 {
		mark = UndeterminedOverlap
	}
	pair := Pair{Relation: mark, SameCompany: sameCompany, Policy: *p}
	pair.tell(inOrder(c.claim.side(), other.claim.side()))
	return pair
}

// A tree holds claims in their order: a treap, whose priorities are secret
// hashes of the claim IDs, so that it is balanced whatever claims are put in.
// The nil tree is empty.
type tree struct {
	left, right *tree
	claim       *indexed
	name        string // the unit's, as the claim spells it
	priority    uint64

	// lasting are those of the subtree that end last, an open end last of all,
	// as many as it takes: for any party, if the subtree has claims of other
	// companies, one of them that ends last is among these.
	//
	// A claim is among them unless every party that is of one company with all
	// that end later is of one with it too. A party has two IDs at most, and so
	// has a claim, so that by a theorem of Bollobás there are no more than six.
	lasting [mostLasting]*indexed
}

const mostLasting = 6

// insert returns the tree with one more node.
func (t *tree) insert(n *tree) *tree {
	switch {
	case t == nil:
		n.update()
		return n
	case n.priority > t.priority:
		n.left, n.right = t.split(n.claim)
		n.update()
		return n
	case n.claim.compare(t.claim) < 0:
		t.left = t.left.insert(n)
	default:
		t.right = t.right.insert(n)
	}
	t.update()
	return t
}

// split returns the parts of the tree before and after a claim, which is not in
// it.
func (t *tree) split(at *indexed) (before, after *tree) {
	if t == nil {
		return nil, nil
	}
	if t.claim.compare(at) < 0 {
		t.right, after = t.right.split(at)
		t.update()
		return t, after
	}
	before, t.left = t.left.split(at)
	t.update()
	return before, t
}

// remove returns the tree without a claim, which is in it.
func (t *tree) remove(c *indexed) *tree {
	switch order := c.compare(t.claim); {
	case order == 0:
		return t.left.merge(t.right)
	case order < 0:
		t.left = t.left.remove(c)
	default:
		t.right = t.right.remove(c)
	}
	t.update()
	return t
}

// merge returns two trees as one, the second after the first.
func (t *tree) merge(u *tree) *tree {
	switch {
	case t == nil:
		return u
	case u == nil:
		return t
	case t.priority > u.priority:
		t.right = t.right.merge(u)
		t.update()
		return t
	}
	u.left = t.merge(u.left)
	u.update()
	return u
}

// visit calls found for the claims of the tree whose times may overlap that of
// q, in their order; with others, only for those that are not of its company.
func (t *tree) visit(q *indexed, others bool, found func(*tree)) {
	if t == nil || !t.reaches(q, others) {
		return
	}
	t.left.visit(q, others, found)
	if t.claim.start > q.end {
		return
	}
	if t.claim.reaches(q, others) {
		found(t)
	}
	t.right.visit(q, others, found)
}

// reaches reports whether a claim of the subtree does.
func (t *tree) reaches(q *indexed, others bool) bool {
	for _, c := range t.lasting {
		if c == nil || c.end < q.start {
			return false
		}
		if c.reaches(q, others) {
			return true
		}
	}
	return false
}

// reaches reports whether the claim has not ended when q begins and, with
// others, is not of its company.
func (in *indexed) reaches(q *indexed, others bool) bool {
	return in.end >= q.start && !(others && in.party.sameCompany(q.party) == Yes)
}

// update finds those that last from those of the children.
func (t *tree) update() {
	var left, right []*indexed
	if t.left != nil {
		left = t.left.lasting[:]
	}
	if t.right != nil {
		right = t.right.lasting[:]
	}
	own := [...]*indexed{t.claim}
	lists := [...][]*indexed{own[:], left, right}
	kept := t.lasting[:0]
	for {
		next := -1
		for i, list := range lists {
			if len(list) > 0 && list[0] != nil && (next < 0 || list[0].end > lists[next][0].end) {
				next = i
			}
		}
		if next < 0 || len(kept) == mostLasting {
			break
		}
		if c := lists[next][0]; tellsApart(kept, c.party) {
			kept = append(kept, c)
		}
		lists[next] = lists[next][1:]
	}
	clear(t.lasting[len(kept):])
}

// tellsApart reports whether some party is of one company with all kept, but
// not with c.
func tellsApart(kept []*indexed, c party) bool {
	if len(kept) == 0 {
		return true
	}
	for _, id := range kept[0].party.ids() {
		if id.IsZero() || c.has(id) {
			continue
		}
		rest := withoutID(kept, id)
		if rest == nil {
			return true
		}
		for _, second := range rest.party.ids() {
			if !second.IsZero() && !c.has(second) && allHave(kept, id, second) {
				return true
			}
		}
	}
	return false
}

// withoutID returns the first claim whose party lacks an ID.
func withoutID(claims []*indexed, id PartnerID) *indexed {
	for _, c := range claims {
		if !c.party.has(id) {
			return c
		}
	}
	return nil
}

func allHave(claims []*indexed, a, b PartnerID) bool {
	for _, c := range claims {
		if !c.party.has(a) && !c.party.has(b) {
			return false
		}
	}
	return true
}

// ids returns the IDs of a party, of which the second may be none.
func (a party) ids() [2]PartnerID { return [2]PartnerID{a.partner, a.company} }
