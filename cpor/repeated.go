package cpor

import "math/bits"

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
