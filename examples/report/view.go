package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A view holds the content of the page, in words. The templates only arrange it.
type view struct {
	On       calendar.Date
	Until    calendar.Date // the last day of the agenda
	Policies []policy
	Summary  portfolio.Summary
	Faults   []*portfolio.Fault
	Notes    []string
	Warnings []string

	Agenda    []agendaDay
	Tasks     int // the number of tasks
	MoreTasks int // the number of tasks that are not on the page
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

	Deadlines           *chart
	Claims              int
	Busy, Quiet         []claim
	MoreBusy, MoreQuiet int
}

// mostRows is the maximum number of rows in a list, because a browser cannot show a
// million claims. The page shows how many rows are left out.
const mostRows = 500

// most returns the first rows of a list and the number of the others.
func most[T any](list []T) (shown []T, more int) {
	if len(list) <= mostRows {
		return list, 0
	}
	return list[:mostRows], len(list) - mostRows
}

func newView(r *portfolio.Report) *view {
	v := &view{
		On: r.On, Until: r.On.AddDays(portfolio.ActionDays), Policies: policiesOf(r), Summary: r.Summary,
		Faults: r.Faults, Notes: r.Notes, Warnings: r.Warnings,
		Memberships: membershipsChart(r), Companies: companiesOf(r), Deadlines: claimsChart(r),
	}
	v.questions(r)
	v.customers(r.Agreement)
	v.claims(r.Claims)
	return v
}

// questions sets the actions, blocks and competing claims.
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

// claims splits the claims into those with a deadline or a fault, and the others.
func (v *view) claims(c *portfolio.Claims) {
	if c == nil {
		return
	}
	for of := range c.All {
		v.Claims++
		if busy(&of) {
			v.Busy, v.MoreBusy = addClaim(v.Busy, v.MoreBusy, &of)
		} else {
			v.Quiet, v.MoreQuiet = addClaim(v.Quiet, v.MoreQuiet, &of)
		}
	}
}

// addClaim appends a row. If the list is full it counts the row instead.
func addClaim(rows []claim, more int, of *portfolio.Claim) ([]claim, int) {
	if len(rows) == mostRows {
		return rows, more + 1
	}
	return append(rows, claimOf(of)), more
}

// A policy describes the rules for a part of the report.
type policy struct {
	Part, Text string
	Limits     string // how well the rules are known, or empty
}

func policiesOf(r *portfolio.Report) []policy {
	all := []policy{policyOf("Memberships", r.Policy, r.On)}
	if r.Agreement != nil {
		all = append(all, policyOf("Customers", r.Agreement.Policy, r.On))
	}
	if r.Claims != nil {
		all = append(all, policy{Part: "Claims", Text: r.Claims.Policy})
	}
	return all
}

func policyOf(part string, n portfolio.PolicyNote, on calendar.Date) policy {
	return policy{Part: part, Text: n.Text, Limits: n.Limits(on)}
}

// An obstacle is a cause with the subjects that it blocks.
type obstacle struct {
	portfolio.Cause
	Things []thing
	More   int // the number of things that are not on the page
}

// A thing is a subject that an obstacle blocks.
type thing struct {
	What, Of string
	Opens    calendar.Date // the first day on which the button is enabled, or zero
}

func obstacles(all []portfolio.Blocked) []obstacle {
	var found []obstacle
	for _, o := range portfolio.Obstacles(all) {
		shown, more := most(o.Blocks)
		v := obstacle{Cause: o.Cause, More: more}
		for _, b := range shown {
			v.Things = append(v.Things, blockedThing(b))
		}
		found = append(found, v)
	}
	return found
}

func blockedThing(b portfolio.Blocked) thing {
	t := thing{Opens: b.Opens}
	switch b.Kind {
	case portfolio.BlockedOffer:
		t.What, t.Of = b.Offer.Title(), b.Company
	case portfolio.BlockedOrder:
		t.What, t.Of = b.Order.Title(), b.Customer
	case portfolio.BlockedDraft:
		t.What, t.Of = "Draft "+b.Claim, b.Customer
	default:
		t.What, t.Of = b.Claim, b.Customer
	}
	return t
}
