package agreement_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// plainRoute is the choice of a route read a second time, for facts that are all
// known.
func plainRoute(p Policy, m Means, f Facts) Route {
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

// A route is known if and only if all ways to fill in what is missing agree, and
// what is named as missing decides for some way.
func TestPlansAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		if rapid.Bool().Draw(t, "not accepted") {
			f.Acceptance = Acceptance{Partner: Consent{Given: No, On: newDay}, Provider: Consent{Given: No, On: newDay}, Direct: Consent{Given: No}}
		}
		m := Means(rapid.IntRange(0, 3).Draw(t, "means"))
		got, err := p.Plan(m, Attestation{}, Form{}, f)
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
		want, decides := routes[0], FactSet(0)
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
			t.Errorf("%+v with %+v, want %v, missing of %v", got, f, want, decides)
		}
		if accepted, _ := p.MayOrder(NewPurchase, f); accepted.Accepted == No && got.Missing != decides {
			t.Errorf("without acceptance: %+v with %+v, want missing %v", got, f, decides)
		}
		var again Course
		if text, err := json.Marshal(got); err != nil || json.Unmarshal(text, &again) != nil || again != got {
			t.Errorf("%+v is read as %+v, %v", got, again, err)
		}
	})
}

// Each route has its steps, those of the table in their order.
func TestRoutesHaveTheirSteps(t *testing.T) {
	none := []Route{RouteUndetermined, RouteNotApplicable, NothingToDo, 99}
	for r := AttestNewCustomer; r <= InviteExistingCustomer; r++ {
		steps := slices.Collect(r.Steps())
		if len(steps) == 0 || !slices.Equal(steps, slices.Collect(Course{Route: r}.Steps())) {
			t.Errorf("%v takes %v", r, steps)
		}
		for _, s := range steps {
			if s.Message() == "" || s >= OpenAddress {
				t.Errorf("%v takes %v: %q", r, s, s.Message())
			}
		}
		if customer := slices.Collect(r.CustomerSteps()); (len(customer) == 4) != (r >= InviteNewCustomer) {
			t.Errorf("on %v the customer takes %v", r, customer)
		}
	}
	for _, r := range none {
		if len(slices.Collect(r.Steps()))+len(slices.Collect(r.CustomerSteps())) != 0 {
			t.Errorf("%v takes steps", r)
		}
	}
	if slices.Contains(slices.Collect(InviteNewCustomer.CustomerSteps()), AcceptRelationshipAndAgreement) ||
		!slices.Contains(slices.Collect(InviteByRelationship.CustomerSteps()), AcceptRelationshipAndAgreement) {
		t.Error("the boxes of the invitations are the same")
	}
	said := map[string]Step{}
	for s := OpenCustomers; s <= ViewPartners; s++ {
		if other, twice := said[s.Message()]; twice || s.Message() == "" {
			t.Errorf("%v and %v say %q", s, other, s.Message())
		}
		said[s.Message()] = s
	}
	if Step(0).Message() != "" || Step(99).Message() != "" {
		t.Error("no step says something")
	}
}

func TestPlanNamesWhatItNeeds(t *testing.T) {
	neither := Acceptance{Partner: Consent{Given: No}, Direct: Consent{Given: No}}
	full := good(RouteUndetermined).a
	for _, test := range []struct {
		means    Means
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
		got, err := Plan(test.means, test.draft, test.form, f)
		if err != nil || got.Needs.String() != test.want || got.Policy != Baseline() {
			t.Errorf("%v, %v: %+v, %v, want %s", test.means, test.customer, got, err, test.want)
		}
	}
	var bad *calendar.InputError
	if got, err := Plan(ByRelationshipRequest+1, full, Form{}, Facts{}); !errors.As(err, &bad) || bad.Name != "means" || got != (Course{}) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := Plan(ByOrder, full, Form{Ticked: 2}, Facts{}); !errors.As(err, &bad) || bad.Name != "form.ticked" || got != (Course{}) {
		t.Errorf("%v, %v", got, err)
	}
}

// Of all kinds of customers and purchases: may be unavailable if it is existing
// and bought any, no known obstacle if either is known not to be.
func TestDirectAcceptance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tri := func(name string) Tri { return Tri(rapid.IntRange(-1, 1).Draw(t, name)) }
		f := Facts{
			Customer: CustomerKind(rapid.IntRange(0, 2).Draw(t, "customer")),
			Bought:   Purchases{tri("offers"), tri("software"), tri("reserved"), tri("azure")},
		}
		bought := []Tri{f.Bought.Offers, f.Bought.Software, f.Bought.ReservedInstances, f.Bought.AzurePlan}
		want := Undetermined
		switch nothing := !slices.Contains(bought, Yes) && !slices.Contains(bought, Unknown); {
		case f.Customer == NewCustomer || nothing:
			want = NoKnownObstacle
		case f.Customer == ExistingCustomer && slices.Contains(bought, Yes):
			want = MayBeUnavailable
		}
		got, err := MayAcceptDirectly(f)
		isObstacle := want == MayBeUnavailable
		if err != nil || got.Verdict != want || (got.Remedy() != "") != isObstacle || (got.Advice() == CustomerIsReferred) != isObstacle || got.Policy != Baseline() {
			t.Errorf("%+v: %+v, %v, want %v", f, got, err, want)
		}
		if course, err := Plan(ByInvitation, Attestation{}, Form{}, f); err != nil || course.Direct != want {
			t.Errorf("the plan says %+v, %v", course, err)
		}
	})
}

func TestInvitations(t *testing.T) {
	const generated = "https://admin.example/request"
	for _, test := range []struct {
		i              Invitation
		found, unknown string
		verdict        Verdict
	}{
		{Invitation{Route: InviteNewCustomer, Address: AcceptanceAddress, SignIn: Yes, Choice: Yes}, "", "", Ready},
		{Invitation{Route: InviteNewCustomer}, "address-missing", "choice-not-made,sign-in-missing", Faulty},
		{Invitation{Route: InviteNewCustomer, Address: AcceptanceAddress, SignIn: No, Choice: No}, "choice-not-made,sign-in-missing", "", Faulty},
		{Invitation{Route: InviteNewCustomer, Address: AcceptanceAddress, SignIn: Yes}, "", "choice-not-made", Undetermined},
		{Invitation{Route: InviteNewCustomer, Address: generated, Generated: generated, SignIn: Yes, Choice: Yes}, "address-replaced", "", Faulty},
		{Invitation{Route: InviteByRelationship, Address: generated, Generated: generated, SignIn: Yes}, "", "", Ready},
		{Invitation{Route: InviteByRelationship, Address: generated, SignIn: Yes}, "", "address-replaced", Undetermined},
		{Invitation{Route: InviteByRelationship, Address: AcceptanceAddress, SignIn: Yes}, "address-replaced", "", Faulty},
		{Invitation{Route: InviteByRelationship, Address: AcceptanceAddress, Generated: generated, SignIn: No}, "address-replaced,sign-in-missing", "", Faulty},
		{Invitation{Route: InviteByRelationship, Generated: generated, SignIn: Yes, Choice: No}, "address-missing", "", Faulty},
		{Invitation{Route: InviteExistingCustomer, Address: AcceptanceAddress, Choice: No, SignIn: No}, "", "", Ready},
		{Invitation{Route: InviteExistingCustomer, Address: AcceptanceAddress + "/"}, "address-replaced", "", Faulty},
	} {
		got, err := CheckInvitation(test.i, Facts{})
		if err != nil || got.Found.String() != test.found || got.Unknown.String() != test.unknown || got.Verdict != test.verdict {
			t.Errorf("%+v: %v, %v", test.i, got, err)
		}
	}
	var bad *calendar.InputError
	for _, test := range []struct {
		i    Invitation
		name string
	}{
		{Invitation{}, "invitation.route"},
		{Invitation{Route: InviteNewCustomer - 1}, "invitation.route"},
		{Invitation{Route: InviteExistingCustomer + 1}, "invitation.route"},
		{Invitation{Route: InviteNewCustomer, SignIn: 2}, "invitation.signIn"},
		{Invitation{Route: InviteNewCustomer, Choice: 2}, "invitation.choice"},
	} {
		if got, err := CheckInvitation(test.i, Facts{}); !errors.As(err, &bad) || bad.Name != test.name || got != (Report{}) {
			t.Errorf("%+v: %v, %v", test.i, got, err)
		}
	}
}

// A notice goes out for attestations only, thirty minutes later at the latest.
func TestNotices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := anyInstant().Draw(t, "at")
		for kind, want := range map[EventKind]Tri{EventUnknown: Unknown, EventAttested: Yes, EventInvited: No, EventAcceptedDirectly: No} {
			got, err := Notify(Event{Kind: kind, At: At(at), Invited: Tri(rapid.IntRange(-1, 1).Draw(t, "invited"))}, Facts{})
			if err != nil || got.Sent != want || (got.To() != "") != (want == Yes) || (got.Advice() == AnswerQuestions) != (want == Yes) {
				t.Errorf("%v: %+v, %v", kind, got, err)
			}
			if by, ok := got.By.Instant(); ok != (want == Yes) || ok && by.Sub(at) != 30*time.Minute {
				t.Errorf("%v at %v: by %v", kind, at, got.By)
			}
		}
	})
	inForce, _ := InForce(calendar.Date{})
	letter := Policy{InvitedNotNotified: true}
	for _, test := range []struct {
		policy Policy
		event  Event
		want   Tri
		by     string
	}{
		{inForce, Event{EventAttested, MustParseTimestamp("2023-04-14T23:59:59Z"), Yes}, No, "no timestamp"},
		{inForce, Event{EventAttested, MustParseTimestamp("2023-04-15T00:00:00Z"), Yes}, Yes, "2023-04-15T00:30:00.000Z"},
		{inForce, Event{EventAttested, On(day("2023-04-15")), Unknown}, Yes, "no timestamp"},
		{inForce, Event{EventAttested, Timestamp{}, Unknown}, Unknown, "no timestamp"},
		{inForce, Event{EventAttested, MustParseTimestamp("0001-06-01T00:00:00Z"), Unknown}, Unknown, "no timestamp"},
		{Baseline(), Event{EventAttested, MustParseTimestamp("0001-06-01T00:00:00Z"), Unknown}, Yes, "no timestamp"},
		{inForce, Event{EventInvited, Timestamp{}, Unknown}, No, "no timestamp"},
		{letter, Event{EventAttested, noon, Yes}, No, "no timestamp"},
		{letter, Event{EventAttested, noon, Unknown}, Unknown, "no timestamp"},
		{letter, Event{EventAttested, noon, No}, Yes, "2026-01-07T12:30:00.000Z"},
		{letter, Event{EventInvited, noon, No}, No, "no timestamp"},
		{Baseline(), Event{EventAttested, MustParseTimestamp("9999-12-31T23:45:00Z"), No}, Yes, "no timestamp"},
	} {
		got, err := test.policy.Notify(test.event, Facts{})
		if err != nil || got.Sent != test.want || got.By.String() != test.by || got.Policy != test.policy {
			t.Errorf("%+v under %v: %+v, %v", test.event, test.policy, got, err)
		}
	}
	var bad *calendar.InputError
	for name, e := range map[string]Event{"event.kind": {Kind: EventAcceptedDirectly + 1}, "event.invited": {Invited: 2}} {
		if got, err := Notify(e, Facts{}); !errors.As(err, &bad) || bad.Name != name || got != (Notice{}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestExplain(t *testing.T) {
	known := map[Call]map[string]Meaning{
		CreateAgreement: {"600002": FutureDate, "600061": AlreadyAttested},
		ListAgreements:  {"600009": NoAttestations},
		ManageCustomer:  {"600002": RegistrationNumber},
		PlaceOrder:      {"13605": AgreementLacking},
	}
	for call := CallUnknown; call <= PlaceOrder+1; call++ {
		for _, code := range []string{"", "0", "600002", "600061", "600009", "13605", "1002", "2000", "600002 "} {
			want := known[call][code]
			if isKnown := call != CallUnknown && call <= PlaceOrder; isKnown && code == "1002" {
				want = NotAuthorized
			} else if isKnown && code == "2000" {
				want = TenantNotGUID
			}
			if got := Explain(call, code); got != want {
				t.Errorf("%v, %q: %v, want %v", call, code, got, want)
			}
		}
	}
	said := map[string]bool{}
	for m, rule := range map[Meaning]string{
		FutureDate: "AGR-06", RegistrationNumber: "", AlreadyAttested: "AGR-11", AgreementLacking: "AGR-42", NoAttestations: "AGR-18", NotAuthorized: "", TenantNotGUID: "",
	} {
		if m.Rule() != rule || m.Source() == "" || m.Message() == "" || m.Remedy() == "" || said[m.Message()] || said[m.Remedy()] {
			t.Errorf("%v: %q, %q, %q, %q", m, m.Rule(), m.Source(), m.Message(), m.Remedy())
		}
		said[m.Message()], said[m.Remedy()] = true, true
	}
	for _, none := range []Meaning{MeaningUnknown, TenantNotGUID + 1} {
		if none.Rule()+none.Source()+none.Message()+none.Remedy() != "" {
			t.Errorf("%v says something", none)
		}
	}
}
