package agreement_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

// An asked question is one whose explanation is checked.
type asked struct {
	question string
	given    []string // the names of the input, without the policy
	policy   Policy
	reasons  []Finding
	missing  partnerrules.Set[Fact]
	notes    []partnerrules.Note
}

// check checks that an explanation has exactly the parts of the answer, and that no
// text is empty.
func (a asked) check(t rapid.TB, x partnerrules.Explanation) {
	t.Helper()
	var codes []string
	for _, r := range a.reasons {
		code := r.Reason.String()
		if r.Severity == partnerrules.SeverityUnknown {
			code += "?"
		}
		codes = append(codes, code)
	}
	texttest.CheckExplanation(t, x, x.Answer, codes)
	if x.Question != a.question || !slices.Equal(slices.Sorted(maps.Keys(x.Given)), slices.Sorted(slices.Values(append(a.given, "policy")))) {
		t.Errorf("%s with %v, want %s with %v", x.Question, slices.Sorted(maps.Keys(x.Given)), a.question, a.given)
	}
	if x.Format != 1 || x.Policy != a.policy.String() {
		t.Errorf("%s: %+v", a.question, x)
	}
	for i, r := range x.Reasons {
		want := a.reasons[i]
		if r.Severity != want.Severity || r.Message != want.Message() || r.Remedy != want.Remedy() || r.Rule != want.Reason.Rule() || r.See != want.Reason.See() || (r.Subject == "") != (want.Reason.Field() == 0) {
			t.Errorf("%s: %+v, want %+v", a.question, r, want)
		}
	}
	var missing []partnerrules.Label
	for fact := range a.missing.All() {
		missing = append(missing, partnerrules.Label{Code: fact.String(), Message: fact.Message()})
	}
	if !slices.Equal(x.Missing, missing) || !slices.Equal(x.Notes, a.notes) {
		t.Errorf("%s: missing %v, want %v; notes %v, want %v", a.question, x.Missing, missing, x.Notes, a.notes)
	}
}

// findings returns reasons that apply.
func findings(reasons partnerrules.Set[Reason]) (all []Finding) {
	for r := range reasons.All() {
		all = append(all, Finding{r, r.Severity()})
	}
	return all
}

// Each explanation has the reasons, missing facts and notes of its answer. Asked again
// with the stored input, the question has the same answer.
func TestExplain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		if rapid.IntRange(0, 9).Draw(t, "sovereign") == 0 {
			f.Cloud = Cloud21Vianet
		}
		kind := OrderKind(rapid.IntRange(0, 8).Draw(t, "kind"))
		order, err := p.CheckOrder(kind, f)
		if err != nil {
			t.Fatal(err)
		}
		x := order.Explain(f)
		asked{"agreement.check-order", []string{"kind", "facts"}, p, findings(order.Reasons), order.Missing | order.Plan.Missing, slices.Collect(order.Plan.Steps())}.check(t, x)
		again(t, x, order, func(g input) (OrderDecision, error) { return g.Policy.CheckOrder(g.Kind, g.Facts) })

		confirmation, _ := p.CheckAcceptance(f)
		x = confirmation.Explain(f)
		asked{question: "agreement.check-acceptance", given: []string{"facts"}, policy: p}.check(t, x)
		again(t, x, confirmation, func(g input) (Confirmation, error) { return g.Policy.CheckAcceptance(g.Facts) })

		direct, _ := p.CheckDirectAcceptance(f)
		x = direct.Explain(f)
		notes := slices.AppendSeq(slices.Collect(direct.Notes()), direct.Attest.Steps())
		asked{question: "agreement.check-direct-acceptance", given: []string{"facts"}, policy: p, missing: direct.Attest.Missing, notes: notes}.check(t, x)
		again(t, x, direct, func(g input) (DirectAnswer, error) { return g.Policy.CheckDirectAcceptance(g.Facts) })

		event := Event{EventKind(rapid.IntRange(0, 3).Draw(t, "event")), rapid.SampledFrom([]Timestamp{{}, oldDay, DateTimestamp(oldDay.Day())}).Draw(t, "at"), No}
		notice, _ := p.NoticeFor(event, f)
		x = notice.Explain(event, f)
		asked{question: "agreement.notice-for", given: []string{"event", "facts"}, policy: p, notes: slices.Collect(notice.Notes())}.check(t, x)
		again(t, x, notice, func(g input) (Notice, error) { return g.Policy.NoticeFor(g.Event, g.Facts) })
		if (len(x.Days) == 1) != notice.By.IsSet() {
			t.Errorf("%v has the days %v", notice, x.Days)
		}

		i := Invitation{Route: Route(rapid.IntRange(int(InviteNewCustomer), int(InviteExistingCustomer)).Draw(t, "invitation"))}
		invitation, _ := p.CheckInvitation(i, f)
		x = invitation.Explain(i, f)
		asked{"agreement.check-invitation", []string{"invitation", "facts"}, p, slices.Collect(invitation.All()), 0, slices.Collect(invitation.Notes())}.check(t, x)
		again(t, x, invitation, func(g input) (InvitationReport, error) { return g.Policy.CheckInvitation(g.Invitation, g.Facts) })
	})
}

// The same holds for answers about an attestation. An attestation with a date alone is
// stored so that it is judged as a date alone again.
func TestExplain_Attestation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := good(rapid.SampledFrom(flows).Draw(t, "route"))
		c.p, c.f = anyPolicy(t), anyFacts(t)
		if rapid.IntRange(0, 3).Draw(t, "east of UTC") == 0 {
			c.f.Now = MustParseTimestamp("2026-01-05T01:00:00+02:00") // still the day before in UTC
		}
		c.a.Date = rapid.SampledFrom([]Timestamp{{}, oldDay, noon, DateTimestamp(day("2025-10-06")), DateTimestamp(day("2026-01-05"))}).Draw(t, "date")
		c.a.Type = rapid.SampledFrom([]Type{"", CustomerAgreement, CloudAgreement}).Draw(t, "type")
		c.a.Contact.LastName = rapid.SampledFrom([]string{"", "Quist"}).Draw(t, "last name")
		report, err := c.p.Check(c.a, c.s, c.f)
		if err != nil {
			t.Fatal(err)
		}
		x := report.Explain(c.a, c.s, c.f)
		asked{"agreement.check", []string{"attestation", "submission", "facts"}, c.p, slices.Collect(report.All()), 0, nil}.check(t, x)
		again(t, x, report, func(g input) (Report, error) { return g.Policy.Check(g.Attestation, g.Submission, g.Facts) })

		m := Method(rapid.IntRange(0, 3).Draw(t, "method"))
		plan, _ := c.p.MakePlan(m, c.a, c.s, c.f)
		x = plan.Explain(m, c.a, c.s, c.f)
		asked{"agreement.make-plan", []string{"method", "attestation", "submission", "facts"}, c.p, needs(t, c, plan), plan.Missing | plan.Attest.Missing, slices.Collect(plan.Steps())}.check(t, x)
		again(t, x, plan, func(g input) (PlanAnswer, error) {
			return g.Policy.MakePlan(g.Method, g.Attestation, g.Submission, g.Facts)
		})
	})
}

// needs returns the needs of a plan. A need is unknown if the check of the same input
// for the route does not know whether it is missing.
func needs(t rapid.TB, c trial, plan PlanAnswer) (all []Finding) {
	t.Helper()
	var unknown partnerrules.Set[Reason]
	if plan.Route >= InviteNewCustomer {
		report, _ := c.p.CheckInvitation(Invitation{Route: plan.Route}, c.f)
		unknown = report.Unknown
	} else if plan.Needs != 0 {
		c.s.Route = plan.Route
		report, _ := c.p.Check(c.a, c.s, c.f)
		unknown = report.Unknown
	}
	for _, need := range findings(plan.Needs) {
		if unknown.Has(need.Reason) {
			need.Severity = partnerrules.SeverityUnknown
		}
		all = append(all, need)
	}
	return all
}

// An input holds the input of all questions.
type input struct {
	Kind        OrderKind
	Method      Method
	Event       Event
	Invitation  Invitation
	Attestation Attestation
	Submission  Submission
	Facts       Facts
	Policy      Policy
}

// again asks the question of an explanation again, with its input read from JSON.
func again[A comparable](t rapid.TB, x partnerrules.Explanation, answer A, ask func(input) (A, error)) {
	t.Helper()
	text, err := json.Marshal(x.Given)
	if err != nil {
		t.Fatal(err)
	}
	var given input
	if err := json.Unmarshal(text, &given); err != nil {
		t.Fatal(err)
	}
	if got, err := ask(given); err != nil || got != answer || x.Answer != any(answer) {
		t.Errorf("%s with %s: %+v, %v, want %+v", x.Question, text, got, err, answer)
	}
}

// Zero answers and zero arguments have an explanation.
func TestExplain_Zero(t *testing.T) {
	for question, x := range map[string]partnerrules.Explanation{
		"check":                   Report{}.Explain(Attestation{}, Submission{}, Facts{}),
		"check-invitation":        InvitationReport{}.Explain(Invitation{}, Facts{}),
		"check-order":             OrderDecision{}.Explain(Facts{}),
		"check-acceptance":        Confirmation{}.Explain(Facts{}),
		"check-direct-acceptance": DirectAnswer{}.Explain(Facts{}),
		"notice-for":              Notice{}.Explain(Event{}, Facts{}),
		"make-plan":               PlanAnswer{}.Explain(0, Attestation{}, Submission{}, Facts{}),
	} {
		given := slices.DeleteFunc(slices.Collect(maps.Keys(x.Given)), func(name string) bool { return name == "policy" })
		asked{question: "agreement." + question, given: given, notes: x.Notes}.check(t, x)
		if want := map[string]string{"make-plan": "undetermined", "check-acceptance": "unknown", "notice-for": "unknown"}[question]; want != "" && x.Verdict.Code != want {
			t.Errorf("%s has the verdict %v", question, x.Verdict)
		}
	}
}

// The verdict of an answer without a verdict of its own is yes, no, unknown or not
// applicable.
func TestExplain_Verdict(t *testing.T) {
	for _, test := range []struct {
		x             partnerrules.Explanation
		code, message string
	}{
		{Confirmation{Accepted: Yes, Direct: Yes}.Explain(Facts{}), "yes", "The customer has accepted. By attestation: unknown. Directly: yes."},
		{Confirmation{Accepted: No, Partner: No, Direct: No}.Explain(Facts{}), "no", "The customer has not accepted. By attestation: no. Directly: no."},
		{DirectAnswer{Verdict: NoKnownObstacle}.Explain(Facts{}), "no-known-obstacle", NoKnownObstacle.Message()},
		{DirectAnswer{Verdict: MayBeUnavailable, Attest: Plan{Route: ProviderAttests}}.Explain(Facts{}), "may-be-unavailable", MayBeUnavailable.Message() + " Ask your indirect provider to attest."},
		{PlanAnswer{Plan: Plan{Route: InviteExistingCustomer}, Direct: MayBeUnavailable, Attest: Plan{Route: AttestExistingCustomer}}.Explain(0, Attestation{}, Submission{}, Facts{}), "invite-existing-customer", InviteExistingCustomer.Message() + " " + MayBeUnavailable.Message() + " In that case: " + AttestExistingCustomer.Message()},
		{Confirmation{NotApplicable: true}.Explain(Facts{}), "not-applicable", OrderNotApplicable.Message()},
		{Notice{Sent: No}.Explain(Event{}, Facts{}), "no", "Microsoft does not send the email."},
		{Notice{Sent: Yes, Timing: NoticeLate}.Explain(Event{}, Facts{}), "yes", "Microsoft sends the email. The email is late."},
		{Notice{NotApplicable: true}.Explain(Event{}, Facts{}), "not-applicable", OrderNotApplicable.Message()},
		{PlanAnswer{Plan: Plan{Route: InviteByRelationship}, Direct: NoKnownObstacle}.Explain(0, Attestation{}, Submission{}, Facts{}), "invite-by-relationship", InviteByRelationship.Message() + " " + NoKnownObstacle.Message()},
		{PlanAnswer{Plan: Plan{Route: AttestEnhanced}, Direct: NoKnownObstacle}.Explain(0, Attestation{}, Submission{}, Facts{}), "attest-enhanced", AttestEnhanced.Message()},
	} {
		if test.x.Verdict != (partnerrules.Label{Code: test.code, Message: test.message}) {
			t.Errorf("%s: %v, want %s: %s", test.x.Question, test.x.Verdict, test.code, test.message)
		}
	}
}

// An order that waits has the facts that its plan depends on.
func TestExplain_WaitingOrder(t *testing.T) {
	order, err := CheckOrder(NewPurchase, Facts{
		Partner: DirectBill, Customer: ExistingCustomer, UnderReview: No, Now: MustParseTimestamp("2024-06-14"),
		Acceptance: Acceptance{Partner: Consent{Given: No}, Direct: Consent{Given: No}},
	})
	missing := order.Explain(Facts{}).Missing
	if err != nil || order.Verdict != AttestFirst || len(missing) != 1 || missing[0].Code != "role" {
		t.Errorf("%v: missing %v, %v, want the role", order.Verdict, missing, err)
	}
}

// The subject of a reason about an attestation is a path in the stored input.
func TestExplain_Subject(t *testing.T) {
	s := Submission{Route: AttestNewCustomer, CompanyName: "Northlight", Form: Form{Ticked: Yes}}
	attestation := Attestation{Contact{"Ada", "Quist", "ada@northlight.example", "1"}, CloudAgreementTemplate, noon, CustomerAgreement, "", ""}
	f := Facts{Partner: DirectBill, Role: AdminAgent, Channel: API}
	paths := map[string]bool{}
	for r := range partnerrules.Values[Reason]() {
		x := Report{Found: partnerrules.SetOf(r)}.Explain(attestation, s, f)
		text, err := json.Marshal(x.Given)
		var at any
		if json.Unmarshal(text, &at) != nil || err != nil {
			t.Fatal(err)
		}
		path := x.Reasons[0].Subject
		paths[path] = true
		for _, name := range strings.Split(path, ".") {
			members, _ := at.(map[string]any)
			if at = members[name]; at == nil && r.Field() != 0 && r.Field() != FieldInvitation {
				t.Errorf("%v has the subject %q, which is not in %s", r, path, text)
			}
		}
	}
	if len(paths) != 14 {
		t.Errorf("%d subjects, want 12 paths, the invitation and none: %v", len(paths), paths)
	}
}
