package cpor

import (
	"hash/maphash"
	"math/bits"
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
