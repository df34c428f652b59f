package cpor_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

// example21 is the history of worked example 21.
func example21() []Step {
	return []Step{
		{Status: Editing, On: date("2020-07-01")},
		{Status: Submitted, On: date("2020-07-02")},
		{Status: UnderReview, On: date("2020-07-03")},
		{Status: PartnerActionRequired, On: date("2020-07-06")},
		{Status: Submitted, On: date("2020-07-08")},
		{Status: UnderReview, On: date("2020-07-09")},
		{Status: Approved, On: date("2020-07-14")},
	}
}

func caseClaim() Claim {
	c := claimsOf(1)[0]
	c.Status = StatusUnknown
	return c
}

// CPR-54: the fields that follow from a history, after each of its steps.
func TestCase_Resolve(t *testing.T) {
	history := example21()
	for n, want := range []Claim{
		{Status: Editing},
		{Status: Submitted, Submitted: date("2020-07-02")},
		{Status: UnderReview, Submitted: date("2020-07-02")},
		{Status: PartnerActionRequired, Submitted: date("2020-07-02")},
		{Status: Submitted, Submitted: date("2020-07-02")},
		{Status: UnderReview, Submitted: date("2020-07-02")},
		{Status: Approved, Submitted: date("2020-07-02"), Approved: date("2020-07-14")},
	} {
		got, err := Case{caseClaim(), history[:n+1]}.Resolve(date("2020-07-14"))
		if err != nil || got.Status != want.Status || got.Begins != date("2020-07-01") || got.Submitted != want.Submitted || got.Approved != want.Approved {
			t.Errorf("after step %d: %+v, %v, want %+v", n, got, err, want)
		}
		// The claim agrees with its own history.
		if again, err := (Case{got, history[:n+1]}).Resolve(date("2020-07-14")); err != nil || again.Status != got.Status {
			t.Errorf("after step %d: %v", n, err)
		}
	}
	var days calendar.BusinessCalendar
	state, err := Replay(history[:5], days)
	if err != nil {
		t.Fatal(err)
	}
	if due, err := NextDeadline(state, date("2020-07-08"), days); err != nil || due.Task != TaskInitialReview || due.Through != date("2020-07-15") {
		t.Errorf("the deadline does not count from the last submission: %+v, %v", due, err)
	}
}

// CPR-54: an approval counts only while the claim is approved.
func TestCase_ApprovedNoLonger(t *testing.T) {
	history := append(example21(), Step{Status: Rejected, On: date("2020-07-15"), Cause: CustomerDeclined})
	got, err := Case{caseClaim(), history}.Resolve(today.AddDays(100))
	if err != nil || !got.Approved.IsZero() || got.Status != Rejected {
		t.Errorf("%+v, %v", got, err)
	}
	history = append(history, Step{Status: UnderReview, On: date("2020-07-16")}, Step{Status: Approved, On: date("2020-07-20")})
	got, err = Case{caseClaim(), history}.Resolve(today.AddDays(100))
	if err != nil || got.Approved != date("2020-07-20") {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCase_Errors(t *testing.T) {
	for want, spoil := range map[string]func(*Case, *calendar.Date){
		"on":              func(_ *Case, on *calendar.Date) { *on = calendar.Date{} },
		"history":         func(c *Case, _ *calendar.Date) { c.History = nil },
		"history[6].on":   func(_ *Case, on *calendar.Date) { *on = date("2020-07-13") },
		"history[1].on":   func(c *Case, _ *calendar.Date) { c.History[1].On = calendar.Date{} },
		"claim.status":    func(c *Case, _ *calendar.Date) { c.Claim.Status = UnderReview },
		"claim.begins":    func(c *Case, _ *calendar.Date) { c.Claim.Begins = date("2020-07-02") },
		"claim.submitted": func(c *Case, _ *calendar.Date) { c.Claim.Submitted = date("2020-07-08") },
		"claim.approved":  func(c *Case, _ *calendar.Date) { c.Claim.Approved = date("2020-07-13") },
		"claim.approved ": func(c *Case, _ *calendar.Date) { c.History, c.Claim.Approved = c.History[:6], date("2020-07-14") },
		"claim.partner":   func(c *Case, _ *calendar.Date) { c.Claim.Partner = PartnerID{} },
		"claim.ends":      func(c *Case, _ *calendar.Date) { c.Claim.Ends = date("2020-07-13") },
	} {
		c, on := Case{caseClaim(), example21()}, date("2020-07-14")
		spoil(&c, &on)
		var bad *partnerrules.InputError
		if got, err := c.Resolve(on); !errors.As(err, &bad) || bad.Path != strings.TrimSpace(want) || got.ID != "" {
			t.Errorf("%s: %+v, %v", want, got, err)
		}
	}
}
