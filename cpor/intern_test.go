package cpor

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// Tables and interners keep their keys when they grow.
func TestTable_Grow(t *testing.T) {
	h := newHasher()
	var numbers table
	names := newInterner[string](0)
	for round := range 2 {
		numbers.reset(0)
		for i := range 1000 {
			at := numbers.at(&h, uint64(i))
			if *at != 0 {
				t.Fatalf("round %d: %d already has a value", round, i)
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

// Tables and interners are at most half full, and not larger than necessary.
func TestTable_HalfFull(t *testing.T) {
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
			t.Errorf("%d expected keys get %d slots", n, size)
		}
	}
}

// Resetting a table does not allocate.
func TestTable_Reset(t *testing.T) {
	var numbers table
	numbers.reset(100)
	if n := testing.AllocsPerRun(10, func() { numbers.reset(100) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Keys with equal hashes, or equal parts of hashes, are distinguished.
func TestInterner_EqualHashes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names, want := newInterner[int](0), map[int]uint32{}
		for range rapid.IntRange(0, 60).Draw(t, "lookups") {
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

// Keys are stored near the slot where the search for them begins.
func TestInterner_Spread(t *testing.T) {
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
	if steps > 3*keys { // about half a step for each key is expected
		t.Errorf("%d steps to find each of %d keys", steps, keys)
	}
}

// Hashes of similar pairs of numbers differ, and each bit is set in about half of
// them. The hasher has fixed numbers: with one in about eighty random ones, some bit
// of so few hashes is less even.
func TestHasher_PairSpread(t *testing.T) {
	h := hasher{a: 0x9e3779b97f4a7c15, b: 0xd1b54a32d192ed03}
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
		t.Errorf("%d different hashes of %d pairs", len(seen), pairs)
	}
	for bit, n := range often {
		if n < pairs/3 || n > pairs*2/3 {
			t.Errorf("bit %d is set in %d of %d hashes", bit, n, pairs)
		}
	}
}

func TestHasRepeated_Definition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hashes := rapid.SliceOfN(rapid.Uint64Range(0, 1<<62), 0, 1200).Draw(t, "hashes")
		seen, twice := map[uint64]bool{}, false
		for _, h := range hashes {
			twice = twice || seen[h]
			seen[h] = true
		}
		if hasRepeated(hashes) != twice {
			t.Fatalf("%d hashes: want repeated %v", len(hashes), twice)
		}
	})
}

// A repeated hash is found in every part. Hashes that differ only in their high
// bits, or only in their low bits, are not repeated.
func TestHasRepeated_EveryPart(t *testing.T) {
	for name, hash := range map[string]func(int) uint64{
		"spread": spreadHash,
		"low":    func(i int) uint64 { return uint64(i) },
		"high":   func(i int) uint64 { return uint64(i) << 51 },
	} {
		for _, n := range []int{2, 511, 512, 513, 1023, 1024, 1025, 5000} {
			hashes := make([]uint64, n)
			for i := range hashes {
				hashes[i] = hash(i)
			}
			if hasRepeated(hashes) {
				t.Errorf("%s: %d different hashes are reported as repeated", name, n)
			}
			for i := 0; i < n-1; i += 1 + n/20 {
				hashes[n-1] = hashes[i]
				if !hasRepeated(hashes) {
					t.Errorf("%s: of %d hashes, hash %d is repeated but not found", name, n, i)
				}
			}
		}
	}
}

// spreadHash returns different hashes that are spread evenly over the parts.
func spreadHash(i int) uint64 { return uint64(i) * 0x9e3779b97f4a7c15 }

// For any number of hashes, hasRepeated copies them once and uses one table for all
// parts.
func TestHasRepeated_Allocations(t *testing.T) {
	hashes := make([]uint64, 5000)
	for i := range hashes {
		hashes[i] = spreadHash(i)
	}
	if n := testing.AllocsPerRun(5, func() { hasRepeated(hashes) }); n != 3 {
		t.Errorf("%v allocations, want 3: the bounds of the parts, the hashes, the table", n)
	}
}

func TestPartShift(t *testing.T) {
	for _, n := range []int{0, 1, 511, 512, 513, 1023, 1024, 1025, 1 << 20} {
		each := n >> (64 - partShift(n))
		if each > 512 || n > 512 && each < 256 {
			t.Errorf("with %d hashes, a part holds %d", n, each)
		}
	}
}

func TestPartOf(t *testing.T) {
	for from, want := range map[uint32]uint32{0: 0, 4095: 0, 4096: 1, 1 << 20: 256} {
		if part := partOf(span{from: from}); part != want {
			t.Errorf("a tenant whose claims begin at %d is in part %d, want %d", from, part, want)
		}
	}
}

// Keys are sorted by the start, whether there are few or many. Keys with the same start
// keep their order.
func TestPart_SortByStart(t *testing.T) {
	const lastDay = 3_652_059
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{0, 1, 20, 255, 256, 257, 1000}).Draw(t, "keys")
		seed, days := rapid.Uint64().Draw(t, "seed"), rapid.SampledFrom([]int{1, 50, lastDay + 1}).Draw(t, "days")
		random := rand.New(rand.NewPCG(seed, 1))
		p := part{keys: make([]uint64, n), buffer: make([]uint64, n)}
		for i := range p.keys {
			p.keys[i] = uint64(lastDay-random.IntN(days))<<32 | uint64(i)
		}
		want := slices.Sorted(slices.Values(p.keys))
		p.sortByStart()
		if !slices.Equal(p.keys, want) {
			t.Fatalf("%d keys within %d days are not sorted", n, days)
		}
	})
}

// If two hashes are equal by chance, no claim has a fault.
func TestFirstFault_None(t *testing.T) {
	if err := firstFault(nil); err != nil {
		t.Error(err)
	}
}
