// Generate writes claims to try examples/shards with, as JSONL. The same flags give the
// same claims:
//
//	go run ./examples/shards/generate -n 1000000 > claims.jsonl
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"

	"github.com/partnerrules/partnerrules/calendar"
)

func main() {
	n := flag.Int("n", 1000, "the `number` of claims")
	first := flag.Int("first", 0, "the number of the first claim")
	tenant := flag.Int("tenant", 8, "the mean number of claims of a tenant")
	huge := flag.Float64("huge", 0, "the share of claims that are of one huge tenant")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	for i := *first; i < *first+*n; i++ {
		fmt.Fprintln(out, claim(i, max(1, *n / *tenant), *huge))
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

var (
	statuses = []string{"approved", "approved", "approved", "submitted", "under-review", "rejected", "rejected-final", "editing"}
	products = []string{"Dynamics 365 Sales", "Dynamics 365 Finance", "Power Apps", "Dynamics 365 Customer Service", "Dynamics 365 Commerce"}
	services = []string{"Exchange Online", "Teams", "SharePoint Online", "Intune", "Microsoft Entra ID Premium"}
	firstDay = calendar.MustParseDate("2021-01-04")
)

// claim returns claim i as JSON.
func claim(i, tenants int, huge float64) string {
	r := rand.New(rand.NewPCG(uint64(i), 17))
	tenant := r.IntN(tenants) + 1
	if r.Float64() < huge {
		tenant = 0
	}
	partner := r.IntN(20_000)
	submitted := firstDay.AddDays(r.IntN(1500))
	status := statuses[r.IntN(len(statuses))]
	dates := fmt.Sprintf(`"submitted":"%s"`, submitted)
	if status == "approved" {
		approved := submitted.AddDays(r.IntN(30))
		dates += fmt.Sprintf(`,"approved":"%s","ends":"%s"`, approved, approved.AddYears(1))
	}
	area, units := units(r, tenant)
	return fmt.Sprintf(`{"id":"CL-%09d","tenant":"%s",%s,"status":"%s","partner":"%d","company":"%d","units":[%s],%s}`,
		i, guid('a', tenant), area, status, 4_000_000+partner, 1_000_000+partner/4, units, dates)
}

// The huge tenant has many products and subscriptions, so that the number of pairs stays
// in proportion to the number of claims.
const (
	hugeProducts      = 1000
	hugeSubscriptions = 500
)

// units returns the members area and activities, and the elements of units.
func units(r *rand.Rand, tenant int) (area, units string) {
	const business = `"area":"business-applications","activities":["presales","usage"]`
	if tenant == 0 {
		product, subscription := r.IntN(hugeProducts), r.IntN(hugeSubscriptions)
		return business, fmt.Sprintf(`{"name":"Product %d","subscription":"%s"}`, product, guid('c', subscription))
	}
	if r.IntN(2) == 0 {
		area, units = `"area":"microsoft-365","activities":["usage"]`, fmt.Sprintf(`{"name":"%s"}`, services[r.IntN(len(services))])
		if r.IntN(4) == 0 {
			units += fmt.Sprintf(`,{"name":"%s"}`, services[r.IntN(len(services))])
		}
		return area, units
	}
	subscription := tenant*4 + r.IntN(4)
	return business, fmt.Sprintf(`{"name":"%s","subscription":"%s"}`, products[r.IntN(len(products))], guid('b', subscription))
}

// guid returns the GUID with a first digit and a number, mixed so that GUIDs do not come
// in the order of the numbers.
func guid(first byte, n int) string {
	mixed := uint32(n+1) * 2654435761
	return fmt.Sprintf("%c%07x-%04x-4000-8000-%012x", first, mixed>>4, mixed&0xffff, n)
}
