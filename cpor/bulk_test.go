package cpor_test

import (
	"errors"
	"hash/fnv"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// collect returns the pairs before the error, and the error.
func collect(pairs iter.Seq2[Pair, error]) (all []Pair, err error) {
	for pair, bad := range pairs {
		if bad != nil {
			return all, bad
		}
		all = append(all, pair)
	}
	return all, nil
}

func anySplit(t *rapid.T) Split {
	return Split{Parts: rapid.IntRange(1, 4).Draw(t, "parts"), ByProduct: rapid.Bool().Draw(t, "by product")}
}

func byTenant(a, b Claim) int { return a.Tenant.Compare(b.Tenant) }

// DetectSorted finds the pairs of Detect, in the same order.
func TestDetectSorted_Definition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, claims := anyPolicy(t), anyClaims(t, 12)
		want := detect(t, p, claims)
		slices.SortStableFunc(claims, byTenant)
		got, err := collect(p.DetectSorted(slices.Values(claims)))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Fatalf("%v (-Detect +DetectSorted)\n%s", err, diff)
		}
	})
}

// DetectParts finds the pairs of Detect, each once and in its part. Within a part they are
// in the order of Detect.
func TestDetectParts_Definition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, claims, split := anyPolicy(t), anyClaims(t, 12), anySplit(t)
		want := detect(t, p, claims)
		var byPart []Pair
		for part := range split.Parts {
			byPart = append(byPart, ofPart(split, part, want)...)
		}
		if len(byPart) != len(want) {
			t.Fatalf("the parts of %+v have %d of %d pairs", split, len(byPart), len(want))
		}
		got, err := collect(p.DetectParts(slices.Values(claims), split))
		if diff := cmp.Diff(byPart, got); diff != "" || err != nil {
			t.Fatalf("%+v: %v (-Detect +DetectParts)\n%s", split, err, diff)
		}
	})
}

// Claims of different parts can be detected apart: the pairs of a part are among the
// claims of the part.
func TestSplit_Independent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, claims, split := anyPolicy(t), anyClaims(t, 12), anySplit(t)
		all := detect(t, p, claims)
		for part := range split.Parts {
			own := slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return !slices.Contains(split.OfClaim(c), part) })
			found := detect(t, p, own)
			got, want := ofPart(split, part, found), ofPart(split, part, all)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("part %d of %+v (-all +part)\n%s", part, split, diff)
			}
			if !split.ByProduct && len(found) != len(got) {
				t.Fatalf("by tenant, part %d has %d pairs of other parts", part, len(found)-len(got))
			}
		}
	})
}

// ofPart returns the pairs of a part.
func ofPart(split Split, part int, pairs []Pair) (own []Pair) {
	for _, pair := range pairs {
		if split.HasPair(part, pair) {
			own = append(own, pair)
		}
	}
	return own
}

// Each claim has at least one part, in order, each once. By tenant the claims of a tenant
// have the same one.
func TestSplit_OfClaim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		split, c := anySplit(t), anyClaim(t, "C", companyMap(t))
		parts := split.OfClaim(c)
		if len(parts) == 0 || parts[0] < 0 || parts[len(parts)-1] >= split.Parts {
			t.Fatalf("%+v: %v", split, parts)
		}
		for i := range parts[1:] {
			if parts[i] >= parts[i+1] {
				t.Fatalf("%+v: %v", split, parts)
			}
		}
		other := c
		other.Units, other.Area = nil, Microsoft365
		if !split.ByProduct && !slices.Equal(parts, split.OfClaim(other)) {
			t.Fatalf("%v and %v", parts, split.OfClaim(other))
		}
	})
}

// The parts are the same in every program: they follow from an FNV-1a hash.
func TestSplit_Stable(t *testing.T) {
	c := claimsOf(1)[0]
	c.Tenant = MustParseTenantID("f0e1d2c3-b4a5-9687-7869-5a4b3c2d1e0f")
	c.Units = []Unit{{Name: " TEAMS"}, {Name: "Intune"}}
	bytes := "\xf0\xe1\xd2\xc3\xb4\xa5\x96\x87\x78\x69\x5a\x4b\x3c\x2d\x1e\x0f"
	sum := func(s string) int {
		h := fnv.New64a()
		h.Write([]byte(s))
		return int(h.Sum64() % 1000)
	}
	if got, want := (Split{Parts: 1000}).OfClaim(c), []int{sum(bytes)}; !slices.Equal(got, want) {
		t.Errorf("by tenant %v, want %v", got, want)
	}
	area := string(rune(Microsoft365))
	want := []int{sum(bytes + area + "teams"), sum(bytes + area + "intune")}
	slices.Sort(want)
	if got := (Split{Parts: 1000, ByProduct: true}).OfClaim(c); !slices.Equal(got, want) {
		t.Errorf("by product %v, want %v", got, want)
	}
	c.Units = nil
	if got, want := (Split{Parts: 1000, ByProduct: true}).OfClaim(c), []int{sum(bytes + area)}; !slices.Equal(got, want) {
		t.Errorf("without units %v, want %v", got, want)
	}
}

func TestSplit_Invalid(t *testing.T) {
	for _, split := range []Split{{}, {Parts: -1, ByProduct: true}, {Parts: 65_537}} {
		if parts := split.OfClaim(claimsOf(1)[0]); parts != nil {
			t.Errorf("%+v: %v", split, parts)
		}
		for part := range 2 {
			if split.HasPair(part, Pair{Units: []Unit{{Name: "Teams"}}}) {
				t.Errorf("%+v has a pair in part %d", split, part)
			}
		}
		_, err := collect(DetectParts(slices.Values(claimsOf(1)), split))
		wantPath(t, err, "split.parts")
	}
	if parts := (Split{Parts: 65_536}).OfClaim(claimsOf(1)[0]); len(parts) != 1 {
		t.Errorf("the largest Split: %v", parts)
	}
	if (Split{Parts: 1}).HasPair(0, Pair{}) {
		t.Error("a pair without units has a part")
	}
}

func wantPath(t interface{ Errorf(string, ...any) }, err error, path string) {
	var bad *partnerrules.InputError
	if !errors.As(err, &bad) || bad.Path != path {
		t.Errorf("%v, want an error of %s", err, path)
	}
}

// spoil draws a fault for some of the claims.
func spoil(t *rapid.T, claims []Claim) {
	for range rapid.IntRange(0, 2).Draw(t, "faults") {
		c, other := &claims[rapid.IntRange(0, len(claims)-1).Draw(t, "claim")], claims[rapid.IntRange(0, len(claims)-1).Draw(t, "other")]
		switch rapid.IntRange(0, 4).Draw(t, "fault") {
		case 0:
			c.ID = other.ID
		case 1:
			c.Partner, c.Company = other.Partner, partner(9)
		case 2:
			c.Units = nil
		case 3:
			c.Tenant = TenantID{}
		case 4:
			c.Company = other.Partner
		}
	}
}

// DetectParts finds a fault if Detect does. So do DetectSorted and a Ledger together. Of
// several claims that contradict each other, a part may have only some, so DetectParts
// may name others than CheckClaims.
func TestDetectParts_Faults(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims, split := anyClaims(t, 6), anySplit(t)
		if len(claims) > 0 {
			spoil(t, claims)
		}
		isFault := func(claims []Claim, err error) bool {
			return slices.ContainsFunc(CheckClaims(claims), func(f ClaimFault) bool { return f.Fault.Error() == err.Error() })
		}
		_, want := Detect(claims)
		if _, err := collect(DetectParts(slices.Values(claims), split)); (err == nil) != (want == nil) || err != nil && !strings.Contains(err.Error(), "claims[") {
			t.Fatalf("%+v: DetectParts: %v, Detect: %v", split, err, want)
		}
		slices.SortStableFunc(claims, byTenant)
		_, err := collect(DetectSorted(slices.Values(claims)))
		if err != nil && !isFault(claims, err) {
			t.Fatalf("DetectSorted: %v, Detect: %v", err, want)
		}
		var all Ledger
		for i, c := range claims {
			err = errors.Join(err, all.AddID(i, c.ID), all.AddCompany(i, c))
		}
		if (err == nil) != (want == nil) {
			t.Fatalf("DetectSorted and Ledger: %v, Detect: %v", err, want)
		}
	})
}

// A Ledger returns the errors that CheckClaims returns.
func TestLedger(t *testing.T) {
	claims := claimsOf(1, 2, 3, 1)
	claims[0].Company, claims[2].ID, claims[3].Company = partner(7), claims[1].ID, partner(8)
	var all Ledger
	var got []string
	for i, c := range claims {
		for _, err := range []error{all.AddID(i, c.ID), all.AddCompany(i, c)} {
			if err != nil {
				got = append(got, err.Error())
			}
		}
	}
	var want []string
	for _, f := range CheckClaims(claims) {
		want = append(want, f.Fault.Error())
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) != 2 {
		t.Errorf("(-CheckClaims +Ledger)\n%s", diff)
	}
}

// An invalid policy is reported before a fault of the claims.
func TestDetectSorted_InvalidPolicy(t *testing.T) {
	claims := claimsOf(1)
	claims[0].Units = nil
	for name, pairs := range map[string]iter.Seq2[Pair, error]{
		"sorted": Policy{}.DetectSorted(slices.Values(claims)), "parts": Policy{}.DetectParts(slices.Values(claims), Split{Parts: 1}),
	} {
		_, err := collect(pairs)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || strings.HasPrefix(bad.Path, "claims") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// DetectSorted rejects a tenant that comes too late, after the pairs before it.
func TestDetectSorted_Unsorted(t *testing.T) {
	claims := claimsOf(1, 2, 3)
	claims[0].Tenant, claims[1].Tenant = tenant(1), tenant(1)
	_, err := collect(DetectSorted(slices.Values(claims)))
	wantPath(t, err, "claims[2].tenant")
}

// manyClaims yields n claims for each of some tenants. Claims of a tenant compete.
func manyClaims(tenants, n int, read *int) iter.Seq[Claim] {
	return func(yield func(Claim) bool) {
		*read = 0
		for i := range tenants * n {
			c := Claim{
				ID: "C" + tenant(i).String(), Tenant: tenant(i / n), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted,
				Partner: partner(1 + i%2), Company: partner(10 + i%2), Units: []Unit{{Name: "Teams"}}, Submitted: today,
			}
			*read++
			if !yield(c) {
				return
			}
		}
	}
}

// The pairs of a tenant come before DetectSorted has read 4,096 more claims, or the rest of
// the tenant. When the caller stops, it reads no more.
func TestDetectSorted_Streams(t *testing.T) {
	for _, test := range []struct{ tenants, each, atMost int }{{10_000, 2, 4096 + 2}, {3, 5000, 5001}} {
		read, first := 0, 0
		for _, err := range DetectSorted(manyClaims(test.tenants, test.each, &read)) {
			if err != nil {
				t.Fatal(err)
			}
			first = read
			break
		}
		if first > test.atMost || read != first {
			t.Errorf("%d claims each: the first pair came after %d claims, and %d were read", test.each, first, read)
		}
	}
	// A part is emptied before the next one, so that each pair comes once.
	read, pairs := 0, 0
	for _, err := range DetectSorted(manyClaims(10_000, 2, &read)) {
		if err != nil {
			t.Fatal(err)
		}
		pairs++
	}
	if pairs != 10_000 || read != 20_000 {
		t.Errorf("%d pairs of %d claims", pairs, read)
	}
}

// A tenant is never divided, however many claims it has.
func TestDetectSorted_LargeTenant(t *testing.T) {
	claims := slices.Collect(manyClaims(1, 5000, new(int)))
	for i := range claims { // each claim holds for two days, and competes with the next one
		claims[i].Submitted = today.AddDays(i)
		claims[i].Ends = claims[i].Submitted.AddDays(1)
	}
	pairs, err := collect(DetectSorted(slices.Values(claims)))
	if err != nil || len(pairs) != 4999 {
		t.Errorf("%d pairs, %v, want 4999", len(pairs), err)
	}
}

// Whether an ID comes twice is checked in the part of the ID, after the pairs of earlier
// parts.
func TestDetectParts_PartOfID(t *testing.T) {
	partOf := func(text string) int {
		h := fnv.New64a()
		h.Write([]byte(text))
		return int(h.Sum64() % 2)
	}
	id := "X"
	for partOf(id) == 0 {
		id += "X"
	}
	tenants := [2][]TenantID{} // by part
	for n := range 20 {
		part := (Split{Parts: 2}).OfClaim(Claim{Tenant: tenant(n)})[0]
		tenants[part] = append(tenants[part], tenant(n))
	}
	claims := claimsOf(1, 2, 3, 4)
	claims[0].Company, claims[1].Company = partner(11), partner(12)
	for i := range claims {
		claims[i].Tenant = tenants[0][0]
	}
	claims[2].ID, claims[3].ID = id, id
	claims[2].Tenant, claims[3].Tenant = tenants[0][1], tenants[1][0]
	pairs, err := collect(DetectParts(slices.Values(claims), Split{Parts: 2}))
	wantPath(t, err, "claims[3].id")
	if len(pairs) != 1 {
		t.Errorf("%d pairs before the error, want 1", len(pairs))
	}
}

// DetectParts ranges once over the claims for each part. When the caller stops, it reads
// no more.
func TestDetectParts_Streams(t *testing.T) {
	ranges, read := 0, 0
	claims := func(yield func(Claim) bool) {
		ranges++
		manyClaims(100, 2, &read)(yield)
	}
	pairs, err := collect(DetectParts(claims, Split{Parts: 7}))
	if err != nil || len(pairs) != 100 || ranges != 7 {
		t.Errorf("%d pairs, %d ranges, %v", len(pairs), ranges, err)
	}
	ranges = 0
	for range DetectParts(claims, Split{Parts: 7}) {
		break
	}
	if ranges != 1 {
		t.Errorf("%d ranges for one pair", ranges)
	}
}
