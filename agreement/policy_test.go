package agreement_test

import (
	"encoding/json"
	"errors"
	"slices"
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
			NotifiedFrom: day("2023-04-15"), AcceptanceFor: partnerrules.SetOf(purchases...),
			CutOffFrom: day("2025-10-07"), CutOff: day("2023-04-01"), ReviewFrom: day("2026-01-01"), PortalClosedFrom: day("2026-01-05"),
		}
		if coverage != want || p != changed || p.Validate() != nil {
			t.Errorf("InForce(%v) = %v, %v, want %v", date, p, coverage, want)
		}
	}
}

func TestPolicyString(t *testing.T) {
	p := Policy{
		NotifiedFrom: day("2023-04-15"), NotifiesInvited: true, AcceptanceFor: partnerrules.SetOf(NewPurchase, Upgrade, SeatDecrease),
		CutOffFrom: day("2025-10-07"), CutOff: day("2023-04-01"), CutOffSparesDirect: true, ReviewFrom: day("2026-01-01"), PortalClosedFrom: day("2026-01-05"),
	}
	const want = "baseline; customers notified from 2023-04-15; invited customers notified too; seat-increase needs no acceptance; " +
		"term-change needs no acceptance; manual-renewal needs no acceptance; seat-decrease needs an acceptance; " +
		"acceptances before 2023-04-01 no longer count from 2025-10-07; direct acceptances always count; " +
		"reviews of customer accounts stop orders from 2026-01-01; portal closed from 2026-01-05"
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
	if text, err := json.Marshal(Baseline()); err != nil || string(text) != `{"acceptanceFor":["new-purchase","seat-increase","upgrade","term-change","manual-renewal"]}` {
		t.Errorf("%s, %v", text, err)
	}
}

func TestPolicyValidate(t *testing.T) {
	for set := range 1 << len(purchases) {
		p := Baseline()
		p.AcceptanceFor = partnerrules.SetOf(append(others, NewPurchase)...)
		for i, kind := range purchases {
			p.AcceptanceFor |= partnerrules.Set[OrderKind](set>>i&1) << kind
		}
		if err := p.Validate(); err != nil {
			t.Errorf("%v: %v", p, err)
		}
	}
	for name, change := range map[string]func(*Policy){
		"each change alone: cut-off":  func(p *Policy) { p.CutOff, p.CutOffFrom = day("2023-04-01"), day("2023-04-01") },
		"each change alone: review":   func(p *Policy) { p.ReviewFrom = day("2026-01-01") },
		"each change alone: portal":   func(p *Policy) { p.PortalClosedFrom = day("2026-01-05") },
		"each change alone: notified": func(p *Policy) { p.NotifiedFrom = day("2023-04-15") },
	} {
		p := Baseline()
		if change(&p); p.Validate() != nil {
			t.Errorf("%s: %v", name, p.Validate())
		}
	}
	for _, test := range []struct {
		name   string
		change func(*Policy)
	}{
		{"acceptanceFor", func(p *Policy) { *p = Policy{} }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor = partnerrules.SetOf(SeatIncrease, ManualRenewal) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= partnerrules.SetOf(AutomaticRenewal) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= partnerrules.SetOf(OrderKindUnknown) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= partnerrules.SetOf(Cancellation + 1) }},
		{"acceptanceFor", func(p *Policy) { p.AcceptanceFor |= 1 << 63 }},
		{"cutOff", func(p *Policy) { p.CutOff = day("2023-04-01") }},
		{"cutOff", func(p *Policy) { p.CutOff, p.CutOffFrom = day("2025-10-08"), day("2025-10-07") }},
	} {
		bad := Baseline()
		test.change(&bad)
		order, e1 := bad.CheckOrder(NewPurchase, Facts{})
		report, e2 := bad.Check(Attestation{}, Submission{}, Facts{})
		notice, e3 := bad.NoticeFor(Event{}, Facts{})
		plan, e4 := bad.MakePlan(ByOrder, Attestation{}, Submission{}, Facts{})
		confirmation, e5 := bad.CheckAcceptance(Facts{})
		direct, e6 := bad.CheckDirectAcceptance(Facts{})
		invitation, e7 := bad.CheckInvitation(Invitation{Route: InviteExistingCustomer}, Facts{})
		for _, err := range []error{bad.Validate(), e1, e2, e3, e4, e5, e6, e7} {
			var input *partnerrules.InputError
			if !errors.As(err, &input) || input.Path != test.name || input.Reason == "" {
				t.Errorf("%v: %v", bad, err)
			}
		}
		if order != (OrderDecision{}) || report != (Report{}) || notice != (Notice{}) || plan != (PlanAnswer{}) ||
			confirmation != (Confirmation{}) || direct != (DirectAnswer{}) || invitation != (InvitationReport{}) {
			t.Errorf("%v: %v, %v, %v, %v, %v, %v, %v", bad, order, report, notice, plan, confirmation, direct, invitation)
		}
	}
}

// answers returns the answers of all questions about the given facts, without their
// policies.
func answers(t interface{ Fatal(...any) }, p Policy, kind OrderKind, m Method, a Attestation, s Submission, e Event, f Facts) []any {
	report, err1 := p.Check(a, s, f)
	order, err2 := p.CheckOrder(kind, f)
	confirmation, err3 := p.CheckAcceptance(f)
	direct, err4 := p.CheckDirectAcceptance(f)
	invitation, err5 := p.CheckInvitation(Invitation{Route: InviteByRelationship}, f)
	notice, err6 := p.NoticeFor(e, f)
	plan, err7 := p.MakePlan(m, a, s, f)
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7); err != nil {
		t.Fatal(err)
	}
	for _, policy := range []*Policy{
		&report.Policy, &order.Policy, &confirmation.Policy, &direct.Policy, &invitation.Policy, &notice.Policy, &plan.Policy,
	} {
		if *policy != p {
			t.Fatal("an answer does not have its policy")
		}
		*policy = Policy{}
	}
	for _, coverage := range []calendar.Coverage{
		report.Coverage, order.Coverage, confirmation.Coverage, direct.Coverage, invitation.Coverage, plan.Coverage,
	} {
		if _, want := InForce(f.Now.UTCDay()); f.Now.IsSet() && coverage != want || !f.Now.IsSet() && coverage != calendar.CoverageUnknown {
			t.Fatal("an answer has the coverage", coverage)
		}
	}
	if _, want := InForce(e.At.UTCDay()); notice.Coverage != want {
		t.Fatal("the notice has the coverage", notice.Coverage)
	}
	return []any{report, order, confirmation, direct, invitation, notice, plan}
}

// In the seeds' own time, baseline and in force give the same answers, apart from the
// policy (EDN-03).
func TestInForce_SeedsOwnTime(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	first, last := day("2023-10-01"), day("2024-12-31")
	days, _ := last.DaysSince(first)
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts(t)
		f.Now = DateTimestamp(first.AddDays(rapid.IntRange(0, days).Draw(t, "day")))
		if rapid.Bool().Draw(t, "instant") {
			f.Now = f.Now.UTC()
		}
		c := good(rapid.SampledFrom(append(flows, AttestEnhanced)).Draw(t, "flow"))
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(mutations()), 0, 4).Draw(t, "mutations") {
			m.apply(&c)
		}
		e := Event{Kind: EventKind(rapid.IntRange(0, 3).Draw(t, "event")), At: f.Now, Invited: Tri(rapid.IntRange(-1, 1).Draw(t, "invited"))}
		kind, m := OrderKind(rapid.IntRange(0, int(Cancellation)).Draw(t, "kind")), Method(rapid.IntRange(0, 3).Draw(t, "method"))
		baseline, now := answers(t, Baseline(), kind, m, c.a, c.s, e, f), answers(t, inForce, kind, m, c.a, c.s, e, f)
		for i := range baseline {
			if baseline[i] != now[i] {
				t.Errorf("baseline: %+v\nin force: %+v", baseline[i], now[i])
			}
		}
	})
}

// On every single day of the seeds' own time, each kind of order is judged alike
// (EDN-03).
func TestInForce_EachDay(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	for on := day("2023-10-01"); !on.After(day("2024-12-31")); on = on.AddDays(1) {
		for kind := range partnerrules.Values[OrderKind]() {
			for _, given := range []Tri{Yes, No, Unknown} {
				f := Facts{Partner: DirectBill, Role: AdminAgent, Customer: ExistingCustomer, Now: DateTimestamp(on), Acceptance: Acceptance{Partner: Consent{Given: given}, Direct: Consent{Given: No}}}
				e := Event{Kind: EventAttested, At: f.Now, Invited: No}
				baseline := answers(t, Baseline(), kind, ByOrder, Attestation{}, Submission{}, e, f)
				if now := answers(t, inForce, kind, ByOrder, Attestation{}, Submission{}, e, f); !slices.Equal(baseline, now) {
					t.Fatalf("%v on %v: baseline %+v\nin force %+v", kind, on, baseline, now)
				}
			}
		}
	}
}

// The plain functions answer under the policy in force.
func TestPlainFunctions(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	rapid.Check(t, func(t *rapid.T) {
		f, c := anyFacts(t), good(AttestExistingCustomer)
		e := Event{Kind: EventAttested, At: newDay}
		report, _ := Check(c.a, c.s, f)
		order, _ := CheckOrder(TermChange, f)
		confirmation, _ := CheckAcceptance(f)
		direct, _ := CheckDirectAcceptance(f)
		invitation, _ := CheckInvitation(Invitation{Route: InviteByRelationship}, f)
		notice, _ := NoticeFor(e, f)
		plan, _ := MakePlan(ByOrder, c.a, c.s, f)
		for _, policy := range []Policy{report.Policy, order.Policy, confirmation.Policy, direct.Policy, invitation.Policy, notice.Policy, plan.Policy} {
			if policy != inForce {
				t.Errorf("a plain function answers under %v", policy)
			}
		}
	})
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
		"CheckOrder missing":    func() { _, _ = c.p.CheckOrder(OrderKindUnknown, missing) },
		"CheckAcceptance":       func() { _, _ = CheckAcceptance(c.f) },
		"CheckDirectAcceptance": func() { _, _ = CheckDirectAcceptance(c.f) },
		"NoticeFor":             func() { _, _ = NoticeFor(Event{Kind: EventAttested, At: c.f.Now}, c.f) },
		"MakePlan":              func() { _, _ = c.p.MakePlan(ByOrder, c.a, c.s, missing) },
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
		"VerificationSteps": func() {
			for range VerificationSteps() {
				n++
			}
		},
		"InvitationReport.Notes": func() {
			for range (InvitationReport{}).Notes() {
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
