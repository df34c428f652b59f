package cpor_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/cpor"
)

// An invalid area is treated as the zero Area, and an invalid Tri as unknown.
func TestActivitiesFor_Invalid(t *testing.T) {
	wants := Intent{InfluencedPurchase: Yes, WantsPresales: Yes, DrivesUsage: Yes, WantsUsage: Yes, InfluencedChoice: Yes}
	for area, want := range map[Area]ActivityFit{
		0:                {},
		Microsoft365:     {Microsoft365, No, Yes, No},
		Microsoft365 + 1: {},
		255:              {},
	} {
		if got := ActivitiesFor(area, wants); got != want {
			t.Errorf("%v: %+v, want %+v", area, got, want)
		}
		if area.Offers(ActivityUsage) != (area == Microsoft365) || area.Offers(0) || area.Offers(ActivityRevenueAssociation+1) {
			t.Errorf("%v: Offers is wrong for an activity", area)
		}
	}
	if got, want := ActivitiesFor(BusinessApplications, Intent{9, Yes, Yes, 9, 9}), (ActivityFit{BusinessApplications, Unknown, Unknown, Unknown}); got != want {
		t.Errorf("invalid intent: %+v, want %+v", got, want)
	}
}

// CPR-40: every fit in a valid area has the note.
func TestActivityFit_Notes(t *testing.T) {
	for area, want := range map[Area][]string{
		0: nil, BusinessApplications: {"wrong-activity-costs CPR-40"}, Microsoft365: {"wrong-activity-costs CPR-40"}, Microsoft365 + 1: nil,
	} {
		checkNotes(t, want, ActivitiesFor(area, Intent{}).Notes())
		checkNotes(t, want, ActivityFit{Area: area}.Notes())
	}
}

func TestActivityFit_AllStopsEarly(t *testing.T) {
	for range (ActivityFit{}).All() {
		break
	}
}
