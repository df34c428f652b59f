package agreement_test

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

func TestInForce(t *testing.T) {
	for on, want := range map[string]calendar.Coverage{
		"": calendar.CoverageUnknown, "2020-01-31": calendar.CoverageBefore, "2020-02-01": calendar.CoveragePublished,
		"2026-01-31": calendar.CoveragePublished, "2026-02-01": calendar.CoverageAfter,
	} {
		var date calendar.Date
		if err := date.UnmarshalText([]byte(on)); err != nil {
			t.Fatal(err)
		}
		p, coverage := InForce(date)
		changed := Policy{
			NotifiedFrom: day("2023-04-15"), AcceptanceFor: partnerrules.SetOf(NewPurchase, SeatChange, ManualRenewal),
			EnhancedFrom: day("2026-01-05"), CutOff: day("2023-04-01"),
		}
		if coverage != want || p != changed || p.Validate() != nil {
			t.Errorf("InForce(%v) = %v, %v, want %v", date, p, coverage, want)
		}
	}
}

func TestPolicyString(t *testing.T) {
	p := Policy{
		NotifiedFrom: day("2023-04-15"), InvitedNotNotified: true, AcceptanceFor: partnerrules.SetOf(NewPurchase),
		EnhancedFrom: day("2026-01-05"), CutOff: day("2026-01-05"), CutOffSparesDirect: true,
	}
	const want = "baseline; customers notified from 2023-04-15; invited customers not notified; seat changes need no acceptance; " +
		"manual renewals need no acceptance; enhanced attestation from 2026-01-05; acceptances before 2026-01-05 no longer count; direct acceptances always count"
	if p.String() != want || p.Validate() != nil {
		t.Errorf("%v, %v", p, p.Validate())
	}
	if Baseline().String() != "baseline" {
		t.Errorf("Baseline().String() = %v", Baseline())
	}
}

func TestPolicyJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		var again Policy
		if text, err := json.Marshal(p); err != nil || json.Unmarshal(text, &again) != nil || again != p {
			t.Errorf("%s unmarshals to %v, %v", text, again, err)
		}
	})
	if text, err := json.Marshal(Baseline()); err != nil || string(text) != `{"acceptanceFor":"new-purchase,seat-change,manual-renewal"}` {
		t.Errorf("%s, %v", text, err)
	}
}

func TestPolicyValidate(t *testing.T) {
	for _, set := range purchases() {
		p := Baseline()
		p.AcceptanceFor = set
		if err := p.Validate(); err != nil {
			t.Errorf("%v: %v", p, err)
		}
	}
	for _, test := range []struct {
		name   string
		change func(*Policy)
	}{
		{"acceptanceFor", func(p *Policy) { *p = Policy{} }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor = partnerrules.SetOf(SeatChange, ManualRenewal) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= partnerrules.SetOf(AutomaticRenewal) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= partnerrules.SetOf(PurchaseUnknown) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= partnerrules.SetOf(AutomaticRenewal + 1) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= 1 << 63 }},
		{"cutOff", func(p *Policy) { p.CutOff = day("2023-04-01") }},
		{"cutOff", func(p *Policy) { p.CutOff, p.EnhancedFrom = day("2026-01-06"), day("2026-01-05") }},
	} {
		bad := Baseline()
		test.change(&bad)
		order, e1 := bad.CheckOrder(NewPurchase, Facts{})
		report, e2 := bad.Check(Attestation{}, Submission{}, Facts{})
		notice, e3 := bad.NoticeFor(Event{}, Facts{})
		plan, e4 := bad.MakePlan(ByOrder, Attestation{}, Form{}, Facts{})
		for _, err := range []error{bad.Validate(), e1, e2, e3, e4} {
			var input *partnerrules.InputError
			if !errors.As(err, &input) || input.Name != test.name || input.Reason == "" {
				t.Errorf("%v: %v", bad, err)
			}
		}
		if order != (OrderDecision{}) || report != (Report{}) || notice != (Notice{}) || plan != (Plan{}) {
			t.Errorf("%v: %v, %v, %v, %v", bad, order, report, notice, plan)
		}
	}
}

// The functions that a program calls for each customer or order do not allocate.
func TestAllocations(t *testing.T) {
	c := good(AttestNewCustomer)
	c.s.Stored = []Attestation{c.a, c.a}
	missing := Facts{Customer: NewCustomer}
	text := "2021-08-17T18:13:11.3122226Z"
	buf := make([]byte, 0, 64)
	var n int
	for name, call := range map[string]func(){
		"Check": func() {
			r, _ := c.p.Check(c.a, c.s, c.f)
			for range r.All() {
				n++
			}
		},
		"CheckOrder":            func() { _, _ = c.p.CheckOrder(NewPurchase, c.f) },
		"CheckOrder missing":    func() { _, _ = c.p.CheckOrder(PurchaseUnknown, missing) },
		"CheckAcceptance":       func() { _, _ = CheckAcceptance(c.f) },
		"CheckDirectAcceptance": func() { _, _ = CheckDirectAcceptance(c.f) },
		"NoticeFor":             func() { _, _ = NoticeFor(Event{Kind: EventAttested, At: c.f.Now}, c.f) },
		"MakePlan":              func() { _, _ = c.p.MakePlan(ByOrder, c.a, c.s.Form, missing) },
		"CheckInvitation":       func() { _, _ = CheckInvitation(Invitation{Route: InviteNewCustomer}, c.f) },
		"LatestIndex":           func() { n = LatestIndex(c.s.Stored, CustomerAgreement) },
		"ConsentFrom":           func() { _ = ConsentFrom(c.s.Stored) },
		"ParseTimestamp":        func() { _, _ = ParseTimestamp(text) },
		"AppendText":            func() { buf, _ = c.f.Now.AppendText(buf[:0]) },
		"ParseEmail":            func() { _, _, _ = ParseEmail(c.a.Contact.Email) },
		"TemplateID.Type":       func() { _ = c.a.Template.Type() },
		"Route.Steps": func() {
			for range InviteNewCustomer.Steps() {
				n++
			}
		},
		"Route.CustomerSteps": func() {
			for range InviteNewCustomer.CustomerSteps() {
				n++
			}
		},
		"Notice.Notes": func() {
			for range (Notice{Sent: Yes}).Notes() {
				n++
			}
		},
		"DirectAnswer.Notes": func() {
			for range (DirectAnswer{Verdict: MayBeUnavailable}).Notes() {
				n++
			}
		},
		"ExplainError": func() { _ = ExplainError(PlaceOrder, "13605") },
	} {
		if allocs := testing.AllocsPerRun(100, call); allocs != 0 {
			t.Errorf("%s makes %v allocations, want 0", name, allocs)
		}
	}
	_ = n
}
