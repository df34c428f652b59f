package cpor_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

// The borders of each move that hangs on a day, a cause, or what went before.
// Without a reason the move is legal.
func TestMovesOnTheirBorders(t *testing.T) {
	in2020, in2023 := editions()[0], editions()[1]
	for _, test := range []struct {
		p      Policy
		from   Standing
		step   Step
		reason Reason
		due    string
	}{
		// CPR-20: days do not decrease.
		{in2020, Standing{Status: Editing, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-06")}, 0, ""},
		{in2020, Standing{Status: Editing, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-05")}, DaysGoBack, ""},

		// CPR-23: the answer through the fifth business day, in 2023 the
		// fourteenth; only after it a rejection.
		{in2020, Standing{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-13")}, 0, ""},
		{in2020, Standing{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Submitted, On: date("2020-07-14")}, AnsweredTooLate, "2020-07-13"},
		{in2020, Standing{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Rejected, On: date("2020-07-13")}, RejectedTooEarly, "2020-07-13"},
		{in2020, Standing{Status: PartnerActionRequired, Since: date("2020-07-06")}, Step{Status: Rejected, On: date("2020-07-14")}, 0, ""},
		{in2023, Standing{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Submitted, On: date("2023-11-03")}, 0, ""},
		{in2023, Standing{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Submitted, On: date("2023-11-04")}, AnsweredTooLate, "2023-11-03"},
		{in2023, Standing{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Rejected, On: date("2023-11-03")}, RejectedTooEarly, "2023-11-03"},
		{in2023, Standing{Status: PartnerActionRequired, Since: date("2023-10-16")}, Step{Status: Rejected, On: date("2023-11-04")}, 0, ""},

		// CPR-22: a late decision is one.
		{in2020, Standing{Status: UnderReview, Since: date("2020-07-06")}, Step{Status: Rejected, On: date("2021-07-06")}, 0, ""},

		// CPR-25: the customer declines within seven days, in 2023 at any time.
		// An unknown cause may be another.
		{in2020, Standing{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2020-07-17"), Cause: CustomerDeclined}, 0, ""},
		{in2020, Standing{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2020-07-18"), Cause: CustomerDeclined}, DeclinedTooLate, "2020-07-17"},
		{in2020, Standing{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2020-07-18")}, 0, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: Rejected, On: date("2024-10-20"), Cause: CustomerDeclined}, 0, ""},

		// CPR-46: displaced at any time.
		{in2020, Standing{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2021-07-10"), Cause: Displaced}, 0, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: Rejected, On: date("2024-10-20"), Cause: Displaced}, 0, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: Displaced, Grounds: "won"}, MoveNotLegal, ""},

		// CPR-27: the partner ends it, by a status of its own in 2023, with grounds.
		{in2020, Standing{Status: Approved, Since: date("2020-07-10")}, Step{Status: Rejected, On: date("2021-07-10"), Cause: PartnerEnded}, 0, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: Rejected, On: date("2024-10-20"), Cause: PartnerEnded, Grounds: "sold"}, MoveNotLegal, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: PartnerEnded, Grounds: "sold"}, 0, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: PartnerEnded, Grounds: " \u2003"}, GroundsMissing, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Grounds: "sold"}, 0, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20")}, GroundsMissing, ""},
		{in2023, Standing{Status: Approved, Since: date("2023-10-20")}, Step{Status: RejectedFinal, On: date("2024-10-20"), Cause: CustomerDeclined, Grounds: "no"}, MoveNotLegal, ""},

		// CPR-26: a dispute within thirty days, in 2023 once.
		{in2020, Standing{Status: Rejected, Since: date("2020-07-10")}, Step{Status: UnderReview, On: date("2020-08-09")}, 0, ""},
		{in2020, Standing{Status: Rejected, Since: date("2020-07-10")}, Step{Status: UnderReview, On: date("2020-08-10")}, DisputedTooLate, "2020-08-09"},
		{in2020, Standing{Status: Rejected, Since: date("2020-07-10"), Disputed: true}, Step{Status: UnderReview, On: date("2020-08-09")}, 0, ""},
		{in2023, Standing{Status: Rejected, Since: date("2023-11-10")}, Step{Status: Dispute, On: date("2023-12-10")}, 0, ""},
		{in2023, Standing{Status: Rejected, Since: date("2023-11-10")}, Step{Status: Dispute, On: date("2023-12-11")}, DisputedTooLate, "2023-12-10"},
		{in2023, Standing{Status: Rejected, Since: date("2023-11-10"), Disputed: true}, Step{Status: Dispute, On: date("2023-12-10")}, DisputedTwice, ""},
	} {
		after, err := test.p.Move(test.from, test.step, calendar.BusinessCalendar{})
		var fault *StepError
		switch {
		case test.reason == 0 && (err != nil || after.Status != test.step.Status):
			t.Errorf("%v: %+v, %+v: %v, %v", test.p, test.from, test.step, after, err)
		case test.reason == 0:
		case !errors.As(err, &fault) || fault.Reason != test.reason || after != test.from:
			t.Errorf("%v: %+v, %+v: %v, %v, want %v", test.p, test.from, test.step, after, err, test.reason)
		case test.due == "" && !fault.Due.IsZero(), test.due != "" && fault.Due != date(test.due):
			t.Errorf("%v: %+v, %+v: due %v, want %q", test.p, test.from, test.step, fault.Due, test.due)
		}
	}
}

// A step leaves the claim where it says; that it was disputed is not forgotten,
// and nothing but a dispute makes it so.
func TestWhatAStepLeaves(t *testing.T) {
	in2020, in2023 := editions()[0], editions()[1]
	for _, test := range []struct {
		p        Policy
		from, to Status
		was, is  bool
	}{
		{in2020, Submitted, UnderReview, false, false},
		{in2020, Submitted, UnderReview, true, true},
		{in2020, Rejected, UnderReview, false, true},
		{in2020, Approved, Rejected, false, false},
		{in2020, Approved, Rejected, true, true},
		{in2023, Submitted, UnderReview, false, false},
		{in2023, Rejected, Dispute, false, true},
		{in2023, Dispute, Approved, true, true},
	} {
		for _, told := range []Tri{No, Unknown, Yes} {
			step := Step{Status: test.to, On: today, Competes: told.Not(), Told: told}
			after, err := test.p.Move(Standing{Status: test.from, Since: today, Disputed: test.was, Competes: Yes, Told: Yes}, step, calendar.BusinessCalendar{})
			if want := (Standing{Status: test.to, Since: today, Disputed: test.is, Competes: told.Not(), Told: told}); err != nil || after != want {
				t.Errorf("%v: %v to %v: %+v, %v, want %+v", test.p, test.from, test.to, after, err, want)
			}
		}
	}
}
