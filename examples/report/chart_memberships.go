package main

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
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
