package cpor

import (
	"cmp"
	"slices"
)

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
		common := ActivitySet(activities)&q.claim.claim.Activities != 0
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
	pair := Pair{Mark: mark, SameCompany: sameCompany, Policy: *p}
	pair.tell(inOrder(c.claim.side(), other.claim.side()))
	return pair
}
