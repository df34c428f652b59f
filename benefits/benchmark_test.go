package benefits_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/benefits"
)

var (
	sinkTerm     Term
	sinkStanding Standing
	sinkEvents   int
)

// The answers about one benefit of a membership of two years, and all events of
// a membership with ten.
func BenchmarkBenefits(b *testing.B) {
	m, benefit := twoYears()
	benefit.Unlocked, benefit.RedeemedOn = day("2025-03-25"), day("2025-04-01")
	on := day("2026-02-01")
	b.Run("TermOf", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkTerm, _ = TermOf(m, benefit)
		}
	})
	b.Run("StateOn", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkStanding, _ = StateOn(m, benefit, on)
		}
	})
	var held []Benefit
	for i := range 10 {
		benefit.ID = string(rune('a' + i))
		held = append(held, benefit)
	}
	b.Run("Events", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			events, _ := Events(m, held, m.Start)
			for range events {
				sinkEvents++
			}
		}
	})
}
