package cpor

import (
	"slices"
	"strings"
)

// A sweep processes the claims of a tenant in the order of the first days on which
// they hold. Each claim searches lists of live claims for earlier claims, and then
// joins these lists. Each pair is therefore found once, at its later claim.
//
// There is a list for each unit. A list has a cell for each set of activities. In
// a cell, the claims of one company are adjacent, and within them the claims of
// one partner. If a claim has no activity in common with a cell, it skips all
// claims of its own company in one step. Every other claim that it visits forms a
// pair with it, or has ended and leaves the list for good. The time is therefore
// linear in the claims, their units and the pairs.
type sweep struct {
	*detection
	pair    Pair   // the pair that was yielded last
	units   []Unit // memory for the lists of units
	last    []Unit // the list of units that was made last
	lastOf  entry  // the unit of last
	part    part
	claimed []claimed // the claims of the tenant, in order
	named   []entry   // the entries of claimed

	lists []list
	cells []cell
	nodes []node
	runs  []run
	found []uint64 // the pairs of a claim: see foundKey

	listOf table // the list of a unit
	runOf  table // the run of a cell and a party, or of a cell and a company
}

// A claimed is a claim with the range of its entries in sweep.named.
type claimed struct {
	traits
	id      string
	entries span
}

// A list holds live claims on a unit.
type list struct {
	cells  int32 // the first cell
	joined int32 // the number of claims that have ever joined the list
}

// A cell holds the claims of a list that have the same set of activities.
type cell struct {
	next       int32 // the next cell of the list
	head       int32 // the first node
	activities activityBits
}

// A node is a claim in a cell.
type node struct {
	prev, next int32
	end        int32
	position   uint32 // the index in claimed
	party      uint32
	run        int32 // 0: the node is before all runs and in none
}

// A run is the part of a cell with the claims of one party. It is within a run with
// the claims of one company. Without nodes, last is 0.
type run struct {
	last    int32
	company int32
}

// The first claims of a list, up to this number, do not form runs. Most lists are
// short, and visiting each claim of a short list is cheaper. If all claims have an
// activity in common there are no runs at all, because nothing is skipped.
const loose = 16

// pairs is the iterator that Detect returns.
func (d *detection) pairs(yield func(Pair) bool) {
	s := sweep{detection: d, pair: Pair{Policy: d.policy}}
	for from, to := 0, 0; from < len(d.tenants); from = to {
		for to < len(d.tenants) && partOf(d.tenants[to]) == partOf(d.tenants[from]) {
			to++
		}
		if !s.through(from, to, yield) {
			return
		}
	}
}

// through yields the pairs of the tenants with the indexes from to to-1, which
// form a part. It reports whether to continue.
func (s *sweep) through(from, to int, yield func(Pair) bool) bool {
	s.part.load(s.detection, from, to)
	rest := s.part.keys
	for i, t := range s.tenants[from:to] {
		n := t.to - t.from
		s.pair.Tenant = s.tenantIDs[from+i]
		if n > 1 && !s.tenant(rest[:n], yield) {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// tenant yields the pairs of a tenant with the given keys. It reports whether to
// continue.
func (s *sweep) tenant(keys []uint64, yield func(Pair) bool) bool {
	s.sort(keys)
	s.place(keys)
	s.reset(len(s.named))
	for position := range s.claimed {
		s.found = s.found[:0]
		s.meet(uint32(position), &s.claimed[position])
		if len(s.found) > 0 && !s.report(uint32(position), yield) {
			return false
		}
	}
	return true
}

// sort sorts keys by ID where they have the same start.
func (s *sweep) sort(keys []uint64) {
	for rest := keys; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n]>>32 == rest[0]>>32 {
			n++
		}
		if n > 1 {
			slices.SortFunc(rest[:n], s.compareIDs)
		}
		rest = rest[n:]
	}
}

// compareIDs orders keys by the claim IDs.
func (s *sweep) compareIDs(a, b uint64) int {
	return strings.Compare(s.part.ids[uint32(a)], s.part.ids[uint32(b)])
}

// place copies the claims and their entries in the order of the keys.
func (s *sweep) place(keys []uint64) {
	s.claimed, s.named = slices.Grow(s.claimed[:0], len(keys)), slices.Grow(s.named[:0], len(keys))
	for _, key := range keys {
		r, from := &s.part.records[uint32(key)], uint32(len(s.named))
		if r.hasSeveral {
			all := r.unit.span()
			s.named = append(s.named, s.entries[all.from:all.to]...)
		} else {
			s.named = append(s.named, r.unit)
		}
		s.claimed = append(s.claimed, claimed{r.traits, s.part.ids[uint32(key)], span{from, uint32(len(s.named))}})
	}
}

// reset drops the previous tenant. In all lists, element 0 stands for none.
func (s *sweep) reset(entries int) {
	s.lists = append(s.lists[:0], list{})
	s.cells = append(s.cells[:0], cell{})
	s.nodes = append(slices.Grow(s.nodes[:0], entries+1), node{})
	s.runs = s.runs[:0]
	s.listOf.reset(min(entries, 2*s.listOf.used)) // the previous tenant used that many
}

// A name has one list for the claims that name no subscription of it, one for the
// claims that name any, and one for each subscription. The key of the second list
// has anySubscription in place of a subscription.
const anySubscription = 1<<32 - 1

// listKey returns the key of a list. The parameter subscription is 0 for the claims
// that name none.
func listKey(name uint32, area Area, subscription uint32) uint64 {
	return uint64(name)<<34 | uint64(area)<<32 | uint64(subscription)
}

// list returns the index of the list with a key. It adds the list if there is none.
func (s *sweep) list(key uint64) int32 {
	at := s.listOf.at(&s.hasher, key)
	if *at == 0 {
		*at = int32(len(s.lists))
		s.lists = append(s.lists, list{})
	}
	return *at
}

// meet finds the earlier claims that share units with a claim, and adds the claim
// to the lists.
func (s *sweep) meet(position uint32, r *claimed) {
	bySubscription := len(s.subscriptions) > 1 && s.policy.bySubscription(r.area)
	name := uint32(1<<32 - 1)
	for i, e := range s.named[r.entries.from:r.entries.to] {
		isFirst := e.name != name
		name = e.name
		bare := s.list(listKey(name, r.area, 0))
		if e.subscription == 0 {
			s.meetIn(bare, r, foundKey(i, false))
			if bySubscription {
				s.meetIn(s.list(listKey(name, r.area, anySubscription)), r, foundKey(i, false))
			}
			s.join(bare, position, r)
			continue
		}
		own := s.list(listKey(name, r.area, e.subscription))
		s.meetIn(own, r, foundKey(i, false))
		if isFirst {
			s.meetIn(bare, r, foundKey(i, true))
			s.join(s.list(listKey(name, r.area, anySubscription)), position, r)
		}
		s.join(own, position, r)
	}
}

// foundKey returns the low bits of an element of sweep.found. They hold the entry
// of the later claim by which the pair was found. The lowest bit is set if only
// the name is shared although the entry has a subscription. The high bits of the
// element are the position of the earlier claim.
func foundKey(entry int, bare bool) uint64 {
	key := uint64(entry) << 1
	if bare {
		key |= 1
	}
	return key
}

// meetIn adds the claims of a list that form a pair with a claim to found.
func (s *sweep) meetIn(l int32, r *claimed, key uint64) {
	self := &s.parties[r.party]
	for c := s.lists[l].cells; c != 0; c = s.cells[c].next {
		common := s.cells[c].activities&r.activities != 0
		if !common && s.policy.CommonActivity {
			continue
		}
		for n := s.cells[c].head; n != 0; {
			at := &s.nodes[n]
			switch {
			case at.end < r.start:
				s.leave(c, n)
				n = at.next
			case !common && self.sameCompany(s.parties[at.party].party) == Yes:
				n = s.stepOver(self, at)
			default:
				s.found = append(s.found, uint64(at.position)<<32|key)
				n = at.next
			}
		}
	}
}

// stepOver returns the next node to visit after at, which is of the same company
// as self. It skips the run of at's company if all of its claims are of one
// company with self. Otherwise it skips the run of at's party.
func (s *sweep) stepOver(self *partyRecord, at *node) int32 {
	if at.run == 0 {
		return at.next
	}
	of := s.runs[at.run]
	if company := &s.parties[at.party]; self.has(company.key()) {
		of = s.runs[of.company]
	}
	return s.nodes[of.last].next
}

// key returns the ID that represents the company.
func (p party) key() PartnerID {
	if p.company.IsZero() {
		return p.partner
	}
	return p.company
}

// join adds a claim to a list.
func (s *sweep) join(l int32, position uint32, r *claimed) {
	c := s.cell(l, r.activities)
	n := int32(len(s.nodes))
	s.nodes = append(s.nodes, node{end: r.end, position: position, party: r.party})
	s.lists[l].joined++
	if s.lists[l].joined <= loose || !s.disjoint {
		s.insert(c, 0, n)
		return
	}
	if len(s.runs) == 0 {
		s.runs = append(s.runs, run{})
		s.runOf.reset(4 * loose)
	}
	party := s.run(c, r.party<<1)
	company := s.run(c, s.parties[r.party].company<<1|1)
	after := s.runs[party].last
	if after == 0 {
		after = s.runs[company].last
	}
	if s.runs[company].last == after {
		s.runs[company].last = n
	}
	s.insert(c, after, n)
	s.runs[party] = run{n, company}
	s.nodes[n].run = party
}

// cell returns the index of a list's cell for a set of activities. It adds the
// cell if there is none.
func (s *sweep) cell(l int32, activities activityBits) int32 {
	c := s.lists[l].cells
	for c != 0 && s.cells[c].activities != activities {
		c = s.cells[c].next
	}
	if c == 0 {
		c = int32(len(s.cells))
		s.cells = append(s.cells, cell{next: s.lists[l].cells, activities: activities})
		s.lists[l].cells = c
	}
	return c
}

// run returns the index of a cell's run for a party or a company. It adds an
// empty run if there is none.
func (s *sweep) run(c int32, of uint32) int32 {
	at := s.runOf.at(&s.hasher, uint64(c)<<33|uint64(of))
	if *at == 0 {
		*at = int32(len(s.runs))
		s.runs = append(s.runs, run{})
	}
	return *at
}

// insert links node n after another node, or at the head of the cell if after is 0.
func (s *sweep) insert(c, after, n int32) {
	next := s.cells[c].head
	if after != 0 {
		next = s.nodes[after].next
		s.nodes[after].next = n
	} else {
		s.cells[c].head = n
	}
	s.nodes[n].prev, s.nodes[n].next = after, next
	if next != 0 {
		s.nodes[next].prev = n
	}
}

// leave removes a node from its cell. The node keeps its link to the next one.
func (s *sweep) leave(c, n int32) {
	at := s.nodes[n]
	if at.prev != 0 {
		s.nodes[at.prev].next = at.next
	} else {
		s.cells[c].head = at.next
	}
	if at.next != 0 {
		s.nodes[at.next].prev = at.prev
	}
	if at.run == 0 {
		return
	}
	party, before := &s.runs[at.run], s.nodes[at.prev].run
	company := &s.runs[party.company]
	if company.last == n {
		company.last = 0
		if s.runs[before].company == party.company {
			company.last = at.prev
		}
	}
	if party.last == n {
		party.last = 0
		if before == at.run {
			party.last = at.prev
		}
	}
}

// report yields the pairs of a claim with the claims in found. It reports whether
// to continue.
func (s *sweep) report(later uint32, yield func(Pair) bool) bool {
	slices.Reverse(s.found) // lists begin with the claims that joined last
	slices.Sort(s.found)
	for rest := s.found; len(rest) > 0; {
		position := rest[0] >> 32
		n := 1
		for n < len(rest) && rest[n]>>32 == position {
			n++
		}
		s.fill(uint32(position), later, rest[:n])
		if !yield(s.pair) {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// fill sets the pair of the claims at two positions from its elements of found.
func (s *sweep) fill(earlier, later uint32, found []uint64) {
	a, b := &s.claimed[earlier], &s.claimed[later]
	pair := &s.pair
	pair.Area = a.area
	pair.SameCompany = s.parties[a.party].sameCompany(s.parties[b.party].party)
	pair.Relation = s.policy.relation(pair.SameCompany, true) // claims without a common activity are met only if it makes no difference
	if a.start == 0 {
		pair.Relation = UndeterminedOverlap
	}
	first, second := side{a.id, a.submitted, a.approved, a.era}, side{b.id, b.submitted, b.approved, b.era}
	if a.start != b.start || a.submitted != b.submitted { // otherwise the positions are in the order of IDs
		first, second = inOrder(first, second)
	}
	pair.fill(first, second)
	if len(found) == 1 {
		pair.Units = s.single(s.shared(a, b, found[0]))
		return
	}
	pair.Units = make([]Unit, len(found))
	for i, key := range found {
		pair.Units[i] = s.unit(s.shared(a, b, key))
	}
}

// shared returns the shared unit of an element of found, in the spelling that sorts
// first.
func (s *sweep) shared(earlier, later *claimed, key uint64) entry {
	e := s.named[later.entries.from+uint32(key)>>1]
	e.spelling = s.firstSpelling(e.spelling, s.spelling(earlier, e.name))
	if bare := key&1 == 1; bare {
		e.subscription = 0
	}
	return e
}

// unit returns the unit of an entry.
func (s *sweep) unit(e entry) Unit {
	return Unit{s.spellings[e.spelling].text, s.subscriptions[e.subscription]}
}

// single returns a list of one unit. It reuses the previous list if the unit is the
// same. Most pairs share one unit, and often the same one as the previous pair.
func (s *sweep) single(e entry) []Unit {
	const atOnce = 64
	if s.last != nil && s.lastOf == e {
		return s.last
	}
	if len(s.units) == 0 {
		s.units = make([]Unit, atOnce)
	}
	s.last, s.units, s.lastOf = s.units[:1:1], s.units[1:], e
	s.last[0] = s.unit(e)
	return s.last
}

// spelling returns the spelling of a name in a claim that has the name.
func (s *sweep) spelling(r *claimed, name uint32) uint32 {
	all := s.named[r.entries.from:r.entries.to]
	i := 0
	if len(all) > 1 {
		i, _ = slices.BinarySearchFunc(all, s.ranks[name], func(e entry, rank uint32) int {
			return int(s.ranks[e.name]) - int(rank)
		})
	}
	return all[i].spelling
}
