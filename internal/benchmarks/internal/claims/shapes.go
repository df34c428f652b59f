package claims

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A shape is an input for which a naive detection takes quadratic time.
type shape struct {
	name, title string
	claims      []cpor.Claim
	found       int // the number of pairs, of any relation
	take        int // the number of pairs to take; 0 means all
}

// shapes returns the worst known shapes, in full size or a hundredth of it.
func shapes(short bool) []shape {
	scale := 1
	if short {
		scale = 100
	}
	all := []shape{
		apart(100_000 / scale),
		subscriptions(10_000 / scale),
		twoActivities(1_000/min(scale, 10), 100_000/scale),
		manyUnits(10_000 / scale),
		overlapping(100_000/scale, 1000/min(scale, 10)),
	}
	for _, s := range all {
		rand.New(rand.NewPCG(3, 4)).Shuffle(len(s.claims), func(i, j int) { s.claims[i], s.claims[j] = s.claims[j], s.claims[i] })
	}
	return all
}

var longAgo = calendar.MustParseDate("1700-01-01")

// open returns n claims without an end on one product.
func open(n int) []cpor.Claim {
	claims := make([]cpor.Claim, n)
	for i := range claims {
		claims[i] = usage(i, products[0], longAgo, 0)
	}
	return claims
}

func apart(n int) shape {
	claims := make([]cpor.Claim, n)
	for i := range claims {
		claims[i] = usage(i, products[0], longAgo.AddDays(i), 1)
	}
	return shape{name: "apart", title: "One unit, no overlap", claims: claims}
}

func subscriptions(n int) shape {
	claims := open(n)
	for i := range claims {
		claims[i].Units[0].Subscription = cpor.MustParseSubscriptionID(fmt.Sprintf("00000000-0000-4000-8000-%012x", i+1))
	}
	return shape{name: "subscriptions", title: "Subscriptions of one product, each claimed once", claims: claims}
}

// twoActivities returns claims of one company. The Usage claims are duplicates of one
// another. The one-day Presales claims are not duplicates.
func twoActivities(long, short int) shape {
	claims := open(long)
	for i := range short {
		c := usage(long+i, products[0], longAgo.AddDays(i), 1)
		c.Activities = partnerrules.SetOf(cpor.ActivityPresales)
		claims = append(claims, c)
	}
	for i := range claims {
		claims[i].Company = partnerID(100_001)
	}
	return shape{name: "two-activities", title: "Open-ended Usage and one-day Presales claims of one company", claims: claims, found: long * (long - 1) / 2}
}

func manyUnits(n int) shape {
	units := make([]cpor.Unit, n)
	for i := range units {
		units[i].Name = fmt.Sprintf("product %05d", i)
	}
	claims := open(2)
	for i := range claims {
		claims[i].Units = slices.Clone(units)
		rand.New(rand.NewPCG(1, uint64(i))).Shuffle(n, func(a, b int) {
			claims[i].Units[a], claims[i].Units[b] = claims[i].Units[b], claims[i].Units[a]
		})
	}
	return shape{name: "many-units", title: "Two claims that share their units", claims: claims, found: 1}
}

func overlapping(n, take int) shape {
	return shape{
		name: "overlapping", title: fmt.Sprintf("All overlap, the first %d pairs taken", take),
		claims: open(n), found: take, take: take,
	}
}

// work compares the detection in a shape with sorting the same claims, which is a
// lower bound.
func (s shape) work() measure.Work {
	var found int
	keys := sortKeys(s.claims)
	scratch := make([]sortKey, len(keys))
	return measure.Work{
		Name: "shapes/" + s.name, Title: s.title, LeftOut: "the keys to sort are created and shuffled before.",
		Claims: len(s.claims), Units: units(s.claims), Pairs: s.found,
		Sides: []measure.Side{
			{
				Name: "partnerrules",
				Run: func(n int) {
					for range n {
						found = s.detect()
					}
				},
				Check: func() error {
					if found != s.found {
						return fmt.Errorf("%d pairs, want %d", found, s.found)
					}
					return nil
				},
			},
			{
				Name: "slices.SortFunc",
				Run: func(n int) {
					for range n {
						copy(scratch, keys)
						slices.SortFunc(scratch, sortKey.compare)
					}
				},
				Check: func() error {
					if !slices.IsSortedFunc(scratch, sortKey.compare) {
						return fmt.Errorf("not sorted")
					}
					return nil
				},
			},
		},
	}
}

// detect returns the number of pairs that were found or taken, or -1 after an error.
func (s shape) detect() (n int) {
	pairs, err := cpor.Detect(s.claims)
	if err != nil {
		return -1
	}
	for range pairs {
		if n++; n == s.take {
			break
		}
	}
	return n
}

// units returns the number of different units of the claims.
func units(claims []cpor.Claim) int {
	named := map[cpor.Unit]bool{}
	for i := range claims {
		for _, u := range claims[i].Units {
			named[u] = true
		}
	}
	return len(named)
}

// A sortKey is the sort key of a unit of a claim.
type sortKey struct {
	tenant cpor.TenantID
	unit   string
	start  calendar.Date
	id     string
}

func (k sortKey) compare(l sortKey) int {
	return cmp.Or(k.tenant.Compare(l.tenant), strings.Compare(k.unit, l.unit), k.start.Compare(l.start), strings.Compare(k.id, l.id))
}

func sortKeys(claims []cpor.Claim) []sortKey {
	var keys []sortKey
	for _, c := range claims {
		for _, u := range c.Units {
			unit := u.Name
			if !u.Subscription.IsZero() {
				unit += u.Subscription.String()
			}
			keys = append(keys, sortKey{c.Tenant, unit, c.Approved, c.ID})
		}
	}
	rand.New(rand.NewPCG(5, 6)).Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	return keys
}
