package claims

import (
	"testing"

	"github.com/partnerrules/partnerrules/cpor"
)

// The expected answer agrees with cpor.Relate applied to all pairs.
func TestTheSweepIsTheDefinition(t *testing.T) {
	for _, in := range []input{million(400), hot(300)} {
		claims := in.generate()
		var want, got answer
		for i, a := range claims {
			for _, b := range claims[:i] {
				pair, ok, err := cpor.Relate(a, b)
				if err != nil {
					t.Fatal(err)
				}
				if ok && pair.Relation == cpor.Competing {
					want.add(a.ID, b.ID)
				}
			}
		}
		if err := byHand(claims)(got.add); err != nil {
			t.Fatal(err)
		}
		if err := got.check(want); err != nil || want.pairs == 0 {
			t.Errorf("%+v: %v; %d pairs by definition", in, err, want.pairs)
		}
	}
}

// The inputs have the properties that README.md describes.
func TestTheInputsAreAsDescribed(t *testing.T) {
	claims := million(20_000).generate()
	units, tenants := map[unitKey]int{}, map[cpor.TenantID]bool{}
	for _, c := range claims {
		units[unitKey{c.Tenant, c.Units[0].Name}]++
		tenants[c.Tenant] = true
		if first, last := firstDay, firstDay.AddDays(6*365-1); c.Approved.Before(first) || c.Ends.After(last) {
			t.Fatalf("%v to %v is not within six years", c.Approved, c.Ends)
		}
	}
	if len(units) < 3900 || len(units) > 4000 || len(tenants) > 1000 {
		t.Errorf("%d units of %d tenants", len(units), len(tenants))
	}
	var found answer
	if err := byHand(claims)(found.add); err != nil {
		t.Fatal(err)
	}
	if perClaim := float64(found.pairs) / 20_000; perClaim < 0.85 || perClaim > 0.95 {
		t.Errorf("%.3f pairs a claim, want about 0.9", perClaim)
	}
}

// Answers are equal if and only if they have the same pairs, in any order.
func TestAnswersTellPairsApart(t *testing.T) {
	var a, b, c answer
	a.add("1", "2")
	a.add("3", "4")
	b.add("4", "3")
	b.add("2", "1")
	c.add("1", "3")
	c.add("2", "4")
	if err := a.check(b); err != nil {
		t.Error(err)
	}
	if a.check(c) == nil || a.check(answer{}) == nil {
		t.Error("different pairs are equal")
	}
}
