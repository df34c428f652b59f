package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A portfolio is a file as read, before anything is judged.
type portfolio struct {
	root      *strictjson.Node
	on        calendar.Date
	companies []company
	customers []customer
	claims    []filedClaim
}

type company struct {
	name string

	// stated is what the file says of the company itself. What it says of the
	// memberships is added by facts, which takes the day to judge by.
	stated eligibility.Facts
	scores []eligibility.Assessment // of the areas whose metrics are given

	listed      bool // the memberships are known, and these are all
	memberships []*membership
	wanted      []eligibility.Offer
}

// A membership is one that a company holds, or has held last.
type membership struct {
	node   *strictjson.Node
	offer  eligibility.Offer
	active eligibility.Tri

	// Of bought and anniversary at most one is given. The renewals are those
	// since.
	bought, anniversary day
	renewals            []day

	fee *fee

	benefits []benefit

	ad calendar.Date // the present anniversary date, which resolve fills in
}

// A day is a date and its place in the file.
type day struct {
	calendar.Date
	node *strictjson.Node
}

// readPortfolio reads a file. Its error is a [*strictjson.Error].
func readPortfolio(file string, text []byte) (*portfolio, error) {
	root, err := strictjson.Parse(file, text)
	if err != nil {
		return nil, err
	}
	members := root.Object()
	p := &portfolio{root: root, on: strictjson.Read[calendar.Date](members.Optional("on"))}
	for _, node := range members.Required("companies").List() {
		p.companies = append(p.companies, readCompany(node))
	}
	if customers := members.Optional("customers"); customers != nil {
		p.customers = readCustomers(customers)
	}
	p.claims = readClaims(members.Optional("claims"))
	members.End()
	return p, root.Err()
}

func readCompany(node *strictjson.Node) company {
	members := node.Object()
	var c company
	c.name = readName(members.Required("name"))
	c.stated = eligibility.Facts{
		Account:    strictjson.Read[eligibility.Verification](members.Optional("account")),
		Billing:    strictjson.Read[eligibility.Billing](members.Optional("billing")),
		Role:       strictjson.Read[eligibility.Role](members.Optional("role")),
		Status2022: strictjson.Read[eligibility.LegacyStatus](members.Optional("status2022")),
	}
	c.readQualification(members.Optional("qualified"), members.Optional("scores"))
	list := members.Optional("memberships")
	c.listed = list != nil
	for _, node := range list.List() {
		c.readMembership(node)
	}
	for _, node := range members.Optional("wanted").List() {
		c.readWanted(node)
	}
	members.End()
	return c
}

// readName refuses what would break the lines of the text output.
func readName(node *strictjson.Node) string {
	name := node.String()
	if node.Kind() == strictjson.String {
		if strings.TrimSpace(name) == "" || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
			node.Fault("want a name that can be printed on a line")
		}
	}
	return name
}

func (c *company) readMembership(node *strictjson.Node) {
	members := node.Object()
	offer := members.Required("offer")
	m := &membership{
		node:        node,
		offer:       strictjson.Read[eligibility.Offer](offer),
		active:      eligibility.Yes,
		bought:      readDay(members.Optional("start")),
		anniversary: readDay(members.Optional("anniversary")),
	}
	renewals := members.Optional("renewals")
	for _, node := range renewals.List() {
		m.renewals = append(m.renewals, readDay(node))
	}
	if active := members.Optional("active"); active != nil {
		m.active = strictjson.Read[eligibility.Tri](active)
	}
	price, unit := members.Optional("fee"), members.Optional("currency")
	if price != nil && unit != nil {
		m.fee = &fee{strictjson.Read[amount](price), strictjson.Read[currency](unit)}
	}
	m.readBenefits(members.Optional("benefits"))
	members.End()

	switch {
	case m.bought.node != nil && m.anniversary.node != nil:
		m.anniversary.node.Fault("follows from start: give only one of the two")
	case renewals != nil && m.bought.node == nil && m.anniversary.node == nil:
		renewals.Fault("renewals need start, or the anniversary date before them")
	}
	if price != nil && unit == nil {
		price.Fault("a fee needs a currency")
	}
	if unit != nil && price == nil {
		unit.Fault("a currency needs a fee")
	}
	if m.fee != nil && c.paysDesignation(m) {
		price.Fault("one fee pays for all designations: give it with one of them only")
	}
	if m.offer != 0 && c.membership(m.offer) != nil {
		offer.Fault("listed twice: give the present membership only")
	}
	c.memberships = append(c.memberships, m)
}

// paysDesignation reports whether m is a designation and another has a fee.
func (c *company) paysDesignation(m *membership) bool {
	return m.offer.Family() == eligibility.FamilySolutionsPartner &&
		slices.ContainsFunc(c.memberships, func(other *membership) bool {
			return other.offer.Family() == m.offer.Family() && other.fee != nil
		})
}

func (c *company) readWanted(node *strictjson.Node) {
	offer := strictjson.Read[eligibility.Offer](node)
	switch {
	case offer == 0: // a fault, which Read has noted
	case c.membership(offer) != nil:
		node.Fault("is among the memberships, and so judged already")
	case slices.Contains(c.wanted, offer):
		node.Fault("wanted twice")
	}
	c.wanted = append(c.wanted, offer)
}

// membership returns the one for an offer, or nil.
func (c *company) membership(o eligibility.Offer) *membership {
	i := slices.IndexFunc(c.memberships, func(m *membership) bool { return m.offer == o })
	if i < 0 {
		return nil
	}
	return c.memberships[i]
}

func readDay(node *strictjson.Node) day { return day{strictjson.Read[calendar.Date](node), node} }
