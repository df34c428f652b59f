package main

import (
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
func (t agendaTask) Actor() string { return portfolio.ActorText(t.Who) }

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

// overdue counts the tasks whose day has passed without an excuse.
func overdue(tasks []task) int {
	n := 0
	for _, t := range tasks {
		if t.Timing == cpor.Overdue {
			n++
		}
	}
	return n
}
