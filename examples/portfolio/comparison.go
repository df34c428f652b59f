package main

import (
	"cmp"
	"strings"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// comparison writes the decisions that differ between two editions.
func (p *page) comparison(c *portfolio.Comparison) {
	from, to := string(c.From.Edition), string(c.To.Edition)
	p.paragraph("", "Decisions on "+c.On.String()+" that differ between "+from+" and "+to+".")
	p.warning(c.From, c.On)
	p.warning(c.To, c.On)
	defer p.ending(c.Faults, c.Notes, c.Warnings)
	if len(c.Differences) == 0 {
		p.line("")
		p.line("No decision differs.")
		return
	}
	byRule := func(d portfolio.Difference) string { return cmp.Or(portfolio.RulesText(d.Rules), "without a rule") }
	for rules, differences := range grouped(c.Differences, byRule) {
		p.title(rules)
		for _, d := range differences {
			p.difference(d, from, to)
		}
	}
	p.line("")
	p.line(portfolio.Count(len(c.Differences), "decision differs.", "decisions differ."))
}

func (p *page) difference(d portfolio.Difference, from, to string) {
	p.line("")
	p.paragraph("  ", differenceText(d))
	p.wrap("      "+padded(from), strings.Repeat(" ", 16), differingText(d.From))
	p.wrap("      "+padded(to), strings.Repeat(" ", 16), differingText(d.To))
}

// padded pads the name of an edition. The longest name has eight letters.
func padded(edition string) string { return edition + strings.Repeat(" ", max(10-len(edition), 1)) }

// differenceText returns the subject of a difference.
func differenceText(d portfolio.Difference) string {
	switch d.Kind {
	case portfolio.DifferentOffer:
		return d.Offer.Title() + " of " + d.Company
	case portfolio.DifferentBenefit:
		return "benefit " + d.Benefit + " of " + d.Offer.Title() + ", " + d.Company
	case portfolio.DifferentOrder:
		return portfolio.Words(d.Order.String()) + " of " + d.Customer
	case portfolio.DifferentClaim:
		return withCustomer("claim "+d.Claim, d.Customer)
	case portfolio.DifferentPair:
		return withCustomer("claims "+d.Claim+" and "+d.Other, d.Customer)
	}
	return d.Customer
}

func withCustomer(what, customer string) string {
	if customer == "" {
		return what
	}
	return what + " on " + customer
}

func differingText(parts []string) string {
	return cmp.Or(strings.Join(parts, "; "), "nothing")
}
