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

// few is the number of names in a list before the rest is only counted.
const few = 8

// some returns the first few names of a list and the number of the others. With
// -all it returns all names.
func (p *page) some(names []string) string {
	if p.all {
		return strings.Join(names, ", ")
	}
	return portfolio.Some(names, few)
}

// actions writes what to do and who must do it, sorted by day.
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

// actionDay returns the heading for the actions of one day.
func actionDay(a portfolio.Action, on calendar.Date) string {
	switch {
	case a.By.IsZero():
		return "No deadline, but an order is waiting"
	case a.Timing == cpor.TimingOverdue:
		return "Overdue, was due by " + a.By.String()
	case a.Timing == cpor.TimingUnknown:
		return "Was due by " + a.By.String() + ", possibly excused"
	}
	return a.By.String() + nearby(", ", a.By, on)
}

// actionLike returns a key. Actions with the same key share one sentence.
func actionLike(a portfolio.Action) string {
	return strings.Join([]string{string(a.Who), string(a.Kind), string(a.Rule), a.Company, strconv.FormatBool(a.Blocked)}, "\x00")
}

// actionText returns one sentence for several actions of one kind.
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
		s += ", blocked at present"
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
		return "Last day to use"
	case portfolio.Attest:
		return "Attest for"
	case portfolio.WaitForReview:
		return "Wait for the review of"
	case portfolio.ReviewClaim:
		return "Start the review of"
	case portfolio.DecideClaim:
		return "Decide on"
	case portfolio.AnswerClaim:
		return "Answer the questions about"
	case portfolio.DeclineClaim:
		return "Last day to decline"
	case portfolio.DisputeClaim:
		return "Last day to dispute the rejection of"
	case portfolio.DecideDispute:
		return "Decide the dispute on"
	}
	return portfolio.Words(string(k))
}

// blocked writes what is blocked, sorted by rule.
func (p *page) blocked(all []portfolio.Blocked) {
	p.title("Blocked, and why")
	if len(all) == 0 {
		p.line("")
		p.line("  Nothing.")
	}
	for _, o := range portfolio.Obstacles(all) {
		var names []string
		for _, b := range o.Blocks {
			names = append(names, blockedText(b))
		}
		p.line("")
		p.wrap("  "+string(o.Rule)+" ", strings.Repeat(" ", 9), o.Message+" To do: "+o.Remedy)
		p.paragraph(strings.Repeat(" ", 9), p.some(names))
	}
}

// blockedText returns the subject of b, with the first day on which its button is
// enabled.
func blockedText(b portfolio.Blocked) string {
	var s string
	switch b.Kind {
	case portfolio.BlockedOffer:
		s = b.Offer.Title() + " of " + b.Company
	case portfolio.BlockedOrder:
		s = portfolio.Words(b.Order.String()) + " of " + b.Customer
	default:
		s = b.Claim
	}
	if !b.Opens.IsZero() {
		s += " (enabled from " + b.Opens.String() + ")"
	}
	return s
}

// competing writes the pairs of competing claims.
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

// fewPairs is the number of pairs that are listed without -all.
const fewPairs = 12

func (p *page) pair(r portfolio.Pair) {
	p.line("")
	customer := cmp.Or(r.Customer, r.Pair.Tenant.String())
	p.paragraph("  ", r.Pair.First+" and "+r.Pair.Second+": "+portfolio.Words(r.Pair.Relation.String())+", on "+customer)
	p.field("Share", p.units(r.Pair.Units))
	switch {
	case r.Pair.BothApproved:
		p.field("Holds", "both are approved, which the rules exclude")
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

// units returns the names of what is claimed.
func (p *page) units(units []cpor.Unit) string {
	return p.some(portfolio.Texts(units))
}
