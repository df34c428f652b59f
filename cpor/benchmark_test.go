package cpor_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

// A shape is an input for which a naive detection takes quadratic time.
type shape struct {
	name   string
	take   int // the number of pairs to take; 0 means all
	claims []Claim
}

func usageClaim(i int, unit string, from calendar.Date, days int) Claim {
	c := Claim{
		ID: fmt.Sprintf("claim-%07d", i), Tenant: tenant(0), Area: BusinessApplications, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved,
		Partner: partner(1 + i%5000), Company: partner(100001 + i%5000), Units: []Unit{{Name: unit}}, Submitted: from, Approved: from,
	}
	if days > 0 {
		c.Ends = from.AddDays(days - 1)
	}
	return c
}

func shapes() []shape {
	first := calendar.MustParseDate("1700-01-01")
	apart := make([]Claim, 100_000)
	for i := range apart {
		apart[i] = usageClaim(i, "Sales", first.AddDays(i), 1)
	}
	subscriptions := make([]Claim, 10_000)
	for i := range subscriptions {
		subscriptions[i] = usageClaim(i, "Sales", first, 0)
		subscriptions[i].Units[0].Subscription = subscription(i + 1)
	}
	oneCompany := make([]Claim, 101_000)
	for i := range oneCompany {
		oneCompany[i] = usageClaim(i, "Sales", first, 0)
		if i >= 1000 {
			oneCompany[i] = usageClaim(i, "Sales", first.AddDays(i-1000), 1)
			oneCompany[i].Activities = partnerrules.SetOf(ActivityPresales)
		}
		oneCompany[i].Company = partner(100001)
	}
	names := make([]Unit, 10_000)
	for i := range names {
		names[i].Name = fmt.Sprintf("product %05d", i)
	}
	many := []Claim{usageClaim(0, "", first, 0), usageClaim(1, "", first, 0)}
	many[0].Units, many[1].Units = names, slices.Clone(names)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(names), func(i, j int) { many[1].Units[i], many[1].Units[j] = many[1].Units[j], many[1].Units[i] })
	overlapping := make([]Claim, 100_000)
	for i := range overlapping {
		overlapping[i] = usageClaim(i, "Sales", first, 0)
	}
	small := make([]Claim, 100_000)
	for i := range small {
		small[i] = usageClaim(i, fmt.Sprintf("product %d", i%10), first.AddDays(i%1000), 300)
		small[i].Tenant = tenant(i % 2000)
	}
	all := []shape{
		{"SmallUnits", 0, small},
		{"OneUnitApart", 0, apart},
		{"SubscriptionsOfOneProduct", 0, subscriptions},
		{"OneCompanyTwoActivities", 0, oneCompany},
		{"TwoClaimsManyUnits", 0, many},
		{"AllOverlapFirst1000", 1000, overlapping},
	}
	for _, s := range all {
		rand.New(rand.NewPCG(3, 4)).Shuffle(len(s.claims), func(i, j int) { s.claims[i], s.claims[j] = s.claims[j], s.claims[i] })
	}
	return all
}

// A row is what a detection by sorting would sort.
type row struct {
	tenant TenantID
	unit   string
	start  calendar.Date
	id     string
}

func rows(claims []Claim) []row {
	var all []row
	for _, c := range claims {
		for _, u := range c.Units {
			all = append(all, row{c.Tenant, u.Name + u.Subscription.String(), start(c), c.ID})
		}
	}
	return all
}

func compareRows(a, b row) int {
	return cmp.Or(a.tenant.Compare(b.tenant), strings.Compare(a.unit, b.unit), a.start.Compare(b.start), strings.Compare(a.id, b.id))
}

func run(b testing.TB, claims []Claim, take int) (n int) {
	pairs, err := Detect(claims)
	if err != nil {
		b.Fatal(err)
	}
	for range pairs {
		if n++; n == take {
			break
		}
	}
	return n
}

// BenchmarkDetect_Shapes compares Detect with sorting the rows, which is the
// least that a detection by sorting does.
func BenchmarkDetect_Shapes(b *testing.B) {
	for _, s := range shapes() {
		b.Run(s.name+"/Detect", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run(b, s.claims, s.take)
			}
		})
		b.Run(s.name+"/Sort", func(b *testing.B) {
			shuffled := rows(s.claims)
			rand.New(rand.NewPCG(5, 6)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			scratch := make([]row, len(shuffled))
			for b.Loop() {
				copy(scratch, shuffled)
				slices.SortFunc(scratch, compareRows)
			}
		})
	}
}

// BenchmarkDetect_Million detects a million claims on 200,000 units within six
// years. Each claim lasts about a year.
func BenchmarkDetect_Million(b *testing.B) {
	random := rand.New(rand.NewPCG(7, 8))
	first := calendar.MustParseDate("2018-01-01")
	tenants := make([]TenantID, 50_000)
	for i := range tenants {
		tenants[i] = MustParseTenantID(fmt.Sprintf("%08x-1111-4111-8111-%012x", random.Uint32(), i))
	}
	claims := make([]Claim, 1_000_000)
	for i := range claims {
		unit := random.IntN(200_000)
		claims[i] = usageClaim(i, [...]string{"Dynamics 365 Sales", "Dynamics 365 Finance", "Dynamics 365 Field Service", "Dynamics 365 Commerce"}[unit&3],
			first.AddDays(random.IntN(6*365)), 200+random.IntN(300))
		claims[i].Tenant = tenants[unit>>2]
	}
	b.ReportAllocs()
	for b.Loop() {
		b.ReportMetric(float64(run(b, claims, 0)), "pairs")
	}
}

// BenchmarkDetect_HotKeys detects 200,000 claims of one to three days on ten units.
func BenchmarkDetect_HotKeys(b *testing.B) {
	random := rand.New(rand.NewPCG(9, 10))
	first := calendar.MustParseDate("2018-01-01")
	claims := make([]Claim, 200_000)
	for i := range claims {
		claims[i] = usageClaim(i, fmt.Sprintf("product %d", i%10), first.AddDays(random.IntN(6*365)), 1+random.IntN(3))
	}
	b.ReportAllocs()
	for b.Loop() {
		b.ReportMetric(float64(run(b, claims, 0)), "pairs")
	}
}

// BenchmarkIndex puts, replaces and searches one claim among 100,000 on ten units.
func BenchmarkIndex(b *testing.B) {
	random := rand.New(rand.NewPCG(11, 12))
	first := calendar.MustParseDate("1900-01-01")
	claims := make([]Claim, 100_000)
	x, err := Baseline().NewIndex()
	if err != nil {
		b.Fatal(err)
	}
	for i := range claims {
		claims[i] = usageClaim(i, fmt.Sprintf("product %d", i%10), first.AddDays(random.IntN(40_000)), 1+random.IntN(3))
		if _, err := x.Put(claims[i]); err != nil {
			b.Fatal(err)
		}
	}
	i := 0
	next := func() Claim { i = (i + 1) % len(claims); return claims[i] }
	b.Run("Put", func(b *testing.B) {
		for b.Loop() {
			_, _ = x.Put(next())
		}
	})
	b.Run("Conflicts", func(b *testing.B) {
		for b.Loop() {
			_, _ = x.Conflicts(next())
		}
	})
}
