package benefits_test

import (
	"strconv"
	"testing"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Hot paths do not allocate.
func TestAllocations(t *testing.T) {
	m, b := twoYears()
	b.Unlocked, b.RedeemedOn = day("2025-03-25"), day("2025-04-01")
	on := day("2026-02-01")
	modernized := Baseline()
	modernized.ModernizedRedemption = true
	key := Key{Installations: &Limit{10, 4}, Seats: &Limit{5, 5}}
	token := Token{Cause: WrongTenant, Activated: on.AddDays(-40), IsReplacement: no, Replaced: no}
	uses := []int{5, 5}
	account := Account{Membership: eligibility.HoldsGold, Anniversary: on}
	event := Event{Kind: LastUse, Year: 1, Benefit: "b"}
	reasons := 0
	tl, modernizedTL := timeline(t, Baseline(), m), timeline(t, modernized, m)
	inForce, _ := InForce(on)
	inForceTL := timeline(t, inForce, m)
	licenses, err := tl.Licenses(on)
	if err != nil {
		t.Fatal(err)
	}
	notes := 0
	for name, call := range map[string]func(){
		"PaidYear":          func() { _, _ = tl.PaidYear(2) },
		"Anniversary":       func() { _ = tl.Anniversary() },
		"Term":              func() { _, _ = tl.Term(b) },
		"Term, modernized":  func() { _, _ = modernizedTL.Term(b) },
		"Term, in force":    func() { _, _ = inForceTL.Term(b) },
		"State":             func() { _, _ = tl.State(b, on) },
		"State, in force":   func() { _, _ = inForceTL.State(b, on) },
		"CheckRenewal":      func() { _, _ = tl.CheckRenewal(on) },
		"Licenses":          func() { _, _ = tl.Licenses(on) },
		"CheckTokenUse":     func() { _, _ = CheckTokenUse(calendar.Date{}, 25, uses...) },
		"CheckReplacement":  func() { _, _ = CheckReplacement(token, on) },
		"CheckKey":          func() { _, _ = CheckKey(key, calendar.Date{}) },
		"CheckExtension":    func() { _, _ = CheckExtension(33, 100, calendar.Date{}) },
		"CheckVisualStudio": func() { _, _ = CheckVisualStudio(VisualStudio{Shared: yes}, calendar.Date{}) },
		"PreviewMerge":      func() { _, _ = PreviewMerge(account, account, calendar.Date{}) },
		"Event.ID":          func() { _ = event.ID() },
		"Answer.Reasons.All": func() {
			a, _ := CheckTokenUse(calendar.Date{}, 25, uses...)
			for range a.Reasons.All() {
				reasons++
			}
		},
		"Licenses.Notes": func() {
			for range licenses.Notes() {
				notes++
			}
		},
		"Term.Notes": func() {
			for range (Term{ByPurchase: yes}).Notes() {
				notes++
			}
		},
		"Merge.Notes": func() {
			for range (Merge{}).Notes() {
				notes++
			}
		},
	} {
		if allocs := testing.AllocsPerRun(100, call); allocs != 0 {
			t.Errorf("%s allocates %v times", name, allocs)
		}
	}
}

var (
	sinkTerm     Term
	sinkStatus   BenefitStatus
	sinkEvents   int
	sinkTimeline Timeline
)

// BenchmarkBenefits measures the answers about one benefit of a membership with two
// paid years, and all events of that membership with ten benefits.
func BenchmarkBenefits(b *testing.B) {
	m, benefit := twoYears()
	benefit.Unlocked, benefit.RedeemedOn = day("2025-03-25"), day("2025-04-01")
	on := day("2026-02-01")
	tl := timeline(b, Baseline(), m)
	b.Run("NewTimeline", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkTimeline, _ = NewTimeline(m)
		}
	})
	b.Run("Term", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkTerm, _ = tl.Term(benefit)
		}
	})
	b.Run("State", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkStatus, _ = tl.State(benefit, on)
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
			events, _ := tl.Events(held, m.Start)
			for range events {
				sinkEvents++
			}
		}
	})
}

// BenchmarkRenewals measures memberships with many renewals. The time is linear in
// the number of renewals.
func BenchmarkRenewals(b *testing.B) {
	for _, renewals := range []int{10, 100, 1000, 9998} {
		m := Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, renewals)}
		b.Run(strconv.Itoa(renewals), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tl := timeline(b, Baseline(), m)
				events, _ := tl.Events(nil, m.Start)
				for range events {
					sinkEvents++
				}
			}
		})
	}
}
