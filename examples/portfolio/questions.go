package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// few is how many things of one kind are named before the rest is counted,
// unless all are asked for.
const few = 8

// some returns the first few names of a list, and how many more there are.
func (p *page) some(names []string) string {
	if p.all {
		return strings.Join(names, ", ")
	}
	return portfolio.Some(names, few)
}

// actions answers what is to be done, by whom, sorted by day.
func (p *page) actions(all []portfolio.Action, on calendar.Date) {
	p.title("To do by " + on.AddDays(portfolio.ActionDays).String())
	if len(all) == 0 {
		p.line("")
		p.line("  Nothing.")
	}
	for heading, group := range grouped(all, func(a portfolio.Action) string { return actionDay(a, on) }) {
		p.line("")
		if group[0].Timing == cpor.TimingOpen {
			p.line("  " + heading)
		} else {
			p.line("  " + p.paint(red, heading))
		}
		for _, like := range grouped(group, actionLike) {
			who := portfolio.ActorText(like[0].Who)
			if like[0].Who == portfolio.IndirectProvider {
				who = "Provider" // the column is narrow
			}
			p.wrap(fmt.Sprintf("    %-11s", who), strings.Repeat(" ", 15), p.actionText(like))
		}
	}
}

// actionDay is what the things to do on one day stand under.
func actionDay(a portfolio.Action, on calendar.Date) string {
	switch {
	case a.By.IsZero():
		return "At any time: what waits for it cannot go on before"
	case a.Timing == cpor.TimingOverdue:
		return "Overdue, was due by " + a.By.String()
	case a.Timing == cpor.TimingUnknown:
		return "Was due by " + a.By.String() + ", perhaps excused"
	}
	return a.By.String() + nearby(", ", a.By, on)
}

// actionLike tells apart what is not said in one sentence.
func actionLike(a portfolio.Action) string {
	return strings.Join([]string{string(a.Who), string(a.Kind), string(a.Rule), a.Company, strconv.FormatBool(a.Blocked)}, "\x00")
}

// actionText says in one sentence what is to be done with several things.
func (p *page) actionText(like []portfolio.Action) string {
	first := like[0]
	var names []string
	for _, a := range like {
		name := cmp.Or(a.Benefit, a.Claim, a.Customer)
		if name == "" {
			name = a.Offer.Title()
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	s := actionVerb(first.Kind) + " " + p.some(names)
	if first.Company != "" {
		s += "; " + first.Company
	}
	if first.Blocked {
		s += ", which is blocked at present"
	}
	return s + " (" + string(first.Rule) + ")"
}

func actionVerb(k portfolio.ActionKind) string {
	switch k {
	case portfolio.RenewMembership:
		return "Last day to renew"
	case portfolio.RedeemBenefit:
		return "Last day to redeem"
	case portfolio.UseBenefit:
		return "Last day of use of"
	case portfolio.Attest:
		return "Attest for"
	case portfolio.ReviewClaim:
		return "Take up"
	case portfolio.DecideClaim:
		return "Decide on"
	case portfolio.AnswerClaim:
		return "Answer what was asked about"
	case portfolio.DeclineClaim:
		return "Last day to decline"
	case portfolio.DisputeClaim:
		return "Last day to dispute the rejection of"
	case portfolio.DecideDispute:
		return "Decide the dispute on"
	}
	return portfolio.Words(string(k))
}

// blocked answers what cannot go on, by the rule that stands in the way.
func (p *page) blocked(all []portfolio.Blocked) {
	p.title("Blocked, and why")
	if len(all) == 0 {
		p.line("")
		p.line("  Nothing.")
	}
	for _, o := range portfolio.Obstacles(all) {
		var names []string
		for _, thing := range o.Things {
			names = append(names, thingText(thing))
		}
		p.line("")
		p.wrap("  "+string(o.Rule)+" ", strings.Repeat(" ", 9), o.Message+" To do: "+o.Remedy)
		p.paragraph(strings.Repeat(" ", 9), p.some(names))
	}
}

func thingText(b portfolio.Thing) string {
	var s string
	switch b.Kind {
	case portfolio.BlockedOffer:
		s = b.Offer.Title() + " of " + b.Company
	case portfolio.BlockedOrder:
		s = portfolio.Words(b.Order.String()) + " of " + b.Customer
	default:
		s = b.Claim
	}
	if !b.Through.IsZero() {
		s += " (through " + b.Through.String() + ")"
	}
	return s
}

// competing answers which claims compete.
func (p *page) competing(all []portfolio.Pair) {
	p.title("Claims that compete")
	if len(all) == 0 {
		p.line("")
		p.line("  None.")
	}
	for i, pair := range all {
		if i == fewPairs && !p.all {
			p.line("")
			p.line("  And " + portfolio.Count(len(all)-i, "pair", "pairs") + " more: -all lists them.")
			return
		}
		p.pair(pair)
	}
}

// fewPairs is how many pairs are listed unless all are asked for.
const fewPairs = 12

func (p *page) pair(r portfolio.Pair) {
	p.line("")
	customer := cmp.Or(r.Customer, r.Tenant.String())
	p.paragraph("  ", r.Pair.First+" and "+r.Pair.Second+": "+portfolio.Words(r.Pair.Relation.String())+", on "+customer)
	p.field("Share", p.units(r.Pair.Units))
	switch {
	case r.Pair.BothApproved:
		p.field("Holds", "both are approved, which cannot be")
	case r.Pair.Incumbent != "":
		p.field("Holds", r.Pair.Incumbent)
	}
	if r.Arbitration == nil || !p.all {
		return
	}
	var open []string
	for question := range r.Arbitration.Questions.All() {
		open = append(open, question.Message())
	}
	if len(open) > 0 {
		p.field("Open", strings.Join(open, " "))
	}
}

// units names what is claimed.
func (p *page) units(units []cpor.Unit) string {
	return p.some(portfolio.Texts(units))
}
