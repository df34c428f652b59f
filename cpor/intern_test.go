package cpor

import (
	"math/bits"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// Tables and interners keep their keys when they grow.
func TestTablesGrow(t *testing.T) {
	h := newHasher()
	var numbers table
	names := newInterner[string](0)
	for round := range 2 {
		numbers.reset(0)
		for i := range 1000 {
			at := numbers.at(&h, uint64(i))
			if *at != 0 {
				t.Fatalf("round %d: %d is there already", round, i)
			}
			*at = int32(i + 1)
		}
		for i := range 1000 {
			if *numbers.at(&h, uint64(i)) != int32(i+1) {
				t.Fatalf("round %d: %d is lost", round, i)
			}
			name := strconv.Itoa(i)
			if n, isNew := names.number(h.text(name), name); int(n) != i || isNew != (round == 0) {
				t.Fatalf("round %d: %s has number %d, new: %v", round, name, n, isNew)
			}
		}
	}
}

// Tables and interners are at most half full, and no larger than that takes.
func TestTablesAreHalfFull(t *testing.T) {
	h := newHasher()
	var numbers table
	numbers.reset(0)
	names := newInterner[string](0)
	for n := 1; n <= 100; n++ {
		want := max(16, 1<<bits.Len(uint(2*n-1)))
		*numbers.at(&h, uint64(n)) = 1
		names.number(h.text(strconv.Itoa(n)), strconv.Itoa(n))
		if len(numbers.slots) != want || len(names.slots) != want {
			t.Errorf("%d keys have %d and %d slots, want %d", n, len(numbers.slots), len(names.slots), want)
		}
		if size := tableSize(n); 2*n > size || size > max(16, 4*n) {
			t.Errorf("%d keys are expected in %d slots", n, size)
		}
	}
}

// A table that is used again takes no more memory.
func TestTableIsUsedAgain(t *testing.T) {
	var numbers table
	numbers.reset(100)
	if n := testing.AllocsPerRun(10, func() { numbers.reset(100) }); n != 0 {
		t.Errorf("%v allocations to empty a table", n)
	}
}

// Keys are told apart though their hashes are equal, or parts of them.
func TestInternerTellsKeysApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names, want := newInterner[int](0), map[int]uint32{}
		for range rapid.IntRange(0, 60).Draw(t, "asked") {
			key := rapid.IntRange(0, 40).Draw(t, "key")
			known, there := want[key]
			if !there {
				known = uint32(len(want))
				want[key] = known
			}
			if n, isNew := names.number(uint64(key%3)<<32|uint64(key%2), key); n != known || isNew == there {
				t.Fatalf("%d has number %d, new: %v; want %d", key, n, isNew, known)
			}
		}
	})
}

// Keys are found near where the search for them begins.
func TestInternerSpreadsKeys(t *testing.T) {
	const keys = 1000
	h := newHasher()
	names := newInterner[string](0)
	for i := range keys {
		names.number(h.text(strconv.Itoa(i)), strconv.Itoa(i))
	}
	mask, steps := uint32(len(names.slots)-1), 0
	for at, s := range names.slots {
		if s.number != 0 {
			steps += int((uint32(at) - s.tag) & mask)
		}
	}
	if steps > 3*keys { // about half as many as keys are to be expected
		t.Errorf("%d steps to find each of %d keys", steps, keys)
	}
}

// Hashes of pairs of numbers that are near to one another differ, and have
// each bit as often as not.
func TestPairsAreSpread(t *testing.T) {
	h := newHasher()
	seen := map[uint64]bool{}
	var often [64]int
	for x := range uint64(64) {
		for y := range uint64(64) {
			hash := h.pair(x<<40, y<<20)
			seen[hash] = true
			for bit := range often {
				often[bit] += int(hash >> bit & 1)
			}
		}
	}
	const pairs = 64 * 64
	if len(seen) != pairs {
		t.Errorf("%d hashes of %d pairs", len(seen), pairs)
	}
	for bit, n := range often {
		if n < pairs/3 || n > pairs*2/3 {
			t.Errorf("bit %d is set in %d of %d hashes", bit, n, pairs)
		}
	}
}
