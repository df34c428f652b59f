package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

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
