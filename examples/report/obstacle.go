package main

import (
	"cmp"
	"slices"
	"strings"

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

// obstacles sorts what is blocked by what blocks it, in the order of the rules.
func obstacles(all []portfolio.Blocked) []obstacle {
	var found []obstacle
	for _, b := range all {
		for _, why := range b.Why {
			i := slices.IndexFunc(found, func(o obstacle) bool { return sameCause(o.Cause, why) })
			if i < 0 {
				i = len(found)
				found = append(found, obstacle{Cause: why})
			}
			found[i].Things = append(found[i].Things, blockedThing(b, why))
		}
	}
	for i := range found {
		found[i].Things, found[i].More = most(found[i].Things)
	}
	slices.SortStableFunc(found, func(a, b obstacle) int {
		return cmp.Or(cmp.Compare(subject(a.Rule), subject(b.Rule)), cmp.Compare(a.Rule, b.Rule))
	})
	return found
}

func sameCause(a, b portfolio.Cause) bool {
	a.From, b.From = calendar.Date{}, calendar.Date{}
	return a == b
}

// subject puts the rules on offers before those on customers and those on claims.
func subject(rule string) int {
	family, _, _ := strings.Cut(rule, "-")
	return slices.Index([]string{"ELG", "AGR", "CPR"}, family)
}

func blockedThing(b portfolio.Blocked, why portfolio.Cause) thing {
	t := thing{Until: why.From.AddDays(-1)}
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
