package main

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// nextEvents is the number of coming events that are listed.
const nextEvents = 3

// benefits writes the state of each benefit of a membership.
func (p *page) benefits(a portfolio.Answer) {
	for _, b := range a.Benefits {
		p.field("Benefit", b.ID+" ("+b.Category.Title()+", paid year "+strconv.Itoa(b.Year)+"): "+benefitText(b))
	}
}

// next writes the next events.
func (p *page) next(a portfolio.Answer, on calendar.Date) {
	label := "Next"
	for _, e := range a.Events[:min(len(a.Events), nextEvents)] {
		p.field(label, e.On.String()+nearby(", ", e.On, on)+": "+eventText(e, &a))
		label = ""
	}
}

// benefitCounts counts the benefits by state.
func benefitCounts(all []portfolio.Benefit) string {
	numbers := map[benefits.State]int{}
	for _, b := range all {
		numbers[b.Status.State]++
	}
	var texts []string
	for state := range partnerrules.Values[benefits.State]() {
		if n := numbers[state]; n > 0 && state != benefits.StateUnknown {
			texts = append(texts, strconv.Itoa(n)+" "+portfolio.Words(state.String()))
		}
	}
	if unknown := numbers[benefits.StateUnknown]; unknown > 0 {
		texts = append(texts, strconv.Itoa(unknown)+" unknown")
	}
	return strings.Join(texts, ", ")
}

// benefitText returns the state of a benefit, its last day, and what ends it.
func benefitText(b portfolio.Benefit) string {
	ends, ended := ": "+endText(b, "ends"), ": "+endText(b, "ended")
	switch b.Status.State {
	case benefits.Available:
		s := "available, last day to redeem " + dayText(b, b.Status.Until) + ends
		if !b.Term.LastUse.IsZero() {
			s += ". Once redeemed, usable through " + b.Term.LastUse.String()
		}
		return s + lateText(b)
	case benefits.InUse:
		return "in use, last day of use " + dayText(b, b.Status.Until) + ends
	case benefits.Expired:
		return "expired, last day of use " + dayText(b, b.Term.LastUse) + ended
	case benefits.LostWithMembership:
		return "lost with the membership, last day of use " + dayText(b, b.Term.LastUse) + ended
	case benefits.ExpiredUnredeemed:
		return "expired unredeemed, last day to redeem " + dayText(b, b.UseBy()) + ended + lateText(b)
	case benefits.RedeemedOfNoUse:
		return "redeemed of no use, last day of its own term " + dayText(b, b.Term.Expiry) + ended
	}
	if !b.Redeemed.IsZero() && b.Status.ByPurchase == benefits.Yes {
		return "unknown: no source settles the term of a benefit that is redeemed after the anniversary date of its paid year (BEN-15)"
	}
	return "unknown, depends on whether and when it was unlocked and redeemed (unlocked, redeemed, redeemedOn)"
}

// lateText returns until when a benefit can be redeemed after its own term. It is empty
// if it cannot.
func lateText(b portfolio.Benefit) string {
	through := b.Status.RedeemThrough
	if b.Status.EndedBy != benefits.PastExpiry || !b.UseBy().Before(through) {
		return ""
	}
	return ". Redeemed later, through " + through.String() + ", it is of no use"
}

// dayText returns a day, or what it depends on if it is unknown. Only the unlock day
// can be missing, since all renewals have their days.
func dayText(b portfolio.Benefit, d calendar.Date) string {
	switch {
	case !d.IsZero():
		return d.String()
	case b.Status.State == benefits.Available && !b.Status.Policy.EndsWithYearFrom.IsZero() && !b.Status.RedeemThrough.Before(b.Status.Policy.EndsWithYearFrom):
		return "unknown, depends on the day of redeeming (BEN-15)"
	}
	return "unknown, depends on the unlock day (unlocked)"
}

// endText returns what ends a benefit, or has ended it.
func endText(b portfolio.Benefit, verb string) string {
	switch r := b.Status.EndedBy; r {
	case benefits.PastActivateBy:
		return "its 13 months to redeem " + strings.TrimSuffix(verb, "s") + " (" + string(r.Rule()) + ")"
	case benefits.PastExpiry:
		return "its own term " + verb + " (" + string(b.TermRule()) + ")"
	case benefits.PastAccess:
		return "access " + verb + " with the renewal window (" + string(r.Rule()) + ")"
	}
	return "what " + verb + " it is unknown"
}

// eventText returns what happens on the day of an event.
func eventText(e benefits.Event, a *portfolio.Answer) string {
	b := a.Benefit(e)
	switch e.Kind {
	case benefits.NoticeBefore:
		return "a renewal notice goes out"
	case benefits.NoticeAfter:
		return "a further renewal notice goes out"
	case benefits.AnniversaryDate:
		return "the paid year ends"
	case benefits.WindowOpens:
		return "the renewal window opens"
	case benefits.WindowCloses:
		return "the renewal window closes"
	case benefits.AccessEnds:
		if !a.Held.Retired.IsZero() && !e.On.Before(a.Held.Retired) {
			return "no more access to the benefits"
		}
		return "no more access to the benefits, unless renewed"
	case benefits.ActivateBy:
		if b.UseBy().Before(e.On) {
			return "last day to redeem " + e.Benefit + ", by then of no use"
		}
		return "last day to redeem " + e.Benefit
	case benefits.LastUse:
		if b.IsOpen() && e.On == b.UseBy() {
			return "last day to redeem and use " + e.Benefit
		}
		return "last day to use " + e.Benefit
	}
	return e.Kind.String()
}
