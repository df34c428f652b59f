package cpor

import (
	"strconv"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"pgregory.net/rapid"
)

// ofOneCompany returns claims of one company on one unit, with the given
// activities in turn.
func ofOneCompany(n int, activities ...partnerrules.Set[Activity]) []Claim {
	claims := make([]Claim, n)
	for i := range claims {
		claims[i] = Claim{
			ID: strconv.Itoa(i), Tenant: TenantID{guid{0, 1}}, Area: BusinessApplications, Activities: activities[i%len(activities)], Status: Submitted,
			Partner: PartnerID{uint64(2 + i%7)}, Company: PartnerID{1}, Units: []Unit{{Name: "Sales"}},
			Submitted: calendar.MustParseDate("2020-07-06").AddDays(i / 10),
		}
	}
	return claims
}

// swept returns a sweep that has processed all claims.
func swept(t *testing.T, claims []Claim) *sweep {
	d := &detection{policy: Baseline(), claims: claims, hasher: newHasher()}
	if err := d.read(); err != nil {
		t.Fatal(err)
	}
	s := &sweep{detection: d}
	s.through(0, len(d.tenants), func(Pair) bool { return true })
	return s
}

// A claim skips all claims of its company in one step, except the first claims of a
// list, which form no runs.
func TestSweep_StepsOverCompany(t *testing.T) {
	s := swept(t, ofOneCompany(200, partnerrules.SetOf(ActivityUsage), partnerrules.SetOf(ActivityPresales)))
	steps := 0
	for _, c := range s.cells[1:] {
		for n := c.head; n != 0; n = s.stepOver(&s.parties[0], &s.nodes[n]) {
			steps++
		}
	}
	if cells := len(s.cells) - 1; cells != 2 || steps != loose+cells {
		t.Errorf("%d steps through %d cells, want %d and one for each of 2 cells", steps, cells, loose)
	}
}

// There are no runs if all claims have an activity in common.
func TestSweep_RunsOnlyIfDisjoint(t *testing.T) {
	if s := swept(t, ofOneCompany(200, partnerrules.SetOf(ActivityUsage), partnerrules.SetOf(ActivityUsage, ActivityPresales))); len(s.runs) != 0 {
		t.Errorf("%d runs, want none if all claims have an activity in common", len(s.runs))
	}
}

func TestReader_DisjointActivities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r reader
		var sets []activityBits
		want := false
		for range rapid.IntRange(0, 3).Draw(t, "sets") {
			set := activityBits(2 * rapid.IntRange(1, allActivities/2).Draw(t, "set"))
			r.activities[set] = true
			for _, other := range sets {
				want = want || set&other == 0
			}
			sets = append(sets, set)
		}
		if r.disjointActivities() != want {
			t.Fatalf("some of %v are disjoint: %v", sets, !want)
		}
	})
}
