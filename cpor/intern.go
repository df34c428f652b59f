package cpor

import (
	"hash/maphash"
	"math/bits"
	"slices"
)

// A hasher hashes keys with a secret of its own, so that nobody can choose
// claims that collide. What is answered does not depend on the secret.
type hasher struct {
	seed maphash.Seed
	a, b uint64
}

func newHasher() hasher {
	seed := maphash.MakeSeed()
	return hasher{seed, maphash.String(seed, "a"), maphash.String(seed, "b")}
}

func (h *hasher) text(s string) uint64 { return maphash.String(h.seed, s) }

func (h *hasher) pair(x, y uint64) uint64 {
	high, low := bits.Mul64(x^h.a, y^h.b)
	return high ^ low
}

// An interner numbers keys from 0 in the order in which they are first seen. It
// is a hash table with open addressing that holds, for each key, a part of its
// hash and its number, so that a key is looked at only where it is likely the
// one sought.
type interner[K comparable] struct {
	slots []internSlot // a power of two, at most half full
	keys  []K
}

type internSlot struct {
	tag    uint32 // of the hash; its low bits say where the search begins
	number uint32 // plus one; zero is an empty slot
}

func newInterner[K comparable](expected int) interner[K] {
	return interner[K]{make([]internSlot, tableSize(expected)), make([]K, 0, expected)}
}

// tableSize is the size of a table for so many keys.
func tableSize(expected int) int {
	const least = 16
	return max(least, 1<<bits.Len(uint(2*expected)))
}

// number returns the number of a key with the given hash, and whether it is new.
func (t *interner[K]) number(hash uint64, key K) (number uint32, isNew bool) {
	mask, tag := uint32(len(t.slots)-1), uint32(hash>>32)
	at := tag & mask
	for ; t.slots[at].number != 0; at = (at + 1) & mask {
		if s := t.slots[at]; s.tag == tag && t.keys[s.number-1] == key {
			return s.number - 1, false
		}
	}
	t.keys = append(t.keys, key)
	number = uint32(len(t.keys))
	t.slots[at] = internSlot{tag, number}
	if 2*len(t.keys) > len(t.slots) {
		t.grow()
	}
	return number - 1, true
}

func (t *interner[K]) grow() {
	old := t.slots
	t.slots = make([]internSlot, 2*len(old))
	mask := uint32(len(t.slots) - 1)
	for _, s := range old {
		if s.number != 0 {
			at := s.tag & mask
			for t.slots[at].number != 0 {
				at = (at + 1) & mask
			}
			t.slots[at] = s
		}
	}
}

// A table maps numbers to numbers that are not zero. It is used again and again
// for few keys or many, at a cost in their number.
type table struct {
	slots  []tableSlot // a power of two, at most half full
	buffer []tableSlot
	used   int
}

type tableSlot struct {
	key   uint64
	value int32 // zero is an empty slot
}

// reset empties the table, and makes room for so many keys.
func (t *table) reset(expected int) {
	size := tableSize(expected)
	if size > len(t.buffer) {
		t.buffer = make([]tableSlot, size)
	}
	t.slots, t.used = t.buffer[:size], 0
	clear(t.slots)
}

// at returns the value of a key, or where to set it if it is new and so zero.
func (t *table) at(h *hasher, key uint64) *int32 {
	at := t.search(h, key)
	if at.value == 0 {
		if t.used++; 2*t.used > len(t.slots) {
			t.grow(h)
			at = t.search(h, key)
		}
		at.key = key
	}
	return &at.value
}

// search returns the slot of a key, or an empty one for it.
func (t *table) search(h *hasher, key uint64) *tableSlot {
	mask := uint64(len(t.slots) - 1)
	i := h.pair(key, 0) & mask
	for t.slots[i].value != 0 && t.slots[i].key != key {
		i = (i + 1) & mask
	}
	return &t.slots[i]
}

func (t *table) grow(h *hasher) {
	old := t.slots
	t.buffer = make([]tableSlot, 2*len(old))
	t.slots = t.buffer
	for _, s := range old {
		if s.value != 0 {
			*t.search(h, s.key) = s
		}
	}
}

// hasRepeated reports whether a hash comes twice. It spreads the hashes over
// parts that fit in the fastest memory, by their high bits, and looks for
// repetitions in each by their low bits: in one large table each look would
// wait for the memory.
func hasRepeated(hashes []uint64) bool {
	shift := partShift(len(hashes))
	parts := make([]uint32, 1<<(64-shift)+1) // where each part goes on, later where it ends
	for _, h := range hashes {
		parts[h>>shift+1]++
	}
	for i := 1; i < len(parts); i++ {
		parts[i] += parts[i-1]
	}
	spread := make([]uint64, len(hashes))
	for _, h := range hashes {
		spread[parts[h>>shift]] = h
		parts[h>>shift]++
	}
	var slots []uint64
	from := uint32(0)
	for _, to := range parts[:len(parts)-1] {
		size := tableSize(int(to - from))
		if size > len(slots) {
			slots = make([]uint64, size)
		}
		if repeats(spread[from:to], slots[:size]) {
			return true
		}
		from = to
	}
	return false
}

// partShift returns by how many bits a hash is to be shifted for the number of
// its part, if of so many hashes parts are to hold about 256 to 512 each.
func partShift(hashes int) int { return 64 - bits.Len(uint(hashes/512)) }

// repeats reports whether a hash comes twice, with the help of a table that is
// at most half full of them.
func repeats(hashes, slots []uint64) bool {
	clear(slots)
	mask := uint64(len(slots) - 1)
	for _, h := range hashes {
		h |= 1 << 63 // the high bits are the same for all, and zero is an empty slot
		i := h & mask
		for slots[i] != 0 {
			if slots[i] == h {
				return true
			}
			i = (i + 1) & mask
		}
		slots[i] = h
	}
	return false
}

// Records stand in parts, each of some tenants that follow one another in the
// order of their IDs. To put a million records in the order of their tenants at
// once would wait for the memory at each; to write them to the ends of some
// hundred parts does not, and neither does it to order a part, which fits in the
// faster memory.

// partOf returns the number of the part of a tenant: a part has the tenants
// whose records begin within so many.
func partOf(tenant span) uint32 {
	const bits = 12
	return tenant.from >> bits
}

// A place is where a tenant is in the order of the tenants' IDs, and in which
// part. They stand together, so that a claim waits for the memory once.
type place struct{ tenant, part uint32 }

// readTenants makes room for the records of all tenants. Its loop is short
// enough for the loads of many claims to run side by side.
func (r *reader) readTenants() {
	ids := newInterner[TenantID](0)
	r.tenantOf = make([]uint32, len(r.claims))
	var counts []uint32
	for i := range r.claims {
		if c := &r.claims[i]; c.Status.IsLive() {
			tenant, isNew := ids.number(r.hasher.pair(c.Tenant.id.hi, c.Tenant.id.lo), c.Tenant)
			if isNew {
				counts = append(counts, 0)
			}
			counts[tenant]++
			r.tenantOf[i] = tenant
		}
	}
	r.placeTenants(ids.keys, counts)
}

// placeTenants sorts the tenants.
func (r *reader) placeTenants(ids []TenantID, counts []uint32) {
	r.places = make([]place, len(ids))
	sorted := make([]uint32, len(ids))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted, func(a, b uint32) int { return ids[a].Compare(ids[b]) })
	r.tenants = make([]span, len(sorted))
	from := uint32(0)
	for i, tenant := range sorted {
		r.tenants[i] = span{from, from + counts[tenant]}
		r.places[tenant] = place{uint32(i), partOf(r.tenants[i])}
		from += counts[tenant]
	}
	r.records = make([]record, from)
	r.next = make([]uint32, partOf(span{from: from})+1)
	for _, t := range slices.Backward(r.tenants) {
		r.next[partOf(t)] = t.from
	}
}

// A part is the records of some tenants, sorted by tenant.
type part struct {
	order []uint32 // the records
	next  []uint32 // by tenant, where the next one goes
}

// sort sorts the records of the tenants from one place to before another, which
// are those of a part.
func (p *part) sort(d *detection, from, to int) {
	tenants := d.tenants[from:to]
	first := tenants[0].from
	p.next = p.next[:0]
	for _, t := range tenants {
		p.next = append(p.next, t.from-first)
	}
	n := tenants[len(tenants)-1].to - first
	p.order = slices.Grow(p.order[:0], int(n))[:n]
	for i := range n {
		next := &p.next[d.records[first+i].tenant-uint32(from)]
		p.order[*next] = first + i
		*next++
	}
}
