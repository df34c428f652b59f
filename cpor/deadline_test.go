package cpor_test

import (
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// Deadlines in business days agree with counting day by day, and do not become
// earlier if the clock starts later.
func TestNextDeadline_BusinessDays(t *testing.T) {
	business := map[Edition]map[Status]int{
		Edition2020: {Submitted: 5, UnderReview: 5, PartnerActionRequired: 5},
		Edition2023: {Submitted: 5, UnderReview: 14, PartnerActionRequired: 14, Dispute: 5},
	}
	rapid.Check(t, func(t *rapid.T) {
		var holidays []calendar.Date
		for range rapid.IntRange(0, 5).Draw(t, "holidays") {
			holidays = append(holidays, today.AddDays(rapid.IntRange(0, 30).Draw(t, "holiday")))
		}
		days, err := calendar.NewBusinessCalendar(calendar.SaturdaySunday, holidays...)
		if err != nil {
			t.Fatal(err)
		}
		since := today.AddDays(rapid.IntRange(0, 30).Draw(t, "since"))
		for _, p := range editions() {
			for status, n := range business[p.Edition] {
				want := since
				for left := n; left > 0; {
					if want = want.AddDays(1); days.IsBusinessDay(want) {
						left--
					}
				}
				at := ClaimState{Status: status, Since: since, Competes: No}
				due, err := p.NextDeadline(at, want, days)
				after, _ := p.NextDeadline(at, want.AddDays(1), days)
				at.Since = since.AddDays(1)
				next, _ := p.NextDeadline(at, want, days)
				if err != nil || due.Through != want || !days.IsBusinessDay(due.Through) || due.Timing != TimingOpen || after.Timing != TimingOverdue || next.Through.Before(due.Through) {
					t.Fatalf("%v: %v from %v: %+v, %v, then %v, then %v; want %v", p, status, since, due, err, after.Timing, next.Through, want)
				}
				if due.By != due.Task.By() || due.Task.Rule() == "" || due.On != want || due.Policy != p {
					t.Fatalf("%+v", due)
				}
			}
			for _, status := range []Status{Editing, RejectedFinal} {
				due, err := p.NextDeadline(ClaimState{Status: status, Since: since}, since, days)
				if !has(p.Edition, status) {
					if err == nil {
						t.Fatalf("%v has a deadline for %v", p, status)
					}
					continue
				}
				if err != nil || due.Task != 0 || due.By != 0 || !due.Through.IsZero() || due.Timing != TimingOpen {
					t.Fatalf("%v: %+v, %v", status, due, err)
				}
			}
		}
	})
	due, err := Policy{Edition: Edition2023}.NextDeadline(ClaimState{Status: Rejected, Since: today, Disputed: true}, today, calendar.BusinessCalendar{})
	if err != nil || due.Task != 0 {
		t.Errorf("after a dispute: %+v, %v, want no task", due, err)
	}
}

// CPR-24: a late decision may be excused. The time to dispute or to decline closes.
func TestNextDeadline_Timing(t *testing.T) {
	for _, competes := range []Tri{No, Unknown, Yes} {
		for _, notified := range []Tri{No, Unknown, Yes} {
			at := ClaimState{Status: UnderReview, Since: today, Competes: competes, Notified: notified}
			due, err := NextDeadline(at, date("2020-07-14"), calendar.BusinessCalendar{})
			want := map[Tri]Timing{Yes: TimingExcused, Unknown: TimingUnknown, No: TimingOverdue}[min(competes, notified)]
			if err != nil || due.Timing != want {
				t.Errorf("competes: %v, notified: %v: %v, %v, want %v", competes, notified, due.Timing, err, want)
			}
		}
	}
	for status, want := range map[Status]Timing{Approved: TimingClosed, Rejected: TimingClosed} {
		if due, err := NextDeadline(ClaimState{Status: status, Since: today}, date("2020-09-14"), calendar.BusinessCalendar{}); err != nil || due.Timing != want {
			t.Errorf("%v: %v, %v", status, due.Timing, err)
		}
	}
}

func TestNextDeadline_DoesNotAllocate(t *testing.T) {
	at := ClaimState{Status: UnderReview, Since: today}
	if n := testing.AllocsPerRun(100, func() {
		if _, err := NextDeadline(at, today, calendar.BusinessCalendar{}); err != nil {
			t.Fatal(err)
		}
		if _, err := Apply(at, Step{Status: Approved, On: today}, calendar.BusinessCalendar{}); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// CPR-44: the task to answer has the note, overdue or not.
func TestDeadline_Notes(t *testing.T) {
	for s := Editing; s <= Rejected; s++ {
		for _, on := range []calendar.Date{today, today.AddDays(400)} {
			due, err := NextDeadline(ClaimState{Status: s, Since: today}, on, calendar.BusinessCalendar{})
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			if s == PartnerActionRequired {
				want = []string{"answer-in-comments CPR-44"}
			}
			checkNotes(t, want, due.Notes())
		}
	}
}

func TestTask_Zero(t *testing.T) {
	if Task(0).Rule() != "" || Task(0).By() != 0 {
		t.Error("the zero Task has a rule or an actor")
	}
}
