package eligibility_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/eligibility"
)

var sinkDecision Decision

// The benchmarks make a whole decision, for facts that meet all requirements, meet
// none, or are unknown.
func BenchmarkEvaluate(b *testing.B) {
	met := Facts{
		Account: Authorized, Membership: HoldsGold, Anniversary: today.AddDays(-1), Status2022: StatusGold,
		Qualified: Areas{No, No, No, No, No, No}, Billing: BillingLinked, HeldEarlier: No, ActionPack: Pack{Active: No}, Learning: Pack{Active: No},
	}
	unmet := met
	unmet.Account, unmet.Anniversary, unmet.Status2022, unmet.Billing = Pending, today, StatusNone, BillingNotLinked
	unmet.Qualified.Security = Yes
	for _, bench := range []struct {
		name  string
		offer Offer
		facts Facts
	}{
		{"LegacyGold/met", LegacyGold, met},
		{"LegacyGold/unmet", LegacyGold, unmet},
		{"LegacyGold/unknown", LegacyGold, Facts{}},
		{"SolutionsPartner/met", SolutionsPartnerSecurity, Facts{
			Account: Authorized, Membership: HoldsNothing, Qualified: Areas{Security: Yes}, Billing: BillingLinked,
		}},
		{"ActionPack/met", MicrosoftActionPack, met},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkDecision, _ = Evaluate(bench.offer, bench.facts, today)
			}
		})
	}
	b.Run("All", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			all, _ := EvaluateAll(met, today)
			sinkDecision = all[0]
		}
	})
	b.Run("NextOpening", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = NextOpening(LegacyGold, met, today)
		}
	})
}
