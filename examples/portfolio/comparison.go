package main

import (
	"cmp"
	"strings"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// comparison says what two editions decide differently.
func (p *page) comparison(c *portfolio.Comparison) {
	from, to := string(c.From.Edition), string(c.To.Edition)
	p.paragraph("", "Decisions on "+c.On.String()+" that differ between "+from+" and "+to+".")
	p.warning(c.From, c.On)
	p.warning(c.To, c.On)
	defer p.ending(c.Faults, c.Notes)
	if len(c.Differences) == 0 {
		p.line("")
		p.line("None differs.")
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

// padded pads the name of an edition, of which the longest has eight letters.
func padded(edition string) string { return edition + strings.Repeat(" ", max(10-len(edition), 1)) }

// differenceText says what is decided on.
func differenceText(d portfolio.Difference) string {
	switch d.Kind {
	case portfolio.OfferDecision:
		return d.Offer.Title() + " of " + d.Company
	case portfolio.BenefitDecision:
		return "benefit " + d.Benefit + " of " + d.Offer.Title() + ", " + d.Company
	case portfolio.OrderDecision:
		return portfolio.Words(d.Order.String()) + " of " + d.Customer
	case portfolio.ClaimDecision:
		return withCustomer("claim "+d.Claim, d.Customer)
	case portfolio.PairDecision:
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
	return cmp.Or(strings.Join(parts, "; "), "nothing of the kind")
}
