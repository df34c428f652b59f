package cpor_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// Relate is symmetric, and claims compete only if both companies are known.
func TestRelate_Symmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, companies := anyPolicy(t), companyMap(t)
		a, b := anyClaim(t, "a", companies), anyClaim(t, "b", companies)
		one, ok, err := p.Relate(a, b)
		other, okToo, errToo := p.Relate(b, a)
		if ok != okToo || !cmp.Equal(one, other) || err != nil || errToo != nil {
			t.Fatalf("a and b: %v, %v, %v; b and a: %v, %v, %v", one, ok, err, other, okToo, errToo)
		}
		if (a.Company.IsZero() || b.Company.IsZero()) && one.Relation == Competing {
			t.Fatal("the claims compete although a company is unknown")
		}
		if _, _, err := p.Relate(a, a); err == nil {
			t.Fatal("a claim is related to itself")
		}
	})
}

// Subscriptions distinguish claims only in Business Applications, and only if the
// policy allows it (CPR-32).
func TestRelate_Subscriptions(t *testing.T) {
	productDecides := Baseline()
	productDecides.ProductDecides = true
	for _, test := range []struct {
		p             Policy
		area          Area
		first, second SubscriptionID
		competes      bool
	}{
		{Baseline(), BusinessApplications, subscription(1), subscription(1), true},
		{Baseline(), BusinessApplications, subscription(1), subscription(2), false},
		{Baseline(), BusinessApplications, subscription(1), SubscriptionID{}, true},
		{Baseline(), Microsoft365, subscription(1), subscription(2), true},
		{productDecides, BusinessApplications, subscription(1), subscription(2), true},
		{productDecides, Microsoft365, subscription(1), subscription(2), true},
	} {
		claim := func(id string, who int, s SubscriptionID) Claim {
			return Claim{
				ID: id, Tenant: tenant(0), Area: test.area, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted, Submitted: today,
				Partner: partner(who), Company: partner(10 * who), Units: []Unit{{"Sales", s}},
			}
		}
		pair, ok, err := test.p.Relate(claim("a", 1, test.first), claim("b", 2, test.second))
		if err != nil || ok != test.competes || ok && pair.Relation != Competing {
			t.Errorf("%v, %v, %v and %v: %+v, %v, %v", test.p, test.area, test.first, test.second, pair, ok, err)
		}
	}
}

func TestUnit_String(t *testing.T) {
	if u := (Unit{"Sales", subscription(1)}); u.String() != "Sales ("+subscription(1).String()+")" {
		t.Errorf("%v", u)
	}
}

// A pair has the coverage of its less covered claim. It is unknown if it is unknown when
// a claim begins.
func TestRelate_Coverage(t *testing.T) {
	const published, after, before = calendar.CoveragePublished, calendar.CoverageAfter, calendar.CoverageBefore
	for _, test := range []struct {
		begins [2]string
		want   calendar.Coverage
	}{
		{[2]string{"2020-07-01", "2024-11-30"}, published},
		{[2]string{"2020-07-01", "2024-12-01"}, after},
		{[2]string{"2024-12-01", "2020-07-01"}, after},
		{[2]string{"2019-09-30", "2020-07-01"}, before},
		{[2]string{"", "2020-07-01"}, calendar.CoverageUnknown},
		{[2]string{"2020-07-01", ""}, calendar.CoverageUnknown},
		{[2]string{"", ""}, calendar.CoverageUnknown},
	} {
		claims := [2]Claim{claimsOf(2)[0], claimsOf(2)[0]}
		for i, day := range test.begins {
			claims[i].ID, claims[i].Status = []string{"A", "B"}[i], UnderReview
			claims[i].Partner, claims[i].Company = partner(10+i), partner(20+i)
			claims[i].Submitted, claims[i].Approved, claims[i].Begins = calendar.Date{}, calendar.Date{}, calendar.Date{}
			if day != "" {
				claims[i].Submitted = date(day)
			}
		}
		pair, ok, err := Relate(claims[0], claims[1])
		if err != nil || !ok || pair.Coverage != test.want {
			t.Errorf("%v: %+v, %v, %v, want %v", test.begins, pair, ok, err, test.want)
		}
	}
}
