package cpor

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/partnerrules/partnerrules"
	"pgregory.net/rapid"
)

// A subtree reaches a claim exactly if one of its claims does. With fewer results
// conflicts would be missed, with more the search would visit subtrees in vain.
func TestTree_Lasting(t *testing.T) {
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
				t.Fatalf("a subtree does not reach as its claims do: want %v, %v", anybody, another)
			}
			return anybody, another
		}
		check(root)
	})
}

// After any changes, a tree is ordered by claim and is a heap by priority, which
// keeps it balanced.
func TestTree_Treap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var root *tree
		held := map[int]*indexed{}
		for range rapid.IntRange(1, 60).Draw(t, "changes") {
			id := rapid.IntRange(0, 30).Draw(t, "id")
			if c, there := held[id]; there {
				root = root.remove(c)
				delete(held, id)
				continue
			}
			held[id] = &indexed{claim: Claim{ID: strconv.Itoa(id)}, party: party{partner: PartnerID{1}}, start: int32(rapid.IntRange(0, 5).Draw(t, "start"))}
			root = root.insert(&tree{claim: held[id], priority: rapid.Uint64Range(0, 20).Draw(t, "priority")})
		}
		var last *indexed
		n := 0
		var walk func(at *tree, most uint64)
		walk = func(at *tree, most uint64) {
			if at == nil {
				return
			}
			if at.priority > most {
				t.Fatalf("priority %d is below %d", at.priority, most)
			}
			walk(at.left, at.priority)
			if last != nil && last.compare(at.claim) >= 0 {
				t.Fatalf("%v comes before %v", last.claim.ID, at.claim.claim.ID)
			}
			last = at.claim
			n++
			walk(at.right, at.priority)
		}
		walk(root, math.MaxUint64)
		if n != len(held) {
			t.Fatalf("%d claims, want %d", n, len(held))
		}
	})
}

// distinguishes reports whether a party exists that is of one company with all kept
// claims, but not with the new one.
func TestDistinguishes_Definition(t *testing.T) {
	const others = 6
	id := func(n int) PartnerID { return PartnerID{uint64(n)} }
	anyParty := func(t *rapid.T) party {
		return party{id(rapid.IntRange(1, others).Draw(t, "partner")), id(rapid.IntRange(0, others).Draw(t, "company"))}
	}
	rapid.Check(t, func(t *rapid.T) {
		var kept []*indexed
		for range rapid.IntRange(0, 4).Draw(t, "kept") {
			kept = append(kept, &indexed{party: anyParty(t)})
		}
		c := anyParty(t)
		want := false
		for partner := 1; partner <= others+1; partner++ { // no other party has the last ID
			for company := range others + 2 {
				q := party{id(partner), id(company)}
				ofAll := !slices.ContainsFunc(kept, func(k *indexed) bool { return k.party.sameCompany(q) != Yes })
				want = want || ofAll && c.sameCompany(q) != Yes
			}
		}
		if distinguishes(kept, c) != want {
			t.Fatalf("distinguishes returns %v for %v", !want, c)
		}
	})
}

// Removing all claims frees everything that the index stored for them.
func TestIndex_RemoveAll(t *testing.T) {
	x, err := Baseline().NewIndex()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b"} {
		c := Claim{
			ID: id, Tenant: TenantID{guid{0, 1}}, Area: BusinessApplications, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted,
			Partner: PartnerID{1}, Company: PartnerID{2}, Units: []Unit{{"Sales", SubscriptionID{guid{0, 2}}}, {Name: "Finance"}},
		}
		if _, err := x.Put(c); err != nil {
			t.Fatal(err)
		}
	}
	if len(x.lists) != 3 {
		t.Errorf("%d lists, want 3: the subscription, its product, the other product", len(x.lists))
	}
	x.Remove("a")
	x.Remove("b")
	if len(x.lists)+len(x.companies)+len(x.claims) != 0 {
		t.Errorf("%d lists, %d companies and %d claims are left", len(x.lists), len(x.companies), len(x.claims))
	}
}
