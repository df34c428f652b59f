package cpor_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

func detect(t interface{ Fatalf(string, ...any) }, p Policy, claims []Claim) []Pair {
	pairs, err := p.Detect(claims)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return slices.Collect(pairs)
}

// Detect finds the pairs that Relate finds among all claims, in an order that
// does not depend on the order of the claims. Ranging twice gives the same pairs.
func TestDetect_Definition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, claims := anyPolicy(t), anyClaims(t, 12)
		want, err := bruteForce(p, claims)
		if err != nil {
			t.Fatal(err)
		}
		pairs, err := p.Detect(rapid.Permutation(claims).Draw(t, "order"))
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if diff := cmp.Diff(want, slices.Collect(pairs)); diff != "" {
				t.Fatalf("%v (-Relate +Detect)\n%s", p, diff)
			}
		}
	})
}

// Lists with many claims have runs, which short lists do not have. Detect agrees
// with Relate for both.
func TestDetect_DefinitionInCrowds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		companies := companyMap(t)
		claims := make([]Claim, rapid.IntRange(40, 70).Draw(t, "claims"))
		length := rapid.IntRange(0, 20).Draw(t, "length")
		for i := range claims {
			n := rapid.IntRange(1, len(companies)-1).Draw(t, "partner")
			claims[i] = Claim{
				ID: ids(len(claims))[i], Tenant: tenant(0), Area: BusinessApplications, Status: Submitted, Partner: partner(n),
				Activities: partnerrules.Set[Activity](2 * rapid.IntRange(1, 2).Draw(t, "activities")),
				Units:      []Unit{{Name: "Sales", Subscription: subscription(1)}}, Submitted: today.AddDays(rapid.IntRange(0, 40).Draw(t, "day")),
			}
			c := &claims[i]
			if rapid.Bool().Draw(t, "company known") {
				c.Company = companies[n]
			}
			if rapid.IntRange(0, 5).Draw(t, "names no subscription") == 0 {
				c.Units[0].Subscription = SubscriptionID{}
			}
			if rapid.IntRange(0, 2).Draw(t, "ends") > 0 {
				c.Ends = c.Submitted.AddDays(rapid.IntRange(0, length).Draw(t, "days"))
			}
		}
		want, err := bruteForce(p, claims)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, detect(t, p, claims)); diff != "" {
			t.Fatalf("%v (-Relate +Detect)\n%s", p, diff)
		}
	})
}

// Claims are swept in parts. Detecting all claims at once finds the same pairs as
// detecting the claims of each tenant separately.
func TestDetect_ByTenant(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	const tenants, big = 700, 350 // one tenant has more claims than a part
	perTenant := make([][]Claim, tenants)
	all := make([]Claim, 14_000)
	for i := range all {
		of := random.IntN(tenants)
		if i%2 == 0 {
			of = big
		}
		first := today.AddDays(random.IntN(2000))
		c := Claim{
			ID: fmt.Sprintf("C%d", i), Tenant: tenant(of), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted,
			Partner: partner(1 + i%40), Company: partner(100 + i%40), Submitted: first, Ends: first.AddDays(random.IntN(20)),
			Units: []Unit{{Name: []string{"Teams", "Exchange Online", "Intune"}[random.IntN(3)]}},
		}
		if i%5 == 0 {
			c.Units = append(c.Units, Unit{Name: "SharePoint"})
		}
		if i%7 == 0 {
			c.Status = RejectedFinal
		}
		all[i] = c
		perTenant[of] = append(perTenant[of], c)
	}
	var want []Pair
	for _, claims := range perTenant {
		want = append(want, detect(t, Baseline(), claims)...)
	}
	got := detect(t, Baseline(), all)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("(-tenant by tenant +all)\n%s", diff)
	}
	if len(got) < 10_000 {
		t.Fatalf("%d pairs are too few for this test", len(got))
	}
}

// The first and the last day of the calendar are treated like other days.
func TestDetect_DefinitionOnFirstDays(t *testing.T) {
	first, last := date("0001-01-01"), date("9999-12-31")
	var claims []Claim
	for i, days := range [][2]calendar.Date{{}, {{}, first}, {first, first}, {first}, {first.AddDays(1), last}, {first.AddDays(2)}, {last, last}} {
		claims = append(claims, Claim{
			ID: ids(i + 1)[i], Tenant: tenant(0), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted,
			Partner: partner(i + 1), Company: partner(i + 10), Units: []Unit{{Name: "Teams"}}, Submitted: days[0], Ends: days[1],
		})
	}
	want, err := bruteForce(Baseline(), claims)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, detect(t, Baseline(), claims)); diff != "" {
		t.Errorf("(-Relate +Detect)\n%s", diff)
	}
}

func TestDetect_StopEarly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := anyClaims(t, 12)
		all := detect(t, Baseline(), claims)
		n := rapid.IntRange(0, len(all)).Draw(t, "taken")
		pairs, _ := Baseline().Detect(claims)
		var taken []Pair
		for pair := range pairs {
			if len(taken) == n {
				break
			}
			taken = append(taken, pair)
		}
		if diff := cmp.Diff(all[:n], taken, cmp.Transformer("empty", func(p []Pair) int { return len(p) })); diff != "" {
			t.Fatal(diff)
		}
		if n > 0 && !cmp.Equal(all[:n], taken) {
			t.Fatal("stopping early does not return the first pairs")
		}
	})
}

// Detect returns the first fault that CheckClaims finds, in any block of claims.
func TestDetect_FirstFault(t *testing.T) {
	spoils := []func(*Claim){
		func(c *Claim) { c.ID = "\n" },
		func(c *Claim) { c.ID = "C1" },
		func(c *Claim) { c.Tenant = TenantID{} },
		func(c *Claim) { c.Area = 0 },
		func(c *Claim) { c.Area = Microsoft365 + 1 },
		func(c *Claim) { c.Status = StatusUnknown },
		func(c *Claim) { c.Status = RejectedFinal + 1 },
		func(c *Claim) { c.Partner = PartnerID{} },
		func(c *Claim) { c.Activities = 0 },
		func(c *Claim) { c.Activities = 1 << 40 },
		func(c *Claim) { c.Units = nil },
		func(c *Claim) { c.Units = []Unit{{Name: "Teams"}, {Name: ""}} },
		func(c *Claim) { c.Status, c.Submitted, c.Ends = Submitted, today, today.AddDays(-1) },
		func(c *Claim) { c.Status, c.Submitted, c.Ends = Rejected, today, today.AddDays(-1) }, // no fault
		func(c *Claim) { c.Company = partner(99) },
	}
	rapid.Check(t, func(t *rapid.T) {
		claims, companies := make([]Claim, rapid.SampledFrom([]int{3, 255, 256, 257, 600}).Draw(t, "claims")), companyMap(t)
		for i, id := range ids(len(claims)) {
			claims[i] = Claim{
				ID: id, Tenant: tenant(i % 5), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved,
				Partner: partner(1 + i%3), Company: companies[1+i%3], Units: []Unit{{Name: "Teams"}}, Approved: today,
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "spoilt") {
			rapid.SampledFrom(spoils).Draw(t, "spoil")(&claims[rapid.IntRange(0, len(claims)-1).Draw(t, "claim")])
		}
		var want error
		if faults := CheckClaims(claims); len(faults) > 0 {
			want = faults[0].Fault
		}
		if _, err := Detect(claims); !cmp.Equal(err, want) {
			t.Fatalf("%v, want %v", err, want)
		}
	})
}

// Errors name the field and the ID of the claim.
func TestDetect_Errors(t *testing.T) {
	good := func(id string) Claim {
		return Claim{
			ID: id, Tenant: tenant(0), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved,
			Partner: partner(1), Company: partner(10), Units: []Unit{{Name: "Teams"}}, Approved: today,
		}
	}
	for name, spoil := range map[string]func(*Claim){
		"claims[1].tenant":        func(c *Claim) { c.Tenant = TenantID{} },
		"claims[1].area":          func(c *Claim) { c.Area = 0 },
		"claims[1].area ":         func(c *Claim) { c.Area = 3 },
		"claims[1].activities":    func(c *Claim) { c.Activities = 0 },
		"claims[1].activities ":   func(c *Claim) { c.Activities = partnerrules.SetOf(ActivityUsage, 7) },
		"claims[1].status":        func(c *Claim) { c.Status = 0 },
		"claims[1].status ":       func(c *Claim) { c.Status = RejectedFinal + 1 },
		"claims[1].partner":       func(c *Claim) { c.Partner = PartnerID{} },
		"claims[1].units":         func(c *Claim) { c.Units = nil },
		"claims[1].units[1].name": func(c *Claim) { c.Units = []Unit{{Name: "Teams"}, {Name: " \u00a0"}} },
		"claims[1].units[0].name": func(c *Claim) { c.Units = []Unit{{Name: "\u2003"}} },
		"claims[1].id":            func(c *Claim) { c.ID = "the one\n" },
		"claims[1].units[1].name ": func(c *Claim) {
			c.Units, c.Company = []Unit{{Name: "Teams"}, {Name: "Sales\u200e"}, {Name: "Sales"}}, partner(11)
		},
		"claims[1].units[0].name ": func(c *Claim) { c.Status, c.Units = Rejected, []Unit{{Name: "Sales\x00"}} },
		"claims[1].ends":           func(c *Claim) { c.Ends = today.AddDays(-1) },
		"claims[1].company":        func(c *Claim) { c.Company = partner(11) },
	} {
		claims := []Claim{good("first"), good("the one")}
		spoil(&claims[1])
		var bad *partnerrules.InputError
		pairs, err := Detect(claims)
		if !errors.As(err, &bad) || bad.Path != strings.TrimSpace(name) || !strings.Contains(bad.Reason, `"the one`) || pairs != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, _, err := Relate(claims[0], claims[1]); !errors.As(err, &bad) || "claims[1]."+bad.Path != strings.TrimSpace(name) {
			t.Errorf("%s: Relate returns %v", name, err)
		}
	}
	var bad *partnerrules.InputError
	if _, err := Detect([]Claim{good("a"), good("")}); !errors.As(err, &bad) || bad.Path != "claims[1].id" {
		t.Errorf("an empty ID: %v", err)
	}
	if _, err := Detect([]Claim{good("a"), good("b"), good("a")}); !errors.As(err, &bad) || bad.Path != "claims[2].id" || bad.Reason != `repeats claims[0].id, in claim "a"` {
		t.Errorf("a repeated ID: %v", err)
	}
	if _, err := (Policy{}).Detect(nil); !errors.As(err, &bad) || bad.Path != "edition" {
		t.Errorf("the zero Policy: %v", err)
	}
	if _, _, err := (Policy{}).Relate(good("a"), good("b")); !errors.As(err, &bad) || bad.Path != "edition" {
		t.Errorf("the zero Policy: %v", err)
	}
	ended := good("ended")
	ended.Status, ended.Ends = Rejected, today.AddDays(-1)
	if _, err := Detect([]Claim{ended}); err != nil {
		t.Errorf("a claim that is not live and ends before it starts: %v", err)
	}
}
