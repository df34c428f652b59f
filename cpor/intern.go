package cpor

import (
	"hash/maphash"
	"math/bits"
	"slices"
)

// A hasher hashes keys with a random secret, so that nobody can choose claims that
// collide. The answers do not depend on the secret.
type hasher struct {
	seed maphash.Seed
	a, b uint64
}

func newHasher() hasher {
	seed := maphash.MakeSeed()
	return hasher{seed, maphash.String(seed, "a"), maphash.String(seed, "b")}
}

// text returns the hash of a string.
func (h *hasher) text(s string) uint64 { return maphash.String(h.seed, s) }

// pair returns the hash of two numbers.
func (h *hasher) pair(x, y uint64) uint64 {
	high, low := bits.Mul64(x^h.a, y^h.b)
	return high ^ low
}

// An interner numbers keys from 0 in the order in which they are first seen. It
// is a hash table with open addressing. A slot holds the number of a key and a
// part of its hash, so that a lookup reads few keys other than the right one.
type interner[K comparable] struct {
	slots []internSlot // a power of two, at most half full
	keys  []K
}

type internSlot struct {
	tag    uint32 // a part of the hash; the search begins at its low bits
	number uint32 // the number plus one; zero marks an empty slot
}

func newInterner[K comparable](expected int) interner[K] {
	return interner[K]{make([]internSlot, tableSize(expected)), make([]K, 0, expected)}
}

// tableSize returns the size of a table for the expected number of keys.
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

// grow doubles the table.
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

// A table maps numbers to numbers other than zero. It can be reset, and resetting
// takes time linear in the number of keys expected next.
type table struct {
	slots  []tableSlot // a power of two, at most half full
	buffer []tableSlot
	used   int
}

type tableSlot struct {
	key   uint64
	value int32 // zero marks an empty slot
}

// reset empties the table and makes room for the expected number of keys.
func (t *table) reset(expected int) {
	size := tableSize(expected)
	if size > len(t.buffer) {
		t.buffer = make([]tableSlot, size)
	}
	t.slots, t.used = t.buffer[:size], 0
	clear(t.slots)
}

// at returns a pointer to the value of a key. If the key is new, the value is
// zero and the caller must set it.
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

// search returns the slot of a key, or an empty slot for it.
func (t *table) search(h *hasher, key uint64) *tableSlot {
	mask := uint64(len(t.slots) - 1)
	i := h.pair(key, 0) & mask
	for t.slots[i].value != 0 && t.slots[i].key != key {
		i = (i + 1) & mask
	}
	return &t.slots[i]
}

// grow doubles the table.
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

// hasRepeated reports whether a hash is repeated. It distributes the hashes by
// their high bits over parts that fit in the fastest cache, and searches each
// part by the low bits. In one large table, each lookup would wait for memory.
func hasRepeated(hashes []uint64) bool {
	shift := partShift(len(hashes))
	parts := make([]uint32, 1<<(64-shift)+1) // the next index of each part, later its end
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

// partShift returns the number of bits by which to shift a hash to get the number
// of its part. Parts then hold about 256 to 512 hashes each.
func partShift(hashes int) int { return 64 - bits.Len(uint(hashes/512)) }

// repeats reports whether a hash is repeated. The parameter slots is a scratch
// table, which becomes at most half full.
func repeats(hashes, slots []uint64) bool {
	clear(slots)
	mask := uint64(len(slots) - 1)
	for _, h := range hashes {
		h |= 1 << 63 // the high bits are equal in all hashes, and zero marks an empty slot
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

// Claims are ordered in parts. A part has some tenants that are consecutive in the
// order of their IDs. Going through a million claims by tenant would wait for memory
// at each claim. In a part, the claims are in the order of the input, so that the
// processor loads many of them in parallel. Their copies fit in a fast cache, where
// they are sorted.

// partOf returns the number of the part of a tenant. A part has the tenants whose
// claims begin in the same range of 4096.
func partOf(tenant span) uint32 {
	const bits = 12
	return tenant.from >> bits
}

// A place is the index of a tenant in the order of tenant IDs, and the number of
// its part. They are stored together, so that a claim waits for memory only once.
type place struct{ tenant, part uint32 }

// orderClaims sorts the tenants by ID, and the live claims by part.
func (r *reader) orderClaims() {
	type tenant struct {
		id     TenantID
		number uint32
	}
	sorted := make([]tenant, len(r.tenantNumbers.keys))
	for i, id := range r.tenantNumbers.keys {
		sorted[i] = tenant{id, uint32(i)}
	}
	slices.SortFunc(sorted, func(a, b tenant) int { return a.id.Compare(b.id) })
	r.tenants, r.tenantIDs = make([]span, len(sorted)), make([]TenantID, len(sorted))
	places, from := make([]place, len(sorted)), uint32(0)
	for i, t := range sorted {
		r.tenants[i], r.tenantIDs[i] = span{from, from + r.counts[t.number]}, t.id
		places[t.number] = place{uint32(i), partOf(r.tenants[i])}
		from = r.tenants[i].to
	}
	next := make([]uint32, partOf(span{from: from})+1) // the next index of each part
	for _, t := range slices.Backward(r.tenants) {
		next[partOf(t)] = t.from
	}
	r.order = make([]uint32, from)
	for i := range r.records {
		if record := &r.records[i]; record.isLive() {
			place := places[record.tenant]
			record.tenant = place.tenant
			r.order[next[place.part]] = uint32(i)
			next[place.part]++
		}
	}
}

// A part holds copies of the claims of some tenants.
type part struct {
	records []record
	ids     []string
	keys    []uint64 // the start and the index of each record, sorted by tenant, then by start
	buffer  []uint64
	next    []uint32 // the next index of each tenant
}

// load copies the claims of the tenants with the indexes from to to-1, which form a
// part, and sorts their keys. Each loop is short, so that the processor loads many
// claims in parallel.
func (p *part) load(d *detection, from, to int) {
	tenants := d.tenants[from:to]
	first := tenants[0].from
	claims := d.order[first:tenants[len(tenants)-1].to]
	n := len(claims)
	p.records, p.ids = slices.Grow(p.records[:0], n)[:n], slices.Grow(p.ids[:0], n)[:n]
	p.keys, p.buffer = slices.Grow(p.keys[:0], n)[:n], slices.Grow(p.buffer[:0], n)[:n]
	for i, c := range claims {
		p.records[i] = d.records[c]
	}
	for i, c := range claims {
		p.ids[i] = d.claims[c].ID
	}
	for i := range p.records {
		p.keys[i] = uint64(p.records[i].start)<<32 | uint64(i)
	}
	p.sortByStart()
	p.next = p.next[:0]
	for _, t := range tenants {
		p.next = append(p.next, t.from-first)
	}
	p.distribute(func(key uint64) uint32 { return p.records[uint32(key)].tenant - uint32(from) })
}

// sortByStart sorts the keys. If there are many, it sorts them by the low bits of the
// start, and then by the high bits.
func (p *part) sortByStart() {
	const bits, few = 11, 256
	if len(p.keys) < few {
		slices.Sort(p.keys)
		return
	}
	for shift := 32; shift < 32+2*bits; shift += bits {
		digit := func(key uint64) uint32 { return uint32(key>>shift) & (1<<bits - 1) }
		p.next = slices.Grow(p.next[:0], 1<<bits)[:1<<bits]
		clear(p.next)
		for _, key := range p.keys {
			p.next[digit(key)]++
		}
		at := uint32(0)
		for i, n := range p.next {
			p.next[i], at = at, at+n
		}
		p.distribute(digit)
	}
}

// distribute moves each key to the next index of its group. Keys of one group keep
// their order.
func (p *part) distribute(group func(key uint64) uint32) {
	for _, key := range p.keys {
		next := &p.next[group(key)]
		p.buffer[*next] = key
		*next++
	}
	p.keys, p.buffer = p.buffer, p.keys
}
