package cpor

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
