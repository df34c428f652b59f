package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A task is one thing to do, as a person would list it. The benefits that a company
// must redeem by one day are one task. So are the customers that need the same
// action without a deadline.
type task struct {
	By      calendar.Date // zero if there is no deadline
	Timing  cpor.Timing
	Who     portfolio.Actor
	Kind    portfolio.ActionKind
	Title   string
	About   string // a company or a customer
	Parts   []part
	Rules   []partnerrules.RuleID
	Blocked bool

	id string // the same in every report; see uids
}

// A part is a subject of a task: benefits of a membership, or customers.
type part struct {
	Of    string   // the title of the offer, or empty
	Names []string // empty if the title of the task has the name
}

// String returns, for example, "Legacy Silver: defender, intune".
func (p part) String() string {
	if p.Of == "" || len(p.Names) == 0 {
		return p.Of + strings.Join(p.Names, ", ")
	}
	return p.Of + ": " + strings.Join(p.Names, ", ")
}

// tasksOf groups actions into tasks and sorts them by day.
func tasksOf(actions []portfolio.Action) []task {
	var tasks []task
	at := map[string]int{}
	for _, a := range actions {
		key, shared := sharedKey(a)
		i, found := at[key]
		if !shared || !found {
			i, at[key] = len(tasks), len(tasks)
			tasks = append(tasks, newTask(a))
		}
		tasks[i].add(a)
	}
	for i := range tasks {
		tasks[i].name()
	}
	slices.SortStableFunc(tasks, task.compare)
	return tasks
}

// compare compares by day. Tasks without a day come last. Renewals come first on
// their day.
func (t task) compare(u task) int {
	return cmp.Or(
		first(!t.By.IsZero(), !u.By.IsZero()),
		t.By.Compare(u.By),
		first(t.Kind == portfolio.RenewMembership, u.Kind == portfolio.RenewMembership),
	)
}

// first orders true before false.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// sharedKey returns a key that is equal for the actions of one task. It returns
// false if the action is always a task of its own.
func sharedKey(a portfolio.Action) (key string, shared bool) {
	parts := []string{a.By.String(), a.Timing.String(), string(a.Who), string(a.Kind), a.Company, strconv.FormatBool(a.Blocked)}
	if a.By.IsZero() {
		parts = append(parts, a.Text)
	}
	return strings.Join(parts, "\x00"), ofBenefit(a.Kind) || a.By.IsZero()
}

func ofBenefit(k portfolio.ActionKind) bool {
	return k == portfolio.RedeemBenefit || k == portfolio.UseBenefit
}

func newTask(a portfolio.Action) task {
	return task{
		By: a.By, Timing: a.Timing, Who: a.Who, Kind: a.Kind, Blocked: a.Blocked,
		Title: sentence(a.Text), About: a.Company, id: taskID(a),
	}
}

// add adds the subject of an action.
func (t *task) add(a portfolio.Action) {
	if a.Rule != "" && !slices.Contains(t.Rules, a.Rule) {
		t.Rules = append(t.Rules, a.Rule)
	}
	switch {
	case ofBenefit(a.Kind):
		t.addTo(a.Offer.Title(), a.Benefit)
	case a.By.IsZero() && a.Customer != "":
		t.addTo("", a.Customer)
	case a.Customer != "":
		t.About = a.Customer
	}
}

func (t *task) addTo(of, name string) {
	i := slices.IndexFunc(t.Parts, func(p part) bool { return p.Of == of })
	if i < 0 {
		i = len(t.Parts)
		t.Parts = append(t.Parts, part{Of: of})
	}
	t.Parts[i].Names = append(t.Parts[i].Names, name)
}

// name sets the title of a task with several benefits.
func (t *task) name() {
	n := 0
	for _, p := range t.Parts {
		n += len(p.Names)
	}
	switch {
	case n < 2 && ofBenefit(t.Kind):
		t.Parts[0].Names = nil
	case t.Kind == portfolio.RedeemBenefit:
		t.Title = "Redeem " + portfolio.Count(n, "benefit", "benefits")
	case t.Kind == portfolio.UseBenefit:
		t.Title = "Last day to use " + portfolio.Count(n, "benefit", "benefits")
	}
}

// An agendaDay lists the tasks of a day. Its day is zero for tasks without a
// deadline.
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

// Actor returns the name of the actor.
func (t agendaTask) Actor() string { return portfolio.ActorText(t.Who) }

// agenda groups tasks by day, in their order.
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

// taskState returns the state of a task as a badge, or nil if it is open.
func taskState(t task) *badge {
	switch {
	case t.Timing == cpor.TimingOverdue:
		return &badge{bad, "overdue"}
	case t.Timing == cpor.TimingUnknown:
		return &badge{notice, "perhaps overdue"}
	case t.Blocked:
		return &badge{bad, "blocked at present"}
	}
	return nil
}

// overdue returns the number of tasks that are overdue.
func overdue(tasks []task) int {
	n := 0
	for _, t := range tasks {
		if t.Timing == cpor.TimingOverdue {
			n++
		}
	}
	return n
}
