package cpor_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

func index(t interface{ Fatal(...any) }, p Policy) *Index {
	x, err := p.NewIndex()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// After any sequence of Put and Remove, Conflicts finds the pairs that Relate finds
// among all claims.
func TestIndex_Definition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, companies := anyPolicy(t), companyMap(t)
		x, held := index(t, p), map[string]Claim{}
		for range rapid.IntRange(0, 30).Draw(t, "changes") {
			id := rapid.SampledFrom(ids(9)).Draw(t, "id")
			if rapid.IntRange(0, 3).Draw(t, "remove") == 0 {
				_, there := held[id]
				if x.Remove(id) != there {
					t.Fatalf("removing %s does not return %v", id, there)
				}
				delete(held, id)
				continue
			}
			c := anyClaim(t, id, companies)
			_, there := held[id]
			if replaced, err := x.Put(c); err != nil || replaced != there {
				t.Fatalf("putting %s returns %v, %v, want %v", id, replaced, err, there)
			}
			held[id] = c
		}
		checkIndex(t, p, x, held)
	})
}

func checkIndex(t *rapid.T, p Policy, x *Index, held map[string]Claim) {
	want := map[string][]Pair{}
	all, err := bruteForce(p, slices.Collect(maps.Values(held)))
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range all {
		want[pair.First] = append(want[pair.First], pair)
		want[pair.Second] = append(want[pair.Second], pair)
	}
	if x.Len() != len(held) {
		t.Fatalf("%d claims, want %d", x.Len(), len(held))
	}
	claims := slices.Collect(x.All())
	if !slices.IsSortedFunc(claims, func(a, b Claim) int { return strings.Compare(a.ID, b.ID) }) || len(claims) != len(held) {
		t.Fatalf("All has %d of %d claims, or is out of order", len(claims), len(held))
	}
	detected, err := p.Detect(claims)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Collect(detected), slices.Collect(x.Pairs())); diff != "" {
		t.Fatalf("pairs (-Detect +Index)\n%s", diff)
	}
	if got := len(slices.Collect(x.Pairs())); got != len(all) {
		t.Fatalf("%d pairs, want %d", got, len(all))
	}
	for id, c := range held {
		if got, ok := x.Get(id); !ok || !cmp.Equal(got, c) {
			t.Fatalf("%s is %v", id, got)
		}
		got, err := x.Conflicts(c)
		if err != nil {
			t.Fatal(err)
		}
		other := func(pair Pair) Claim {
			if pair.First == id {
				return held[pair.Second]
			}
			return held[pair.First]
		}
		slices.SortFunc(want[id], func(a, b Pair) int {
			x, y := other(a), other(b)
			if c := start(x).Compare(start(y)); c != 0 {
				return c
			}
			if x.ID < y.ID {
				return -1
			}
			return 1
		})
		if diff := cmp.Diff(want[id], got); diff != "" {
			t.Fatalf("%s (-Relate +Index)\n%s", id, diff)
		}
	}
}

// The search of large trees by the claims that end last agrees with Relate too.
func TestIndex_DefinitionWhenLarge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, companies := anyPolicy(t), companyMap(t)
		x, held := index(t, p), map[string]Claim{}
		for _, id := range ids(rapid.IntRange(30, 60).Draw(t, "claims")) {
			c := anyClaim(t, id, companies)
			c.Tenant, c.Area, c.Units, c.Status = tenant(0), Microsoft365, []Unit{{Name: "Teams"}}, Submitted
			c.Submitted = today.AddDays(rapid.IntRange(0, 60).Draw(t, "day"))
			c.Ends = c.Submitted.AddDays(rapid.IntRange(0, 60).Draw(t, "length"))
			if _, err := x.Put(c); err != nil {
				t.Fatal(err)
			}
			held[id] = c
		}
		for _, id := range ids(rapid.IntRange(0, 20).Draw(t, "removed")) {
			x.Remove(id)
			delete(held, id)
		}
		checkIndex(t, p, x, held)
	})
}

// Conflicts accepts a claim that is not in the index. Put copies the list of units.
func TestIndex_ConflictsOfNewClaim(t *testing.T) {
	x := index(t, Baseline())
	units := []Unit{{Name: "Teams"}}
	held := Claim{ID: "a", Tenant: tenant(0), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved, Partner: partner(1), Company: partner(10), Units: units, Approved: today}
	if _, err := x.Put(held); err != nil {
		t.Fatal(err)
	}
	units[0].Name = "Exchange Online"
	submitted := held
	submitted.ID, submitted.Partner, submitted.Company, submitted.Units, submitted.Status, submitted.Submitted = "b", partner(2), partner(20), []Unit{{Name: " TEAMS"}}, Submitted, today
	pairs, err := x.Conflicts(submitted)
	if err != nil || len(pairs) != 1 || pairs[0].Relation != Competing || pairs[0].Incumbent != "a" || pairs[0].Units[0].Name != "TEAMS" || x.Len() != 1 {
		t.Errorf("%v, %v", pairs, err)
	}
	submitted.ID = "a"
	if pairs, err := x.Conflicts(submitted); err != nil || pairs != nil {
		t.Errorf("a claim conflicts with itself: %v, %v", pairs, err)
	}
	submitted.ID, submitted.Status = "b", Rejected
	if pairs, err := x.Conflicts(submitted); err != nil || pairs != nil {
		t.Errorf("a rejected claim conflicts: %v, %v", pairs, err)
	}
	if _, ok := x.Get("b"); ok || x.Remove("b") {
		t.Error("Conflicts adds the claim to the index")
	}
}

// An index without a policy has the policy in force.
func TestNewIndex_InForce(t *testing.T) {
	p, _ := InForce(today)
	x := NewIndex()
	for _, c := range claimsOf(100, 200) {
		if _, err := x.Put(c); err != nil {
			t.Fatal(err)
		}
	}
	pairs := slices.Collect(x.Pairs())
	if len(pairs) != 1 || pairs[0].Policy != p {
		t.Errorf("%+v, want a pair under %v", pairs, p)
	}
}

func TestIndex_Errors(t *testing.T) {
	var bad *partnerrules.InputError
	if _, err := (Policy{}).NewIndex(); !errors.As(err, &bad) || bad.Path != "edition" {
		t.Errorf("the zero Policy: %v", err)
	}
	x := index(t, Baseline())
	good := Claim{ID: "a", Tenant: tenant(0), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved, Partner: partner(1), Company: partner(10), Units: []Unit{{Name: "Teams"}}}
	if _, err := x.Put(good); err != nil {
		t.Fatal(err)
	}
	worse := good
	worse.Units = nil
	if _, err := x.Put(worse); !errors.As(err, &bad) || bad.Path != "units" {
		t.Errorf("a claim without units: %v", err)
	}
	moved := good
	moved.Company = partner(11)
	if _, err := x.Put(moved); err != nil {
		t.Errorf("the only claim of a partner gets another company: %v", err)
	}
	other := good
	other.ID = "b"
	if _, err := x.Put(other); !errors.As(err, &bad) || bad.Path != "company" || x.Len() != 1 {
		t.Errorf("a partner that belongs to two companies: %v", err)
	}
	if _, err := x.Conflicts(other); !errors.As(err, &bad) || bad.Path != "company" {
		t.Errorf("a partner that belongs to two companies: %v", err)
	}
	other.Company = PartnerID{}
	if _, err := x.Put(other); err != nil {
		t.Errorf("an unknown company: %v", err)
	}
	other.Company = partner(11)
	if _, err := x.Put(other); err != nil {
		t.Errorf("the same company: %v", err)
	}
	other.Company = partner(12)
	if _, err := x.Put(other); !errors.As(err, &bad) {
		t.Errorf("another claim has a different company: %v", err)
	}
	x.Remove("a")
	if _, err := x.Put(other); err != nil {
		t.Errorf("no other claim has a different company: %v", err)
	}
	x.Remove("b")
	if _, err := x.Put(good); err != nil || x.Len() != 1 {
		t.Errorf("no claim is left: %v", err)
	}
}

// A loop over the claims or the pairs can change the index, and can end early.
func TestIndex_ChangesWhileRanging(t *testing.T) {
	fill := func() *Index {
		x := index(t, Baseline())
		for i, id := range []string{"a", "b", "c"} {
			c := Claim{ID: id, Tenant: tenant(0), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved, Partner: partner(1 + i), Company: partner(10 + i), Units: []Unit{{Name: "Teams"}}, Approved: today}
			if _, err := x.Put(c); err != nil {
				t.Fatal(err)
			}
		}
		return x
	}
	x, seen := fill(), ""
	for c := range x.All() {
		seen += c.ID
		x.Remove("b")
		c.ID, c.Status = "d", Rejected
		if _, err := x.Put(c); err != nil {
			t.Fatal(err)
		}
		c.ID = "c"
		if replaced, err := x.Put(c); err != nil || !replaced {
			t.Fatal(replaced, err)
		}
	}
	if seen != "ac" || x.Len() != 3 {
		t.Errorf("the loop sees %s, and leaves %d claims", seen, x.Len())
	}
	x, seen = fill(), ""
	for pair := range x.Pairs() {
		seen += pair.First + pair.Second + " "
		x.Remove("b")
	}
	if seen != "ab ac bc " {
		t.Errorf("the loop sees the pairs %s", seen)
	}
	for range x.All() {
		break
	}
	for pair := range x.Pairs() {
		if pair.First != "a" || pair.Second != "c" {
			t.Errorf("the pair %s %s", pair.First, pair.Second)
		}
		break
	}
}

// The zero Index rejects claims, and does not panic.
func TestIndex_Zero(t *testing.T) {
	var index Index
	claim := Claim{
		ID: "CL-1", Tenant: tenant(0), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted, Submitted: today,
		Partner: partner(1), Company: partner(10), Units: []Unit{{Name: "Teams"}},
	}
	_, conflicts := index.Conflicts(claim)
	_, put := index.Put(claim)
	for _, err := range []error{put, conflicts} {
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != "index" {
			t.Errorf("%v, want an InputError about the index", err)
		}
	}
	claims, pairs := slices.Collect(index.All()), slices.Collect(index.Pairs())
	if index.Len()+len(claims)+len(pairs) != 0 || index.Remove("CL-1") {
		t.Error("the zero Index has a claim")
	}
}
