package main

import (
	"strconv"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// yearsScale returns a scale from nine months before on until the last renewal
// window has closed, but at most 14 months after on.
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

// membershipsChart returns the chart of paid years and renewal windows of all
// companies, or nil if no renewal window is known.
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

// membership adds the lane of a membership.
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
	if h.Phase == eligibility.Lapsed {
		class = "window past"
	}
	l.bar(s, class, h.Window.First(), h.Window.Last(), "renewal window")
}

// yearDays returns the first and the last day of a paid year. A paid year after the
// first begins on the day after the previous anniversary date.
func yearDays(h *portfolio.Held, i int) (first, last calendar.Date) {
	first, last = h.Years[i].Base, h.Years[i].Anniversary
	if i > 0 {
		first = first.AddDays(1)
	}
	return first, last
}

func membershipNote(h *portfolio.Held) string {
	switch h.Phase {
	case eligibility.Running:
		return "window opens " + dayText(h.Window.First())
	case eligibility.InWindow:
		return "window open through " + dayText(h.Window.Last())
	case eligibility.Lapsed:
		return "lapsed " + dayText(h.LastAccess.AddDays(1))
	}
	return "unknown whether active"
}

// benefitsChart returns the chart of a membership and its benefits, or nil if there
// are no benefits. Benefits with the same state and days share a lane.
func benefitsChart(a *portfolio.Answer, id string, on calendar.Date) *chart {
	if len(a.Benefits) == 0 {
		return nil
	}
	s := yearsScale([]portfolio.Answer{*a}, on)
	c := newChart(id, a.Title+": how long its benefits can be redeemed and used", s, on)
	if !a.Held.Window.IsZero() {
		c.membership(a, s)
	}
	for _, group := range alikeBenefits(a, s) {
		c.benefits(group, s)
	}
	return c
}

// alikeBenefits returns the benefits on the chart, grouped by state and days.
func alikeBenefits(a *portfolio.Answer, s scale) [][]portfolio.Benefit {
	type key struct {
		state                    benefits.State
		activateBy, redeem, last calendar.Date
	}
	var groups [][]portfolio.Benefit
	at := map[key]int{}
	for _, b := range a.Benefits {
		first, last := benefitDays(b)
		if !s.shows(first, last) {
			continue
		}
		k := key{b.Status.State, b.Term.ActivateBy, b.UseBy(), last}
		i, found := at[k]
		if !found {
			i, at[k] = len(groups), len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], b)
	}
	return groups
}

// benefitDays returns the days on which a benefit can be redeemed or used.
func benefitDays(b portfolio.Benefit) (first, last calendar.Date) {
	last = b.UseBy()
	if b.Status.State == benefits.RedeemedOfNoUse {
		last = b.Term.Expiry
	}
	if b.Status.State != benefits.ExpiredUnredeemed && !b.Term.LastUse.IsZero() {
		last = b.Term.LastUse
	}
	return b.Term.Provided, last
}

// fewNames is the number of benefits that a lane names.
const fewNames = 2

// benefits adds the lane of benefits with the same state and days.
func (c *chart) benefits(alike []portfolio.Benefit, s scale) {
	b := alike[0]
	var names []string
	for _, b := range alike {
		names = append(names, b.ID)
	}
	first, last := benefitDays(b)
	switch b.Status.State {
	case benefits.InUse:
		l := c.lane(portfolio.Some(names, fewNames), "usable through "+dayText(last))
		l.bar(s, "use", first, last, "provided, in use")
		l.markEnd(s, "end", last, "last day to use")
	case benefits.Available, benefits.NotYetProvided, benefits.StateUnknown:
		l := c.lane(portfolio.Some(names, fewNames), openNote(b))
		l.bar(s, "redeem", first, b.UseBy(), "provided, not redeemed")
		l.bar(s, "later", b.UseBy().AddDays(1), last, "usable once redeemed")
		l.markEnd(s, "activate", b.Term.ActivateBy, "13 months to redeem end")
		l.markEnd(s, "end", last, "last day to use")
	default:
		l := c.lane(portfolio.Some(names, fewNames), portfolio.Words(b.Status.State.String())+" "+dayText(last))
		l.bar(s, "over", first, last, "provided, "+portfolio.Words(b.Status.State.String()))
		l.markEnd(s, "gone", last, "over")
	}
}

func openNote(b portfolio.Benefit) string {
	note := "redeem by " + dayText(b.UseBy())
	if b.Status.State == benefits.StateUnknown {
		note = "perhaps redeemed; " + note
	}
	return note
}

// deadlineDays is the number of days that the chart of claims shows before and after
// the day of the report.
const deadlineDays = 45

// mostLanes is the maximum number of deadlines on the chart. The table has more.
const mostLanes = 60

// claimsChart returns the chart of claims with a deadline, or nil if there are
// none. A bar runs from the day on which the claim entered its status to the last
// day of the deadline.
func claimsChart(r *portfolio.Report) *chart {
	if r.Claims == nil {
		return nil
	}
	s := scale{r.On.AddDays(-deadlineDays), r.On.AddDays(deadlineDays)}
	if s.from.IsZero() || s.to.IsZero() {
		return nil
	}
	c := newChart("deadlines", "Deadlines of claims around "+dayText(r.On), s, r.On)
	for claim := range r.Claims.All {
		if hasDeadline(claim.Due) {
			c.deadline(&claim, s, r.On)
		}
		if len(c.Lanes) == mostLanes {
			break
		}
	}
	if len(c.Lanes) == 0 {
		return nil
	}
	return c
}

func hasDeadline(d *cpor.Deadline) bool {
	return d != nil && d.Task != 0 && d.Timing != cpor.TimingClosed && !d.Through.IsZero()
}

func (c *chart) deadline(of *portfolio.Claim, s scale, on calendar.Date) {
	d, text := of.Due, of.Claim.ID
	if of.Customer != "" {
		text += ", " + of.Customer
	}
	l := c.lane(text, deadlineNote(d))
	l.bar(s, deadlineClass(d), of.State.Since, d.Through, portfolio.Words(d.Task.String()))
	if d.Timing == cpor.TimingOverdue || d.Timing == cpor.TimingUnknown {
		l.bar(s, "late", d.Through.AddDays(1), on, portfolio.Words(d.Timing.String()))
	}
	l.markEnd(s, "end", d.Through, "last day")
}

func deadlineClass(d *cpor.Deadline) string {
	if d.Timing == cpor.TimingExcused {
		return "over"
	}
	return "use"
}

func deadlineNote(d *cpor.Deadline) string {
	s := d.By.String() + ": " + portfolio.Words(d.Task.String())
	switch d.Timing {
	case cpor.TimingOpen:
		return sentence(s) + " by " + dayText(d.Through)
	case cpor.TimingUnknown:
		return sentence(s) + ", perhaps overdue"
	}
	return sentence(s) + ", " + portfolio.Words(d.Timing.String())
}
