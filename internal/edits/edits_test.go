package edits

import "testing"

// A distance is symmetric.
func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ELG-05", "ELG-05", 0}, {"ELG-05", "ELG-5", 1}, {"ELG-05", "ELG-50", 2}, {"kitten", "sitting", 3}} {
		if got, back := Distance(tt.a, tt.b), Distance(tt.b, tt.a); got != tt.want || back != tt.want {
			t.Errorf("Distance(%q, %q) = %d and %d back, want %d", tt.a, tt.b, got, back, tt.want)
		}
	}
}
