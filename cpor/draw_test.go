package cpor_test

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

var today = calendar.MustParseDate("2020-07-06") // a Monday

func date(s string) calendar.Date { return calendar.MustParseDate(s) }

func anyOf[E ~uint8](t *rapid.T, name string, first, last E) E {
	return first + E(rapid.IntRange(0, int(last-first)).Draw(t, name))
}

func anyTri(t *rapid.T, name string) Tri { return Tri(rapid.IntRange(-1, 1).Draw(t, name)) }

// tenant returns the tenant ID with the last digits n+1.
func tenant(n int) TenantID {
	return MustParseTenantID(fmt.Sprintf("00000000-0000-0000-0000-%012x", n+1))
}

// subscription returns the subscription ID with the last digits n.
func subscription(n int) SubscriptionID {
	return MustParseSubscriptionID(fmt.Sprintf("5b5c7e9b-0000-0000-0000-%012x", n))
}

func partner(n int) PartnerID { return MustParsePartnerID(strconv.Itoa(n)) }

// companyMap draws the company of each partner, so that no ID belongs to two. Some
// companies are partners of others, or of themselves.
func companyMap(t *rapid.T) []PartnerID {
	of, companies := make([]PartnerID, 7), []PartnerID{partner(7), partner(8)}
	for i := 1; i < len(of); i++ {
		if rapid.Bool().Draw(t, strconv.Itoa(i)+" is a company") {
			of[i] = partner(i)
			companies = append(companies, partner(i))
		}
	}
	for i := 1; i < len(of); i++ {
		if of[i].IsZero() {
			of[i] = rapid.SampledFrom(companies).Draw(t, "company of "+strconv.Itoa(i))
		}
	}
	return of
}

// spellings holds three names with several spellings each.
var spellings = []string{"Sales", "SALES", " sales ", "Teams", "teams", "Exchange Online", "EXCHANGE online "}

// anyClaim draws a claim from few values, so that most claims collide.
func anyClaim(t *rapid.T, id string, companies []PartnerID) Claim {
	c := Claim{
		ID:         id,
		Tenant:     tenant(rapid.IntRange(0, 1).Draw(t, "tenant")),
		Area:       anyOf(t, "area", BusinessApplications, Microsoft365),
		Activities: partnerrules.Set[Activity](2 * rapid.IntRange(1, 7).Draw(t, "activities")),
		Status:     anyOf(t, "status", Editing, RejectedFinal),
	}
	if rapid.IntRange(0, 3).Draw(t, "live") > 0 {
		c.Status = []Status{Submitted, UnderReview, PartnerActionRequired, Approved, Approved, Dispute}[rapid.IntRange(0, 5).Draw(t, "live status")]
	}
	n := rapid.IntRange(1, len(companies)-1).Draw(t, "partner")
	c.Partner = partner(n)
	if rapid.Bool().Draw(t, "company known") {
		c.Company = companies[n]
	}
	for range rapid.IntRange(1, 4).Draw(t, "units") {
		u := Unit{Name: rapid.SampledFrom(spellings).Draw(t, "name")}
		if rapid.Bool().Draw(t, "names a subscription") {
			u.Subscription = subscription(rapid.IntRange(1, 3).Draw(t, "subscription"))
		}
		c.Units = append(c.Units, u)
	}
	anyDay := func(name string) calendar.Date {
		if rapid.IntRange(0, 6).Draw(t, name+" known") == 0 {
			return calendar.Date{}
		}
		return today.AddDays(rapid.IntRange(0, 8).Draw(t, name))
	}
	c.Begins, c.Submitted, c.Approved = anyDay("begins"), anyDay("submitted"), anyDay("approved")
	if rapid.Bool().Draw(t, "has an end") {
		c.Ends = today.AddDays(rapid.IntRange(8, 9).Draw(t, "end"))
		if start := c.Submitted; !start.IsZero() && !c.Approved.IsZero() {
			c.Ends = calendar.Max(start, c.Approved).AddDays(rapid.IntRange(0, 3).Draw(t, "length"))
		}
	}
	return c
}

func anyClaims(t *rapid.T, most int) []Claim {
	companies := companyMap(t)
	claims := make([]Claim, rapid.IntRange(0, most).Draw(t, "claims"))
	for i, id := range rapid.Permutation(ids(len(claims))).Draw(t, "ids") {
		claims[i] = anyClaim(t, id, companies)
	}
	return claims
}

func ids(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = "C" + strconv.Itoa(i)
	}
	return all
}

func anyPolicy(t *rapid.T) Policy {
	var from calendar.Date
	if rapid.Bool().Draw(t, "edition changes") {
		from = today.AddDays(rapid.IntRange(0, 8).Draw(t, "edition 2023 from"))
	}
	return Policy{
		Edition:         anyOf(t, "edition", Edition2020, Edition2023),
		Edition2023From: from,
		ProductDecides:  rapid.IntRange(0, 3).Draw(t, "product decides") == 0,
		CommonActivity:  rapid.IntRange(0, 3).Draw(t, "common activity") == 0,
	}
}

// start returns the first day on which a claim holds.
func start(c Claim) calendar.Date {
	if c.Status == Approved {
		return c.Approved
	}
	return c.Submitted
}

// bruteForce relates all pairs of claims, in the order that Detect documents.
func bruteForce(p Policy, claims []Claim) ([]Pair, error) {
	sorted := slices.Clone(claims)
	slices.SortFunc(sorted, func(a, b Claim) int {
		if c := a.Tenant.Compare(b.Tenant); c != 0 {
			return c
		}
		if c := start(a).Compare(start(b)); c != 0 {
			return c
		}
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	var pairs []Pair
	for i, later := range sorted {
		for _, earlier := range sorted[:i] {
			pair, ok, err := p.Relate(later, earlier)
			if err != nil {
				return nil, err
			}
			if ok {
				pairs = append(pairs, pair)
			}
		}
	}
	return pairs, nil
}

// claimsOf returns one claim for each partner.
func claimsOf(partners ...int) []Claim {
	claims := make([]Claim, len(partners))
	for i, id := range ids(len(partners)) {
		claims[i] = Claim{
			ID: id, Tenant: tenant(0), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted,
			Partner: partner(partners[i]), Units: []Unit{{Name: "Teams"}},
		}
	}
	return claims
}

func anyDraft(t *rapid.T) (Draft, Facts) {
	companies := companyMap(t)
	maybe := func(name string) bool { return rapid.IntRange(0, 3).Draw(t, name) > 0 }
	d := Draft{Area: anyOf(t, "area", Area(0), Microsoft365), Activities: partnerrules.Set[Activity](2 * rapid.IntRange(0, 7).Draw(t, "activities"))}
	f := Facts{
		Role:     anyOf(t, "role", RoleUnknown, IncentivesUser),
		Location: Location{anyTri(t, "confirmed"), anyTri(t, "enrolled"), anyOf(t, "kind", LocationKindUnknown, LegacyVOrg), anyTri(t, "type")},
		Proof: Proof{
			anyTri(t, "attached"), anyTri(t, "partner"), anyTri(t, "customer"), anyTri(t, "domain"), anyTri(t, "tenant"), anyTri(t, "solution"),
			anyTri(t, "products"), anyTri(t, "acknowledged"), anyTri(t, "dated"),
			calendar.Date{},
		},
		DomainsComplete: maybe("domains"), SubscriptionsComplete: maybe("subscriptions"), ClaimsComplete: maybe("claims complete"), CustomerAsked: maybe("asked"),
	}
	if maybe("partner given") {
		n := rapid.IntRange(1, len(companies)-1).Draw(t, "partner")
		d.Partner, f.Company = partner(n), companies[n]
	}
	if maybe("tenant given") {
		d.Tenant = tenant(0)
	}
	if maybe("domain given") {
		d.Domain = MustParseDomain(rapid.SampledFrom([]string{"a.example", "b.example"}).Draw(t, "domain"))
	}
	if maybe("domains given") {
		f.Domains = []Domain{MustParseDomain("a.example")}
	}
	if maybe("name given") {
		d.CustomerName = "Contoso"
	}
	if maybe("customer") {
		d.CustomerContact = Contact{"a", "b", "c"}
	}
	if maybe("contact") {
		d.PartnerContact = Contact{Name: "a", Email: "c"}
	}
	if maybe("acknowledged day") {
		f.Proof.AcknowledgedOn = today.AddDays(rapid.SampledFrom([]int{-367, -366, -365, -1, 0, 1}).Draw(t, "acknowledged on"))
	}
	for range rapid.IntRange(0, 3).Draw(t, "products") {
		d.Products = append(d.Products, Product{
			Name: "Sales", Subscription: rapid.SampledFrom([]string{"", "x", subscription(1).String(), subscription(2).String(), tenant(0).String()}).Draw(t, "subscription"),
			Eligible: anyTri(t, "eligible"), OnTenant: anyTri(t, "on tenant"), Channel: anyOf(t, "channel", ChannelUnknown, CSP), HasSeveral: anyTri(t, "hasSeveral"),
			KnownNotID: rapid.IntRange(0, 4).Draw(t, "not an ID") == 0, Dynamics: anyTri(t, "dynamics"), BoughtByCSP: anyTri(t, "csp"),
			Provisioned: anyTri(t, "provisioned"), State: anyOf(t, "state", StateUnknown, StateExtended),
		})
	}
	if maybe("subscriptions given") {
		f.Subscriptions = []SubscriptionID{subscription(1)}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "claims") {
		c := anyClaim(t, ids(2)[i], companies)
		c.Begins, c.Submitted, c.Approved, c.Ends = c.Begins.AddDays(-8), c.Submitted.AddDays(-8), c.Approved.AddDays(-8), c.Ends.AddDays(-8) // not after today (INP-05)
		f.Claims = append(f.Claims, c)
	}
	return d, f
}
