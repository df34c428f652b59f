package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// An agendaDay is what is to be done on a day, or at any time if it has none.
type agendaDay struct {
	By       calendar.Date
	Distance string
	Past     bool
	Tasks    []agendaTask
}

// An agendaTask is a task with its actor and its state as badges.
type agendaTask struct {
	task
	State *badge
}

// Actor is who has to act.
func (t agendaTask) Actor() string { return actorText(t.Who) }

// agenda puts tasks under their days, in their order: overdue ones first, those
// without a day last.
func agenda(tasks []task, on calendar.Date) []agendaDay {
	var days []agendaDay
	for _, t := range tasks {
		if len(days) == 0 || days[len(days)-1].By != t.By {
			past := !t.By.IsZero() && t.By.Before(on)
			days = append(days, agendaDay{By: t.By, Distance: distance(t.By, on), Past: past})
		}
		last := &days[len(days)-1]
		last.Tasks = append(last.Tasks, agendaTask{t, taskState(t)})
	}
	return days
}

// taskState is nil for what is open, as most things are.
func taskState(t task) *badge {
	switch {
	case t.Timing == cpor.Overdue:
		return &badge{bad, "overdue"}
	case t.Timing == cpor.TimingUnknown:
		return &badge{notice, "perhaps overdue"}
	case t.Blocked:
		return &badge{bad, "blocked at present"}
	}
	return nil
}

// An obstacle is why some things cannot go on.
type obstacle struct {
	portfolio.Cause
	Things []thing
	More   int // how many things are not on the page
}

// A thing is something that an obstacle blocks.
type thing struct {
	What, Of string
	Until    calendar.Date // the last day on which it does, if that is known
}

// obstacles sorts what is blocked by what blocks it, in the order of the rules.
func obstacles(all []portfolio.Blocked) []obstacle {
	var found []obstacle
	for _, b := range all {
		for _, why := range b.Why {
			i := slices.IndexFunc(found, func(o obstacle) bool { return sameCause(o.Cause, why) })
			if i < 0 {
				i = len(found)
				found = append(found, obstacle{Cause: why})
			}
			found[i].Things = append(found[i].Things, blockedThing(b, why))
		}
	}
	for i := range found {
		found[i].Things, found[i].More = most(found[i].Things)
	}
	slices.SortStableFunc(found, func(a, b obstacle) int {
		return cmp.Or(cmp.Compare(subject(a.Rule), subject(b.Rule)), cmp.Compare(a.Rule, b.Rule))
	})
	return found
}

func sameCause(a, b portfolio.Cause) bool {
	a.From, b.From = calendar.Date{}, calendar.Date{}
	return a == b
}

// subject puts the rules on offers before those on customers and those on claims.
func subject(rule string) int {
	family, _, _ := strings.Cut(rule, "-")
	return slices.Index([]string{"ELG", "AGR", "CPR"}, family)
}

func blockedThing(b portfolio.Blocked, why portfolio.Cause) thing {
	t := thing{Until: why.From.AddDays(-1)}
	switch b.Kind {
	case portfolio.BlockedOffer:
		t.What, t.Of = b.Offer.Title(), b.Company
	case portfolio.BlockedOrder:
		t.What, t.Of = sentence(words(b.Order.String())), b.Customer
	case portfolio.BlockedDraft:
		t.What, t.Of = "Draft "+b.Claim, b.Customer
	default:
		t.What, t.Of = b.Claim, b.Customer
	}
	return t
}
