package main

import (
	"cmp"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A pair is two claims that are in one another's way, in words.
type pair struct {
	First, Second string
	Mark          badge
	Customer      string
	Units         string
	Holds         string
	Questions     []string
}

func pairsOf(all []portfolio.Pair) []pair {
	var pairs []pair
	for _, p := range all {
		pairs = append(pairs, pairOf(p))
	}
	return pairs
}

func pairOf(p portfolio.Pair) pair {
	v := pair{
		First: p.Pair.First, Second: p.Pair.Second, Mark: markBadge(p.Pair.Mark),
		Customer: cmp.Or(p.Customer, p.Tenant.String()),
		Units:    unitsText(p.Pair.Units), Holds: holdsText(p.Pair),
	}
	if p.Arbitration != nil {
		for question := range p.Arbitration.Questions.All() {
			v.Questions = append(v.Questions, question.Message())
		}
	}
	return v
}

func markBadge(m cpor.Mark) badge {
	switch m {
	case cpor.Competing:
		return badge{bad, "competing"}
	case cpor.Duplicate:
		return badge{neutral, "duplicate"}
	}
	return badge{notice, portfolio.Words(m.String())}
}

func holdsText(p cpor.Pair) string {
	switch {
	case p.BothApproved:
		return "both are approved, which cannot be"
	case p.Incumbent != "":
		return p.Incumbent + " is approved"
	}
	return "neither is approved"
}

// fewUnits is how many units are named before the rest is counted.
const fewUnits = 12

func unitsText(units []cpor.Unit) string {
	return portfolio.Some(portfolio.Texts(units), fewUnits)
}
