package agreement_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// plainRoute is a second implementation of the choice of a route, for known facts
// only.
func plainRoute(p Policy, m Method, f Facts) Route {
	if _, accepted := plainOrder(p, NewPurchase, f); accepted {
		return NothingToDo
	}
	isNew := f.Customer == NewCustomer
	closed := !p.PortalClosedFrom.IsZero() && f.Now.UTCDay().Compare(p.PortalClosedFrom) >= 0
	switch {
	case m == ByRelationshipRequest:
		return InviteByRelationship
	case m == ByInvitation && isNew:
		return InviteNewCustomer
	case m == ByInvitation:
		return InviteExistingCustomer
	case f.Partner == IndirectReseller:
		return ProviderAttests
	case closed || f.Channel == EnhancedAPI:
		return AttestEnhanced
	case f.Role != AdminAgent && f.Role != SalesAgent:
		return AgentAttests
	case isNew:
		return AttestNewCustomer
	case m == ByOrder:
		return AttestAtOrderPrompt
	}
	return AttestExistingCustomer
}

// A route is known if and only if all values of the unknown facts lead to it. Each fact
// in Missing decides for some values of the others.
func TestMakePlan_Exact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		if rapid.Bool().Draw(t, "not accepted") {
			f.Acceptance = Acceptance{Partner: Consent{Given: No}, Provider: Consent{Given: No}, Direct: Consent{Given: No}}
		}
		m := Method(rapid.IntRange(0, 3).Draw(t, "method"))
		got, err := p.MakePlan(m, Attestation{}, Submission{}, f)
		if err != nil {
			t.Fatal(err)
		}
		open := gaps(NewPurchase, f)
		if f.Role == RoleUnknown {
			open = append(open, gapOf(FactRole, func(_ *OrderKind, f *Facts, r Role) { f.Role = r }, AdminAgent, HelpdeskAgent))
		}
		routes, decides := complete(open, NewPurchase, f, func(_ OrderKind, f Facts) Route { return plainRoute(p, m, f) })
		want := common(routes, RouteUndetermined)
		if got.Route != want || got.Missing&^decides != 0 || (got.Missing == 0) != (want != RouteUndetermined) {
			t.Errorf("%+v with %+v, want %v, missing facts among %v", got, f, want, decides)
		}
		if accepted, _ := p.CheckOrder(NewPurchase, f); accepted.Accepted == No && got.Missing != decides {
			t.Errorf("without an acceptance: %+v with %+v, want missing %v", got, f, decides)
		}
		var again PlanAnswer
		if text, err := json.Marshal(got); err != nil || json.Unmarshal(text, &again) != nil || again != got {
			t.Errorf("%+v unmarshals to %+v, %v", got, again, err)
		}
	})
}

// An invitation of a customer that may be unable to accept directly carries the plan to
// attest. No other plan does.
func TestMakePlan_Attest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		m := Method(rapid.IntRange(0, 3).Draw(t, "method"))
		got, err1 := p.MakePlan(m, Attestation{}, Submission{}, f)
		attest, err2 := p.MakePlan(ByAttestation, Attestation{}, Submission{}, f)
		direct, err3 := p.CheckDirectAcceptance(f)
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		var want Plan
		if invites := got.Route >= InviteNewCustomer; invites && direct.Verdict == MayBeUnavailable {
			want = attest.Plan
		}
		if got.Attest != want || got.Direct != direct.Verdict {
			t.Errorf("%+v, want the plan to attest %+v", got, want)
		}
		if direct.Verdict == MayBeUnavailable && direct.Attest != attest.Plan {
			t.Errorf("%+v, want the plan to attest %+v", direct, attest.Plan)
		}
	})
}

// missing returns the reasons of a report for which an input is missing.
func missing(r Report) partnerrules.Set[Reason] {
	var set partnerrules.Set[Reason]
	for f := range r.All() {
		switch f.Reason {
		case BoxNotTicked, ContactNotCorrect, ContactNotAcceptor, NotReviewed, ChoiceNotMade:
		default:
			if !strings.HasSuffix(f.Reason.String(), "-missing") {
				continue
			}
		}
		set |= 1 << f.Reason
	}
	return set
}

// The plan needs exactly the inputs that Check and CheckInvitation report as missing.
func TestMakePlan_NeedsAreFindings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		f.Acceptance = Acceptance{Partner: Consent{Given: No}, Provider: Consent{Given: No}, Direct: Consent{Given: No}}
		c := good(RouteUndetermined)
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(mutations()), 0, 8).Draw(t, "mutations") {
			m.apply(&c)
		}
		tri := func() Tri { return Tri(rapid.IntRange(-1, 1).Draw(t, "form")) }
		c.s.Form = Form{tri(), tri(), tri(), tri(), tri(), tri()}
		c.s.CompanyName = rapid.SampledFrom([]string{"", "Northlight Foods"}).Draw(t, "company name")
		plan, err := p.MakePlan(Method(rapid.IntRange(0, 3).Draw(t, "method")), c.a, c.s, f)
		if err != nil {
			t.Fatal(err)
		}
		var want partnerrules.Set[Reason]
		switch {
		case plan.Route >= InviteNewCustomer:
			r, err := p.CheckInvitation(Invitation{Route: plan.Route}, f)
			if err != nil {
				t.Fatal(err)
			}
			want = missing(r.Report)
		case plan.Route >= AttestNewCustomer && plan.Route <= AttestEnhanced:
			c.s.Route = plan.Route
			r, err := p.Check(c.a, c.s, f)
			if err != nil {
				t.Fatal(err)
			}
			want = missing(r)
		}
		if plan.Needs != want {
			t.Errorf("%+v with %+v, %+v needs %v, want %v", plan, c, f, plan.Needs, want)
		}
	})
}

// The steps of each route are in the order of the help pages and have the rule of the
// route. Only invitations have steps of the customer.
func TestRouteSteps(t *testing.T) {
	const accept, acceptBoth = "open-address sign-in accept-agreement", "open-address sign-in accept-relationship-and-agreement view-partners"
	for _, test := range []struct {
		route           Route
		rule            partnerrules.RuleID
		steps, customer string
	}{
		{AttestNewCustomer, "AGR-14", "open-customers add-customer enter-company tick-accepted enter-date go-to-review compare-contact submit-customer", ""},
		{AttestExistingCustomer, "AGR-15", "open-customers select-account edit-agreement enter-contact enter-date save-agreement", ""},
		{AttestAtOrderPrompt, "AGR-16", "enter-contact enter-current-date save-prompt", ""},
		{AttestEnhanced, "AGR-48", "use-enhanced-api accept-in-component", ""},
		{ProviderAttests, "AGR-01", "ask-provider", ""},
		{AgentAttests, "AGR-02", "ask-agent", ""},
		{InviteNewCustomer, "AGR-30", "open-customers add-customer enter-company choose-to-ask go-to-review submit-customer save-sign-in send-address send-sign-in", accept},
		{InviteByRelationship, "AGR-30", "open-customers new-relationship adapt-text keep-generated send-sign-in", acceptBoth},
		{InviteExistingCustomer, "AGR-30", "send-address", accept + " view-partners"},
		{RouteUndetermined, "", "", ""},
		{RouteNotApplicable, "", "", ""},
		{NothingToDo, "", "", ""},
		{InviteExistingCustomer + 1, "", "", ""},
	} {
		steps, customer := slices.Collect(test.route.Steps()), slices.Collect(test.route.CustomerSteps())
		if codes(steps) != test.steps || codes(customer) != test.customer {
			t.Errorf("%v: steps %v, customer steps %v", test.route, codes(steps), codes(customer))
		}
		if !slices.Equal(slices.Collect(Plan{Route: test.route}.Steps()), steps) {
			t.Errorf("%v: the steps of the plan differ", test.route)
		}
		for _, step := range steps {
			if step.Rule != test.rule {
				t.Errorf("%v: %v has rule %v", test.route, step.Code, step.Rule)
			}
		}
		for _, step := range customer {
			if step.Rule != "AGR-35" {
				t.Errorf("%v: customer step %v has rule %v", test.route, step.Code, step.Rule)
			}
		}
		for range test.route.Steps() {
			break
		}
		for range test.route.CustomerSteps() {
			break
		}
	}
}

// Two steps have the same message if and only if they have the same code.
func TestRouteSteps_Texts(t *testing.T) {
	messages, codes := map[string]string{}, map[string]string{}
	for r := range partnerrules.Values[Route]() {
		for _, n := range slices.Concat(slices.Collect(r.Steps()), slices.Collect(r.CustomerSteps())) {
			if n.Message == "" || n.See == "" || messages[n.Code] != "" && messages[n.Code] != n.Message || codes[n.Message] != "" && codes[n.Message] != n.Code {
				t.Errorf("%v: %+v", r, n)
			}
			messages[n.Code], codes[n.Message] = n.Message, n.Code
		}
	}
	if len(messages) != 30 {
		t.Errorf("%d steps, want 30", len(messages))
	}
}

// codes returns the codes of notes, separated by spaces.
func codes(notes []partnerrules.Note) string {
	var all []string
	for _, n := range notes {
		all = append(all, n.Code)
	}
	return strings.Join(all, " ")
}

// Needs holds the missing inputs of the route.
func TestMakePlan_Needs(t *testing.T) {
	neither := Acceptance{Partner: Consent{Given: No}, Direct: Consent{Given: No}}
	full := good(RouteUndetermined).a
	all := Form{Yes, Yes, Yes, Yes, Yes, Yes}
	for _, test := range []struct {
		method   Method
		channel  Channel
		customer CustomerKind
		draft    Attestation
		s        Submission
		want     string
	}{
		{ByAttestation, Portal, ExistingCustomer, full, Submission{}, ""},
		{ByAttestation, ChannelUnknown, ExistingCustomer, Attestation{Date: MustParseTimestamp("0001-01-01")}, Submission{}, "first-name-missing,last-name-missing,email-missing,date-missing"},
		{ByAttestation, API, ExistingCustomer, Attestation{Contact: full.Contact}, Submission{}, "date-missing,template-missing"},
		{ByOrder, Portal, ExistingCustomer, Attestation{Contact: full.Contact}, Submission{}, "date-missing"},
		{ByAttestation, Portal, NewCustomer, full, Submission{Form: all}, ""},
		{ByAttestation, Portal, NewCustomer, full, Submission{Form: Form{Yes, No, Unknown, Yes, Yes, Yes}}, "primary-contact-missing,box-not-ticked"},
		{ByAttestation, Portal, NewCustomer, full, Submission{Form: Form{Yes, Yes, Yes, No, No, No}}, "contact-not-correct,contact-not-acceptor,not-reviewed"},
		{ByAttestation, EnhancedAPI, NewCustomer, Attestation{}, Submission{}, "first-name-missing,last-name-missing,company-name-missing,email-missing"},
		{ByAttestation, EnhancedAPI, NewCustomer, full, Submission{CompanyName: "Northlight Foods"}, ""},
		{ByInvitation, Portal, NewCustomer, full, Submission{}, "choice-not-made,address-missing,sign-in-missing"},
		{ByInvitation, Portal, ExistingCustomer, full, Submission{}, "address-missing"},
		{ByRelationshipRequest, Portal, NewCustomer, full, Submission{}, "address-missing,sign-in-missing"},
	} {
		f := Facts{Partner: DirectBill, Role: AdminAgent, Channel: test.channel, Customer: test.customer, Acceptance: neither, Now: noon}
		got, err := MakePlan(test.method, test.draft, test.s, f)
		if err != nil || got.Needs.String() != test.want {
			t.Errorf("%v, %v, %v: %+v, %v, want %s", test.method, test.channel, test.customer, got, err, test.want)
		}
	}
	var bad *partnerrules.InputError
	if got, err := MakePlan(ByRelationshipRequest+1, full, Submission{}, Facts{}); !errors.As(err, &bad) || bad.Path != "method" || got != (PlanAnswer{}) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := MakePlan(ByOrder, full, Submission{Form: Form{Ticked: 2}}, Facts{}); !errors.As(err, &bad) || bad.Path != "submission.form.ticked" || got != (PlanAnswer{}) {
		t.Errorf("%v, %v", got, err)
	}
}

// The steps to verify an acceptance have the rule AGR-19.
func TestVerificationSteps(t *testing.T) {
	steps := slices.Collect(VerificationSteps())
	if codes(steps) != "open-customers select-account read-status read-api" {
		t.Errorf("%+v", steps)
	}
	for _, s := range steps {
		if !isNote(s, s.Code, "AGR-19") {
			t.Errorf("%+v", s)
		}
	}
	for range VerificationSteps() {
		break
	}
}

// Each step names the page to read: the enhanced attestation API has a page of its
// own.
func TestRouteSteps_See(t *testing.T) {
	pages := map[string][]string{}
	for route := range partnerrules.Values[Route]() {
		for step := range route.Steps() {
			pages[step.See] = append(pages[step.See], step.Code)
		}
	}
	var own []string
	for page, codes := range pages {
		if page == "" || slices.Contains(codes, "use-enhanced-api") {
			own = append(own, codes...)
		}
	}
	if len(pages) != 2 || !slices.Equal(own, []string{"use-enhanced-api", "accept-in-component"}) {
		t.Errorf("the steps have the pages %q", pages)
	}
}

// An old attestation counts before the cut-off and not from then on. Only the current
// time can be missing, because an attestation with a date is given.
func TestMakePlan_MissingBeforeCutOff(t *testing.T) {
	p, _ := InForce(day("2026-01-31"))
	f := Facts{Partner: DirectBill, Role: AdminAgent, Customer: ExistingCustomer, Acceptance: Acceptance{
		Partner: Consent{On: MustParseTimestamp("2021-05-04")}, Direct: Consent{Given: No},
	}}
	for now, want := range map[string]partnerrules.Set[Fact]{
		"":           partnerrules.SetOf(FactNow),
		"2025-10-06": 0,
		"2025-10-07": 0,
	} {
		f.Now = Timestamp{}
		if now != "" {
			f.Now = MustParseTimestamp(now)
		}
		if got, err := p.MakePlan(ByOrder, Attestation{}, Submission{}, f); err != nil || got.Missing != want {
			t.Errorf("on %q: missing %v, %v, want %v", now, got.Missing, err, want)
		}
	}
}
