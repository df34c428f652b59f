package cpor

import (
	"slices"
	"strings"
)

// A sweep goes through the claims of a tenant in the order in which they begin
// to hold. Each claim meets those that began before it in lists of live claims,
// which it then joins; that way each pair is met once, at its later claim.
//
// There is a list for each unit, and in it a cell for each set of activities.
// Within a cell claims of one company stand together, and in them those of one
// partner: so a claim that has no activity in common with a cell steps over all
// those of its own company at once, however many they are. What a claim meets
// besides is a pair, or has ended, and then leaves the list for good. Hence the
// time is linear in the claims, their units and the pairs.
type sweep struct {
	*detection
	pair    Pair   // the last one
	units   []Unit // to cut the lists of pairs from
	last    []Unit // the last list cut
	lastOf  entry  // and its unit
	part    part
	keys    []uint64 // of the tenant's records: the start, and where it stands
	claimed []record // in order, with their entries below
	named   []entry
	lists   []list
	cells   []cell
	nodes   []node
	runs    []run
	found   []uint64 // what a claim met: see foundKey

	listOf table // of a unit
	runOf  table // of a cell and a party, or a cell and a company
}

// A list holds the live claims on a unit.
type list struct {
	cells  int32 // the first
	joined int32 // how many claims ever were in it
}

// A cell holds those of a list that have one set of activities.
type cell struct {
	next       int32 // of the list
	head       int32 // the first node
	activities activityBits
}

// A node is a claim in a cell.
type node struct {
	prev, next int32
	end        int32
	position   uint32 // in claimed
	party      uint32
	run        int32 // 0: it stands alone, before all runs
}

// A run is the part of a cell that is of one party, within one that is of one
// company, which is a run too. A run without nodes has no last one.
type run struct {
	last    int32
	company int32
}

// The first so many claims of a list do not form runs: of few claims, which is
// most lists, it is cheaper to look at each. None does if all claims have an
// activity in common, since then nothing is stepped over.
const loose = 16

// pairs is the sequence that Detect returns.
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

// through yields the pairs of the tenants of a part, from one place to before
// another. It reports whether to go on.
func (s *sweep) through(from, to int, yield func(Pair) bool) bool {
	s.part.sort(s.detection, from, to)
	rest := s.part.order
	for _, t := range s.tenants[from:to] {
		n := t.to - t.from
		if n > 1 && !s.tenant(rest[:n], yield) {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// tenant yields the pairs of a tenant. It reports whether to go on.
func (s *sweep) tenant(records []uint32, yield func(Pair) bool) bool {
	s.sort(records)
	s.place()
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

// sort puts the records in their order: by start first, which the keys tell, and
// then by ID those that begin on one day.
func (s *sweep) sort(records []uint32) {
	s.keys = slices.Grow(s.keys[:0], len(records))
	for _, i := range records {
		s.keys = append(s.keys, uint64(s.records[i].start)<<32|uint64(i))
	}
	slices.Sort(s.keys)
	for rest := s.keys; len(rest) > 0; {
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

func (s *sweep) compareIDs(a, b uint64) int {
	return strings.Compare(s.records[uint32(a)].id, s.records[uint32(b)].id)
}

// place lays out the records in their order, and what they name.
func (s *sweep) place() {
	s.claimed, s.named = slices.Grow(s.claimed[:0], len(s.keys)), slices.Grow(s.named[:0], len(s.keys))
	for _, key := range s.keys {
		r := s.records[uint32(key)]
		from := uint32(len(s.named))
		if several := s.entries[r.entries.from:r.entries.to]; len(several) > 0 {
			s.named = append(s.named, several...)
		} else {
			s.named = append(s.named, r.first)
		}
		r.entries = span{from, uint32(len(s.named))}
		s.claimed = append(s.claimed, r)
	}
}

// reset forgets the tenant before. Number 0 is nothing everywhere.
func (s *sweep) reset(entries int) {
	s.lists = append(s.lists[:0], list{})
	s.cells = append(s.cells[:0], cell{})
	s.nodes = append(slices.Grow(s.nodes[:0], entries+1), node{})
	s.runs = s.runs[:0]
	s.listOf.reset(entries)
}

// The lists of a name are that of the claims that name no subscription of it,
// that of those that do, and one for each subscription.
const anySubscription = 1<<32 - 1

func listKey(name uint32, area Area, subscription uint32) uint64 {
	return uint64(name)<<34 | uint64(area)<<32 | uint64(subscription)
}

// list returns a list by its key.
func (s *sweep) list(key uint64) int32 {
	at := s.listOf.at(&s.hasher, key)
	if *at == 0 {
		*at = int32(len(s.lists))
		s.lists = append(s.lists, list{})
	}
	return *at
}

// meet finds what a claim shares units with, and puts it in the lists.
func (s *sweep) meet(position uint32, r *record) {
	telling := len(s.subscriptions) > 1 && s.policy.tells(r.area)
	name := uint32(1<<32 - 1)
	for i, e := range s.named[r.entries.from:r.entries.to] {
		isFirst := e.name != name
		name = e.name
		bare := s.list(listKey(name, r.area, 0))
		if e.subscription == 0 {
			s.meetIn(bare, r, foundKey(i, false))
			if telling {
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

// foundKey says by which entry of the later claim a pair was found, and whether
// the name alone is shared although the entry has a subscription. With the
// position of the earlier claim above it, it sorts what was found.
func foundKey(entry int, bare bool) uint64 {
	key := uint64(entry) << 1
	if bare {
		key |= 1
	}
	return key
}

// meetIn notes those of a list that make a pair with a claim.
func (s *sweep) meetIn(l int32, r *record, key uint64) {
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

// stepOver returns the node after those of the same company as at, which is of
// the company of self: all of its company if they are all of one with self, or
// else those of its party.
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

// key returns the ID that stands for the company.
func (p party) key() PartnerID {
	if p.company.IsZero() {
		return p.partner
	}
	return p.company
}

// join puts a claim in a list.
func (s *sweep) join(l int32, position uint32, r *record) {
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

// cell returns the cell of a list for a set of activities.
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

// run returns the run of a cell for a party or a company, which may be empty.
func (s *sweep) run(c int32, of uint32) int32 {
	at := s.runOf.at(&s.hasher, uint64(c)<<33|uint64(of))
	if *at == 0 {
		*at = int32(len(s.runs))
		s.runs = append(s.runs, run{})
	}
	return *at
}

// insert links a node behind another one, or at the head of its cell.
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

// leave takes a node out of its cell. The node still knows the one after it.
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

// report yields the pairs that a claim makes with those that it met. It reports
// whether to go on.
func (s *sweep) report(later uint32, yield func(Pair) bool) bool {
	slices.Reverse(s.found) // lists begin with those that joined last
	slices.Sort(s.found)
	for rest := s.found; len(rest) > 0; {
		position := rest[0] >> 32
		n := 1
		for n < len(rest) && rest[n]>>32 == position {
			n++
		}
		s.tell(uint32(position), later, rest[:n])
		if !yield(s.pair) {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// tell fills in the pair of two claims from what the later one met of the other.
// The claims are given by their positions.
func (s *sweep) tell(earlier, later uint32, found []uint64) {
	a, b := &s.claimed[earlier], &s.claimed[later]
	pair := &s.pair
	pair.SameCompany = s.parties[a.party].sameCompany(s.parties[b.party].party)
	pair.Relation = s.policy.relation(pair.SameCompany, true) // or it makes no difference, since they were met
	if a.start == 0 {
		pair.Relation = UndeterminedOverlap
	}
	first, second := side{a.id, a.submitted, a.approved}, side{b.id, b.submitted, b.approved}
	if a.start != b.start || a.submitted != b.submitted { // else positions are in the order of IDs
		first, second = inOrder(first, second)
	}
	pair.tell(first, second)
	if len(found) == 1 {
		pair.Units = s.single(s.shared(a, b, found[0]))
		return
	}
	pair.Units = make([]Unit, len(found))
	for i, key := range found {
		pair.Units[i] = s.unit(s.shared(a, b, key))
	}
}

// shared returns the shared unit that a key of found tells, in the spelling that
// comes first.
func (s *sweep) shared(earlier, later *record, key uint64) entry {
	e := s.named[later.entries.from+uint32(key)>>1]
	e.spelling = s.firstSpelling(e.spelling, s.spelling(earlier, e.name))
	if bare := key&1 == 1; bare {
		e.subscription = 0
	}
	return e
}

func (s *sweep) unit(e entry) Unit {
	return Unit{s.spellings[e.spelling].text, s.subscriptions[e.subscription]}
}

// single returns a list of one unit, the same as the last time if that is
// equal. Most pairs have one, and it is often the same again.
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

// spelling returns how a claim spells a name that it names.
func (s *sweep) spelling(r *record, name uint32) uint32 {
	all := s.named[r.entries.from:r.entries.to]
	i := 0
	if len(all) > 1 {
		i, _ = slices.BinarySearchFunc(all, s.ranks[name], func(e entry, rank uint32) int {
			return int(s.ranks[e.name]) - int(rank)
		})
	}
	return all[i].spelling
}
