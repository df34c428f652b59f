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
	inForce := !p.EnhancedFrom.IsZero() && f.Now.UTCDay().Compare(p.EnhancedFrom) >= 0
	switch {
	case m == ByRelationshipRequest:
		return InviteByRelationship
	case m == ByInvitation && isNew:
		return InviteNewCustomer
	case m == ByInvitation:
		return InviteExistingCustomer
	case f.Partner == IndirectReseller:
		return ProviderAttests
	case f.Role != AdminAgent && f.Role != SalesAgent:
		return AgentAttests
	case inForce:
		return AttestEnhanced
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
			f.Acceptance = Acceptance{Partner: Consent{Given: No, On: newDay}, Provider: Consent{Given: No, On: newDay}, Direct: Consent{Given: No}}
		}
		m := Method(rapid.IntRange(0, 3).Draw(t, "method"))
		got, err := p.MakePlan(m, Attestation{}, Form{}, f)
		if err != nil {
			t.Fatal(err)
		}
		open := gaps(NewPurchase, f)
		if f.Role == RoleUnknown {
			open = append(open, gap{FactRole, []func(*Purchase, *Facts){
				func(_ *Purchase, f *Facts) { f.Role = AdminAgent }, func(_ *Purchase, f *Facts) { f.Role = HelpdeskAgent },
			}})
		}
		routes := make([]Route, 1<<len(open))
		for way := range routes {
			what, g := NewPurchase, f
			for i, gap := range open {
				gap.fill[way>>i&1](&what, &g)
			}
			routes[way] = plainRoute(p, m, g)
		}
		want, decides := routes[0], partnerrules.Set[Fact](0)
		for way, r := range routes {
			if r != want {
				want = RouteUndetermined
			}
			for i, gap := range open {
				if r != routes[way^1<<i] {
					decides |= 1 << gap.fact
				}
			}
		}
		if got.Route != want || got.Missing&^decides != 0 || (got.Missing == 0) != (want != RouteUndetermined) {
			t.Errorf("%+v with %+v, want %v, missing facts among %v", got, f, want, decides)
		}
		if accepted, _ := p.CheckOrder(NewPurchase, f); accepted.Accepted == No && got.Missing != decides {
			t.Errorf("without an acceptance: %+v with %+v, want missing %v", got, f, decides)
		}
		var again Plan
		if text, err := json.Marshal(got); err != nil || json.Unmarshal(text, &again) != nil || again != got {
			t.Errorf("%+v unmarshals to %+v, %v", got, again, err)
		}
	})
}

// The steps of each route are in the order of the help pages and have the rule of the
// route. Only invitations have steps of the customer.
func TestRouteSteps(t *testing.T) {
	const accept, acceptBoth = "open-address sign-in accept-agreement view-partners", "open-address sign-in accept-relationship-and-agreement view-partners"
	for _, test := range []struct {
		route           Route
		rule            partnerrules.RuleID
		steps, customer string
	}{
		{AttestNewCustomer, "AGR-14", "open-customers add-customer enter-company tick-accepted enter-date go-to-review compare-contact submit-customer", ""},
		{AttestExistingCustomer, "AGR-15", "open-customers select-account edit-agreement enter-contact enter-date save-agreement", ""},
		{AttestAtOrderPrompt, "AGR-16", "enter-contact enter-current-date save-prompt", ""},
		{AttestEnhanced, "AGR-45", "use-enhanced-api", ""},
		{ProviderAttests, "AGR-01", "ask-provider", ""},
		{AgentAttests, "AGR-02", "ask-agent", ""},
		{InviteNewCustomer, "AGR-30", "open-customers add-customer enter-company choose-to-ask go-to-review submit-customer save-sign-in send-address send-sign-in", accept},
		{InviteByRelationship, "AGR-30", "open-customers new-relationship adapt-text keep-generated send-sign-in", acceptBoth},
		{InviteExistingCustomer, "AGR-30", "send-address", accept},
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
	if len(messages) != 29 {
		t.Errorf("%d steps, want 29", len(messages))
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
	for _, test := range []struct {
		method   Method
		customer CustomerKind
		draft    Attestation
		form     Form
		want     string
	}{
		{ByAttestation, ExistingCustomer, full, Form{}, ""},
		{ByAttestation, ExistingCustomer, Attestation{Date: MustParseTimestamp("0001-01-01")}, Form{}, "first-name-missing,last-name-missing,email-missing,date-missing"},
		{ByOrder, ExistingCustomer, Attestation{Contact: full.Contact}, Form{}, "date-missing"},
		{ByAttestation, NewCustomer, full, Form{Yes, Yes, Yes, Yes, Yes}, ""},
		{ByAttestation, NewCustomer, full, Form{Yes, No, Unknown, Yes, Yes}, "primary-contact-missing,box-not-ticked"},
		{ByInvitation, NewCustomer, full, Form{}, "choice-not-made,address-missing,sign-in-missing"},
		{ByInvitation, ExistingCustomer, full, Form{}, "address-missing"},
		{ByRelationshipRequest, NewCustomer, full, Form{}, "address-missing,sign-in-missing"},
	} {
		f := Facts{Partner: DirectBill, Role: AdminAgent, Customer: test.customer, Acceptance: neither}
		got, err := Baseline().MakePlan(test.method, test.draft, test.form, f)
		if err != nil || got.Needs.String() != test.want || got.Policy != Baseline() {
			t.Errorf("%v, %v: %+v, %v, want %s", test.method, test.customer, got, err, test.want)
		}
	}
	var bad *partnerrules.InputError
	if got, err := MakePlan(ByRelationshipRequest+1, full, Form{}, Facts{}); !errors.As(err, &bad) || bad.Name != "method" || got != (Plan{}) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := MakePlan(ByOrder, full, Form{Ticked: 2}, Facts{}); !errors.As(err, &bad) || bad.Name != "form.ticked" || got != (Plan{}) {
		t.Errorf("%v, %v", got, err)
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
	if len(pages) != 2 || !slices.Equal(own, []string{"use-enhanced-api"}) {
		t.Errorf("the steps have the pages %q", pages)
	}
}
