package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A view is what the page shows, in words. The templates only arrange it.
type view struct {
	On       calendar.Date
	Until    calendar.Date // the last day that is looked ahead to
	Policies []policy
	Summary  portfolio.Summary
	Faults   []*portfolio.Fault
	Notes    []string

	Agenda    []agendaDay
	Tasks     int // how many there are
	MoreTasks int // how many are not on the page
	Overdue   int
	Blocked   int
	Obstacles []obstacle
	Competing int
	Pairs     []pair
	MorePairs int

	Memberships *chart
	Companies   []company

	Agreement     portfolio.CustomersSummary
	Customers     []customer
	MoreCustomers int

	Clocks              *chart
	Claims              int
	Busy, Quiet         []claim
	MoreBusy, MoreQuiet int
}

// mostRows is how many rows a list on the page has at most. How many are left
// out is said below it, so that nothing is missed: a browser cannot show a
// million claims, and nobody reads them.
const mostRows = 500

// most returns the first rows of a list, and how many there are beyond.
func most[T any](list []T) (shown []T, more int) {
	if len(list) <= mostRows {
		return list, 0
	}
	return list[:mostRows], len(list) - mostRows
}

func newView(r *portfolio.Report) *view {
	v := &view{
		On: r.On, Until: r.On.AddDays(portfolio.ActionDays), Policies: policiesOf(r), Summary: r.Summary,
		Faults: r.Faults, Notes: r.Notes,
		Memberships: membershipsChart(r), Companies: companiesOf(r), Clocks: claimsChart(r),
	}
	v.questions(r)
	v.customers(r.Agreement)
	v.claims(r.Claims)
	return v
}

// questions fills in what is asked first.
func (v *view) questions(r *portfolio.Report) {
	tasks := tasksOf(r.Actions)
	v.Tasks, v.Overdue = len(tasks), overdue(tasks)
	tasks, v.MoreTasks = most(tasks)
	v.Agenda = agenda(tasks, r.On)
	v.Blocked, v.Obstacles = len(r.Blocked), obstacles(r.Blocked)
	var pairs []portfolio.Pair
	v.Competing = len(r.Competing)
	pairs, v.MorePairs = most(r.Competing)
	v.Pairs = pairsOf(pairs)
}

func (v *view) customers(a *portfolio.Agreement) {
	if a == nil {
		return
	}
	var customers []portfolio.Customer
	v.Agreement = a.Summary
	customers, v.MoreCustomers = most(a.Customers)
	v.Customers = customersOf(customers)
}

// claims parts the claims on which something is to be done or to be seen to from
// those on which nothing is.
func (v *view) claims(c *portfolio.Claims) {
	if c == nil {
		return
	}
	v.Claims = len(c.Claims)
	for i := range c.Claims {
		if of := &c.Claims[i]; busy(of) {
			v.Busy, v.MoreBusy = addClaim(v.Busy, v.MoreBusy, of)
		} else {
			v.Quiet, v.MoreQuiet = addClaim(v.Quiet, v.MoreQuiet, of)
		}
	}
}

// addClaim adds a row as long as there is room for it, and else counts it.
func addClaim(rows []claim, more int, of *portfolio.Claim) ([]claim, int) {
	if len(rows) == mostRows {
		return rows, more + 1
	}
	return append(rows, claimOf(of)), more
}

// A policy says under which rules a part of the report was made.
type policy struct {
	Part, Text string
	Known      calendar.Period // set if the day judged by lies outside
}

func policiesOf(r *portfolio.Report) []policy {
	all := []policy{policyOf("Memberships", r.Policy)}
	if r.Agreement != nil {
		all = append(all, policyOf("Customers", r.Agreement.Policy))
	}
	if r.Claims != nil {
		all = append(all, policy{Part: "Claims", Text: r.Claims.Policy})
	}
	return all
}

func policyOf(part string, n portfolio.PolicyNote) policy {
	p := policy{Part: part, Text: n.Text}
	if n.Coverage != calendar.CoverageFull {
		p.Known = n.Known
	}
	return p
}

// An obstacle is why some things cannot go on.
type obstacle struct {
	portfolio.Cause
	Things []thing
	More   int // how many things are not on the page
}

// A thing is something that an obstacle blocks.
type thing struct {
	What, Of string
	Until    calendar.Date // the last day on which it does, if that is known
}

func obstacles(all []portfolio.Blocked) []obstacle {
	var found []obstacle
	for _, o := range portfolio.Obstacles(all) {
		shown, more := most(o.Things)
		v := obstacle{Cause: o.Cause, More: more}
		for _, t := range shown {
			v.Things = append(v.Things, blockedThing(t))
		}
		found = append(found, v)
	}
	return found
}

func blockedThing(b portfolio.Thing) thing {
	t := thing{Until: b.Through}
	switch b.Kind {
	case portfolio.BlockedOffer:
		t.What, t.Of = b.Offer.Title(), b.Company
	case portfolio.BlockedOrder:
		t.What, t.Of = sentence(portfolio.Words(b.Order.String())), b.Customer
	case portfolio.BlockedDraft:
		t.What, t.Of = "Draft "+b.Claim, b.Customer
	default:
		t.What, t.Of = b.Claim, b.Customer
	}
	return t
}
