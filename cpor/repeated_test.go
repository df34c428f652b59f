package cpor

import (
	"testing"

	"pgregory.net/rapid"
)

func TestRepeatedHashesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hashes := rapid.SliceOfN(rapid.Uint64Range(0, 1<<62), 0, 1200).Draw(t, "hashes")
		seen, twice := map[uint64]bool{}, false
		for _, h := range hashes {
			twice = twice || seen[h]
			seen[h] = true
		}
		if hasRepeated(hashes) != twice {
			t.Fatalf("of %d hashes one comes twice: %v", len(hashes), twice)
		}
	})
}

// One hash that comes twice is found in any part, and none is where hashes differ
// in their high bits or in their low ones only.
func TestRepeatedHashIsFoundInEveryPart(t *testing.T) {
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
				t.Errorf("%s: of %d hashes none comes twice", name, n)
			}
			for i := 0; i < n-1; i += 1 + n/20 {
				hashes[n-1] = hashes[i]
				if !hasRepeated(hashes) {
					t.Errorf("%s: of %d hashes, %d comes twice", name, n, i)
				}
			}
		}
	}
}

// spreadHash makes hashes that differ, and of which each part has as many.
func spreadHash(i int) uint64 { return uint64(i) * 0x9e3779b97f4a7c15 }

// However many hashes there are, they are copied once, and one table serves for
// all their parts.
func TestPartsShareATable(t *testing.T) {
	hashes := make([]uint64, 5000)
	for i := range hashes {
		hashes[i] = spreadHash(i)
	}
	if n := testing.AllocsPerRun(5, func() { hasRepeated(hashes) }); n != 3 {
		t.Errorf("%v allocations, want one for the parts, one for what is in them, one for the table", n)
	}
}

func TestPartsHoldSoManyHashes(t *testing.T) {
	for _, n := range []int{0, 1, 511, 512, 513, 1023, 1024, 1025, 1 << 20} {
		each := n >> (64 - partShift(n))
		if each > 512 || n > 512 && each < 256 {
			t.Errorf("of %d hashes parts hold %d", n, each)
		}
	}
}

// That two hashes are equal by chance is no repetition.
func TestEqualHashesAreNoRepeatedID(t *testing.T) {
	if field, reason := repeatedID([]Claim{{ID: "a"}, {ID: "b"}}); field != "" {
		t.Error(field, reason)
	}
}
