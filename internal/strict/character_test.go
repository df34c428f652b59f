package strict

import "testing"

// The start of a character is found from each of its bytes, whichever of them a
// release of package json names.
func TestCharacterAt(t *testing.T) {
	text := []byte("é[\ufeff")
	for i, want := range map[int]int{-1: 0, 0: 0, 1: 0, 2: 2, 3: 3, 4: 3, 5: 3} {
		if got := characterAt(text, i); got != want {
			t.Errorf("byte %d belongs to the character at %d, want %d", i, got, want)
		}
	}
}
