package portfolio

import (
	"slices"
	"strings"
	"unicode"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A Portfolio is what was read, before anything is judged. It is not safe for
// concurrent use.
type Portfolio struct {
	on        calendar.Date
	companies []filedCompany
	customers []filedCustomer
	days      calendar.BusinessCalendar // for the clocks of claims

	// claims are all association claims, and filed what else is known of each.
	claims []cpor.Claim
	filed  []filedClaim

	loader Loader
	faults []*Fault
	notes  []string
}

// Day returns the day to judge by that the input names, and no date if it names
// none.
func (p *Portfolio) Day() calendar.Date { return p.on }

// A filedCompany is a company as the file gives it.
type filedCompany struct {
	name string

	// stated is what the file says of the company itself. What it says of the
	// memberships is added by facts, which takes the day to judge by.
	stated eligibility.Facts
	scores []eligibility.Assessment // of the areas whose metrics are given

	listed      bool // the memberships are known, and these are all
	memberships []*filedMembership
	wanted      []eligibility.Offer
}

// A filedMembership is one that a company holds, or has held last.
type filedMembership struct {
	node   *strictjson.Node
	offer  eligibility.Offer
	active eligibility.Tri

	// Of bought and anniversary at most one is given. The renewals are those
	// since.
	bought, anniversary day
	renewals            []day

	fee *Fee

	benefits []filedBenefit

	ad calendar.Date // the present anniversary date, which resolve fills in
}

// A day is a date and its place in the file.
type day struct {
	calendar.Date
	node *strictjson.Node
}

func readCompany(node *strictjson.Node) filedCompany {
	members := node.Object()
	var c filedCompany
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
		if !printable(name) {
			node.Fault(notPrintable)
		}
	}
	return name
}

const notPrintable = "want a name that can be printed on a line"

func printable(name string) bool {
	return strings.TrimSpace(name) != "" && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) })
}

func (c *filedCompany) readMembership(node *strictjson.Node) {
	members := node.Object()
	offer := members.Required("offer")
	m := &filedMembership{
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
		m.fee = &Fee{strictjson.Read[Amount](price), strictjson.Read[Currency](unit)}
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
func (c *filedCompany) paysDesignation(m *filedMembership) bool {
	return m.offer.Family() == eligibility.FamilySolutionsPartner &&
		slices.ContainsFunc(c.memberships, func(other *filedMembership) bool {
			return other.offer.Family() == m.offer.Family() && other.fee != nil
		})
}

func (c *filedCompany) readWanted(node *strictjson.Node) {
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
func (c *filedCompany) membership(o eligibility.Offer) *filedMembership {
	i := slices.IndexFunc(c.memberships, func(m *filedMembership) bool { return m.offer == o })
	if i < 0 {
		return nil
	}
	return c.memberships[i]
}

func readDay(node *strictjson.Node) day { return day{strictjson.Read[calendar.Date](node), node} }
