package cpor_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// example21 is the history of worked example 21.
func example21() []Step {
	return []Step{
		{Status: Editing, On: date("2020-07-01")}, {Status: Submitted, On: date("2020-07-02")}, {Status: UnderReview, On: date("2020-07-03")},
		{Status: PartnerActionRequired, On: date("2020-07-06")}, {Status: Submitted, On: date("2020-07-08")},
		{Status: UnderReview, On: date("2020-07-09")}, {Status: Approved, On: date("2020-07-14")},
	}
}

func caseClaim() Claim {
	c := claimsOf(1)[0]
	c.Status = StatusUnknown
	return c
}

// CPR-54: the fields that follow from a history, after each of its steps.
func TestNewCase(t *testing.T) {
	var days calendar.BusinessCalendar
	history := example21()
	for n, want := range []Claim{
		{Status: Editing}, {Status: Submitted, Submitted: date("2020-07-02")}, {Status: UnderReview, Submitted: date("2020-07-02")},
		{Status: PartnerActionRequired, Submitted: date("2020-07-02")}, {Status: Submitted, Submitted: date("2020-07-02")},
		{Status: UnderReview, Submitted: date("2020-07-02")}, {Status: Approved, Submitted: date("2020-07-02"), Approved: date("2020-07-14")},
	} {
		c, err := NewCase(caseClaim(), history[:n+1], date("2020-07-14"), days)
		if err != nil {
			t.Fatal(err)
		}
		got := c.Claim()
		if got.Status != want.Status || got.Begins != date("2020-07-01") || got.Submitted != want.Submitted || got.Approved != want.Approved {
			t.Errorf("after step %d: %+v, want %+v", n, got, want)
		}
		if err := c.Check(); err != nil {
			t.Errorf("after step %d: %v", n, err)
		}
		// The claim agrees with its own history.
		if _, err := NewCase(got, history[:n+1], date("2020-07-14"), days); err != nil {
			t.Errorf("after step %d: %v", n, err)
		}
	}
	c, _ := NewCase(caseClaim(), history[:5], date("2020-07-08"), days)
	if due, err := c.NextDeadline(); err != nil || due.Task != TaskInitialReview || due.Through != date("2020-07-15") {
		t.Errorf("the clock counts from the last submission: %+v, %v", due, err)
	}
	if c.Editable() != Yes {
		t.Error("a submitted claim of 2020 cannot be edited")
	}
}

// CPR-54: an approval counts only while the claim is approved.
func TestNewCase_ApprovedNoLonger(t *testing.T) {
	history := append(example21(), Step{Status: Rejected, On: date("2020-07-15"), Cause: CustomerDeclined})
	c, err := NewCase(caseClaim(), history, today.AddDays(100), calendar.BusinessCalendar{})
	if err != nil || !c.Claim().Approved.IsZero() || c.Claim().Status != Rejected {
		t.Errorf("%+v, %v", c.Claim(), err)
	}
}

func TestNewCase_Errors(t *testing.T) {
	for want, spoil := range map[string]func(*Policy, *Claim, *[]Step, *calendar.Date){
		"edition":         func(p *Policy, _ *Claim, _ *[]Step, _ *calendar.Date) { *p = Policy{} },
		"on":              func(_ *Policy, _ *Claim, _ *[]Step, on *calendar.Date) { *on = calendar.Date{} },
		"history":         func(_ *Policy, _ *Claim, h *[]Step, _ *calendar.Date) { *h = nil },
		"history[6].on":   func(_ *Policy, _ *Claim, _ *[]Step, on *calendar.Date) { *on = date("2020-07-13") },
		"history[1].on":   func(_ *Policy, _ *Claim, h *[]Step, _ *calendar.Date) { (*h)[1].On = calendar.Date{} },
		"claim.status":    func(_ *Policy, c *Claim, _ *[]Step, _ *calendar.Date) { c.Status = UnderReview },
		"claim.begins":    func(_ *Policy, c *Claim, _ *[]Step, _ *calendar.Date) { c.Begins = date("2020-07-02") },
		"claim.submitted": func(_ *Policy, c *Claim, _ *[]Step, _ *calendar.Date) { c.Submitted = date("2020-07-08") },
		"claim.approved":  func(_ *Policy, c *Claim, _ *[]Step, _ *calendar.Date) { c.Approved = date("2020-07-13") },
		"claim.approved ": func(_ *Policy, c *Claim, h *[]Step, _ *calendar.Date) { *h, c.Approved = (*h)[:6], date("2020-07-14") },
		"claim.partner":   func(_ *Policy, c *Claim, _ *[]Step, _ *calendar.Date) { c.Partner = PartnerID{} },
		"claim.ends":      func(_ *Policy, c *Claim, _ *[]Step, _ *calendar.Date) { c.Ends = date("2020-07-13") },
	} {
		p, c, history, on := inForce(), caseClaim(), example21(), date("2020-07-14")
		spoil(&p, &c, &history, &on)
		var bad *partnerrules.InputError
		name := want
		if name[len(name)-1] == ' ' {
			name = name[:len(name)-1]
		}
		if _, err := p.NewCase(c, history, on, calendar.BusinessCalendar{}); !errors.As(err, &bad) || bad.Name != name {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// The zero Case returns errors and Unknown.
func TestCase_Zero(t *testing.T) {
	var c Case
	_, state := c.State()
	_, due := c.NextDeadline()
	if state == nil || due == nil || c.Check() == nil || c.Editable() != Unknown || c.Claim().ID != "" {
		t.Errorf("%v, %v, %v, %v", state, due, c.Check(), c.Editable())
	}
}

// A case answers as the functions on histories do. Its edition is that of its first
// day, and changing the list of steps later does not change it.
func TestCase_Definition(t *testing.T) {
	var days calendar.BusinessCalendar
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		history := []Step{{Status: Editing, On: today.AddDays(rapid.IntRange(0, 8).Draw(t, "begins"))}}
		for range rapid.IntRange(0, 6).Draw(t, "steps") {
			history = append(history, Step{Status: anyOf(t, "status", Editing, RejectedFinal), On: history[len(history)-1].On.AddDays(rapid.IntRange(0, 20).Draw(t, "days"))})
		}
		on := history[len(history)-1].On
		c, err := p.NewCase(caseClaim(), history, on, days)
		if err != nil {
			t.Fatal(err)
		}
		state, err := p.Replay(history, days)
		checked := p.CheckHistory(history, days)
		due, _ := p.NextDeadline(state, on, days)
		history[0].Status = Dispute
		if got, gotErr := c.State(); got != state || (gotErr == nil) != (err == nil) {
			t.Fatalf("%+v, %v, want %+v, %v", got, gotErr, state, err)
		}
		if got := c.Check(); (got == nil) != (checked == nil) || got != nil && got.Error() != checked.Error() {
			t.Fatalf("%v, want %v", got, checked)
		}
		if got, _ := c.NextDeadline(); got != due {
			t.Fatalf("%+v, want %+v", got, due)
		}
		if got := c.Editable(); got != p.Editable(c.Claim().Status, history[0].On) {
			t.Fatalf("editable: %v", got)
		}
	})
}
