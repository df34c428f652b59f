package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// agreement writes the section on customers.
func (p *page) agreement(r *portfolio.Agreement, on calendar.Date) {
	if r == nil {
		return
	}
	p.title("Customer agreement")
	p.paragraph("  ", "Policy: "+r.Policy.Text+".")
	p.warning(r.Policy, on)
	for _, c := range r.Customers {
		if p.all || needsAction(c) {
			p.customer(c)
		}
	}
	p.settled(r.Customers)
}

// needsAction reports whether the acceptance of a customer is missing or unknown, or an
// order may not proceed.
func needsAction(c portfolio.Customer) bool {
	stopped := slices.ContainsFunc(c.Orders, func(o portfolio.Order) bool { return o.Verdict != agreement.Allowed })
	return !c.Confirmation.NotApplicable && (c.Plan.Route != agreement.NothingToDo || stopped)
}

// settled names the customers that are not listed.
func (p *page) settled(all []portfolio.Customer) {
	var accepted, elsewhere []string
	for _, c := range all {
		switch {
		case p.all || needsAction(c):
		case c.Confirmation.NotApplicable:
			elsewhere = append(elsewhere, c.Name)
		default:
			accepted = append(accepted, c.Name)
		}
	}
	if len(accepted) > 0 {
		p.line("")
		p.wrap("  + ", "    ", "Accepted, nothing to do: "+strings.Join(accepted, ", "))
	}
	if len(elsewhere) > 0 {
		p.line("")
		p.wrap("  . ", "    ", "In a cloud where the rules do not apply (AGR-46): "+strings.Join(elsewhere, ", "))
	}
}

// customersSummary counts customers and orders.
func (p *page) customersSummary(r *portfolio.Agreement) {
	if r == nil {
		return
	}
	s := r.Summary
	p.paragraph("  ", fmt.Sprintf("%s: %d accepted, %d not accepted, %d unknown, %d where the rules do not apply.",
		portfolio.Count(s.Customers, "customer", "customers"), s.Accepted, s.NotAccepted, s.Unknown, s.NotApplicable))
	p.paragraph("  ", fmt.Sprintf("%s: %d allowed, %d that need an attestation first, %d blocked, %d undetermined, %d where the rules do not apply.",
		portfolio.Count(s.Orders, "order", "orders"), s.Allowed, s.AttestFirst, s.Blocked, s.Undetermined, s.OrdersNotApplicable))
}

func (p *page) customer(c portfolio.Customer) {
	p.line("")
	mark, accepted := acceptedText(c.Confirmation)
	p.line("  " + p.mark(mark) + " " + c.Name + ": " + accepted)
	if c.Confirmation.NotApplicable {
		return
	}
	p.field("Routes", c.RoutesText(calendar.Date.String))
	if text := c.ChannelText(); text != "" {
		p.field("Channel", text)
	}
	if text := c.ReviewText(); text != "" {
		p.field("Review", text)
	}
	for _, o := range c.Orders {
		p.order(o)
	}
	if missing := c.Missing(); len(missing) > 0 {
		p.field("Missing", strings.Join(portfolio.Texts(missing), ", "))
	}
	if !p.all {
		return
	}
	label := "Steps"
	for _, step := range c.Steps {
		p.field(label, step)
		label = ""
	}
}

func (p *page) order(o portfolio.Order) {
	text := portfolio.Words(o.Kind.String()) + ": " + portfolio.Words(o.Verdict.String())
	if p.all || len(o.Why) == 0 {
		p.field("Order", text)
		for _, why := range o.Why {
			p.cause(why, "")
		}
		return
	}
	var rules []string
	for _, why := range o.Why {
		rules = append(rules, string(why.Rule))
	}
	p.field("Order", text+" ("+strings.Join(rules, ", ")+")")
}

func acceptedText(c agreement.Confirmation) (mark, text string) {
	switch {
	case c.NotApplicable:
		return ".", "the rules do not apply in this cloud (AGR-46)"
	case c.Accepted == agreement.Yes:
		return "+", "has accepted"
	case c.Accepted == agreement.No:
		return "-", "has not accepted"
	}
	return "?", "unknown whether it has accepted"
}
