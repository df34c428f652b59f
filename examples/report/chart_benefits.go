package main

import (
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// benefitsChart shows a membership and its benefits. It is nil if it has none to
// show. Benefits that are alike share a lane.
func benefitsChart(a *portfolio.Answer, id string, on calendar.Date) *chart {
	if len(a.Benefits) == 0 {
		return nil
	}
	s := yearsScale([]portfolio.Answer{*a}, on)
	c := newChart(id, a.Title+": until when its benefits can be redeemed and are of use", s, on)
	if !a.Held.Window.IsZero() {
		c.membership(a, s)
	}
	for _, group := range alikeBenefits(a, s) {
		c.benefits(group, s)
	}
	return c
}

// alikeBenefits returns the benefits that are on the chart, those together that
// are in one state with the same days.
func alikeBenefits(a *portfolio.Answer, s scale) [][]portfolio.Benefit {
	type key struct {
		state                    benefits.State
		activateBy, redeem, last calendar.Date
	}
	var groups [][]portfolio.Benefit
	at := map[key]int{}
	for _, b := range a.Benefits {
		if first, last := benefitDays(b); !s.shows(first, last) {
			continue
		}
		k := key{b.Standing.State, b.Term.ActivateBy, b.Term.RedeemThrough, b.Term.LastUse}
		i, found := at[k]
		if !found {
			i, at[k] = len(groups), len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], b)
	}
	return groups
}

// benefitDays returns the days on which a benefit could be redeemed or used.
func benefitDays(b portfolio.Benefit) (first, last calendar.Date) {
	last = b.Term.RedeemThrough
	if b.Standing.State != benefits.ExpiredUnredeemed && !b.Term.LastUse.IsZero() {
		last = b.Term.LastUse
	}
	return b.Term.Provided, last
}

// fewNames is how many benefits of a lane are named.
const fewNames = 2

// benefits draws the lane of benefits that are alike.
func (c *chart) benefits(alike []portfolio.Benefit, s scale) {
	b := alike[0]
	var names []string
	for _, b := range alike {
		names = append(names, b.ID)
	}
	first, last := benefitDays(b)
	switch b.Standing.State {
	case benefits.InUse:
		l := c.lane(portfolio.Some(names, fewNames), "of use to "+dayText(last))
		l.bar(s, "use", first, last, "provided, in use")
		l.markEnd(s, "end", last, "last day of use")
	case benefits.Available, benefits.NotYetProvided, benefits.StateUnknown:
		l := c.lane(portfolio.Some(names, fewNames), openNote(b))
		l.bar(s, "redeem", first, b.Term.RedeemThrough, "provided, to be redeemed")
		l.bar(s, "later", b.Term.RedeemThrough.AddDays(1), last, "of use if redeemed")
		l.markEnd(s, "activate", b.Term.ActivateBy, "13 months to redeem end")
		l.markEnd(s, "end", last, "last day of use")
	default:
		l := c.lane(portfolio.Some(names, fewNames), portfolio.Words(b.Standing.State.String())+" "+dayText(last))
		l.bar(s, "over", first, last, "provided, "+portfolio.Words(b.Standing.State.String()))
		l.markEnd(s, "gone", last, "over")
	}
}

func openNote(b portfolio.Benefit) string {
	note := "redeem by " + dayText(b.Term.RedeemThrough)
	if b.Standing.State == benefits.StateUnknown {
		note = "perhaps redeemed; " + note
	}
	return note
}
