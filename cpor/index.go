package cpor

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Index holds a changing set of claims and finds the pairs of one claim, as
// [Policy.Detect] does for all claims (CPR-30). It is meant for services that run
// for a long time.
//
// Let u be the number of a claim's units, and n the number of claims on them. Put
// and Remove take O(u log n) time. Conflicts takes O(log n) more for each pair and
// shared unit. All and Pairs go through the whole index.
//
// Len, Get, All, Conflicts and Pairs are safe for concurrent use, unless another
// goroutine calls Put or Remove. The zero Index rejects all claims; use [NewIndex].
// The methods panic on a nil pointer.
type Index struct {
	policy Policy
	hasher hasher
	first  calendar.Date

	claims    map[string]*indexed
	companies map[PartnerID]companyUse
	lists     map[indexKey]*indexList
}

// An indexed is a claim with the values that are derived from it. It is immutable.
type indexed struct {
	claim      Claim
	party      party
	products   []product
	start, end int32
}

// A companyUse is the company of an ID, with the number of claims that state it.
type companyUse struct {
	company PartnerID
	claims  int
}

// An indexKey identifies a list of live claims on a product: the claims that name
// no subscription, the claims that name any, or the claims that name a given one.
type indexKey struct {
	tenant       TenantID
	area         Area
	name         string
	any          bool
	subscription SubscriptionID
}

// An indexList holds live claims in trees, one for each set of activities.
type indexList struct {
	trees  [allActivities + 1]*tree
	claims int
}

// NewIndex returns an empty index that uses the policy of [InForce]. For another policy,
// see [Policy.NewIndex].
func NewIndex() *Index { return newIndex(inForce()) }

// NewIndex returns an empty index that uses policy p. It returns a
// [*partnerrules.InputError] if p is invalid.
func (p Policy) NewIndex() (*Index, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return newIndex(p), nil
}

func newIndex(p Policy) *Index {
	return &Index{
		policy: p, hasher: newHasher(), first: calendar.MustParseDate("0001-01-01"),
		claims: map[string]*indexed{}, companies: map[PartnerID]companyUse{}, lists: map[indexKey]*indexList{},
	}
}

// Len returns the number of claims in the index, live or not.
func (x *Index) Len() int { return len(x.claims) }

// Get returns the claim with the given ID. It returns false if there is none. The
// caller must not modify the list of units.
func (x *Index) Get(id string) (c Claim, ok bool) {
	found, ok := x.claims[id]
	if !ok {
		return Claim{}, false
	}
	return found.claim, true
}

// All returns an iterator over the claims in the index, in the order of their IDs.
// The caller must not modify the lists of units.
//
// Each range sorts the IDs, which takes O(n log n) time for n claims. The loop may
// call Put and Remove: a claim that it adds does not come up in this range, and
// neither does a later claim that it removes.
func (x *Index) All() iter.Seq[Claim] {
	return func(yield func(Claim) bool) {
		for _, id := range slices.Sorted(maps.Keys(x.claims)) {
			if c, ok := x.Get(id); ok && !yield(c) {
				return
			}
		}
	}
}

// Put adds a claim to the index. It replaces the claim with the same ID, and reports
// whether there was one.
//
// Put returns a [*partnerrules.InputError] and leaves the index unchanged if:
//   - [Claim.Validate] rejects the claim,
//   - another claim contradicts its company: see [FillCompanies],
//   - x is the zero Index.
func (x *Index) Put(c Claim) (replaced bool, err error) {
	if err := x.check(&c); err != nil {
		return false, err
	}
	replaced = x.Remove(c.ID)
	c.Units = slices.Clone(c.Units)
	in := x.index(c)
	x.claims[c.ID] = in
	for id := range in.party.stated {
		x.companies[id] = companyUse{c.Company, x.companies[id].claims + 1}
	}
	for key, name := range in.keys() {
		x.join(key, name, in)
	}
	return replaced, nil
}

// Remove removes the claim with the given ID. It reports whether there was one.
func (x *Index) Remove(id string) bool {
	in, ok := x.claims[id]
	if !ok {
		return false
	}
	for key := range in.keys() {
		x.leave(key, in)
	}
	for id := range in.party.stated {
		use := x.companies[id]
		if use.claims--; use.claims == 0 {
			delete(x.companies, id)
		} else {
			x.companies[id] = use
		}
	}
	delete(x.claims, id)
	return true
}

// Conflicts returns the pairs of a claim with the claims in the index. The claim
// need not be in the index. A claim with the same ID is ignored.
//
// The pairs are ordered by the other claim: by the first day on which it holds,
// unknown days first, then by its ID. Conflicts returns an error in the same
// cases as [Index.Put].
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

// Pairs returns an iterator over all pairs of claims in the index, each once. They
// are the pairs that [Policy.Detect] finds among the claims, in the same order and
// with the same complexity. Each range begins with the claims that are in the index
// at that time. The loop may call Put and Remove, which does not change the pairs of
// this range.
func (x *Index) Pairs() iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		pairs, err := x.policy.Detect(slices.Collect(x.All()))
		if err == nil { // only the zero Index has an error: Put has checked the claims
			pairs(yield)
		}
	}
}

// check returns an error if the claim is invalid or contradicts other claims.
func (x *Index) check(c *Claim) error {
	if x.claims == nil {
		return check.Input("index", "the zero Index, use NewIndex")
	}
	if err := c.validate(); err != nil {
		return err
	}
	for id := range c.party().stated {
		use := x.companies[id]
		if replaced, ok := x.claims[c.ID]; ok && replaced.party.states(id) {
			use.claims--
		}
		if use.claims > 0 && use.company != c.Company {
			return c.named(check.Input("company", contradiction(id, c.Company, use.company)))
		}
	}
	return nil
}

// index returns the claim with its derived values.
func (x *Index) index(c Claim) *indexed {
	in := &indexed{claim: c, party: c.party(), start: day(c.start(), x.first), end: openEnd}
	if c.Status.IsLive() {
		in.products = x.policy.products(c.Area, c.Units)
	}
	if !c.Ends.IsZero() {
		in.end = day(c.Ends, x.first)
	}
	return in
}

// keys returns an iterator over the keys of the lists that a live claim is in, each
// with the name as the claim spells it.
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

// key returns the key of the list of claims on a product that name no subscription.
func (in *indexed) key(p product) indexKey {
	return indexKey{tenant: in.claim.Tenant, area: in.claim.Area, name: p.key}
}

// join adds a claim to a list.
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

// leave removes a claim from a list.
func (x *Index) leave(key indexKey, in *indexed) {
	list := x.lists[key]
	root := &list.trees[in.claim.Activities]
	*root = (*root).remove(in)
	if list.claims--; list.claims == 0 {
		delete(x.lists, key)
	}
}

// compare orders claims by the first day on which they hold, then by ID.
func (in *indexed) compare(other *indexed) int {
	if in.start != other.start {
		return cmp.Compare(in.start, other.start)
	}
	return strings.Compare(in.claim.ID, other.claim.ID)
}

// A query collects the claims that form pairs with one claim.
type query struct {
	index *Index
	claim *indexed
	hits  []hit
}

// A hit is a claim that shares a unit with the claim of the query.
type hit struct {
	other *indexed
	order int // the index of the unit in the claim of the query
	unit  Unit
}

// products searches the lists of all claims that may share a unit.
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

// list collects the claims of a list that form a pair with the claim.
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

// pairs returns one pair for all hits of each claim.
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

// pair returns the pair with another claim, without the units.
func (q *query) pair(other *indexed) Pair {
	p, c := &q.index.policy, q.claim
	sameCompany := c.party.sameCompany(other.party)
	relation := p.relation(sameCompany, true) // claims without a common activity are met only if it makes no difference
	if c.start == 0 || other.start == 0 {
		relation = UndeterminedOverlap
	}
	pair := Pair{Tenant: c.claim.Tenant, Area: c.claim.Area, Relation: relation, SameCompany: sameCompany, Policy: *p}
	pair.fill(inOrder(p.side(&c.claim), p.side(&other.claim)))
	return pair
}

// A tree is a treap that holds claims in their order. The priorities are secret
// hashes of the claim IDs, so the tree is balanced for every set of claims. The
// nil tree is empty.
type tree struct {
	left, right *tree
	claim       *indexed
	name        string // the name of the unit as the claim spells it
	priority    uint64

	// lasting holds the claims of the subtree that end last, in descending order
	// of their ends. If the subtree has claims of other
	// companies than a given party, lasting holds one of these that ends last.
	//
	// A claim adds nothing, and is left out, if each party of one company with all
	// claims that end later is of one company with this claim too. A party and a
	// claim have at most two IDs each. By a theorem of Bollobás, six claims are
	// therefore enough.
	lasting [mostLasting]*indexed
}

const mostLasting = 6

// insert returns the tree with node n added.
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

// split returns the parts of the tree before and after a claim that is not in the
// tree.
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

// remove returns the tree without a claim that is in the tree.
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

// merge returns one tree with the claims of t before the claims of u.
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

// visit calls found, in order, for the claims of the tree whose times may overlap
// the time of q. If others is true, it skips the claims of the same company as q.
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

// reaches reports whether [indexed.reaches] is true for a claim of the subtree.
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

// reaches reports whether the claim has not ended when q begins. If others is
// true, it is false for a claim of the same company as q.
func (in *indexed) reaches(q *indexed, others bool) bool {
	return in.end >= q.start && !(others && in.party.sameCompany(q.party) == Yes)
}

// update computes lasting from the claim and the children.
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
		if c := lists[next][0]; distinguishes(kept, c.party) {
			kept = append(kept, c)
		}
		lists[next] = lists[next][1:]
	}
	clear(t.lasting[len(kept):])
}

// distinguishes reports whether c must be kept. It must if a party exists that is
// of one company with all kept claims, but not with c.
func distinguishes(kept []*indexed, c party) bool {
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

// withoutID returns the first claim whose party does not have an ID, or nil.
func withoutID(claims []*indexed, id PartnerID) *indexed {
	for _, c := range claims {
		if !c.party.has(id) {
			return c
		}
	}
	return nil
}

// allHave reports whether the party of each claim has an ID a or b.
func allHave(claims []*indexed, a, b PartnerID) bool {
	for _, c := range claims {
		if !c.party.has(a) && !c.party.has(b) {
			return false
		}
	}
	return true
}

// ids returns the IDs of a party. The second one may be zero.
func (a party) ids() [2]PartnerID { return [2]PartnerID{a.partner, a.company} }
