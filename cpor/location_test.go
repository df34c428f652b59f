package cpor_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
)

// CPR-53: all locations in their order, each with its warnings (CPR-16), and whether
// it may be chosen. Unknown facts yield nothing.
func TestCompareLocations(t *testing.T) {
	got, err := CompareLocations([]LocationEntry{
		{partner(100), Location{Enrolled: No}},
		{partner(200), Location{Enrolled: Yes}},
		{partner(300), Location{Kind: GlobalAccount}},
		{partner(50), Location{Kind: LegacyVOrg, Confirmed: No, PartnerType: Yes}},
		{partner(60), Location{}},
	})
	want := LocationOptions{
		{partner(100), true, []Reason{LocationNotEnrolled}},
		{partner(200), true, nil},
		{partner(300), false, []Reason{NotALocation}},
		{partner(50), false, []Reason{LocationNotKnown, NotALocation, LocationHasPartnerType}},
		{partner(60), true, nil},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%s, %v", diff, err)
	}
	checkNotes(t, []string{"wrong-partner-costs CPR-51"}, got.Notes())
}

func TestCompareLocations_Errors(t *testing.T) {
	for want, list := range map[string][]LocationEntry{
		"locations[1].partner":           {{Partner: partner(1)}, {Partner: partner(1)}},
		"locations[0].partner":           {{}},
		"locations[0].location.kind":     {{partner(1), Location{Kind: LegacyVOrg + 1}}},
		"locations[0].location.enrolled": {{partner(1), Location{Enrolled: 9}}},
	} {
		var bad *partnerrules.InputError
		if got, err := CompareLocations(list); !errors.As(err, &bad) || bad.Path != want || got != nil {
			t.Errorf("%s: %v, %v", want, got, err)
		}
	}
}
