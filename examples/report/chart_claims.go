package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

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
	return d != nil && d.Task != 0 && d.Timing != cpor.Closed && !d.Through.IsZero()
}

func (c *chart) clock(of *portfolio.Claim, s scale, on calendar.Date) {
	d, text := of.Due, of.Claim.ID
	if of.Customer != "" {
		text += ", " + of.Customer
	}
	l := c.lane(text, clockNote(d))
	l.bar(s, clockClass(d), of.Standing.Since, d.Through, portfolio.Words(d.Task.String()))
	if d.Timing == cpor.Overdue || d.Timing == cpor.TimingUnknown {
		l.bar(s, "late", d.Through.AddDays(1), on, portfolio.Words(d.Timing.String()))
	}
	l.markEnd(s, "end", d.Through, "last day")
}

func clockClass(d *cpor.Deadline) string {
	if d.Timing == cpor.Excused {
		return "over"
	}
	return "use"
}

func clockNote(d *cpor.Deadline) string {
	s := d.By.String() + ": " + portfolio.Words(d.Task.String())
	switch d.Timing {
	case cpor.Open:
		return sentence(s) + " by " + dayText(d.Through)
	case cpor.TimingUnknown:
		return sentence(s) + ", perhaps overdue"
	}
	return sentence(s) + ", " + portfolio.Words(d.Timing.String())
}
