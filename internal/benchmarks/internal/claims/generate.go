// Package claims compares the detection of competing claims with databases, search
// trees and plain Go.
package claims

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// An input contains the parameters of generated claims. Equal inputs generate equal
// claims.
type input struct {
	claims, units int
	tenants       int // the units are distributed over them
	years         int // the period of the claims
	least, most   int // the number of days of a claim
}

// million returns a typical input: claims of about a year within six years, with five
// claims on a unit.
func million(claims int) input {
	return input{claims: claims, units: claims / 5, tenants: claims / 20, years: 6, least: 265, most: 465}
}

// hot returns an input of many short claims on ten units.
func hot(claims int) input {
	return input{claims: claims, units: 10, tenants: 1, years: 6, least: 1, most: 3}
}

// products are the names of units. A tenant has one unit of each name.
var products = [...]string{
	"Dynamics 365 Sales", "Dynamics 365 Finance", "Dynamics 365 Field Service", "Dynamics 365 Commerce", "Dynamics 365 Customer Service",
	"Dynamics 365 Human Resources", "Dynamics 365 Project Operations", "Dynamics 365 Business Central", "Power Apps", "Power Automate",
}

const partners = 5000 // each with its own company

var firstDay = calendar.MustParseDate("2018-01-01")

// generate returns approved Usage claims on one product each. Their IDs are in random
// order.
func (in input) generate() []cpor.Claim {
	random := rand.New(rand.NewPCG(7, 8))
	tenants := make([]cpor.TenantID, in.tenants)
	for i := range tenants {
		tenants[i] = cpor.MustParseTenantID(fmt.Sprintf("%08x-1111-4111-8111-%012x", random.Uint32(), i))
	}
	claims := make([]cpor.Claim, in.claims)
	for i := range claims {
		unit, days := random.IntN(in.units), in.least+random.IntN(in.most-in.least+1)
		c := usage(i, products[unit/in.tenants], firstDay.AddDays(random.IntN(in.years*365-days)), days)
		c.Tenant = tenants[unit%in.tenants]
		claims[i] = c
	}
	return claims
}

// usage returns a claim of the given number of days, or without an end.
func usage(i int, product string, from calendar.Date, days int) cpor.Claim {
	c := cpor.Claim{
		ID: fmt.Sprintf("claim-%07d", i), Tenant: oneTenant, Area: cpor.BusinessApplications, Activities: partnerrules.SetOf(cpor.ActivityUsage),
		Status: cpor.Approved, Partner: partnerID(1 + i%partners), Company: partnerID(100_001 + i%partners),
		Units: []cpor.Unit{{Name: product}}, Submitted: from, Approved: from,
	}
	if days > 0 {
		c.Ends = from.AddDays(days - 1)
	}
	return c
}

var oneTenant = cpor.MustParseTenantID("6c1f0d2e-1111-4111-8111-000000000001")

func partnerID(n int) cpor.PartnerID { return cpor.MustParsePartnerID(strconv.Itoa(n)) }
