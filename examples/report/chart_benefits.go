package main

import (
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// benefitsChart shows the memberships of a company with their benefits. It is
// nil if there are none. Benefits of a membership that are alike share a lane.
func benefitsChart(of *portfolio.Company, id string, on calendar.Date) *chart {
	s := yearsScale(of.Memberships, on)
	c := newChart(id+"-time", "Benefits of "+of.Name+": until when they can be redeemed and are of use", s, on)
	any := false
	for i := range of.Memberships {
		a := &of.Memberships[i]
		alike := alikeBenefits(a, s)
		if len(alike) == 0 {
			continue
		}
		any = true
		c.head(a.Title)
		if !a.Held.Window.IsZero() {
			c.membershipLine(a, s)
		}
		for _, group := range alike {
			c.benefits(group, s)
		}
	}
	if !any {
		return nil
	}
	return c
}

// membershipLine draws the paid years above the benefits of a membership.
func (c *chart) membershipLine(a *portfolio.Answer, s scale) {
	c.membership(a, s)
	c.Lanes[len(c.Lanes)-1].Text = "Paid years"
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
		l := c.lane(some(names, fewNames), "of use to "+dayText(last))
		l.bar(s, "use", first, last, "in use")
		l.mark(s, "end", last, "last day of use")
	case benefits.Available, benefits.NotYetProvided, benefits.StateUnknown:
		l := c.lane(some(names, fewNames), openNote(b))
		l.bar(s, "redeem", first, b.Term.RedeemThrough, "to be redeemed")
		l.bar(s, "later", b.Term.RedeemThrough.AddDays(1), last, "of use if redeemed")
		l.mark(s, "activate", b.Term.ActivateBy, "13 months to redeem end")
		l.mark(s, "end", last, "last day of use")
	default:
		l := c.lane(some(names, fewNames), words(b.Standing.State.String())+" "+dayText(last))
		l.bar(s, "over", first, last, words(b.Standing.State.String()))
		l.mark(s, "gone", last, "over")
	}
}

func openNote(b portfolio.Benefit) string {
	note := "redeem by " + dayText(b.Term.RedeemThrough)
	if b.Standing.State == benefits.StateUnknown {
		note = "perhaps redeemed; " + note
	}
	return note
}
