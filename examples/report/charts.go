package main

import (
	"strconv"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// yearsScale shows what lies behind for most of a year, and what comes until the
// last of some memberships is over, but no more than a year and two months.
func yearsScale(of []portfolio.Answer, on calendar.Date) scale {
	s := scale{on.AddMonths(-9), on.AddMonths(3)}
	for i := range of {
		if a := &of[i]; !a.Held.Window.IsZero() {
			s.to = calendar.Max(s.to, a.Held.Window.Last().AddMonths(1))
		}
	}
	s.to = calendar.Min(s.to, on.AddMonths(14))
	if s.from.IsZero() {
		s.from = on
	}
	if s.to.IsZero() {
		s.to = on.AddDays(1)
	}
	return s
}

// membershipsChart shows the paid years and renewal windows of all companies. It
// is nil if nothing is known of any.
func membershipsChart(r *portfolio.Report) *chart {
	var all []portfolio.Answer
	for i := range r.Companies {
		all = append(all, r.Companies[i].Memberships...)
	}
	s := yearsScale(all, r.On)
	c := newChart("memberships", "Paid years and renewal windows of all memberships around "+dayText(r.On), s, r.On)
	for i := range r.Companies {
		addMemberships(c, &r.Companies[i], s)
	}
	if len(c.Lanes) == 0 {
		return nil
	}
	return c
}

func addMemberships(c *chart, of *portfolio.Company, s scale) {
	headed := false
	for i := range of.Memberships {
		a := &of.Memberships[i]
		if a.Held.Window.IsZero() {
			continue
		}
		if !headed {
			c.head(of.Name)
			headed = true
		}
		c.membership(a, s)
	}
}

// membership draws the lane of a membership.
func (c *chart) membership(a *portfolio.Answer, s scale) {
	h := a.Held
	l := c.lane(a.Title, membershipNote(h))
	for i, y := range h.Years {
		first, _ := yearDays(h, i)
		l.bar(s, "year", first, y.Anniversary, "paid year "+strconv.Itoa(y.Number))
		if i > 0 {
			l.mark(s, "renewed", y.Provided, "renewed")
		}
	}
	class := "window"
	if h.Standing == portfolio.Lapsed || h.Standing == portfolio.Ended {
		class = "window past"
	}
	l.bar(s, class, h.Window.First(), h.Window.Last(), "renewal window")
}

// yearDays returns the first and the last day of a paid year: later ones begin
// after the anniversary date before them.
func yearDays(h *portfolio.Held, i int) (first, last calendar.Date) {
	first, last = h.Years[i].Base, h.Years[i].Anniversary
	if i > 0 {
		first = first.AddDays(1)
	}
	return first, last
}

func membershipNote(h *portfolio.Held) string {
	switch h.Standing {
	case portfolio.Running:
		return "window opens " + dayText(h.Window.First())
	case portfolio.Renewable:
		return "window open to " + dayText(h.Window.Last())
	case portfolio.Lapsed:
		return "lapsed " + dayText(h.LastAccess.AddDays(1))
	case portfolio.Ended:
		return "no longer active"
	}
	return "not known to be active"
}

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

// clockDays is how far the chart of claims reaches to either side, in days.
const clockDays = 45

// mostLanes is how many clocks it shows: the table below it lists more.
const mostLanes = 60

// claimsChart shows the claims whose clock runs: from the day on which each came
// to its status to the day by which something is due. It is nil if no clock runs.
func claimsChart(r *portfolio.Report) *chart {
	if r.Claims == nil {
		return nil
	}
	s := scale{r.On.AddDays(-clockDays), r.On.AddDays(clockDays)}
	if s.from.IsZero() || s.to.IsZero() {
		return nil
	}
	c := newChart("clocks", "Clocks of claims around "+dayText(r.On), s, r.On)
	for i := range r.Claims.Claims {
		if len(c.Lanes) < mostLanes && clockRuns(r.Claims.Claims[i].Due) {
			c.clock(&r.Claims.Claims[i], s, r.On)
		}
	}
	if len(c.Lanes) == 0 {
		return nil
	}
	return c
}

func clockRuns(d *cpor.Deadline) bool {
	return d != nil && d.Task != 0 && d.Timing != cpor.TimingClosed && !d.Through.IsZero()
}

func (c *chart) clock(of *portfolio.Claim, s scale, on calendar.Date) {
	d, text := of.Due, of.Claim.ID
	if of.Customer != "" {
		text += ", " + of.Customer
	}
	l := c.lane(text, clockNote(d))
	l.bar(s, clockClass(d), of.Standing.Since, d.Through, portfolio.Words(d.Task.String()))
	if d.Timing == cpor.TimingOverdue || d.Timing == cpor.TimingUnknown {
		l.bar(s, "late", d.Through.AddDays(1), on, portfolio.Words(d.Timing.String()))
	}
	l.markEnd(s, "end", d.Through, "last day")
}

func clockClass(d *cpor.Deadline) string {
	if d.Timing == cpor.TimingExcused {
		return "over"
	}
	return "use"
}

func clockNote(d *cpor.Deadline) string {
	s := d.By.String() + ": " + portfolio.Words(d.Task.String())
	switch d.Timing {
	case cpor.TimingOpen:
		return sentence(s) + " by " + dayText(d.Through)
	case cpor.TimingUnknown:
		return sentence(s) + ", perhaps overdue"
	}
	return sentence(s) + ", " + portfolio.Words(d.Timing.String())
}
