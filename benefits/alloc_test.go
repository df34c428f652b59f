package benefits_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/eligibility"
)

// What is asked by the million must not allocate.
func TestNothingIsAllocated(t *testing.T) {
	m, b := twoYears()
	b.Unlocked, b.RedeemedOn = day("2025-03-25"), day("2025-04-01")
	on := day("2026-02-01")
	modern := Baseline()
	modern.ModernisedRedemption = true
	key := Key{Installations: &Limit{10, 4}, Seats: &Limit{5, 5}}
	token := Token{Cause: WrongTenant, Activated: on.AddDays(-40), IsReplacement: no, Replaced: no}
	uses := []int{5, 5}
	side := Side{Membership: eligibility.HoldsGold, Anniversary: on}
	buf := make([]byte, 0, 64)
	event := Event{Kind: LastUse, Year: 1, Benefit: "b"}
	reasons := 0
	for name, call := range map[string]func(){
		"Year":          func() { _, _ = Year(m, 2) },
		"TermOf":        func() { _, _ = TermOf(m, b) },
		"Policy.TermOf": func() { _, _ = modern.TermOf(m, b) },
		"StateOn":       func() { _, _ = StateOn(m, b, on) },
		"LicencesOf":    func() { _, _ = LicencesOf(m, on) },
		"UseToken":      func() { _, _ = UseToken(25, uses...) },
		"ReplaceToken":  func() { _, _ = ReplaceToken(token, on) },
		"KeyWorks":      func() { _, _ = KeyWorks(key) },
		"Extend":        func() { _, _ = Extend(33, 100) },
		"MergeAccounts": func() { _, _ = MergeAccounts(side, side) },
		"AppendText":    func() { buf, _ = LastUse.AppendText(buf[:0]) },
		"Event.ID":      func() { _ = event.ID() },
		"ReasonSet.All": func() {
			a, _ := UseToken(25, uses...)
			for range a.Reasons.All() {
				reasons++
			}
		},
	} {
		if allocs := testing.AllocsPerRun(100, call); allocs != 0 {
			t.Errorf("%s allocates %v times", name, allocs)
		}
	}
}
