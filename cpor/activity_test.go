package cpor_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/cpor"
)

// An invalid area counts as the zero Area, and an invalid answer as unknown.
func TestChoose_Invalid(t *testing.T) {
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
		t.Errorf("by invalid answers: %+v", got)
	}
}

// CPR-40: the note comes with every choice in a solution area.
func TestChoice_Notes(t *testing.T) {
	for area, want := range map[Area][]string{
		0: nil, BusinessApplications: {"wrong-activity-costs CPR-40"}, Microsoft365: {"wrong-activity-costs CPR-40"}, Microsoft365 + 1: nil,
	} {
		checkNotes(t, want, Choose(area, Intent{}).Notes())
		checkNotes(t, want, Choice{Area: area}.Notes())
	}
}

func TestChoice_AllStopsEarly(t *testing.T) {
	for range (Choice{}).All() {
		break
	}
}
