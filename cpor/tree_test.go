package cpor

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// Of every subtree what lasts in it tells whether one of its claims is met:
// neither less, for claims would be missed, nor more, for then they would be
// looked for in vain.
func TestLastingTellsWhatASubtreeHas(t *testing.T) {
	id := func(n int) PartnerID { return PartnerID{uint64(n)} }
	anyParty := func(t *rapid.T) party {
		return party{id(rapid.IntRange(1, 6).Draw(t, "partner")), id(rapid.IntRange(0, 6).Draw(t, "company"))}
	}
	rapid.Check(t, func(t *rapid.T) {
		h := newHasher()
		var root *tree
		for i := range rapid.IntRange(1, 40).Draw(t, "claims") {
			c := &indexed{claim: Claim{ID: strconv.Itoa(i)}, party: anyParty(t), start: int32(rapid.IntRange(0, 9).Draw(t, "start"))}
			c.end = c.start + int32(rapid.IntRange(0, 9).Draw(t, "length"))
			root = root.insert(&tree{claim: c, priority: h.text(c.claim.ID)})
			if rapid.IntRange(0, 4).Draw(t, "remove") == 0 {
				root = root.remove(c)
			}
		}
		q := &indexed{party: anyParty(t), start: int32(rapid.IntRange(0, 18).Draw(t, "from"))}
		var check func(*tree) (anybody, another bool)
		check = func(n *tree) (anybody, another bool) {
			if n == nil {
				return false, false
			}
			anybody, another = n.claim.reaches(q, false), n.claim.reaches(q, true)
			for _, child := range []*tree{n.left, n.right} {
				a, b := check(child)
				anybody, another = anybody || a, another || b
			}
			if n.reaches(q, false) != anybody || n.reaches(q, true) != another {
				t.Fatalf("a subtree with %v, %v says otherwise", anybody, another)
			}
			return anybody, another
		}
		check(root)
	})
}

// Tables and interners keep their keys when they grow.
func TestTablesGrow(t *testing.T) {
	h := newHasher()
	var numbers table
	names := newInterner[string](0)
	for round := range 2 {
		numbers.reset(0)
		for i := range 1000 {
			at := numbers.at(&h, uint64(i))
			if *at != 0 {
				t.Fatalf("round %d: %d is there already", round, i)
			}
			*at = int32(i + 1)
		}
		for i := range 1000 {
			if *numbers.at(&h, uint64(i)) != int32(i+1) {
				t.Fatalf("round %d: %d is lost", round, i)
			}
			name := strconv.Itoa(i)
			if n, isNew := names.number(h.text(name), name); int(n) != i || isNew != (round == 0) {
				t.Fatalf("round %d: %s has number %d, new: %v", round, name, n, isNew)
			}
		}
	}
}

func TestRepeatedHashesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hashes := rapid.SliceOfN(rapid.Uint64Range(0, 1<<62), 0, 1200).Draw(t, "hashes")
		if rapid.Bool().Draw(t, "spread") {
			for i := range hashes {
				hashes[i] *= 0x9e3779b97f4a7c15
			}
		}
		seen, twice := map[uint64]bool{}, false
		for _, h := range hashes {
			twice = twice || seen[h]
			seen[h] = true
		}
		if hasRepeated(hashes) != twice {
			t.Fatalf("of %d hashes one comes twice: %v", len(hashes), twice)
		}
	})
	d := detection{claims: []Claim{{ID: "a"}, {ID: "b"}}}
	if err := d.repeatedID(); err != nil {
		t.Errorf("two hashes that are equal by chance: %v", err)
	}
}

// An index from which all claims were removed holds nothing of them.
func TestIndexKeepsNothing(t *testing.T) {
	x, err := NewIndex(Baseline())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b"} {
		c := Claim{
			ID: id, Tenant: TenantID{guid{0, 1}}, Area: BusinessApplications, Activities: ActivitiesOf(Usage), Status: Submitted,
			Partner: PartnerID{1}, Company: PartnerID{2}, Units: []Unit{{"Sales", SubscriptionID{guid{0, 2}}}, {Name: "Finance"}},
		}
		if err := x.Put(c); err != nil {
			t.Fatal(err)
		}
	}
	if len(x.lists) != 3 {
		t.Errorf("%d lists, want one of the subscription, one of its product, one of the other", len(x.lists))
	}
	x.Remove("a")
	x.Remove("b")
	if len(x.lists)+len(x.companies)+len(x.claims) != 0 {
		t.Errorf("%d lists, %d companies and %d claims are left", len(x.lists), len(x.companies), len(x.claims))
	}
}
