package cpor_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/cpor"
)

// What is no value of its type is unknown wherever there is no error to say so,
// and neither is it offered, live, editable or a way to move.
func TestWhatIsOutsideIsUnknown(t *testing.T) {
	for role, want := range map[Role]Tri{RoleUnknown: Unknown, BillingAdmin: Yes, GlobalAdmin: Yes, IncentivesAdmin: Yes, OtherRole: No, OtherRole + 1: Unknown, 255: Unknown} {
		if got := role.MayClaim(); got != want {
			t.Errorf("%v may claim: %v", role, got)
		}
	}
	wants := Intent{InfluencedPurchase: Yes, WantsPresales: Yes, DrivesUsage: Yes, WantsUsage: Yes, InfluencedChoice: Yes}
	for area, want := range map[Area]Choice{
		0:                {},
		Microsoft365:     {Microsoft365, No, Yes, No},
		Microsoft365 + 1: {},
		255:              {},
	} {
		if got := Choose(area, wants); got != want {
			t.Errorf("%v: %+v", area, got)
		}
		if area.Offered(Usage) != (area == Microsoft365) || area.Offered(0) || area.Offered(RevenueAssociation+1) {
			t.Errorf("%v offers what it does not", area)
		}
	}
	if got, want := Choose(BusinessApplications, Intent{9, Yes, Yes, 9, 9}), (Choice{BusinessApplications, Unknown, Unknown, Unknown}); got != want {
		t.Errorf("by answers that are none: %+v", got)
	}
	for _, s := range []Status{StatusUnknown, RejectedFinal + 1, 255} {
		if s.IsLive() || Editable(s) || Baseline().CanMove(s, Submitted) || Baseline().CanMove(Editing, s) {
			t.Errorf("%v is live, editable or moves", s)
		}
	}
	if a, ok := Arbitrate(Pair{Mark: Competing, SameCompany: 9}, today); !ok || !a.Questions.Has(OneCompany) {
		t.Errorf("of companies of which nothing is known: %+v, %v", a, ok)
	}
	if _, ok := Arbitrate(Pair{Mark: UndeterminedOverlap + 1, SameCompany: No}, today); ok {
		t.Error("a mark that is none goes to arbitration")
	}
	for verdict, may := range map[Verdict]bool{Undetermined: true, Valid: true, Invalid: false, Invalid + 1: false} {
		if v := (Validation{Verdict: verdict, On: today}); v.MaySubmit() != may {
			t.Errorf("%v may be submitted: %v", verdict, !may)
		}
	}
}
