package cpor_test

import (
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

// fits returns whether each activity of a choice fits.
func fits(c ActivityChoice) [3]Tri {
	return [3]Tri{c.Presales.Fits, c.Usage.Fits, c.RevenueAssociation.Fits}
}

// An invalid area is treated as the zero Area, and an invalid Tri as unknown.
func TestActivitiesFor_Invalid(t *testing.T) {
	wants := Intent{InfluencedPurchase: Yes, WantsPresales: Yes, DrivesUsage: Yes, WantsUsage: Yes, InfluencedChoice: Yes, Channel: WebDirect, Eligible: Yes}
	for area, want := range map[Area][3]Tri{
		0:                    {},
		BusinessApplications: {Yes, Yes, Yes},
		Microsoft365:         {No, Yes, No},
		Microsoft365 + 1:     {},
		255:                  {},
	} {
		if got := ActivitiesFor(area, wants, today); fits(got) != want {
			t.Errorf("%v: %+v, want %+v", area, got, want)
		}
		if area.Offers(ActivityUsage) != (area == BusinessApplications || area == Microsoft365) || area.Offers(0) || area.Offers(ActivityRevenueAssociation+1) {
			t.Errorf("%v: Offers is wrong for an activity", area)
		}
	}
	invalid := Intent{9, Yes, Yes, 9, 9, 9, WebDirect, Yes}
	if got := ActivitiesFor(BusinessApplications, invalid, today); fits(got) != [3]Tri{Unknown, Unknown, Unknown} {
		t.Errorf("invalid intent: %+v, want unknown", got)
	}
	if got := ActivitiesFor(Microsoft365, Intent{DrivesUsage: Yes, WantsUsage: Yes, Eligible: Yes, Channel: CSP + 1}, today); got.Usage.Fits != Yes {
		t.Errorf("Microsoft 365 depends on the channel: %+v", got)
	}
	if got := (Policy{}).ActivitiesFor(Microsoft365, wants, today); fits(got) != [3]Tri{} || got.Usage.ForPayment != Unknown {
		t.Errorf("the zero Policy: %+v", got)
	}
}

// CPR-04: a second reading of the table. Usage depends on the edition, and on the
// zero Date it is known only if the editions agree.
func TestActivitiesFor_Table(t *testing.T) {
	tris := []Tri{No, Unknown, Yes}
	days := map[string]calendar.Date{"2020": date("2023-10-09"), "2023": date("2023-10-10"), "": {}}
	for _, drives := range tris {
		for _, usage := range tris {
			for _, competency := range tris {
				for _, eligible := range tris {
					for channel, claimable := range map[Channel]Tri{ChannelUnknown: Unknown, VolumeLicensing: Yes, WebDirect: Yes, CSP: No} {
						intent := Intent{DrivesUsage: drives, WantsUsage: usage, WantsCompetency: competency, Eligible: eligible, Channel: channel}
						dynamics := map[string]Tri{"2020": min(drives, usage, eligible, claimable), "2023": min(drives, eligible, claimable)}
						m365 := map[string]Tri{"2020": min(drives, usage, eligible), "2023": min(drives, max(usage, competency), eligible)}
						for name, day := range days {
							for area, want := range map[Area]map[string]Tri{BusinessApplications: dynamics, Microsoft365: m365} {
								got := ActivitiesFor(area, intent, day).Usage.Fits
								if name != "" && got != want[name] {
									t.Fatalf("%v, %+v in edition %s: %v, want %v", area, intent, name, got, want[name])
								}
								if name == "" && got != Unknown && (got != want["2020"] || got != want["2023"]) {
									t.Fatalf("%v, %+v without a day: %v, want %v or %v", area, intent, got, want["2020"], want["2023"])
								}
							}
						}
					}
				}
			}
		}
	}
}

// CPR-04: what is for payment, on both sides of the switch and without a day.
func TestPaysIncentive(t *testing.T) {
	last2020, first2023 := date("2023-10-09"), date("2023-10-10")
	for _, test := range []struct {
		area                  Area
		activity              Activity
		in2020, in2023, noDay Tri
	}{
		{BusinessApplications, ActivityPresales, Yes, Yes, Yes},
		{BusinessApplications, ActivityUsage, Yes, No, Unknown},
		{BusinessApplications, ActivityRevenueAssociation, No, No, No},
		{Microsoft365, ActivityPresales, No, No, No},
		{Microsoft365, ActivityUsage, Yes, Yes, Yes},
		{Microsoft365, ActivityRevenueAssociation, No, No, No},
		{0, ActivityUsage, Unknown, Unknown, Unknown},
		{Microsoft365 + 1, ActivityUsage, Unknown, Unknown, Unknown},
		{BusinessApplications, 0, No, No, No},
	} {
		for day, want := range map[calendar.Date]Tri{last2020: test.in2020, first2023: test.in2023, {}: test.noDay} {
			if got := PaysIncentive(test.area, test.activity, day); got != want {
				t.Errorf("%v, %v on %v: %v, want %v", test.area, test.activity, day, got, want)
			}
		}
		if got := Baseline().PaysIncentive(test.area, test.activity, first2023); got != test.in2020 {
			t.Errorf("%v, %v under the baseline: %v, want %v", test.area, test.activity, got, test.in2020)
		}
	}
}

// CPR-40: every choice in a valid area has the note.
func TestActivityChoice_Notes(t *testing.T) {
	for area, want := range map[Area][]string{
		0: nil, BusinessApplications: {"wrong-activity-costs CPR-40"}, Microsoft365: {"wrong-activity-costs CPR-40"}, Microsoft365 + 1: nil,
	} {
		checkNotes(t, want, ActivitiesFor(area, Intent{}, today).Notes())
		checkNotes(t, want, ActivityChoice{Area: area}.Notes())
	}
}

func TestActivityChoice_AllStopsEarly(t *testing.T) {
	for range (ActivityChoice{}).All() {
		break
	}
}
