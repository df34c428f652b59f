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
				if due.By != due.Task.By() || due.Task.Rule() == "" || due.On != want || due.Policy != p || due.State.Status != status {
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

// CPR-44 and CPR-45: the notes depend on the status, and on whether the claim competes.
// An approved claim without an open deadline needs nothing more.
func TestDeadline_Notes(t *testing.T) {
	for _, begins := range []calendar.Date{today, date("2023-10-10")} {
		for s := Editing; s <= Rejected; s++ {
			for _, competes := range []Tri{No, Unknown, Yes} {
				for _, later := range []int{0, 400} {
					at := ClaimState{Status: s, Since: begins, Begins: begins, Competes: competes}
					due, err := NextDeadline(at, begins.AddDays(later), calendar.BusinessCalendar{})
					if err != nil {
						t.Fatal(err)
					}
					var want []string
					switch {
					case s == PartnerActionRequired:
						want = []string{"answer-in-comments CPR-44"}
					case s == UnderReview && competes == Yes:
						want = []string{"answer-in-comments CPR-44", "review-may-take-longer CPR-45"}
					case s == Approved && (later > 0 || begins != today):
						want = []string{"nothing-to-do CPR-25"}
					}
					checkNotes(t, want, due.Notes())
				}
			}
		}
	}
	unknown, err := NextDeadline(ClaimState{Status: Approved, Since: date("2023-10-10")}, date("2023-10-10"), calendar.BusinessCalendar{})
	if err != nil {
		t.Fatal(err)
	}
	checkNotes(t, nil, unknown.Notes())
}

// The last day of the decision adds the days of the tasks before it. Example 7 of the
// seeds' edition: submitted on Monday 2020-07-06.
func TestNextDeadline_DecisionBy(t *testing.T) {
	for _, test := range []struct {
		at   ClaimState
		want string // "": no day
	}{
		{ClaimState{Status: Editing, Since: today}, ""},
		{ClaimState{Status: Submitted, Since: today}, "2020-07-20"},
		{ClaimState{Status: UnderReview, Since: today}, "2020-07-13"},
		{ClaimState{Status: UnderReview, Since: today, Competes: Yes}, "2020-07-13"},
		{ClaimState{Status: UnderReview, Since: today, Competes: Yes, Notified: Yes}, ""},
		{ClaimState{Status: PartnerActionRequired, Since: today}, "2020-07-27"},
		{ClaimState{Status: Approved, Since: today}, ""},
		{ClaimState{Status: Rejected, Since: today}, ""},
		{ClaimState{Status: Submitted, Since: date("2023-10-10"), Begins: date("2023-10-10")}, "2023-11-06"},
		{ClaimState{Status: Submitted, Since: date("2023-10-10")}, ""},
		{ClaimState{Status: Dispute, Since: date("2023-10-10")}, "2023-10-17"},
	} {
		due, err := NextDeadline(test.at, test.at.Since, calendar.BusinessCalendar{})
		if got := due.DecisionBy.String(); err != nil || got != test.want && (test.want != "" || !due.DecisionBy.IsZero()) {
			t.Errorf("%+v: %v, %v, want %q", test.at, got, err, test.want)
		}
	}
}

func TestTask_Zero(t *testing.T) {
	if Task(0).Rule() != "" || Task(0).By() != 0 {
		t.Error("the zero Task has a rule or an actor")
	}
}
