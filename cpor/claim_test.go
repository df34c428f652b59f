package cpor_test

import (
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

func TestLiveDays(t *testing.T) {
	submitted, approved, ends := date("2020-07-06"), date("2020-07-10"), date("2020-07-31")
	for _, test := range []struct {
		claim Claim
		live  bool
		days  string
	}{
		{Claim{Status: Submitted, Submitted: submitted, Approved: approved}, true, "2020-07-06/.."},
		{Claim{Status: Dispute, Submitted: submitted, Approved: approved, Ends: ends}, true, "2020-07-06/2020-07-31"},
		{Claim{Status: Approved, Submitted: submitted, Approved: approved, Ends: ends}, true, "2020-07-10/2020-07-31"},
		{Claim{Status: Approved, Submitted: submitted, Approved: approved}, true, "2020-07-10/.."},
		{Claim{Status: Approved, Submitted: submitted}, true, "no period"},
		{Claim{Status: Approved, Submitted: submitted, Ends: ends}, true, "no period"},
		{Claim{Status: Rejected, Submitted: submitted}, false, "no period"},
		{Claim{}, false, "no period"},
	} {
		if days, live := test.claim.Live(); live != test.live || days.String() != test.days {
			t.Errorf("%+v: %v, %v", test.claim, days, live)
		}
	}
}

func TestCovers(t *testing.T) {
	claim := Claim{
		Area: BusinessApplications, Status: Approved, Approved: date("2020-07-10"), Ends: date("2020-07-31"),
		Units: []Unit{{"Sales", subscription(1)}, {"Finance", SubscriptionID{}}},
	}
	for _, test := range []struct {
		change    func(*Claim)
		s         SubscriptionID
		ended, on string
		want      Tri
	}{
		{nil, subscription(1), "", "2020-07-10", Yes},
		{nil, subscription(1), "", "2020-07-09", No},
		{nil, subscription(1), "", "2020-07-31", Yes},
		{nil, subscription(1), "", "2020-08-01", No},
		{nil, subscription(1), "2020-07-20", "2020-07-20", Yes},
		{nil, subscription(1), "2020-07-20", "2020-07-21", No},
		{nil, subscription(2), "", "2020-07-20", No},
		{nil, SubscriptionID{}, "", "2020-07-20", No},
		{nil, subscription(1), "", "", Unknown},
		{func(c *Claim) { c.Approved = calendar.Date{} }, subscription(1), "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Status = UnderReview }, subscription(1), "", "2020-07-20", No},
		{func(c *Claim) { c.Area = Microsoft365 }, subscription(1), "", "2020-07-20", No},
		{func(c *Claim) { c.Status = StatusUnknown }, subscription(1), "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Status = StatusUnknown }, subscription(1), "", "2020-08-01", No},
		{func(c *Claim) { c.Status = RejectedFinal }, subscription(1), "", "2020-07-20", No},
		{func(c *Claim) { c.Status = RejectedFinal + 1 }, subscription(1), "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Area = Microsoft365 + 1 }, subscription(1), "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Area = 0 }, subscription(1), "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Area = 0 }, subscription(2), "", "2020-07-20", No},
	} {
		c := claim
		if test.change != nil {
			test.change(&c)
		}
		var ended, on calendar.Date
		_ = ended.UnmarshalText([]byte(test.ended))
		_ = on.UnmarshalText([]byte(test.on))
		if got := c.Covers(test.s, ended, on); got != test.want {
			t.Errorf("%+v, ended %v, on %v: %v", c, ended, on, got)
		}
	}
}

func TestOutcome(t *testing.T) {
	for approved, want := range map[bool][2]Status{true: {Rejected, Approved}, false: {Approved, Rejected}} {
		if incumbent, challenger := Outcome(approved); want != [2]Status{incumbent, challenger} {
			t.Errorf("%v: %v, %v", approved, incumbent, challenger)
		}
	}
}

func TestArbitrationFollowsTheDay(t *testing.T) {
	p, _ := InForce(today)
	pair := Pair{First: "a", Second: "b", Mark: Competing, SameCompany: No, BothApproved: true}
	for day, latest := range map[string]bool{"2020-06-30": false, "2020-07-01": true} {
		a, ok := p.Arbitrate(pair, date(day))
		if !ok || a.LatestProof != latest || a.Incumbent+a.Challenger != "" || !a.Questions.Has(WhichApproval) || a.Questions.Has(OneCompany) || a.Policy != p {
			t.Errorf("%s: %+v", day, a)
		}
	}
	pair.SameCompany = Yes
	if _, ok := p.Arbitrate(pair, today); ok {
		t.Error("one company goes to arbitration with itself")
	}
}

// Edits and timings by their tables.
func TestEditableAndExcused(t *testing.T) {
	for s := StatusUnknown; s <= RejectedFinal; s++ {
		for _, p := range editions() {
			want := s == Editing || s == PartnerActionRequired || s == Submitted && p.Edition == Edition2020
			if p.Editable(s) != want {
				t.Errorf("%v: %v editable: %v", p, s, !want)
			}
		}
	}
	for _, competes := range []Tri{No, Unknown, Yes} {
		for _, told := range []Tri{No, Unknown, Yes} {
			at := Standing{Status: UnderReview, Since: today, Competes: competes, Told: told}
			due, err := Due(at, date("2020-07-14"), calendar.BusinessCalendar{})
			want := map[Tri]Timing{Yes: Excused, Unknown: TimingUnknown, No: Overdue}[min(competes, told)]
			if err != nil || due.Timing != want {
				t.Errorf("competes: %v, told: %v: %v, %v", competes, told, due.Timing, err)
			}
		}
	}
	for status, want := range map[Status]Timing{Approved: Closed, Rejected: Closed} {
		if due, err := Due(Standing{Status: status, Since: today}, date("2020-09-14"), calendar.BusinessCalendar{}); err != nil || due.Timing != want {
			t.Errorf("%v: %v, %v", status, due.Timing, err)
		}
	}
	if _, err := Follow([]Step{{Status: Submitted, On: today}}, calendar.BusinessCalendar{}); err == nil || err.(*StepError).Reason != HistoryStartsElsewhere {
		t.Errorf("a history from its middle: %v", err)
	}
	if _, err := Move(Standing{Status: Editing, Since: today}, Step{Status: Submitted, On: today.AddDays(-1)}, calendar.BusinessCalendar{}); err == nil || err.(*StepError).Reason != DaysGoBack {
		t.Errorf("a day before: %v", err)
	}
}

// Subscriptions tell claims apart for Business Applications alone, and only if
// the policy lets them (CPR-32).
func TestSubscriptionsTellClaimsApart(t *testing.T) {
	productDecides := Baseline()
	productDecides.ProductDecides = true
	for _, test := range []struct {
		p             Policy
		area          Area
		first, second SubscriptionID
		competes      bool
	}{
		{Baseline(), BusinessApplications, subscription(1), subscription(1), true},
		{Baseline(), BusinessApplications, subscription(1), subscription(2), false},
		{Baseline(), BusinessApplications, subscription(1), SubscriptionID{}, true},
		{Baseline(), Microsoft365, subscription(1), subscription(2), true},
		{productDecides, BusinessApplications, subscription(1), subscription(2), true},
		{productDecides, Microsoft365, subscription(1), subscription(2), true},
	} {
		claim := func(id string, who int, s SubscriptionID) Claim {
			return Claim{
				ID: id, Tenant: tenant(0), Area: test.area, Activities: ActivitiesOf(Usage), Status: Submitted, Submitted: today,
				Partner: partner(who), Company: partner(10 * who), Units: []Unit{{"Sales", s}},
			}
		}
		pair, ok, err := test.p.Compare(claim("a", 1, test.first), claim("b", 2, test.second))
		if err != nil || ok != test.competes || ok && pair.Mark != Competing {
			t.Errorf("%v, %v, %v and %v: %+v, %v, %v", test.p, test.area, test.first, test.second, pair, ok, err)
		}
	}
}
